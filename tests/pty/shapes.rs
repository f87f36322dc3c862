//! Any size of window, and the resizes between them.

use crate::terminal::{Start, Terminal};

#[test]
fn every_size_is_survived_and_the_keys_go_on_working() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Start { folder: folder.path(), columns: 1, rows: 1, ..Start::default() }.run();
    let mut seed: u32 = 1;
    for round in 0..200_u16 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (columns, rows) = if round % 10 == 0 { (1, 1) } else { ((seed >> 8) as u16 % 220 + 1, (seed >> 24) as u16 % 80 + 1) };
        terminal.resize(columns, rows);
    }
    terminal.resize(80, 24).see("NOT BEGUN").press("n").see("called:");
    terminal.resize(120, 40).see("Delegation of Kazakhstan");
    terminal.resize(200, 60).see("Delegation of Kazakhstan");
}

#[test]
fn a_terminal_that_answers_nothing_will_do() {
    // This one never answers: what would be a question to it is none of these.
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN");
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    for question in ["\x1b[6n", "\x1b[c", "\x1b[>", "$p", "\x1b]"] {
        assert!(!written.contains(question), "{question:?} was asked");
    }
    terminal.press("n").see("called:");
    let written = String::from_utf8_lossy(&terminal.written()).into_owned();
    assert!(written.contains("\x1b[?2026h") && written.contains("\x1b[?2026l"), "frames are synchronized updates");
}
