//! Tables that open in other programs and say the same as `show --json`, and the report.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use plenary::export::restored;
use serde_json::Value;
use tempfile::TempDir;

use crate::fixture::small_session;
use crate::{opened, plenary, repository, stderr, stdout};

/// A row, by the names in the heading.
pub type Row = BTreeMap<String, String>;

/// What an export of the session in a folder says.
pub fn export(folder: &Path, format: &str) -> String {
    let exported = plenary(folder, &["export", "s.session", "--format", format]);
    assert_eq!(exported.status.code(), Some(0), "{}", stderr(&exported));
    stdout(&exported)
}

/// The rows of a table, each cell as it was.
pub fn table(folder: &Path, format: &str) -> Vec<Row> {
    let text = export(folder, format);
    assert!(text.lines().count() > 1 && text.ends_with("\r\n"), "{text}");
    let mut rows = opened::read(&text).unwrap_or_else(|wrong| panic!("{format}: {wrong}\n{text}")).into_iter();
    let heading = rows.next().unwrap();
    rows.map(|row| heading.iter().zip(&row).map(|(name, cell)| (name.clone(), restored(cell).to_owned())).collect()).collect()
}

fn shown(folder: &Path) -> Value {
    serde_json::from_slice(&plenary(folder, &["show", "s.session", "--json"]).stdout).unwrap()
}

/// A folder with the small session.
pub fn small() -> TempDir {
    let folder = TempDir::new().unwrap();
    small_session(&folder.path().join("s.session"));
    folder
}

/// A value of the JSON as a cell has it.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// All columns that the table and the JSON have in common, cell for cell.
fn agree(rows: &[Row], json: &Value, without: &[&str]) {
    let json = json.as_array().unwrap();
    assert_eq!(rows.len(), json.len());
    let mut compared = 0;
    for (row, json) in rows.iter().zip(json) {
        let common = json.as_object().unwrap().iter().filter(|(name, _)| row.contains_key(*name) && !without.contains(&name.as_str()));
        for (name, value) in common {
            assert_eq!(row[name], cell(value), "{name} in {row:?}");
            compared += 1;
        }
    }
    assert!(compared > 8 * rows.len(), "only {compared} cells are in both");
}

fn sum(rows: &[Row], column: &str) -> i64 {
    rows.iter().map(|row| row[column].parse::<i64>().unwrap_or(0)).sum()
}

#[test]
fn the_turns_are_those_of_show() {
    let folder = small();
    let (rows, state) = (table(folder.path(), "turns"), shown(folder.path()));
    agree(&rows, &state["turns"], &["passes"]);
    let spoken: i64 = state["turns"].as_array().unwrap().iter().map(|turn| turn["spoken_ms"].as_i64().unwrap()).sum();
    assert_eq!(sum(&rows, "spoken_ms"), spoken);
    let mut by_delegation: BTreeMap<&str, i64> = BTreeMap::new();
    for row in rows.iter().filter(|row| row["outcome"] != "absent") {
        for code in row["delegations"].split("; ") {
            *by_delegation.entry(code).or_default() += row["spoken_ms"].parse::<i64>().unwrap();
        }
    }
    let totals = state["totals"].as_array().unwrap();
    assert_eq!(by_delegation.len(), totals.len());
    for total in totals {
        assert_eq!(by_delegation[total["delegation"].as_str().unwrap()], total["spoken_ms"].as_i64().unwrap());
    }
    for row in &rows {
        let began: jiff::Timestamp = row["began"].parse().unwrap();
        assert_eq!(began.as_millisecond() - 1_737_619_200_000, row["began_ms"].parse::<i64>().unwrap(), "{row:?}");
        assert!(row["began"].starts_with("2025-01-23T09:") && row["began"].ends_with("+01:00"), "{row:?}");
    }
    assert_eq!(rows[0]["passes"], "justice=9000; foreign=10000");
    assert!(rows.iter().any(|row| row["ruling"] == "dismissed" && row["ruling_text"] == "it was no point of order"));
}

#[test]
fn the_items_are_those_of_show_and_no_cell_is_a_formula() {
    let folder = small();
    let (rows, state) = (table(folder.path(), "items"), shown(folder.path()));
    agree(&rows, &state["items"], &[]);
    assert!(rows.iter().any(|row| row["text"].starts_with("=HYPERLINK(\"the law\")")), "{rows:?}");
    assert!(rows.iter().any(|row| !row["merged"].is_empty() && row["number"] == "6"), "{rows:?}");
    for format in ["turns", "items", "list"] {
        let text = export(folder.path(), format);
        for cell in opened::read(&text).unwrap().iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{format}: {cell}");
        }
    }
}

#[test]
fn the_list_tells_what_became_of_everyone() {
    let folder = small();
    let (rows, state) = (table(folder.path(), "list"), shown(folder.path()));
    let of = |became: &str| rows.iter().filter(|row| row["became"] == became).collect::<Vec<_>>();
    let names = |rows: &[&Row]| rows.iter().map(|row| row["delegations"].clone()).collect::<Vec<_>>();
    assert_eq!(names(&of("not-reached")), state["forecast"]["unreached"].as_array().unwrap().iter().map(cell).collect::<Vec<_>>());
    assert_eq!(names(&of("withdrawn")), ["CHE"]);
    let spoken = of("spoken");
    assert!(spoken.is_sorted_by_key(|row| row["began_ms"].parse::<i64>().unwrap()));
    assert!(spoken.iter().all(|row| row["kind"] != "point-of-order"));
    assert_eq!(spoken.len() + of("not-reached").len() + of("withdrawn").len(), rows.len());
    let turns = state["turns"].as_array().unwrap();
    let own = turns.iter().filter(|turn| turn["kind"] != "point-of-order" && turn["outcome"] != "absent");
    assert_eq!(spoken.len(), own.count());
}

#[test]
fn a_meeting_that_goes_on_is_told_as_it_stands() {
    let folder = TempDir::new().unwrap();
    let review = repository().join("tests/reviews/three-states.toml");
    fs::write(folder.path().join("m.plenary"), format!("review {}\nbegin\nnext\nask Which law\n", review.display())).unwrap();
    plenary(folder.path(), &["script", "m.plenary", "--keep", "s.session"]);
    let became: Vec<String> = table(folder.path(), "list").into_iter().map(|row| row["became"].clone()).collect();
    assert_eq!(became, ["speaking", "waiting", "waiting"]);
    let report = export(folder.path(), "report");
    assert!(report.contains("The meeting is open; this is how it stands on "), "{report}");
    assert!(report.contains("## Still in the list\n\n- Germany\n- Brazil\n"), "{report}");
}

#[test]
fn the_report_tells_the_whole_meeting() {
    let folder = small();
    let out = plenary(folder.path(), &["export", "s.session", "--format", "report", "--out", "report.md"]);
    assert_eq!((out.status.code(), stdout(&out).as_str(), stderr(&out).as_str()), (Some(0), "", ""));
    let report = fs::read_to_string(folder.path().join("report.md")).unwrap();
    let head = report.lines().rev().find(|line| line.starts_with('`')).unwrap().trim_matches('`');
    insta::assert_snapshot!(report.replace(head, "HEAD"));
    let verified = plenary(folder.path(), &["verify", "s.session", "--head", head]);
    assert_eq!(verified.status.code(), Some(0), "{}", stdout(&verified));
}

#[test]
fn a_damaged_session_is_told_up_to_the_damage_and_never_copied() {
    let folder = small();
    let connection = rusqlite::Connection::open(folder.path().join("s.session")).unwrap();
    connection.execute("UPDATE records SET command = 'done' WHERE seq = 30", []).unwrap();
    drop(connection);
    let copied = plenary(folder.path(), &["export", "s.session", "--format", "jsonl"]);
    assert_eq!((copied.status.code(), stdout(&copied).as_str()), (Some(1), ""));
    assert!(stderr(&copied).contains("record 30") && stderr(&copied).contains("plenary recover"), "{}", stderr(&copied));
    let report = plenary(folder.path(), &["export", "s.session", "--format", "report"]);
    assert!(stdout(&report).contains("**This session can only be read:** record 30"), "{}", stdout(&report));
    assert!(stderr(&report).contains("record 30"), "{}", stderr(&report));
}
