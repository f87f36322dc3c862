//! What a session of 100,000 records costs as a whole, in processes of their own: exports, verify, import, playing back, and how much
//! memory each took at most. `cargo bench --bench long`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod meeting;

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

const RECORDS: usize = 100_000;

const PLENARY: &str = env!("CARGO_BIN_EXE_plenary");

fn main() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let begun = Instant::now();
    let played = meeting::meeting(RECORDS);
    let (turns, items) = (played.state().turns.iter().count(), played.state().items.iter().count());
    let undone = played.slots().iter().filter(|slot| slot.undone).count();
    println!(
        "a meeting of {} records: {turns} turns, {items} items, {undone} records taken back; decided in {:.1?}",
        played.records().len(),
        begun.elapsed()
    );
    meeting::session(&played, &folder.path().join("long.session"));
    drop(played);
    let size = std::fs::metadata(folder.path().join("long.session")).unwrap().len() >> 20;
    println!("its file: {size} MiB");
    println!("{:<60} {:>10} {:>10}", "median of 3 processes", "time", "memory");
    for form in ["jsonl", "turns", "items", "list", "report", "sheets"] {
        let out = format!("long.{form}");
        calls(folder.path(), &["export", "long.session", "--format", form, "--overwrite", "--out", &out]);
    }
    for call in [
        &["verify", "long.session"][..],
        &["verify", "long.jsonl"],
        &["show", "long.session", "--json", "floor"],
        &["replay", "long.session", "--json"],
        &["replay", "long.session", "--dump", "--at", "100:00:00"],
        &["replay", "long.jsonl", "--dump", "--at", "100:00:00"],
    ] {
        calls(folder.path(), call);
    }
    calls(folder.path(), &["import", "long.jsonl", "--out", "again.session"]);
    looked_through(folder.path());
}

/// A call three times: its time from start to end, and the most memory that it had.
fn calls(folder: &Path, arguments: &[&str]) {
    let mut times: Vec<(Duration, u64)> = (0..3).map(|_| called(folder, arguments)).collect();
    times.sort_unstable();
    let most = times.iter().map(|(_, memory)| memory >> 10).max().unwrap_or_default();
    println!("{:<60} {:>10.0?} {most:>6} MiB", arguments.join(" "), times[1].0);
}

fn called(folder: &Path, arguments: &[&str]) -> (Duration, u64) {
    let _ = std::fs::remove_file(folder.join("again.session"));
    let nowhere = || Stdio::from(File::options().write(true).open("/dev/null").unwrap());
    let begun = Instant::now();
    let mut child = Command::new(PLENARY).current_dir(folder).args(arguments).stdin(Stdio::null()).stdout(nowhere()).spawn().unwrap();
    let mut memory = 0;
    while child.try_wait().unwrap().is_none() {
        memory = peak(child.id()).unwrap_or(memory);
        std::thread::sleep(Duration::from_millis(1));
    }
    (begun.elapsed(), memory)
}

/// The most memory that a process has had, in KiB.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// A player on a terminal: played at a thousand times the speed, looked through by keys, and what memory that took.
fn looked_through(folder: &Path) {
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PLENARY);
    command.args(["replay", "long.session", "--speed", "1000"]);
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    let begun = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let process = child.process_id().unwrap();
    let mut output = pair.master.try_clone_reader().unwrap();
    let first = output.read(&mut [0; 8192]).map(|_| begun.elapsed()).unwrap();
    std::thread::spawn(move || while let Ok(1..) = output.read(&mut [0; 8192]) {});
    let mut keys = pair.master.take_writer().unwrap();
    std::thread::sleep(Duration::from_secs(5));
    let played = peak(process).unwrap_or_default() >> 10;
    for key in ["2", "%9", "%1", "5", "%5", "u", "%2", "%8", "4", "6", "/nothing of the sort\r", "\x1b", "1"] {
        keys.write_all(key.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(500));
    }
    let looked = peak(process).unwrap_or_default() >> 10;
    keys.write_all(b"Q").unwrap();
    child.wait().unwrap();
    println!(
        "replay on a terminal: first bytes after {first:.0?}; at most {played} MiB while it plays at ×1000 for 5 s, {looked} MiB after seeks on all screens"
    );
}
