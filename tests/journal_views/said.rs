//! The same figures twice: as the views have them and as the program has them.

use plenary::session::snapshot::Snapshot;
use rusqlite::{Connection, types::Value as Sql};
use serde_json::{Value, json};

use super::Meeting;

const TURNS: [&str; 12] = [
    "turn",
    "entry",
    "delegations",
    "kind",
    "official",
    "began_ms",
    "ended_ms",
    "spoken_ms",
    "paused_ms",
    "outcome",
    "ruling",
    "ruling_text",
];
const ITEMS: [&str; 12] =
    ["number", "sort", "delegations", "turn", "at_ms", "text", "themes", "lead", "support", "status", "answered_ms", "answered_by"];
const TOTALS: [&str; 3] = ["delegation", "turns", "spoken_ms"];

/// Holds the views of a session's file against what the program says at the moment of the newest record.
pub fn agree(meeting: &Meeting) {
    let connection = Connection::open(meeting.path()).unwrap();
    let said = program(meeting);
    for (view, columns) in [("turns", &TURNS[..]), ("items", &ITEMS[..]), ("totals", &TOTALS[..])] {
        let mut expected: Vec<Value> = said[view].as_array().unwrap().iter().map(|row| only(row, columns)).collect();
        if view == "totals" {
            expected.sort_by_key(|row| row["delegation"].to_string());
        }
        assert_eq!(rows(&connection, view, columns), expected, "{view} after {}", lines(meeting).join("\n"));
    }
}

/// The state as JSON.
pub fn program(meeting: &Meeting) -> Value {
    serde_json::to_value(Snapshot::of(&meeting.session, "operator")).unwrap()
}

/// One turn as the view has it.
pub fn turn(meeting: &Meeting, number: usize) -> Value {
    rows(&Connection::open(meeting.path()).unwrap(), "turns", &TURNS)[number - 1].clone()
}

fn lines(meeting: &Meeting) -> Vec<String> {
    let records = meeting.session.dialogue().records().iter();
    records.map(|record| format!("{} at {} as {}: {}", record.seq, record.at.0, record.seat, record.command)).collect()
}

fn only(row: &Value, columns: &[&str]) -> Value {
    let value = |column: &str| match (column, &row[column]) {
        // The program names an entry as commands do.
        ("entry", Value::String(id)) => json!(id[1..].parse::<u32>().unwrap()),
        (_, value) => value.clone(),
    };
    columns.iter().map(|column| (column.to_string(), value(column))).collect()
}

fn rows(connection: &Connection, view: &str, columns: &[&str]) -> Vec<Value> {
    let mut statement = connection.prepare(&format!("SELECT {} FROM {view}", columns.join(", "))).unwrap();
    let value = |column: &str, value: Sql| match value {
        Sql::Null => Value::Null,
        Sql::Integer(number) => json!(number),
        Sql::Text(text) if ["delegations", "themes", "support"].contains(&column) => serde_json::from_str(&text).unwrap(),
        Sql::Text(text) => json!(text),
        other => panic!("{column} is {other:?}"),
    };
    let row = |row: &rusqlite::Row<'_>| columns.iter().map(|column| Ok((column.to_string(), value(column, row.get(*column)?)))).collect();
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}
