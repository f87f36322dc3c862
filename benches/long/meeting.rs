//! A meeting of as many records as are wanted, as an operator and a clerk would make them: every command is decided by the core.

use std::path::Path;
use std::sync::Arc;

use plenary::dialogue::{Dialogue, Event, Record, Seq};
use plenary::language;
use plenary::review::{Code, Ms, Review, load};
use plenary::session::journal::{Hash, Stored};
use plenary::session::{Session, SystemClock};
use rusqlite::{Connection, params};

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % many
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

const SAID: [&str; 6] = [
    "ask How many visits did the mechanism make to places of detention in 2024, and what followed",
    "recommend Ratify the optional protocol, and report on what was done by the next review",
    "recommend Continue the efforts made and strengthen the measures taken in law and in practice",
    "ask Which steps are planned, and by when will they be taken",
    "commend The moratorium that was declared is welcomed",
    "comment The work of the national institution is noted with interest",
];

struct Recorder {
    dialogue: Dialogue,
    dice: Dice,
    at: Ms,
}

/// The review of the sample, without limits on who may speak how often.
fn review() -> Review {
    let mut review = load::sample().unwrap().review;
    review.modalities.kinds.iter_mut().for_each(|kind| kind.per_delegation = None);
    review.modalities.entries_per_delegation = 0;
    review
}

/// So many records: turns with items in them, wrong keys taken back, moments put right, points of order, answers.
pub fn meeting(records: usize) -> Dialogue {
    let opened = record(1, Ms::ZERO, Ms::ZERO, "open", vec![Event::Opened(Arc::new(review()))]);
    let dialogue = Dialogue::open(Arc::new(opened)).unwrap();
    let who: Vec<Code> = dialogue.state().review.speakers.iter().map(|one| one.delegations[0]).collect();
    let mut recorder = Recorder { dialogue, dice: Dice(1), at: Ms(1_000) };
    recorder.say("begin");
    while recorder.dialogue.records().len() < records {
        let speaker = who[recorder.dice.below(who.len())];
        recorder.turn(speaker, who[recorder.dice.0 as usize % who.len()]);
        if recorder.dice.one_in(25) {
            recorder.answers();
        }
    }
    recorder.dialogue
}

impl Recorder {
    /// One command some seconds later; a refusal is nothing.
    fn say(&mut self, line: &str) {
        self.at += Ms(1_000 + self.dice.below(20_000) as i64);
        let command = language::parse(line, &self.dialogue.state().review).unwrap();
        if let Ok(decision) = self.dialogue.decide("operator", &command, self.at) {
            let seq = self.dialogue.seq().0 + 1;
            self.dialogue.apply(Arc::new(record(seq, self.at, decision.moment, line, decision.events))).unwrap();
        }
    }

    fn turn(&mut self, speaker: Code, other: Code) {
        self.say(&format!("give {speaker} kind=statement"));
        for _ in 0..self.dice.below(5) {
            self.item();
        }
        for (one_in, lines) in [
            (12, &["pause", "resume"][..]),
            (15, &["next", "undo"]),
            (20, &["back 3s"]),
            (20, &["extend 30s"]),
            (40, &["replace note what was said is another thing"]),
            (30, &["note the chair asks for silence"]),
        ] {
            if self.dice.one_in(one_in) {
                lines.iter().for_each(|line| self.say(line));
            }
        }
        if self.dice.one_in(30) {
            self.say(&format!("order {other}"));
            self.say("ruling dismissed");
            self.say("done");
        }
        self.say("done");
    }

    fn item(&mut self) {
        let review = Arc::clone(&self.dialogue.state().review);
        let (theme, official) =
            (self.dice.below(review.themes.len()), &review.officials[self.dice.below(review.officials.len())].id.clone());
        let said = SAID[self.dice.below(SAID.len())];
        let theme = &review.themes[theme].id;
        self.say(&format!("{said} #{theme}"));
        let number = self.dialogue.state().items.iter().next_back().map_or(1, |item| item.number.0);
        if !self.dice.one_in(3) {
            self.say(&format!("assign {number} {official}"));
        }
    }

    fn answers(&mut self) {
        let officials: Vec<String> = self.dialogue.state().officials.iter().map(|official| official.id.to_string()).collect();
        self.say("answer");
        for _ in 0..3 {
            let official = &officials[self.dice.below(officials.len())];
            self.say(&format!("official {official}"));
            let last = self.dialogue.state().items.iter().next_back().map_or(0, |item| item.number.0);
            for back in 0..8 {
                self.say(&format!("answered {}", last.saturating_sub(back * 5).max(1)));
            }
        }
        self.say("done");
    }
}

fn record(seq: u32, at: Ms, moment: Ms, command: &str, events: Vec<Event>) -> Record {
    let id = format!("018d5f2a-7c3b-7e1d-9f00-{seq:012}").into();
    let utc_ms = 1_737_619_200_000 + at.0;
    let boot_id = "6d0f3c1e-2f64-4a57-8f64-1f0c9f3f1a11".into();
    Record { seq: Seq(seq), id, at, moment, utc_ms, boot_id, boot_ms: at.0, seat: "operator".into(), command: command.into(), events }
}

/// The same as a session in a file.
#[allow(dead_code, reason = "not every measurement needs a file")]
pub fn session(dialogue: &Dialogue, path: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    drop(runtime.block_on(Session::create(path, review(), SystemClock::new())).unwrap());
    let connection = Connection::open(path).unwrap();
    let mut hash = connection.query_row("SELECT hash FROM records", [], |row| Ok(Hash::from_bytes(row.get(0)?))).unwrap();
    let mut buffer = Vec::new();
    connection.execute_batch("BEGIN").unwrap();
    for record in &dialogue.records()[1..] {
        let events = serde_json::to_string(&record.events).unwrap();
        let Record { id, boot_id, seat, command, .. } = &**record;
        let (seq, at, moment) = (i64::from(record.seq.0), record.at.0, record.moment.0);
        let (utc_ms, boot_ms) = (record.utc_ms, record.boot_ms);
        let stored = Stored { seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events: &events };
        hash = stored.hash(&hash, &mut buffer);
        let values = params![seq, &**id, at, moment, utc_ms, &**boot_id, boot_ms, &**seat, &**command, events, hash.as_bytes()];
        connection
            .prepare_cached("INSERT INTO records VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
            .unwrap()
            .execute(values)
            .unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
}
