//! The fold of the records is the state, and whoever opens the session anew goes on from there as if it had never been closed.

use plenary::dialogue::Event;
use plenary::review::Ms;
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;
use super::commands::{step, steps};
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(40))]

    /// Whatever any seat may do fits what is there (or `submit_as` panics), nothing is decided that does not, and the
    /// session reads back from its records, from its checkpoints and from its end as the same.
    #[test]
    fn the_fold_of_the_journal_is_the_state(rules in rules(), steps in steps(400)) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            if let Err(refusal) = meeting.step(step) {
                prop_assert!(!refusal.sentence.starts_with("This does not fit"), "{}", refusal.sentence);
            }
        }
        let again = meeting.reopened();
        let end = meeting.now + Ms(5000);
        let seen = meeting.seen_at(end);
        prop_assert_eq!(&again.seen_at(end), &seen);
        let mut folded = meeting.dialogue.at(end);
        folded.as_of = Ms::ZERO;
        prop_assert_eq!(&folded, &seen);
        prop_assert_eq!(again.dialogue.slots(), meeting.dialogue.slots());
    }

    /// A session that was closed and opened decides what one that was never closed decides, and refuses in the same words.
    #[test]
    fn a_session_opened_anew_decides_the_same(rules in rules(), steps in steps(200), more in vec(step(), 60)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let mut again = meeting.reopened();
        for step in more {
            let command = meeting.aimed(step.command.clone());
            let now = meeting.now + step.later;
            prop_assert_eq!(
                again.dialogue.decide(step.seat, &command, now),
                meeting.dialogue.decide(step.seat, &command, now)
            );
            prop_assert_eq!(again.step(step.clone()), meeting.step(step));
        }
        let end = meeting.now + Ms(5000);
        prop_assert_eq!(again.seen_at(end), meeting.seen_at(end));
    }

    /// A number, once given, is never given again.
    #[test]
    fn no_number_is_given_twice(rules in rules(), steps in steps(220)) {
        let meeting = Meeting::played(rules.review(), steps);
        let mut given: [Vec<u32>; 3] = Default::default();
        // What is put in the place of something keeps its numbers: `laws::replaced` has those.
        let made = meeting.dialogue.records().iter().filter(|record| !matches!(record.events.first(), Some(Event::Replaced(_))));
        for event in made.flat_map(|record| &record.events) {
            match event {
                Event::TookFloor(taking) => given[0].push(taking.turn.0),
                Event::Inscribed(inscription) => given[1].push(inscription.entry.0),
                Event::Imported(inscriptions) => given[1].extend(inscriptions.iter().map(|inscription| inscription.entry.0)),
                Event::Logged(logging) => given[2].push(logging.item.0),
                Event::AskedBefore(loggings) => given[2].extend(loggings.iter().map(|logging| logging.item.0)),
                Event::Split { item, .. } => given[2].push(item.0),
                _ => {}
            }
        }
        for numbers in given {
            prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", numbers);
        }
    }
}
