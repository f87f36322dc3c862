//! The table of turns: who had the floor, from when to when, for how long, and what came of it.

use std::io;

use super::Telling;
use super::cells::Table;
use super::telling::{joined, length, or_empty, text, word};
use crate::dialogue::{Turn, TurnNo};
use crate::review::Ms;

const HEADING: [&str; 20] = [
    "turn",
    "entry",
    "delegations",
    "names",
    "kind",
    "official",
    "began_ms",
    "began",
    "ended_ms",
    "ended",
    "spoken_ms",
    "spoken",
    "paused_ms",
    "paused",
    "allotted_ms",
    "allotted",
    "outcome",
    "ruling",
    "ruling_text",
    "passes",
];

/// Writes every turn, in order of number. Names ending in `_ms` are those of `show --json`, and so are their figures.
///
/// # Errors
/// The output cannot be written.
pub fn turns(telling: &Telling<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut table = Table::new(out, HEADING)?;
    for turn in telling.state.turns.iter() {
        table.row(row(telling, turn))?;
    }
    table.finish()
}

fn row(telling: &Telling<'_>, turn: &Turn) -> [String; 20] {
    let (clock, paused) = (telling.state.clock(turn, telling.now), turn.pausing.read(telling.now));
    let local = |moment: Ms| telling.local(moment);
    let TurnNo(number) = turn.number;
    [
        number.to_string(),
        or_empty(turn.entry),
        joined(&*turn.delegations),
        telling.names(&turn.delegations),
        turn.kind.to_string(),
        text(turn.passes.last().and_then(|pass| pass.official.as_ref())),
        turn.began.0.to_string(),
        local(turn.began),
        or_empty(turn.ended.map(|ended| ended.0)),
        or_empty(turn.ended.map(local)),
        clock.elapsed.0.to_string(),
        length(clock.elapsed),
        paused.0.to_string(),
        length(paused),
        clock.allotted.0.to_string(),
        length(clock.allotted),
        or_empty(turn.outcome.as_ref().map(word)),
        or_empty(turn.ruling.as_ref().map(|ruled| word(&ruled.ruling))),
        text(turn.ruling.as_ref().and_then(|ruled| ruled.text.as_ref())),
        joined(turn.pass_times(telling.now).map(|(official, spoken)| format!("{}={}", official.unwrap_or("?"), spoken.0))),
    ]
}
