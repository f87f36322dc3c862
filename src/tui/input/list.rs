//! The keys of the list of speakers. Each works on the entry that is selected, wherever it stands by then.

use super::eye::Eye;
use super::proposal::Proposal;
use crate::dialogue::{Action, Entry, EntryRef, EntryStatus, Event, Place};
use crate::tui::keymap::Deed;
use crate::tui::ui::Purpose;

/// What a key of the list would do.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    Some(match deed {
        Deed::Inscribe => eye.not_over().map(|()| Proposal::line("inscribe", Purpose::Inscribe, "")),
        Deed::MoveUp => move_by(eye, -1),
        Deed::MoveDown => move_by(eye, 1),
        Deed::Top => top(eye),
        Deed::OwnTime => own_time(eye),
        Deed::Withdraw => withdraw(eye),
        Deed::Restore => restore(eye),
        Deed::Give => give(eye),
        _ => return None,
    })
}

fn own_time(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.not_over()?;
    let entry = eye.selected_entry()?;
    Ok(Proposal::line(format!("own time: {}", eye.entry_name(entry)), Purpose::Time(entry.number), ""))
}

fn move_by(eye: &Eye<'_>, by: i64) -> Result<Proposal, String> {
    let entry = eye.selected_entry()?;
    let name = eye.entry_name(entry);
    let last = eye.state().listed().count();
    let place = eye.state().place_of(entry.number).and_then(|place| i64::try_from(place).ok()).unwrap_or(1) + by;
    match u32::try_from(place) {
        Ok(place @ 1..) if usize::try_from(place).is_ok_and(|place| place <= last) => {
            let says = if by < 0 { format!("{name} up") } else { format!("{name} down") };
            Ok(Proposal::command(says, Action::Move { entry: EntryRef::Number(entry.number), to: Place::At(place) }))
        }
        _ => Err(format!("{name} is {} already", if by < 0 { "first" } else { "last" })),
    }
}

fn top(eye: &Eye<'_>) -> Result<Proposal, String> {
    let entry = eye.selected_entry()?;
    let says = format!("{} to the top", eye.entry_name(entry));
    Ok(Proposal::command(says, Action::Move { entry: EntryRef::Number(entry.number), to: Place::Top }))
}

fn withdraw(eye: &Eye<'_>) -> Result<Proposal, String> {
    let entry = eye.selected_entry()?;
    Ok(Proposal::command(format!("withdraw {}", eye.entry_name(entry)), Action::Withdraw(EntryRef::Number(entry.number))))
}

fn restore(eye: &Eye<'_>) -> Result<Proposal, String> {
    let entry = last_withdrawn(eye).ok_or("Nobody has been withdrawn")?;
    Ok(Proposal::command(format!("restore {}", eye.entry_name(entry)), Action::Restore(EntryRef::Number(entry.number))))
}

/// The withdrawn entry that left last; it is in no list that it could be selected in.
fn last_withdrawn<'a>(eye: &Eye<'a>) -> Option<&'a Entry> {
    let left = eye.dialogue.records().iter().rev().flat_map(|record| record.events.iter().rev()).filter_map(|event| match event {
        Event::Withdrawn(entry) => eye.state().entries.get(*entry),
        _ => None,
    });
    let mut still_out = left.filter(|entry| entry.status == EntryStatus::Withdrawn);
    // Most often nobody has been, and the records need not be looked through.
    eye.state().entries.iter().any(|entry| entry.status == EntryStatus::Withdrawn).then(|| still_out.next())?
}

fn give(eye: &Eye<'_>) -> Result<Proposal, String> {
    let entry = eye.selected_entry()?;
    let says = format!("floor to {}", eye.entry_name(entry));
    Ok(Proposal::command(says, Action::Give { to: EntryRef::Number(entry.number), kind: None }))
}
