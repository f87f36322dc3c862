//! Hands that are late, tremble, or press what the screen no longer means; and keys that were no answers.

use plenary::dialogue::{EntryStatus, ItemNo, ItemStatus};
use plenary::review::{Ms, load};
use plenary::tui::input::Desk;
use plenary::tui::ui::Overlay;

use crate::table::Table;

#[test]
fn next_on_an_old_list_calls_nobody_says_what_changed_and_by_whom_and_is_locked_for_two_seconds() {
    let mut table = Table::begun();
    table.elsewhere("operator-2", "withdraw e2").press("n");
    assert_eq!(table.speaker(), "MWI");
    let says = "Maldives is first now (withdraw Malaysia, by operator-2); press again in 2 s if you still want it";
    assert_eq!(table.refused(), says);
    assert_eq!(table.hint("n"), Some("next locked: first is now Maldives"));
    table.wait(1500).press("n");
    assert_eq!(table.speaker(), "MWI");
    assert!(table.refused().starts_with("next locked: first is now Maldives; it opens by itself"), "{}", table.refused());
    table.wait(499).press("n");
    assert_eq!(table.speaker(), "MWI");
    table.wait(1);
    assert_eq!((table.hint("n"), table.said()), (Some("next: Maldives"), ""), "it opens by itself, and nothing more is said of it");
    table.press("n");
    assert_eq!(table.speaker(), "MDV");
}

#[test]
fn a_change_of_the_first_by_others_is_seen_before_the_finger_falls() {
    let mut table = Table::begun();
    table.elsewhere("clerk", "move FRA at=top").wait(600);
    assert_eq!(table.said(), "next locked: first is now France (move France to the top, by clerk)");
    assert_eq!(table.hint("n"), Some("next locked: first is now France"));
    assert_eq!(table.desk.changes_at(), Some(table.now + Ms(2000)), "the screen wakes when it opens");
    table.press("qwhat").press("<C-n>");
    assert_eq!(table.speaker(), "MWI", "nor from inside a line");
    table.press("<Esc>").wait(2000);
    assert_eq!((table.hint("n"), table.desk.changes_at()), (Some("next: France"), None));
}

#[test]
fn a_list_that_is_taken_over_locks_next_and_one_s_own_keys_never_do() {
    let mut table = Table::begun();
    for keys in ["jj", "w", "u", "t", "K", "n", "m", "u"] {
        table.press(keys);
        assert!(table.hint("n").is_some_and(|hint| hint.starts_with("next: ")), "{keys}: {:?}", table.hint("n"));
        table.wait(500);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    std::fs::write(&file, "delegation;kind\nFRA;point-of-order\n").unwrap();
    table.press(&format!(":import \"{}\"<Enter>", file.display())).wait(800).press("<Enter>");
    assert_eq!(table.hint("n"), Some("next locked: first is now France"));
    table.wait(2000);
    assert_eq!(table.hint("n"), Some("next: France, point of order, ends Malaysia"));
}

#[test]
fn what_others_do_elsewhere_does_not_disturb_a_key() {
    let mut table = Table::begun();
    table.press("qone @i<Enter>two @j<Enter><Enter>").wait(500);
    table.elsewhere("clerk", "note the interpreters are ready").elsewhere("clerk", "assign 1 justice").elsewhere("clerk", "withdraw e9");
    table.press("n");
    assert_eq!((table.speaker().as_str(), table.refused()), ("MYS", ""));
    assert_eq!(table.hint("n"), Some("next: Maldives"), "the list behind the first is no reason to lock it");
    table.elsewhere("clerk", "defer FRA").elsewhere("clerk", "ask a third").press("e");
    assert_eq!((table.speaking().extension, table.refused()), (Ms::seconds(30), ""));
    table.press("2j").elsewhere("clerk", "assign 1 internal-affairs").press("c");
    assert_eq!(table.refused(), "");
}

#[test]
fn the_floor_is_held_against_the_screen() {
    for (key, line, says) in [
        ("d", "give FRA", "France has the floor now (give: France, by clerk)"),
        ("D", "done", "Nobody has the floor any more (done: Malawi, by clerk)"),
        (" ", "pause", "Malawi is paused already (pause Malawi, by clerk)"),
        (" ", "give FRA", "France has the floor now"),
        ("e", "extend 30s", "Malawi has 1:51 in all now (extend Malawi by +0:30, by clerk)"),
        ("b", "pause", "The last start or stop is another one now (pause Malawi, by clerk)"),
        ("m", "give FRA", "France has the floor now"),
        ("p", "give FRA", "France has the floor now"),
        ("n", "give FRA", "France has the floor now"),
        ("n", "suspend", "The meeting is suspended now (suspend, by clerk)"),
        ("oFRA<Enter>", "give DEU", "Germany has the floor now"),
        ("Oright<Enter>", "give FRA", "France has the floor now"),
    ] {
        let mut table = Table::begun();
        let (line_keys, enter) = key.split_at(key.find("<Enter>").unwrap_or(0));
        table.press(line_keys);
        table.elsewhere("clerk", line);
        let before = table.record().len();
        table.press(enter);
        assert!(table.refused().starts_with(says), "{key} after {line}: {:?}", table.refused());
        assert!(table.refused().contains("press again"), "{}", table.refused());
        assert_eq!(table.record().len(), before + 1, "{key} after {line} changes nothing");
    }
    let mut table = Table::begun();
    table.elsewhere("clerk", "done").press("n");
    assert_eq!((table.speaker().as_str(), table.refused()), ("MYS", ""), "the one who would have lost the floor had ended");
}

#[test]
fn an_entry_that_moved_or_left_is_not_acted_upon() {
    for (key, line, says) in [
        ("w", "withdraw e3", "Maldives is out of the list now (withdraw Maldives, by clerk)"),
        ("w", "move e3 at=9", "Maldives has place 9 in the list now (move Maldives to place 9, by clerk)"),
        ("K", "swap e3 e7", "Maldives has place 6 in the list now"),
        ("J", "withdraw e2", "Maldives has place 1 in the list now (withdraw Malaysia, by clerk)"),
        ("t", "defer e3", "Maldives has place"),
        ("x", "aside e3", "Maldives is set aside now"),
        ("g", "next", "Malaysia has the floor now"),
        ("l2m<Enter>", "time e3 3m", "Maldives has another time of its own now"),
        ("z", "sort alphabetical from=Q", "Maldives has place"),
        ("w", "move e8 at=top", ""),
        ("w", "withdraw e2", ""),
    ] {
        let mut table = Table::begun();
        table.press("jj");
        let selected = table.desk.ui.entry.unwrap();
        assert_eq!(selected.0, 3, "{key}");
        let (line_keys, enter) = key.split_at(key.find("<Enter>").unwrap_or(0));
        table.press(line_keys).elsewhere("clerk", line).press(enter);
        assert!(
            table.refused().starts_with(says) && table.refused().is_empty() == says.is_empty(),
            "{key} after {line}: {:?}",
            table.refused()
        );
    }
}

#[test]
fn the_second_press_does_it_once_the_screen_has_shown_what_changed() {
    let mut table = Table::begun();
    table.press("jj").elsewhere("clerk", "move e3 at=9").press("w");
    assert_eq!(table.state().entries.get(plenary::dialogue::EntryNo(3)).unwrap().status, EntryStatus::Waiting);
    table.press("w");
    assert_eq!(table.state().entries.get(plenary::dialogue::EntryNo(3)).unwrap().status, EntryStatus::Withdrawn);
}

#[test]
fn an_item_that_someone_else_has_changed_is_not_acted_upon() {
    for (key, line, says) in [
        ("c", "answered 1", "Item 1 has changed (answered 1, by clerk)"),
        ("r", "edit 1 another text", "Item 1 has changed (edit 1: another text, by clerk)"),
        ("aj", "assign 1 prosecutor", "Item 1 has changed (assign 1 to "),
        ("R<Enter>", "drop 1", "There is no item 1 any more (drop 1, by clerk)"),
        (",torture<Enter>", "theme 1 #police", "Item 1 has changed"),
        ("I more<Enter>", "edit 1 another text", "Item 1 has changed"),
        ("%more<Enter>", "split 1 other", ""),
        ("c", "answered 2", ""),
    ] {
        let mut table = Table::begun();
        table.press("qone @i<Enter>two @j<Enter><Enter>").wait(500).press("2jj");
        assert_eq!(table.desk.ui.item, Some(ItemNo(1)), "{key}");
        let opens = key.chars().next().unwrap().to_string();
        if key.len() > 1 {
            table.press(&opens).elsewhere("clerk", line).wait(1000).press(&key[1..]);
        } else {
            table.elsewhere("clerk", line).press(key);
        }
        let refused = table.refused().to_owned();
        assert!(refused.starts_with(says) && refused.is_empty() == says.is_empty(), "{key} after {line}: {refused:?}");
    }
}

#[test]
fn a_line_about_an_item_is_held_against_what_it_was_opened_on_and_the_second_enter_does_it() {
    let mut table = Table::begun();
    table.press("qone @i<Enter><Enter>").wait(500).press("2jI");
    table.elsewhere("clerk", "edit 1 another text").wait(5000).press(" more<Enter>");
    assert!(table.refused().starts_with("Item 1 has changed"), "{}", table.refused());
    assert!(table.line().input.value().starts_with("?one more") || table.line().input.value().contains("one"), "what was typed is there");
    table.press("<Enter>");
    assert!(table.state().item(ItemNo(1)).unwrap().text.contains("one"), "{:?}", table.state().item(ItemNo(1)));
}

#[test]
fn undo_takes_back_what_the_screen_named_or_nothing() {
    let mut table = Table::begun();
    table.press("e").wait(500);
    assert!(table.hint("u").unwrap().contains("extend"));
    // Another process under the same name, as a second window has it.
    table.elsewhere("operator", "note this was said").press("u");
    assert!(
        table
            .refused()
            .starts_with("Undo would take back another change now, note: this was said (note: this was said, by operator elsewhere)"),
        "{}",
        table.refused()
    );
    assert_eq!(table.speaking().extension, Ms::seconds(30));
    table.press("u");
    assert_eq!(table.state().notes.iter().count(), 0);
    table.elsewhere("clerk", "undo 4").press("u");
    assert!(table.refused().starts_with("Undo would take back another change now, next: Malawi"), "{}", table.refused());
    assert_eq!(table.speaker(), "MWI");
}

#[test]
fn of_what_is_typed_only_what_names_nothing_is_held_against_the_screen() {
    let mut table = Table::begun();
    table.press(":done").elsewhere("clerk", "give FRA").press("<Enter>");
    assert!(table.refused().starts_with("France has the floor now"), "{}", table.refused());
    assert_eq!(table.line().input.value(), "done", "the line is kept");
    table.press("<Enter>");
    assert_eq!(table.speaker(), "nobody");
    table.press(":withdraw e3").elsewhere("clerk", "move e3 at=9").press("<Enter>");
    assert_eq!(table.refused(), "");
}

#[test]
fn one_s_own_keys_are_no_surprise_however_fast_they_are() {
    let mut table = Table::begun();
    // No frame between them.
    table.press("jjjKed");
    assert_eq!((table.refused(), table.speaker().as_str()), ("", "nobody"));
    // Others' records come in together with one's own.
    table.elsewhere("clerk", "note one").press("ne").elsewhere("clerk", "note two").press("JJ");
    assert_eq!((table.refused(), table.speaker().as_str()), ("", "MYS"));
    assert_eq!(table.speaking().extension, Ms::seconds(30));
}

#[test]
fn a_key_that_means_something_else_than_the_screen_says_does_nothing() {
    let mut table = Table::begun();
    table.press("qone @i<Enter>two @i<Enter><Enter>").wait(500).press("p").wait(500).press("vi").wait(500);
    assert_eq!(table.hint("c"), Some("answered: 1"));
    // It is read, and a slow line has not shown it.
    table.elsewhere("clerk", "answered 1").catch_up();
    table.press("c");
    assert!(table.refused().contains("the key is now \"answered: 2\""), "{}", table.refused());
    assert_eq!(table.state().item(ItemNo(2)).unwrap().status, ItemStatus::Assigned);
    table.press("c");
    assert_eq!(table.state().item(ItemNo(2)).unwrap().status, ItemStatus::Answered);
}

#[test]
fn a_screen_that_stood_still_for_a_minute_is_read_before_a_key_counts() {
    let mut table = Table::begun();
    table.now += Ms(185_000);
    table.press("d");
    assert!(table.refused().starts_with("This screen had stood still for more than a minute"), "{}", table.refused());
    assert_eq!(table.speaker(), "MWI");
    table.wait(749).press("d");
    assert_eq!(table.speaker(), "MWI", "what had been pressed meanwhile comes at once with the first frame, and nobody reads that fast");
    table.wait(500).press("d");
    assert_eq!(table.speaker(), "nobody");
    // While nothing happens a frame a minute is drawn, and that is no absence.
    table.press(":suspend<Enter>").wait(60_010).press("n");
    assert_eq!((table.refused(), table.state().status), ("", plenary::dialogue::Status::Open));
}

#[test]
fn a_key_that_is_held_down_counts_once() {
    let mut table = Table::begun();
    table.press("n");
    for _ in 0..200 {
        table.wait(33).press("n");
    }
    assert_eq!(table.speaker(), "MYS");
    table.wait(200).press("n");
    assert_eq!(table.speaker(), "MDV", "and works again after it was let go");
}

#[test]
fn the_key_that_opens_a_line_is_no_letter_in_it_when_it_jumps() {
    let mut table = Table::begun();
    table.press("q").wait(60).press("q");
    assert_eq!(table.line().input.value(), "");
    table.wait(60).press("uestion<Enter><Enter>");
    assert_eq!(table.state().items.iter().map(|item| item.text.to_string()).collect::<Vec<_>>(), ["uestion"], "one question");
    table.wait(500).press("q").wait(500).press("quelle loi");
    assert_eq!(table.line().input.value(), "quelle loi");
    table.paste("one\ntwo").press("<Esc>").press("<Esc>");
    assert!(table.desk.ui.overlay.is_none(), "Escape twice closes what lay over the line, and the line");
}

#[test]
fn a_question_that_was_left_at_once_asks_for_no_key_again() {
    let mut table = Table::begun();
    table.press("Q<Enter>");
    assert!(table.refused().contains("press it again"), "{}", table.refused());
    table.press("<Esc>");
    assert!(table.desk.ui.overlay.is_none());
    assert_eq!(table.said(), "");
}

#[test]
fn what_was_pressed_before_a_question_could_be_read_is_no_answer_to_it() {
    let mut table = Table::begun();
    table.press(":adjourn<Enter>");
    assert!(table.desk.ui.too_early);
    assert_eq!(table.desk.changes_at(), Some(table.now + Ms(750)), "the screen wakes to say that Enter counts now");
    let asked = table.question().clone();
    assert!(asked.title.contains("Kazakhstan"), "{asked:?}");
    assert!(asked.lines.iter().any(|line| line.contains("Malawi")) && asked.lines.iter().any(|line| line.contains("list")), "{asked:?}");
    assert_eq!(asked.chosen, 0, "the harmless answer");
    table.wait(749).press("<Right><Enter>");
    assert!(table.refused().contains("not taken as an answer"), "{}", table.refused());
    assert!(matches!(table.desk.ui.overlay, Some(Overlay::Question(_))));
    table.wait(1);
    assert_eq!((table.said(), table.desk.ui.too_early), ("", false), "from here on it is read as pressed");
    // It was in the line before the question was there, and is read only now.
    table.now += Ms(2000);
    table.frame();
    assert!(!table.desk.ui.too_early);
    table.now -= Ms(2700);
    table.press("<Right><Enter>");
    assert!(matches!(table.desk.ui.overlay, Some(Overlay::Question(_))));
    table.now += Ms(2700);
    table.press("<Right><Enter>");
    assert_eq!(table.state().status, plenary::dialogue::Status::Adjourned);
}

#[test]
fn a_question_counts_from_the_frame_that_shows_it() {
    let mut table = Table::begun();
    let quit = |desk: &Desk| matches!(desk.ui.overlay, Some(Overlay::Question(_)));
    table.press_unseen("Q");
    table.now += Ms(3000);
    table.press_unseen("<Right><Enter>");
    assert!(quit(&table.desk) && !table.left, "the line was slow, and no frame has shown it");
    table.frame().wait(750).press("<Right><Enter>");
    assert!(table.left);
}

#[test]
fn what_a_question_tells_is_true_when_it_is_answered() {
    let mut table = Table::begun();
    table.press(":adjourn<Enter>").wait(1000).elsewhere("clerk", "give FRA").wait(1000);
    assert!(table.question().lines[0].starts_with("France has the floor"), "{:?}", table.question());
    table.elsewhere("clerk", "done").press("<Right><Enter>");
    assert!(table.refused().starts_with("Nobody has the floor any more"), "{}", table.refused());
    assert_eq!(table.state().status, plenary::dialogue::Status::Open);
}

#[test]
fn time_alone_is_held_against_the_screen_too() {
    let review = load::review("tests/reviews/cut-at-zero.toml").unwrap().review;
    let mut table = Table::of(review);
    table.press("n").wait(1000).press("n").wait(1000);
    let left = table.state().clock(table.speaking(), table.now).left;
    // The clock cuts the turn, and no frame has shown it when the key comes.
    table.now += left + Ms(1);
    table.dialogue.advance(table.now);
    table.press("d");
    assert!(table.refused().contains("Nobody has the floor"), "{}", table.refused());
}
