//! Any session goes out as lines and comes back as it was, byte for byte; and of a damaged one everything sound comes back.

use std::fs;
use std::path::Path;

use plenary::dialogue::{Action, Command, Text};
use plenary::review::Ms;
use plenary::session::journal::{Contents, Kept, lines};
use plenary::session::{Press, Session, VirtualClock};
use proptest::collection::vec;
use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::cases;
use super::commands::{Step, steps};
use super::reviews::rules;

/// In memory where the host has such a place: nothing here has to outlive the test.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// What can be said in a meeting, and what cannot but may be pasted.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\"\\\\{}:,\n\t\u{0}é漢🏳\u{202e} a-z]{1,40}", "=HYPERLINK\\(\"[a-z]{1,9}\"\\)"]
}

/// A session of all this, with a remark after every few commands.
fn played(path: &Path, rules: super::reviews::Rules, steps: Vec<Step>, remarks: &[String]) -> plenary::dialogue::State {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let clock = VirtualClock::new(1_737_622_800_000);
        let mut session = Session::create(path, rules.review(), clock.clone()).await.unwrap();
        let mut remarks = remarks.iter().cycle();
        for (Step { later, seat, command }, nth) in steps.into_iter().zip(0..) {
            clock.pass(later);
            let press = Press::new(seat, &session);
            let _ = session.submit(&press, &command, &format!("{command:?}")).await;
            if nth % 7 == 0 {
                let remark = remarks.next().unwrap();
                let noted = Command::now(Action::Note(Text::from(remark.as_str())));
                let press = Press::new(seat, &session);
                let _ = session.submit(&press, &noted, &format!("note {remark}")).await;
            }
        }
        session.settle().await;
        session.advance();
        session.state().clone()
    })
}

fn reopened(path: &Path, at: Ms) -> plenary::dialogue::State {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut state = runtime.block_on(Session::open(path, VirtualClock::new(0))).unwrap().state().clone();
    state.lapse(at);
    state
}

fn exported(path: &Path) -> String {
    Contents::of(path).unwrap().kept.iter().map(|kept| lines::written(kept).unwrap() + "\n").collect()
}

/// The records' fields, wherever they stand.
fn fields(kept: &Kept) -> String {
    format!("{:?}", kept.stored())
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn out_and_in_and_out_again_is_byte_for_byte_the_same(rules in rules(), steps in steps(160), remarks in vec(words(), 20)) {
        let folder = folder();
        let [first, second, between] = ["a.session", "b.session", "a.jsonl"].map(|name| folder.path().join(name));
        let state = played(&first, rules, steps, &remarks);
        let out = exported(&first);
        fs::write(&between, &out).unwrap();
        let read = Contents::of(&between).unwrap();
        let proof = read.prove(None);
        prop_assert_eq!(&proof.flaws, &[]);
        prop_assert_eq!(Contents::of(&first).unwrap().prove(proof.head.as_ref()).flaws, []);
        let salvage = read.salvage(proof.head.as_ref()).unwrap();
        prop_assert_eq!((&salvage.flaws[..], salvage.saved, salvage.lost), (&[][..], read.kept.len(), 0));
        salvage.write(&second).unwrap();
        prop_assert_eq!(exported(&second), out);
        prop_assert_eq!(reopened(&second, state.as_of), state);
    }

    /// Records are lost or changed in any places but the first; all others that still fit come back under their numbers, and what comes
    /// back is a session that verifies. The damaged file is as it was.
    #[test]
    fn all_that_is_sound_comes_out_of_a_damaged_one(
        rules in rules(), steps in steps(120), remarks in vec(words(), 20), hit in vec((2_i64..140, any::<bool>()), 1..9),
    ) {
        let folder = folder();
        let [damaged, saved, between] = ["a.session", "b.session", "a.jsonl"].map(|name| folder.path().join(name));
        played(&damaged, rules, steps, &remarks);
        let whole = Contents::of(&damaged).unwrap().kept;
        let connection = Connection::open(&damaged).unwrap();
        for (seq, is_lost) in &hit {
            let sql = if *is_lost { "DELETE FROM records WHERE seq = ?1" } else { "UPDATE records SET events = events || ' ' WHERE seq = ?1" };
            connection.execute(sql, [seq]).unwrap();
        }
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        drop(connection);
        // What is cut off at the end shows only to whoever knows the head.
        let last = whole.iter().rfind(|kept| !hit.contains(&(kept.seq, true))).unwrap().seq;
        let is_hit = |seq: i64| hit.iter().any(|(hit, _)| *hit == seq);
        // The same damage in a file of lines.
        let left = whole.iter().filter(|kept| !hit.contains(&(kept.seq, true)));
        let written = left.map(|kept| {
            let line = lines::written(kept).unwrap();
            if is_hit(kept.seq) { line.replacen("\"at\":", "\"at\":1", 1) + "\n" } else { line + "\n" }
        });
        fs::write(&between, written.collect::<String>()).unwrap();
        for file in [&damaged, &between] {
            let before = fs::read(file).unwrap();
            let contents = Contents::of(file).unwrap();
            let salvage = contents.salvage(None).unwrap();
            for (seq, is_lost) in hit.iter().filter(|(seq, _)| *seq <= last) {
                let is_named = salvage.flaws.iter().any(|flaw| flaw.record == Some(*seq));
                // Of several in a row the first is named, with the number of the last.
                let is_in_a_row = *is_lost && hit.contains(&(seq - 1, true));
                prop_assert!(is_named || is_in_a_row, "record {}: {:?}", seq, salvage.flaws);
            }
            salvage.write(&saved).unwrap();
            prop_assert_eq!(fs::read(file).unwrap(), before);
            let again = Contents::of(&saved).unwrap();
            prop_assert_eq!(again.prove(Some(&salvage.head)).flaws, []);
            for kept in whole.iter().filter(|kept| !is_hit(kept.seq) && kept.seq <= salvage.head.seq) {
                let there = fields(&again.kept[kept.seq as usize - 1]);
                let is_left_out = salvage.flaws.iter().any(|flaw| flaw.record == Some(kept.seq));
                prop_assert!(there == fields(kept) || is_left_out, "record {} is not there: {}", kept.seq, there);
            }
            fs::remove_file(&saved).unwrap();
        }
    }
}
