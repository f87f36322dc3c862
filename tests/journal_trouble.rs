//! A session over a journal that gives trouble: answers lost on the way, other seats always quicker, a disk that comes and goes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::VecDeque;

use plenary::dialogue::{Record, RefusalCode, Seq};
use plenary::review::{Ms, load};
use plenary::session::journal::{AppendError, Found, Head, Journal, SqliteJournal};
use plenary::session::{Press, Session, VirtualClock};
use proptest::prelude::*;
use tempfile::TempDir;

/// What happens to an append.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Trouble {
    Nothing,
    /// It is written, and the answer is lost.
    AnswerLost,
    /// It is not written, and nobody knows.
    RequestLost,
    /// Another seat writes a record first.
    OtherFirst,
    DiskFull,
}

struct Troubled {
    journal: SqliteJournal,
    ahead: VecDeque<Trouble>,
    others: u32,
}

impl Journal for Troubled {
    async fn append(&mut self, expected: Seq, record: &Record) -> Result<Seq, AppendError> {
        match self.ahead.pop_front().unwrap_or(Trouble::Nothing) {
            Trouble::Nothing => self.journal.append(expected, record).await,
            Trouble::AnswerLost => {
                self.journal.append(expected, record).await?;
                Err(AppendError::Unknown("The answer was lost.".into()))
            }
            Trouble::RequestLost => Err(AppendError::Unknown("The answer was lost.".into())),
            Trouble::OtherFirst => {
                self.others += 1;
                let id = format!("other {}", self.others);
                let note = plenary::dialogue::Event::Noted(id.as_str().into());
                let other = Record { id: id.into(), seat: "clerk".into(), moment: record.at, events: vec![note], ..record.clone() };
                self.journal.append(expected, &other).await?;
                self.journal.append(expected, record).await
            }
            Trouble::DiskFull => Err(AppendError::NotWritten("There is no room.".into())),
        }
    }

    async fn read(&mut self, from: Seq) -> Result<Found, String> {
        self.journal.read(from).await
    }

    fn head(&self) -> Head {
        self.journal.head()
    }

    async fn settle(&mut self) {
        self.journal.settle().await;
    }
}

async fn session(folder: &TempDir, ahead: &[Trouble]) -> Session<Troubled> {
    let (path, clock) = (folder.path().join("session.plenary"), VirtualClock::new(1_737_619_200_000));
    drop(Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap());
    let journal = SqliteJournal::open(&path).unwrap();
    Session::resume(Troubled { journal, ahead: ahead.iter().copied().collect(), others: 0 }, clock).await.unwrap()
}

fn notes(session: &Session<Troubled>, seat: &str) -> Vec<String> {
    let records = session.dialogue().records().iter();
    records.filter(|record| &*record.seat == seat && record.seq > Seq(1)).map(|record| record.command.to_string()).collect()
}

#[tokio::test]
async fn a_record_whose_answer_was_lost_is_found_again() {
    let folder = TempDir::new().unwrap();
    for trouble in [Trouble::AnswerLost, Trouble::RequestLost] {
        let folder = TempDir::new_in(folder.path()).unwrap();
        let mut session = session(&folder, &[trouble]).await;
        let press = Press::new("operator", &session);
        assert_eq!(session.submit_line(&press, "note once").await.unwrap().seq, Some(Seq(2)), "{trouble:?}");
        assert_eq!(notes(&session, "operator"), ["note once"]);
    }
}

#[tokio::test]
async fn a_command_is_decided_anew_when_another_seat_was_quicker() {
    let folder = TempDir::new().unwrap();
    let mut session = session(&folder, &[Trouble::OtherFirst, Trouble::OtherFirst]).await;
    let press = Press::new("operator", &session);
    assert_eq!(session.submit_line(&press, "note after the others").await.unwrap().seq, Some(Seq(4)));
    assert_eq!(notes(&session, "clerk").len(), 2);
}

#[tokio::test]
async fn it_is_not_tried_for_ever() {
    let folder = TempDir::new().unwrap();
    let mut session = session(&folder, &[Trouble::OtherFirst; 1000]).await;
    let press = Press::new("operator", &session);
    let refusal = session.submit_line(&press, "note never").await.unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotWritten);
    assert!(notes(&session, "operator").is_empty());
}

/// Someone tidies up and takes the log that lies beside the session for a left-over: what is written to it from then on
/// would be gone, and what was recorded before is not.
#[tokio::test]
async fn a_log_that_is_taken_away_takes_no_more_records() {
    for settled in [true, false] {
        let folder = TempDir::new().unwrap();
        let (path, clock) = (folder.path().join("session.plenary"), VirtualClock::new(1_737_619_200_000));
        let mut session = Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap();
        let press = Press::new("operator", &session);
        session.submit_line(&press, "note kept").await.unwrap();
        if settled {
            // Opened again, it knows the log before it has written to it.
            session.settle().await;
            drop(session);
            session = Session::open(&path, clock.clone()).await.unwrap();
        }
        std::fs::remove_file(folder.path().join("session.plenary-wal")).unwrap();
        for _ in 0..2 {
            let press = Press::new("operator", &session);
            let refusal = session.submit_line(&press, "note lost").await.unwrap_err();
            assert_eq!(refusal.code, RefusalCode::NotWritten);
            assert!(refusal.sentence.contains("-wal") && refusal.sentence.contains("open the session again"), "{refusal}");
        }
        drop(session);
        let mut again = Session::open(&path, clock).await.unwrap();
        assert_eq!(&*again.dialogue().records().last().unwrap().command, "note kept");
        let press = Press::new("operator", &again);
        again.submit_line(&press, "note more").await.unwrap();
    }
}

/// A refusal that names a record shows what was typed, and by whom.
#[tokio::test]
async fn what_was_typed_is_kept_without_what_steers_a_terminal() {
    let folder = TempDir::new().unwrap();
    let mut session = session(&folder, &[]).await;
    let press = Press::new("cl\u{1b}[2Jerk", &session);
    session.submit_line(&press, "note a\u{1b}]0;b\u{7} \u{202e}c").await.unwrap();
    let record = session.dialogue().records().last().unwrap();
    assert_eq!((&*record.seat, &*record.command), ("cl [2Jerk", "note a ]0;b  c"));
}

/// What is told late counts from its own key press, whatever another seat has recorded since.
#[tokio::test]
async fn how_long_ago_counts_from_the_key_press() {
    let folder = TempDir::new().unwrap();
    let (path, clock) = (folder.path().join("session.plenary"), VirtualClock::new(1_737_619_200_000));
    let mut session = Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap();
    clock.set(Ms::seconds(40));
    let press = Press::new("clerk", &session);
    clock.set(Ms::seconds(70));
    let other = Press::new("operator", &session);
    session.submit_line(&other, "note first").await.unwrap();
    session.submit_line(&press, "ask Which law ago=10s").await.unwrap();
    let record = session.dialogue().records().last().unwrap();
    assert_eq!((record.at, record.moment), (Ms::seconds(70), Ms::seconds(30)));
}

fn trouble() -> impl Strategy<Value = Trouble> {
    prop_oneof![
        Just(Trouble::Nothing),
        Just(Trouble::AnswerLost),
        Just(Trouble::RequestLost),
        Just(Trouble::OtherFirst),
        Just(Trouble::DiskFull)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens on the way: accepted is recorded, once; refused is not recorded; and both are the same after opening it again.
    #[test]
    fn accepted_is_there_and_refused_is_not(ahead in prop::collection::vec(trouble(), 0..40)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let folder = TempDir::new().unwrap();
            let mut session = session(&folder, &ahead).await;
            let mut accepted = Vec::new();
            for number in 0..12 {
                let press = Press::new("operator", &session);
                let line = format!("note {number}");
                let before = session.dialogue().seq();
                match session.submit_line(&press, &line).await {
                    Ok(answer) => {
                        prop_assert_eq!(answer.seq, Some(session.dialogue().seq()));
                        prop_assert!(session.health().failure.is_none_or(|failure| !failure.lasts));
                        accepted.push(line);
                    }
                    Err(refusal) => {
                        prop_assert_eq!(refusal.code, RefusalCode::NotWritten);
                        prop_assert!(session.dialogue().records()[before.0 as usize..].iter().all(|record| &*record.seat == "clerk"));
                        prop_assert!(session.health().failure.is_some_and(|failure| failure.lasts));
                    }
                }
            }
            prop_assert_eq!(notes(&session, "operator"), accepted);
            let records = session.dialogue().records().to_vec();
            drop(session);
            let path = folder.path().join("session.plenary");
            let again = Session::open(path, VirtualClock::new(1_737_619_200_000)).await.unwrap();
            prop_assert_eq!(again.dialogue().records(), records);
            Ok(())
        })?;
    }
}
