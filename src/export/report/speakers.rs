//! Who spoke when and for how long, and who did not come to speak.

use super::super::Telling;
use super::super::markdown::{Document, plain};
use super::super::telling::{minutes, word};
use crate::dialogue::{Entry, EntryStatus, Status, Turn};

/// Every turn in the order in which they began, interruptions included.
pub(super) fn spoken(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "Who spoke");
    let mut turns: Vec<&Turn> = telling.state.turns.iter().collect();
    turns.sort_by_key(|turn| (turn.began, turn.number));
    let rows: Vec<[String; 8]> = turns.into_iter().map(|turn| row(telling, turn)).collect();
    document.table(["Turn", "Who", "As", "Began", "Ended", "Spoke", "Of", "Outcome"], &rows, "Nobody spoke.");
}

fn row(telling: &Telling<'_>, turn: &Turn) -> [String; 8] {
    let clock = telling.state.clock(turn, telling.now);
    let kind = telling.state.kind(&turn.kind).map_or(&*turn.kind, |kind| kind.name.as_str());
    let outcome = turn.outcome.map_or("on the floor".to_owned(), |outcome| word(&outcome));
    let ruling = turn.ruling.as_ref().map_or(String::new(), |ruled| {
        let words = ruled.text.as_deref().map_or(String::new(), |text| format!(": {}", plain(text)));
        format!(", {}{words}", word(&ruled.ruling))
    });
    let officials: Vec<String> = turn
        .pass_times(telling.now)
        .map(|(official, spoken)| {
            format!("{} {}", plain(&official.map_or("not known".to_owned(), |id| telling.office(Some(id)))), minutes(spoken))
        })
        .collect();
    let who = plain(&telling.state.review.names(&turn.delegations));
    [
        turn.number.to_string(),
        if officials.is_empty() { who } else { format!("{who} ({})", officials.join(", ")) },
        plain(kind),
        telling.at(turn.began, "%H:%M:%S"),
        turn.ended.map_or(String::new(), |ended| telling.at(ended, "%H:%M:%S")),
        minutes(clock.elapsed),
        minutes(clock.allotted),
        format!("{outcome}{ruling}"),
    ]
}

/// Who waits still, is set aside or has withdrawn.
pub(super) fn not_reached(telling: &Telling<'_>, document: &mut Document) {
    let state = telling.state;
    document.heading(2, if state.status == Status::Adjourned { "Not reached" } else { "Still in the list" });
    let mut waits = state.listed().peekable();
    if waits.peek().is_none() {
        document.paragraph("Nobody.");
    }
    for entry in waits {
        let mut notes = Vec::new();
        if entry.status == EntryStatus::Aside {
            notes.push("set aside".to_owned());
        }
        match entry.absences {
            0 => {}
            1 => notes.push("called once and not in the room".to_owned()),
            times => notes.push(format!("called {times} times and not in the room")),
        }
        document.point(&named(telling, entry, &notes));
    }
    let withdrawn: Vec<&Entry> = state.entries.iter().filter(|entry| entry.status == EntryStatus::Withdrawn).collect();
    if !withdrawn.is_empty() {
        document.heading(2, "Withdrawn");
        withdrawn.into_iter().for_each(|entry| document.point(&named(telling, entry, &[])));
    }
}

fn named(telling: &Telling<'_>, entry: &Entry, notes: &[String]) -> String {
    let names = plain(&telling.state.review.names(&entry.delegations));
    if notes.is_empty() { names } else { format!("{names} ({})", notes.join("; ")) }
}
