//! Any records taken back together: what is left is the fold of the others as they are stored, and every command goes on from there.

use std::collections::BTreeSet;
use std::sync::Arc;

use plenary::dialogue::{Action, Command, Event, Record, Refusal, RefusalCode, Seq};
use plenary::review::Ms;
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;
use super::commands::{about_items, step, steps};
use super::meeting::Meeting;
use super::reviews::rules;

/// Places among the records that count, drawn as parts of a thousand: a few, many, or a run of them at the end.
fn subset() -> impl Strategy<Value = Subset> {
    prop_oneof![
        3 => vec(0_usize..1_000, 1..12).prop_map(Subset::Any),
        1 => vec(0_usize..1_000, 12..60).prop_map(Subset::Any),
        2 => (1_usize..30).prop_map(Subset::Last),
    ]
}

#[derive(Debug, Clone)]
enum Subset {
    Any(Vec<usize>),
    Last(usize),
}

impl Subset {
    /// Of those that count, corrections among them.
    fn of(&self, meeting: &Meeting) -> Vec<Seq> {
        let mut counting: Vec<Seq> = meeting.dialogue.counting().map(|(slot, _)| slot.seq).filter(|seq| seq.0 > 1).collect();
        counting.sort_unstable();
        match self {
            Subset::Any(parts) => {
                let chosen = parts.iter().filter_map(|part| counting.get(part * counting.len() / 1_000).copied());
                chosen.collect::<BTreeSet<_>>().into_iter().collect()
            }
            Subset::Last(many) => counting.split_off(counting.len().saturating_sub(*many)),
        }
    }
}

fn undo(seqs: &[Seq]) -> Command {
    Command::now(Action::Undo(seqs.to_vec()))
}

/// Takes these back; if others depend on them and that is to be had, those as well. What was taken back in the end.
fn take_back(meeting: &mut Meeting, named: &[Seq]) -> Result<Option<Vec<Seq>>, TestCaseError> {
    if named.is_empty() {
        return Ok(None);
    }
    match meeting.submit_as("chair", undo(named)) {
        Ok(_) => Ok(Some(named.to_vec())),
        Err(refusal) => {
            prop_assert_eq!(refusal.code, RefusalCode::Depends, "{}", refusal.sentence);
            let Some(all) = meeting.dialogue.together_with(named) else { return Ok(None) };
            prop_assert_eq!(meeting.submit_as("chair", undo(&all)), Ok(true));
            Ok(Some(all))
        }
    }
}

/// The session in which these records, and what put them right, say nothing: the others stand in it byte for byte. Absent where it could
/// not have been written: what came after did not fit before something else was corrected.
fn never_said(meeting: &Meeting, taken: &[Seq]) -> Option<Meeting> {
    let is_gone = |record: &Record| {
        taken.contains(&record.seq)
            || match record.events.first() {
                Some(Event::Replaced(original) | Event::Shifted { record: original, .. }) => taken.contains(original),
                _ => false,
            }
    };
    let (first, others) = meeting.dialogue.records().split_first()?;
    let mut never = Meeting::opened_on(first);
    for record in others {
        let said = if is_gone(record) {
            Arc::new(Record { events: vec![Event::Redone(vec![])], ..Record::clone(record) })
        } else {
            record.clone()
        };
        never.dialogue.apply(said).ok()?;
    }
    Some(never)
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_subset_taken_back_is_the_fold_of_the_rest(
        rules in rules(), steps in prop_oneof![steps(160), about_items(160)], subsets in vec(subset(), 6),
    ) {
        let meeting = Meeting::played(rules.review(), steps);
        let end = meeting.now + Ms(6_000);
        let before = meeting.seen_at(end);
        for subset in subsets {
            let mut without = meeting.clone();
            let Some(taken) = take_back(&mut without, &subset.of(&meeting))? else { continue };
            let left = without.seen_at(end);
            prop_assert_eq!(&without.folded(end), &left);
            prop_assert_eq!(&without.reopened().seen_at(end), &left);
            if let Some(never) = never_said(&meeting, &taken) {
                let mut never = never.seen_at(end);
                // Of what is no record any more nothing remains but that its number is not given again.
                never.as_of = left.as_of;
                prop_assert_eq!(&never, &left);
            }
            prop_assert_eq!(without.submit_as("chair", Command::now(Action::Redo(vec![]))), Ok(true));
            prop_assert_eq!(&without.seen_at(end), &before);
        }
    }

    /// An undo is no change that could be taken back; what it took comes back by number, one by one in their order, from any seat.
    #[test]
    fn what_was_taken_back_together_comes_back_one_by_one(rules in rules(), steps in steps(160), subset in subset()) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let end = meeting.now + Ms(6_000);
        let before = meeting.seen_at(end);
        let subset = subset.of(&meeting);
        if let Some(taken) = take_back(&mut meeting, &subset)? {
            let undoing = meeting.dialogue.seq();
            prop_assert_eq!(meeting.submit_as("clerk", undo(&[undoing])).unwrap_err().code, RefusalCode::NothingToUndo);
            prop_assert_eq!(meeting.submit_as("clerk", undo(&taken)).unwrap_err().code, RefusalCode::NothingToUndo);
            let mut waiting = taken;
            while !waiting.is_empty() {
                let many = waiting.len();
                // What needs a later one waits for it.
                waiting.retain(|seq| meeting.submit_as("clerk", Command::now(Action::Redo(vec![*seq]))).is_err());
                if waiting.len() == many {
                    prop_assert_eq!(meeting.submit_as("clerk", Command::now(Action::Redo(waiting))), Ok(true));
                    break;
                }
            }
            prop_assert_eq!(meeting.seen_at(end), before);
        }
    }

    /// Whatever is tried then is done, or refused with a reason of its own; and the meeting goes on.
    #[test]
    fn after_any_undo_every_command_works(rules in rules(), steps in steps(120), subset in subset(), more in vec(step(), 60)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let subset = subset.of(&meeting);
        take_back(&mut meeting, &subset)?;
        for step in more.iter().cloned() {
            let mut tried = meeting.clone();
            if let Err(refusal) = tried.step(step) {
                prop_assert!(!refusal.sentence.starts_with("This does not fit"), "{}", refusal.sentence);
            }
        }
        prop_assert_eq!(goes_on(meeting.clone()), Ok(true));
        for step in more {
            let _ = meeting.step(step);
        }
        let end = meeting.now + Ms(6_000);
        prop_assert_eq!(meeting.folded(end), meeting.seen_at(end));
        prop_assert_eq!(meeting.reopened().seen_at(end), meeting.seen_at(end));
    }
}

/// Whether the floor can be cleared, and given to the first who waits and taken from it again, if anyone does.
fn goes_on(mut meeting: Meeting) -> Result<bool, Refusal> {
    let mut tell = |action: Action| meeting.submit_as("operator", Command::now(action));
    let _ = tell(Action::Begin);
    let _ = tell(Action::Reconvene);
    while tell(Action::Done).is_ok() {}
    let called = tell(Action::Next { seen: None }).and_then(|_| tell(Action::Done));
    called.or_else(|refusal| match refusal.code {
        RefusalCode::NobodyWaiting | RefusalCode::MeetingAdjourned => Ok(true),
        // Whoever has no time left is cut at zero before anyone says so.
        RefusalCode::NotSpeaking => Ok(true),
        _ => Err(refusal),
    })
}
