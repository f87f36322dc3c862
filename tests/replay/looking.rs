//! The screens of a recording are those of live: sheets, the log with its filter, and nothing that would change the meeting.

use plenary::dialogue::{ItemNo, Seq};
use plenary::tui::player::sheet as drawn;
use plenary::tui::theme::Theme;
use plenary::tui::ui::{Overlay, SheetRow};

use super::recorded::Hand;

fn sheet(hand: &Hand) -> Option<(String, Vec<String>)> {
    let Some(Overlay::Sheet(sheet)) = &hand.deck.ui.overlay else { return None };
    let text = |row: &SheetRow| match row {
        SheetRow::Heading(text) => text.clone(),
        SheetRow::Fact(label, text) => format!("{label}: {text}"),
    };
    Some((sheet.title.clone(), sheet.rows.iter().map(text).collect()))
}

fn shown(hand: &mut Hand, columns: u16, rows: u16) -> String {
    drawn(&mut hand.deck, &Theme::standard(), columns, rows).unwrap().join("\n")
}

#[test]
fn enter_shows_all_of_an_item_and_it_is_kept_up_to_the_moment() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:48:50<Enter>2<Enter>");
    assert_eq!(hand.said(), "No item is selected; the arrows and j k select one");
    hand.press("<Down><Enter>");
    let (title, rows) = sheet(&hand).unwrap();
    assert_eq!(title, "Item 1");
    assert!(rows.contains(&"made by: Malawi".to_owned()) && rows.contains(&"status: to be answered".to_owned()), "{rows:?}");
    for (columns, height) in [(80, 24), (120, 40)] {
        let picture = shown(&mut hand, columns, height);
        assert!(picture.contains("Item 1") && picture.contains("‖ ×1    15:18:50") && picture.contains("? keys"), "{picture}");
    }
    // It plays on under the sheet, which closes where there is no such thing yet.
    hand.press(" ").wait(5_000).press(" ");
    shown(&mut hand, 80, 24);
    assert_eq!((sheet(&hand).map(|(title, _)| title), hand.at().as_str()), (Some("Item 1".to_owned()), "0:48:55"));
    hand.press("<Home>");
    shown(&mut hand, 80, 24);
    assert_eq!(sheet(&hand), None);
    hand.press("g0:48:50<Enter><Down><Enter><Esc>");
    assert_eq!((sheet(&hand), hand.deck.ui.item), (None, Some(ItemNo(1))), "Escape closes it and no more");
}

#[test]
fn enter_shows_all_of_an_official_and_the_arrows_scroll_it() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g1:00:00<Enter>3<Enter>");
    assert_eq!(hand.said(), "No official is selected; the arrows and j k select one");
    hand.press("<Down><Enter>");
    let (title, rows) = sheet(&hand).unwrap();
    assert_eq!(title, "Minister of Justice");
    assert_eq!(rows[0], "so far: 1 open, 0 answered, 0 in writing, 0:00 spoken");
    hand.press("<Down><Down><Up>");
    assert!(matches!(&hand.deck.ui.overlay, Some(Overlay::Sheet(sheet)) if sheet.scrolled == 1));
    hand.press("<End>");
    shown(&mut hand, 80, 24);
    assert!(sheet(&hand).unwrap().1[0].ends_with("7:50 spoken"), "{:?}", sheet(&hand));
    hand.press("<Enter>");
    assert_eq!(sheet(&hand), None);
}

#[test]
fn on_the_floor_enter_says_where_it_works() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g1:00:00<Enter><Enter>");
    assert_eq!(hand.said(), "That works on the items, 2 goes there: all of one item or official; the moment of a record");
    hand.press("<Tab><Down><Enter>");
    assert_eq!(sheet(&hand).map(|(title, _)| title), Some("Item 3".to_owned()));
}

#[test]
fn the_log_is_filtered_as_live_and_enter_goes_to_the_moment_of_a_record() {
    let mut hand = Hand::at_the_meeting();
    hand.press("<End>5f");
    hand.press("mala");
    let picture = shown(&mut hand, 120, 40);
    assert!(picture.contains("next: Malawi") && picture.contains("next: Malaysia") && !picture.contains("adjourn"), "{picture}");
    assert!(picture.contains("which records are shown"), "{picture}");
    hand.press("<Esc>");
    assert!(shown(&mut hand, 120, 40).contains("adjourn"), "as it was");
    hand.press("fmala<Enter>");
    assert!(shown(&mut hand, 120, 40).contains("· f mala"));
    hand.press("<Up><Up><Up><Up>");
    assert_eq!(hand.deck.ui.record, Some(Seq(5)), "the first that is shown");
    hand.press("<Enter>");
    assert_eq!((hand.at().as_str(), hand.speaker().as_str()), ("0:48:10", "MWI"));
    assert!(!shown(&mut hand, 120, 40).contains("Malaysia\n"), "what comes later is not shown");
    hand.press("<End>").press("<Esc>");
    assert!(!shown(&mut hand, 120, 40).contains("· f mala"), "Escape lets the filter go");
}

#[test]
fn a_record_that_was_taken_back_has_its_moment_where_it_is_shown() {
    let mut hand = Hand::at_the_meeting();
    hand.press("<End>5");
    hand.deck.ui.record = Some(Seq(13));
    hand.press("<Enter>");
    assert_eq!(hand.said(), "Record 13 was taken back or only corrects another; it is shown where what was taken back is");
    hand.press("u<Enter>");
    assert_eq!(hand.at(), "0:51:32");
}

#[test]
fn what_could_be_either_time_says_how_the_other_is_written() {
    // It is opened at 14:30, and 15:30 is 15 min 30 s after that as well.
    let mut hand = Hand::at_the_meeting();
    hand.press("g15:30");
    assert!(shown(&mut hand, 80, 24).contains("go to 14:45:30: nobody speaks · 15:30:00 is the time of day"));
    hand.press(":00");
    assert!(!shown(&mut hand, 80, 24).contains("is the time of day"));
}

#[test]
fn whoever_asked_and_what_they_asked_about_are_found_together() {
    let mut hand = Hand::at_the_meeting();
    hand.press("/malawi torture");
    assert!(shown(&mut hand, 120, 40).contains("15:18:40  Malawi: ask How many visits in 2024?"));
    hand.press("<Enter>");
    assert_eq!((hand.at().as_str(), hand.speaker().as_str()), ("0:48:40", "MWI"));
    assert_eq!(hand.said(), "\"malawi torture\": record 6 Malawi: ask How many visits in 2024? #torture @j");
    hand.press("/Malaysia protocol<Enter>");
    assert_eq!(hand.at(), "0:49:50");
    hand.press("/malawi protocol<Enter>");
    assert_eq!(hand.said(), "\"malawi protocol\" is in no name, item or note");
    // A name alone is whoever takes the floor, not each of their items.
    hand.press("<Home>/malawi<Enter>n");
    assert_eq!(hand.at(), "0:48:10");
}
