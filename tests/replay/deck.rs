//! The player under someone's fingers.

use std::time::Duration;

use plenary::tui::player::sheet;
use plenary::tui::theme::Theme;
use plenary::tui::ui::Screen;

use super::recorded::{Hand, player};

#[test]
fn the_speed_can_be_changed_while_it_plays() {
    let mut hand = Hand::at_the_meeting();
    hand.press(" ").wait(1_000).press("++").wait(1_000);
    assert_eq!((hand.at().as_str(), hand.deck.player.speed.to_string().as_str()), ("0:00:05", "×4"));
    hand.press("-----").wait(10_000);
    assert_eq!((hand.at().as_str(), hand.deck.player.speed.to_string().as_str()), ("0:00:06", "×0.1"));
    hand.press("-+++++++++++++++").wait(1_000);
    assert_eq!((hand.at().as_str(), hand.deck.player.speed.to_string().as_str()), ("0:16:46", "×1000"));
}

#[test]
fn record_by_record_also_where_several_have_one_moment() {
    let mut hand = Hand::of(player("0:01 begin\n0:05 next\n0:05 ask one\n0:05 ask two\n0:09 done\n"));
    let mut seen = Vec::new();
    for _ in 0..6 {
        seen.push((hand.at(), hand.state().items.iter().count()));
        hand.press("r");
    }
    let at = |at: &str, items| (format!("0:00:{at}"), items);
    assert_eq!(seen, [at("00", 0), at("01", 0), at("05", 0), at("05", 1), at("05", 2), at("09", 2)]);
    hand.press("RR");
    assert_eq!((hand.at(), hand.state().items.iter().count()), ("0:00:05".to_owned(), 1));
}

#[test]
fn what_was_taken_back_is_shown_until_it_was_or_left_out() {
    let mut hand = Hand::at_the_meeting();
    // France pressed too early at 0:51:32, taken back at 0:51:34.
    hand.press("g0:51:33<Enter>");
    let known = hand.speaker();
    hand.press("u");
    assert_ne!(hand.speaker(), known);
    hand.press("<Right>");
    assert_eq!(hand.speaker(), known, "taken back");
    hand.press("u");
    assert_eq!((hand.speaker(), hand.at()), (known, "0:51:34".to_owned()));
}

#[test]
fn names_items_and_notes_are_found_in_both_directions() {
    let mut hand = Hand::at_the_meeting();
    hand.press("/malawi<Enter>");
    assert_eq!(hand.at(), "0:48:10");
    hand.press("/INTERPRETERS<Enter>");
    assert_eq!(hand.at(), "1:16:30");
    hand.press("/kaz<Enter>");
    assert_eq!(hand.at(), "0:30:10", "from the last it goes on with the first");
    hand.press("n");
    assert_eq!(hand.at(), "1:08:10");
    hand.press("NN");
    assert_eq!(hand.at(), "1:08:10", "backwards from the first it goes on with the last");
    hand.press("/nothing like it<Enter>");
    assert_eq!((hand.at().as_str(), hand.said().as_str()), ("1:08:10", "\"nothing like it\" is in no name, item or note"));
    let mut fresh = Hand::at_the_meeting();
    fresh.press("n");
    assert_eq!(fresh.said(), "Nothing has been looked for yet; / begins");
}

#[test]
fn a_passage_is_played_again_and_again_until_it_is_let_go() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:48:10<Enter>l").press("g0:48:20<Enter>l").press("<Home>");
    assert_eq!(hand.deck.player.passage(), None, "whoever leaves a passage wants to be elsewhere");
    hand.press("g0:48:10<Enter>l").press("g0:48:20<Enter>l").press("g0:48:15<Enter> ");
    hand.wait(4_000);
    assert_eq!(hand.at(), "0:48:19");
    hand.wait(3_000);
    assert_eq!(hand.at(), "0:48:12");
    hand.wait(60_000);
    assert_eq!(hand.at(), "0:48:12");
    hand.press("l").wait(60_000);
    assert_eq!(hand.at(), "0:49:12");
}

#[test]
fn while_it_plays_a_second_press_goes_to_the_turn_before() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:49:40<Enter> ").press("<");
    assert_eq!(hand.at(), "0:49:31");
    hand.wait(700).press("<");
    assert_eq!(hand.at(), "0:48:10");
}

#[test]
fn nothing_wakes_up_while_it_stands_and_while_it_plays_only_what_is_drawn_does() {
    let mut hand = Hand::at_the_meeting();
    let after = |hand: &Hand| hand.deck.changes_after(&hand.state());
    assert_eq!(after(&hand), None);
    hand.press("g0:48:10<Enter>");
    assert_eq!(after(&hand), None);
    hand.press(" ");
    assert_eq!(after(&hand), Some(Duration::from_secs(1)), "the clock of the speaker");
    hand.press("++");
    assert_eq!(after(&hand), Some(Duration::from_millis(250)));
    hand.press("-----");
    assert_eq!(after(&hand), Some(Duration::from_secs(10)));
    hand.press("<Home>");
    assert_eq!(after(&hand), Some(Duration::from_secs(600)), "before the meeting only the minute changes");
    hand.press("+++++++++++++++");
    assert!(after(&hand).unwrap() >= Duration::from_millis(40), "no more frames than can be told apart");
    hand.press("<End>");
    assert_eq!(after(&hand), None);
}

#[test]
fn any_speed_is_typed_while_it_plays() {
    let mut hand = Hand::at_the_meeting();
    hand.press(" ").wait(1_000).press("gx7.5<Enter>").wait(2_000);
    assert_eq!((hand.at().as_str(), hand.deck.player.speed.to_string().as_str()), ("0:00:16", "×7.5"));
    hand.press("g×0.1<Enter>").wait(10_000);
    assert_eq!(hand.at(), "0:00:17");
    hand.press("gx1001<Enter>");
    assert_eq!(hand.deck.player.speed.to_string(), "×0.1", "the line stays, to be put right");
    hand.press("<Esc>+");
    assert_eq!(hand.deck.player.speed.to_string(), "×0.2");
}

#[test]
fn a_record_by_record_look_says_what_was_recorded_and_whether_it_was_taken_back() {
    let mut hand = Hand::at_the_meeting();
    hand.press("ug0:51:31<Enter>r");
    assert_eq!((hand.at().as_str(), hand.said().as_str()), ("0:51:32", "record 13 next · taken back later"));
    hand.press("r");
    assert_eq!((hand.at().as_str(), hand.said().as_str()), ("0:51:34", "record 14 undo"));
    hand.press("<Home>R");
    assert_eq!(hand.said(), "record 1, the session was opened");
}

#[test]
fn the_selection_moves_as_it_does_live_and_figures_are_scrolled() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g1:17:00<Enter><Down><Down>");
    let listed: Vec<_> = hand.state().listed().map(|entry| entry.number).collect();
    assert_eq!((hand.deck.ui.entry, hand.at().as_str()), (Some(listed[1]), "1:17:00"));
    hand.press("<Tab><Down>2<Down>");
    assert_eq!(hand.deck.ui.item.map(|item| item.0), Some(2));
    hand.press("<Esc>4<Down><Down><Up>");
    assert_eq!((hand.deck.ui.figures_from, hand.deck.ui.item), (1, None));
    hand.press("6<Down>");
    assert_eq!(hand.deck.ui.figures_from, 1);
    // A place where the item is not yet there.
    hand.press("2<Down>").press("<Home>");
    sheet(&mut hand.deck, &Theme::standard(), 80, 24).unwrap();
    assert_eq!(hand.deck.ui.item, None);
}

#[test]
fn the_board_is_filtered_and_grouped() {
    let mut hand = Hand::at_the_meeting();
    hand.press("f");
    assert_eq!(hand.said(), "That works on the items' screen; 2 goes there");
    hand.press("<End>2");
    let shown = |hand: &mut Hand| sheet(&mut hand.deck, &Theme::standard(), 120, 40).unwrap().join("\n");
    assert!(shown(&mut hand).contains("ratify") && shown(&mut hand).contains("How many visits"));
    hand.press("fratify");
    assert!(shown(&mut hand).contains("ratify the protocol") && !shown(&mut hand).contains("How many visits"));
    hand.press("<Esc>");
    assert!(shown(&mut hand).contains("How many visits"));
    hand.press("fratify<Enter>,");
    assert!(!shown(&mut hand).contains("How many visits"));
    hand.press("<Esc>F");
    assert_eq!(hand.said(), "by theme");
}

#[test]
fn screens_keys_and_leaving() {
    let mut hand = Hand::at_the_meeting();
    hand.press("2");
    assert_eq!(hand.deck.ui.screen, Screen::Items);
    hand.press("?").press("?").press("1");
    assert_eq!(hand.deck.ui.screen, Screen::Floor);
    hand.press("d");
    assert_eq!(hand.said(), "That key means nothing here; ? shows those that do");
    assert!(!hand.left);
    hand.press("/Q<Esc>");
    assert!(!hand.left, "in a line a letter is a letter");
    hand.press("Q");
    assert!(hand.left);
}
