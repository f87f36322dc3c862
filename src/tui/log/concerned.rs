//! Whom a record is about: the codes by which it is found, and who asked what it logs.

use std::sync::Arc;

use crate::dialogue::{EntryNo, Event, ItemNo, Record, Seq, State, TurnNo};
use crate::language;
use crate::review::Code;

/// So many of those who ask together are named in a row.
const NAMED: usize = 3;

/// A record as its row has it: in a few words, with who asked where it logs an item: `ask 38 FRA: visits of the mechanism…`.
pub fn in_a_row(record: &Record, records: &[Arc<Record>], state: &State) -> String {
    let told = language::logged(record, records, state);
    let mut logged = record.events.iter().filter_map(|event| if let Event::Logged(logging) = event { Some(logging.item) } else { None });
    let Some(item) = logged.next() else { return told };
    let authors = authors(item, state);
    let named = authors.iter().take(NAMED).map(|code| format!(" {code}")).collect::<String>();
    let more = authors.len().checked_sub(NAMED + 1).map(|more| format!(" +{}", more + 1)).unwrap_or_default();
    told.replacen(&format!(" {item}: "), &format!(" {item}{named}{more}: "), 1)
}

/// The codes of all whom a record names; one that is about another record, those of the first of them.
pub fn codes(record: &Record, records: &[Arc<Record>], state: &State) -> Vec<Code> {
    let of_entry = |entry: EntryNo| state.entries.get(entry).map(|entry| entry.delegations.to_vec()).unwrap_or_default();
    let of_turn = |turn: TurnNo| state.turn(turn).map(|turn| turn.delegations.to_vec()).unwrap_or_default();
    let of_record = |seq: Seq| {
        let other = seq.0.checked_sub(1).and_then(|at| records.get(usize::try_from(at).ok()?));
        other.filter(|other| other.seq < record.seq).map(|other| codes(other, records, state)).unwrap_or_default()
    };
    let of_event = |event: &Event| match event {
        Event::TookFloor(taking) => taking.delegations.to_vec(),
        Event::Inscribed(inscription) => inscription.delegations.to_vec(),
        Event::Imported(list) => list.iter().flat_map(|inscription| inscription.delegations.to_vec()).collect(),
        Event::Withdrawn(entry) | Event::Restored(entry) | Event::SetAside(entry) | Event::Released(entry) => of_entry(*entry),
        Event::Moved { entry, .. } | Event::Timed { entry, .. } | Event::Absent { entry: Some(entry), .. } => of_entry(*entry),
        Event::Swapped(one, other) => [of_entry(*one), of_entry(*other)].concat(),
        Event::Ended(turn) | Event::Cut(turn) | Event::TookUpAgain(turn) | Event::Paused(turn) | Event::Resumed(turn) => of_turn(*turn),
        Event::Retyped { turn, .. } | Event::Ruled { turn, .. } | Event::Extended { turn, .. } => of_turn(*turn),
        Event::Logged(logging) => authors(logging.item, state),
        Event::Undone(seqs) | Event::Redone(seqs) => seqs.first().map(|seq| of_record(*seq)).unwrap_or_default(),
        Event::Shifted { record, .. } => of_record(*record),
        _ => Vec::new(),
    };
    record.events.iter().flat_map(of_event).collect()
}

fn authors(item: ItemNo, state: &State) -> Vec<Code> {
    state.item(item).map(|item| state.authors(item).to_vec()).unwrap_or_default()
}
