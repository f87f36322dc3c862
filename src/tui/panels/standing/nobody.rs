//! The floor while nobody speaks: between two turns, before the meeting, while it is suspended, and after it.

use ratatui::style::Style;

use super::{Bar, Loud, Standing, Words};
use crate::dialogue::{Entry, Outcome, Status, Turn};
use crate::review::Count;
use crate::tui::view::View;
use crate::tui::widgets::times;

pub fn speaks(view: &View) -> Standing {
    match view.state.status {
        Status::Waiting => not_begun(view),
        Status::Open => between(view),
        Status::Suspended => suspended(view),
        Status::Adjourned => adjourned(view),
    }
}

/// The next one is called, and the time since the last turn runs. What that turn's clock showed last stays to be seen (case IS-23).
fn between(view: &View) -> Standing {
    let gap = times::count_up(view.state.gap.read(view.now));
    let called = view.state.called();
    let standing = Standing {
        who: called.map_or_else(|| "NOBODY WAITS".to_owned(), |entry| view.names(&entry.delegations).to_uppercase()),
        called: called.is_some(),
        kind: called.map(|entry| view.kind_name(&entry.kind)).unwrap_or_default(),
        place: called.map(|_| format!("{} of {}", view.taken + 1, view.taken + view.listed)).unwrap_or_default(),
        clock: gap.clone(),
        ..at_rest(view, if called.is_some() { "CALLED" } else { "FLOOR FREE" }, view.theme.idle, format!("gap {gap}"), Vec::new())
    };
    Standing { remarks: called.map(|entry| of_called(view, entry)).unwrap_or_default(), bar: last(view), ..standing }
}

/// What whoever is called will get, and why they were let in late.
fn of_called(view: &View, entry: &Entry) -> Vec<String> {
    let gets = view.state.allotment_of(entry, view.now).map(|time| format!("gets {}", times::count_up(time)));
    let late = entry.late.as_ref().map(|reason| format!("late: {reason}"));
    gets.into_iter().chain(late).collect()
}

/// What the clock of the turn that ended last showed last.
fn last(view: &View) -> Bar {
    let Some(turn) = view.state.last_turn.and_then(|turn| view.state.turn(turn)) else { return Bar::Empty };
    let who = view.names(&turn.delegations);
    let words = |before, name, after| Words { before, name, after };
    match turn.outcome {
        Some(Outcome::Cut) => Bar::Band(words("", who.to_uppercase(), format!("  C U T   {}", final_value(view, turn))), view.theme.last),
        Some(Outcome::Absent) => Bar::Last(words("", who, " was not in the room".to_owned())),
        _ => Bar::Last(words("after ", who, format!("  {}", final_value(view, turn)))),
    }
}

fn final_value(view: &View, turn: &Turn) -> String {
    let clock = view.state.clock(turn, view.now);
    let allotted = times::count_up(clock.allotted);
    let counts_up = view.state.kind(&turn.kind).is_some_and(|kind| kind.count == Count::Up);
    match (counts_up, times::is_over(clock.left)) {
        (true, _) => format!("{} of {allotted}", times::count_up(clock.elapsed)),
        (false, true) => format!("{} on {allotted}", times::overtime(clock.left)),
        (false, false) => format!("{} left of {allotted}", times::countdown(clock.left)),
    }
}

/// Before the meeting no clock shows seconds, so that nothing has to wake up for it.
fn not_begun(view: &View) -> Standing {
    let first = view.state.first_waiting().map(|entry| format!("first: {}", view.names(&entry.delegations)));
    let planned = view.state.review.starts.split('T').nth(1).and_then(|time| time.get(..5)).map(|time| format!("planned {time}"));
    at_rest(view, "NOT BEGUN", view.theme.idle, format!("{} inscribed", view.listed), planned.into_iter().chain(first).collect())
}

fn suspended(view: &View) -> Standing {
    let minutes = view.state.suspension.read(view.now).0 / 60_000;
    at_rest(view, "SUSPENDED", view.theme.paused, format!("for {minutes} min in all"), next_remark(view))
}

fn adjourned(view: &View) -> Standing {
    let at = view.state.adjourned.map(|at| format!("at {}", view.time_of_day(at))).unwrap_or_default();
    let remarks = vec![format!("{} spoke", view.state.spoken()), format!("{} not reached", view.listed)];
    at_rest(view, "ADJOURNED", view.theme.idle, at, remarks)
}

fn next_remark(view: &View) -> Vec<String> {
    view.state.first_waiting().map(|entry| format!("next: {}", view.names(&entry.delegations))).into_iter().collect()
}

fn at_rest(view: &View, word: &str, style: Style, measure: String, remarks: Vec<String>) -> Standing {
    Standing {
        who: view.state.review.title.to_uppercase(),
        called: false,
        kind: String::new(),
        interrupts: false,
        place: String::new(),
        clock: view.time_of_day(view.now),
        word: word.to_owned(),
        style,
        loud: Loud::Word,
        measure,
        remarks,
        bar: Bar::Empty,
        ruling: None,
        held: Vec::new(),
    }
}
