//! Whatever is put in the place of a record, the session is the fold of what counts then; what depends on each other is taken back together.

use std::collections::BTreeSet;
use std::sync::Arc;

use plenary::dialogue::{Action, Command, EntryNo, Event, ItemNo, Record, RefusalCode, Seq, TurnNo};
use plenary::review::Ms;
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;
use super::commands::{about_items, replacing, steps};
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(32))]

    /// Any record by any command: refused, and then nothing has changed; or what is there is the fold of the records, read anew or applied
    /// one by one, as if the record had told this from the first, under the same numbers; and the undo of it is what was there before.
    #[test]
    fn a_replacement_is_the_fold_and_its_undo_what_was_before(rules in rules(), steps in steps(160), by in vec(replacing(), 40)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let end = meeting.now + Ms(6_000);
        for action in by {
            let before = meeting.seen_at(end);
            let records = meeting.dialogue.seq();
            let command = meeting.aimed(Command::now(action));
            if meeting.submit_as("operator", command).is_err() {
                prop_assert_eq!((meeting.dialogue.seq(), meeting.seen_at(end)), (records, before));
                continue;
            }
            let after = meeting.seen_at(end);
            prop_assert_eq!(&meeting.reopened().seen_at(end), &after);
            prop_assert_eq!(&meeting.folded(end), &after);
            let (place, facts) = replacement(&meeting);
            if let Some(told) = told_at_once(&meeting, place, facts) {
                prop_assert_eq!(&told.seen_at(end), &after);
            }
            let mut taken_back = meeting.clone();
            prop_assert_eq!(taken_back.submit_as("operator", Command::now(Action::Undo(vec![]))), Ok(true));
            prop_assert_eq!(&taken_back.seen_at(end), &before);
            let replaced = taken_back.dialogue.counting().find(|(slot, _)| slot.seq == place).expect("it counts again");
            prop_assert!(keeps_numbers(&numbers(replaced.0.facts(replaced.1)), &numbers(facts)));
            prop_assert_eq!(taken_back.submit_as("operator", Command::now(Action::Redo(vec![]))), Ok(true));
            prop_assert_eq!(&taken_back.seen_at(end), &after);
        }
    }

    /// It is decided as it would have been in its place: by what was true there, and for the same reason refused.
    #[test]
    fn a_replacement_is_decided_where_it_stands(rules in rules(), steps in steps(160), by in vec(replacing(), 40)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        for action in by {
            let Action::Replace { record, by } = meeting.aimed(Command::now(action)).action else { continue };
            let named = record.or_else(|| meeting.dialogue.undoable("operator").map(|record| record.seq));
            let Some((before, moment)) = named.and_then(|named| before(&meeting, place_of(&meeting, named))) else { continue };
            let then = before.dialogue.decide("operator", &Command::now(Action::clone(&by)), moment);
            match (meeting.submit_as("operator", Command::now(Action::Replace { record, by })), then) {
                (Ok(_), then) => {
                    let told = then.map(|decision| unnumbered(&decision.events));
                    prop_assert_eq!(Ok(unnumbered(replacement(&meeting).1)), told);
                }
                (Err(now), Err(then)) if !in_the_way(now.code) => prop_assert_eq!(now.code, then.code),
                (Err(now), then) => prop_assert!(in_the_way(now.code), "{} but {:?}", now.sentence, then),
            }
        }
    }

    /// What is put in the place of something has the numbers of that as far as they go, and else numbers that were never given.
    #[test]
    fn a_replacement_gives_no_number_twice(rules in rules(), steps in steps(200)) {
        let meeting = Meeting::played(rules.review(), steps);
        let mut given: Vec<(Seq, Number)> = Vec::new();
        for record in meeting.dialogue.records() {
            let place = match record.events.first() {
                Some(Event::Replaced(original)) => *original,
                _ => record.seq,
            };
            for number in numbers(&record.events) {
                let others = given.iter().find(|(other, known)| *known == number && *other != place);
                prop_assert_eq!(others, None, "{:?} of record {}", number, record.seq);
                given.push((place, number));
            }
        }
    }

    /// Where records are needed by others, those are named, and all of them go together in one step: the state then is the fold of what is
    /// left, the same as when they go one by one from the last to the first, and one redo brings all of them back.
    #[test]
    fn what_depends_is_taken_back_together(rules in rules(), steps in prop_oneof![steps(160), about_items(160)], which in vec(vec(0_usize..160, 1..4), 12)) {
        let meeting = Meeting::played(rules.review(), steps);
        let end = meeting.now + Ms(6_000);
        let before = meeting.seen_at(end);
        let changes: Vec<Seq> = meeting.dialogue.counting().map(|(slot, _)| slot.seq).collect();
        for places in which {
            let named: BTreeSet<Seq> = places.into_iter().filter_map(|at| changes.get(at % changes.len().max(1)).copied()).collect();
            let named: Vec<Seq> = named.into_iter().collect();
            let Some(all) = accepted_together(&meeting, &named)? else { continue };
            let (mut at_once, mut one_by_one) = (meeting.clone(), meeting.clone());
            prop_assert_eq!(at_once.submit_as("chair", undo(&all)), Ok(true));
            let without = at_once.seen_at(end);
            prop_assert_eq!(&at_once.folded(end), &without);
            prop_assert_eq!(&at_once.reopened().seen_at(end), &without);
            if all.iter().rev().all(|seq| one_by_one.submit_as("chair", undo(&[*seq])).is_ok()) {
                prop_assert_eq!(&one_by_one.seen_at(end), &without);
            }
            prop_assert_eq!(at_once.submit_as("chair", Command::now(Action::Redo(vec![]))), Ok(true));
            prop_assert_eq!(&at_once.seen_at(end), &before);
        }
    }
}

fn undo(seqs: &[Seq]) -> Command {
    Command::now(Action::Undo(seqs.to_vec()))
}

/// These records, and if they are needed by others also those, as the refusal names them; absent where there is nothing to be had.
fn accepted_together(meeting: &Meeting, named: &[Seq]) -> Result<Option<Vec<Seq>>, TestCaseError> {
    match meeting.dialogue.decide("chair", &undo(named), meeting.now) {
        Ok(_) => Ok(Some(named.to_vec()).filter(|named| !named.is_empty())),
        Err(refusal) if refusal.code == RefusalCode::Depends => {
            let Some(all) = meeting.dialogue.together_with(named) else { return Ok(None) };
            prop_assert!(named.iter().all(|seq| all.contains(seq)) && all.len() > named.len());
            let together = all.iter().map(Seq::to_string).collect::<Vec<_>>().join(" ");
            prop_assert!(refusal.sentence.contains(&format!("\"undo {together}\"")), "{}", refusal.sentence);
            Ok(Some(all))
        }
        Err(refusal) => {
            prop_assert_eq!(refusal.code, RefusalCode::NothingToUndo);
            Ok(None)
        }
    }
}

/// The newest record, as a replacement: of which record, and by what.
fn replacement(meeting: &Meeting) -> (Seq, &[Event]) {
    match meeting.dialogue.records().last().expect("it was recorded").events.as_slice() {
        [Event::Replaced(place), facts @ ..] => (*place, facts),
        other => panic!("{other:?}"),
    }
}

/// In whose place a record stands.
fn place_of(meeting: &Meeting, seq: Seq) -> Seq {
    match meeting.dialogue.record(seq).and_then(|record| record.events.first()) {
        Some(Event::Replaced(place)) => *place,
        _ => seq,
    }
}

/// A session of what counts before that record alone, and the record's moment; absent where it does not count.
fn before(meeting: &Meeting, place: Seq) -> Option<(Meeting, Ms)> {
    let mut before = Meeting::opened_on(&meeting.dialogue.records()[0]);
    for (slot, record) in meeting.dialogue.counting() {
        if slot.seq == place {
            return Some((before, slot.moment));
        }
        let mut events = slot.facts(record).to_vec();
        for event in &mut events {
            if let (Event::TookFloor(taking), Some(kind)) = (event, &slot.kind) {
                taking.kind = kind.clone();
            }
        }
        if !events.is_empty() {
            let seq = Seq(before.dialogue.seq().0 + 1);
            let record = Record { seq, at: slot.moment, moment: slot.moment, events, ..Record::clone(record) };
            before.dialogue.apply(Arc::new(record)).expect("what counts fits");
        }
    }
    None
}

/// Refused for what came after, or because it is a correction: what was true there has no part in that.
fn in_the_way(code: RefusalCode) -> bool {
    matches!(code, RefusalCode::Depends | RefusalCode::NotAllowed | RefusalCode::NothingToUndo)
}

fn unnumbered(events: &[Event]) -> Vec<Event> {
    let mut events = events.to_vec();
    for event in &mut events {
        match event {
            Event::Inscribed(made) => made.entry = EntryNo(0),
            Event::Imported(made) => made.iter_mut().for_each(|made| made.entry = EntryNo(0)),
            Event::TookFloor(made) => made.turn = TurnNo(0),
            Event::Logged(made) => made.item = ItemNo(0),
            Event::AskedBefore(made) => made.iter_mut().for_each(|made| made.item = ItemNo(0)),
            Event::Split { item, .. } => *item = ItemNo(0),
            _ => {}
        }
    }
    events
}

/// The session in which that record told these facts from the first and was never amended under a kind or by other facts. Absent where
/// that could not have been written: what came after did not fit before something else was corrected.
fn told_at_once(meeting: &Meeting, place: Seq, facts: &[Event]) -> Option<Meeting> {
    let records = &meeting.dialogue.records()[..meeting.dialogue.records().len() - 1];
    let stands_there = |record: &Record| record.seq == place || record.events.first() == Some(&Event::Replaced(place));
    let turns: Vec<Number> = records.iter().filter(|record| stands_there(record)).flat_map(|record| numbers(&record.events)).collect();
    let amends = |event: &Event| match event {
        Event::Replaced(other) => *other == place,
        Event::Retyped { turn, .. } => turns.contains(&Number::Turn(*turn)),
        _ => false,
    };
    let mut told = Meeting::opened_on(&records[0]);
    for record in &records[1..] {
        let events = match record.events.first() {
            _ if record.seq == place => facts.to_vec(),
            Some(event) if amends(event) => vec![Event::Redone(vec![])],
            _ => record.events.clone(),
        };
        told.dialogue.apply(Arc::new(Record { events, ..Record::clone(record) })).ok()?;
    }
    Some(told)
}

/// Of each sort of thing, the numbers that were there as far as they go.
fn keeps_numbers(replaced: &[Number], by: &[Number]) -> bool {
    let of_a_sort = |all: &[Number], like: &Number| -> Vec<Number> {
        all.iter().copied().filter(|number| std::mem::discriminant(number) == std::mem::discriminant(like)).collect()
    };
    by.iter().all(|number| of_a_sort(replaced, number).iter().zip(of_a_sort(by, number)).all(|(one, other)| *one == other))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Entry(EntryNo),
    Turn(TurnNo),
    Item(ItemNo),
}

fn numbers(events: &[Event]) -> Vec<Number> {
    let of = |event: &Event| match event {
        Event::Inscribed(made) => vec![Number::Entry(made.entry)],
        Event::Imported(made) => made.iter().map(|made| Number::Entry(made.entry)).collect(),
        Event::TookFloor(made) => vec![Number::Turn(made.turn)],
        Event::Logged(made) => vec![Number::Item(made.item)],
        Event::AskedBefore(made) => made.iter().map(|made| Number::Item(made.item)).collect(),
        Event::Split { item, .. } => vec![Number::Item(*item)],
        _ => vec![],
    };
    events.iter().flat_map(of).collect()
}
