//! What became of each record: taken back, brought back, replaced, put at another moment, or of another kind. Most simply count.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::dialogue::{Event, Record, Seq, TurnNo};
use crate::language::earlier_or_later;
use crate::review::Ms;

/// What became of a record, and the record by which it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is taken back.
    Undone(Seq),
    /// It was taken back and counts again.
    Redone(Seq),
    /// Another stands in its place.
    Replaced(Seq),
    /// It happened so much later, or earlier if less than nothing.
    Shifted(Ms, Seq),
    /// The turn that it began is of another kind.
    Retyped(Seq),
}

impl Fate {
    /// In one word.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Undone(_) => "undone",
            Fate::Redone(_) => "redone",
            Fate::Replaced(_) => "replaced",
            Fate::Shifted(..) => "shifted",
            Fate::Retyped(_) => "retyped",
        }
    }

    /// With the record by which it did: `undone by 412`, `5 s earlier by 415`.
    pub fn words(self) -> String {
        match self {
            Fate::Shifted(by, seq) => format!("{} by {seq}", earlier_or_later(by)),
            Fate::Undone(seq) | Fate::Redone(seq) | Fate::Replaced(seq) | Fate::Retyped(seq) => format!("{} by {seq}", self.word()),
        }
    }

    /// Whether the record does not count as it was given.
    pub fn is_void(self) -> bool {
        matches!(self, Fate::Undone(_) | Fate::Replaced(_))
    }
}

/// What is told of other records by those that are about them.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct Fates {
    /// How many records have been looked at.
    known: usize,
    /// By which each is taken back.
    undone: BTreeMap<Seq, Seq>,
    /// By which each came back that was.
    redone: BTreeMap<Seq, Seq>,
    /// Which put a record right, oldest first.
    amended: BTreeMap<Seq, Vec<Seq>>,
}

impl Fates {
    /// All that these records tell of each other.
    pub fn of_all(records: &[Arc<Record>]) -> Fates {
        let mut fates = Fates::default();
        fates.follow(records);
        fates
    }

    /// How many records have been looked at.
    pub fn known(&self) -> usize {
        self.known
    }

    /// Looks at those that have come since.
    pub fn follow(&mut self, records: &[Arc<Record>]) {
        for (at, record) in records.iter().enumerate().skip(self.known) {
            let seq = record.seq;
            match record.events.first() {
                Some(Event::Undone(seqs)) => self.undone.extend(seqs.iter().map(|other| (*other, seq))),
                Some(Event::Redone(seqs)) => {
                    for other in seqs {
                        self.undone.remove(other);
                        self.redone.insert(*other, seq);
                    }
                }
                Some(Event::Shifted { record: other, .. } | Event::Replaced(other)) => self.amend(*other, seq),
                Some(Event::Retyped { turn, .. }) => {
                    if let Some(other) = taking(*turn, records.get(..at).unwrap_or_default()) {
                        self.amend(other, seq);
                    }
                }
                _ => {}
            }
        }
        self.known = records.len();
    }

    fn amend(&mut self, record: Seq, by: Seq) {
        self.amended.entry(record).or_default().push(by);
    }

    /// What became of a record: that it is taken back before all else, then the last that put it right.
    pub fn of(&self, seq: Seq, records: &[Arc<Record>]) -> Option<Fate> {
        if let Some(by) = self.undone.get(&seq) {
            return Some(Fate::Undone(*by));
        }
        let counting = self.amended.get(&seq).into_iter().flatten().rev().filter(|by| !self.undone.contains_key(by));
        let amendments: Vec<&Record> = counting.filter_map(|by| record_of(*by, records)).collect();
        let last = amendments.first().and_then(|last| match last.events.first()? {
            Event::Replaced(_) => Some(Fate::Replaced(last.seq)),
            Event::Retyped { .. } => Some(Fate::Retyped(last.seq)),
            Event::Shifted { .. } => {
                let shifts = amendments.iter().filter_map(|record| match record.events.first()? {
                    Event::Shifted { by, .. } => Some(*by),
                    _ => None,
                });
                Some(Fate::Shifted(shifts.fold(Ms::ZERO, |all, by| all + by), last.seq))
            }
            _ => None,
        });
        last.or_else(|| self.redone.get(&seq).map(|by| Fate::Redone(*by)))
    }

    /// The record by which one is taken back.
    pub fn undone_by(&self, seq: Seq) -> Option<Seq> {
        self.undone.get(&seq).copied()
    }

    /// What an undo took back and is still taken back by it.
    pub fn taken_back(&self, undo: Seq, records: &[Arc<Record>]) -> Vec<Seq> {
        let Some(Event::Undone(seqs)) = record_of(undo, records).and_then(|record| record.events.first()) else { return Vec::new() };
        seqs.iter().copied().filter(|seq| self.undone_by(*seq) == Some(undo)).collect()
    }

    /// What a redo brought back and still counts on account of it; absent where it is no redo.
    pub fn brought_back(&self, redo: Seq, records: &[Arc<Record>]) -> Option<Vec<Seq>> {
        let Event::Redone(seqs) = record_of(redo, records)?.events.first()? else { return None };
        let counts = |seq: &Seq| self.redone.get(seq) == Some(&redo) && !self.undone.contains_key(seq);
        Some(seqs.iter().copied().filter(counts).collect())
    }
}

fn record_of(seq: Seq, records: &[Arc<Record>]) -> Option<&Record> {
    records.get(usize::try_from(seq.0.checked_sub(1)?).ok()?).map(|record| &**record)
}

/// The record in which a turn began, or the one whose place that took.
fn taking(turn: TurnNo, before: &[Arc<Record>]) -> Option<Seq> {
    let takes = |event: &Event| matches!(event, Event::TookFloor(taking) if taking.turn == turn);
    let record = before.iter().rev().find(|record| record.events.iter().any(takes))?;
    Some(match record.events.first() {
        Some(Event::Replaced(original)) => *original,
        _ => record.seq,
    })
}
