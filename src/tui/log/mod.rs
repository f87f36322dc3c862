//! The log: which of all records are shown, which of them is selected, and what became of each. Only what is new is looked at.

mod concerned;
mod fates;

use std::sync::Arc;

use crate::dialogue::{Dialogue, Event, Record, Seq, State, Text};
use crate::language;
use crate::review::names::fold;

pub use concerned::in_a_row;
pub use fates::Fate;
pub(in crate::tui) use fates::Fates;

/// What one terminal shows of the records. Nothing of it is a record.
#[derive(Debug, Clone, Default)]
pub struct Log {
    filter: String,
    /// The newest record that it knows of.
    knows: Option<Text>,
    fates: Fates,
    /// The words by which each is found, from the first; made when something is looked for.
    words: Vec<Box<str>>,
    /// The places of those that fit the filter; absent: it lets all through.
    fitting: Option<Vec<usize>>,
    /// What would have to be taken back with a record, and when that was found out.
    needed: Option<(Seq, Option<Text>, Vec<Seq>)>,
}

/// A record that is selected, and what its keys would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Its number.
    pub seq: Seq,
    /// What became of it, if it does not simply count.
    pub fate: Option<Fate>,
    /// What was taken back in one step with it, or by it, and still is; it comes back in one step.
    pub comes_back: Vec<Seq>,
    /// What it brought back, and still counts.
    pub came_back: Vec<Seq>,
    /// What depends on it.
    pub depend: Vec<Seq>,
}

impl Log {
    /// The records are these, which go on from those that were known, or are fewer or others.
    pub fn follow(&mut self, records: &[Arc<Record>], state: &State) {
        let newest = records.last().map(|record| Text::clone(&record.id));
        if newest == self.knows && records.len() == self.fates.known() {
            return;
        }
        let last_known = self.fates.known().checked_sub(1).and_then(|at| records.get(at));
        if last_known.map(|record| &record.id) != self.knows.as_ref() {
            (self.fates, self.words) = (Fates::default(), Vec::new());
        }
        self.fates.follow(records);
        self.knows = newest;
        self.look(records, state);
    }

    /// Another filter: several words, which must all fit.
    pub fn narrow(&mut self, filter: &str, records: &[Arc<Record>], state: &State) {
        filter.clone_into(&mut self.filter);
        self.look(records, state);
    }

    /// The filter as typed.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// How many records are shown.
    pub fn count(&self) -> usize {
        self.fitting.as_ref().map_or(self.fates.known(), Vec::len)
    }

    /// The record in a row, counted from the oldest that is shown.
    pub fn record<'a>(&self, row: usize, records: &'a [Arc<Record>]) -> Option<&'a Arc<Record>> {
        let place = match &self.fitting {
            Some(fitting) => *fitting.get(row)?,
            None => row,
        };
        records.get(place)
    }

    /// The row that a record is shown in.
    pub fn row_of(&self, seq: Seq) -> Option<usize> {
        let place = usize::try_from(seq.0.checked_sub(1)?).ok()?;
        match &self.fitting {
            Some(fitting) => fitting.binary_search(&place).ok(),
            None => (place < self.fates.known()).then_some(place),
        }
    }

    /// The record that is selected when the selection moves by so many rows; without one it begins at the newest.
    pub fn moved(&self, selected: Option<Seq>, by: i32, records: &[Arc<Record>]) -> Option<Seq> {
        let last = self.count().checked_sub(1)?;
        let row = match selected.and_then(|seq| self.row_of(seq)) {
            Some(row) => row.saturating_add_signed(isize::try_from(by).unwrap_or_default()).min(last),
            None if by == i32::MIN => 0,
            None => last,
        };
        self.record(row, records).map(|record| record.seq)
    }

    /// What became of a record, if it does not simply count.
    pub fn fate(&self, seq: Seq, records: &[Arc<Record>]) -> Option<Fate> {
        self.fates.of(seq, records)
    }

    /// What depends on a record is found out, unless that is known: it folds from the middle, once for each that is selected.
    pub fn look_at(&mut self, selected: Option<Seq>, dialogue: &Dialogue) {
        let Some(seq) = selected else { return };
        let newest = dialogue.records().last().map(|record| Text::clone(&record.id));
        if self.needed.as_ref().is_some_and(|(known, when, _)| *known == seq && *when == newest) {
            return;
        }
        let seqs = self.fates.brought_back(seq, dialogue.records()).unwrap_or_else(|| vec![seq]);
        let all = dialogue.together_with(&seqs).unwrap_or_default();
        self.needed = Some((seq, newest, all.into_iter().filter(|other| !seqs.contains(other)).collect()));
    }

    /// What the keys of the selected record would do.
    pub fn picked(&self, selected: Option<Seq>, records: &[Arc<Record>]) -> Option<Picked> {
        let seq = selected?;
        let taken = match records.get(usize::try_from(seq.0.checked_sub(1)?).ok()?)?.events.first() {
            Some(Event::Undone(_)) => Some(seq),
            _ => self.fates.undone_by(seq),
        };
        let needed = self.needed.as_ref().filter(|(known, ..)| *known == seq);
        Some(Picked {
            seq,
            fate: self.fate(seq, records),
            comes_back: taken.map(|undo| self.fates.taken_back(undo, records)).unwrap_or_default(),
            came_back: self.fates.brought_back(seq, records).unwrap_or_default(),
            depend: needed.map(|(_, _, all)| all.clone()).unwrap_or_default(),
        })
    }

    /// Which records fit the filter.
    fn look(&mut self, records: &[Arc<Record>], state: &State) {
        let wanted: Vec<String> = self.filter.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        if wanted.is_empty() {
            self.fitting = None;
            return;
        }
        let new = records.get(self.words.len()..).unwrap_or_default();
        self.words.extend(new.iter().map(|record| words(record, records, state)));
        let fits = |at: usize| {
            let (words, record) = (self.words.get(at)?, records.get(at)?);
            let fate = |word: &str| self.fate(record.seq, records).is_some_and(|fate| fate.word().starts_with(word));
            wanted.iter().all(|word| starts_in(words, word) || fate(word)).then_some(at)
        };
        self.fitting = Some((0..records.len()).filter_map(fits).collect());
    }
}

/// Number, seat, what happened, what was typed, whom it is about by their codes, and of what kind the turn is that begins with it
/// (`order` gives the floor for a point of order), folded, with a blank before each word.
fn words(record: &Record, records: &[Arc<Record>], state: &State) -> Box<str> {
    let told = language::logged(record, records, state);
    let kinds = record.events.iter().filter_map(|event| match event {
        Event::TookFloor(taking) => Some(format!(" {}", fold(&taking.kind.replace('-', " ")))),
        _ => None,
    });
    let codes = concerned::codes(record, records, state).into_iter().map(|code| format!(" {}", code.as_str().to_ascii_lowercase()));
    let more: String = kinds.chain(codes).collect();
    format!(" {} {} {} {}{more}", record.seq, fold(&record.seat), fold(&told), fold(&record.command)).into_boxed_str()
}

/// Whether a word begins with these letters.
fn starts_in(words: &str, letters: &str) -> bool {
    words.match_indices(letters).any(|(at, _)| words.get(..at).is_some_and(|before| before.ends_with(' ')))
}
