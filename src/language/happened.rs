//! What the status line says once a key was accepted: one sentence about what is true now.

use super::describe::{describe, each, names, office, who};
use crate::dialogue::{Dialogue, EntryNo, Event, Record, Start, State, Taking, Text, Turn, TurnNo};
use crate::review::{Code, Ms, Ruling};

/// A sentence about what a record has brought about, told out of the dialogue after it: `Germany has the floor (turn 38)`.
/// Where a sentence would say no more than [`describe`] does, it is that.
pub fn happened(record: &Record, dialogue: &Dialogue) -> String {
    let told = record.events.iter().find_map(|event| match event {
        Event::Shifted { record: shifted, by } => shift(dialogue.record(*shifted)?, *by, record.at, dialogue.state()),
        Event::Reconciled { participant, delegation } => Some(reconciled(*participant, *delegation, dialogue)),
        event => of_the_list(event, dialogue.state()).or_else(|| of_the_floor(event, record, dialogue.state())),
    });
    told.map_or_else(|| describe(record, dialogue.state()), |sentence| super::words::clean(&sentence))
}

/// The meeting as a whole and its list.
fn of_the_list(event: &Event, state: &State) -> Option<String> {
    Some(match event {
        Event::Began => match super::ladder_taken(state) {
            Some(each) => format!("The meeting has begun: {each}"),
            None => "The meeting has begun".to_owned(),
        },
        Event::Suspended => "The meeting is suspended".to_owned(),
        Event::Reconvened => "The meeting goes on".to_owned(),
        Event::Adjourned => match state.forecast(state.as_of).unreached.as_slice() {
            [] => "The meeting is over".to_owned(),
            unreached => format!("The meeting is over; not reached: {}", names(unreached, state)),
        },
        Event::Inscribed(inscription) => waits(inscription.entry, state)?,
        Event::Imported(list) => format!("{} entries are in the list", list.len()),
        Event::Withdrawn(entry) => format!("{} is out of the list; restore brings it back", entry_names(*entry, state)?),
        Event::Restored(entry) | Event::Moved { entry, .. } | Event::Released(entry) => waits(*entry, state)?,
        Event::Swapped(one, other) => {
            let stands = |entry| Some(format!("{} is at place {}", entry_names(entry, state)?, state.place_of(entry)?));
            format!("{}, {} now", stands(*one)?, stands(*other)?)
        }
        Event::SetAside(entry) => format!("{} is set aside: next passes it over, release brings it back", entry_names(*entry, state)?),
        Event::Sorted(start) => {
            let from = match start {
                Start::Letter(letter) => letter.to_string(),
                Start::Delegation(code) => state.review.name_of(*code),
            };
            format!("The list is in alphabetical order from {from}{}", leads(state))
        }
        Event::Drawn { seed, count: None } => format!("The list is drawn by lot (seed {seed}){}", leads(state)),
        Event::Drawn { seed, count: Some(count) } => format!("{count} are drawn by lot (seed {seed}){}", leads(state)),
        Event::ListOpened => "The list takes entries again".to_owned(),
        Event::ListClosed => "The list is closed: it takes no more entries without late=".to_owned(),
        Event::Divided { member, observer, .. } => {
            format!("{} from now on for all who wait without a time of their own", each(*member, *observer))
        }
        Event::Banked { group, total } => format!("The bank of {group} holds {total} in all"),
        Event::Redistributed { group, each } => format!("The overrun of {group} is shared: {each} more for each group"),
        _ => return None,
    })
}

/// The participant is gone from the state; the record that entered it has its name.
fn reconciled(participant: Code, delegation: Code, dialogue: &Dialogue) -> String {
    let entered = dialogue.records().iter().flat_map(|record| &record.events).find_map(|event| match event {
        Event::ParticipantEntered { code, name, .. } if *code == participant => Some(name.to_string()),
        _ => None,
    });
    let (was, is) = (entered.unwrap_or_else(|| participant.to_string()), dialogue.state().review.name_of(delegation));
    format!("{was} is {is}: its entries, turns and items are those of {is} from the start")
}

/// Who has the floor, and how it goes on.
fn of_the_floor(event: &Event, record: &Record, state: &State) -> Option<String> {
    let turn = |number: &TurnNo| state.turn(*number);
    Some(match event {
        Event::TookFloor(taking) => took_floor(taking, record, state),
        Event::Ended(number) => ended(turn(number)?, "has ended", state)?,
        Event::Cut(number) => ended(turn(number)?, "was cut", state)?,
        Event::TookUpAgain(number) => {
            let turn = turn(number)?;
            format!("{} has the floor again (turn {number}){}", name(turn, state), left(turn, record.at, state))
        }
        Event::Retyped { turn: number, kind } => {
            let turn = turn(number)?;
            format!("The turn of {} is {} now{}", name(turn, state), a(&kind_name(kind, state)), left(turn, record.at, state))
        }
        Event::Ruled { turn: number, ruling, text } => {
            let turn = turn(number)?;
            let words = text.as_ref().map(|text| format!(" ({text})")).unwrap_or_default();
            format!("{}: the {} of {}{words}", ruled(*ruling), kind_name(&turn.kind, state), name(turn, state))
        }
        Event::Paused(number) => format!("{} is paused; the clock stands", name(turn(number)?, state)),
        Event::Resumed(number) => format!("{} goes on", name(turn(number)?, state)),
        Event::Extended { turn: number, .. } => {
            let turn = turn(number)?;
            format!("{} has {} in all", name(turn, state), turn.allotted + turn.extension)
        }
        Event::Passed { official: Some(official), .. } => format!("{} speaks", office(official, state)),
        Event::Passed { official: None, .. } => "An official speaks who is not known yet".to_owned(),
        Event::Absent { entry: Some(entry), .. } => {
            format!("{} is not in the room, and waits at the end of the list", entry_names(*entry, state)?)
        }
        _ => return None,
    })
}

fn took_floor(taking: &Taking, record: &Record, state: &State) -> String {
    let held = state.held().next().filter(|held| !held.speaking.runs());
    let held = held.map(|held| format!("; {} is held{}", name(held, state), left(held, record.at, state))).unwrap_or_default();
    format!("{} has the floor (turn {}){held}", who(taking, state), taking.turn)
}

fn ended(turn: &Turn, how: &str, state: &State) -> Option<String> {
    let spoken = turn.speaking.read(turn.ended?).whole_seconds();
    let goes_on = state.speaking().map(|turn| format!("; {} has the floor again", name(turn, state))).unwrap_or_default();
    Some(format!("{} {how} after {spoken}{goes_on}", name(turn, state)))
}

/// What a record tells of, put at another moment: `France began 0:05 earlier, with 1:12 left`.
fn shift(record: &Record, by: Ms, now: Ms, state: &State) -> Option<String> {
    let when = if by < Ms::ZERO { format!("{} earlier", Ms::ZERO - by) } else { format!("{by} later") };
    let told = |number: &TurnNo, did: &str| {
        let turn = state.turn(*number)?;
        let left = if turn.ended.is_none() { left(turn, now, state) } else { String::new() };
        Some(format!("{} {did} {when}{left}", name(turn, state)))
    };
    record.events.iter().find_map(|event| match event {
        Event::TookFloor(taking) => told(&taking.turn, "began"),
        Event::Ended(turn) => told(turn, "ended"),
        Event::Cut(turn) => told(turn, "was cut"),
        Event::TookUpAgain(turn) => told(turn, "had the floor again"),
        Event::Paused(turn) => told(turn, "was paused"),
        Event::Resumed(turn) => told(turn, "went on"),
        Event::Passed { official: Some(official), .. } => Some(format!("{} began {when}", office(official, state))),
        _ => None,
    })
}

/// As the clocks of the screen have it: what is left rounded up to a second, overtime down.
fn left(turn: &Turn, now: Ms, state: &State) -> String {
    let used_up = Ms::ZERO - state.clock(turn, now).left;
    if used_up < Ms::seconds(1) {
        format!(", with {} left", Ms::ZERO - used_up.whole_seconds())
    } else {
        format!(", {} over its time", used_up.whole_seconds())
    }
}

fn name(turn: &Turn, state: &State) -> String {
    names(&turn.delegations, state)
}

/// A kind's name inside a sentence.
fn kind_name(kind: &Text, state: &State) -> String {
    let known = state.review.modalities.kind(kind);
    known.map_or_else(|| kind.to_string(), |kind| kind.name.to_lowercase())
}

fn a(thing: &str) -> String {
    let article = if thing.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {thing}")
}

fn ruled(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Upheld => "Upheld",
        Ruling::Dismissed => "Dismissed",
        Ruling::Noted => "Noted",
    }
}

fn leads(state: &State) -> String {
    state.first_waiting().map(|entry| format!("; {} is first", names(&entry.delegations, state))).unwrap_or_default()
}

fn entry_names(entry: EntryNo, state: &State) -> Option<String> {
    state.entries.get(entry).map(|entry| names(&entry.delegations, state))
}

fn waits(entry: EntryNo, state: &State) -> Option<String> {
    Some(format!("{} waits at place {} ({entry})", entry_names(entry, state)?, state.place_of(entry)?))
}
