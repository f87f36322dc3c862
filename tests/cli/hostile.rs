//! Files from elsewhere whose hashes are right and whose figures are not: they are refused or shown, and harm nothing.

use std::fs;

use plenary::session::journal::{Contents, ORIGIN, Stored};
use serde_json::Value;
use tempfile::TempDir;

use crate::{plenary, repository, stderr, stdout};

/// Figures at which something may break.
const FIGURES: [&str; 2] = ["4294967295", "9223372036854775807"];

fn sample() -> Vec<Value> {
    let lines = fs::read_to_string(repository().join("tests/data/format-1.jsonl")).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The records as lines, with hashes that fit them.
fn chained(records: &[Value]) -> String {
    let mut before = ORIGIN;
    let mut lines = String::new();
    for record in records {
        let text = |name: &str| record[name].as_str().unwrap();
        let number = |name: &str| record[name].as_i64().unwrap();
        let events = record["events"].to_string();
        let stored = Stored {
            seq: number("seq"),
            id: text("id"),
            at: number("at"),
            moment: number("moment"),
            utc_ms: number("utc_ms"),
            boot_id: text("boot_id"),
            boot_ms: number("boot_ms"),
            seat: text("seat"),
            command: text("command"),
            events: &events,
        };
        before = stored.hash(&before, &mut Vec::new());
        let mut record = record.clone();
        record["hash"] = before.to_hex().as_str().into();
        lines += &format!("{record}\n");
    }
    lines
}

/// Where in a value figures stand.
fn figures(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(path),
        Value::Array(values) => values.iter().enumerate().for_each(|(at, value)| figures(value, format!("{path}/{at}"), found)),
        Value::Object(values) => values.iter().for_each(|(name, value)| figures(value, format!("{path}/{name}"), found)),
        _ => {}
    }
}

#[test]
fn the_sample_is_chained_as_it_stands() {
    let lines = chained(&sample());
    assert_eq!(lines, fs::read_to_string(repository().join("tests/data/format-1.jsonl")).unwrap());
}

#[test]
fn no_figure_in_any_record_breaks_the_reader() {
    let records = sample();
    for at in 0..records.len() {
        let mut found = Vec::new();
        figures(&records[at]["events"], "/events".into(), &mut found);
        // The review has very many.
        for path in found.into_iter().step_by(if at == 0 { 5 } else { 1 }) {
            for figure in FIGURES {
                let mut records = records[..(at + 6).min(records.len())].to_vec();
                *records[at].pointer_mut(&path).unwrap() = serde_json::from_str(figure).unwrap();
                let contents = Contents::in_lines("hostile", chained(&records).as_bytes()).unwrap();
                let proof = contents.prove(None);
                assert!(proof.flaws.iter().all(|flaw| !flaw.what.contains("hash")), "{path} = {figure}: {:?}", proof.flaws);
            }
        }
    }
}

#[test]
fn no_time_of_any_record_breaks_what_is_shown_and_exported() {
    let folder = TempDir::new().unwrap();
    for (at, field) in
        [(0, "at"), (0, "moment"), (0, "utc_ms"), (20, "moment"), (64, "at"), (64, "moment"), (64, "utc_ms"), (64, "boot_ms")]
    {
        for figure in [i64::MIN, -1, i64::MAX] {
            let mut records = sample();
            records[at][field] = figure.into();
            fs::write(folder.path().join("h.jsonl"), chained(&records)).unwrap();
            let out = format!("{at}-{field}-{figure}.session");
            let imported = plenary(folder.path(), &["import", "h.jsonl", "--out", &out]);
            assert_ne!(imported.status.code(), Some(101), "{out}: {}", stderr(&imported));
            if imported.status.code() == Some(2) {
                continue;
            }
            for call in [
                &["show", &out, "--json"][..],
                &["export", &out, "--format", "turns"],
                &["export", &out, "--format", "items"],
                &["export", &out, "--format", "list"],
                &["export", &out, "--format", "report"],
            ] {
                let called = plenary(folder.path(), call);
                assert_eq!(called.status.code(), Some(0), "{call:?}: {}", stderr(&called));
            }
        }
    }
}

/// Each number is a place in memory: one of these took gigabytes before it was found out.
#[test]
fn a_number_that_no_meeting_comes_to_is_not_counted_to() {
    let sound = sample();
    for (made, number) in [("inscribed", "entry"), ("took-floor", "turn"), ("logged", "item")] {
        let place = format!("/events/0/{made}/{number}");
        let at = sound.iter().position(|record| record.pointer(&place).is_some()).unwrap();
        for figure in [0, 1 << 21, u32::MAX] {
            let mut records = sound[..=at].to_vec();
            *records[at].pointer_mut(&place).unwrap() = figure.into();
            let proof = Contents::in_lines("hostile", chained(&records).as_bytes()).unwrap().prove(None);
            let [flaw] = proof.flaws.as_slice() else { panic!("{place} = {figure}: {:?}", proof.flaws) };
            assert!(flaw.what.contains("a number that no meeting comes to"), "{place} = {figure}: {flaw}");
            assert_eq!(flaw.record, Some(i64::try_from(at).unwrap() + 1));
        }
    }
}

#[test]
fn what_is_quoted_of_a_damaged_file_steers_no_terminal() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("d.session");
    fs::copy(repository().join("tests/data/format-1.session"), &path).unwrap();
    // The text of a view, which SQLite quotes where it does not understand it.
    let connection = rusqlite::Connection::open(&path).unwrap();
    let spoil = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE VIEW happened AS \u{1b}' WHERE name = 'happened'";
    connection.execute_batch(spoil).unwrap();
    drop(connection);
    let told = Contents::of(&path).map_or_else(|error| error.to_string(), |contents| format!("{:?}", contents.prove(None).flaws));
    assert!(told.contains("malformed database schema") && !told.contains('\u{1b}'), "{told:?}");
    let mut lines = chained(&sample());
    lines.insert_str(1, "\"a\\u001b[2Jb\":1,");
    let contents = Contents::in_lines("hostile", lines.as_bytes()).unwrap();
    let flaws: String = contents.prove(None).flaws.iter().map(ToString::to_string).collect();
    assert!(flaws.contains("unknown field") && !flaws.contains('\u{1b}'), "{flaws:?}");
}

/// Its hashes may be right: what it says is made harmless where it goes out.
#[test]
fn records_from_elsewhere_steer_no_terminal() {
    let folder = TempDir::new().unwrap();
    let mut records = sample();
    let text = records[0]
        .to_string()
        .replace("\"title\":\"", "\"title\":\"\\u001b[2J\\u202e")
        .replace("\"office\":\"", "\"office\":\"\\u001b]0;x\\u0007");
    records[0] = serde_json::from_str(&text).unwrap();
    let items: Vec<usize> = (0..records.len()).filter(|at| records[*at].pointer("/events/0/logged/text").is_some()).collect();
    for at in items {
        *records[at].pointer_mut("/events/0/logged/text").unwrap() = "\u{1b}[31m=1\u{202e}".into();
        records[at]["command"] = "\u{9b}2J".into();
    }
    fs::write(folder.path().join("h.jsonl"), chained(&records)).unwrap();
    assert_eq!(plenary(folder.path(), &["import", "h.jsonl", "--out", "h.session"]).status.code(), Some(0));
    for call in [
        &["show", "h.session"][..],
        &["show", "h.session", "items[0].text"],
        &["do", "h.session", "undo"],
        &["replay", "h.session", "--dump"],
        &["export", "h.session", "--format", "turns"],
        &["export", "h.session", "--format", "items"],
        &["export", "h.session", "--format", "list"],
        &["export", "h.session", "--format", "report"],
    ] {
        let called = plenary(folder.path(), call);
        let said = stdout(&called) + &stderr(&called);
        let steering = said.chars().find(|letter| (letter.is_control() && !matches!(letter, '\n' | '\r')) || *letter == '\u{202e}');
        assert_eq!(steering, None, "{call:?}: {said:?}");
    }
}
