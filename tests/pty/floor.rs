//! The list, the floor and time, all of it by key on the real program.

use crate::terminal::Terminal;

/// What the speaker's clock says is left of 1:21.
fn seconds_left(shown: &str) -> Option<u32> {
    let (before, _) = shown.split_once(" of 1:21")?;
    let (minutes, seconds) = before.rsplit(' ').next()?.split_once(':')?;
    Some(minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()?)
}

#[test]
fn an_order_a_ruling_a_swap_an_aside_a_division_a_moment_put_right_and_the_floor_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").press("n").see("called:");
    terminal.press_until("n", "done: Malawi");
    // Belarus raises a point of order while an item is being typed, and the line is there again.
    terminal.press("qHow many\x0f").see("Who raises it?");
    terminal.press("belarus").see("point of order: Belarus, Malawi is held").press("\r");
    terminal.see("POINT OF ORDER").see("HELD").see("How many").press("\x1b").see("undo: order: Belarus");
    terminal.press("y").see("1 upheld, 2 dismissed or 3 noted").press("2 it is no matter of procedure\r");
    terminal.see("RULING DISMISSED").see("undo: ruling dismissed");
    terminal.press("d").see("done: Malawi goes on").see("SPEAKING");
    // Malaysia and the Maldives change places; the one after them waits aside.
    terminal.press("j").see("swap: Malaysia with").press("s").see("Malaysia changes places");
    terminal.press("j").see("swap: Malaysia and Maldives").press("\r").see("places 1 ↔ 2").see("next: Maldives");
    terminal.press("x").see("aside: Maldives").see("next: Malaysia");
    terminal.press("X").see("release: Maldives").see("next: Maldives");
    terminal.press("z").see("defer: Maldives to the end").see("undo: ").press("u").see("taken back: ").see("next: Maldives");
    // What is left is divided by the figure that the chair announces.
    terminal.press("=").see("equal division").see("nothing is changed until Enter");
    terminal.press("55s").see("the figure announced: each gets 0:55").press("\r").see("0:55 each");
    // The end was five seconds earlier than the key, then it was not, and then there was no end at all.
    terminal.see_that("six seconds used", |shown| seconds_left(shown).is_some_and(|left| left < 75));
    terminal.press_until("d", "CALLED").see("floor back: Malawi");
    terminal.press("b").see("5 s earlier").see("undo: 5 s earlier: done: Malawi").press("B").see("as it was pressed");
    terminal.press("G").see("floor back: Malawi").see("SPEAKING").see("undo: again: Malawi");
    terminal.press("D").see("cut: Malawi").see("CALLED");
}

#[test]
fn pasted_names_are_seen_before_they_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(folder.path(), &[]);
    terminal.see("NOT BEGUN").see("103 waiting");
    terminal.press("\x1b[200~Andorra\rAtlantis\rTuvalu\r\x1b[201~").see("2 understood").see("1 not understood").see("Atlantis");
    terminal.see("Enter ask whether to take the other 2").press_until("\r", "Take 2 of 3 lines?");
    terminal.press("\x1b").see("2 understood").press("I\x15palau").see("line 2: Palau").press("\r").see("inscribe all 3 entries");
    terminal.press("x").see("inscribe 2 entries, 1 left out").press("\x1b").see("103 waiting");
    terminal.press("\x1b[200~Andorra\rTuvalu\r\x1b[201~").see("2 understood").see("inscribe all 2 entries");
    terminal.press("\r").see("105 waiting").see("undo: import 2 entries").press("u").see("103 waiting");
}
