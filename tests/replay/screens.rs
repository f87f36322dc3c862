//! What is seen of a recording: the player's bar, its keys and its lines.

use plenary::tui::player::sheet;
use plenary::tui::theme::Theme;

use super::recorded::Hand;

fn looks(name: &str, hand: &mut Hand) {
    let sheets: Vec<String> = [(80, 24), (120, 40), (40, 12)]
        .into_iter()
        .map(|(width, height)| {
            format!("=== {width}x{height}\n{}", sheet(&mut hand.deck, &Theme::standard(), width, height).unwrap().join("\n"))
        })
        .collect();
    insta::assert_snapshot!(name, sheets.join("\n"));
}

#[test]
fn standing_in_a_statement() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:50:00<Enter>");
    looks("standing", &mut hand);
}

#[test]
fn playing_while_the_state_under_review_answers() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g1:10:00<Enter>++ ums>");
    hand.deck.message = None;
    looks("playing", &mut hand);
}

#[test]
fn at_the_end_and_after_a_key_that_means_nothing() {
    let mut hand = Hand::at_the_meeting();
    hand.press("<End>d");
    looks("end", &mut hand);
}

#[test]
fn the_line_says_where_enter_would_go_or_why_not() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g15:18:40");
    looks("line", &mut hand);
    hand.press("9");
    let shown = sheet(&mut hand.deck, &Theme::standard(), 120, 40).unwrap().join("\n");
    assert!(shown.contains("it goes from 0:00:00 to 1:18:30"), "{shown}");
}

#[test]
fn the_keys_of_the_player() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:50:00<Enter>?");
    looks("keys", &mut hand);
}

#[test]
fn the_passage_that_is_played_again_stands_in_the_bar() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:50:00<Enter>l");
    let bar = |hand: &mut Hand| sheet(&mut hand.deck, &Theme::standard(), 120, 40).unwrap()[38..].join("\n");
    assert!(bar(&mut hand).contains("═▁▂▁[!▁▁▂▁|"), "its beginning: {}", bar(&mut hand));
    hand.press("g1:10:00<Enter>l");
    assert!(bar(&mut hand).contains("═▁▂▁[!▁▁▂▁||||||||||||||||||||A══]═══"), "both ends: {}", bar(&mut hand));
    hand.deck.message = None;
    assert!(bar(&mut hand).contains("15:20:00 to 15:40:00 again"), "{}", bar(&mut hand));
    // However short it is.
    hand.press("lg0:50:00<Enter>l<Right>l");
    assert!(bar(&mut hand).contains("═▁▂[]!▁▁▂▁|"), "{}", bar(&mut hand));
    hand.press("l");
    assert!(!bar(&mut hand).contains(['[', ']']), "{}", bar(&mut hand));
}

#[test]
fn no_size_breaks_a_frame() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g0:50:00<Enter>");
    for keys in ["", "?", "?/x", "<Esc>"] {
        hand.press(keys);
        for width in (1..90).step_by(4) {
            for height in (1..30).step_by(3) {
                let rows = sheet(&mut hand.deck, &Theme::standard(), width, height).unwrap();
                assert_eq!(rows.len(), usize::from(height));
            }
        }
    }
    assert!(sheet(&mut hand.deck, &Theme::standard(), 0, 5).is_err());
}
