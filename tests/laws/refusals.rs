//! A refused command changes nothing and records nothing, in memory and on the disk.

use std::path::Path;

use plenary::session::{Press, Session, VirtualClock};
use proptest::prelude::*;

use super::cases;
use super::commands::{Step, steps};
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(40))]

    /// State, slots and records are those of before; so they are where a command was accepted and changed nothing.
    #[test]
    fn a_refusal_leaves_the_dialogue_as_it_was(rules in rules(), steps in steps(220)) {
        let mut meeting = Meeting::of(rules.review());
        for step in steps {
            let before = meeting.dialogue.clone();
            if meeting.step(step) == Ok(true) {
                continue;
            }
            prop_assert_eq!(meeting.dialogue.state(), before.state());
            prop_assert_eq!(meeting.dialogue.slots(), before.slots());
            prop_assert_eq!(meeting.dialogue.records(), before.records());
        }
    }
}

proptest! {
    #![proptest_config(cases(8))]

    /// On a real session file: a refusal leaves every byte of it and of its log, and every accepted command adds one record.
    #[test]
    fn a_refusal_leaves_the_journal_byte_for_byte(rules in rules(), steps in steps(200)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("laws.plenary-session");
        let clock = VirtualClock::new(1_737_622_800_000);
        let mut session = runtime.block_on(Session::create(&path, rules.review(), clock.clone())).unwrap();
        for Step { later, seat, command } in steps {
            clock.pass(later);
            let (bytes, state, seq) = (bytes(&path), session.state().clone(), session.dialogue().seq());
            let press = Press::new(seat, &session);
            match runtime.block_on(session.submit(&press, &command, "command")) {
                Ok(accepted) if accepted.seq.is_some() => prop_assert_eq!(session.dialogue().seq().0, seq.0 + 1),
                Ok(_) | Err(_) => {
                    prop_assert!(bytes == self::bytes(&path), "the file has changed");
                    prop_assert_eq!(session.state(), &state);
                }
            }
        }
        session.advance();
        let seen = session.state().clone();
        drop(session);
        let again = runtime.block_on(Session::open(&path, clock)).unwrap();
        prop_assert_eq!(again.state(), &seen);
    }
}

/// The session's file and its write-ahead log.
fn bytes(path: &Path) -> [Vec<u8>; 2] {
    let log = path.with_extension("plenary-session-wal");
    [std::fs::read(path).unwrap(), std::fs::read(log).unwrap_or_default()]
}
