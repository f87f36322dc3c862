//! What is put right twice, there and back, is as it was; a chair's end differs from a speaker's in the outcome only.

use plenary::dialogue::{Action, Command, Outcome, State};
use plenary::review::Ms;
use proptest::prelude::*;

use super::cases;
use super::commands::steps;
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(40))]

    /// Earlier and then later again by as much.
    #[test]
    fn back_and_forth_is_where_it_was(rules in rules(), steps in steps(200), by in prop_oneof![1_i64..2_000, 1_i64..30_000]) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let _ = meeting.step(step);
            let before = meeting.seen_at(meeting.now + Ms(4_000));
            let mut tried = meeting.clone();
            if tried.submit(Command::now(Action::Back(Ms(by)))) {
                prop_assert_eq!(tried.submit_as("operator", Command::now(Action::Back(Ms(-by)))), Ok(true));
                prop_assert_eq!(tried.seen_at(meeting.now + Ms(4_000)), before);
            }
        }
    }

    /// Another kind and then the old one again. Where the modalities cut at zero, the other kind's time may have been up long ago:
    /// then the turn is over, and `undo` is what brings it back.
    #[test]
    fn retyped_twice_is_what_it_was(rules in rules(), steps in steps(200), other in super::commands::kind()) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let _ = meeting.step(step);
            let Some(turn) = meeting.state().speaking().cloned() else { continue };
            let before = meeting.seen_at(meeting.now + Ms(4_000));
            let mut tried = meeting.clone();
            let retyped = tried.submit(Command::now(Action::Retype(other.clone())));
            if retyped && tried.state().speaking().is_some_and(|running| running.number == turn.number) {
                prop_assert_eq!(tried.submit_as("operator", Command::now(Action::Retype(turn.kind))), Ok(true));
                prop_assert_eq!(tried.seen_at(meeting.now + Ms(4_000)), before);
            }
        }
    }

    /// `cut` and `done` at the same moment.
    #[test]
    fn a_cut_is_an_end_with_another_outcome(rules in rules(), steps in steps(200)) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let _ = meeting.step(step);
            let Some(turn) = meeting.state().speaking().map(|turn| turn.number) else { continue };
            let (mut cut, mut done) = (meeting.clone(), meeting.clone());
            prop_assert!(cut.submit(Command::now(Action::Cut)) && done.submit(Command::now(Action::Done)));
            let later = meeting.now + Ms(4_000);
            let (mut cut, done) = (cut.seen_at(later), done.seen_at(later));
            prop_assert_eq!(outcome(&cut, turn), Some(Outcome::Cut));
            cut.turns.get_mut(turn).expect("it is there").outcome = Some(Outcome::Completed);
            prop_assert_eq!(cut, done);
        }
    }
}

fn outcome(state: &State, turn: plenary::dialogue::TurnNo) -> Option<Outcome> {
    state.turn(turn).and_then(|turn| turn.outcome)
}
