//! A line that takes nothing: keys are recorded all the same, and what is newest is drawn when it goes on.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::terminal::Terminal;

/// The number of the newest record on the disk, as another process sees it.
fn newest(folder: &Path, session: &str) -> u64 {
    let shown = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("plenary"))
        .current_dir(folder)
        .args(["show", session, "--json", "seq"])
        .output()
        .unwrap();
    String::from_utf8(shown.stdout).unwrap().trim().parse().unwrap()
}

fn wait_for(folder: &Path, session: &str, seq: u64) {
    let until = Instant::now() + Duration::from_secs(20);
    while newest(folder, session) < seq {
        assert!(Instant::now() < until, "record {seq} is never written while the line stalls");
    }
}

#[test]
fn a_line_that_stalls_holds_up_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("n").see("called:");
    let session = std::fs::read_dir(folder.path().join("sessions")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let session = format!("sessions/{}", session.min_by_key(String::len).unwrap());
    terminal.stall(true);
    // Far more frames than the line can hold.
    for _ in 0..300 {
        terminal.press("?123\x1b");
        std::thread::sleep(Duration::from_millis(2));
    }
    terminal.press("1n");
    wait_for(folder.path(), &session, 3);
    terminal.press("e");
    wait_for(folder.path(), &session, 4);
    terminal.stall(false).see("● saved 4").see("30 s longer");
    assert!(terminal.written().len() < 400_000, "frames that nobody could see were drawn: {} bytes", terminal.written().len());
}
