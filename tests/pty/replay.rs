//! A recording on a real terminal: played, looked through, and left as it was found; also while someone else goes on with it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::terminal::Terminal;

const LINES: &str = "0:10 begin\n0:20 next\n0:50 ask How many visits? #torture @j\n1:00 order RUS\n1:20 done\n2:10 next\n3:00 done\n";

fn recorded() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let review = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/reviews/kazakhstan-2025.toml");
    fs::write(folder.path().join("m.plenary"), format!("review {}\n{LINES}", review.display())).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("plenary");
    let mut made = Command::new(program);
    made.current_dir(folder.path()).args(["script", "m.plenary", "--keep", "m.session"]).stdin(Stdio::null());
    assert!(made.output().unwrap().status.success());
    folder
}

#[test]
fn a_recording_is_played_and_left_as_it_was() {
    let folder = recorded();
    let before = fs::read(folder.path().join("m.session")).unwrap();
    let mut terminal = Terminal::open(folder.path(), &["replay", "m.session", "--at", "0:00:30"]);
    terminal.see("‖ ×1").press("+++++++++").see("‖ ×1000").see("MALAWI").see("turn 1");
    terminal.press("o").see("POINT OF ORDER").see("turn 2");
    terminal.press("gnowhere\r").see("neither a time").press("\x1b").see("‖ ×1000");
    terminal.press("/visits\r").see("record 4 Malawi: ask How many visits").see("item 1");
    terminal.press(" ").see("■ ×1000").see("turn 3");
    terminal.press("%5").see("turn 1").press("n").see("item 1");
    assert_eq!(terminal.modes(), (true, true, true));
    terminal.press("Q");
    assert_eq!(terminal.ended(Duration::from_secs(10)), Some(0));
    terminal.see_that("the shell's screen", |shown| !shown.contains('├'));
    assert_eq!(terminal.modes(), (false, false, false));
    assert_eq!(fs::read(folder.path().join("m.session")).unwrap(), before);
}

#[test]
fn a_meeting_that_goes_on_is_looked_back_at_and_not_disturbed() {
    let folder = recorded();
    let mut live = Terminal::open(folder.path(), &["open", "m.session"]);
    live.see("n next").press_until("n", "done: Maldives");
    let mut looking = Terminal::open(folder.path(), &["replay", "m.session"]);
    looking.see("‖ ×1").press("r").press("r").see("MALAWI");
    live.press_until("d", "called");
    looking.press("Q");
    assert_eq!(looking.ended(Duration::from_secs(10)), Some(0));
}
