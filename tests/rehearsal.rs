//! A rehearsal of any review: it is played to its end, nothing in it is refused, and its seed gives it again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assert_cmd::Command;
use plenary::dialogue::{ItemStatus, Outcome, Record, Sort, State, Status};
use plenary::rehearsal::play;
use plenary::review::{Ms, load};
use plenary::session::journal::{Contents, look};
use plenary::session::{Session, VirtualClock};
use tempfile::TempDir;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// In memory where the host has such a place: nothing here has to outlive the test.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

fn rehearse(review: &Path, seed: u64, session: &Path) {
    let review = load::review(review).unwrap().review;
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(play(session, review, seed, None)).unwrap();
}

/// When, who, and what, of every record after the review.
fn commands(records: &[Arc<Record>]) -> Vec<String> {
    records.iter().skip(1).map(|record| format!("{} {} {}", record.at, record.seat, record.command)).collect()
}

fn state(session: &Path) -> State {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(Session::open(session, VirtualClock::new(0))).unwrap().state().clone()
}

fn reviews() -> Vec<PathBuf> {
    let of = |folder: &str| fs::read_dir(repository().join(folder)).unwrap().map(|file| file.unwrap().path()).collect::<Vec<_>>();
    let mut all = [of("tests/reviews"), of("config/reviews")].concat();
    all.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    all.sort();
    all
}

#[test]
fn any_review_is_played_to_its_end() {
    let folder = folder();
    for (nth, review) in reviews().iter().enumerate() {
        let session = folder.path().join(format!("{nth}.session"));
        rehearse(review, 7 + nth as u64, &session);
        let name = review.display();
        let end = state(&session);
        assert_eq!(end.status, Status::Adjourned, "{name}");
        assert!(end.floor.is_empty(), "{name}");
        assert!(end.review.title.ends_with("(rehearsal)"), "{name}");
        let modalities = &end.review.modalities;
        let stops = modalities.hard_stop.or(modalities.length);
        let was_late = stops.is_some_and(|stops| end.adjourned.unwrap() - end.begun.unwrap() > Ms(stops.0 / 10 * 9));
        assert!(end.first_waiting().is_none() || was_late, "{name}: everybody is called, unless time is over");
        let speak = end.turns.iter().filter(|turn| !end.answers(&turn.kind)).count();
        assert!(speak > 0 || end.review.speakers.is_empty(), "{name}");
        let proof = Contents::of(&session).unwrap().prove(None);
        assert!(proof.flaws.is_empty(), "{name}");
        let typed = look(&session).unwrap().records;
        assert!(typed.iter().skip(1).all(|record| plenary::language::parse(&record.command, &end.review).is_ok()), "{name}");
    }
}

#[test]
fn a_seed_is_one_meeting_and_another_seed_another() {
    let folder = folder();
    let review = repository().join("tests/reviews/ten-states.toml");
    let played = |seed: u64, name: &str| {
        let session = folder.path().join(name);
        rehearse(&review, seed, &session);
        commands(&look(&session).unwrap().records)
    };
    let first = played(5, "a.session");
    assert_eq!(first, played(5, "b.session"));
    assert_ne!(first, played(6, "c.session"));
}

const SEED: u64 = 12;

fn recording() -> PathBuf {
    repository().join("sessions/kazakhstan-2025-rehearsal.jsonl")
}

#[test]
fn the_recording_is_what_its_seed_gives() {
    let folder = folder();
    let session = folder.path().join("a.session");
    rehearse(&repository().join("config/reviews/kazakhstan-2025.toml"), SEED, &session);
    assert_eq!(commands(&look(recording()).unwrap().records), commands(&look(&session).unwrap().records));
}

#[test]
fn the_recording_imports_and_says_that_nobody_said_it() {
    let folder = folder();
    let call = |arguments: &[&str]| Command::cargo_bin("plenary").unwrap().current_dir(folder.path()).args(arguments).assert();
    let file = recording();
    call(&["verify", file.to_str().unwrap()]).success();
    call(&["import", file.to_str().unwrap(), "--out", "a.session"]).success();
    call(&["verify", "a.session"]).success();
    let end = state(&folder.path().join("a.session"));
    assert_eq!(end.review.title, "Kazakhstan (rehearsal)");
    assert!(end.notes.iter().any(|note| note.text.contains("nothing in it was said by anyone")));
    // It shows what a meeting is made of.
    let turns = |kind: &str| end.turns.iter().filter(|turn| &*turn.kind == kind).count();
    assert!(turns("statement") > 90 && turns("point-of-order") > 0 && turns("answer") == 2);
    assert_eq!((turns("opening"), turns("closing")), (1, 1));
    assert!(end.turns.iter().any(|turn| turn.outcome == Some(Outcome::Cut)));
    assert!(end.turns.iter().any(|turn| turn.passes.len() > 3));
    assert!(end.entries.iter().any(|entry| entry.absences > 0));
    for status in [ItemStatus::Answered, ItemStatus::Written] {
        assert!(end.items.iter().any(|item| item.status == status), "{status:?}");
    }
    assert!(end.items.iter().filter(|item| item.sort == Sort::Recommendation).count() > 50);
}

#[test]
fn the_recording_is_played_from_the_file_as_it_is() {
    let file = recording();
    let output = Command::cargo_bin("plenary")
        .unwrap()
        .args(["replay", file.to_str().unwrap(), "--at", "1:00:00", "--dump", "--size", "140x40"])
        .assert()
        .success();
    assert!(String::from_utf8_lossy(&output.get_output().stdout).contains("KAZAKHSTAN (REHEARSAL)"));
}

#[test]
fn a_rehearsal_at_a_speed_is_the_same_one_and_is_listed() {
    let folder = folder();
    let review = repository().join("tests/reviews/three-in-five-minutes.toml");
    let call = |arguments: &[&str]| {
        let done = Command::cargo_bin("plenary").unwrap().current_dir(folder.path()).args(arguments).assert().success();
        String::from_utf8(done.get_output().stdout.clone()).unwrap()
    };
    let (file, seed) = (review.to_str().unwrap(), ["--seed", "3"]);
    call(&["simulate", file, seed[0], seed[1], "--out", "at-once.session"]);
    let told = call(&["simulate", file, seed[0], seed[1], "--speed", "1000"]);
    let paced = told.split_whitespace().find(|word| word.ends_with(".session;")).unwrap().trim_end_matches(';');
    assert!(paced.starts_with("sessions/three-in-five-minutes-rehearsal-"), "{told}");
    let records = look(folder.path().join(paced)).unwrap().records;
    assert_eq!(commands(&records), commands(&look(folder.path().join("at-once.session")).unwrap().records));

    let listed = call(&["sessions"]);
    let length = records.last().unwrap().at.whole_seconds();
    for part in [paced, "(rehearsal)", "adjourned", &format!("{length} long"), &format!("{} records", records.len()), " kB"] {
        assert!(listed.contains(part), "{part}: {listed}");
    }
    let json: serde_json::Value = serde_json::from_str(&call(&["sessions", "--json"])).unwrap();
    assert_eq!(json["length_ms"], length.0);
    let changed: jiff::Timestamp = json["changed"].as_str().unwrap().parse().unwrap();
    assert_eq!(changed.as_millisecond(), records.last().unwrap().utc_ms);
    assert!(json["bytes"].as_u64().unwrap() > 10_000);
}

#[test]
fn a_session_that_is_there_is_left_alone() {
    let folder = folder();
    fs::write(folder.path().join("a.session"), "mine").unwrap();
    let review = repository().join("tests/reviews/one-state.toml");
    let call = ["simulate", review.to_str().unwrap(), "--out", "a.session"];
    Command::cargo_bin("plenary").unwrap().current_dir(folder.path()).args(call).assert().code(2);
    assert_eq!(fs::read(folder.path().join("a.session")).unwrap(), b"mine");
}
