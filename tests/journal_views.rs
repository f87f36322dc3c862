//! What any SQLite client can read out of a session agrees with what the program itself says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use plenary::dialogue::{ItemStatus, State};
use plenary::review::{Code, Ms, load};
use plenary::session::{Press, Session, VirtualClock};
use rusqlite::{Connection, types::Value};
use tempfile::TempDir;

/// Runs a meeting: each line is a time in seconds and a command.
async fn meeting(folder: &TempDir, lines: &[(i64, &str)]) -> (Session, Connection) {
    let clock = VirtualClock::new(1_737_619_200_000);
    let path = folder.path().join("kazakhstan.plenary");
    let mut session = Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap();
    for (second, line) in lines {
        clock.set(Ms::seconds(*second));
        let press = Press::new("operator", &session);
        session.submit_line(&press, line).await.unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
    session.advance();
    (session, Connection::open(path).unwrap())
}

fn rows(connection: &Connection, sql: &str) -> Vec<Vec<String>> {
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let written = |value: Value| match value {
        Value::Null => "-".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        Value::Blob(_) => "blob".into(),
    };
    let rows = statement.query_map([], |row| (0..columns).map(|column| Ok(written(row.get(column)?))).collect()).unwrap();
    rows.map(Result::unwrap).collect()
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or("-".into(), |value| value.to_string())
}

fn json(codes: &[Code]) -> String {
    serde_json::to_string(codes).unwrap()
}

fn turns_of(state: &State, now: Ms) -> Vec<Vec<String>> {
    let row = |turn: &plenary::dialogue::Turn| {
        vec![
            turn.number.to_string(),
            or_dash(turn.entry.map(|entry| entry.0)),
            json(&turn.delegations),
            turn.kind.to_string(),
            turn.began.0.to_string(),
            or_dash(turn.ended.map(|ended| ended.0)),
            turn.speaking.read(now).0.to_string(),
            turn.pausing.read(now).0.to_string(),
            or_dash(turn.outcome.map(|outcome| serde_json::to_value(outcome).unwrap().as_str().unwrap().to_owned())),
        ]
    };
    state.turns.iter().map(row).collect()
}

const TURNS: &str = "SELECT turn, entry, delegations, kind, began_ms, ended_ms, spoken_ms, paused_ms, outcome FROM turns";

fn items_of(state: &State) -> Vec<Vec<String>> {
    let row = |item: &plenary::dialogue::Item| {
        vec![
            item.number.to_string(),
            serde_json::to_value(item.sort).unwrap().as_str().unwrap().to_owned(),
            json(&state.authors(item)),
            or_dash(item.turn.map(|turn| turn.0)),
            item.at.0.to_string(),
            item.text.to_string(),
            serde_json::to_string(&item.themes).unwrap(),
            or_dash(item.lead.as_deref()),
            serde_json::to_string(&item.support).unwrap(),
            match item.status {
                ItemStatus::Noted => "noted",
                ItemStatus::Assigned => "assigned",
                ItemStatus::Answered => "answered",
                ItemStatus::Written => "written",
                ItemStatus::Declined => "declined",
            }
            .into(),
            or_dash(item.answer.as_ref().map(|answer| answer.at.0)),
            or_dash(item.answer.as_ref().and_then(|answer| answer.by.as_deref())),
        ]
    };
    state.items.iter().map(row).collect()
}

const ITEMS: &str =
    "SELECT number, sort, delegations, turn, at_ms, text, themes, lead, support, status, answered_ms, answered_by FROM items";

#[tokio::test]
async fn turns_with_pauses_holds_and_a_suspension() {
    let folder = TempDir::new().unwrap();
    let (session, connection) = meeting(
        &folder,
        &[
            (0, "begin"),
            (1, "next"),
            (11, "pause"),
            (21, "resume"),
            (31, "give DEU kind=point-of-order"),
            (36, "pause"),
            (38, "resume"),
            (41, "done"),
            (45, "suspend"),
            (145, "reconvene"),
            (150, "next"),
            (160, "pause"),
            (165, "suspend"),
            (170, "reconvene"),
            (175, "resume"),
            (180, "absent"),
            (190, "next"),
            (200, "undo"),
            (205, "answer"),
            (230, "next"),
            (240, "note a last word"),
        ],
    )
    .await;
    let expected = turns_of(session.state(), session.now());
    assert_eq!(rows(&connection, TURNS), expected);
    assert_eq!(expected.len(), 5, "{expected:?}");

    let totals = rows(&connection, "SELECT delegation, turns, spoken_ms FROM totals WHERE delegation = 'KAZ'");
    assert_eq!(totals, [["KAZ", "1", "25000"]]);
    let sum = rows(&connection, "SELECT sum(spoken_ms) FROM totals");
    let spoken: Ms = session
        .state()
        .turns
        .iter()
        .filter(|turn| turn.outcome != Some(plenary::dialogue::Outcome::Absent))
        .map(|turn| turn.speaking.read(session.now()))
        .sum();
    assert_eq!(sum[0][0], spoken.0.to_string());
}

#[tokio::test]
async fn items_with_everything_that_can_become_of_them() {
    let folder = TempDir::new().unwrap();
    let (session, connection) = meeting(
        &folder,
        &[
            (0, "ask before anyone has spoken"),
            (1, "begin"),
            (2, "next"),
            (5, "ask How many visits were made #torture @justice"),
            (6, "recommend Ratify the protocol by=FRA,DEU"),
            (7, "comment taken out again"),
            (8, "commend Abolition of the death penalty"),
            (9, "drop 4"),
            (10, "next"),
            (11, "ask A second question ago=5s"),
            (12, "assign 3 6 internal-affairs support=justice why=\"it is theirs\""),
            (13, "edit 3 Ratify the second protocol by=ISL turn=2"),
            (14, "assign 5 justice"),
            (15, "unassign 5"),
            (16, "note something else"),
            (17, "answer justice"),
            (20, "answered 2 3"),
            (21, "reopen 3"),
            (22, "ask taken back"),
            (23, "undo"),
            (24, "undo"),
            (25, "redo"),
        ],
    )
    .await;
    let expected = items_of(session.state());
    assert_eq!(rows(&connection, ITEMS), expected);
    assert_eq!(expected.len(), 5, "{expected:?}");
}

#[tokio::test]
async fn the_views_of_a_long_session_are_read_in_a_moment() {
    let folder = TempDir::new().unwrap();
    let mut lines = vec![(0, "begin")];
    for second in 1..100 {
        lines.extend([
            (second, "next"),
            (second, "ask one #torture @justice"),
            (second, "recommend two"),
            (second, "pause"),
            (second, "resume"),
        ]);
    }
    let (session, connection) = meeting(&folder, &lines).await;
    assert_eq!(rows(&connection, TURNS), turns_of(session.state(), session.now()));
    assert_eq!(rows(&connection, ITEMS), items_of(session.state()));
}
