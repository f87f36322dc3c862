//! Pass one: the slot of each record, that is, when it counts, as what kind of turn, and whether it counts at all.
//!
//! `undo`, `redo`, `back` and `retype` change no state. They change slots, and the state is folded again from the first
//! slot that is another one now.

use super::fold::Dialogue;
use super::{Broken, Event, Record, Seq, Slot, State, TurnNo};

impl Slot {
    /// The slot of a record that nothing has touched.
    pub(super) fn of(record: &Record) -> Slot {
        Slot { seq: record.seq, moment: record.moment, undone: false, kind: None }
    }

    fn amend(&mut self, event: &Event) {
        match event {
            Event::Shifted { by, .. } => self.moment += *by,
            Event::Retyped { kind, .. } => self.kind = Some(kind.clone()),
            _ => {}
        }
    }
}

impl Dialogue {
    /// What the slots of these records become, and of those that they amend, when they are taken back or brought back.
    pub(super) fn marked(&self, seqs: &[Seq], undone: bool) -> Vec<Slot> {
        let is_undone = |seq: Seq| if seqs.contains(&seq) { undone } else { self.is_undone(seq) };
        let amended = seqs.iter().filter_map(|seq| self.target(self.record(*seq)?.events.first()?));
        let mut affected: Vec<Seq> = seqs.iter().copied().chain(amended).collect();
        affected.sort_unstable();
        affected.dedup();
        affected.into_iter().filter_map(|seq| self.resolved(seq, is_undone)).collect()
    }

    /// What the slot that an event amends becomes; absent where it amends none.
    pub(super) fn amended(&self, event: &Event) -> Option<Slot> {
        let mut slot = self.slot(self.target(event)?)?.clone();
        slot.amend(event);
        Some(slot)
    }

    fn resolved(&self, seq: Seq, is_undone: impl Fn(Seq) -> bool) -> Option<Slot> {
        let mut slot = Slot { undone: is_undone(seq), ..Slot::of(self.record(seq)?) };
        let amendments = self.amendments.get(&seq).into_iter().flatten().filter(|seq| !is_undone(**seq));
        amendments.filter_map(|seq| self.record(*seq)?.events.first()).for_each(|event| slot.amend(event));
        Some(slot)
    }

    /// The record whose slot an event amends.
    pub(super) fn target(&self, event: &Event) -> Option<Seq> {
        match event {
            Event::Shifted { record, .. } => Some(*record),
            Event::Retyped { turn, .. } => self.taking_of(*turn),
            _ => None,
        }
    }

    fn taking_of(&self, turn: TurnNo) -> Option<Seq> {
        let takes = |event: &Event| matches!(event, Event::TookFloor(taking) if taking.turn == turn);
        self.records.iter().rev().find(|record| record.events.iter().any(takes)).map(|record| record.seq)
    }

    /// The slot of a record.
    pub(super) fn slot(&self, seq: Seq) -> Option<&Slot> {
        self.slots.get(self.slot_of(seq)?)
    }

    /// Where among the slots, and among the records, a record stands.
    pub(super) fn slot_of(&self, seq: Seq) -> Option<usize> {
        usize::try_from(seq.0.checked_sub(1)?).ok().filter(|at| *at < self.slots.len())
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
