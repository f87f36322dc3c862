//! After an undo, at whatever moment, every key works (case IS-14).

use crate::table::Table;

/// All that an operator can press, but for what leaves at once.
const KEYS: &[&str] = &[
    "n", "N", "d", "D", " ", "e", "E", "b", "B", "o", "O", "y", "p", "v", "q", "!", "+", ".", "a", "A", "c", "C", "m", "G", "=", "i", "/",
    "u", "U", "h", ":", "?", "<Tab>", "j", "k", "Q", "1", "2", "3", "4", "5", "6", "0", "J", "K", "t", "l", "s", "z", "x", "X", "w", "W",
    "g", "S", "(", ")", "f", "F", "r", "R", "*", "&", "%", ",", "P", "I", "T", "<Enter>", "<Esc>", "<Up>", "<C-n>", "<C-d>", "<C-o>",
];

/// A meeting in which this and that was pressed, a second between any two keys.
fn busy() -> Table {
    let mut table = Table::begun();
    for keys in ["e", "qWhich law? @j<Enter>", "<Esc>", "obelarus<Enter>", "d", " ", "n", "b", "x", "!ratify it<Enter>", "<Esc>", "d"] {
        table.press(keys).wait(1_000);
    }
    table
}

#[test]
fn every_key_works_after_any_number_of_undos() {
    for undos in [1, 4, 9] {
        for keys in KEYS.chunks(15) {
            let mut table = busy();
            for key in keys {
                let before = taken_back(&table);
                for _ in 0..undos {
                    table.press("u").wait(1_000);
                }
                assert!(taken_back(&table) >= before + undos.min(3), "{undos} undos are not taken: {}", table.said());
                table.press(key).wait(1_000).press("<Esc>").wait(1_000).press("<Esc>").wait(1_000).press("1").wait(1_000);
                assert!(!table.left, "{key} leaves");
                // Whatever it was, the meeting goes on: begun again if need be, an order ended, and the next called.
                let (seq, speaker) = (table.dialogue.seq(), table.speaker());
                for key in ["d", "n", "n", "n"] {
                    table.press(key).wait(3_000);
                }
                let is_called = table.speaker() != "nobody" && (table.dialogue.seq() > seq || table.speaker() != speaker);
                assert!(is_called, "after {undos} undos and {key} nobody is called: {}", table.said());
            }
        }
    }
}

fn taken_back(table: &Table) -> usize {
    table.record().iter().filter(|command| **command == "undo").count()
}
