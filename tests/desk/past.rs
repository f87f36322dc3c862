//! A moment looked at from the log, on all screens: as live, and nothing acts.

use plenary::dialogue::{ItemNo, Seq};
use plenary::tui::log::Fate;
use plenary::tui::ui::{Overlay, Screen, SheetRow};

use super::table::Table;

/// Three items of two statements, the first of them given to an official and then taken back; the log is open.
fn table() -> Table {
    let mut table = Table::begun();
    table.press("qHow many visits #torture @j<Enter><Enter>").wait(30_000).press("d").wait(20_000);
    table.press("n").wait(10_000).press("!ratify it #treaties<Enter>which shelters<Enter><Enter>").wait(5_000);
    table.press(":undo 4<Enter>").press("5");
    let record = ["begin", "next", "ask", "done", "next", "recommend", "ask", "undo"];
    assert!(table.record().iter().zip(record).all(|(typed, verb)| typed.starts_with(verb)), "{:?}", table.record());
    assert_eq!((table.dialogue.seq(), table.desk.ui.screen), (Seq(9), Screen::Log));
    table
}

/// The same, at the moment of a record.
fn past(seq: u32) -> Table {
    let mut table = table();
    table.press("<Home>");
    for _ in 1..seq {
        table.press("j");
    }
    table.press("<Enter>");
    assert_eq!(looked_at(&table), Some(seq));
    table
}

fn looked_at(table: &Table) -> Option<u32> {
    table.desk.ui.past.as_ref().map(|past| past.record.0)
}

fn sheet(table: &Table) -> (String, Vec<String>) {
    let Some(Overlay::Sheet(sheet)) = &table.desk.ui.overlay else { panic!("no sheet is open") };
    let text = |row: &SheetRow| match row {
        SheetRow::Heading(text) => text.clone(),
        SheetRow::Fact(label, text) => format!("{label}: {text}"),
    };
    (sheet.title.clone(), sheet.rows.iter().map(text).collect())
}

#[test]
fn the_number_keys_show_the_moment_on_every_screen_and_escape_goes_back_to_the_log() {
    let mut table = past(7);
    assert_eq!(table.desk.ui.screen, Screen::Floor);
    let screens = [Screen::Items, Screen::Delegation, Screen::Figures, Screen::Log, Screen::Outstanding, Screen::Floor];
    for (key, screen) in ["2", "3", "4", "5", "6", "1"].into_iter().zip(screens) {
        table.press(key);
        assert_eq!((table.desk.ui.screen, looked_at(&table), table.refused()), (screen, Some(7), ""));
    }
    let before = table.record().len();
    table.press("6").press("n");
    assert_eq!((table.refused(), table.record().len()), ("This is the past: Esc first, which goes back to now", before));
    table.press("<Esc>");
    assert_eq!((looked_at(&table), table.desk.ui.screen), (None, Screen::Log));
    assert_eq!(table.desk.ui.record, Some(Seq(7)), "where one was");
}

#[test]
fn the_items_are_those_of_then_and_of_now_again_afterwards() {
    let mut table = past(7);
    table.press("2");
    let shown = |table: &Table| table.desk.ui.board.items().map(|item| item.0).collect::<Vec<_>>();
    assert_eq!(shown(&table), [2, 1], "the first is there, which was taken back later");
    table.press("<Right>");
    assert_eq!((shown(&table), looked_at(&table)), (vec![3, 2, 1], Some(8)));
    table.press("<Right><Right><Right>");
    assert_eq!((shown(&table), looked_at(&table)), (vec![3, 2], Some(9)));
    table.press("<Left>");
    assert_eq!((shown(&table), looked_at(&table)), (vec![3, 2, 1], Some(8)));
    table.press("<Esc>").press("2");
    assert_eq!(shown(&table), [3, 2], "as it is now");
}

#[test]
fn an_item_of_then_is_shown_as_it_was_and_what_is_selected_then_is_not_selected_now() {
    let mut table = past(8);
    table.press("2<Enter>");
    assert_eq!(table.refused(), "No item is selected; the arrows and j k select one");
    table.press("<Down><Down><Down>");
    assert_eq!((table.desk.ui.item, table.hint("Enter")), (Some(ItemNo(1)), Some("all of it")));
    table.press("<Enter>");
    let (title, rows) = sheet(&table);
    assert_eq!(title, "Item 1");
    assert!(rows.contains(&"status: to be answered".to_owned()), "{rows:?}");
    assert!(rows.last().unwrap().ends_with("ask 1: How many visits"), "not taken back yet: {rows:?}");
    // One record on it was taken back, and there is nothing to show.
    table.press("<Right>");
    assert!(table.desk.ui.overlay.is_none());
    table.press("<Left><Enter>");
    assert_eq!(table.refused(), "No item is selected; the arrows and j k select one");
    table.press("j<Enter>").press("n");
    assert_eq!(table.refused(), "This is the past: Esc first, which goes back to now");
    assert_eq!(sheet(&table).0, "Item 3", "it stays");
    table.press("<Esc>");
    assert!(table.desk.ui.overlay.is_none() && looked_at(&table) == Some(8), "first the sheet, then the past");
    table.press("<Esc>");
    assert_eq!((table.desk.ui.item, looked_at(&table)), (None, None));
}

#[test]
fn officials_have_the_sheets_of_then() {
    let mut table = past(4);
    table.press("3<Down><Enter>");
    let (title, rows) = sheet(&table);
    assert_eq!(title, "Minister of Justice");
    assert_eq!(rows[0], "so far: 1 open, 0 answered, 0 in writing, 0:00 spoken");
    table.press("<Esc><Esc>").press("3<Down><Enter>");
    assert_eq!(sheet(&table).1[0], "so far: 0 open, 0 answered, 0 in writing, 0:00 spoken", "now");
}

#[test]
fn the_log_ends_at_the_moment_and_knows_nothing_of_what_came_later() {
    let mut table = past(4);
    table.press("5");
    let fate = |table: &Table| table.desk.ui.log.fate(Seq(4), table.dialogue.records());
    assert_eq!((table.desk.ui.log.count(), fate(&table), table.desk.ui.record), (4, None, Some(Seq(4))));
    table.press("k");
    assert_eq!((table.desk.ui.log.count(), looked_at(&table)), (3, Some(3)));
    table.press("<Esc>");
    assert_eq!((table.desk.ui.log.count(), fate(&table)), (9, Some(Fate::Undone(Seq(9)))));
}

#[test]
fn filters_headings_and_order_work_and_no_key_of_the_floor_does_inside_the_line() {
    let mut table = past(8);
    table.press("2fratify");
    assert_eq!(table.desk.ui.board.items().count(), 1);
    let before = table.record().len();
    table.press("<C-n>");
    assert_eq!((table.refused(), table.record().len()), ("This is the past: Esc first, which goes back to now", before));
    assert_eq!(table.line().input.value(), "ratify", "the line stays");
    table.press("<Esc>");
    assert_eq!((table.desk.ui.board.items().count(), looked_at(&table)), (3, Some(8)));
    table.press("F");
    assert_eq!(table.said(), "by theme");
    table.press("L");
    assert!(!table.said().is_empty() && table.refused().is_empty());
    table.press("5fratify<Enter>");
    assert_eq!((table.desk.ui.log.count(), looked_at(&table)), (1, Some(8)), "{:?}", table.record());
}

#[test]
fn every_key_there_is_named_and_those_of_the_floor_are_not() {
    let mut table = past(8);
    assert_eq!((table.hint("right"), table.hint("left")), (Some("later"), Some("earlier")));
    assert_eq!((table.hint("j"), table.hint("2"), table.hint("n"), table.hint("u")), (Some("a record later"), Some("items"), None, None));
    table.press("2");
    assert_eq!((table.hint("j"), table.hint("F")), (Some("select below"), Some("headings")));
    table.press("?");
    assert!(matches!(table.desk.ui.overlay, Some(Overlay::Keys)));
    table.press("n");
    assert_eq!(table.refused(), "This is the past: Esc first, which goes back to now", "also over the list of keys");
    table.press("4").press("<Down><Down>");
    assert_eq!((table.desk.ui.figures_from, looked_at(&table)), (2, Some(8)));
}
