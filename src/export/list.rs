//! The list of speakers as it was taken: in the order in which they spoke, then who was not reached, then who withdrew.

use std::io;

use super::Telling;
use super::cells::Table;
use super::telling::{joined, length, or_empty, text};
use crate::dialogue::{Entry, EntryStatus, Outcome, Status, Turn};
use crate::review::Ms;

const HEADING: [&str; 15] = [
    "order",
    "became",
    "entry",
    "turn",
    "delegations",
    "names",
    "kind",
    "began_ms",
    "began",
    "spoken_ms",
    "spoken",
    "allotted_ms",
    "allotted",
    "absences",
    "late",
];

/// Writes the list. What interrupted others stood in no list, and whoever was called in vain has not spoken: they come with the
/// others who were not reached, or where they spoke later.
///
/// # Errors
/// The output cannot be written.
pub fn list(telling: &Telling<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut table = Table::new(out, HEADING)?;
    for (turn, order) in as_taken(telling).into_iter().zip(1_usize..) {
        table.row(spoken(telling, turn, order))?;
    }
    let expected = telling.state.forecast(telling.now).expected;
    for (entry, expected) in telling.state.listed().zip(expected) {
        let became = match (entry.status, telling.state.status) {
            (EntryStatus::Aside, _) => "aside",
            (_, Status::Adjourned) => "not-reached",
            _ => "waiting",
        };
        table.row(left_over(telling, entry, became, expected.allotted.or(entry.time)))?;
    }
    for entry in telling.state.entries.iter().filter(|entry| entry.status == EntryStatus::Withdrawn) {
        table.row(left_over(telling, entry, "withdrawn", entry.time))?;
    }
    table.finish()
}

/// Turns that were nobody else's, in the order in which they began.
pub(super) fn as_taken<'a>(telling: &Telling<'a>) -> Vec<&'a Turn> {
    let interrupts = |turn: &Turn| telling.state.kind(&turn.kind).is_some_and(|kind| kind.interrupts);
    let turns = telling.state.turns.iter().filter(|turn| turn.outcome != Some(Outcome::Absent) && !interrupts(turn));
    let mut turns: Vec<&Turn> = turns.collect();
    turns.sort_by_key(|turn| (turn.began, turn.number));
    turns
}

fn spoken(telling: &Telling<'_>, turn: &Turn, order: usize) -> [String; 15] {
    let clock = telling.state.clock(turn, telling.now);
    let entry = turn.entry.and_then(|entry| telling.state.entries.get(entry));
    [
        order.to_string(),
        if turn.ended.is_some() { "spoken" } else { "speaking" }.to_owned(),
        or_empty(turn.entry),
        turn.number.to_string(),
        joined(&*turn.delegations),
        telling.names(&turn.delegations),
        turn.kind.to_string(),
        turn.began.0.to_string(),
        telling.local(turn.began),
        clock.elapsed.0.to_string(),
        length(clock.elapsed),
        clock.allotted.0.to_string(),
        length(clock.allotted),
        or_empty(entry.map(|entry| entry.absences)),
        text(entry.and_then(|entry| entry.late.as_ref())),
    ]
}

fn left_over(telling: &Telling<'_>, entry: &Entry, became: &str, allotted: Option<Ms>) -> [String; 15] {
    let empty = String::new;
    [
        empty(),
        became.to_owned(),
        entry.number.to_string(),
        empty(),
        joined(&*entry.delegations),
        telling.names(&entry.delegations),
        entry.kind.to_string(),
        empty(),
        empty(),
        empty(),
        empty(),
        or_empty(allotted.map(|allotted| allotted.0)),
        or_empty(allotted.map(length)),
        entry.absences.to_string(),
        text(entry.late.as_ref()),
    ]
}
