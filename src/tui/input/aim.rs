//! What a command is aimed at: the narrow part of the state that must be as it was seen, so that nothing unrelated disturbs it.

use super::moved;
use super::seen::Seen;
use super::told;
use crate::dialogue::{Action, Dialogue, EntryNo, EntryRef, Event, ItemNo, Place, Record, Which};

/// One thing that a command is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Whether the meeting is begun, suspended, over.
    Meeting,
    /// The entry that is called next.
    First,
    /// Whoever would lose the floor. That nobody has it any more is no harm.
    Interrupted,
    /// Who has the floor, and who is held.
    Turn,
    /// Whether that turn is paused.
    Paused,
    /// How long it may last.
    Allotted,
    /// As what it is spoken.
    Kind,
    /// The official who speaks in it.
    Official,
    /// The turn that ended last.
    Last,
    /// The point of order that is ruled upon, and whether it has been.
    Ruled,
    /// The last start or stop.
    Shifts,
    /// What has become of an entry.
    Entry(EntryNo),
    /// That nobody gave the entry another place.
    Moved(EntryNo),
    /// The place that it has by number.
    Place(EntryNo),
    /// Its own time.
    Time(EntryNo),
    /// Everyone who waits.
    Waiting,
    /// All of an item.
    Item(ItemNo),
    /// What undo would take back.
    Undo,
    /// What redo would bring back.
    Redo,
}

/// What an action is aimed at; nothing where it only adds something, or says itself which record it is about.
pub(super) fn aims(action: &Action, seen: &Seen) -> Vec<Aim> {
    match action {
        Action::Begin | Action::Suspend | Action::Reconvene => vec![Aim::Meeting],
        Action::Adjourn => vec![Aim::Meeting, Aim::Turn],
        Action::Next { .. } => vec![Aim::Meeting, Aim::First, Aim::Interrupted],
        Action::Done | Action::Cut => vec![Aim::Turn],
        Action::Pause | Action::Resume => vec![Aim::Turn, Aim::Paused],
        Action::Extend(_) => vec![Aim::Turn, Aim::Allotted],
        Action::Retype(_) => vec![Aim::Turn, Aim::Kind],
        Action::Official(_) => vec![Aim::Turn, Aim::Official],
        Action::Answer { .. } | Action::Order(_) => vec![Aim::Interrupted],
        Action::Again => vec![Aim::Interrupted, Aim::Last],
        Action::Rule { .. } => vec![Aim::Ruled],
        Action::Back(_) => vec![Aim::Shifts],
        Action::Undo(seqs) if seqs.is_empty() => vec![Aim::Undo],
        Action::Replace { record: None, .. } => vec![Aim::Undo],
        Action::Redo(seqs) if seqs.is_empty() => vec![Aim::Redo],
        Action::Divide { apply: true, .. } => vec![Aim::Waiting],
        Action::Absent(named) => absent(*named, seen),
        Action::Give { to, .. } => about(*to, &[Aim::Entry]).chain([Aim::Interrupted]).collect(),
        Action::Restore(entry) | Action::Release(entry) => about(*entry, &[Aim::Entry]).collect(),
        Action::Time { entry, .. } => about(*entry, &[Aim::Entry, Aim::Time]).collect(),
        Action::Withdraw(entry) | Action::Aside(entry) | Action::Defer(entry) => about(*entry, &[Aim::Entry, Aim::Moved]).collect(),
        Action::Move { entry, to: Place::At(_) } => about(*entry, &[Aim::Entry, Aim::Moved, Aim::Place]).collect(),
        Action::Move { entry, .. } => about(*entry, &[Aim::Entry, Aim::Moved]).collect(),
        Action::Swap(one, other) => about(*one, &[Aim::Entry, Aim::Moved]).chain(about(*other, &[Aim::Entry, Aim::Moved])).collect(),
        action => items(action).into_iter().map(Aim::Item).collect(),
    }
}

/// Of an action that names what it is about there is only this to be held against the screen: it was typed, and not read off it.
pub(super) fn names_its_aim(action: &Action) -> bool {
    match action {
        Action::Absent(entry) => entry.is_some(),
        Action::Next { seen } => seen.is_some(),
        Action::Give { .. } | Action::Divide { .. } | Action::Order(_) => true,
        Action::Withdraw(_) | Action::Restore(_) | Action::Aside(_) | Action::Release(_) | Action::Defer(_) => true,
        Action::Move { .. } | Action::Swap(..) | Action::Time { .. } => true,
        action => !items(action).is_empty(),
    }
}

fn about<'a>(named: EntryRef, aims: &'a [fn(EntryNo) -> Aim]) -> impl Iterator<Item = Aim> + use<'a> {
    let entry = match named {
        EntryRef::Number(entry) => Some(entry),
        EntryRef::Place(_) | EntryRef::Delegation(_) | EntryRef::Bare(_) => None,
    };
    entry.into_iter().flat_map(|entry| aims.iter().map(move |aim| aim(entry)))
}

/// Whoever has the floor may be the one who is not in the room.
fn absent(named: Option<EntryRef>, seen: &Seen) -> Vec<Aim> {
    let on_floor = seen.state.speaking().and_then(|turn| turn.entry).map(EntryRef::Number);
    match named {
        None => vec![Aim::First],
        Some(_) if named == on_floor => vec![Aim::Turn],
        Some(entry) => about(entry, &[Aim::Entry]).collect(),
    }
}

/// The items that an action names.
fn items(action: &Action) -> Vec<ItemNo> {
    match action {
        Action::Split { item, .. } => vec![*item],
        Action::Merge { items, into } => items.iter().chain([into]).copied().collect(),
        Action::Edit { items, .. }
        | Action::Theme { items, .. }
        | Action::Assign { items, .. }
        | Action::Answered { which: Which::Items(items), .. }
        | Action::Decline { items, .. }
        | Action::Position { items, .. }
        | Action::Drop(items)
        | Action::Unassign(items)
        | Action::Written(items)
        | Action::Reopen(items) => items.clone(),
        _ => Vec::new(),
    }
}

impl Aim {
    /// Whether a record may have changed what was aimed at; a correction of an earlier one may change anything.
    pub fn concerns(self, record: &Record, dialogue: &Dialogue, seat: &str) -> bool {
        record.events.iter().any(|event| match self {
            _ if corrects(event) => true,
            Aim::Meeting => event.is_of_meeting(),
            Aim::First | Aim::Waiting => of_list(event) || matches!(event, Event::TookFloor(_) | Event::Absent { .. }),
            Aim::Interrupted
            | Aim::Turn
            | Aim::Paused
            | Aim::Allotted
            | Aim::Kind
            | Aim::Official
            | Aim::Last
            | Aim::Ruled
            | Aim::Shifts => of_floor(event) || event.is_of_meeting(),
            Aim::Entry(_) | Aim::Place(_) | Aim::Time(_) => of_list(event) || of_floor(event),
            Aim::Moved(entry) => moved::named(record, dialogue).contains(&entry) || matches!(event, Event::Sorted(_) | Event::Drawn { .. }),
            Aim::Item(item) => told::named_in(event).contains(&item) || matches!(event, Event::OfficialEntered { .. }),
            Aim::Undo | Aim::Redo => *record.seat == *seat,
        })
    }
}

fn corrects(event: &Event) -> bool {
    matches!(event, Event::Undone(_) | Event::Redone(_) | Event::Replaced(_) | Event::Shifted { .. } | Event::Retyped { .. })
}

/// What changes whatever stands on the screen of a turn: also how long it may last, and how the chair ruled.
fn of_floor(event: &Event) -> bool {
    event.is_of_floor() || matches!(event, Event::Extended { .. } | Event::Ruled { .. } | Event::Absent { .. })
}

fn of_list(event: &Event) -> bool {
    matches!(
        event,
        Event::Inscribed(_)
            | Event::Imported(_)
            | Event::Withdrawn(_)
            | Event::Restored(_)
            | Event::Moved { .. }
            | Event::Swapped(..)
            | Event::SetAside(_)
            | Event::Released(_)
            | Event::Sorted(_)
            | Event::Drawn { .. }
            | Event::Timed { .. }
            | Event::Reconciled { .. }
    )
}
