//! The answer sheets: what each official gets in hand, with sums that are those of `show`.

use std::path::Path;

use plenary::review::load;
use serde_json::Value;
use tempfile::TempDir;

use crate::fixture::session;
use crate::{plenary, repository, stderr, stdout};

/// Questions of before and of the meeting; merged, handed on, answered, promised, declined, and some that nobody has.
const MEETING: &[(i64, &str)] = &[
    (60, "begin"),
    (0, "next"),
    (10, "ask How many visits in 2024 #torture @justice @interior"),
    (2, "recommend Let the NPM visit everywhere #torture repeats=125.34"),
    (8, "ask Is the *law* | in force? #treaties @interior"),
    (10, "ask What is planned for 2027"),
    (30, "next"),
    (10, "ask How many visits does it make #torture @justice"),
    (5, "ask When will hospitals be built #health @interior"),
    (5, "comment Much was done"),
    (2, "ask Which hospitals come next #health @interior @justice"),
    (3, "merge 9 into=5"),
    (5, "assign 7 @foreign why=\"the law is <theirs>\""),
    (5, "assign 10 @foreign"),
    (1, "unassign 10"),
    (4, "position 6 supported"),
    (0, "assign 6 @interior"),
    (20, "answer justice"),
    (10, "written 2"),
    (5, "answered 5"),
    (5, "official interior"),
    (10, "answered 6"),
    (10, "done"),
    (1, "decline 4 why=\"it was said already\""),
    (9, "adjourn"),
];

fn meeting() -> TempDir {
    let folder = TempDir::new().unwrap();
    let review = load::review(repository().join("tests/reviews/asked-before.toml")).unwrap().review;
    session(&folder.path().join("s.session"), review, MEETING);
    folder
}

fn sheets(folder: &Path, more: &[&str]) -> String {
    let made = plenary(folder, &[&["export", "s.session", "--format", "sheets"], more].concat());
    assert_eq!((made.status.code(), stderr(&made).as_str()), (Some(0), ""));
    stdout(&made)
}

/// The cells of the rows of the first table that begin with one of these.
fn row<'a>(text: &'a str, whose: &str) -> Vec<&'a str> {
    let line = text.lines().find(|line| line.starts_with(&format!("| {whose} |"))).unwrap();
    line.trim_matches('|').split('|').map(str::trim).collect()
}

#[test]
fn every_official_has_a_sheet_and_what_nobody_has_comes_last() {
    let folder = meeting();
    let text = sheets(folder.path(), &[]);
    let head = text.lines().rev().find(|line| line.starts_with('`')).unwrap().trim_matches('`').to_owned();
    insta::assert_snapshot!(text.replace(&head, "HEAD"));
    assert_eq!(plenary(folder.path(), &["verify", "s.session", "--head", &head]).status.code(), Some(0));
}

#[test]
fn one_official_gets_their_own_sheet_only() {
    let folder = meeting();
    let (by_id, by_key) = (sheets(folder.path(), &["--official", "foreign"]), sheets(folder.path(), &["--official", "f"]));
    assert_eq!(by_id, by_key);
    assert!(by_id.starts_with("# Answer sheet: Asked before\n"), "{by_id}");
    assert_eq!(
        by_id.lines().filter(|line| line.starts_with("## ")).collect::<Vec<_>>(),
        ["## Deputy Minister of Foreign Affairs", "## Proof"]
    );
    let all = sheets(folder.path(), &[]);
    let own = by_id.split_once("\n## ").unwrap().1.split_once("\n## Proof").unwrap().0;
    assert!(all.contains(own), "the sheet says otherwise than that of all:\n{by_id}");
    let unknown = plenary(folder.path(), &["export", "s.session", "--format", "sheets", "--official", "sport"]);
    assert_eq!((unknown.status.code(), stdout(&unknown).as_str()), (Some(2), ""));
    assert_eq!(stderr(&unknown), "\"sport\" is no official of this session; the officials are justice (j), foreign (f), interior (i)\n");
    let misplaced = plenary(folder.path(), &["export", "s.session", "--format", "turns", "--official", "justice"]);
    assert_eq!(misplaced.status.code(), Some(2), "{}", stderr(&misplaced));
}

#[test]
fn the_sums_are_those_of_show_and_every_point_is_counted() {
    let folder = meeting();
    let text = sheets(folder.path(), &[]);
    let state: Value = serde_json::from_slice(&plenary(folder.path(), &["show", "s.session", "--json"]).stdout).unwrap();
    let mut asked = 0;
    for official in state["officials"].as_array().unwrap() {
        let cells = row(&text, official["office"].as_str().unwrap());
        let shown = ["open", "written", "answered"].map(|name| official[name].to_string());
        assert_eq!(cells[1..4], shown, "{official}");
        let spoken = official["spoken_ms"].as_i64().unwrap() / 1000;
        assert_eq!(cells[6], format!("{}:{:02}", spoken / 60, spoken % 60));
        // What is counted stands in the sheet; what another answers and what was handed on is not counted.
        let section = text.split(&format!("\n## {}", official["office"].as_str().unwrap())).nth(1).unwrap().split("\n## ").next().unwrap();
        let theirs = section.split("\n### ").filter(|part| !part.starts_with("Adds") && !part.starts_with("Handed on"));
        let points: usize = theirs.map(|part| part.lines().filter(|line| line.starts_with("- ")).count()).sum();
        assert_eq!(points.to_string(), cells[5], "{section}");
        asked += points;
    }
    let nobody: usize = row(&text, "Nobody")[5].parse().unwrap();
    let items = state["items"].as_array().unwrap();
    let counted = items.iter().filter(|item| item["sort"] == "question" || item["status"] != "noted").count();
    assert_eq!((asked + nobody, row(&text, "All")[5]), (counted, counted.to_string().as_str()));
}

#[test]
fn why_a_question_was_declined_is_not_why_it_was_handed_on_once_it_is_open_again() {
    let folder = TempDir::new().unwrap();
    let review = load::review(repository().join("tests/reviews/asked-before.toml")).unwrap().review;
    let does =
        [(60, "begin"), (0, "next"), (5, "ask Which law #treaties @interior"), (5, "decline 4 why=\"said already\""), (5, "reopen 4")];
    session(&folder.path().join("s.session"), review, &does);
    let out = plenary(folder.path(), &["export", "s.session", "--format", "sheets"]);
    let text = stdout(&out);
    assert!(text.contains("Which law") && !text.contains("said already"), "{text}");
}
