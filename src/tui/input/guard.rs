//! Whether what a command is aimed at is still as the operator saw it; and if it is not, what has changed, and by whom.

use super::aim::{Aim, aims, names_its_aim};
use super::eye::in_brief;
use super::question;
use super::seen::{Seen, shifts};
use crate::dialogue::{Action, Dialogue, EntryNo, EntryStatus, Item, ItemNo, Record, Seq, State, Status, Turn};
use crate::language;
use crate::review::{Code, Ms};

/// A frame is drawn every second while the meeting is open and every minute otherwise; whoever has seen none for longer was away (case IS-29).
const AWAY: Ms = Ms::seconds(61);

/// What the screen showed, and whose hand was on the keys.
pub(super) struct Guard<'a> {
    /// The last frame.
    pub seen: &'a Seen,
    /// What was done from here; that is no surprise.
    pub own: &'a [Seq],
    /// Whose desk it is.
    pub seat: &'a str,
    /// Since when it is looked at again, after it had stood still.
    pub awake_since: Option<Ms>,
}

/// Whether nobody can have looked at the session through this screen at a moment: its last frame is too old.
pub(super) fn stood_still(seen: &Seen, at: Ms) -> bool {
    at - seen.at > AWAY
}

impl Guard<'_> {
    /// Why the screen cannot be what a key was pressed on: it stood still for a minute and more, or has been there again for an instant only.
    pub fn was_away(&self, at: Ms) -> Option<&'static str> {
        let is_away = stood_still(self.seen, at) || self.awake_since.is_some_and(|since| question::is_early(Some(since), at));
        is_away.then_some("This screen had stood still for more than a minute; it shows what is true now, press again if you still want it")
    }

    /// What an action aimed at and is not as it was seen, as a sentence. Of what was typed only what names nothing is held against the screen.
    pub fn stale(&self, action: &Action, typed: bool, now: &Dialogue) -> Option<String> {
        if typed && names_its_aim(action) {
            return None;
        }
        aims(action, self.seen).into_iter().find_map(|aim| self.changed(aim, now))
    }

    /// Whether what no frame has shown was all done by others: then a key that says something else now was not pressed for that.
    pub fn is_behind(&self, now: &Dialogue) -> bool {
        let mut unseen = self.seen.since(now).peekable();
        unseen.peek().is_some() && unseen.all(|record| self.is_of_others(record))
    }

    /// The last record of others that may have changed an aim since the frame.
    pub fn culprit<'d>(&self, aim: Aim, now: &'d Dialogue) -> Option<&'d Record> {
        self.seen.since(now).rev().find(|record| self.is_of_others(record) && aim.concerns(record, now, self.seat))
    }

    /// What was done, and by whom: `withdraw Germany, by clerk`.
    pub fn by(&self, record: &Record, now: &Dialogue) -> String {
        let elsewhere = if *record.seat == *self.seat { " elsewhere" } else { "" };
        format!("{}, by {}{elsewhere}", language::logged(record, now.records(), now.state()), record.seat)
    }

    fn is_of_others(&self, record: &Record) -> bool {
        self.own.binary_search(&record.seq).is_err()
    }

    fn changed(&self, aim: Aim, now: &Dialogue) -> Option<String> {
        let what = now_is(aim, self.seen, now, self.seat)?;
        let own = self.seen.since(now).any(|record| !self.is_of_others(record) && aim.concerns(record, now, self.seat));
        let by = match self.culprit(aim, now) {
            Some(record) => format!(" ({})", self.by(record, now)),
            // Time moves no entry; what only shifts with others is where it was.
            None if own || matches!(aim, Aim::Moved(_)) => return None,
            None => String::new(),
        };
        let again = match aim {
            aim if is_gone(aim, now.state()) => "",
            Aim::First => "; press again in 2 s if you still want it",
            _ => "; press again if you still want it",
        };
        Some(format!("{what}{by}{again}"))
    }
}

/// What is another one now, in words; nothing where it is as it was.
fn now_is(aim: Aim, seen: &Seen, dialogue: &Dialogue, seat: &str) -> Option<String> {
    let (then, now) = (&seen.state, dialogue.state());
    let turns = then.speaking().zip(now.speaking());
    let differs = |read: fn(&Turn) -> (bool, Ms, &str)| turns.filter(|(then, now)| read(then) != read(now)).map(|(_, now)| now);
    match aim {
        Aim::Meeting => (then.status != now.status).then(|| meeting(now.status).to_owned()),
        Aim::First => {
            let number = |state: &State| state.first_waiting().map(|entry| entry.number);
            (number(then) != number(now)).then(|| first(now))
        }
        Aim::Interrupted => now.floor.last().filter(|turn| then.floor.last() != Some(turn)).map(|_| floor(now)),
        Aim::Turn if then.floor.last() == now.floor.last() => (then.floor != now.floor).then(|| "Another turn is held now".to_owned()),
        Aim::Turn => Some(floor(now)),
        Aim::Paused => differs(|turn| (turn.paused, Ms::ZERO, "")).map(|turn| {
            let stands = if turn.paused { "is paused already" } else { "is not paused any more" };
            format!("{} {stands}", named(&turn.delegations, now))
        }),
        Aim::Allotted => differs(|turn| (false, turn.allotted + turn.extension, "")).map(|turn| {
            let time = (turn.allotted + turn.extension).whole_seconds();
            format!("{} has {time} in all now", named(&turn.delegations, now))
        }),
        Aim::Kind => differs(|turn| (false, Ms::ZERO, &*turn.kind))
            .map(|turn| format!("The turn of {} is of the kind {} now", named(&turn.delegations, now), turn.kind)),
        Aim::Official => (then.official_on_floor() != now.official_on_floor()).then(|| "Another official speaks now".to_owned()),
        Aim::Last => (then.last_turn != now.last_turn).then(|| {
            let last = now.last_turn.and_then(|turn| now.turn(turn));
            last.map_or("Nobody has spoken now".to_owned(), |turn| format!("{} was the last to speak", named(&turn.delegations, now)))
        }),
        Aim::Ruled => {
            let order = |state: &State| state.ruled_upon().map(|turn| (turn.number, turn.ruling.clone()));
            (order(then) != order(now)).then(|| "The point of order is another one, or was ruled upon".to_owned())
        }
        Aim::Shifts => (seen.shifts != shifts(dialogue)).then(|| "The last start or stop is another one now".to_owned()),
        Aim::Entry(entry) => became(entry, then, now),
        Aim::Moved(entry) | Aim::Place(entry) => (then.place_of(entry) != now.place_of(entry)).then(|| {
            let place = now.place_of(entry).map_or("no place".to_owned(), |place| format!("place {place}"));
            format!("{} has {place} in the list now", entry_name(entry, then, now))
        }),
        Aim::Time(entry) => {
            let own = |state: &State| state.entries.get(entry).and_then(|entry| entry.time);
            (own(then) != own(now)).then(|| format!("{} has another time of its own now", entry_name(entry, then, now)))
        }
        Aim::Waiting => {
            let waits = |state: &State| state.listed().map(|entry| entry.number).collect::<std::collections::BTreeSet<_>>();
            (waits(then) != waits(now)).then(|| "Others wait now".to_owned())
        }
        Aim::Item(number) => item(number, then, now),
        Aim::Undo => (seen.undo != dialogue.undoable(seat).map(|record| record.seq)).then(|| match dialogue.undoable(seat) {
            Some(record) => format!("Undo would take back another change now, {}", language::logged(record, dialogue.records(), now)),
            None => "Nothing is left to take back".to_owned(),
        }),
        Aim::Redo => (seen.redo != dialogue.redoable(seat).map(|record| record.seq)).then(|| match dialogue.redoable(seat) {
            Some(record) => format!("Redo would bring back another change now, {}", language::logged(record, dialogue.records(), now)),
            None => "Nothing is left to bring back".to_owned(),
        }),
    }
}

/// Whether there is nothing any more that the same key could be pressed for.
fn is_gone(aim: Aim, now: &State) -> bool {
    match aim {
        Aim::Entry(entry) => !now.listed().any(|listed| listed.number == entry),
        Aim::Item(number) => now.item(number).is_none(),
        Aim::First => now.first_waiting().is_none(),
        _ => false,
    }
}

fn meeting(status: Status) -> &'static str {
    match status {
        Status::Waiting => "The meeting has not begun now",
        Status::Open => "The meeting is in progress now",
        Status::Suspended => "The meeting is suspended now",
        Status::Adjourned => "The meeting is over now",
    }
}

fn first(now: &State) -> String {
    now.first_waiting().map_or("Nobody waits now".to_owned(), |entry| format!("{} is first now", named(&entry.delegations, now)))
}

fn floor(now: &State) -> String {
    match now.speaking() {
        Some(turn) => format!("{} has the floor now", named(&turn.delegations, now)),
        None => "Nobody has the floor any more".to_owned(),
    }
}

fn became(entry: EntryNo, then: &State, now: &State) -> Option<String> {
    let status = |state: &State| state.entries.get(entry).map(|entry| entry.status);
    if status(then) == status(now) {
        return None;
    }
    let is = match status(now) {
        None => "is not inscribed any more",
        Some(EntryStatus::Waiting) => "waits in the list now",
        Some(EntryStatus::Aside) => "is set aside now",
        Some(EntryStatus::Withdrawn) => "is out of the list now",
        Some(EntryStatus::Taken) => "has been given the floor",
    };
    Some(format!("{} {is}", entry_name(entry, then, now)))
}

/// Where it stands in the record may have changed with the floor; what it is and what becomes of it is what counts.
fn item(number: ItemNo, then: &State, now: &State) -> Option<String> {
    match (then.item(number), now.item(number)) {
        (Some(then), Some(now)) if is_the_same(then, now) => None,
        (None, None) => None,
        (_, None) => Some(format!("There is no item {number} any more")),
        _ => Some(format!("Item {number} has changed")),
    }
}

fn is_the_same(then: &Item, now: &Item) -> bool {
    let also = |item: &Item| item.also.iter().map(|item| item.number).collect::<Vec<_>>();
    (then.sort, &then.text, &then.themes, &then.by, &then.repeats) == (now.sort, &now.text, &now.themes, &now.by, &now.repeats)
        && (&then.lead, &then.support, then.status, then.position) == (&now.lead, &now.support, now.status, now.position)
        && also(then) == also(now)
}

fn entry_name(entry: EntryNo, then: &State, now: &State) -> String {
    let known = now.entries.get(entry).or_else(|| then.entries.get(entry));
    known.map_or_else(|| entry.to_string(), |entry| named(&entry.delegations, now))
}

fn named(delegations: &[Code], state: &State) -> String {
    in_brief(delegations, state)
}
