//! What is refused says what is in the way and what can be done instead.

use plenary::dialogue::{Action, Command, Division, EntryRef, Refusal, RefusalCode, Seq, Text};
use plenary::review::{AtZero, Ms, Rung};

use super::meeting::Meeting;
use super::reviews::{code, review};

/// A redo that is refused says whether a later record is in the way, and which, or its own ground has gone.
#[test]
fn a_refused_redo_says_what_is_in_the_way() {
    let mut meeting = Meeting::of(review(AtZero::GoOn));
    let mut say = |seat: &str, action| meeting.submit_as(seat, Command::now(action));
    say("clerk", Action::Begin).unwrap();
    say("operator", Action::Next { seen: None }).unwrap();
    say("operator", Action::Undo(vec![])).unwrap();
    say("clerk", Action::Next { seen: None }).unwrap();
    let later = say("operator", Action::Redo(vec![])).unwrap_err().sentence;
    assert!(later.starts_with("Record 5 (command) by clerk would not fit with record 3"), "{later}");
    assert!(later.ends_with("with \"undo 5\""), "{later}");
    say("clerk", Action::Undo(vec![Seq(5)])).unwrap();
    say("clerk", Action::Undo(vec![Seq(2)])).unwrap();
    let itself = say("operator", Action::Redo(vec![])).unwrap_err().sentence;
    assert!(itself.starts_with("Record 3 (command) does not fit any more: the meeting was not in progress"), "{itself}");
}

/// What cannot be done now says what can.
#[test]
fn refusals_say_what_to_do() {
    let mut meeting = Meeting::of(review(AtZero::GoOn));
    let mut say = |action| meeting.submit_as("operator", Command::now(action));
    let says = |answer: Result<bool, Refusal>, words: &str| {
        let sentence = answer.unwrap_err().sentence;
        assert!(sentence.contains(words), "{sentence}");
    };
    says(say(Action::Undo(vec![])), "with a record's number");
    say(Action::Begin).unwrap();
    says(say(Action::Undo(vec![Seq(9)])), "the newest is 2");
    says(say(Action::Done), "\"next\" or \"give\"");
    say(Action::Next { seen: None }).unwrap();
    say(Action::Pause).unwrap();
    says(say(Action::Pause), "\"resume\"");
    say(Action::Suspend).unwrap();
    says(say(Action::Pause), "\"reconvene\"");
    says(meeting.submit_as("operator", Command { action: Action::Note(Text::from("early")), ago: Ms(1) }), "shorter time");
}

/// A kind's limit holds for the State under review, whichever command gives it the floor.
#[test]
fn the_limit_of_a_kind_holds_for_answers() {
    let mut review = review(AtZero::GoOn);
    review.modalities.kinds.iter_mut().filter(|kind| kind.id == "answer").for_each(|kind| kind.per_delegation = Some(1));
    let mut meeting = Meeting::of(review);
    let answer = || Action::Answer { official: None, kind: None };
    let give = Action::Give { to: EntryRef::Delegation(code("SUR")), kind: None };
    meeting.submit_as("operator", Command::now(Action::Begin)).unwrap();
    meeting.submit_as("operator", Command::now(answer())).unwrap();
    for again in [answer(), give] {
        let refusal = meeting.submit_as("operator", Command::now(again)).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::LimitReached);
    }
}

/// Nothing is divided that is not there, by whichever rule; only a figure that the chair announces goes beyond the pool.
#[test]
fn a_division_that_does_not_fit_is_not_done() {
    let mut review = review(AtZero::GoOn);
    review.modalities.ladder.as_mut().expect("it has one").rungs.retain(|rung| matches!(rung, Rung::Standing { .. }));
    let mut meeting = Meeting::of(review);
    meeting.submit_as("operator", Command::now(Action::Begin)).unwrap();
    meeting.submit_as("operator", Command::now(Action::Next { seen: None })).unwrap();
    meeting.now += Ms(301_000);
    let mut divide = |by| meeting.submit_as("operator", Command::now(Action::Divide { by, apply: true }));
    for by in [Division::Equal, Division::Ladder] {
        let refusal = divide(by).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::NotAllowed);
        assert!(refusal.sentence.contains("divide each="), "{}", refusal.sentence);
    }
    assert_eq!(divide(Division::Each(Ms(40_000))), Ok(true));
}
