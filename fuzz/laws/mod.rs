//! What must hold of anything that comes from outside, whatever it is: one module for each way in, each with one function that panics
//! where a law is broken. libFuzzer calls them with what it makes up, and `tests/corpus.rs` with what is kept in `corpus/`.

pub mod command;
pub mod jsonl;
pub mod list;
pub mod review;
pub mod session;

mod told;

use std::path::PathBuf;

use plenary::dialogue::{Dialogue, Event, Record, Seq};
use plenary::review::{Ms, Review, load};
use tempfile::TempDir;

/// The sample review; everything is read against it.
fn sample() -> Review {
    load::sample().expect("the sample has no problems").review
}

/// A session on its first record: a review that can be used opens one.
fn opened_on(review: Review) -> Dialogue {
    let first = Record::of(Seq(1), Ms::ZERO, vec![Event::Opened(review.into())]);
    Dialogue::open(first.into()).expect("a review that can be used opens a session")
}

/// A folder that lasts as long as this; in memory where the host has such a place, since each input makes files.
fn folder() -> TempDir {
    let memory = PathBuf::from("/dev/shm");
    let made = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    made.expect("a folder can be made")
}

/// No text that is shown steers a terminal. Several lines are allowed.
#[track_caller]
fn assert_plain(text: &str) {
    let steering = text.chars().find(|letter| letter.is_control() && *letter != '\n');
    assert_eq!(steering, None, "this would reach a terminal: {text:?}");
}

/// A sentence is read while a meeting goes on: it is plain, and does not repeat at length what it was given.
#[track_caller]
fn assert_sentence(text: &str) {
    assert_plain(text);
    assert!(!text.trim().is_empty(), "nothing is said");
    assert!(text.chars().count() <= 1200, "{} letters are no sentence: {text:.200}", text.chars().count());
}
