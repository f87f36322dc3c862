//! Files of a Plenary that had other views.

use std::fs;

use plenary::session::Session;
use rusqlite::Connection;

use super::said::agree;
use super::{Meeting, interruptions};

/// Views as they may have been, and one that somebody made for themselves.
const OTHER: &str = "DROP VIEW turns; DROP VIEW happened; DROP VIEW named;
    CREATE VIEW turns AS SELECT seq AS turn FROM records;
    CREATE VIEW happened AS SELECT seq FROM records;
    CREATE VIEW mine AS SELECT count(*) AS records FROM records;";

/// A meeting whose file has other views and is not open.
async fn older() -> Meeting {
    let mut meeting = Meeting::of(interruptions(), &[(0, "begin"), (0, "next"), (20, "cut"), (30, "again")]).await;
    // The one that is open keeps the log; another one takes its place.
    meeting.session = Meeting::new(interruptions()).await.session;
    change(&meeting, OTHER);
    meeting
}

fn change(meeting: &Meeting, sql: &str) {
    Connection::open(meeting.path()).unwrap().execute_batch(sql).unwrap();
}

fn views(meeting: &Meeting) -> Vec<(String, String)> {
    let connection = Connection::open(meeting.path()).unwrap();
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn records(meeting: &Meeting) -> Vec<(i64, String, Vec<u8>)> {
    let connection = Connection::open(meeting.path()).unwrap();
    let mut statement = connection.prepare("SELECT seq, events, hash FROM records ORDER BY seq").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

async fn open(meeting: &Meeting) -> Session {
    Session::open(meeting.path(), meeting.clock.clone()).await.unwrap()
}

#[tokio::test]
async fn a_session_with_other_views_gets_these_when_it_is_opened() {
    let mut meeting = older().await;
    let before = records(&meeting);
    meeting.session = open(&meeting).await;
    assert_eq!(meeting.session.health().read_only, None);
    agree(&meeting);
    assert_eq!(records(&meeting), before);
    let fresh = Meeting::new(interruptions()).await;
    let (mine, ours): (Vec<_>, Vec<_>) = views(&meeting).into_iter().partition(|(name, _)| name == "mine");
    assert_eq!((mine.len(), ours), (1, views(&fresh)));
    meeting.go_on(&[(40, "done")]).await;
    agree(&meeting);
}

#[tokio::test]
async fn a_session_that_has_these_views_is_not_written_to() {
    let mut meeting = Meeting::of(interruptions(), &[(0, "begin")]).await;
    meeting.session = Meeting::new(interruptions()).await.session;
    let before = fs::read(meeting.path()).unwrap();
    drop(open(&meeting).await);
    assert_eq!(fs::read(meeting.path()).unwrap(), before);
}

#[tokio::test]
async fn while_somebody_else_writes_it_goes_on_with_the_views_that_are_there() {
    let meeting = older().await;
    let before = views(&meeting);
    let other = Connection::open(meeting.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let session = open(&meeting).await;
    assert_eq!(views(&meeting), before);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(session.dialogue().records().len(), 5);
    drop(session);
    drop(open(&meeting).await);
    assert_ne!(views(&meeting), before);
}

#[tokio::test]
async fn a_damaged_session_is_left_alone_views_and_all() {
    let meeting = older().await;
    change(&meeting, "UPDATE records SET command = 'adjourn' WHERE seq = 3");
    let before = fs::read(meeting.path()).unwrap();
    let session = open(&meeting).await;
    assert!(session.health().read_only.is_some());
    drop(session);
    assert_eq!(fs::read(meeting.path()).unwrap(), before);
}
