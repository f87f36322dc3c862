//! A terminal in memory with the program in it. Whoever waits, waits for something to be seen, up to a deadline.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
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
    is_slow: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

/// How the program is started.
pub struct Start<'a> {
    pub folder: &'a Path,
    pub arguments: &'a [&'a str],
    pub columns: u16,
    pub rows: u16,
    /// Started by a shell that ignores the hang-up signal.
    pub ignores_hang_up: bool,
    /// Whether the kernel sends signals on account of this terminal.
    pub controls: bool,
}

impl Default for Start<'_> {
    fn default() -> Self {
        Start { folder: Path::new("."), arguments: &[], columns: 120, rows: 40, ignores_hang_up: false, controls: true }
    }
}

impl Start<'_> {
    pub fn run(self) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let program = assert_cmd::cargo::cargo_bin!("plenary");
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
        command.set_controlling_tty(self.controls);
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(self.rows.try_into().unwrap(), self.columns.try_into().unwrap(), 0)));
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let is_cut = Arc::new(AtomicBool::new(false));
        let is_slow = Arc::new(AtomicBool::new(false));
        let (shown, kept, cut, slow) = (Arc::clone(&screen), Arc::clone(&bytes), Arc::clone(&is_cut), Arc::clone(&is_slow));
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                while slow.load(Ordering::SeqCst) {
                    std::thread::sleep(Duration::from_millis(5));
                }
                if cut.load(Ordering::SeqCst) {
                    return;
                }
                kept.lock().unwrap().extend_from_slice(&buffer[..length]);
                shown.lock().unwrap().process(&buffer[..length]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Terminal { child, master: Some(pair.master), keys: Some(keys), screen, bytes, is_cut, is_slow, reader: Some(reader) }
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
        self.is_slow.store(stalls, Ordering::SeqCst);
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
