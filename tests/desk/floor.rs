//! The keys of the floor and of time: points of order and rulings, ends and starts put right, and what is left divided again.

use plenary::dialogue::Outcome;
use plenary::review::{Ms, Ruling};

use crate::table::Table;

#[test]
fn a_point_of_order_counts_from_the_key_and_holds_who_speaks() {
    let mut table = Table::begun();
    let spoken = table.speaking().speaking.read(table.now);
    assert_eq!(table.hint("o"), Some("order: holds Malawi"));
    table.press("o").wait(4000).press("belar");
    assert_eq!(table.line().offers[0].label, "BLR");
    assert_eq!(table.does(), "point of order: Belarus, Malawi is held");
    table.press("<Enter>");
    assert_eq!((table.speaker().as_str(), &*table.speaking().kind), ("BLR", "point-of-order"));
    assert_eq!(table.speaking().began, table.now - Ms(4000));
    let held = table.state().held().next().unwrap();
    assert_eq!(held.speaking.read(table.now), spoken, "held from the key on");
    assert_eq!(table.hint("d"), Some("done: Malawi goes on"));
    assert_eq!(table.hint("y"), Some("ruling: Belarus"));
    table.press("d");
    assert_eq!(table.speaker(), "MWI");
}

#[test]
fn who_is_called_as_something_else_is_said_with_it_and_whose_turn_that_ends() {
    let mut table = Table::begun();
    table.press(":inscribe GHA kind=point-of-order<Enter>").press(":move e104 at=top<Enter><Esc>");
    assert_eq!(table.hint("n"), Some("next: Ghana, point of order, ends Malawi"), "not held, as its kind would have it");
    table.press("d");
    assert_eq!(table.hint("n"), Some("next: Ghana, point of order"));
    table.wait(2000).press("n");
    assert_eq!(table.speaker(), "GHA");
    assert_eq!(table.hint("n"), Some("next: Malaysia"), "an ordinary statement needs no word");
}

#[test]
fn a_point_of_order_is_taken_from_inside_any_line_which_is_there_again_afterwards() {
    let mut table = Table::begun();
    table.press("qHow many vis").wait(1000).press("<C-o>");
    assert!(table.line().title.starts_with("point of order"), "{}", table.line().title);
    table.press("bel").press("<C-o>").press("ar<Enter>");
    assert_eq!(table.speaker(), "BLR");
    assert_eq!(table.line().input.value(), "How many vis");
    table.press("<C-o><Esc>");
    assert_eq!(table.line().input.value(), "How many vis", "Escape goes back to it too");
    table.wait(500).press("<C-d>").press("its<Enter>");
    let item = table.state().items.iter().next().unwrap();
    assert_eq!((&*item.text, table.state().authors(item)[0].as_str()), ("How many visits", "MWI"));
}

#[test]
fn the_ruling_is_a_digit_and_words_if_anyone_wants_them() {
    let mut table = Table::begun();
    assert_eq!(table.hint("y"), None);
    table.press("y");
    assert_eq!(table.refused(), "There is no point of order to rule upon; o takes one");
    table.press("obelarus<Enter>").wait(9000).press("y");
    assert!(table.does_not().contains("1 upheld, 2 dismissed or 3 noted"), "{}", table.does_not());
    table.press("2");
    assert_eq!(table.does(), "dismissed: point of order of Belarus");
    table.press(" not a matter of procedure<Enter>");
    let ruled = table.speaking().ruling.clone().unwrap();
    assert_eq!((ruled.ruling, ruled.text.as_deref()), (Ruling::Dismissed, Some("not a matter of procedure")));
    assert!(table.hint("u").unwrap().contains("ruling dismissed"));
    table.press("d").wait(500).press("y<Down><Enter>");
    let last = table.state().turns.iter().last().unwrap();
    assert_eq!(last.ruling.as_ref().map(|ruled| ruled.ruling), Some(Ruling::Upheld), "the last one, and the later ruling counts");
}

#[test]
fn the_chair_ends_a_turn_and_gives_it_back() {
    let mut table = Table::begun();
    assert_eq!(table.hint("D"), Some("cut: Malawi"));
    assert_eq!(table.hint("G"), None);
    table.press("G");
    assert_eq!(table.refused(), "Malawi has the floor; d ends the turn first");
    table.press("D");
    let turn = table.state().turns.iter().next().unwrap();
    assert_eq!(turn.outcome, Some(Outcome::Cut));
    let used = turn.speaking.read(table.now);
    table.wait(3000);
    assert_eq!(table.hint("G"), Some("floor back: Malawi"));
    table.press("G");
    assert_eq!((table.speaker().as_str(), table.state().turns.iter().count()), ("MWI", 1));
    assert_eq!(table.speaking().speaking.read(table.now), used);
}

#[test]
fn a_start_is_put_earlier_by_repeated_presses_that_add_up() {
    let mut table = Table::begun();
    let began = table.speaking().began;
    assert_eq!(table.hint("b"), Some("5 s earlier: next: Malawi"));
    assert_eq!(table.press("B").speaking().began, began + Ms(5000));
    assert_eq!(table.said(), "next: Malawi at 09:00:07, 5 s later");
    table.press("B").press("B");
    assert!(table.refused().contains("would not have happened yet; b puts it earlier"), "{}", table.refused());
    table.press("bb");
    assert_eq!(table.said(), "next: Malawi at 09:00:02, as it was pressed");
    table.wait(5000).press("d").wait(7000).press("bb");
    let turn = table.state().turns.iter().next().unwrap();
    assert_eq!(turn.ended, Some(table.now - Ms(17_000)), "{}", table.said());
    assert_eq!(table.said(), "done: Malawi at 09:00:07, 10 s earlier");
    assert_eq!(table.hint("u"), Some("undo: 5 s earlier: done: Malawi"));
    table.press("u");
    assert_eq!(table.state().turns.iter().next().unwrap().ended, Some(table.now - Ms(12_000)));
}

#[test]
fn a_turn_turns_out_to_be_of_another_kind() {
    let mut table = Table::begun();
    table.press("n").wait(4000).press("O");
    let kinds: Vec<&str> = table.line().offers.iter().map(|offer| offer.label.as_str()).collect();
    assert!(kinds.contains(&"video") && !kinds.contains(&"statement") && !kinds.contains(&"answer"), "{kinds:?}");
    table.press("order");
    assert_eq!(table.does(), "Malaysia: point of order from its first moment on");
    table.press("<Enter>");
    assert_eq!(&*table.speaking().kind, "point-of-order");
    assert_eq!(table.state().held().next().unwrap().delegations[0].as_str(), "MWI", "who spoke before was held, not ended");
}

#[test]
fn a_division_is_seen_before_it_is_done() {
    let mut table = Table::begun();
    table.press(":time e50 3m<Enter>").press("=");
    let labels: Vec<&str> = table.line().offers.iter().map(|offer| offer.label.as_str()).collect();
    assert_eq!(labels, ["equal", "ladder, rung 3"]);
    let preview = table.line().preview.clone().unwrap();
    let equal = table.state().division(plenary::dialogue::Division::Equal, table.now).unwrap();
    assert_eq!(preview.each, Some((equal.member, equal.observer)));
    assert_eq!(preview.rows[0], ("each gets".to_owned(), equal.member.to_string()));
    assert_eq!(preview.rows[1], ("wait".to_owned(), "101".to_owned()));
    table.press("<Esc>");
    assert!(!table.record().iter().any(|line| line.starts_with("divide")), "Escape changes nothing");
    table.press("=50s");
    let preview = table.line().preview.clone().unwrap();
    assert_eq!(preview.each, Some((Ms::seconds(50), Ms::seconds(50))));
    assert_eq!(table.does(), "the figure announced: each gets 0:50, 101 wait");
    table.press("<Enter>");
    assert_eq!(table.state().allotments.unwrap().member, Ms::seconds(50));
    assert_eq!(table.record().last(), Some(&"divide each=0:50 apply"));
    assert!(table.hint("u").unwrap().contains("divide: 0:50 each"));
    table.press("=50");
    assert!(table.does_not().contains("50s"), "{}", table.does_not());
}

#[test]
fn the_command_line_shows_a_division_too_and_applies_it_with_the_next_enter() {
    let mut table = Table::begun();
    table.press(":divide each=1m");
    assert_eq!(table.line().preview.as_ref().unwrap().each, Some((Ms::seconds(60), Ms::seconds(60))));
    table.press("<Enter>");
    assert_eq!(table.line().input.value(), "divide each=1m apply");
    table.press("<Enter>");
    assert_eq!(table.state().allotments.unwrap().observer, Ms::seconds(60));
}

#[test]
fn a_groups_overrun_is_shared_from_the_same_line() {
    let review = plenary::review::load::review("tests/reviews/three-banks.toml").unwrap().review;
    let mut table = Table::of(review);
    table.press("n").wait(1000).press("n").wait(30_000);
    let groups = &table.state().review.modalities.groups;
    let group = groups.iter().map(|group| group.name.clone()).find(|group| table.state().is_of_group(table.speaking(), group)).unwrap();
    table.press(&format!(":bank \"{group}\" 10s<Enter>"));
    assert_eq!(table.press("=").line().offers.iter().filter(|offer| offer.label == group).count(), 1, "{:?}", table.line().offers);
    table.press("<Down><Down>");
    assert!(table.does_not().contains("has the floor"), "{}", table.does_not());
    table.press("<Esc>d=<Down><Down>");
    assert_eq!(table.does(), format!("the overrun of {group}, 0:20 to every group"));
    assert_eq!(table.line().preview.as_ref().unwrap().rows.len(), 3);
    table.press("<Enter>");
    assert_eq!(table.state().bank(&group, table.now).unwrap().left(), Ms::ZERO);
    assert!(table.hint("u").unwrap().contains("redistribute"), "{:?}", table.hint("u"));
}
