//! A terminal in memory with the program in it. Whoever waits, waits for something to be seen, up to a deadline.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Nothing that is waited for takes this long on any machine that works.
const DEADLINE: Duration = Duration::from_secs(20);

pub struct Terminal {
    pub child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    screen: Arc<Mutex<vt100::Parser>>,
    bytes: Arc<Mutex<Vec<u8>>>,
    is_cut: Arc<AtomicBool>,
    line: Arc<Line>,
    settings: String,
    reader: Option<JoinHandle<()>>,
}

/// How many bytes the line from the program will still take; no number: as many as there are.
#[derive(Default)]
struct Line {
    takes: Mutex<Option<usize>>,
    changed: Condvar,
}

impl Line {
    fn set(&self, change: impl FnOnce(Option<usize>) -> Option<usize>) {
        let mut takes = self.takes.lock().unwrap();
        *takes = change(*takes);
        self.changed.notify_all();
    }

    /// Waits until it takes anything, and how many of so many bytes that is.
    fn take(&self, many: usize) -> usize {
        let mut takes = self.changed.wait_while(self.takes.lock().unwrap(), |takes| *takes == Some(0)).unwrap();
        let taken = takes.map_or(many, |takes| takes.min(many));
        *takes = takes.map(|takes| takes - taken);
        taken
    }
}

/// How the program is started.
pub struct Start<'a> {
    pub folder: &'a Path,
    pub arguments: &'a [&'a str],
    /// Another program than the real one.
    pub program: Option<&'a Path>,
    /// What it finds in its environment besides.
    pub environment: &'a [(&'a str, &'a str)],
    pub columns: u16,
    pub rows: u16,
    /// Started by a shell that ignores the hang-up signal.
    pub ignores_hang_up: bool,
    /// Whether the kernel sends signals on account of this terminal.
    pub controls: bool,
}

impl Default for Start<'_> {
    fn default() -> Self {
        Start {
            folder: Path::new("."),
            arguments: &[],
            program: None,
            environment: &[],
            columns: 120,
            rows: 40,
            ignores_hang_up: false,
            controls: true,
        }
    }
}

impl Start<'_> {
    pub fn run(self) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let program = self.program.unwrap_or(assert_cmd::cargo::cargo_bin!("plenary"));
        let mut command = if self.ignores_hang_up {
            let mut shell = CommandBuilder::new("/bin/sh");
            shell.args(["-c", "trap '' HUP; exec \"$0\" \"$@\"", &program.display().to_string()]);
            shell
        } else {
            CommandBuilder::new(program)
        };
        command.args(self.arguments);
        command.cwd(self.folder);
        command.env("TERM", "xterm-256color");
        self.environment.iter().for_each(|(name, value)| command.env(name, value));
        command.set_controlling_tty(self.controls);
        let settings = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(self.rows.try_into().unwrap(), self.columns.try_into().unwrap(), 0)));
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let is_cut = Arc::new(AtomicBool::new(false));
        let line = Arc::new(Line::default());
        let (shown, kept, cut, through) = (Arc::clone(&screen), Arc::clone(&bytes), Arc::clone(&is_cut), Arc::clone(&line));
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                let mut rest = &buffer[..length];
                while !rest.is_empty() {
                    let (now, later) = rest.split_at(through.take(rest.len()));
                    if cut.load(Ordering::SeqCst) {
                        return;
                    }
                    // Whoever asks for both sees both as far as each other.
                    let mut kept = kept.lock().unwrap();
                    kept.extend_from_slice(now);
                    shown.lock().unwrap().process(now);
                    drop(kept);
                    rest = later;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Terminal { child, master: Some(pair.master), keys: Some(keys), screen, bytes, is_cut, line, settings, reader: Some(reader) }
    }
}

impl Terminal {
    /// The program in a folder, at 120x40.
    pub fn open(folder: &Path, arguments: &[&str]) -> Terminal {
        Start { folder, arguments, ..Start::default() }.run()
    }

    /// Types these bytes.
    pub fn press(&mut self, keys: &str) -> &mut Terminal {
        let terminal = self.keys.as_mut().unwrap();
        terminal.write_all(keys.as_bytes()).unwrap();
        terminal.flush().unwrap();
        self
    }

    /// What is on the screen.
    pub fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// All that was ever written.
    pub fn written(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }

    /// Whether the other screen is on, and whether the cursor is hidden.
    pub fn modes(&self) -> (bool, bool, bool) {
        let parser = self.screen.lock().unwrap();
        let screen = parser.screen();
        (screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste())
    }

    /// Waits until the screen shows a text.
    pub fn see(&mut self, text: &str) -> &mut Terminal {
        self.see_that(text, |shown| shown.contains(text))
    }

    /// Waits until something is true of the screen.
    pub fn see_that(&mut self, what: &str, is_true: impl Fn(&str) -> bool) -> &mut Terminal {
        let until = Instant::now() + DEADLINE;
        loop {
            let shown = self.shown();
            if is_true(&shown) {
                return self;
            }
            assert!(Instant::now() < until, "never seen: {what}\n{shown}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The same of a frame that is there from beginning to end.
    pub fn see_in_a_frame(&mut self, what: &str, is_true: impl Fn(&str) -> bool) -> &mut Terminal {
        let (screen, bytes) = (Arc::clone(&self.screen), Arc::clone(&self.bytes));
        self.see_that(what, move |_| {
            let written = bytes.lock().unwrap();
            written.ends_with(b"\x1b[?2026l") && is_true(&screen.lock().unwrap().screen().contents())
        })
    }

    /// Waits until a frame has ended that began after so many bytes.
    pub fn see_frame_after(&mut self, written: usize) -> &mut Terminal {
        let until = Instant::now() + DEADLINE;
        while !String::from_utf8_lossy(&self.bytes.lock().unwrap()[written..]).contains("\x1b[?2026l") {
            assert!(Instant::now() < until, "no frame is drawn");
            std::thread::sleep(Duration::from_millis(2));
        }
        self
    }

    /// Presses a key until something is seen: pressed again too soon, it counts once, as under a trembling finger.
    pub fn press_until(&mut self, key: &str, text: &str) -> &mut Terminal {
        let until = Instant::now() + DEADLINE;
        loop {
            self.press(key);
            let patience = Instant::now() + Duration::from_millis(450);
            while Instant::now() < patience {
                if self.shown().contains(text) {
                    return self;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            assert!(Instant::now() < until, "{key} never brought {text}\n{}", self.shown());
        }
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Terminal {
        self.screen.lock().unwrap().screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.as_ref().unwrap().resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        self
    }

    /// The line takes nothing more, or goes on.
    pub fn stall(&mut self, stalls: bool) -> &mut Terminal {
        self.line.set(|_| stalls.then_some(0));
        self
    }

    /// The line, which has stalled, takes so many bytes more.
    pub fn take(&mut self, bytes: usize) -> &mut Terminal {
        self.line.set(|takes| Some(takes.unwrap_or_default() + bytes));
        self
    }

    /// Whether the kernel treats lines, echo and signals as it did before the program was started.
    pub fn is_set_as_before(&self) -> bool {
        format!("{:?}", self.master.as_ref().unwrap().get_termios()) == self.settings
    }

    /// Waits until the terminal is given back: its own screen, its cursor, plain pastes, and as the kernel had it.
    pub fn see_given_back(&mut self) -> &mut Terminal {
        let until = Instant::now() + DEADLINE;
        while self.modes() != (false, false, false) || !self.is_set_as_before() {
            assert!(Instant::now() < until, "the terminal is not given back: {:?}, {}", self.modes(), self.is_set_as_before());
            std::thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// The line is cut: nobody is at the other end any more. The clock must run, so that whoever reads here lets go as well.
    pub fn cut(&mut self) {
        self.is_cut.store(true, Ordering::SeqCst);
        self.reader.take().unwrap().join().unwrap();
        (self.keys, self.master) = (None, None);
    }

    /// Waits for the program's end and gives its exit code.
    pub fn ended(&mut self, patience: Duration) -> Option<u32> {
        let until = Instant::now() + patience;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status.exit_code());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
