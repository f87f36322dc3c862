//! No size and no text breaks a frame, and what matters most is kept longest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod stage;

use plenary::dialogue::{Action, EntryNo, ItemNo, Seq, Sort};
use plenary::review::Ms;
use plenary::tui::ui::{Message, Overlay, Past, Question, Screen};
use stage::lines::prompts;
use stage::{Stage, has, kazakhstan, running, with_long_names};

const SCREENS: [Screen; 6] = [Screen::Floor, Screen::Items, Screen::Delegation, Screen::Figures, Screen::Log, Screen::Outstanding];

/// The states that a frame can be in, with all that can lie over it.
fn stages() -> Vec<Stage> {
    let mut held = running("0:54");
    held.order("BLR").wait("0:10").order("CUB").wait("0:05");
    held.ui.entry = Some(EntryNo(99));
    held.ui.item = Some(ItemNo(1));
    let mut answering = Stage::after(37);
    answering.answer("justice").wait("80:00");
    let mut over = running("700:00");
    over.ui.not_written = Some("the disk is full ".repeat(9));
    let mut long = Stage::new(with_long_names());
    long.act(Action::Begin).next().log(Sort::Question, &"法律 e\u{301}".repeat(200), &["torture"], &[]).wait("0:03");
    let mut called = running("1:00");
    called.act(Action::Done).wait("99:59");
    let mut adjourned = running("0:10");
    adjourned.act(Action::Adjourn);
    let mut empty = kazakhstan();
    empty.speakers.clear();
    empty.officials.clear();
    empty.modalities.pools.clear();
    empty.themes.clear();
    let mut past = running("0:20");
    past.act(Action::Undo(vec![Seq(5), Seq(6)]));
    past.ui.record = Some(Seq(6));
    past.ui.past =
        Some(Box::new(Past {
            record: Seq(6), at: Ms(90_000), says: "法律 e\u{301} ".repeat(30), state: past.dialogue.seen_after(Seq(6))
        }));
    let mut past_and_full = running("0:20");
    (past_and_full.ui.past, past_and_full.ui.not_written) = (past.ui.past.clone(), over.ui.not_written.clone());
    vec![held, answering, over, long, called, adjourned, past, past_and_full, Stage::new(kazakhstan()), Stage::new(empty)]
}

fn every_overlay() -> Vec<Option<Overlay>> {
    let question = Question { title: "q".repeat(300), lines: vec!["l".repeat(300); 70], answers: vec!["a".repeat(300); 70], chosen: 69 };
    let mut overlays = vec![None, Some(Overlay::Keys), Some(Overlay::Question(question))];
    overlays.extend(prompts().into_iter().map(|(_, overlay)| Some(overlay)));
    overlays
}

#[test]
fn every_small_size_can_be_drawn() {
    let overlays = every_overlay();
    for (which, mut stage) in stages().into_iter().enumerate() {
        for size in 0..40 * 20_u16 {
            let (width, height) = (size % 40 + 1, size / 40 + 1);
            stage.ui.overlay = overlays[(usize::from(size) * 7 + which) % overlays.len()].clone();
            stage.ui.screen = SCREENS[usize::from(size) % SCREENS.len()];
            stage.frame(width, height);
        }
    }
    let mut plain = running("0:30");
    plain.ui.screen = Screen::Floor;
    for size in 0..40 * 20_u16 {
        plain.frame(size % 40 + 1, size / 40 + 1);
    }
}

#[test]
fn larger_sizes_can_be_drawn() {
    let mut stages = stages();
    let overlays = every_overlay();
    // Steps that share no factor with the ranges reach sizes all over them, the same ones each time.
    for at in 0..240_u16 {
        let (width, height) = (20 + at * 37 % 281, 12 + at * 23 % 89);
        let which = usize::from(at);
        let count = stages.len();
        let stage = &mut stages[which % count];
        stage.ui.overlay = overlays[which % overlays.len()].clone();
        stage.ui.screen = SCREENS[which % SCREENS.len()];
        (stage.ui.keys_from, stage.ui.figures_from) = (which % 30, which % 90);
        stage.frame(width, height);
    }
}

#[test]
fn the_smallest_screens_keep_what_matters_most() {
    let stage = running("0:56");
    has(&stage, 16, 1, &["0:25 UZBEKISTAN"]);
    has(&stage, 20, 2, &["0:25 UZBEKISTAN", "WARNING"]);
    has(&stage, 20, 3, &["0:25 UZBEKISTAN", "WARNING", "▸ 39 Venezuela"]);
    has(&stage, 20, 5, &["9 to assign"]);
    let mut stage = stage;
    stage.ui.not_written = Some("the disk is full".to_owned());
    has(&stage, 20, 1, &["NOT SAVED 0:25"]);
    has(&stage, 20, 2, &["0:25 UZBEKISTAN", "NOT SAVED"]);
}

#[test]
fn what_is_past_is_never_taken_for_the_present() {
    let mut stage = running("0:56");
    let state = stage.dialogue.seen_after(Seq(4));
    stage.ui.past = Some(Box::new(Past { record: Seq(4), at: Ms(60_000), says: "ask 1: x".to_owned(), state }));
    has(&stage, 16, 1, &["PAST 0:21 MALAWI"]);
    has(&stage, 24, 2, &["PAST 09:01:00", "Esc: now", "0:21 MALAWI"]);
    has(&stage, 40, 12, &["PAST 09:01:00 · 4: ask 1", "Esc: now", "MALAWI"]);
    stage.ui.not_written = Some("the disk is full ".repeat(9));
    for (width, height) in [(36, 12), (80, 24), (120, 40)] {
        has(&stage, width, height, &["09:01:00", "NOT SAVED", "MALAWI"]);
    }
}

#[test]
fn what_undo_would_take_back_is_said_at_every_size_that_has_a_row_for_it() {
    let mut stage = running("0:30");
    for (width, height) in [(24, 6), (36, 11), (40, 12), (60, 20), (80, 24), (120, 40), (200, 60)] {
        has(&stage, width, height, &["u undo: next: France"]);
    }
    stage.ui.message = Some(Message {
        text: "taken back: ask 3: what becomes of those who have no papers · item 4 is in turn 2".to_owned(),
        refused: false,
    });
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 40)] {
        has(&stage, width, height, &["u undo: next: France", "taken back: ask 3"]);
    }
}
