//! The exports from a key: what is offered, where it would be written, and what is said of it.

use std::path::Path;

use plenary::export::Form;
use plenary::tui::ui::Overlay;

use crate::table::Table;

fn labels(table: &Table) -> Vec<&str> {
    table.line().offers.iter().map(|offer| offer.label.as_str()).collect()
}

fn written(table: &Table) -> Vec<&Path> {
    table.exports.iter().map(|place| place.path.as_path()).collect()
}

#[test]
fn one_key_shows_every_export_with_its_file_and_enter_writes_it() {
    let mut table = Table::begun();
    assert_eq!(table.hint("H"), Some("export"));
    table.press("H");
    assert_eq!(labels(&table)[..7], ["turns", "items", "list", "report", "sheets", "records", "sheet j"]);
    assert_eq!(table.line().title, "export into sessions");
    assert!(table.line().offers[0].detail.ends_with("for how long (CSV)   → x-turns.csv"), "{:?}", table.line().offers[0]);
    assert_eq!(table.does(), "write x-turns.csv");
    table.press("<Down><Down><Enter>");
    assert_eq!(written(&table), [Path::new("sessions/x-list.csv")]);
    assert_eq!(table.said(), "written: sessions/x-list.csv");
    assert!(table.desk.ui.overlay.is_none(), "the line is closed");
    assert_eq!(table.record().len(), 2, "an export is no record");
}

#[test]
fn letters_narrow_them_and_escape_writes_nothing() {
    let mut table = Table::begun();
    table.press("Hrep");
    assert_eq!((labels(&table), table.does()), (vec!["report"], "write x-report.md"));
    table.press("<Esc>");
    assert!(table.desk.ui.overlay.is_none() && table.exports.is_empty());
    table.press("Hprosecutor");
    assert_eq!(labels(&table), ["sheet p"]);
    table.press("<Enter>");
    assert_eq!(table.exports[0].form, Form::Sheet("prosecutor".into()));
    table.press("Hxyz");
    assert_eq!(table.does_not(), "No export fits \"xyz\"");
    table.press("<Enter>");
    assert_eq!((table.refused(), table.exports.len()), ("No export fits \"xyz\"", 1));
}

#[test]
fn the_selected_officials_sheet_is_chosen_on_their_screen_and_over_their_sheet() {
    let mut table = Table::begun();
    table.press("3jj");
    assert_eq!(table.hint("H"), Some("export"));
    table.press("H");
    assert_eq!(table.does(), "write x-sheet-foreign-affairs.md");
    table.press("<Esc><Enter>");
    assert!(matches!(table.desk.ui.overlay, Some(Overlay::Sheet(_))));
    table.press("H<Enter>");
    assert_eq!(written(&table), [Path::new("sessions/x-sheet-foreign-affairs.md")]);
    table.press("1H");
    assert_eq!(table.does(), "write x-turns.csv", "elsewhere the first is chosen");
}

#[test]
fn what_could_not_be_written_is_said_and_the_line_stays() {
    let mut table = Table::begun();
    table.disk = Some("x-turns.csv could not be written: no space left; make room; nothing was exported".to_owned());
    table.press("H<Enter>");
    assert!(table.refused().ends_with("nothing was exported"), "{}", table.refused());
    assert_eq!(table.does(), "write x-turns.csv");
    table.press("<Enter>");
    assert_eq!(table.said(), "written: sessions/x-turns.csv");
    assert!(table.desk.ui.overlay.is_none());
}

#[test]
fn the_floor_goes_on_from_inside_the_line() {
    let mut table = Table::begun();
    let first = table.speaker();
    table.press("H<C-n>");
    assert_ne!(table.speaker(), first);
    assert_eq!(table.does(), "write x-turns.csv");
}
