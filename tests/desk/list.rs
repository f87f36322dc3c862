//! The keys of the list: places, who waits aside, and the list as a whole.

use plenary::dialogue::{EntryNo, EntryStatus};

use crate::table::Table;

impl Table {
    /// The codes of the first so many in the list.
    fn first(&self, many: usize) -> Vec<String> {
        self.state().listed().take(many).map(|entry| entry.delegations[0].to_string()).collect()
    }

    fn place(&self, code: &str) -> usize {
        self.state().listed().position(|entry| entry.delegations[0].as_str() == code).unwrap() + 1
    }

    fn selected(&self) -> EntryNo {
        self.desk.ui.entry.expect("an entry is selected")
    }
}

#[test]
fn two_change_places_and_both_are_named_before_it_is_done() {
    let mut table = Table::begun();
    let before = table.first(4);
    table.press("j");
    assert_eq!(table.hint("s"), Some("swap: Malaysia with …"));
    table.press("s");
    assert_eq!(table.desk.ui.swap, Some(table.selected()));
    assert!(table.said().contains("Malaysia changes places"), "{}", table.said());
    assert_eq!(table.hint("s"), None, "nobody changes places with itself");
    table.press("s");
    assert!(table.refused().contains("cannot change places with itself"), "{}", table.refused());
    table.press("jj");
    assert_eq!(table.hint("s"), Some("swap: Malaysia and Marshall Islands"));
    table.press("<Enter>");
    assert_eq!(table.first(4), [&*before[2], &before[1], &before[0], &before[3]]);
    assert_eq!(table.desk.ui.swap, None);
    assert_eq!(table.desk.ui.moved.iter().map(|moved| (moved.from, moved.to)).collect::<Vec<_>>(), [(1, 3), (3, 1)]);
    assert_eq!(table.said(), "swap: Malaysia and Marshall Islands · places 1 ↔ 3");
    assert!(table.hint("u").unwrap().contains("swap"), "{:?}", table.hint("u"));
    table.press("u");
    assert_eq!(table.first(4), before);
    assert_eq!(table.record().last(), Some(&"undo"));
}

#[test]
fn the_second_press_of_s_does_it_and_escape_leaves_everything_as_it_is() {
    let mut table = Table::begun();
    let before = table.first(3);
    table.press("jsj<Esc>");
    assert_eq!((table.desk.ui.swap, table.first(3)), (None, before.clone()));
    assert!(table.desk.ui.entry.is_some(), "the selection stays");
    table.press("k").press("sjs");
    assert_eq!(table.first(2), [&*before[1], &before[0]]);
}

#[test]
fn a_swap_ends_when_its_first_one_leaves_the_list() {
    let mut table = Table::begun();
    table.press("js").wait(500).press("n");
    assert_eq!(table.speaker(), "MYS");
    assert_eq!(table.desk.ui.swap, None);
}

#[test]
fn a_move_is_seen_where_it_went_until_the_next_key() {
    let mut table = Table::begun();
    table.press("j").press("J");
    assert_eq!(table.said(), "Malaysia down · place 1 → 2");
    let moved = table.desk.ui.moved[0];
    assert_eq!((moved.entry, moved.from, moved.to), (table.selected(), 1, 2));
    table.press("u");
    assert_eq!((table.desk.ui.moved[0].from, table.desk.ui.moved[0].to), (2, 1), "so is its way back");
    table.press("e");
    assert!(table.desk.ui.moved.is_empty());
    let last = table.state().listed().count();
    table.press("z");
    assert_eq!(table.said(), format!("defer: Malaysia to the end · place 1 → {last}"));
    assert_eq!(table.state().place_of(table.selected()), Some(last));
    assert_eq!(table.hint("z"), None);
    table.press("z");
    assert_eq!(table.refused(), "Malaysia is last already");
}

#[test]
fn who_is_aside_is_passed_over_until_released() {
    let mut table = Table::begun();
    table.press("j");
    assert_eq!(table.hint("x"), Some("aside: Malaysia"));
    assert_eq!(table.hint("X"), None);
    table.press("x");
    assert_eq!((table.state().entries.get(table.selected()).unwrap().status, table.place("MYS")), (EntryStatus::Aside, 1));
    assert_eq!(table.hint("n"), Some("next: Maldives"));
    table.press("x");
    assert_eq!(table.refused(), "Malaysia is set aside already; X releases it");
    table.press("<Esc>");
    assert_eq!(table.hint("X"), Some("release: Malaysia"));
    table.press("X");
    assert_eq!(table.hint("n"), Some("next: Malaysia"));
    table.press("jX");
    assert!(table.refused().contains("waits in its place; x sets it aside"), "{}", table.refused());
}

#[test]
fn the_list_is_closed_and_opened_and_a_reason_is_asked_for() {
    let mut table = Table::begun();
    assert_eq!((table.hint("("), table.hint(")")), (None, Some("close the list")));
    table.press(")");
    assert_eq!((table.hint("("), table.hint(")")), (Some("open the list"), None));
    let who = table.state().review.delegations.iter().find(|one| {
        let spoke = table.state().entries.iter().any(|entry| entry.delegations.contains(&one.code));
        !spoke && one.code != table.state().review.state_under_review
    });
    let (code, name) = who.map(|one| (one.code.to_string(), one.short.clone())).unwrap();
    table.press(&format!("i{}", code.to_lowercase()));
    assert_eq!(table.does(), format!("admit {name} to the closed list; the reason comes next"));
    table.press("<Enter>");
    assert_eq!(table.line().input.value(), format!("{code} late="));
    assert!(table.does_not().contains("for what reason does the chair admit"), "{}", table.does_not());
    table.press("the flight was late<Enter>");
    let entered = table.state().listed().last().unwrap();
    assert_eq!((entered.delegations[0].to_string(), entered.late.as_deref()), (code, Some("the flight was late")));
    table.press("(");
    assert_eq!(table.hint(")"), Some("close the list"));
}

#[test]
fn whom_the_review_does_not_list_is_the_last_choice() {
    let mut table = Table::begun();
    table.press("iCentre for Civil Liberties<Up>");
    assert_eq!(table.does(), "inscribe the unlisted participant «Centre for Civil Liberties»");
    table.press("<Enter>");
    let entered = table.state().listed().last().unwrap();
    assert_eq!(table.state().review.name_of(entered.delegations[0]), "Centre for Civil Liberties");
    assert!(table.hint("u").unwrap().contains("Centre for Civil Liberties"));
}

#[test]
fn several_with_a_plus_are_one_joint_entry() {
    let mut review = plenary::review::load::sample().unwrap().review;
    let statement = review.modalities.kind("statement").unwrap().clone();
    review.modalities.kinds.push(plenary::review::Kind { id: "joint-statement".to_owned(), ..statement });
    let mut table = Table::of(review);
    table.press("iandorra+monaco + marino");
    assert_eq!(table.does(), "inscribe Andorra + Monaco + San Marino");
    table.press("<Enter>");
    let entered = table.state().listed().last().unwrap();
    assert_eq!((entered.delegations.len(), &*entered.kind), (3, "joint-statement"));
}

#[test]
fn the_whole_list_is_put_in_order_by_name_or_by_lot() {
    let mut table = Table::begun();
    table.press("SB");
    assert_eq!(table.does(), "the list by name, beginning with B");
    table.press("<Enter>");
    let names: Vec<String> = table.state().listed().map(|entry| table.state().review.name_of(entry.delegations[0])).collect();
    assert!(names[0].starts_with("Bah") || names[0].starts_with('B'), "{names:?}");
    assert!(table.hint("u").unwrap().contains("sort"), "{:?}", table.hint("u"));
    table.press("Slots<Enter>");
    let seeded = table.line().input.value().to_owned();
    assert!(seeded.starts_with("seed="), "{seeded}");
    table.press("<C-u>seed=42<Enter>");
    assert_eq!(table.said(), "the list by lot, seed 42");
    let drawn = table.first(10);
    table.press("u").press("Sseed=42<Enter>");
    assert_eq!(table.first(10), drawn, "the seed tells the order");
}
