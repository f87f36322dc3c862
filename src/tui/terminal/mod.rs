//! The terminal itself: taken over and given back whatever happens, read by one thread and written by another.

mod canvas;
mod keys;
mod pen;
mod reader;
mod signals;
mod writer;

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Once;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Size;
use tokio::sync::mpsc::UnboundedReceiver;

use canvas::Canvas;
pub use reader::Heard;
pub use signals::{Signal, Signals, stop_here};
use writer::Writer;

/// The other screen, its cursor hidden, pastes in brackets.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[2J";

/// Everything as it was. An update that a crash left open is closed first.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// How long the last frame and the way back may take on a line that does not move.
const PATIENCE: Duration = Duration::from_millis(300);

/// The operator's terminal while the program has it. Dropping it gives it back.
#[derive(Debug)]
pub struct Screen {
    terminal: ratatui::Terminal<Canvas>,
    writer: Writer,
    heard: UnboundedReceiver<Heard>,
}

impl Screen {
    /// Takes the terminal over: raw, on its other screen. A panic gives it back before it is reported.
    ///
    /// # Errors
    /// When standard input or output is no terminal, or it cannot be set up.
    pub fn open() -> io::Result<Screen> {
        is_there()?;
        restore_on_panic();
        crossterm::terminal::enable_raw_mode()?;
        let screen = Screen::on(io::stdin().as_fd().try_clone_to_owned()?, output()?);
        if screen.is_err() {
            restore();
        }
        screen
    }

    fn on(input: OwnedFd, output: File) -> io::Result<Screen> {
        let writer = Writer::start(output)?;
        writer.send(ENTER.to_vec());
        let heard = reader::start(input)?;
        let Ok(terminal) = ratatui::Terminal::new(Canvas::new(size()));
        Ok(Screen { terminal, writer, heard })
    }

    /// The next keys, or the end of the line; with `frames`, also that the line has taken a frame.
    pub async fn next(&mut self, frames: bool) -> Heard {
        tokio::select! {
            biased;
            heard = self.heard.recv() => heard.unwrap_or(Heard::HangUp),
            () = self.writer.written(), if frames => Heard::Free,
        }
    }

    /// More keys that have come in the meantime, if any.
    pub fn heard_already(&mut self) -> Option<Heard> {
        self.heard.try_recv().ok()
    }

    /// Whether the line still carries the last frame; then none is drawn.
    pub fn busy(&self) -> bool {
        self.writer.busy()
    }

    /// Draws a frame and sends what has changed.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) {
        let Ok(_) = self.terminal.draw(render);
        if let Some(frame) = self.terminal.backend_mut().take() {
            self.writer.send(frame);
        }
    }

    /// The window has another size.
    pub fn resized(&mut self) {
        self.terminal.backend_mut().resize(size());
    }

    /// Gives the terminal to the shell, as when the program is stopped.
    pub fn lend(&mut self) {
        self.writer.finish(PATIENCE);
        restore();
    }

    /// Takes it back, and draws everything anew with the next frame.
    ///
    /// # Errors
    /// When it cannot be set up again.
    pub fn reclaim(&mut self) -> io::Result<()> {
        crossterm::terminal::enable_raw_mode()?;
        output()?.write_all(ENTER)?;
        self.resized();
        self.terminal.backend_mut().forget();
        let Ok(()) = self.terminal.clear();
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if self.writer.finish(PATIENCE) {
            restore();
        } else {
            // The line does not move: to write more would be to wait for ever. The modes at least are ours to give back.
            let _ = crossterm::terminal::disable_raw_mode();
        }
    }
}

/// Whether there is a terminal to take over.
///
/// # Errors
/// When standard input or output is none.
pub fn is_there() -> io::Result<()> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::NotConnected, "standard input and output are not one"))
}

/// Gives the terminal back. What fails here fails because nobody is there.
fn restore() {
    let _ = output().and_then(|mut output| output.write_all(LEAVE));
    let _ = crossterm::terminal::disable_raw_mode();
}

fn output() -> io::Result<File> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            report(panic);
        }));
    });
}

/// The window's size; a terminal that does not know its own is taken to be of the usual one.
fn size() -> Size {
    match rustix::termios::tcgetwinsize(io::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size { width: size.ws_col, height: size.ws_row },
        _ => Size { width: 80, height: 24 },
    }
}
