//! The floor while someone speaks.

use ratatui::style::Style;

use super::{Bar, Held, Loud, Standing, zero};
use crate::dialogue::{Clock, Phase, Status, Turn};
use crate::review::{Count, Ms, Ruling};
use crate::tui::keymap::Deed;
use crate::tui::view::View;
use crate::tui::widgets::times;

pub fn speaking(view: &View, turn: &Turn) -> Standing {
    let clock = view.state.clock(turn, view.now);
    let counts_up = view.state.kind(&turn.kind).is_some_and(|kind| kind.count == Count::Up);
    let shown = if counts_up { times::count_up(clock.elapsed) } else { times::countdown(clock.left) };
    let allotted = times::count_up(clock.allotted);
    let joined = if !counts_up && times::is_over(clock.left) { "on" } else { "of" };
    let (word, style, loud, bar) = state_of(view, turn, clock);
    Standing {
        who: view.names(&turn.delegations).to_uppercase(),
        called: false,
        kind: view.kind_name(&turn.kind),
        interrupts: view.state.floor.len() > 1,
        place: view.place_of(turn).unwrap_or_default(),
        // As wide as it gets, so that nothing behind it moves when it gains or loses a digit.
        measure: format!("{shown:>5} {joined} {allotted}"),
        clock: shown,
        word,
        style,
        loud,
        remarks: remarks(view, turn, clock),
        bar,
        ruling: ruling(view, turn),
        held: view.state.held().map(|turn| held(view, turn)).collect(),
    }
}

fn state_of(view: &View, turn: &Turn, clock: Clock) -> (String, Style, Loud, Bar) {
    let theme = view.theme;
    let bar = Bar::Used(clock.elapsed, clock.allotted);
    let quiet = |word: &str, style, bar| (word.to_owned(), style, Loud::Word, bar);
    if view.state.status == Status::Suspended {
        return quiet("SUSPENDED", theme.paused, bar);
    }
    if turn.paused {
        return quiet("PAUSED", theme.paused, bar);
    }
    if let Some(zero) = zero::reached(view, clock) {
        return (zero.word, zero.style, zero.loud, zero.bar);
    }
    match clock.phase {
        Phase::Over | Phase::Final => quiet("FINAL", theme.last, bar),
        Phase::Warning => quiet("WARNING", theme.warning, bar),
        Phase::Normal if view.state.floor.len() > 1 => quiet(&view.kind_name(&turn.kind).to_uppercase(), theme.accent, bar),
        Phase::Normal => quiet("SPEAKING", theme.speaking, bar),
    }
}

fn remarks(view: &View, turn: &Turn, clock: Clock) -> Vec<String> {
    let mut remarks: Vec<String> = zero::ahead(view, turn, clock).into_iter().collect();
    if let Some(pass) = turn.passes.last() {
        remarks.push(pass.official.as_deref().map_or_else(|| "official unknown".to_owned(), |id| view.office(id).to_owned()));
    }
    let paused = turn.pausing.read(view.now);
    if turn.paused {
        remarks.push(format!("for {}", times::count_up(paused)));
    } else if paused >= Ms::seconds(1) {
        remarks.push(format!("{} paused", times::count_up(paused)));
    }
    if turn.extension != Ms::ZERO {
        let (time, word) = if turn.extension > Ms::ZERO { (turn.extension, "added") } else { (-turn.extension, "taken off") };
        remarks.push(format!("{} {word}", times::count_up(time)));
    }
    remarks
}

/// The ruling as it was given, else the key that gives one, while a point of order has the floor.
fn ruling(view: &View, turn: &Turn) -> Option<(String, Style)> {
    if let Some(ruled) = &turn.ruling {
        let text = ruled.text.as_deref().map(|text| format!(": {text}")).unwrap_or_default();
        return Some((format!("RULING {}{text}", word_for(ruled.ruling)), view.theme.accent));
    }
    let key = view.scene.hints.iter().find(|hint| hint.deed == Deed::Ruling)?;
    turn.is_point_of_order().then(|| (format!("{} ruling: 1 upheld  2 dismissed  3 noted", key.key), view.theme.key))
}

fn word_for(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Upheld => "UPHELD",
        Ruling::Dismissed => "DISMISSED",
        Ruling::Noted => "NOTED",
    }
}

fn held(view: &View, turn: &Turn) -> Held {
    let clock = view.state.clock(turn, view.now);
    let place = view.place_of(turn).map(|place| format!(" {place}")).unwrap_or_default();
    Held {
        who: view.names(&turn.delegations).to_uppercase(),
        code: turn.delegations.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        what: format!("{}{place}", view.kind_name(&turn.kind)),
        time: times::countdown(clock.left),
        over: times::is_over(clock.left),
        word: match (clock.runs, turn.paused) {
            (true, _) => "RUNS",
            (false, true) => "PAUSED",
            (false, false) => "HELD",
        },
    }
}
