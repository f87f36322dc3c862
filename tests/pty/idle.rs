//! While someone speaks and nobody presses anything, next to nothing is written (case IS-27).

use crate::terminal::Start;

/// A second may cost so many bytes: the digits that change, and where they stand.
const BUDGET: usize = 600;

#[test]
fn a_second_of_speaking_writes_the_digits_that_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Start { folder: folder.path(), columns: 200, rows: 60, ..Start::default() }.run();
    terminal.see("NOT BEGUN").press("n").see("called:").press_until("n", "SPEAKING");
    terminal.see("1:17 of 1:21");
    let before = terminal.written().len();
    terminal.see("1:14 of 1:21");
    let written = terminal.written().len() - before;
    assert!(written <= 3 * BUDGET, "{written} bytes in three seconds");
}
