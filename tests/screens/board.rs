//! The board and what belongs to it: filter, headings, marks, a sheet, what is outstanding, the answering side.

use plenary::dialogue::{Action, ItemNo, OfficialRef, Position, Text, Which};
use plenary::tui::board::Grouping;
use plenary::tui::ui::{About, Focus, Overlay, Purpose, Screen, Sheet, SheetRow};

use crate::looks;
use crate::stage::lines::prompt;
use crate::stage::{Stage, has, running};

/// Items in every state there is.
fn board() -> Stage {
    let mut stage = running("0:30");
    stage.act(Action::Answered { which: Which::Items(vec![ItemNo(7), ItemNo(4)]), by: None });
    stage
        .act(Action::Written(vec![ItemNo(12)]))
        .act(Action::Decline { items: vec![ItemNo(15)], why: Some(Text::from("not for this review")) });
    stage.act(Action::Merge { items: vec![ItemNo(2), ItemNo(10), ItemNo(18)], into: ItemNo(34) });
    stage.act(Action::Position { items: vec![ItemNo(1), ItemNo(9)], position: Position::Supported });
    stage.act(Action::Position { items: vec![ItemNo(17)], position: Position::Noted });
    stage.ui.screen = Screen::Items;
    stage.ui.focus = Focus::Items;
    stage
}

#[test]
fn every_item_stands_in_the_table_with_its_state() {
    let mut stage = board();
    stage.ui.item = Some(ItemNo(34));
    stage.ui.marked = vec![ItemNo(31), ItemNo(36)];
    has(&stage, 80, 24, &["Items 34 · 2 marked · 6 to assign", "●  36", "TKM+3", "? How many visits"]);
    has(&stage, 120, 40, &["1 in writing · 1 declined", "also MYS, NLD, ROU", "pending"]);
    looks("board", &stage);
}

#[test]
fn a_filter_says_what_is_shown_and_headings_count() {
    let mut stage = board();
    stage.ui.board.follow(&stage.dialogue);
    stage.ui.board.group(Grouping::Theme, stage.dialogue.state());
    has(&stage, 120, 40, &["by theme", "Death penalty  5"]);
    stage.ui.board.narrow("supported by:official", stage.dialogue.state());
    has(&stage, 80, 24, &["Items 2 of 34", "f supported by:official"]);
    stage.ui.overlay =
        Some(prompt(Purpose::Filter(String::new()), "which items are shown", "shelters", &[], "show these", "Esc as it was"));
    stage.ui.board.narrow("shelters", stage.dialogue.state());
    has(&stage, 80, 24, &["Which shelters are open", "› shelters"]);
    looks("board-filter", &stage);
    stage.ui.board.narrow("xyzzy", stage.dialogue.state());
    has(&stage, 80, 24, &["no item fits; Esc shows all of them"]);
}

#[test]
fn what_is_outstanding_adds_up() {
    let mut stage = board();
    stage.ui.screen = Screen::Outstanding;
    let counts = stage.dialogue.state().item_counts();
    let sums = format!("asked {} = 2 answered + 1 in writing + 1 declined + {} outstanding", counts.asked(), counts.outstanding());
    has(&stage, 80, 24, &[&sums, "2 supported, 1 noted", "By official", "to assign"]);
    has(&stage, 120, 40, &["By delegation (first)", "Nobody", "not answered"]);
    looks("screen-outstanding", &stage);
    let state = stage.dialogue.state();
    let by_official: u32 = state.counts_by_official().iter().map(|(_, counts)| counts.asked()).sum();
    let by_delegation: u32 = state.counts_by_delegation().iter().map(|(_, counts)| counts.asked()).sum();
    assert_eq!((by_official, by_delegation), (counts.asked(), counts.asked()));
}

#[test]
fn at_the_pace_of_the_answers_some_will_not_be_given() {
    let mut stage = board();
    stage.act(Action::Reopen(vec![ItemNo(4), ItemNo(7)]));
    stage.ui.screen = Screen::Floor;
    stage.answer("justice").wait("5:00");
    assert!(!stage.screen(120, 40).contains("at this pace"), "nothing was answered yet");
    stage.act(Action::Answered { which: Which::Items(vec![ItemNo(7)]), by: None });
    // 65 minutes are left, five an answer: 13 of what is outstanding.
    let left = stage.dialogue.state().item_counts().outstanding() - 13;
    has(&stage, 120, 40, &[&format!("at this pace {left} items will not be answered")]);
    has(&stage, 80, 24, &[&format!("at this pace {left} items will not")]);
    stage.act(Action::Official(OfficialRef::Named(Text::from("i")))).wait("0:10");
    stage.ui.theme = Some(Text::from("assembly"));
    stage.ui.focus = Focus::Items;
    has(&stage, 200, 60, &["also MYS", "Internal Affairs"]);
    looks("answering-pace", &stage);
}

#[test]
fn a_sheet_wraps_what_is_long() {
    let mut stage = board();
    let fact = |label: &str, text: &str| SheetRow::Fact(label.to_owned(), text.to_owned());
    let rows = vec![
        fact("question", &"How many visits did the mechanism make? ".repeat(6)),
        fact("made by", "Turkmenistan, Malaysia"),
        SheetRow::Heading("History".to_owned()),
        fact("09:12:07", "operator: ask How many visits"),
    ];
    stage.ui.overlay = Some(Overlay::Sheet(Sheet { about: About::Item(ItemNo(34)), title: "Item 34".to_owned(), rows, scrolled: 0 }));
    has(&stage, 80, 24, &["Item 34", "made by", "History", "operator: ask"]);
    looks("sheet", &stage);
}
