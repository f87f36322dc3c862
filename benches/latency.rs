//! The program on a terminal, from the key to the last byte: `cargo bench --bench latency`
//!
//! Sizes are 120x40. What is measured is the finished program in a process of its own; the terminal is in memory, so that
//! the line costs nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use plenary::review::{Ms, load};
use plenary::session::{Press, Session, VirtualClock};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// The end of a frame.
const FRAME: &[u8] = b"\x1b[?2026l";

fn main() {
    let folder = TempDir::new().unwrap();
    let long = session(folder.path(), 10_000);
    let short = session(folder.path(), 300);
    first_frame(&long);
    keys(&short);
    pasted();
    at_rest(&short, "a turn runs, nothing is pressed");
    let waiting = session(folder.path(), 1);
    at_rest(&waiting, "before the meeting, nothing is pressed");
}

/// A session of so many records in which someone speaks.
fn session(folder: &Path, records: u32) -> PathBuf {
    let path = folder.join(format!("{records}.session"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let span = i64::from(records) * 50;
        let clock = VirtualClock::new(jiff::Timestamp::now().as_millisecond() - span);
        let mut session = Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap();
        for at in 1..records {
            clock.pass(Ms(50));
            let line = match at {
                1 => "begin".to_owned(),
                at if at % 101 == 2 => "next".to_owned(),
                at if at % 3 == 0 => format!("assign {} justice", at.div_ceil(3).max(1)),
                _ => "ask How many visits did the preventive mechanism make in 2024? #torture".to_owned(),
            };
            let press = Press::new("operator", &session);
            if session.submit_line(&press, &line).await.is_err() {
                let press = Press::new("operator", &session);
                session.submit_line(&press, "note an item that is not there cannot be assigned").await.unwrap();
            }
        }
    });
    path
}

struct Running {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    /// What was written, and when it was read.
    output: Receiver<(Instant, Vec<u8>)>,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Running {
    fn start(session: &Path) -> Running {
        let pair = native_pty_system().openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_plenary"));
        command.arg("open");
        command.arg(session);
        command.cwd(session.parent().unwrap());
        command.env("TERM", "xterm-256color");
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (say, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if say.send((Instant::now(), buffer[..length].to_vec())).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Running { child, keys, output, started, _master: pair.master }
    }

    /// When the next frame had come that has a text in it, and how many bytes that took.
    fn frame_with(&self, text: &[u8]) -> (Instant, usize) {
        let mut bytes = Vec::new();
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            assert!(Instant::now() < until, "never written: {}", String::from_utf8_lossy(text));
            let (at, more) = self.output.recv_timeout(Duration::from_secs(20)).expect("a frame");
            bytes.extend_from_slice(&more);
            let has = |wanted: &[u8]| wanted.is_empty() || bytes.windows(wanted.len()).any(|window| window == wanted);
            if bytes.ends_with(FRAME) && has(text) {
                return (at, bytes.len());
            }
        }
    }

    fn press(&mut self, keys: &[u8]) -> Instant {
        let at = Instant::now();
        self.keys.write_all(keys).unwrap();
        at
    }

    /// Time on a processor so far, all threads together.
    fn cpu(&self) -> Duration {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.process_id().unwrap())).unwrap();
        let of = |path: PathBuf| -> u64 {
            let text = std::fs::read_to_string(path.join("schedstat")).unwrap_or_default();
            text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok()).unwrap_or_default()
        };
        Duration::from_nanos(tasks.map(|task| of(task.unwrap().path())).sum())
    }

    fn memory(&self, line: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id().unwrap())).unwrap();
        let line = status.lines().find(|status| status.starts_with(line)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn first_frame(session: &Path) {
    let mut times = Vec::new();
    let mut memory: f64 = 0.0;
    for _ in 0..15 {
        let running = Running::start(session);
        let (at, _) = running.frame_with(b"saved");
        times.push(at - running.started);
        memory = memory.max(running.memory("VmHWM"));
    }
    println!("first frame, 10,000 records      {}", spread(times));
    println!("memory at its highest            {memory:>9.1} MiB");
}

fn keys(session: &Path) {
    let mut running = Running::start(session);
    running.frame_with(b"saved");
    std::thread::sleep(Duration::from_millis(500));
    // One is selected, so that each key that follows moves the selection.
    running.press(b"j");
    running.frame_with(b"");
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    for round in 0..1000 {
        while running.output.try_recv().is_ok() {}
        let pressed = running.press(if round % 2 == 0 { b"j" } else { b"k" });
        let (at, length) = running.frame_with(b"");
        times.push(at - pressed);
        bytes.push(length);
        std::thread::sleep(Duration::from_millis(2));
    }
    bytes.sort_unstable();
    println!("a navigation key to its last byte{}   {} bytes", spread(times), bytes[bytes.len() / 2]);

    let mut times = Vec::new();
    for _ in 0..15 {
        let mut burst = b"jk".repeat(1000);
        burst.push(b':');
        let pressed = running.press(&burst);
        let (at, _) = running.frame_with(b"earlier lines");
        times.push(at - pressed);
        running.press(b"\x1b");
        std::thread::sleep(Duration::from_millis(100));
        while running.output.try_recv().is_ok() {}
    }
    println!("2,000 navigation keys at once    {}", spread(times));
}

/// Many items at once, each time into a session of its own: until they are shown to be looked at, and until all are on the disk and on the screen.
fn pasted() {
    const ITEMS: usize = 4_000;
    let lines: String = (0..ITEMS).map(|number| format!("? how many visits were made in place {number}\r")).collect();
    let (mut shown, mut logged) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        let folder = TempDir::new().unwrap();
        let mut running = Running::start(&session(folder.path(), 3));
        running.frame_with(b"saved");
        running.press(b"q");
        running.frame_with(b"asks");
        let pressed = running.press(format!("\x1b[200~{lines}\x1b[201~").as_bytes());
        shown.push(running.frame_with(b"put right").0 - pressed);
        // Keys of the first 0.75 s are no answer to it.
        std::thread::sleep(Duration::from_millis(800));
        while running.output.try_recv().is_ok() {}
        let pressed = running.press(b"\r");
        logged.push(running.frame_with(b"asks").0 - pressed);
    }
    println!("a paste of {ITEMS} items to its preview{}", spread(shown));
    println!("Enter there to all of them logged{}", spread(logged));
}

fn at_rest(session: &Path, what: &str) {
    const SECONDS: usize = 30;
    let running = Running::start(session);
    running.frame_with(b"saved");
    std::thread::sleep(Duration::from_millis(1500));
    while running.output.try_recv().is_ok() {}
    let (begun, before) = (Instant::now(), running.cpu());
    let mut seconds = vec![0; SECONDS];
    while let Ok((at, bytes)) = running.output.recv_timeout((Duration::from_secs(SECONDS as u64)).saturating_sub(begun.elapsed())) {
        if let Some(second) = seconds.get_mut((at - begun).as_secs() as usize) {
            *second += bytes.len();
        }
    }
    let cpu = (running.cpu() - before) / u32::try_from(SECONDS).unwrap();
    println!("{what}, {SECONDS} s:");
    let (all, most) = (seconds.iter().sum::<usize>(), seconds.iter().max().unwrap());
    println!("  bytes a second                 {:>9} mean, {most} in the most", all / SECONDS);
    println!("  processor a second             {:>9.1?}, memory {:.1} MiB", cpu, running.memory("VmRSS"));
}

fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    format!("{:>9.1?} median, {:.1?} of 95 in 100, {:.1?} at most", at(50), at(95), at(100))
}
