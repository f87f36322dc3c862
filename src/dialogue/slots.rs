//! Pass one: the slot of each record, that is, when it counts, as what kind of turn, and whether it counts at all.
//!
//! `undo`, `redo`, `back`, `retype` and `replace` change no state. They change slots, and the state is folded again from the first
//! slot that is another one now.

use std::sync::Arc;

use super::fold::Dialogue;
use super::{Broken, Event, Record, Seq, Slot, State, TurnNo};

impl Slot {
    /// The slot of a record that nothing has touched.
    pub(super) fn of(record: &Record) -> Slot {
        Slot { seq: record.seq, moment: record.moment, undone: false, kind: None, replaced_by: None }
    }

    /// What happened in it: what its record tells, or the one that stands in its place.
    pub fn facts<'a>(&'a self, record: &'a Record) -> &'a [Event] {
        self.replaced_by.as_ref().map_or(&record.events, |other| other.events.get(1..).unwrap_or_default())
    }

    fn amend(&mut self, amendment: &Arc<Record>) {
        match amendment.events.first() {
            Some(Event::Shifted { by, .. }) => self.moment += *by,
            Some(Event::Retyped { kind, .. }) => self.kind = Some(kind.clone()),
            Some(Event::Replaced(_)) => {
                self.replaced_by = Some(Arc::clone(amendment));
                self.kind = None;
            }
            _ => {}
        }
    }
}

impl Dialogue {
    /// What the slots of these records become, and of those that they amend, when they are taken back or brought back.
    pub(super) fn marked(&self, seqs: &[Seq], undone: bool) -> Vec<Slot> {
        let is_undone = |seq: Seq| if seqs.contains(&seq) { undone } else { self.is_undone(seq) };
        let amended = seqs.iter().filter_map(|seq| self.target(self.record(*seq)?));
        let mut affected: Vec<Seq> = seqs.iter().copied().chain(amended).collect();
        affected.sort_unstable();
        affected.dedup();
        affected.into_iter().filter_map(|seq| self.resolved(seq, is_undone)).collect()
    }

    /// What the slot that a new record amends becomes; absent where it amends none.
    pub(super) fn amended(&self, amendment: &Arc<Record>) -> Option<Slot> {
        let mut slot = self.slot(self.target(amendment)?)?.clone();
        slot.amend(amendment);
        Some(slot)
    }

    pub(super) fn resolved(&self, seq: Seq, is_undone: impl Fn(Seq) -> bool) -> Option<Slot> {
        let mut slot = Slot { undone: is_undone(seq), ..Slot::of(self.record(seq)?) };
        let amendments = self.amendments.get(&seq).into_iter().flatten().filter(|seq| !is_undone(**seq));
        amendments.filter_map(|seq| self.record(*seq)).for_each(|amendment| slot.amend(amendment));
        Some(slot)
    }

    /// The record whose slot a record amends.
    pub(super) fn target(&self, amendment: &Record) -> Option<Seq> {
        match amendment.events.first()? {
            Event::Shifted { record, .. } | Event::Replaced(record) => Some(*record),
            Event::Retyped { turn, .. } => self.taking_of(*turn),
            _ => None,
        }
    }

    /// The record in whose slot a turn begins.
    pub(super) fn taking_of(&self, turn: TurnNo) -> Option<Seq> {
        let takes = |event: &Event| matches!(event, Event::TookFloor(taking) if taking.turn == turn);
        let record = self.records.iter().rev().find(|record| record.events.iter().any(takes))?;
        Some(self.stands_for(record))
    }

    /// The record whose slot a record's facts stand in: its own, or that of the one that it replaced.
    pub(super) fn stands_for(&self, record: &Record) -> Seq {
        match record.events.first() {
            Some(Event::Replaced(original)) => *original,
            _ => record.seq,
        }
    }

    /// The slot of a record.
    pub(super) fn slot(&self, seq: Seq) -> Option<&Slot> {
        self.slots.get(self.slot_of(seq)?)
    }

    /// Where among the slots, and among the records, a record stands.
    pub(super) fn slot_of(&self, seq: Seq) -> Option<usize> {
        usize::try_from(seq.0.checked_sub(1)?).ok().filter(|at| *at < self.slots.len())
    }

    /// Where in the order a record's slot stands.
    pub(super) fn position_of(&self, seq: Seq) -> usize {
        let key = |at: usize| self.slots.get(at).map(|slot| (slot.moment, at));
        let at = self.slot_of(seq);
        at.and_then(|at| self.order.binary_search_by_key(&key(at), |other| key(*other)).ok()).unwrap_or(self.order.len())
    }

    /// Whether a record is taken back.
    pub(super) fn is_undone(&self, seq: Seq) -> bool {
        self.slot(seq).is_some_and(|slot| slot.undone)
    }

    /// The state now if these slots were as given.
    ///
    /// # Errors
    /// [`Broken`] for the first record that does not fit then.
    pub(super) fn supposing(&self, changed: &[Slot]) -> Result<State, Broken> {
        let (position, tail) = self.reordered(changed);
        self.apply_slots(self.folded(position), &tail, |slot| changed.iter().find(|other| other.seq == slot.seq).unwrap_or(slot))
    }

    /// From where on the order is another one if these slots are as given, and how it goes on from there.
    pub(super) fn reordered(&self, changed: &[Slot]) -> (usize, Vec<usize>) {
        let key = |at: usize| self.slots.get(at).map(|slot| (slot.moment, at));
        let place = |at: usize| self.order.binary_search_by_key(&key(at), |other| key(*other)).ok();
        let ordered: Vec<(usize, &Slot, usize)> = changed
            .iter()
            .filter_map(|slot| {
                let at = self.slot_of(slot.seq)?;
                Some((at, slot, place(at)?))
            })
            .collect();
        let now = |(at, slot, _): &(usize, &Slot, usize)| self.order.partition_point(|other| key(*other) < Some((slot.moment, *at)));
        let position = ordered.iter().flat_map(|one| [one.2, now(one)]).min().unwrap_or(self.order.len());
        let mut tail: Vec<usize> = self.order.get(position..).unwrap_or_default().to_vec();
        if ordered.iter().any(|(at, slot, _)| key(*at) != Some((slot.moment, *at))) {
            let moment = |at: usize| ordered.iter().find(|(other, ..)| *other == at).map(|(_, slot, _)| (slot.moment, at)).or(key(at));
            tail.sort_by_key(|at| moment(*at));
        }
        (position, tail)
    }
}
