//! What is seen of a recording: the live screens, cell for cell, and the player's bar under them.

use plenary::replay::{Player, Position, Telling};
use plenary::review::Ms;
use plenary::tui::keymap::Keymap;
use plenary::tui::player::{Deck, sheet};
use plenary::tui::scene::{Scene, WallTime};
use plenary::tui::theme::Theme;
use plenary::tui::ui::{Screen, Ui};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::recorded::{Hand, MEETING, recording, sample, session};

fn wall(moment: Ms) -> WallTime {
    let second = (14 * 3600 + 30 * 60 + moment.0.div_euclid(1000)).rem_euclid(86_400);
    let part = |n: i64| u8::try_from(n).unwrap();
    WallTime { hour: part(second / 3600), minute: part(second / 60 % 60), second: part(second % 60) }
}

fn frame(width: u16, height: u16, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().clone()
}

/// The live screen of a session in which so many lines were given, and the recording of the whole at the same place.
#[test]
fn live_and_played_back_are_the_same_picture_cell_for_cell_outside_bar_and_health() {
    let theme = Theme::standard();
    let lines: Vec<&str> = MEETING.lines().filter(|line| !line.trim().is_empty()).collect();
    let whole = session(sample(), MEETING);
    let mut deck = Deck::new(Player::new(recording(&whole), Telling::AsSeen), Keymap::standard());
    for given in 0..=lines.len() {
        let mut live = session(sample(), &lines[..given].join("\n"));
        let after = deck.player.track().after(given);
        let next = deck.player.track().steps().get(given).map_or(after.moment, |step| step.at);
        for moment in [after.moment, Ms((after.moment.0 + next.0) / 2)] {
            live.advance(moment);
            deck.player.seek(Position { after: given, moment });
            for (screen, entry) in
                [(Screen::Floor, None), (Screen::Items, None), (Screen::Delegation, None), (Screen::Figures, None), (Screen::Log, None)]
            {
                let mut ui = Ui { screen, entry, item: live.state().items.iter().next().map(|item| item.number), ..Ui::default() };
                deck.ui = ui.clone();
                ui.board.show(live.state());
                ui.log.follow(live.records(), live.state());
                for (width, height) in [(80, 24), (120, 40), (200, 60)] {
                    let scene = Scene {
                        state: live.state(),
                        now: moment,
                        ui: &ui,
                        theme: &theme,
                        wall: &wall,
                        hints: &[],
                        records: live.records(),
                        saved: live.seq(),
                    };
                    let seen = frame(width, height, |frame| plenary::tui::draw(frame, &scene));
                    let state = deck.player.state();
                    let played = frame(width, height, |frame| deck.draw(frame, &state, &theme));
                    for y in 0..height - 2 {
                        for x in 0..width {
                            assert_eq!(played[(x, y)], seen[(x, y)], "{screen:?} after {given} at {moment:?}, {width}x{height}: {x},{y}");
                        }
                    }
                }
            }
        }
    }
}

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
