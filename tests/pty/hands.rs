//! Two processes on one session: what the other one does while a finger is over a key.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::terminal::{Start, Terminal};

/// A session of the sample review, not begun, and its screen.
fn opened(folder: &Path, columns: u16, rows: u16) -> (Terminal, PathBuf) {
    let mut terminal = Start { folder, columns, rows, ..Start::default() }.run();
    terminal.see("NOT BEGUN");
    let files = std::fs::read_dir(folder.join("sessions")).unwrap().map(|file| file.unwrap().path());
    let session = files.min_by_key(|path| path.as_os_str().len()).expect("a session was made");
    (terminal, session)
}

/// Another process does something, and it is on the record when this returns.
fn elsewhere(session: &Path, line: &str) {
    let program = assert_cmd::cargo::cargo_bin!("plenary");
    let words = line.split(' ');
    let output = Command::new(program).arg("do").arg(session).args(["--name", "operator-2"]).args(words).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
}

fn shown(session: &Path, path: &str) -> String {
    let program = assert_cmd::cargo::cargo_bin!("plenary");
    let output = Command::new(program).arg("show").arg(session).arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// The end of a minute, at which a screen that has nothing else to do looks for others' records, is not near.
fn between_two_minutes() {
    let second = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() % 60;
    while second() > 50 {
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

#[test]
fn next_is_locked_in_words_when_another_process_changes_the_first_and_opens_by_itself() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let folder = tempfile::tempdir().unwrap();
        let (mut terminal, session) = opened(folder.path(), columns, rows);
        terminal.press("n").see("called:").press_until("n", "SPEAKING").see("n next: Malaysia");
        elsewhere(&session, "withdraw e2");
        // Whether the screen has read it by now or reads it for this key: nobody is called.
        terminal.press("n").see("next locked: first is now Maldives");
        terminal.press("nnn").see("next locked: first is now Maldives; it opens by itself");
        assert_eq!(shown(&session, "turns[1]"), "null");
        terminal.see_that("it opens by itself", |shown| shown.contains("n next: Maldives") && !shown.contains("locked"));
        assert_eq!(shown(&session, "turns[1]"), "null");
        terminal.press_until("n", "next: Marshall");
        assert_eq!(shown(&session, "floor.delegations"), "[MDV]");
    }
}

#[test]
fn what_one_s_own_keys_change_locks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut terminal, session) = opened(folder.path(), 120, 40);
    terminal.press("n").see("called:").press("jjjt").see("n next: Maldives");
    terminal.press_until("n", "done: Maldives");
    assert_eq!(shown(&session, "floor.delegations"), "[MDV]");
    assert!(!String::from_utf8_lossy(&terminal.written()).contains("locked"), "never after one's own command");
}

#[test]
fn a_key_on_an_old_screen_is_refused_with_what_changed_and_the_second_press_does_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut terminal, session) = opened(folder.path(), 120, 40);
    // Before the meeting others' records are looked for once a minute, and before each order.
    terminal.press("jjj").see("w withdraw Maldives");
    between_two_minutes();
    elsewhere(&session, "move e3 at=9");
    terminal.press("w").see("Maldives has place 9 in the list now (move Maldives to place 9, by operator-2)");
    assert_eq!(shown(&session, "list.waiting"), "103");
    terminal.press("w").see("undo: withdraw Maldives");
    assert_eq!(shown(&session, "list.waiting"), "102");
    between_two_minutes();
    elsewhere(&session, "begin");
    terminal.press("n").see("The meeting is in progress now (begin, by operator-2)").see("next locked: first is now Malawi");
    assert_eq!(shown(&session, "floor"), "null");
    terminal.press_until("n", "done: Malawi");
}

#[test]
fn two_screens_press_next_and_one_speaker_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, session) = opened(folder.path(), 120, 40);
    one.press("n").see("called:").press_until("n", "SPEAKING");
    let mut other = Start { folder: folder.path(), arguments: &["open", session.to_str().unwrap()], ..Start::default() }.run();
    other.see("n next: Malaysia");
    one.see("n next: Malaysia").press_until("n", "done: Malaysia");
    other.press("n").see("next locked: first is now Maldives");
    assert_eq!(shown(&session, "floor.delegations"), "[MYS]");
    other.press_until("n", "done: Maldives");
    assert_eq!(shown(&session, "floor.delegations"), "[MDV]");
    one.see("done: Maldives");
}
