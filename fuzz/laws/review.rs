//! Reviews with all that they name: one that can be used opens a session, and what is wrong with any other is shown harmlessly.

use std::fs;
use std::path::Path;

use plenary::dialogue::{Action, Command};
use plenary::review::load::{self, Problems};
use plenary::review::{Ms, Review, summary};

use super::{assert_plain, folder, opened_on};

/// The files beside a review that an input may give. In it they follow the review's own text, each after a line `=== NAME`.
const FILES: [&str; 7] = [
    "delegations.toml",
    "modalities/rules.toml",
    "reviews/rules.toml",
    "reviews/themes.toml",
    "reviews/list.csv",
    "reviews/asked.csv",
    "reviews/before.csv",
];

/// Those who may speak where the input does not say who: few, so that many inputs can be tried.
const DELEGATIONS: &str = include_str!("delegations.toml");

/// The rules where the input does not give them.
const RULES: &str = include_str!("rules.toml");

/// Takes the bytes for a review file and the files that it names.
pub fn hold(bytes: &[u8]) {
    let folder = folder();
    let path = folder.path().join("reviews/review.toml");
    lay_out(folder.path(), bytes);
    match load::review(&path) {
        Ok(loaded) => {
            shown(&loaded.warnings);
            assert_plain(&summary(&loaded.review));
            opens(loaded.review);
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "it cannot be used, and nobody says why");
            shown(&problems);
        }
    }
}

/// Puts each part of the input where its file belongs.
fn lay_out(folder: &Path, bytes: &[u8]) {
    for within in ["reviews", "modalities"] {
        fs::create_dir(folder.join(within)).expect("a folder can be made");
    }
    let write = |name: &str, text: &[u8]| fs::write(folder.join(name), text).expect("a file can be written");
    write("delegations.toml", DELEGATIONS.as_bytes());
    write("modalities/rules.toml", RULES.as_bytes());
    let (mut name, mut text) = ("reviews/review.toml", Vec::new());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let named = line.strip_prefix(b"=== ").and_then(|named| FILES.into_iter().find(|file| file.as_bytes() == named.trim_ascii_end()));
        match named {
            None => text.extend_from_slice(line),
            Some(next) => {
                write(name, &std::mem::take(&mut text));
                name = next;
            }
        }
    }
    write(name, &text);
}

/// The text about what is wrong is plain, but for the colours that are ours.
fn shown(problems: &Problems) {
    assert_plain(&problems.report(false));
    let report = problems.report(true);
    let mut rest = report.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        assert_plain(before);
        let (colour, after) = after.split_once('m').expect("only colours are set");
        assert!(colour.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{colour:?} is no colour");
        rest = after;
    }
    assert_plain(rest);
    for problem in problems.iter() {
        assert_plain(problem.file());
        assert!(!problem.what.is_empty());
    }
}

/// It is stored and read as it was, a session begins with it, and its meeting can begin.
fn opens(review: Review) {
    let stored = serde_json::to_string(&review).expect("a review can be stored");
    assert_eq!(serde_json::from_str::<Review>(&stored).expect("it can be read"), review, "what is stored is another review");
    assert_eq!(plenary::review::list::read("", &review), Ok(Vec::new()));
    let dialogue = opened_on(review);
    dialogue.state().forecast(Ms::ZERO);
    if let Err(refusal) = dialogue.decide("operator", &Command::now(Action::Begin), Ms::ZERO) {
        panic!("the meeting cannot begin: {}", refusal.sentence);
    }
}
