//! The operator's own keys: read where the program is started, and refused with every line that is wrong.

use std::path::Path;
use std::time::Duration;

use crate::terminal::Terminal;

fn write(folder: &Path, keys: &str) {
    std::fs::create_dir(folder.join("config")).unwrap();
    std::fs::write(folder.join("config/keys.toml"), keys).unwrap();
}

#[test]
fn own_keys_are_offered_and_work() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "[anywhere]\nnext = [\"é\", \"PageDown\"]\ndown = \"n\"\n");
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("é begin the meeting").press("é").see("é next: Malawi");
    terminal.press_until("\x1b[6~", "done: Malawi");
    terminal.press("n").see("w withdraw Malaysia");
}

#[test]
fn keys_that_clash_are_found_before_the_screen_opens() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "[anywhere]\nnext = \"d\"\nnexxt = \"n\"\n");
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("config/keys.toml:2: d already means done; it cannot mean next too");
    terminal.see("config/keys.toml:3: there is no action \"nexxt\"");
    assert_ne!(terminal.ended(Duration::from_secs(10)), Some(0));
    assert!(!folder.path().join("sessions").exists() || std::fs::read_dir(folder.path().join("sessions")).unwrap().next().is_none());
}
