//! The keys of the floor: who speaks, how long, and what is taken back.

use super::eye::Eye;
use super::proposal::Proposal;
use super::shifted;
use crate::dialogue::{Action, Entry, EntryRef, Event, Status};
use crate::language;
use crate::review::{Code, Kind, Ms};
use crate::tui::keymap::Deed;
use crate::tui::prompts;
use crate::tui::ui::Purpose;
use crate::tui::widgets::columns_of;

/// What one press of `e` or `E` adds or takes away.
const STEP: Ms = Ms::seconds(30);

/// What one press of `b` or `B` puts the last start or stop back or on by.
const BACK: Ms = Ms::seconds(5);

/// The columns for who is called: what a row of eighty leaves between the key and the one at its end that shows all keys.
const CALLED: u16 = 58;

/// What a key of the floor would do.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    Some(match deed {
        Deed::Next => next(eye),
        Deed::TakeBackNext => take_back_next(eye),
        Deed::Done => done(eye),
        Deed::Cut => cut(eye),
        Deed::Again => again(eye),
        Deed::Earlier => back(eye, BACK),
        Deed::Later => back(eye, -BACK),
        Deed::PointOfOrder => order(eye),
        Deed::Ruling => ruling(eye),
        Deed::Retype => retype(eye),
        Deed::Divide => divide(eye),
        Deed::Pause => pause(eye),
        Deed::Longer => extend(eye, STEP),
        Deed::Shorter => extend(eye, -STEP),
        Deed::Answer => answer(eye),
        Deed::Pass => pass(eye),
        Deed::Absent => absent(eye),
        Deed::Undo => undo(eye),
        Deed::Redo => redo(eye),
        _ => return None,
    })
}

fn next(eye: &Eye<'_>) -> Result<Proposal, String> {
    match eye.state().status {
        Status::Waiting => Ok(Proposal::command("begin the meeting", Action::Begin)),
        Status::Suspended => Ok(Proposal::command("the meeting goes on", Action::Reconvene)),
        Status::Adjourned | Status::Open => {
            eye.not_over()?;
            let first = eye.state().first_waiting().ok_or_else(|| {
                let (inscribe, command) = (eye.key(Deed::Inscribe), eye.key(Deed::Command));
                format!("Nobody is waiting; {inscribe} inscribes, {command}adjourn ends the meeting")
            })?;
            let seen = eye.shown_first.unwrap_or(Some(first.number));
            Ok(Proposal::command(format!("next: {}", called(eye, first)), Action::Next { seen }))
        }
    }
}

/// Who is called, as what where it is no ordinary statement, and whose turn that ends though the kind looks as if it would hold it:
/// `Germany, point of order, ends France`. Names too long for the row of keys give way to codes.
fn called(eye: &Eye<'_>, entry: &Entry) -> String {
    if matches!(&*entry.kind, Kind::STATEMENT | Kind::JOINT_STATEMENT) {
        return eye.entry_name(entry);
    }
    let interrupts = eye.state().kind(&entry.kind).is_some_and(|kind| kind.interrupts);
    let ended = eye.state().speaking().filter(|_| interrupts);
    let kind = eye.kind_name(&entry.kind);
    let said = |name: &dyn Fn(&[Code]) -> String| {
        let ends = ended.map(|turn| format!(", ends {}", name(&turn.delegations))).unwrap_or_default();
        format!("{}, {kind}{ends}", name(&entry.delegations))
    };
    let in_full = said(&|delegations| eye.names(delegations));
    if columns_of(&in_full) <= CALLED { in_full } else { said(&by_code) }
}

/// `GBR`, `GBR +2`
fn by_code(delegations: &[Code]) -> String {
    match delegations {
        [first, _, ..] => format!("{first} +{}", delegations.len() - 1),
        few => few.iter().map(ToString::to_string).collect(),
    }
}

fn take_back_next(eye: &Eye<'_>) -> Result<Proposal, String> {
    let last = eye.dialogue.undoable(eye.seat).ok_or("There is nothing to take back")?;
    let what = eye.record_name(last);
    if last.events.iter().any(|event| matches!(event, Event::TookFloor(_))) {
        Ok(Proposal::command(format!("take back {what}"), Action::Undo(vec![])))
    } else {
        Err(format!("The last change called nobody; {} would take back: {what}", eye.key(Deed::Undo)))
    }
}

fn done(eye: &Eye<'_>) -> Result<Proposal, String> {
    let turn = eye.state().speaking().ok_or("Nobody has the floor")?;
    let says = match eye.state().held().next() {
        Some(held) => format!("done: {} goes on", eye.turn_name(held)),
        None => format!("done: {}", eye.turn_name(turn)),
    };
    Ok(Proposal::command(says, Action::Done))
}

fn cut(eye: &Eye<'_>) -> Result<Proposal, String> {
    let turn = eye.state().speaking().ok_or("Nobody has the floor, there is no turn to end")?;
    let says = match eye.state().held().next() {
        Some(held) => format!("cut: {}, {} goes on", eye.turn_name(turn), eye.turn_name(held)),
        None => format!("cut: {}", eye.turn_name(turn)),
    };
    Ok(Proposal::command(says, Action::Cut))
}

fn again(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.in_progress()?;
    if let Some(turn) = eye.state().speaking() {
        return Err(format!("{} has the floor; {} ends the turn first", eye.turn_name(turn), eye.key(Deed::Done)));
    }
    let last = eye.state().last_turn.and_then(|last| eye.state().turn(last)).ok_or("Nobody has spoken yet")?;
    Ok(Proposal::command(format!("floor back: {}", eye.turn_name(last)), Action::Again))
}

fn back(eye: &Eye<'_>, by: Ms) -> Result<Proposal, String> {
    let (moment, last) =
        shifted::last(eye.dialogue).ok_or("Nobody has begun or ended a turn yet, there is nothing to put earlier or later")?;
    let what = language::describe(last, eye.state());
    if moment - by > eye.now {
        return Err(format!("{what} would not have happened yet; {} puts it earlier", eye.key(Deed::Earlier)));
    }
    let (seconds, way) = (by.0.abs() / 1000, if by < Ms::ZERO { "later" } else { "earlier" });
    Ok(Proposal::command(format!("{seconds} s {way}: {what}"), Action::Back(by)))
}

fn order(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.in_progress()?;
    let says = match eye.state().speaking() {
        Some(turn) => format!("order: holds {}", eye.turn_name(turn)),
        None => "order: takes the floor".to_owned(),
    };
    Ok(Proposal::line(says, Purpose::Order, ""))
}

fn ruling(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.begun()?;
    let turn =
        eye.ruled_upon().ok_or_else(|| format!("There is no point of order to rule upon; {} takes one", eye.key(Deed::PointOfOrder)))?;
    Ok(Proposal::line(format!("ruling: {}", eye.turn_name(turn)), Purpose::Ruling, ""))
}

fn retype(eye: &Eye<'_>) -> Result<Proposal, String> {
    let turn = eye.state().speaking().ok_or("Nobody has the floor, there is no turn to be of another kind")?;
    Ok(Proposal::line(format!("another kind: {}", eye.turn_name(turn)), Purpose::Retype, ""))
}

fn divide(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.begun()?;
    let groups = &eye.state().review.modalities.groups;
    let is_overdrawn = groups.iter().any(|group| eye.state().bank(&group.name, eye.now).is_some_and(|bank| bank.left() < Ms::ZERO));
    if !is_overdrawn && !eye.state().listed().any(|entry| entry.time.is_none()) {
        return Err("Nobody waits without a time of their own, there is nothing to divide".to_owned());
    }
    Ok(Proposal::line("divide what is left", Purpose::Divide, ""))
}

fn pause(eye: &Eye<'_>) -> Result<Proposal, String> {
    let turn = eye.state().speaking().ok_or("Nobody has the floor, there is no clock to hold")?;
    Ok(if turn.paused { Proposal::command("go on", Action::Resume) } else { Proposal::command("pause", Action::Pause) })
}

fn extend(eye: &Eye<'_>, by: Ms) -> Result<Proposal, String> {
    eye.state().speaking().ok_or("Nobody has the floor, there is no time to change")?;
    let (seconds, way) = (by.0.abs() / 1000, if by < Ms::ZERO { "shorter" } else { "longer" });
    Ok(Proposal::command(format!("{seconds} s {way}"), Action::Extend(by)))
}

fn answer(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.in_progress()?;
    let name = eye.state_under_review();
    if eye.state().speaking().is_some_and(|turn| eye.answers(turn)) {
        return Err(format!("{name} has the floor already; {} passes it to another official", eye.key(Deed::Pass)));
    }
    Ok(Proposal::command(format!("floor to {name}"), Action::Answer { official: None, kind: None }))
}

fn pass(eye: &Eye<'_>) -> Result<Proposal, String> {
    match eye.state().speaking() {
        Some(turn) if eye.answers(turn) && eye.state().officials.is_empty() => {
            Err("The review names no officials, there is nobody to pass to".to_owned())
        }
        Some(turn) if eye.answers(turn) => {
            let says = match prompts::passed_to(eye) {
                Some((name, open)) => format!("pass to: {name}, {open} open"),
                None => "pass to an official".to_owned(),
            };
            Ok(Proposal::line(says, Purpose::Pass, ""))
        }
        _ => Err(format!("{} does not have the floor; {} gives it", eye.state_under_review(), eye.key(Deed::Answer))),
    }
}

/// Who has been given the floor, else who is called or next: the one that the hint names.
fn absent(eye: &Eye<'_>) -> Result<Proposal, String> {
    eye.begun()?;
    let entry = match eye.state().speaking() {
        Some(turn) => turn.entry.and_then(|entry| eye.state().entries.get(entry)).ok_or("Whoever speaks was not called from the list")?,
        None => eye.state().first_waiting().ok_or("Nobody is waiting")?,
    };
    Ok(Proposal::command(format!("absent: {}", eye.entry_name(entry)), Action::Absent(Some(EntryRef::Number(entry.number)))))
}

fn undo(eye: &Eye<'_>) -> Result<Proposal, String> {
    let last = eye.dialogue.undoable(eye.seat).ok_or("There is nothing to take back")?;
    Ok(Proposal::command(format!("undo: {}", eye.record_name(last)), Action::Undo(vec![])))
}

fn redo(eye: &Eye<'_>) -> Result<Proposal, String> {
    let undone = eye.dialogue.redoable(eye.seat).ok_or("There is nothing to bring back")?;
    let with = match eye.dialogue.redo_of(eye.seat).unwrap_or_default() {
        [_, others @ ..] if !others.is_empty() => format!(" and {} more", others.len()),
        _ => String::new(),
    };
    Ok(Proposal::command(format!("redo: {}{with}", eye.record_name(undone)), Action::Redo(vec![])))
}
