//! Playing back: opening, seeking and searching in 100,000 records, and the memory that this takes. `cargo bench --bench replay`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "long/meeting.rs"]
mod meeting;

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use plenary::dialogue::{Event, ItemNo, Logging, Record, Seq, Sort, Taking, Text, TurnNo};
use plenary::replay::{Player, Position, Recording, Telling};
use plenary::review::{Code, Ms};
use plenary::tui::keymap::Keymap;
use plenary::tui::player::{Deck, sheet};
use plenary::tui::theme::Theme;

const RECORDS: u32 = 100_000;

fn main() {
    memory();
    slowest();
    divan::main();
}

fn text(text: &str) -> Text {
    Text::from(text)
}

fn record(seq: u32, events: Vec<Event>) -> Record {
    let at = Ms(i64::from(seq) * 1000);
    Record { id: seq.to_string().into(), seat: "operator".into(), command: "command".into(), ..Record::of(Seq(seq), at, events) }
}

fn taken(turn: u32, who: &[Code]) -> Event {
    let delegations = vec![who[turn as usize % who.len()]];
    Event::TookFloor(Taking { turn: TurnNo(turn), entry: None, delegations, kind: text("statement"), official: None, in_turn: false })
}

fn logged(item: u32) -> Event {
    Event::Logged(Logging {
        item: ItemNo(item),
        sort: Sort::Question,
        text: text(&format!("How many visits did the preventive mechanism make to detention number {item} in 2024")),
        themes: vec![text("torture")],
        lead: Some(text("justice")),
        support: vec![],
        by: vec![],
        turn: None,
        repeats: None,
    })
}

/// Turns, and four items in each; every tenth record takes the one before it back. No meeting has so many undos.
fn undos() -> Vec<Record> {
    let review = plenary::review::load::sample().unwrap().review;
    let who: Vec<Code> = review.delegations.iter().map(|one| one.code).collect();
    let (mut turn, mut item) = (0, 0);
    let mut records = vec![record(1, vec![Event::Opened(Arc::new(review))]), record(2, vec![Event::Began])];
    for seq in 3..=RECORDS {
        let event = if seq % 10 == 0 {
            Event::Undone(vec![Seq(seq - 1)])
        } else if seq % 5 == 0 {
            turn += 1;
            taken(turn, &who)
        } else {
            item += 1;
            logged(item)
        };
        records.push(record(seq, vec![event]));
    }
    records
}

/// What is played.
const MEETING: &str = "a meeting";
const UNDOS: &str = "every tenth an undo";

fn records(what: &str) -> Vec<Record> {
    match what {
        MEETING => meeting::meeting(RECORDS as usize).records().iter().map(|record| Record::clone(record)).collect(),
        _ => undos(),
    }
}

fn recording(what: &str) -> &'static Recording {
    recording_of(what, || records(what))
}

fn recording_of(what: &str, records: impl FnOnce() -> Vec<Record>) -> &'static Recording {
    static OF_MEETING: OnceLock<Recording> = OnceLock::new();
    static OF_UNDOS: OnceLock<Recording> = OnceLock::new();
    let made = if what == MEETING { &OF_MEETING } else { &OF_UNDOS };
    made.get_or_init(|| Recording::of(records()).unwrap())
}

/// What the process has in memory, in MiB.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

fn memory() {
    for what in [MEETING, UNDOS] {
        // Deciding a meeting takes memory too, which the system gets back when it likes.
        let made = records(what);
        let decoded = resident();
        let recording = recording_of(what, || made);
        let kept = [Telling::Corrected, Telling::AsSeen].map(|telling| recording.track(telling).kept());
        let more = resident() - decoded;
        println!("memory, {RECORDS} records, {what}: {more:.0} MiB beyond the records ({} and {} states kept)", kept[0], kept[1]);
    }
}

/// Positions all over a recording, each far from the one before.
fn walk() -> impl Iterator<Item = usize> {
    (0_usize..).map(|step| step.wrapping_mul(61_803) % RECORDS as usize)
}

/// The slowest of 2,000 seeks, forwards and backwards, to a record and the state there.
fn slowest() {
    for (what, telling) in [MEETING, UNDOS].into_iter().flat_map(|what| [(what, Telling::Corrected), (what, Telling::AsSeen)]) {
        let track = recording(what).track(telling);
        let time = |after: usize| {
            let begun = Instant::now();
            black_box(track.state(track.after(after)));
            begun.elapsed()
        };
        let slowest = walk().take(2_000).map(time).max().unwrap_or(Duration::ZERO);
        println!("the slowest of 2,000 seeks, {what}, {telling:?}: {slowest:?}");
    }
}

#[divan::bench(args = [MEETING, UNDOS], sample_count = 5)]
fn open(bencher: Bencher, what: &str) {
    let records = records(what);
    bencher.with_inputs(|| records.clone()).bench_local_values(Recording::of);
}

/// Target under 50 ms.
#[divan::bench(args = [MEETING, UNDOS], consts = [false, true])]
fn seek<const AS_SEEN: bool>(bencher: Bencher, what: &str) {
    let telling = if AS_SEEN { Telling::AsSeen } else { Telling::Corrected };
    let track = recording(what).track(telling);
    let mut walk = walk();
    bencher.bench_local(|| track.state(track.after(walk.next().unwrap_or_default())));
}

/// To a moment, and the frame of it at 120x40.
#[divan::bench]
fn seek_and_draw(bencher: Bencher) {
    let mut deck = Deck::new(Player::new(recording(MEETING).clone(), Telling::Corrected), Keymap::standard());
    let theme = Theme::standard();
    let mut walk = walk();
    bencher.bench_local(|| {
        let to = deck.player.track().after(walk.next().unwrap_or_default());
        deck.player.seek(to);
        sheet(&mut deck, &theme, 120, 40).unwrap()
    });
}

/// All of it, in vain, from the first record on.
#[divan::bench]
fn search(bencher: Bencher) {
    let track = recording(MEETING).track(Telling::Corrected);
    bencher.bench_local(|| track.hit_after(Position::default(), black_box("nowhere at all")));
}

/// The same from the last record back.
#[divan::bench]
fn search_back(bencher: Bencher) {
    let track = recording(MEETING).track(Telling::Corrected);
    bencher.bench_local(|| track.hit_before(track.last(), black_box("nowhere at all")));
}
