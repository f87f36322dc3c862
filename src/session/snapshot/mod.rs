//! The state as JSON: what `show --json` prints and what the PATH of a scenario walks. Names and order are a contract.

mod form;

use std::sync::Arc;

use serde::Serialize;

use form::{Floor, Group, Held, List, Listed, Logged, Named, Note, Official, Pass, Pool, Prospect, Spoken, Total};

use super::Session;
use super::journal::Journal;
use crate::dialogue::{Bank, Entry, EntryNo, EntryStatus, Expected, Forecast, Item, ItemStatus, Record, Seq, Sort, State, Status, Turn};
use crate::language::describe;
use crate::review::Ms;

/// Everything that is true at a moment, in the words of the language. Times are whole milliseconds; what is absent is null.
#[derive(Debug, Serialize)]
pub struct Snapshot<'a> {
    seq: Seq,
    at_ms: Ms,
    status: Status,
    segment: Option<&'a str>,
    gap_ms: Option<Ms>,
    called: Option<Listed<'a>>,
    floor: Option<Floor<'a>>,
    list: List<'a>,
    pools: Named<'a, Pool>,
    turns: Vec<Spoken<'a>>,
    items: Vec<Logged<'a>>,
    officials: Vec<Official<'a>>,
    totals: Vec<Total>,
    groups: Named<'a, Group>,
    forecast: Prospect,
    undo: Option<String>,
    redo: Option<String>,
    notes: Vec<Note<'a>>,
}

impl<'a> Snapshot<'a> {
    /// An open session now, as a seat sees it. What time alone brings about must have been [brought about](Session::advance).
    pub fn of<J: Journal>(session: &'a Session<J>, seat: &str) -> Snapshot<'a> {
        let (dialogue, state) = (session.dialogue(), session.state());
        let name = |record: Option<&Arc<Record>>| record.map(|record| describe(record, state));
        Snapshot::new(state, dialogue.seq(), session.now(), name(dialogue.undoable(seat)), name(dialogue.redoable(seat)))
    }

    /// The state at `now`. `seq` is the newest record's number; `undo` and `redo` say what a seat would take back or bring back.
    pub fn new(state: &'a State, seq: Seq, now: Ms, undo: Option<String>, redo: Option<String>) -> Snapshot<'a> {
        let forecast = state.forecast(now);
        let entries: Vec<Listed<'a>> =
            (1..).zip(state.listed()).zip(&forecast.expected).map(|((place, entry), expected)| listed(entry, place, *expected)).collect();
        Snapshot {
            seq,
            at_ms: now,
            status: state.status,
            segment: state.segment.as_deref(),
            gap_ms: (state.status == Status::Open && state.floor.is_empty()).then(|| state.gap.read(now)),
            called: called(state, &forecast),
            floor: floor(state, now),
            list: list(state, now, entries),
            pools: pools(state, now),
            turns: state.turns.iter().map(|turn| spoken(state, turn, now)).collect(),
            items: state.items.iter().map(|item| logged(state, item)).collect(),
            officials: officials(state, now),
            totals: totals(state, now),
            groups: groups(state, now),
            forecast: Prospect {
                ends_ms: forecast.ends,
                behind_ms: forecast.behind,
                unreached: forecast.unreached,
                divide_each_ms: forecast.divide_each,
            },
            undo,
            redo,
            notes: state.notes.iter().map(|note| Note { at_ms: note.at, text: &note.text }).collect(),
        }
    }
}

fn id(entry: Option<EntryNo>) -> Option<String> {
    entry.map(|entry| entry.to_string())
}

fn called<'a>(state: &'a State, forecast: &Forecast) -> Option<Listed<'a>> {
    let called = state.called()?;
    let expected = forecast.expected.iter().find(|expected| expected.entry == called.number)?;
    Some(listed(called, state.place_of(called.number)?, *expected))
}

/// The forecast goes through the list as it stands, so that the two are side by side.
fn listed(entry: &Entry, place: usize, expected: Expected) -> Listed<'_> {
    Listed {
        id: entry.number.to_string(),
        place,
        delegations: &entry.delegations,
        kind: &entry.kind,
        status: entry.status,
        by_hand: entry.by_hand,
        allotted_ms: expected.allotted.or(entry.time),
        expected_ms: expected.at,
        late: entry.late.as_deref(),
    }
}

fn floor(state: &State, now: Ms) -> Option<Floor<'_>> {
    let turn = state.speaking()?;
    let clock = state.clock(turn, now);
    let paused = turn.paused || state.status == Status::Suspended;
    Some(Floor {
        turn: turn.number,
        entry: id(turn.entry),
        delegations: &turn.delegations,
        kind: &turn.kind,
        official: turn.passes.last().and_then(|pass| pass.official.as_deref()),
        state: if paused { "paused" } else { "speaking" },
        allotted_ms: clock.allotted,
        elapsed_ms: clock.elapsed,
        left_ms: clock.left,
        phase: clock.phase,
        held: state.held().map(|turn| held(state, turn, now)).collect(),
    })
}

fn held<'a>(state: &State, turn: &'a Turn, now: Ms) -> Held<'a> {
    let clock = state.clock(turn, now);
    Held {
        turn: turn.number,
        entry: id(turn.entry),
        delegations: &turn.delegations,
        kind: &turn.kind,
        allotted_ms: clock.allotted,
        elapsed_ms: clock.elapsed,
        left_ms: clock.left,
    }
}

fn list<'a>(state: &State, now: Ms, entries: Vec<Listed<'a>>) -> List<'a> {
    let each = state.allotments.filter(|allotments| allotments.member == allotments.observer);
    List {
        open: state.list_is_open(now),
        waiting: entries.iter().filter(|entry| entry.status == EntryStatus::Waiting).count(),
        spoken: state.spoken(),
        each_ms: each.map(|allotments| allotments.member),
        rung: state.allotments.and_then(|allotments| allotments.rung).map(|rung| rung + 1),
        entries,
    }
}

fn pools(state: &State, now: Ms) -> Named<'_, Pool> {
    let names = state.review.modalities.pools.iter().map(|pool| pool.name.as_str());
    let figures = names.filter_map(|name| state.pool(name, now).map(|pool| (name, pool)));
    Named(figures.map(|(name, pool)| (name, Pool { total_ms: pool.total, used_ms: pool.used, left_ms: pool.left })).collect())
}

fn spoken<'a>(state: &State, turn: &'a Turn, now: Ms) -> Spoken<'a> {
    let clock = state.clock(turn, now);
    let times = turn.passes.iter().zip(turn.pass_times(now));
    let passes: Vec<Pass<'a>> =
        times.map(|(pass, (official, spoken))| Pass { official, began_ms: pass.began, spoken_ms: spoken }).collect();
    Spoken {
        turn: turn.number,
        entry: id(turn.entry),
        delegations: &turn.delegations,
        kind: &turn.kind,
        official: passes.last().and_then(|pass| pass.official),
        passes,
        began_ms: turn.began,
        ended_ms: turn.ended,
        spoken_ms: clock.elapsed,
        paused_ms: turn.pausing.read(now),
        allotted_ms: clock.allotted,
        outcome: turn.outcome,
        ruling: turn.ruling.as_ref().map(|ruled| ruled.ruling),
        ruling_text: turn.ruling.as_ref().and_then(|ruled| ruled.text.as_deref()),
    }
}

fn logged<'a>(state: &State, item: &'a Item) -> Logged<'a> {
    let answer = item.answer.as_ref();
    let given = answer.filter(|_| item.status == ItemStatus::Answered);
    Logged {
        number: item.number,
        sort: item.sort,
        delegations: state.authors(item).to_vec(),
        turn: item.turn,
        at_ms: item.at,
        text: &item.text,
        themes: &item.themes,
        lead: item.lead.as_deref(),
        support: &item.support,
        status: item.status,
        answered_ms: given.map(|answer| answer.at),
        answered_turn: given.and_then(|answer| answer.turn),
        position: (item.sort == Sort::Recommendation).then_some(item.position),
        answered_by: answer.and_then(|answer| answer.by.as_deref()),
        why: item.why.as_deref(),
        repeats: item.repeats.as_deref(),
        also: item.also.iter().map(|other| other.number).collect(),
    }
}

fn officials(state: &State, now: Ms) -> Vec<Official<'_>> {
    let with_load = state.officials.iter().map(|official| (official, state.load(&official.id, now)));
    with_load
        .map(|(official, load)| Official {
            id: &official.id,
            office: &official.office,
            head: official.head,
            open: load.open,
            answered: load.answered,
            written: load.written,
            spoken_ms: load.spoken,
        })
        .collect()
}

fn totals(state: &State, now: Ms) -> Vec<Total> {
    state.totals(now).into_iter().map(|(delegation, total)| Total { delegation, turns: total.turns, spoken_ms: total.spoken }).collect()
}

fn groups(state: &State, now: Ms) -> Named<'_, Group> {
    let bank = |name: &str| state.bank(name, now).map(Bank::left);
    let groups = state.group_totals(now).into_iter();
    Named(groups.map(|(name, total)| (name, Group { turns: total.turns, spoken_ms: total.spoken, bank_ms: bank(name) })).collect())
}
