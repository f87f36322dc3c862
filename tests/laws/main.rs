//! Laws of the core that hold for any sequence of commands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod meeting;
mod seats;

use meeting::{Meeting, actions, review};
use plenary::dialogue::{Action, Command, Event, Outcome, Status, Turn};
use plenary::review::{AtZero, Ms};
use proptest::prelude::*;

fn at_zero() -> impl Strategy<Value = AtZero> {
    prop_oneof![3 => Just(AtZero::GoOn), 1 => Just(AtZero::Stop), 1 => Just(AtZero::Cut)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is decided can be applied, and the fold of the records is the state.
    #[test]
    fn the_fold_of_the_journal_is_the_state(at_zero in at_zero(), steps in actions(220)) {
        let mut meeting = Meeting::of(review(at_zero));
        for (later, ago, action) in steps {
            meeting.now += later;
            meeting.submit(Command { action, ago });
        }
        let mut again = Meeting::opened_on(&meeting.dialogue.records()[0]);
        for record in &meeting.dialogue.records()[1..] {
            again.dialogue.apply(record.clone()).expect("a record that was accepted fits");
        }
        meeting.dialogue.advance(meeting.now);
        again.dialogue.advance(meeting.now);
        prop_assert_eq!(meeting.dialogue.state(), again.dialogue.state());
    }

    /// Undo after any command gives the state before, with the clock run on; redo gives it back.
    #[test]
    fn undo_and_redo_are_each_others_reverse(at_zero in at_zero(), steps in actions(60)) {
        let mut meeting = Meeting::of(review(at_zero));
        for (later, ago, action) in steps {
            meeting.now += later;
            let before = meeting.seen_at(meeting.now + Ms(4000));
            if matches!(action, Action::Undo(_) | Action::Redo) || !meeting.submit(Command { action, ago }) {
                continue;
            }
            let after = meeting.seen_at(meeting.now + Ms(5000));
            meeting.now += Ms(1000);
            prop_assert!(meeting.submit(Command::now(Action::Undo(None))));
            meeting.now += Ms(1000);
            prop_assert_eq!(&meeting.seen_at(meeting.now + Ms(2000)), &before);
            prop_assert!(meeting.submit(Command::now(Action::Redo)));
            prop_assert_eq!(&meeting.seen_at(meeting.now + Ms(3000)), &after);
        }
    }

    /// Taking back everything, one by one, ends where the session began, and every redo brings it back.
    #[test]
    fn everything_can_be_taken_back(steps in actions(80)) {
        let mut meeting = Meeting::of(review(AtZero::GoOn));
        for (later, ago, action) in steps {
            meeting.now += later;
            if !matches!(action, Action::Undo(_) | Action::Redo) {
                meeting.submit(Command { action, ago });
            }
        }
        let end = meeting.now + Ms(500_000);
        let full = meeting.seen_at(end);
        let mut taken = 0;
        while meeting.dialogue.undoable("operator").is_some() {
            prop_assert!(meeting.submit(Command::now(Action::Undo(None))));
            taken += 1;
        }
        prop_assert_eq!(meeting.dialogue.state().status, Status::Waiting);
        for _ in 0..taken {
            prop_assert!(meeting.submit(Command::now(Action::Redo)));
        }
        prop_assert!(!meeting.submit(Command::now(Action::Redo)));
        prop_assert_eq!(meeting.seen_at(end), full);
    }

    /// Since the meeting began every millisecond is someone's turn, a gap, or a suspension between turns.
    #[test]
    fn time_is_conserved(at_zero in at_zero(), steps in actions(220)) {
        let mut meeting = Meeting::of(review(at_zero));
        for (later, ago, action) in steps {
            meeting.now += later;
            meeting.submit(Command { action, ago });
        }
        meeting.dialogue.advance(meeting.now);
        let state = meeting.dialogue.state();
        let end = state.adjourned.unwrap_or(meeting.now);
        let mut parts = Ms::ZERO;
        for turn in state.turns.iter() {
            let ended = turn.ended.unwrap_or(end);
            prop_assert!(ended >= turn.began);
            let counted = turn.speaking.read(end) + turn.pausing.read(end) + turn.standing.read(end);
            let under = |other: &&Turn| other.began >= turn.began && other.number != turn.number && other.began < ended && turn.began < other.ended.unwrap_or(end);
            let held = state.turns.iter().filter(under).count() > 0;
            if held { prop_assert!(counted <= ended - turn.began) } else { prop_assert_eq!(counted, ended - turn.began) }
            if !interrupted(state, turn, end) { parts += ended - turn.began; }
        }
        if let Some(begun) = state.begun {
            let gaps = state.gaps + state.gap.read(end);
            let idle_suspension = meeting.suspended_between_turns(end);
            prop_assert_eq!(parts + gaps + idle_suspension, end - begun);
        }
    }

    /// No entry is lost or doubled, at most one turn of a pool that is not run on underneath has a running clock, and what
    /// the pools have given is what their turns have spoken.
    #[test]
    fn list_and_pools_agree(at_zero in at_zero(), steps in actions(220)) {
        let mut meeting = Meeting::of(review(at_zero));
        for (later, ago, action) in steps {
            meeting.now += later;
            meeting.submit(Command { action, ago });
            meeting.dialogue.advance(meeting.now);
            let state = meeting.dialogue.state();
            let mut listed: Vec<_> = state.order.clone();
            listed.sort();
            let count = listed.len();
            listed.dedup();
            prop_assert_eq!(listed.len(), count);
            let taken = state.entries.iter().filter(|entry| !state.order.contains(&entry.number)).count();
            prop_assert_eq!(taken + count, state.entries.iter().count());
            prop_assert!(state.turns.iter().filter(|turn| turn.speaking.runs()).count() <= 1);
        }
        let state = meeting.dialogue.state();
        for pool in &state.review.modalities.pools {
            let spoken: Ms = state.turns.iter().filter(|turn| turn.outcome != Some(Outcome::Absent))
                .filter(|turn| state.kind(&turn.kind).is_some_and(|kind| kind.pool.as_deref() == Some(pool.name.as_str())))
                .map(|turn| turn.speaking.read(meeting.now)).sum();
            prop_assert_eq!(state.pool(&pool.name, meeting.now).unwrap().used, spoken);
        }
        let numbers: Vec<u32> = meeting.dialogue.records().iter().flat_map(|record| &record.events).filter_map(|event| match event {
            Event::TookFloor(taking) => Some(taking.turn.0),
            _ => None,
        }).collect();
        prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

/// Whether a turn lay over another one.
fn interrupted(state: &plenary::dialogue::State, turn: &Turn, end: Ms) -> bool {
    let kind = state.kind(&turn.kind).expect("its kind is known");
    kind.interrupts
        && state.turns.iter().any(|other| {
            // One that was told later (`ago`) has a higher number and may still have begun before.
            (other.began, other.number) < (turn.began, turn.number)
                && other.ended.unwrap_or(end) >= turn.ended.unwrap_or(end)
                && other.ended.unwrap_or(end + Ms(1)) > turn.began
        })
}
