//! The log: every record, what became of it, and what its keys do.

use plenary::dialogue::{Event, ItemNo, Seq};
use plenary::tui::log::Fate;
use plenary::tui::ui::Screen;

use crate::table::Table;

/// Records 2 to 8: begin, Malawi, an item, done, Malaysia, an item, 30 s longer; the log is open.
fn log() -> Table {
    let mut table = Table::begun();
    table.press("qHow many visits #torture<Enter><Enter>").wait(30_000).press("d").wait(20_000).press("n").wait(10_000);
    table.press("!ratify it #treaties<Enter><Enter>").wait(5_000).press("e").wait(5_000).press("5");
    assert_eq!(table.dialogue.seq(), Seq(8), "{:?}", table.record());
    assert_eq!(table.desk.ui.screen, Screen::Log);
    table
}

fn selected(table: &Table) -> Option<u32> {
    table.desk.ui.record.map(|seq| seq.0)
}

fn shown(table: &Table) -> Vec<u32> {
    let (log, records) = (&table.desk.ui.log, table.dialogue.records());
    (0..log.count()).map(|row| log.record(row, records).unwrap().seq.0).collect()
}

fn fate(table: &Table, seq: u32) -> Option<Fate> {
    table.desk.ui.log.fate(Seq(seq), table.dialogue.records())
}

#[test]
fn it_opens_at_the_newest_and_the_selection_begins_there() {
    let mut table = log();
    assert_eq!((selected(&table), shown(&table)), (None, (1..=8).collect()));
    assert_eq!(table.hint("u"), Some("undo: extend Malaysia by +0:30"), "as on every screen, while nothing is selected");
    table.press("k");
    assert_eq!(selected(&table), Some(8));
    table.press("kk<Up>");
    assert_eq!(selected(&table), Some(5));
    table.press("<Home>");
    assert_eq!(selected(&table), Some(1));
    table.press("<PageDown>");
    assert_eq!(selected(&table), Some(8));
    table.press("<PageUp>j<End>");
    assert_eq!(selected(&table), Some(8));
    table.press("<Esc>");
    assert_eq!(selected(&table), None);
}

#[test]
fn the_keys_of_the_floor_go_on_working_and_a_new_record_moves_no_selection() {
    let mut table = log();
    table.press("kk").press("n").wait(1_000);
    assert_eq!((selected(&table), table.dialogue.seq()), (Some(7), Seq(9)));
    assert_eq!(shown(&table).last(), Some(&9));
    table.press("1u");
    assert_eq!(fate(&table, 9), None, "the log is brought up to date when it is seen");
    table.press("5");
    assert_eq!(fate(&table, 9), Some(Fate::Undone(Seq(10))));
}

#[test]
fn a_point_of_order_is_found_by_either_of_its_words() {
    let mut table = log();
    table.press("oblr<Enter>").wait(1_000);
    for filter in ["order", "point", "point of order"] {
        table.press("f<C-u>").press(filter);
        assert_eq!(shown(&table), [9], "{filter}");
        table.press("<Esc>");
    }
}

#[test]
fn any_record_is_undone_and_comes_back_from_either_end() {
    let mut table = log();
    table.press("kkkkk");
    assert_eq!((selected(&table), table.hint("u")), (Some(4), Some("undo: 4 ask 1: How many visits")));
    table.press("u");
    assert_eq!((fate(&table, 4), selected(&table)), (Some(Fate::Undone(Seq(9))), Some(4)));
    assert!(table.state().item(ItemNo(1)).is_none());
    assert!(table.said().starts_with("taken back: 4 ask 1"), "{}", table.said());
    assert_eq!((table.hint("u"), table.hint("U")), (None, Some("redo: 4 ask 1: How many visits")));
    table.press("u");
    assert_eq!(table.refused(), "Record 4 is undone by 9; U brings it back");
    table.press("U");
    assert_eq!((fate(&table, 4), table.record().last()), (Some(Fate::Redone(Seq(10))), Some(&"redo 4")));
    assert!(table.state().item(ItemNo(1)).is_some());
    // The undo of an undo is what brings it back; of a redo, what takes it back once more.
    table.press("u").press("<End>");
    assert_eq!((selected(&table), table.hint("u")), (Some(11), Some("redo: 4 ask 1: How many visits")));
    table.press("u<End>u");
    assert_eq!((fate(&table, 4), table.record().last()), (Some(Fate::Undone(Seq(13))), Some(&"undo 4")));
}

#[test]
fn what_was_taken_back_as_one_comes_back_as_one() {
    let mut table = log();
    table.press(":undo 4 8<Enter>").press("kkkkkk");
    assert_eq!((selected(&table), table.hint("U")), (Some(4), Some("redo: 4 ask 1: How many visits with 8")));
    table.press("U");
    assert_eq!((fate(&table, 4), fate(&table, 8)), (Some(Fate::Redone(Seq(10))), Some(Fate::Redone(Seq(10)))));
}

#[test]
fn what_depends_is_named_before_the_key_is_pressed() {
    let mut table = log();
    table.press("<Home>jj");
    assert_eq!((selected(&table), table.hint("u")), (Some(3), Some("undo: 3 next: Malawi and 5, which depends on it")));
    table.press("k");
    let hint = table.hint("u").unwrap().to_owned();
    assert!(hint.starts_with("undo: 2 begin and 4 that depend on it: 3 5 6 8"), "{hint}");
    table.press("k");
    assert_eq!(table.hint("u"), None);
    table.press("u");
    assert!(table.refused().contains("opened the session"), "{}", table.refused());
}

#[test]
fn a_record_is_replaced_in_the_line_with_what_was_typed() {
    let mut table = log();
    table.press("kkkkkk;");
    assert_eq!(table.line().input.value(), "replace 3 ", "a verb that stood alone is not there to be put right");
    assert!(table.line().offers.iter().any(|offer| offer.insert == "give"), "what may stand there is offered");
    table.press("give DEU<Enter>");
    assert_eq!(fate(&table, 3), Some(Fate::Replaced(Seq(9))));
    assert_eq!(table.state().turns.iter().next().unwrap().delegations[0].as_str(), "DEU");
    // Anywhere else it is the last change that is meant, and that is the replacement itself.
    table.press("1");
    assert_eq!(table.hint(";"), Some("replace: 9 in place of 3: give: Germany"));
    table.press(";");
    assert_eq!(table.line().input.value(), "replace 9 give DEU");
    assert_eq!(table.does(), "in place of 3: give: Germany");
    table.press("<Esc>u5");
    assert_eq!(fate(&table, 3), None);
}

#[test]
fn the_keys_of_the_selected_record_come_before_all_but_those_of_the_floor() {
    let mut table = log();
    table.press("<Home>jjj");
    assert_eq!(table.hints()[..6], ["n", "d", "u", "Enter", ";", "f"]);
    table.press("u");
    assert_eq!(table.hints()[..5], ["n", "d", "U", "Enter", "f"]);
}

#[test]
fn what_cannot_be_replaced_says_so() {
    let mut table = log();
    table.press("bk;");
    assert!(table.refused().starts_with("Nothing takes the place of record 9 (5 s earlier: next: Malaysia)"), "{}", table.refused());
    assert_eq!(fate(&table, 6).map(Fate::words), Some("5 s earlier by 9".to_owned()));
    table.press("b").press(":retype video<Enter>");
    assert_eq!(fate(&table, 6).map(Fate::words), Some("retyped by 11".to_owned()));
    table.press("<Esc>u");
    assert_eq!(fate(&table, 6).map(Fate::words), Some("10 s earlier by 10".to_owned()));
    table.press("kku;");
    assert!(table.refused().contains("nothing takes its place"), "{}", table.refused());
}

#[test]
fn a_moment_is_looked_at_and_no_key_of_the_floor_acts_there() {
    let mut table = log();
    table.press("<Enter>");
    assert!(table.refused().starts_with("No record is selected"), "{}", table.refused());
    table.press("<Home>jjj");
    assert_eq!(table.hint("Enter"), Some("as it was after 4"));
    table.press("<Enter>");
    let past = |table: &Table| table.desk.ui.past.as_ref().map(|past| (past.record.0, past.at, past.says.clone())).unwrap();
    assert_eq!(past(&table), (4, table.dialogue.record(Seq(4)).unwrap().at, "ask 1: How many visits".to_owned()));
    let then = &table.desk.ui.past.as_ref().unwrap().state;
    assert_eq!((then.speaking().unwrap().delegations[0].as_str(), then.items.iter().count()), ("MWI", 1));
    let before = table.record().len();
    for key in ["n", "d", " ", "u", "q", ":", "<C-n>", "<Enter>", "/", "o", "f", "F", "H", "<Tab>", "a"] {
        table.press(key);
        assert_eq!(table.refused(), "This is the past: Esc first, which goes back to now", "{key}");
        assert!(table.desk.ui.overlay.is_none(), "{key}");
    }
    table.paste("nnn");
    assert!(table.refused().starts_with("This is the past"));
    assert_eq!(table.record().len(), before);
    table.press("j");
    assert_eq!(past(&table).0, 5);
    table.press("kk");
    assert_eq!(past(&table).0, 3);
    table.press("<End>j");
    assert_eq!(past(&table).0, 8);
    assert_eq!((table.hint("k"), table.hint("n")), (Some("a record earlier"), None));
    // The meeting has gone on meanwhile, and the record that was looked at last is selected.
    table.wait(1_000).press("<Esc>");
    assert!(table.desk.ui.past.is_none());
    assert_eq!((selected(&table), table.speaker()), (Some(8), "MYS".to_owned()));
    table.press("n");
    assert_eq!(table.record().len(), before + 1);
}

#[test]
fn what_was_taken_back_later_is_there_when_its_moment_is_looked_at() {
    let mut table = log();
    table.press(":undo 4<Enter>").press("k<Enter>");
    assert_eq!(table.desk.ui.past.as_ref().unwrap().state.items.iter().count(), 1, "after the undo");
    table.press("k");
    assert_eq!(table.desk.ui.past.as_ref().unwrap().state.items.iter().count(), 2, "before it");
}

#[test]
fn leaving_can_be_asked_for_in_the_past() {
    let mut table = log();
    table.press("k<Enter>Q");
    assert!(table.question().title.starts_with("Leave"));
    table.press("<Esc>");
    assert!(table.desk.ui.past.is_some() && table.desk.ui.overlay.is_none());
    table.press("Q").wait(100).wait(1_000).press("<Right><Enter>");
    assert!(table.left);
}

#[test]
fn the_filter_narrows_with_every_letter_by_who_what_and_what_became_of_it() {
    let mut table = log();
    table.press("f");
    assert_eq!(table.line().title, "which records are shown");
    table.press("mal");
    assert_eq!(shown(&table), [3, 5, 6, 8]);
    table.press("aw");
    assert_eq!(shown(&table), [3, 5]);
    table.press(" done");
    assert_eq!(shown(&table), [5]);
    table.press("<Enter>").wait(1_000);
    assert_eq!(shown(&table), [5]);
    table.press("kk");
    assert_eq!(selected(&table), Some(5));
    table.press("f<C-u>xyz");
    assert!(shown(&table).is_empty());
    table.press("<Esc>");
    assert_eq!(shown(&table), [5], "Escape in the line puts back what was shown");
    table.press("<Esc>");
    assert_eq!(shown(&table), (1..=8).collect::<Vec<_>>());
    for (filter, records) in [("visits", vec![4]), ("operator 7", vec![7]), ("recommend", vec![7]), ("undone", vec![])] {
        table.press("f<C-u>").press(filter);
        assert_eq!(shown(&table), records, "{filter}");
        table.press("<Esc>");
    }
    table.press("u").press("fundone<Enter>");
    assert_eq!(shown(&table), [8]);
    table.press("U");
    assert!(shown(&table).is_empty(), "what is shown follows what becomes of it");
}

#[test]
fn whoever_is_meant_is_found_by_their_code_too_and_what_they_asked() {
    let mut table = log();
    for (filter, records) in [("MWI", vec![3, 4, 5]), ("mys", vec![6, 7, 8]), ("mys recommend", vec![7]), ("malawi", vec![3, 5])] {
        table.press("f<C-u>").press(filter);
        assert_eq!(shown(&table), records, "{filter}");
        table.press("<Esc>");
    }
    let screen = table.screen(80, 24);
    assert!(screen.contains("ask 1 MWI: How many visits") && screen.contains("recommend 2 MYS: ratify it"), "{screen}");
}

#[test]
fn keys_of_the_items_say_where_they_work() {
    let mut table = log();
    table.press("kr");
    assert!(table.refused().starts_with("That works on the items, 2 goes there"), "{}", table.refused());
    table.press("5");
    assert_eq!(table.refused(), "The log is open; 1 goes back to the floor");
    let undo = table.dialogue.records().iter().any(|record| matches!(record.events.first(), Some(Event::Undone(_))));
    assert!(!undo);
}

#[test]
fn what_depends_is_taken_back_too_as_one_step_after_a_question() {
    let mut table = log();
    table.press("<Home>jju");
    let question = table.question();
    assert_eq!((question.title.as_str(), question.chosen), ("Another record depends on this", 0));
    assert_eq!(question.lines, ["Nothing is changed yet: undo 3 next: Malawi", "5  done: Malawi"]);
    assert_eq!(question.answers, ["Leave all as it is", "Undo both, as one step"]);
    let before = table.record().len();
    table.wait(1_000).press("<Enter>");
    assert_eq!((table.record().len(), fate(&table, 3)), (before, None), "the answer that is chosen first is the harmless one");
    table.press("u").wait(1_000).press("<Down><Enter>");
    assert_eq!(table.record().last(), Some(&"undo 3 5"));
    assert_eq!((fate(&table, 3), fate(&table, 5)), (Some(Fate::Undone(Seq(9))), Some(Fate::Undone(Seq(9)))));
    assert_eq!(table.said(), "taken back: 3 next: Malawi together with 5 · item 1 is in no turn now");
    table.press("U");
    assert_eq!(table.record().last(), Some(&"redo 3 5"));
    assert_eq!(table.said(), "brought back: 3 next: Malawi with 5 · item 1 is in turn 1 of Malawi now");
}

#[test]
fn the_same_is_offered_wherever_something_is_in_the_way() {
    // From the line, where it is said before Enter; the line closes once it is done.
    let mut table = log();
    table.press("1:undo 3");
    assert_eq!(table.does(), "undo 3: asks first about 5");
    table.press("<Enter>");
    assert_eq!(table.question().title, "Another record depends on this");
    table.wait(1_000).press("<Esc>");
    assert_eq!(table.line().input.value(), "undo 3", "the line is there again");
    table.press("<Enter>").wait(1_000).press("<Right><Enter>");
    assert_eq!((table.record().last(), table.desk.ui.overlay.is_none()), (Some(&"undo 3 5"), true));
}

#[test]
fn the_plain_undo_asks_as_well() {
    let mut table = Table::begun();
    // Another seat has built upon this one's last change.
    table.wait(1_000).press("qx #torture<Enter><Enter>");
    table.say("clerk", "answered 1");
    table.wait(1_000).press("u");
    assert_eq!(table.question().lines.last().map(String::as_str), Some("5  answered 1"));
    table.wait(1_000).press("<Down><Enter>");
    assert_eq!(table.record().last(), Some(&"undo 4 5"));
}

#[test]
fn a_replacement_takes_back_first_what_does_not_fit_it() {
    let mut table = log();
    table.press("<Home>jjj;");
    for _ in 0.."ask How many visits #torture".len() {
        table.press("<Bs>");
    }
    table.press("note nothing<Enter>");
    assert_eq!(fate(&table, 4), Some(Fate::Replaced(Seq(9))), "nothing depends on the item");
    table.press("<Home>jj;note nobody yet");
    assert_eq!(table.does(), "replace 3 note nobody yet: asks first about 5");
    table.press("<Enter>");
    assert_eq!(table.question().answers[1], "Undo it, and replace 3 note nobody yet");
    table.wait(1_000).press("<Down><Enter>");
    assert_eq!(table.record()[table.record().len() - 2..], ["undo 5", "replace 3 note nobody yet"]);
    assert_eq!((fate(&table, 3), fate(&table, 5)), (Some(Fate::Replaced(Seq(11))), Some(Fate::Undone(Seq(10)))));
    assert!(table.desk.ui.overlay.is_none());
}

#[test]
fn after_a_wrong_next_the_former_speaker_has_the_floor_and_an_item_logged_meanwhile_is_theirs() {
    let mut table = Table::begun();
    table.wait(20_000).press("n").wait(5_000).press("qWhich shelters<Enter><Enter>").wait(2_000);
    assert_eq!((table.speaker(), table.state().item(ItemNo(1)).unwrap().turn.unwrap().0), ("MYS".to_owned(), 2));
    table.press(":undo 4<Enter>");
    assert_eq!((table.speaker(), table.state().item(ItemNo(1)).unwrap().turn.unwrap().0), ("MWI".to_owned(), 1));
    assert_eq!(table.said(), "taken back: 4: next: Malaysia · item 1 is in turn 1 of Malawi now");
    let left = table.state().clock(table.speaking(), table.now).elapsed;
    assert_eq!(left.0, 10_000 + 20_000 + 5_000 + 2_000, "as if the key had never been pressed");
}
