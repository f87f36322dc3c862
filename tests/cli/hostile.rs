//! Files from elsewhere whose hashes are right and whose figures are not: they are refused or shown, and harm nothing.

use std::fs;

use plenary::session::journal::{Contents, ORIGIN, Stored};
use serde_json::Value;
use tempfile::TempDir;

use crate::{plenary, repository, stderr};

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
