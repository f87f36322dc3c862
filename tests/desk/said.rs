//! What the operator is told: what a line would take back, what became of a press that was one too many, and what is not there any more.

use plenary::dialogue::TurnNo;

use crate::table::Table;

#[test]
fn a_line_that_does_not_name_what_it_is_about_says_it() {
    let mut table = Table::begun();
    table.press("d").wait(1_000);
    for (line, says) in [
        ("next", "next: Malaysia"),
        ("again", "again: Malawi"),
        ("absent", "absent: Malaysia"),
        ("undo", "undo 4: done: Malawi"),
        ("back 5s", "5 s earlier: done: Malawi"),
        ("replace pause", "in place of 4: pause Malawi"),
        ("undo 3", "undo 3: asks first about 4"),
        // How long ago is not left out, and what names all it is about is as it will be recorded.
        ("next ago=0s", "next: Malaysia"),
        ("give FRA kind=statement", "give FRA kind=statement"),
    ] {
        table.press(&format!(":{line}"));
        assert_eq!(table.does(), says, "{line}");
        table.press("<Esc>").wait(1_000);
    }
    table.press("u").wait(1_000).press(":redo");
    assert_eq!(table.does(), "redo 4: done: Malawi");
    table.press("<Enter>");
    assert_eq!(table.said(), "brought back: 4: done: Malawi");
}

#[test]
fn what_was_taken_back_together_is_told_as_more_than_one() {
    let mut table = Table::begun();
    table.press("d").wait(1_000).press("5<Home>jju").wait(1_000).press("<Down><Enter>");
    assert_eq!(table.said(), "taken back: 3 next: Malawi together with 4");
    table.press("1").wait(1_000);
    assert_eq!(table.hint("U"), Some("redo: next: Malawi and 1 more"));
    table.press("U");
    assert_eq!(table.said(), "brought back: next: Malawi and 1 more");
}

#[test]
fn a_second_press_is_not_told_that_the_first_has_left_nothing_to_do() {
    let mut table = Table::begun();
    table.press("d").wait(100).press("d");
    assert_eq!((table.said(), table.speaker().as_str()), ("Pressed twice in 0.4 s, taken once: the speaker has ended", "nobody"));
    // Held down it is that for as long as it is.
    for _ in 0..10 {
        table.wait(100).press("d");
        assert!(table.said().starts_with("Pressed twice"), "{}", table.refused());
    }
    table.wait(1_000).press("d");
    assert_eq!(table.refused(), "Nobody has the floor");
    // What came to nothing the first time is no press that was taken.
    table.wait(200).press("d");
    assert_eq!(table.refused(), "Nobody has the floor");
}

#[test]
fn what_is_not_there_any_more_is_not_to_be_pressed_for_again() {
    let mut table = Table::begun();
    table.press("jj").elsewhere("clerk", "withdraw e3").press("g");
    assert_eq!(table.refused(), "Maldives is out of the list now (withdraw Maldives, by clerk)");
    let mut table = Table::begun();
    table.elsewhere("clerk", "undo 3").press("d");
    assert!(table.refused().starts_with("Nobody has the floor any more"), "{}", table.refused());
}

#[test]
fn who_takes_something_back_elsewhere_is_said_with_what_it_was() {
    let mut table = Table::begun();
    table.press("n").wait(3_000).elsewhere("operator", "undo").wait(100);
    assert_eq!(table.refused(), "next locked: first is now Malaysia (undo 4: next: Malaysia, by operator elsewhere)");
}

#[test]
fn one_s_own_change_of_the_first_opens_a_lock_that_others_have_set() {
    let mut table = Table::begun();
    table.elsewhere("clerk", "move e9 at=1").wait(100);
    assert!(table.hint("n").unwrap().starts_with("next locked"), "{:?}", table.hint("n"));
    table.press("z").wait(100);
    assert!(table.hint("n").unwrap().starts_with("next locked"), "nobody was selected, nothing has changed");
    table.press("jx").wait(100);
    assert_eq!(table.hint("n"), Some("next: Malaysia"), "who is first is this hand's doing");
    table.press("n");
    assert_eq!(table.speaker(), "MYS");
}

#[test]
fn a_pick_counts_from_now_where_the_floor_has_gone_on_since_the_line_was_opened() {
    let mut table = Table::begun();
    table.press("obelar").wait(2_000).press("<C-n>").wait(2_000);
    assert_eq!(table.speaker(), "MYS");
    table.press("<Enter>");
    assert_eq!((table.refused(), table.speaker().as_str()), ("", "BLR"));
    assert_eq!(table.state().held().next().map(|held| held.number), Some(TurnNo(2)), "who had the floor when it was raised");
    // As long as it fits, it counts from the key that opened the line.
    let began = table.now;
    table.wait(1_000).press("d").wait(1_000).press("ocub").wait(3_000).press("<Enter>");
    assert_eq!(table.speaking().began.0 - began.0, 2_000);
}

#[test]
fn whoever_was_withdrawn_while_the_line_was_open_can_be_inscribed_in_it() {
    let mut table = Table::begun();
    table.press("ifranc").wait(1_000).elsewhere("clerk", "withdraw FRA").wait(1_000);
    table.press("<Enter>");
    assert_eq!(table.refused(), "");
    assert!(table.state().listed().any(|entry| entry.delegations[0].as_str() == "FRA"));
}

#[test]
fn a_paste_that_is_too_long_for_the_line_says_so() {
    let mut table = Table::begun();
    table.press("qHow").paste(&"many ".repeat(1_000));
    assert_eq!(table.refused(), "Too long for a line: the last 1003 letters of what was pasted were not taken");
    table.press("<Esc>q").paste(" more");
    assert!(table.refused().starts_with("Too long for a line: the last 5 letters"), "{}", table.refused());
}

#[test]
fn a_key_of_an_item_s_line_says_where_it_works() {
    let mut table = Table::begun();
    table.press("<C-y>");
    assert!(table.refused().starts_with("That works in the line of an item, q opens it"), "{}", table.refused());
    table.press("<Enter>");
    assert_eq!(table.refused(), "That works on the items, Tab goes there: all of one item or official");
}

#[test]
fn a_letter_that_takes_an_official_can_be_pressed_again_after_it_was_refused() {
    let mut table = Table::begun();
    table.press("qWhich law<Enter><Enter>").wait(1_000).press("a").wait(1_000).elsewhere("clerk", "edit 1 Which law, and when").press("j");
    assert!(table.refused().starts_with("Item 1 has changed"), "{}", table.refused());
    assert!(table.refused().ends_with("press again if you still want it"), "{}", table.refused());
    assert_eq!(table.line().input.value(), "");
    table.wait(1_000).press("j");
    assert_eq!((table.refused(), table.record().last().unwrap().starts_with("assign 1 justice")), ("", true));
}

#[test]
fn beside_a_long_answer_the_next_speaker_and_what_undo_takes_back_are_both_named() {
    let mut table = Table::begun();
    table.press("n").wait(1_000).press("qWhich law will change<Enter><Enter>").wait(1_000).press(":undo 4<Enter>").wait(1_000);
    let screen = table.screen(80, 24);
    let keys = screen.lines().last().unwrap_or_default();
    assert!(keys.starts_with(" n next: Malaysia  u undo: "), "{screen}");
}
