//! What the status line says once a key was accepted: one sentence about what is true now.

use super::describe::{describe, names, office};
use crate::dialogue::{EntryNo, Event, Record, State, Turn, TurnNo};

/// A sentence about what a record has brought about, told out of the state after it: `Germany has the floor (turn 38)`.
/// Where a sentence would say no more than [`describe`] does, it is that.
pub fn happened(record: &Record, state: &State) -> String {
    let told = record.events.iter().find_map(|event| sentence(event, state));
    told.map_or_else(|| describe(record, state), |sentence| super::words::clean(&sentence))
}

fn sentence(event: &Event, state: &State) -> Option<String> {
    let turn = |number: TurnNo| state.turn(number);
    let name = |turn: &Turn| names(&turn.delegations, state);
    Some(match event {
        Event::Began => match super::ladder_taken(state) {
            Some(each) => format!("The meeting has begun: {each}"),
            None => "The meeting has begun".to_owned(),
        },
        Event::Suspended => "The meeting is suspended".to_owned(),
        Event::Reconvened => "The meeting goes on".to_owned(),
        Event::Adjourned => "The meeting is over".to_owned(),
        Event::Inscribed(inscription) => waits(inscription.entry, state)?,
        Event::Imported(list) => format!("{} entries are in the list", list.len()),
        Event::Withdrawn(entry) => format!("{} is out of the list; restore brings it back", entry_names(*entry, state)?),
        Event::Restored(entry) | Event::Moved { entry, .. } => waits(*entry, state)?,
        Event::TookFloor(taking) => format!("{} has the floor (turn {})", names(&taking.delegations, state), taking.turn),
        Event::Ended(number) => {
            let turn = turn(*number)?;
            let spoken = turn.speaking.read(turn.ended?).whole_seconds();
            let goes_on = state.speaking().map(|turn| format!("; {} has the floor again", name(turn))).unwrap_or_default();
            format!("{} has ended after {spoken}{goes_on}", name(turn))
        }
        Event::Paused(number) => format!("{} is paused; the clock stands", name(turn(*number)?)),
        Event::Resumed(number) => format!("{} goes on", name(turn(*number)?)),
        Event::Extended { turn: number, .. } => {
            let turn = turn(*number)?;
            format!("{} has {} in all", name(turn), turn.allotted + turn.extension)
        }
        Event::Passed { official: Some(official), .. } => format!("{} speaks", office(official, state)),
        Event::Passed { official: None, .. } => "An official speaks who is not known yet".to_owned(),
        Event::Absent { entry: Some(entry), .. } => {
            format!("{} is not in the room, and waits at the end of the list", entry_names(*entry, state)?)
        }
        _ => return None,
    })
}

fn entry_names(entry: EntryNo, state: &State) -> Option<String> {
    state.entries.get(entry).map(|entry| names(&entry.delegations, state))
}

fn waits(entry: EntryNo, state: &State) -> Option<String> {
    Some(format!("{} waits at place {} ({entry})", entry_names(entry, state)?, state.place_of(entry)?))
}
