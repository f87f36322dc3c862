//! Taking back and bringing back. Nothing is erased: an undo is a record too, and the fold leaves out what it names.

use std::sync::Arc;

use super::fold::{Decision, Dialogue};
use super::{Broken, Event, Record, Refusal, RefusalCode, Seq};
use crate::review::Ms;

impl Dialogue {
    /// What `undo` of a seat would take back: its last change that counts.
    pub fn undoable(&self, seat: &str) -> Option<&Arc<Record>> {
        let mut changes = self.records.iter().zip(&self.slots).rev().filter(|(record, _)| &*record.seat == seat && is_change(record));
        changes.find(|(_, slot)| !slot.undone).map(|(record, _)| record)
    }

    /// What `redo` of a seat would bring back: what its last undo took, unless the seat has changed something since.
    pub fn redoable(&self, seat: &str) -> Option<&Arc<Record>> {
        self.record(*self.redo_of(seat)?.first()?)
    }

    fn redo_of(&self, seat: &str) -> Option<&[Seq]> {
        // What a later undo or redo of anyone speaks of is no longer this seat's to bring back.
        let mut spoken_of: Vec<Seq> = Vec::new();
        for record in self.records.iter().rev() {
            let own = &*record.seat == seat;
            match record.events.first() {
                Some(Event::Undone(seqs)) if own && seqs.iter().all(|seq| !spoken_of.contains(seq)) => return Some(seqs),
                Some(Event::Undone(seqs) | Event::Redone(seqs)) => spoken_of.extend(seqs),
                _ if own && !self.is_undone(record.seq) => return None,
                _ => {}
            }
        }
        None
    }

    pub(super) fn decide_undo(&self, seat: &str, seq: Option<Seq>, now: Ms) -> Result<Decision, Refusal> {
        let record = self.changeable(seat, seq)?;
        let seqs = vec![record.seq];
        self.supposing(&self.marked(&seqs, true))
            .map_err(|broken| self.depends(&format!("depends on record {} ({})", record.seq, record.command), &broken))?;
        Ok(Decision { moment: now, events: vec![Event::Undone(seqs)] })
    }

    /// The record that a correction speaks of: the last change of the seat, or the one named.
    pub(super) fn changeable(&self, seat: &str, seq: Option<Seq>) -> Result<&Arc<Record>, Refusal> {
        let record = match seq {
            None => self
                .undoable(seat)
                .ok_or_else(|| nothing("There is nothing of yours to take back; \"undo\" with a record's number takes back anyone's"))?,
            Some(seq) => self.record(seq).ok_or_else(|| nothing(format!("There is no record {seq}; the newest is {}", self.seq())))?,
        };
        if !is_change(record) {
            return Err(nothing(format!("Record {} ({}) is not a change that can be taken back", record.seq, record.command)));
        }
        if self.is_undone(record.seq) {
            return Err(nothing(format!("Record {} ({}) is taken back already", record.seq, record.command)));
        }
        Ok(record)
    }

    pub(super) fn decide_redo(&self, seat: &str, now: Ms) -> Result<Decision, Refusal> {
        let seqs = self.redo_of(seat).ok_or_else(|| nothing("There is nothing of yours to bring back"))?.to_vec();
        self.supposing(&self.marked(&seqs, false)).map_err(|broken| self.cannot_come_back(&seqs, &broken))?;
        Ok(Decision { moment: now, events: vec![Event::Redone(seqs)] })
    }

    /// Either a later record is in the way, or what a record itself needs has gone meanwhile.
    fn cannot_come_back(&self, seqs: &[Seq], broken: &Broken) -> Refusal {
        let named = |seq: &Seq| self.record(*seq).map(|record| format!("{seq} ({})", record.command));
        let named = seqs.iter().filter_map(named).collect::<Vec<_>>().join(", ");
        if seqs.contains(&broken.seq) {
            let sentence = format!("Record {named} does not fit any more: {}. It stays taken back", broken.reason);
            return Refusal::new(RefusalCode::Depends, sentence);
        }
        self.depends(&format!("would not fit with record {named} brought back"), broken)
    }

    /// The record with that number.
    pub fn record(&self, seq: Seq) -> Option<&Arc<Record>> {
        self.records.get(self.slot_of(seq)?)
    }
}

/// The first record and the undos themselves are not changes.
fn is_change(record: &Record) -> bool {
    !matches!(record.events.first(), None | Some(Event::Opened(_) | Event::Undone(_) | Event::Redone(_)))
}

fn nothing(sentence: impl Into<String>) -> Refusal {
    Refusal::new(RefusalCode::NothingToUndo, sentence)
}
