//! The tables of a whole meeting, and of one in which every text is out to break them: each is as RFC 4180 has it, has no cell that a
//! spreadsheet would carry out, and its sums are those of `show --json`.

use std::collections::BTreeMap;
use std::path::Path;

use plenary::review::load;
use serde_json::Value;
use tempfile::TempDir;

use crate::exports::{Row, export, table};
use crate::fixture::session;
use crate::{opened, plenary, repository, stderr};

const TABLES: [&str; 3] = ["turns", "items", "list"];

/// What a spreadsheet takes for the beginning of a formula.
const CARRIED_OUT: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn shown(folder: &Path) -> Value {
    serde_json::from_slice(&plenary(folder, &["show", "s.session", "--json"]).stdout).unwrap()
}

fn number(row: &Row, column: &str) -> i64 {
    if row[column].is_empty() { 0 } else { row[column].parse().unwrap() }
}

/// No cell is a formula, and what was changed for that comes back.
fn is_harmless(folder: &Path) {
    for format in TABLES {
        for cell in opened::read(&export(folder, format)).unwrap().iter().flatten() {
            assert!(!cell.starts_with(CARRIED_OUT), "{format}: {cell}");
        }
    }
}

/// Every sum that can be made out of the tables.
fn adds_up(folder: &Path) {
    let (turns, items, list, state) = (table(folder, "turns"), table(folder, "items"), table(folder, "list"), shown(folder));
    let mut spoken: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for turn in turns.iter().filter(|turn| turn["outcome"] != "absent") {
        for code in turn["delegations"].split("; ") {
            let total = spoken.entry(code.to_owned()).or_default();
            *total = (total.0 + 1, total.1 + number(turn, "spoken_ms"));
        }
    }
    let totals = state["totals"].as_array().unwrap().iter();
    let totals: BTreeMap<String, (i64, i64)> = totals
        .map(|total| {
            (total["delegation"].as_str().unwrap().to_owned(), (total["turns"].as_i64().unwrap(), total["spoken_ms"].as_i64().unwrap()))
        })
        .collect();
    assert_eq!(spoken, totals);
    let mut passes: BTreeMap<&str, i64> = BTreeMap::new();
    for (who, ms) in turns.iter().flat_map(|turn| turn["passes"].split("; ")).filter_map(|pass| pass.split_once('=')) {
        *passes.entry(who).or_default() += ms.parse::<i64>().unwrap();
    }
    for official in state["officials"].as_array().unwrap() {
        let id = official["id"].as_str().unwrap();
        assert_eq!(passes.get(id).copied().unwrap_or(0), official["spoken_ms"].as_i64().unwrap(), "{id}");
        let count = |status: &str, column: &str| items.iter().filter(|item| item["status"] == status && item[column] == id).count() as u64;
        let counts = [count("assigned", "lead"), count("answered", "answered_by"), count("written", "answered_by")];
        assert_eq!(counts, ["open", "answered", "written"].map(|name| official[name].as_u64().unwrap()), "{id}");
    }
    let by_turn: BTreeMap<&str, &Row> = turns.iter().map(|turn| (turn["turn"].as_str(), turn)).collect();
    for row in list.iter().filter(|row| row["became"] == "spoken" || row["became"] == "speaking") {
        let turn = by_turn[row["turn"].as_str()];
        assert_eq!(
            [&row["spoken_ms"], &row["began_ms"], &row["delegations"]],
            [&turn["spoken_ms"], &turn["began_ms"], &turn["delegations"]]
        );
    }
}

#[test]
fn the_tables_of_a_whole_meeting_add_up() {
    let folder = TempDir::new().unwrap();
    let recorded = repository().join("sessions/kazakhstan-2025-rehearsal.jsonl");
    let imported = plenary(folder.path(), &["import", &recorded.display().to_string(), "--out", "s.session"]);
    assert_eq!(imported.status.code(), Some(0), "{}", stderr(&imported));
    assert!(table(folder.path(), "turns").len() > 100 && table(folder.path(), "items").len() > 200);
    adds_up(folder.path());
    is_harmless(folder.path());
}

#[test]
fn no_text_breaks_a_table() {
    let texts = [
        "=1+1",
        "+41 22 917",
        "-2 of 3",
        "@SUM(A1:A9)",
        "＝1+1",
        "\"quoted\", and more",
        "'apostrophe",
        "a,b;c",
        "a\tb",
        "\"",
        ",",
        "\"\"\"",
        "'=x",
        "end\"",
    ];
    let said: Vec<String> = texts.iter().map(|text| format!("ask \"{}\" by=FRA", text.replace('"', "\\\""))).collect();
    let mut review = load::review(repository().join("tests/reviews/asked-before.toml")).unwrap().review;
    let names = ["=cmd|' /C calc'!A0, \"x\"", "-Brazil\r\nand more", "@Germany\t"];
    for (code, name) in ["FRA", "BRA", "DEU"].into_iter().zip(names) {
        review.delegations.iter_mut().filter(|one| one.code.as_str() == code).for_each(|one| one.short = name.to_owned());
    }
    review.officials[0].office = "+Minister, \"of\" Justice".to_owned();
    let mut lines: Vec<(i64, &str)> = vec![(1, "begin"), (0, "next"), (5, "order DEU"), (3, "ruling dismissed =1+1, \"so\""), (1, "done")];
    lines.extend(said.iter().map(|line| (1, line.as_str())));
    lines.extend([
        (1, "assign 5 justice why=\"-because, \\\"so\\\"\""),
        (1, "inscribe participant=\"=Fund, \\\"the\\\"\" late=\"+agreed, by the chair\""),
        (1, "answer \"@Head, of\\tthe desk\""),
        (4, "answered 5"),
        (2, "next"),
        (9, "adjourn"),
    ]);
    let folder = TempDir::new().unwrap();
    session(&folder.path().join("s.session"), review, &lines);
    is_harmless(folder.path());
    adds_up(folder.path());
    let (items, state) = (table(folder.path(), "items"), shown(folder.path()));
    let words: Vec<&str> = items.iter().map(|item| item["text"].as_str()).collect();
    assert_eq!(words, state["items"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect::<Vec<_>>());
    for text in texts.iter().filter(|text| !text.contains('\t')) {
        assert!(words.contains(text), "{text} did not come back: {words:?}");
    }
    let list = table(folder.path(), "list");
    // A break is taken out of a name before it is one.
    for name in ["=cmd|' /C calc'!A0, \"x\"", "-Brazil  and more"] {
        assert!(list.iter().any(|row| row["names"] == name), "{name:?} did not come back: {list:?}");
    }
    assert!(list.iter().any(|row| row["late"].starts_with("+agreed")), "{list:?}");
}
