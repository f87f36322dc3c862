//! What libFuzzer found worth keeping, held to the same laws without it: see `fuzz/README.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::fs;
use std::path::Path;

#[path = "../fuzz/laws/mod.rs"]
mod laws;

/// Plays everything that is kept for a target.
fn play(target: &str, hold: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "nothing is kept in {}", folder.display());
    for file in files {
        // The name of the one that breaks a law is the last that a failing test prints.
        println!("{}", file.display());
        hold(&fs::read(&file).unwrap());
    }
}

#[test]
fn commands() {
    play("command", laws::command::hold);
}

#[test]
fn reviews() {
    play("review", laws::review::hold);
}

#[test]
fn lists_and_questions() {
    play("list", laws::list::hold);
}

#[test]
fn sessions() {
    play("session", laws::session::hold);
}

#[test]
fn files_of_records() {
    play("jsonl", laws::jsonl::hold);
}
