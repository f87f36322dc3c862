//! A line that takes nothing: keys are recorded all the same, and what is newest is drawn when it goes on.

use std::time::Duration;

use crate::left::{records, see_left_cleanly, see_records};
use crate::terminal::{Start, Terminal};

#[test]
fn a_line_that_stalls_holds_up_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("n").see("called:");
    terminal.stall(true);
    // Far more frames than the line can hold.
    for _ in 0..300 {
        terminal.press("?123\x1b");
        std::thread::sleep(Duration::from_millis(2));
    }
    terminal.press("1n");
    see_records(folder.path(), 3);
    terminal.press("e");
    see_records(folder.path(), 4);
    terminal.stall(false).see("● saved 4").see("30 s longer");
    assert!(terminal.written().len() < 400_000, "frames that nobody could see were drawn: {} bytes", terminal.written().len());
    see_left_cleanly(&mut terminal, folder.path());
}

/// At 2 kB/s a line takes 200 bytes a tenth of a second. With a key in every tenth, and a frame of the whole wall to begin with, the
/// screen falls far behind; each key is on the disk all the same before the line takes one byte more.
#[test]
fn a_reader_of_2_kb_a_second_delays_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Start { folder: folder.path(), columns: 300, rows: 100, ..Start::default() }.run();
    terminal.see("NOT BEGUN").press("n").see("called:").press_until("n", "SPEAKING");
    terminal.stall(true);
    let (start, before) = (records(folder.path()).len(), terminal.written().len());
    let orders = (0..20).map(|nth| format!(":extend {}s\r", 10 + nth));
    let items = (0..20).map(|nth| format!("{}Which law will change in {}?\r", if nth == 0 { "q" } else { "" }, 2030 + nth));
    let keys: Vec<String> = orders.chain(items).collect();
    for (key, nth) in keys.iter().zip(1..) {
        terminal.take(200).press(key);
        see_records(folder.path(), start + nth);
    }
    assert!(terminal.written().len() - before <= keys.len() * 200, "the line took more than it could");
    let newest = records(folder.path()).len();
    assert_eq!(newest, start + keys.len());
    assert!(!terminal.shown().contains(&format!("● saved {newest}")), "the line was quick enough to show everything");
    terminal.stall(false).see(&format!("● saved {newest}")).see("in 2049?").press("\x1b").see("q item");
    see_left_cleanly(&mut terminal, folder.path());
}

/// 100 kB at once: nothing of it is taken for keys; into a line it is text; what it would bring is shown before it is taken.
#[test]
fn a_paste_of_100_kb_is_text_and_the_keys_go_on_working() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN");
    let long = "nQd\x03u ".repeat(100_000 / 6);
    let lines = "! Ratify the protocol\x1b[2J at once\rWhat of the list?\r".repeat(100_000 / 50);
    terminal.press(&format!("\x1b[200~{long}\x1b[201~")).see("NOT BEGUN").see("never taken for keys");
    assert_eq!(records(folder.path()).len(), 1);
    terminal.press("q").see("Enter log").press(&format!("\x1b[200~{long}\x1b[201~")).see("Too long for a line").see("nQd u nQd u");
    terminal.press(&format!("\x1b[200~{lines}\x1b[201~")).see("4000 understood").see("Enter log all 4000 items");
    terminal.press("\x1b").see_that("the preview is gone", |shown| !shown.contains("4000")).see("nQd u nQd u");
    terminal.press("\x1b").see("q draft");
    assert_eq!(records(folder.path()).len(), 1);
    // Taken, they are one record, so that no key waits for thousands of them to be written.
    terminal.press("q").see("Enter log").press(&format!("\x15\x1b[200~{lines}\x1b[201~")).see("Enter log all 4000 items");
    terminal.press_until("\r", "undo: log 4000 items");
    assert_eq!(records(folder.path()).len(), 2);
    see_left_cleanly(&mut terminal, folder.path());
}
