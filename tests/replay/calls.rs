//! `plenary replay` without a terminal: one moment, and not a byte written.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::recorded::MEETING;

fn plenary(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plenary")).current_dir(folder).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn meeting() -> TempDir {
    let folder = TempDir::new().unwrap();
    let review = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/reviews/kazakhstan-2025.toml");
    fs::write(folder.path().join("m.plenary"), format!("review {}\n{MEETING}", review.display())).unwrap();
    stdout(&plenary(folder.path(), &["script", "m.plenary", "--keep", "m.session"]));
    folder
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&plenary(folder, &[&["replay", "m.session", "--json"], arguments].concat()))).unwrap()
}

/// Every file of a folder, with its bytes and when it was changed.
fn files(folder: &Path) -> Vec<(String, Vec<u8>, std::time::SystemTime)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let changed = entry.metadata().unwrap().modified().unwrap();
            (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap(), changed)
        })
        .collect();
    files.sort();
    files
}

#[test]
fn one_moment_is_printed_as_lines_and_as_json() {
    let folder = meeting();
    let shown = stdout(&plenary(folder.path(), &["replay", "m.session", "--at", "0:50:20", "--dump", "--size", "100x30"]));
    assert_eq!(shown.lines().count(), 30);
    assert!(shown.contains("POINT OF ORDER") && shown.contains("├") && !shown.contains('\u{1b}'), "{shown}");
    let state = json(folder.path(), &["--at", "0:50:20"]);
    assert_eq!((&state["at_ms"], &state["floor"]["kind"]), (&Value::from(3_020_000), &Value::from("point-of-order")));
    assert_eq!(state["floor"]["held"][0]["turn"], 3);
    assert_eq!(state["items"].as_array().unwrap().len(), 2);
}

#[test]
fn the_last_moment_is_what_show_says() {
    let folder = meeting();
    let mut shown: Value = serde_json::from_str(&stdout(&plenary(folder.path(), &["show", "m.session", "--json"]))).unwrap();
    let played = json(folder.path(), &[]);
    // The session's own clock has run on since.
    shown["at_ms"] = played["at_ms"].clone();
    assert_eq!(played, shown);
}

#[test]
fn what_was_taken_back_is_left_out_or_shown() {
    let folder = meeting();
    let turn = |arguments: &[&str]| json(folder.path(), arguments)["floor"]["turn"].clone();
    assert_eq!(turn(&["--at", "0:51:33"]), 5);
    assert_eq!(turn(&["--at", "0:51:33", "--undone"]), 6);
    assert_eq!(turn(&["--at", "0:51:34", "--undone"]), 5);
    assert_eq!(json(folder.path(), &["--at", "0:51:33"])["undo"], json(folder.path(), &["--at", "0:51:33", "--undone"])["undo"]);
}

#[test]
fn nothing_is_written_and_a_session_that_is_open_elsewhere_can_be_looked_at() {
    let folder = meeting();
    let before = files(folder.path());
    json(folder.path(), &["--at", "0:50:20"]);
    assert_eq!(files(folder.path()), before);

    // Copied alone, without what lies beside it.
    let other = TempDir::new().unwrap();
    fs::copy(folder.path().join("m.session"), other.path().join("m.session")).unwrap();
    let before = files(other.path());
    json(other.path(), &["--at", "0:50:20"]);
    assert_eq!(files(other.path()), before);

    // A writer in the middle of its work, with records that are in the log only.
    let writer = rusqlite::Connection::open(folder.path().join("m.session")).unwrap();
    writer.execute_batch("PRAGMA wal_autocheckpoint=0; BEGIN IMMEDIATE").unwrap();
    let before = files(folder.path());
    assert_eq!(json(folder.path(), &[])["status"], "adjourned");
    assert_eq!(files(folder.path()), before);
}

/// As a stick has it that was pulled out: the file and its log, without the index of the log; in a folder that nobody may write into.
#[test]
fn a_session_that_was_copied_with_its_log_is_played_and_nothing_is_laid_beside_it() {
    let folder = meeting();
    let reader = rusqlite::Connection::open(folder.path().join("m.session")).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema").unwrap();
    stdout(&plenary(folder.path(), &["do", "m.session", "note", "kept in the log only"]));
    let other = TempDir::new().unwrap();
    for name in ["m.session", "m.session-wal"] {
        fs::copy(folder.path().join(name), other.path().join(name)).unwrap();
    }
    assert!(fs::metadata(other.path().join("m.session-wal")).unwrap().len() > 0);
    let writable = fs::metadata(other.path()).unwrap().permissions();
    let mut read_only = writable.clone();
    read_only.set_readonly(true);
    fs::set_permissions(other.path(), read_only).unwrap();
    let (before, changed) = (files(other.path()), fs::metadata(other.path()).unwrap().modified().unwrap());
    let with_it = json(other.path(), &[])["seq"].clone();
    assert_eq!(with_it, json(folder.path(), &[])["seq"]);
    assert!(stdout(&plenary(other.path(), &["replay", "m.session", "--dump"])).contains("ADJOURNED"));
    assert_eq!((files(other.path()), fs::metadata(other.path()).unwrap().modified().unwrap()), (before, changed));
    fs::set_permissions(other.path(), writable).unwrap();
}

/// Whatever a file holds, one sentence says what is wrong, and it is left as it was.
#[test]
fn a_damaged_or_foreign_file_is_named_and_left_alone() {
    let folder = meeting();
    stdout(&plenary(folder.path(), &["export", "m.session", "--format", "jsonl", "--out", "m.jsonl"]));
    let (session, lines) = (fs::read(folder.path().join("m.session")).unwrap(), fs::read(folder.path().join("m.jsonl")).unwrap());
    let second = lines.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let mut damaged = session.clone();
    damaged[..16].copy_from_slice(b"SQLite format 9\0");
    for (name, bytes, reason) in [
        ("empty", Vec::new(), "it is neither a session nor a file of records"),
        ("noise", (0..4096_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect(), "it is neither"),
        ("table", b"SEQ,AT\n1,2\n".to_vec(), "it is neither"),
        ("other", damaged, "it is neither"),
        ("begun", lines[..second / 2].to_vec(), "was left alone"),
        ("short", session[..5_000].to_vec(), "was left alone"),
    ] {
        fs::write(folder.path().join(name), &bytes).unwrap();
        let output = plenary(folder.path(), &["replay", name, "--json"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), told.lines().count()), (Some(2), 1), "{name}: {told}");
        assert!(told.contains(reason) && !told.contains("panicked"), "{name}: {told}");
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), bytes, "{name}");
    }
    // What is sound before a cut is played, and it is said that there is no more.
    fs::write(folder.path().join("cut.jsonl"), &lines[..lines.len() - 100]).unwrap();
    let output = plenary(folder.path(), &["replay", "cut.jsonl", "--json"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && told.contains("it is played up to there"), "{told}");
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap()["status"], "open");
}

#[test]
fn a_file_of_lines_is_played_as_well() {
    let folder = meeting();
    let before = json(folder.path(), &["--at", "0:50:20"]);
    stdout(&plenary(folder.path(), &["export", "m.session", "--format", "jsonl", "--out", "m.jsonl"]));
    let output = plenary(folder.path(), &["replay", "m.jsonl", "--json", "--at", "0:50:20"]);
    assert_eq!(serde_json::from_str::<Value>(&stdout(&output)).unwrap(), before);
    let lines = fs::read_to_string(folder.path().join("m.jsonl")).unwrap();
    fs::write(folder.path().join("m.jsonl"), lines.replace("\"next\"", "\"done\"")).unwrap();
    let output = plenary(folder.path(), &["replay", "m.jsonl", "--json"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("it is played up to there"));
    assert!(output.status.success());
}

#[test]
fn what_cannot_be_played_is_named_with_what_is_right() {
    let folder = meeting();
    for (arguments, reason) in [
        (&["m.session", "--json", "--at", "25:00:00"][..], "it goes from 0:00:00 to 1:18:30"),
        (&["m.session", "--dump", "--at", "noon"], "The recording has no \"noon\""),
        (&["m.session", "--dump", "--size", "80"], "write columns and rows, as 80x24"),
        (&["m.session", "--json", "--speed", "0"], "it goes from 0.1 to 1000"),
        (&["nowhere.session", "--json"], "there is no such file"),
        (&["m.plenary", "--json"], "it is neither a session nor a file of records"),
        (&["m.session"], "needs a terminal"),
    ] {
        let output = plenary(folder.path(), &[&["replay"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains(reason), "{arguments:?}: {told}");
    }
}
