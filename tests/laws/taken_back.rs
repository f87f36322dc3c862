//! Undo gives what was before, with the clock run on, and redo gives it back.

use plenary::dialogue::{Action, Command, RefusalCode, Seq, Status};
use plenary::review::{AtZero, Ms};
use proptest::prelude::*;

use super::cases;
use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::{review, rules};

proptest! {
    #![proptest_config(cases(32))]

    /// After any command of any seat.
    #[test]
    fn undo_and_redo_are_each_others_reverse(rules in rules(), steps in steps(200)) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            if step.takes_back() {
                let _ = meeting.step(step);
                continue;
            }
            let before = meeting.seen_at(meeting.now + step.later + Ms(4000));
            let seat = step.seat;
            if meeting.step(step) != Ok(true) {
                continue;
            }
            let after = meeting.seen_at(meeting.now + Ms(5000));
            meeting.now += Ms(1000);
            prop_assert_eq!(meeting.submit_as(seat, Command::now(Action::Undo(vec![]))), Ok(true));
            meeting.now += Ms(1000);
            prop_assert_eq!(&meeting.seen_at(meeting.now + Ms(2000)), &before);
            prop_assert_eq!(meeting.submit_as(seat, Command::now(Action::Redo(vec![]))), Ok(true));
            prop_assert_eq!(&meeting.seen_at(meeting.now + Ms(3000)), &after);
        }
    }

    /// One by one, down to where the session began, and every redo brings it back.
    #[test]
    fn everything_can_be_taken_back(rules in rules(), steps in steps(200)) {
        let mut meeting = Meeting::of(rules.review());
        let empty = meeting.seen_at(Ms::ZERO);
        for step in steps.into_iter().filter(|step| !step.takes_back()) {
            meeting.now += step.later;
            let command = meeting.aimed(step.command);
            meeting.submit(command);
        }
        let end = meeting.now + Ms(500_000);
        let full = meeting.seen_at(end);
        let mut taken = 0;
        while meeting.dialogue.undoable("operator").is_some() {
            prop_assert!(meeting.submit(Command::now(Action::Undo(vec![]))));
            taken += 1;
        }
        prop_assert_eq!(meeting.dialogue.state().status, Status::Waiting);
        let emptied = meeting.seen_at(end);
        prop_assert_eq!(emptied.listed().collect::<Vec<_>>(), empty.listed().collect::<Vec<_>>());
        prop_assert_eq!((emptied.turns.iter().count(), emptied.items.iter().count(), emptied.gaps), (0, 0, Ms::ZERO));
        for _ in 0..taken {
            prop_assert!(meeting.submit(Command::now(Action::Redo(vec![]))));
        }
        prop_assert!(!meeting.submit(Command::now(Action::Redo(vec![]))));
        prop_assert_eq!(meeting.seen_at(end), full);
    }

    /// Whichever is taken back after another, each comes back by its number, in any order that fits.
    #[test]
    fn any_record_comes_back_by_its_number(rules in rules(), steps in steps(200), which in 2_u32..200, other in 2_u32..200) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let end = meeting.now + Ms(5000);
        let before = meeting.seen_at(end);
        let mut taken = Vec::new();
        for which in [which, other] {
            if meeting.submit_as("chair", Command::now(Action::Undo(vec![Seq(which)]))).is_ok_and(|changed| changed) {
                taken.push(Seq(which));
            }
        }
        for seq in &taken {
            // One that needs the other waits for it.
            let _ = meeting.submit_as("clerk", Command::now(Action::Redo(vec![*seq])));
        }
        for seq in taken {
            let refusal = match meeting.submit_as("clerk", Command::now(Action::Redo(vec![seq]))) {
                Ok(_) => continue,
                Err(refusal) => refusal,
            };
            prop_assert_eq!(refusal.code, RefusalCode::NothingToUndo);
        }
        prop_assert_eq!(meeting.seen_at(end), before);
    }

    /// Whichever record is taken back, bringing it back gives what was there.
    #[test]
    fn any_record_comes_back_as_it_was(rules in rules(), steps in steps(200), which in 2_u32..200) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let end = meeting.now + Ms(5000);
        let before = meeting.seen_at(end);
        if meeting.submit_as("chair", Command::now(Action::Undo(vec![Seq(which)]))).is_ok_and(|changed| changed) {
            prop_assert!(meeting.submit_as("chair", Command::now(Action::Redo(vec![]))).expect("it fitted before"));
            prop_assert_eq!(meeting.seen_at(end), before);
        }
    }
}

/// What a turn was given is there again when its end is taken back, its time run on.
#[test]
fn an_end_taken_back_never_was() {
    let mut meeting = Meeting::of(review(AtZero::GoOn));
    for action in [Action::Begin, Action::Next { seen: None }, Action::Done, Action::Undo(vec![])] {
        meeting.now += Ms(3_000);
        assert!(meeting.submit(Command::now(action)));
    }
    let now = meeting.now;
    let turn = meeting.state().speaking().expect("it speaks").clone();
    assert_eq!(turn.speaking.read(now), Ms(6_000));
}
