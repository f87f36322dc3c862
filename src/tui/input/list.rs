//! The keys of the list of speakers. Each works on the entry that is selected, wherever it stands by then.

use super::eye::Eye;
use super::proposal::{Look, Proposal};
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
        Deed::Swap => swap(eye),
        Deed::Defer => defer(eye),
        Deed::Aside => aside(eye),
        Deed::Release => release(eye),
        Deed::Arrange => arrange(eye),
        Deed::OpenList => open_list(eye),
        Deed::CloseList => close_list(eye),
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

/// The first press names one, the second does it with the one that is selected by then.
fn swap(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.not_over()?;
    let entry = eye.selected_entry()?;
    let name = eye.entry_name(entry);
    let first = eye.swap.and_then(|first| eye.state().entries.get(first)).filter(|first| first.is_listed());
    match first {
        None if eye.state().listed().nth(1).is_none() => Err(format!("{name} is alone in the list, there is nobody to change places with")),
        None => Ok(Proposal::look(format!("swap: {name} with …"), Look::Swap(entry.number))),
        Some(first) if first.number == entry.number => {
            let key = eye.key(Deed::Swap);
            Err(format!("{name} cannot change places with itself; select the other one, then {key} or Enter; Esc leaves it as it is"))
        }
        Some(first) => {
            let says = format!("swap: {} and {name}", eye.entry_name(first));
            Ok(Proposal::command(says, Action::Swap(EntryRef::Number(first.number), EntryRef::Number(entry.number))))
        }
    }
}

fn defer(eye: &Eye<'_>) -> Result<Proposal, String> {
    let entry = eye.selected_entry()?;
    let name = eye.entry_name(entry);
    if eye.state().listed().last().is_some_and(|last| last.number == entry.number) {
        return Err(format!("{name} is last already"));
    }
    Ok(Proposal::command(format!("defer: {name} to the end"), Action::Defer(EntryRef::Number(entry.number))))
}

fn aside(eye: &Eye<'_>) -> Result<Proposal, String> {
    let entry = eye.selected_entry()?;
    let name = eye.entry_name(entry);
    if entry.status == EntryStatus::Aside {
        return Err(format!("{name} is set aside already; {} releases it", eye.key(Deed::Release)));
    }
    Ok(Proposal::command(format!("aside: {name}"), Action::Aside(EntryRef::Number(entry.number))))
}

/// The selected one; while nobody is selected, the first who is set aside.
fn release(eye: &Eye<'_>) -> Result<Proposal, String> {
    let mut aside = eye.state().listed().filter(|entry| entry.status == EntryStatus::Aside);
    let entry = match eye.selected_entry() {
        Ok(selected) if selected.status == EntryStatus::Aside => selected,
        Ok(selected) => return Err(format!("{} waits in its place; {} sets it aside", eye.entry_name(selected), eye.key(Deed::Aside))),
        Err(_) => aside.next().ok_or("Nobody is set aside")?,
    };
    Ok(Proposal::command(format!("release: {}", eye.entry_name(entry)), Action::Release(EntryRef::Number(entry.number))))
}

fn arrange(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.not_over()?;
    if eye.state().listed().nth(1).is_none() {
        return Err("There are not two in the list to be put in order".to_owned());
    }
    Ok(Proposal::line("order the whole list", Purpose::Arrange, ""))
}

fn open_list(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.not_over()?;
    if eye.state().list_is_open(eye.now) {
        return Err(format!("The list is open; {} closes it", eye.key(Deed::CloseList)));
    }
    Ok(Proposal::command("open the list", Action::OpenList))
}

fn close_list(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.not_over()?;
    if !eye.state().list_is_open(eye.now) {
        return Err(format!("The list is closed; {} opens it", eye.key(Deed::OpenList)));
    }
    Ok(Proposal::command("close the list", Action::CloseList))
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
