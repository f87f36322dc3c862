//! Exports out of a file of records: what a session says, its JSON Lines say too, up to where they are whole.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::exports::{export, small};
use crate::{plenary, stderr, stdout};

/// A folder with the records of a session as JSON Lines, and nothing else.
fn copied(session: &TempDir) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("r.jsonl"), export(session.path(), "jsonl")).unwrap();
    folder
}

const TOLD: [&str; 5] = ["turns", "items", "list", "report", "sheets"];

#[test]
fn a_file_of_records_is_told_of_as_the_session_is() {
    let folder = small();
    let copy = copied(&folder);
    for format in TOLD {
        let told = plenary(copy.path(), &["export", "r.jsonl", "--format", format]);
        assert_eq!((told.status.code(), stderr(&told).as_str()), (Some(0), ""), "{format}");
        assert_eq!(stdout(&told), export(folder.path(), format), "{format}");
    }
    assert_eq!(names(copy.path()), ["r.jsonl"], "nothing is made beside it");
}

#[test]
fn a_meeting_that_goes_on_is_told_out_of_its_records_as_it_stood_at_the_last() {
    let folder = small();
    let lines = export(folder.path(), "jsonl");
    // France and Germany speak; the last line is that they were asked something 5 s into their turn.
    let until = lines.lines().position(|line| line.contains("ask Which law")).unwrap();
    let first: Vec<&str> = lines.split_inclusive('\n').take(until + 1).collect();
    fs::write(folder.path().join("r.jsonl"), first.concat()).unwrap();
    let report = plenary(folder.path(), &["export", "r.jsonl", "--format", "report"]);
    assert_eq!(stderr(&report), "");
    assert!(stdout(&report).contains("The meeting is open; this is how it stands on 23 January 2025, 09:00:25\n"), "{}", stdout(&report));
    assert!(
        stdout(&report).contains("| 2 | France, Germany | Joint statement | 09:00:20 |  | 0:05 | 1:17 | on the floor |"),
        "{}",
        stdout(&report)
    );
}

#[test]
fn what_is_missing_of_a_file_of_records_is_said_and_the_rest_is_told() {
    let folder = small();
    let lines = export(folder.path(), "jsonl");
    let (whole, cut) = (lines.lines().count(), &lines[..lines.len() - 40]);
    fs::write(folder.path().join("cut.jsonl"), cut).unwrap();
    let first: Vec<&str> = lines.split_inclusive('\n').take(whole - 1).collect();
    fs::write(folder.path().join("short.jsonl"), first.concat()).unwrap();
    for format in TOLD {
        let told = plenary(folder.path(), &["export", "cut.jsonl", "--format", format]);
        let says = stderr(&told);
        assert_eq!(told.status.code(), Some(0), "{says}");
        assert!(says.contains(&format!("line {whole}: it breaks off")), "{says}");
        let rest = stdout(&plenary(folder.path(), &["export", "short.jsonl", "--format", format]));
        let unmarked: Vec<String> = stdout(&told).lines().filter(|line| !line.starts_with("**This session")).map(str::to_owned).collect();
        assert_eq!(unmarked.concat(), rest.lines().collect::<String>(), "{format}");
    }
    let copied = plenary(folder.path(), &["export", "cut.jsonl", "--format", "jsonl"]);
    assert_eq!((copied.status.code(), stdout(&copied).as_str()), (Some(1), ""));
    fs::write(folder.path().join("other.txt"), "minutes of the meeting\n").unwrap();
    let other = plenary(folder.path(), &["export", "other.txt", "--format", "turns"]);
    assert_eq!(other.status.code(), Some(2));
    assert!(stderr(&other).contains("neither a session nor a file of records"), "{}", stderr(&other));
}

#[test]
fn a_disk_that_takes_no_more_leaves_nothing_half_written() {
    let folder = copied(&small());
    let program = env!("CARGO_BIN_EXE_plenary");
    // No file may grow beyond a block, which is less than the table.
    let call = format!("trap '' XFSZ; ulimit -f 1; exec {program} export r.jsonl --format turns --out turns.csv");
    let full = Command::new("sh").current_dir(folder.path()).args(["-c", &call]).output().unwrap();
    assert_eq!(full.status.code(), Some(2), "{}", stderr(&full));
    assert!(stderr(&full).starts_with("turns.csv could not be written: no file may be so large there; "), "{}", stderr(&full));
    assert_eq!(names(folder.path()), ["r.jsonl"]);
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
