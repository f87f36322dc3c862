//! The live screens and those of a recording are the same picture, cell for cell, outside the player's bar.

use std::sync::Arc;

use plenary::dialogue::{Dialogue, Record};
use plenary::replay::{Player, Position, Recording, Telling};
use plenary::review::Ms;
use plenary::session::journal::look;
use plenary::tui::keymap::Keymap;
use plenary::tui::player::Deck;
use plenary::tui::scene::Scene;
use plenary::tui::theme::Theme;
use plenary::tui::ui::{Screen, Ui};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::recorded::{MEETING, recording, sample, session};

const SCREENS: [Screen; 6] = [Screen::Floor, Screen::Items, Screen::Delegation, Screen::Figures, Screen::Log, Screen::Outstanding];
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn deck(recording: Recording) -> Deck {
    Deck::new(Player::new(recording, Telling::AsSeen), Keymap::standard())
}

fn frame(width: u16, height: u16, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().clone()
}

/// Both at one moment of a session, with the same things selected.
fn are_the_same(live: &Dialogue, deck: &mut Deck, selected: usize, screen: Screen, (width, height): (u16, u16)) {
    let theme = Theme::standard();
    let state = live.state();
    let at = deck.player.position();
    let nth = |many: usize| selected.checked_rem(many);
    let items: Vec<_> = state.items.iter().map(|item| item.number).collect();
    let listed: Vec<_> = state.listed().map(|entry| entry.number).collect();
    let mut ui = Ui::default();
    ui.open(screen);
    ui.entry = nth(listed.len()).map(|at| listed[at]);
    ui.item = nth(items.len()).map(|at| items[at]);
    ui.official = nth(state.officials.len()).map(|at| state.officials[at].id.clone());
    ui.record = nth(live.records().len()).map(|at| live.records()[at].seq);
    ui.figures_from = selected % 3;
    deck.ui = ui.clone();
    ui.board.follow(live);
    ui.log.follow(live.records(), state);
    let played = frame(width, height, |frame| {
        let state = deck.player.state();
        deck.draw(frame, &state, &theme);
    });
    let wall = |moment: Ms| deck.wall(moment);
    let scene =
        Scene { state, now: at.moment, ui: &ui, theme: &theme, wall: &wall, hints: &[], records: live.records(), saved: live.seq() };
    let seen = frame(width, height, |frame| plenary::tui::draw(frame, &scene));
    for y in 0..height - 2 {
        for x in 0..width {
            assert_eq!(played[(x, y)], seen[(x, y)], "{screen:?} at {at:?}, {width}x{height}: {x},{y}");
        }
    }
}

#[test]
fn at_every_record_of_a_small_meeting_and_between_them() {
    let lines: Vec<&str> = MEETING.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut deck = deck(recording(&session(sample(), MEETING)));
    for given in 0..=lines.len() {
        let mut live = session(sample(), &lines[..given].join("\n"));
        let after = deck.player.track().after(given);
        let next = deck.player.track().steps().get(given).map_or(after.moment, |step| step.at);
        for moment in [after.moment, Ms((after.moment.0 + next.0) / 2)] {
            live.advance(moment);
            deck.player.seek(Position { after: given, moment });
            for screen in SCREENS {
                for size in SIZES {
                    are_the_same(&live, &mut deck, given, screen, size);
                }
            }
        }
    }
}

/// The recording that lies in `sessions/`, with its deck and the session as it was after so many records.
fn rehearsal() -> (Vec<Arc<Record>>, Deck) {
    let found = look("sessions/kazakhstan-2025-rehearsal.jsonl").unwrap();
    let recording = Recording::of(found.records).unwrap();
    (recording.records().to_vec(), deck(recording))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    /// Any positions of a whole meeting, come upon in any order.
    #[test]
    fn at_any_positions_of_the_rehearsal(places in prop::collection::vec((0.0..1.0_f64, 0.0..=1.0_f64, any::<usize>()), 8)) {
        let (records, mut deck) = rehearsal();
        for (record, along, selected) in places {
            let after = (record * records.len() as f64) as usize;
            let mut live = Dialogue::open(Arc::clone(&records[0])).unwrap();
            for record in &records[1..=after] {
                live.apply(Arc::clone(record)).unwrap();
            }
            let (from, to) = (deck.player.track().after(after).moment, deck.player.track().after(after + 1).moment);
            let moment = Ms(from.0 + ((to - from).0 as f64 * along) as i64);
            live.advance(moment);
            deck.player.seek(Position { after, moment });
            for screen in SCREENS {
                are_the_same(&live, &mut deck, selected, screen, SIZES[selected % SIZES.len()]);
            }
        }
    }
}
