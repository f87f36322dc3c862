//! What the program leaves behind: sessions that verify, and a terminal as it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use plenary::dialogue::Record;
use plenary::session::journal::look;

use crate::terminal::Terminal;

/// The one session that was made in a folder.
pub fn session(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder.join("sessions")).unwrap().map(|file| file.unwrap().path());
    let mut sessions = files.filter(|path| path.extension().is_some_and(|ending| ending == "session"));
    let session = sessions.next().expect("a session was made");
    assert_eq!(sessions.next(), None, "only one was");
    session
}

/// What is on the disk, as another process sees it.
pub fn records(folder: &Path) -> Vec<Arc<Record>> {
    let found = look(session(folder)).unwrap();
    assert_eq!(found.damage, None);
    found.records
}

/// Waits until so many records are on the disk.
pub fn see_records(folder: &Path, count: usize) {
    let until = Instant::now() + Duration::from_secs(20);
    while records(folder).len() < count {
        assert!(Instant::now() < until, "record {count} is never written; there are {}", records(folder).len());
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// `plenary verify` finds the session sound, also while the program runs.
pub fn see_verified(folder: &Path) {
    let program = assert_cmd::cargo::cargo_bin!("plenary");
    let verified = Command::new(program).current_dir(folder).arg("verify").arg(session(folder)).output().unwrap();
    assert!(verified.status.success(), "{}{}", String::from_utf8_lossy(&verified.stdout), String::from_utf8_lossy(&verified.stderr));
}

/// The program still takes keys; it is left, gives the terminal back, and its session verifies.
pub fn see_left_cleanly(terminal: &mut Terminal, folder: &Path) {
    see_verified(folder);
    terminal.press_until("\x03", "Nothing is lost").press_until("\x1b[C\r", "records are in sessions");
    assert_eq!(terminal.ended(Duration::from_secs(10)), Some(0));
    terminal.see_given_back();
    see_verified(folder);
}
