//! The keys of the log: the selected record is taken back, brought back, replaced, or looked at as it was.

use super::eye::Eye;
use super::proposal::{Look, Proposal};
use crate::dialogue::{Action, Event, Record, Seq};
use crate::tui::keymap::Deed;
use crate::tui::log::{Fate, Picked};
use crate::tui::ui::{Focus, Purpose};

/// So many records that depend on another are named.
const NAMED: usize = 4;

/// What a key of the log would do. `replace` works everywhere: on the last change where no record is selected.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    if deed == Deed::Replace {
        return Some(replace(eye));
    }
    if eye.focus != Focus::Records {
        return None;
    }
    match deed {
        Deed::Undo => picked(eye).map(|(picked, record)| undo(picked, record, eye)),
        Deed::Redo => picked(eye).map(|(picked, record)| redo(picked, record, eye)),
        Deed::Detail => Some(look(eye)),
        Deed::Filter => Some(Ok(Proposal::line("filter", Purpose::FilterRecords(eye.log.filter.clone()), ""))),
        _ => None,
    }
}

fn picked<'e>(eye: &'e Eye<'_>) -> Option<(&'e Picked, &'e Record)> {
    let picked = eye.log.picked.as_ref().filter(|_| eye.focus == Focus::Records)?;
    Some((picked, eye.dialogue.record(picked.seq)?))
}

/// What it did is undone: of an undo, what that took back comes back.
fn undo(picked: &Picked, record: &Record, eye: &Eye<'_>) -> Result<Proposal, String> {
    let what = eye.record_name(record);
    match (record.events.first(), picked.fate) {
        (Some(Event::Opened(_)) | None, _) => Err(format!("Record {} opened the session; everything rests on it", picked.seq)),
        (Some(Event::Undone(_)), _) => bring_back(picked, record, eye),
        (Some(Event::Redone(_)), _) if picked.came_back.is_empty() => Err(format!("What record {} brought back is undone", picked.seq)),
        (Some(Event::Redone(_)), _) => {
            Ok(Proposal::command(format!("undo: {what}{}", and_those(&picked.depend)), Action::Undo(picked.came_back.clone())))
        }
        (_, Some(Fate::Undone(by))) => Err(format!("Record {} is undone by {by}; {} brings it back", picked.seq, eye.key(Deed::Redo))),
        _ => {
            let says = format!("undo: {} {what}{}", picked.seq, and_those(&picked.depend));
            Ok(Proposal::command(says, Action::Undo(vec![picked.seq])))
        }
    }
}

/// It comes back, with what was taken back in the same step.
fn redo(picked: &Picked, record: &Record, eye: &Eye<'_>) -> Result<Proposal, String> {
    match (record.events.first(), picked.fate) {
        (Some(Event::Undone(_)), _) | (_, Some(Fate::Undone(_))) => bring_back(picked, record, eye),
        _ => Err(format!("Record {} is not undone; {} undoes it", picked.seq, eye.key(Deed::Undo))),
    }
}

fn bring_back(picked: &Picked, record: &Record, eye: &Eye<'_>) -> Result<Proposal, String> {
    let back = &picked.comes_back;
    let first = back.first().and_then(|seq| eye.dialogue.record(*seq));
    let first = first.ok_or_else(|| format!("What record {} took back counts again already", picked.seq))?;
    let shown = if back.contains(&picked.seq) { record } else { first };
    let others: Vec<Seq> = back.iter().copied().filter(|seq| *seq != shown.seq).collect();
    let with = if others.is_empty() { String::new() } else { format!(" with {}", numbers(&others)) };
    Ok(Proposal::command(format!("redo: {} {}{with}", shown.seq, eye.record_name(shown)), Action::Redo(back.clone())))
}

/// The line of commands, with what was typed then, to be put right.
fn replace(eye: &Eye<'_>) -> Result<Proposal, String> {
    let record = match picked(eye) {
        Some((picked, record)) => match picked.fate {
            Some(Fate::Undone(by)) => return Err(format!("Record {} is undone by {by}, nothing takes its place", picked.seq)),
            _ => record,
        },
        None => eye.dialogue.undoable(eye.seat).ok_or("There is nothing of yours to replace")?,
    };
    let corrects = matches!(
        record.events.first(),
        None | Some(Event::Opened(_) | Event::Undone(_) | Event::Redone(_) | Event::Shifted { .. } | Event::Retyped { .. })
    );
    if corrects {
        return Err(format!("Nothing takes the place of record {} ({})", record.seq, eye.record_name(record)));
    }
    let begins = format!("replace {} {}", record.seq, as_typed(&record.command));
    Ok(Proposal::line(format!("replace: {} {}", record.seq, eye.record_name(record)), Purpose::Command, begins))
}

/// What was typed, without that it took another's place, and without how long ago it was: what replaces it is of the same moment. A verb
/// that stood alone is left out as well: in its place something else is to stand.
fn as_typed(command: &str) -> String {
    let rest = command.strip_prefix("replace ").unwrap_or(command);
    let rest = if rest.len() < command.len() { rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start() } else { rest };
    let rest = match rest.rsplit_once(' ') {
        Some((before, last)) if last.starts_with("ago=") => before,
        _ => rest,
    };
    match rest.split_once(' ') {
        Some((_, seen)) if seen.starts_with("seen=") => String::new(),
        Some(_) => rest.to_owned(),
        None => String::new(),
    }
}

fn look(eye: &Eye<'_>) -> Result<Proposal, String> {
    let (picked, _) = picked(eye).ok_or_else(|| {
        let (down, up) = (eye.key(Deed::Down), eye.key(Deed::Up));
        format!("No record is selected; the arrows and {down} {up} select one")
    })?;
    Ok(Proposal::look(format!("as it was after {}", picked.seq), Look::Past(picked.seq)))
}

/// ` and 2 that depend on it: 13 14`
fn and_those(depend: &[Seq]) -> String {
    match depend {
        [] => String::new(),
        [one] => format!(" and {one}, which depends on it"),
        several => format!(" and {} that depend on it: {}", several.len(), numbers(several)),
    }
}

/// Records in a few words: `13 14`, `13 14 15 16 and 3 more`
pub fn numbers(seqs: &[Seq]) -> String {
    let first: Vec<String> = seqs.iter().take(NAMED).map(Seq::to_string).collect();
    match seqs.len().saturating_sub(first.len()) {
        0 => first.join(" "),
        more => format!("{} and {more} more", first.join(" ")),
    }
}
