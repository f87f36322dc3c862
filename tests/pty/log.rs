//! The log: a record in the middle is taken back from it with what depends on it, and a moment is looked at while the clock goes on.

use crate::terminal::{Start, Terminal};

/// Two statements, the first ended by itself, and an item in the second; the log is open, the first statement selected.
fn log(folder: &std::path::Path, columns: u16, rows: u16) -> Terminal {
    let mut terminal = Start { folder, columns, rows, ..Start::default() }.run();
    terminal.see("NOT BEGUN").press("n").see("called:");
    terminal.press_until("n", "● saved 3").press("d").see("● saved 4");
    terminal.press_until("n", "● saved 5").press("qWhich shelters\r").see("1 to assign").press("\r");
    terminal.press("5").see("Log 6").see("next: Malaysia").press("\x1b[H").press("jj").see("undo: 3 next: Malawi");
    terminal
}

#[test]
fn a_record_in_the_middle_is_taken_back_with_what_depends_on_it_as_one_step_and_comes_back() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let folder = tempfile::tempdir().unwrap();
        let mut terminal = log(folder.path(), columns, rows);
        terminal.see("u undo: 3 next: Malawi and 4, which depends on it").press("u");
        terminal.see("Another record depends on this").see("4  done: Malawi").see("▸ Leave all as it is").see("Undo both, as one step");
        terminal.press("\x1b").see_that("the question is gone", |shown| !shown.contains("Leave all"));
        terminal.see("● saved 6").press("u").see("Undo both, as one step");
        terminal.press_until("\x1b[B\r", "together with 4");
        terminal.see("● saved 7").see("undone by 7").see("undo 3, 4").see("MALAYSIA");
        terminal
            .see("U redo")
            .press("U")
            .see("● saved 8")
            .see("redone by 8")
            .see_that("nothing is undone", |shown| !shown.contains("undone by"));
    }
}

#[test]
fn a_moment_is_looked_at_and_the_present_goes_on_under_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = log(folder.path(), 120, 40);
    terminal.press("\r").see("AS IT WAS AT").see("record 3: next: Malawi").see("Esc back to now").see("1:21");
    terminal.press("n").see("This is the past: Esc first");
    terminal
        .press("j")
        .see("record 4: done: Malawi")
        .see("called:")
        .see_that("nobody has asked yet", |shown| !shown.contains("Which shelters"));
    terminal.press("\x1b").see("Log 6").see("MALAYSIA").see("● saved 6").see("4 by operator: done");
    terminal.press("fshel").see("Log 1 of 6").press("\r").see("Which shelters").press("\x1b").see("Log 6");
}
