//! A meeting that is run by lines, as its records and its state have it.

use std::sync::Arc;

use plenary::dialogue::{Dialogue, Event, Record, Seq, State};
use plenary::language::{describe, happened, parse};
use plenary::review::{Ms, Review};

pub struct Room {
    dialogue: Dialogue,
    now: Ms,
}

impl Room {
    pub fn on(review: Review) -> Room {
        let first = record(Seq(1), Ms::ZERO, "", vec![Event::Opened(Arc::new(review))]);
        Room { dialogue: Dialogue::open(Arc::new(first)).unwrap(), now: Ms::ZERO }
    }

    /// Runs lines, a second apart.
    pub fn run(&mut self, lines: &[&str]) {
        for line in lines {
            self.now += Ms::seconds(1);
            self.dialogue.advance(self.now);
            let command = parse(line, &self.state().review).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
            let decision = self.dialogue.decide("operator", &command, self.now).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
            self.dialogue.apply(Arc::new(record(self.dialogue.seq().next(), self.now, line, decision.events))).unwrap();
        }
    }

    pub fn state(&self) -> &State {
        self.dialogue.state()
    }

    pub fn now(&self) -> Ms {
        self.now
    }

    /// What the last record is called.
    pub fn last(&self) -> String {
        describe(self.dialogue.records().last().unwrap(), self.state())
    }

    /// What the status line says after it.
    pub fn told(&self) -> String {
        happened(self.dialogue.records().last().unwrap(), &self.dialogue)
    }
}

fn record(seq: Seq, at: Ms, line: &str, events: Vec<Event>) -> Record {
    Record { seat: "operator".into(), command: line.into(), ..Record::of(seq, at, events) }
}
