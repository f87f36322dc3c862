//! Taking back and bringing back. Nothing is erased: an undo is a record too, and the fold leaves out what it names.

use std::sync::Arc;

use super::fold::{Decision, Dialogue};
use super::{Broken, Event, Record, Refusal, RefusalCode, Seq, Slot};
use crate::review::Ms;

/// So many records that depend on others are looked for; whoever takes back more takes back the meeting.
const MOST_TOGETHER: usize = 200;
/// So many records are folded before the state is kept, to go on from when one of the next does not fit.
const STRIDE: usize = 128;
/// So many are named in a refusal.
const SHOWN: usize = 3;

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

    /// All that `redo` of a seat would bring back as one step.
    pub fn redo_of(&self, seat: &str) -> Option<&[Seq]> {
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

    /// Several records are taken back together or not at all.
    pub(super) fn decide_undo(&self, seat: &str, named: &[Seq], now: Ms) -> Result<Decision, Refusal> {
        let records = match named {
            [] => vec![self.changeable(seat, None)?],
            named => named.iter().map(|seq| self.changeable(seat, Some(*seq))).collect::<Result<_, _>>()?,
        };
        let mut seqs: Vec<Seq> = records.iter().map(|record| record.seq).collect();
        seqs.sort_unstable();
        seqs.dedup();
        match self.supposing(&self.marked(&seqs, true)) {
            Ok(_) => Ok(Decision { moment: now, events: vec![Event::Undone(seqs)] }),
            Err(broken) => Err(self.needed_by(&seqs, &broken)),
        }
    }

    /// What has to be taken back with these records, so that everything else still fits: them and all that depend on them.
    /// Absent where that is not to be had.
    pub fn together_with(&self, seqs: &[Seq]) -> Option<Vec<Seq>> {
        let mut all = self.unfitting(&self.marked(seqs, true))?;
        all.extend(seqs);
        all.sort_unstable();
        all.dedup();
        Some(all)
    }

    /// The records that do not fit any more if these slots are as given, each left out as soon as it does not, so that others may
    /// depend on it. Absent where they are too many.
    pub(super) fn unfitting(&self, changed: &[Slot]) -> Option<Vec<Seq>> {
        let (position, mut order) = self.reordered(changed);
        let (mut state, mut from, mut unfitting) = (self.folded(position), 0, Vec::new());
        while from < order.len() {
            let until = (from + STRIDE).min(order.len());
            let stride = order.get(from..until).unwrap_or_default();
            let fits = self.apply_slots(state.clone(), stride, |slot| changed.iter().find(|other| other.seq == slot.seq).unwrap_or(slot));
            match fits {
                Ok(fits) => (state, from) = (fits, until),
                Err(_) if unfitting.len() == MOST_TOGETHER => return None,
                Err(broken) => {
                    let left_out = self.slot_of(broken.seq);
                    order.retain(|at| Some(*at) != left_out);
                    unfitting.push(broken.seq);
                }
            }
        }
        Some(unfitting)
    }

    fn needed_by(&self, seqs: &[Seq], broken: &Broken) -> Refusal {
        let named = |seqs: &[Seq]| seqs.iter().filter_map(|seq| Some(self.record(*seq)?.quoted())).collect::<Vec<_>>().join(", ");
        let how = format!("depends on record {}", named(seqs));
        let Some(all) = self.together_with(seqs) else { return self.depends(&how, broken) };
        let dependent: Vec<Seq> = all.iter().copied().filter(|seq| !seqs.contains(seq)).collect();
        let together = all.iter().map(Seq::to_string).collect::<Vec<_>>().join(" ");
        let (shown, more) = dependent.split_at_checked(SHOWN).unwrap_or((&dependent, &[]));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        let depend = if dependent.len() == 1 { "depends" } else { "depend" };
        let sentence = format!(
            "Record {}{more} {depend} on record {}: {}. \"undo {together}\" takes them back together",
            named(shown),
            named(seqs),
            broken.reason
        );
        Refusal::new(RefusalCode::Depends, sentence).on_account_of(dependent)
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
            return Err(nothing(format!("Record {} is not a change that can be taken back", record.quoted())));
        }
        if self.is_undone(record.seq) {
            return Err(nothing(format!("Record {} is taken back already", record.quoted())));
        }
        Ok(record)
    }

    /// Several records come back together or not at all.
    pub(super) fn decide_redo(&self, seat: &str, named: &[Seq], now: Ms) -> Result<Decision, Refusal> {
        let mut seqs = match named {
            [] => self.redo_of(seat).ok_or_else(|| nothing("There is nothing of yours to bring back"))?.to_vec(),
            named => named.iter().map(|seq| self.taken_back(*seq)).collect::<Result<_, _>>()?,
        };
        seqs.sort_unstable();
        seqs.dedup();
        self.supposing(&self.marked(&seqs, false)).map_err(|broken| self.cannot_come_back(&seqs, &broken))?;
        Ok(Decision { moment: now, events: vec![Event::Redone(seqs)] })
    }

    fn taken_back(&self, seq: Seq) -> Result<Seq, Refusal> {
        let record = self.record(seq).ok_or_else(|| nothing(format!("There is no record {seq}; the newest is {}", self.seq())))?;
        if !self.is_undone(seq) {
            return Err(nothing(format!("Record {} is not taken back", record.quoted())));
        }
        Ok(seq)
    }

    /// Either a later record is in the way, or what a record itself needs has gone meanwhile.
    fn cannot_come_back(&self, seqs: &[Seq], broken: &Broken) -> Refusal {
        let named = |seq: &Seq| self.record(*seq).map(|record| record.quoted());
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
