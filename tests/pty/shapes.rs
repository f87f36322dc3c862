//! Any size of window, and the resizes between them.

use crate::left::see_left_cleanly;
use crate::terminal::{Start, Terminal};

/// Every key that means something, but for those that leave; Escape and Enter more often, so that what was opened is closed again.
const KEYS: &str = "nNdD eEbBoOyYpvq!+.aAcCmG=i/uUh:?\tjk1234560JKtlszxXwWgS()fFrR*&%,PIT\r\r\r\r\u{1b}\u{1b}\u{1b}\u{1b}\u{7f}\u{e}\u{4}";

#[test]
fn a_thousand_sizes_are_survived_while_keys_are_pressed() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Start { folder: folder.path(), columns: 1, rows: 1, ..Start::default() }.run();
    let keys: Vec<char> = KEYS.chars().collect();
    let mut seed: u32 = 1;
    let mut below = |end: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % end
    };
    for round in 0..1_000 {
        let (columns, rows) = match round % 50 {
            0 => (1, 1),
            1 => (300, 100),
            _ => (1 + below(300) as u16, 1 + below(100) as u16),
        };
        let before = terminal.written().len();
        terminal.resize(columns, rows);
        // Drawn in this size, and not only passed through; every tenth follows at the heels of the last.
        if round % 10 > 0 {
            terminal.see_frame_after(before);
        }
        terminal.press(&keys[below(keys.len() as u32) as usize].to_string());
    }
    terminal.resize(120, 40);
    see_left_cleanly(&mut terminal, folder.path());
}

#[test]
fn from_one_cell_to_a_wall_the_keys_go_on_working() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Start { folder: folder.path(), columns: 1, rows: 1, ..Start::default() }.run();
    terminal.resize(80, 24).see("NOT BEGUN").press("n").see("called:");
    terminal.resize(120, 40).see("Delegation of Kazakhstan");
    terminal.resize(300, 100).see("Delegation of Kazakhstan");
    see_left_cleanly(&mut terminal, folder.path());
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
    see_left_cleanly(&mut terminal, folder.path());
}
