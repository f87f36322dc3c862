//! The board: filter, headings, marks, and what becomes of an item.

use plenary::dialogue::{ItemNo, ItemStatus, Position};
use plenary::tui::board::Row;
use plenary::tui::ui::{Overlay, Screen, SheetRow};

use crate::table::Table;

/// Two statements with five items, on the board.
fn board() -> Table {
    let mut table = Table::begun();
    table.press(
        "qHow many visits #torture @p<Enter>!ratify the protocol #treaties<Enter>Which shelters #violence-against-women<Enter><Enter>",
    );
    table.wait(5000).press("n").wait(5000);
    table.press("!end torture #torture<Enter>Who investigates torture #torture<Enter><Enter>2").frame();
    table
}

fn shown(table: &Table) -> Vec<u32> {
    table.desk.ui.board.items().map(|item| item.0).collect()
}

fn status(table: &Table, item: u32) -> ItemStatus {
    table.state().item(ItemNo(item)).unwrap().status
}

#[test]
fn the_filter_narrows_with_every_letter_and_stays_until_escape() {
    let mut table = board();
    assert_eq!(shown(&table), [5, 4, 3, 2, 1]);
    table.press("ftor");
    assert_eq!(shown(&table), [5, 4, 1]);
    table.press(" mys");
    assert_eq!(shown(&table), [5, 4]);
    table.press(" ?");
    assert_eq!(shown(&table), [5]);
    table.press("<Enter>").wait(1000);
    assert!(table.desk.ui.overlay.is_none());
    assert_eq!(shown(&table), [5]);
    table.press("fxyz");
    assert!(shown(&table).is_empty());
    table.press("<Esc>");
    assert_eq!(shown(&table), [5], "Escape in the line puts back what was shown");
    table.press("<Esc>");
    assert_eq!(shown(&table), [5, 4, 3, 2, 1]);
}

#[test]
fn status_theme_official_and_delegation_are_found() {
    let mut table = board();
    for (filter, items) in [
        ("assigned", vec![1]),
        ("unassigned", vec![5, 3]),
        ("open", vec![5, 3, 1]),
        ("pending", vec![4, 2]),
        ("#treat", vec![2]),
        ("@p", vec![1]),
        ("malawi", vec![3, 2, 1]),
        ("! mys", vec![4]),
        ("question", vec![5, 3, 1]),
        ("3", vec![3]),
    ] {
        table.press("f<C-u>").press(filter);
        assert_eq!(shown(&table), items, "{filter}");
        table.press("<Esc>");
    }
}

#[test]
fn headings_come_by_key_or_by_a_word_of_the_filter() {
    let mut table = board();
    let headings = |table: &Table| -> Vec<(String, usize)> {
        let rows = table.desk.ui.board.rows().iter();
        rows.filter_map(|row| if let Row::Heading(words, count) = row { Some((words.clone(), *count)) } else { None }).collect()
    };
    assert!(headings(&table).is_empty());
    assert_eq!(table.hint("F"), Some("by theme"));
    table.press("F");
    let themes = headings(&table);
    assert_eq!(themes.iter().map(|(_, count)| count).sum::<usize>(), 5);
    assert_eq!(themes.iter().find(|(words, _)| words.starts_with("Torture")).map(|(_, count)| *count), Some(3));
    table.press("F");
    assert_eq!(headings(&table)[0], ("Nobody has these".to_owned(), 2));
    table.press("FFfby:del<Enter>");
    assert_eq!(headings(&table), [("Malawi".to_owned(), 3), ("Malaysia".to_owned(), 2)]);
}

#[test]
fn the_order_comes_by_key_or_by_a_word_of_the_filter() {
    let mut table = board();
    assert_eq!(shown(&table), [5, 4, 3, 2, 1]);
    assert_eq!(table.hint("L"), Some("oldest first"));
    table.press("L");
    assert_eq!(shown(&table), [1, 2, 3, 4, 5]);
    table.press("L");
    let open: Vec<bool> = shown(&table).iter().map(|item| table.state().item(ItemNo(*item)).unwrap().is_outstanding()).collect();
    assert!(open.is_sorted_by_key(|open| !open), "{open:?}");
    table.press("L");
    assert_eq!(shown(&table), [3, 2, 1, 5, 4], "Malawi before Malaysia as the review lists them, the newest of each first");
    table.press("L");
    assert_eq!(shown(&table), [5, 4, 3, 2, 1]);
    table.press("fsort:old by:del<Enter>");
    let items: Vec<u32> = table.desk.ui.board.items().map(|item| item.0).collect();
    assert_eq!(items, [1, 2, 3, 4, 5], "under their headings too");
}

#[test]
fn keys_act_on_all_that_are_marked_in_one_record() {
    let mut table = board();
    table.press("j*jj*");
    assert_eq!(table.desk.ui.marked, [ItemNo(3), ItemNo(5)]);
    assert_eq!(table.hint("r"), Some("in writing: 3 5"));
    table.press("ai");
    for item in [3, 5] {
        assert_eq!(table.state().item(ItemNo(item)).unwrap().lead.as_deref(), Some("internal-affairs"));
    }
    assert!(table.desk.ui.marked.is_empty(), "marks have done their work");
    assert_eq!(*table.record().last().unwrap(), "assign 3 5 internal-affairs");
    table.press("u");
    assert_eq!((status(&table, 3), status(&table, 5)), (ItemStatus::Noted, ItemStatus::Noted));
}

#[test]
fn in_writing_declined_and_open_again() {
    let mut table = board();
    table.press("jr");
    assert_eq!(status(&table, 5), ItemStatus::Written);
    table.press("r");
    assert!(table.refused().contains("to be answered in writing already; C opens it again"), "{}", table.refused());
    table.press("C");
    assert_eq!(status(&table, 5), ItemStatus::Noted);
    table.press("Rnot for this review<Enter>");
    assert_eq!(
        (status(&table, 5), table.state().item(ItemNo(5)).unwrap().why.as_deref()),
        (ItemStatus::Declined, Some("not for this review"))
    );
}

#[test]
fn what_asks_the_same_is_merged_into_the_selected_and_undo_takes_it_apart() {
    let mut table = board();
    table.press("j&");
    assert!(table.refused().contains("Mark with *"), "{}", table.refused());
    table.press("jjjj*kkkk");
    assert_eq!(table.hint("&"), Some("merge: 1 into 5"));
    table.press("&");
    assert!(table.state().item(ItemNo(1)).is_none());
    let authors: Vec<String> = table.state().authors(table.state().item(ItemNo(5)).unwrap()).iter().map(ToString::to_string).collect();
    assert_eq!(authors, ["MYS", "MWI"]);
    table.press("u");
    assert!(table.state().item(ItemNo(1)).is_some());
    table.press("*j");
    assert_eq!(table.hint("&"), None);
    table.press("&");
    assert!(table.refused().contains("of two sorts"), "{}", table.refused());
}

#[test]
fn the_detail_of_one_that_stays_tells_what_was_merged_into_it() {
    let mut table = board();
    table.press("jjjjjc").wait(1000).press("*").wait(1000).press("kkkk&").wait(1000).press("<Enter>");
    let all = sheet(&table);
    for part in [
        "made by Malaysia",
        "also asked by Malawi",
        "given to Prosecutor",
        "Merged into it, as it was then",
        "1 Malawi: How many visits (",
        ", turn 1: Malawi) → Prosecutor, answered by Prosecutor, ",
        "History",
        "operator: ask 1: How many visits",
        "operator: answered 1",
        "operator: merge 1 into 5, to Prosecutor General’s Office",
    ] {
        assert!(all.contains(part), "{part}:\n{all}");
    }
    table.press("<Esc>").wait(1000).press("u");
    assert_eq!((status(&table, 1), status(&table, 5)), (ItemStatus::Answered, ItemStatus::Noted));
}

#[test]
fn over_a_sheet_the_number_keys_go_where_they_go_from_anywhere() {
    let mut table = board();
    for (key, screen) in [("1", Screen::Floor), ("3", Screen::Delegation), ("2", Screen::Items)] {
        table.press("2j<Enter>").wait(1_000);
        assert!(matches!(table.desk.ui.overlay, Some(Overlay::Sheet(_))));
        table.press(key);
        assert!(table.desk.ui.overlay.is_none(), "{key}: {:?}", table.desk.ui.overlay);
        assert_eq!((table.desk.ui.screen, table.refused()), (screen, ""));
        table.wait(1_000);
    }
    table.press("j<Enter>0");
    assert!(table.refused().contains("hall"), "{}", table.refused());
    table.press("d");
    assert!(matches!(table.desk.ui.overlay, Some(Overlay::Sheet(_))), "the floor is run over it");
}

/// What lies open, a row a line.
fn sheet(table: &Table) -> String {
    let Some(Overlay::Sheet(sheet)) = &table.desk.ui.overlay else { panic!("no sheet is open") };
    let row = |row: &SheetRow| match row {
        SheetRow::Heading(words) => words.clone(),
        SheetRow::Fact(label, text) => format!("{label} {text}"),
    };
    sheet.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn two_items_out_of_one_other_themes_and_another_turn() {
    let mut table = board();
    table.press("j%And who prosecutes #police<Enter>");
    let second = table.state().item(ItemNo(6)).unwrap();
    assert_eq!((&*second.text, &*second.themes[0]), ("And who prosecutes", "police"));
    table.press(",");
    assert_eq!(table.line().input.value(), "#torture ");
    table.press("<C-u>nhr<Enter><Enter>");
    assert_eq!(&*table.state().item(ItemNo(5)).unwrap().themes[0], "nhri");
    table.press("Tmalawi");
    assert_eq!(table.does(), "5 was said in turn 1, Malawi");
    table.press("<Enter>");
    assert_eq!(table.state().item(ItemNo(5)).unwrap().turn.unwrap().0, 1);
    table.press("I<Bs> by=fra<Enter>");
    let item = table.state().item(ItemNo(5)).unwrap();
    assert_eq!(table.state().authors(item)[0].as_str(), "FRA");
}

#[test]
fn themes_and_turn_are_given_to_all_that_are_marked_and_taken_back_at_once() {
    let mut table = board();
    table.press("j*jjj*");
    assert_eq!((table.hint(","), table.hint("T")), (Some("themes: 2 5"), Some("other turn: 2 5")));
    table.press(",");
    assert_eq!(table.line().input.value(), "", "they have no theme in common");
    table.press("nhr<Enter><Enter>");
    assert_eq!(*table.record().last().unwrap(), "theme 2 5 #nhri");
    for item in [2, 5] {
        assert_eq!(&*table.state().item(ItemNo(item)).unwrap().themes[0], "nhri");
    }
    assert!(table.desk.ui.marked.is_empty(), "marks have done their work");
    table.press("u");
    assert_eq!(&*table.state().item(ItemNo(2)).unwrap().themes[0], "treaties");
    table.wait(1000).press("*kkk*Tmalawi");
    assert_eq!(table.does(), "2 5 were said in turn 1, Malawi");
    table.press("<Enter>");
    assert_eq!(*table.record().last().unwrap(), "edit 2,5 turn=1");
    let turn = |table: &Table| table.state().item(ItemNo(5)).unwrap().turn.unwrap().0;
    assert_eq!(turn(&table), 1);
    table.wait(1000).press("u");
    assert_eq!(turn(&table), 2);
}

#[test]
fn what_is_for_one_item_says_so_when_several_are_marked() {
    let mut table = board();
    table.press("j*j*");
    for key in ["%", "I"] {
        assert_eq!(table.hint(key), None);
        table.press(key);
        assert_eq!(table.refused(), "4 5 are marked, and this is done to one item at a time; Esc takes the marks away");
    }
}

#[test]
fn a_position_is_taken_by_a_letter_and_on_recommendations_only() {
    let mut table = board();
    table.press("jP");
    assert!(table.refused().contains("Item 5 is no recommendation"), "{}", table.refused());
    table.press("j*jj*Ps");
    for item in [2, 4] {
        assert_eq!(table.state().item(ItemNo(item)).unwrap().position, Position::Supported);
    }
    assert_eq!(*table.record().last().unwrap(), "position 2 4 supported");
}

#[test]
fn an_item_is_handed_on_with_a_reason() {
    let mut table = board();
    table.press("jjjjja jus<Tab>it is hers<Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!((item.lead.as_deref(), item.why.as_deref()), (Some("justice"), Some("it is hers")));
}

#[test]
fn the_detail_tells_what_became_of_an_item_and_who_did_it() {
    let mut table = board();
    table.press("jjjjjc").wait(1000).press("u").wait(1000).press("<Enter>");
    let all = sheet(&table);
    for part in
        ["question How many visits", "made by Malawi", "turn 1: Malawi", "given to Prosecutor", "to be answered", "History", "operator: "]
    {
        assert!(all.contains(part), "{part}:\n{all}");
    }
    assert!(all.contains("(taken back)"), "{all}");
    table.press("<Esc>");
    assert!(table.desk.ui.overlay.is_none());
}

#[test]
fn under_an_official_stands_what_that_official_answered_whoever_was_to() {
    let mut table = board();
    table.press(":answered 1 by=justice<Enter>").wait(1000).press("FF").frame();
    let heading = |words: &str| table.desk.ui.board.rows().contains(&Row::Heading(words.to_owned(), 1));
    assert!(heading("Minister of Justice"), "{:?}", table.desk.ui.board.rows());
    assert!(!heading("Prosecutor General’s Office"), "the sums of the other screens have it with who answered");
    for filter in ["f@justice", "f@prosecutor"] {
        table.press(filter);
        assert_eq!(shown(&table), [1], "{filter}: who answered it and who was to both find it");
        table.press("<Esc>");
    }
}

#[test]
fn what_was_selected_on_the_board_is_not_what_the_next_official_answers() {
    let mut table = board();
    table.press("<Tab>jj").wait(1000).press(":answer justice<Enter>").wait(1000).press("1").frame();
    table.press("v").wait(500).press("p").wait(2000);
    assert_eq!(table.hint("c"), Some("answered: 1"), "the prosecutor has item 1 and nothing else");
}

#[test]
fn after_an_answer_the_hand_goes_on_to_the_next() {
    let mut table = Table::begun();
    table
        .press("qone #torture @j<Enter>two #torture @j<Enter>three #torture @j<Enter><Enter>")
        .wait(1000)
        .press("p")
        .wait(1000)
        .press("<Tab>");
    table.press("jj").wait(1000).press("c").wait(1000).press("c").wait(1000).press("c");
    for item in 1..=3 {
        assert_eq!(status(&table, item), ItemStatus::Answered, "{item}");
    }
}
