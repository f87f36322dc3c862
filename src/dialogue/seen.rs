//! What was true when a record had just been made, as it was seen then: before anything was taken back or put right later.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::Dialogue;
use super::{Event, Seq, Slot, State};

impl Dialogue {
    /// The state that the screen showed just after a record; the state now where there is no such record. It is folded from the
    /// nearest checkpoint before the first thing that has changed since.
    pub fn seen_after(&self, seq: Seq) -> State {
        let Some((record, last)) = self.record(seq).zip(self.slot_of(seq)) else { return self.state().clone() };
        let then = self.slots_then(seq);
        let changed: Vec<Slot> = then.values().cloned().collect();
        let (position, tail) = self.reordered(&changed);
        let first_later = self.order.iter().position(|at| *at > last).unwrap_or(self.order.len());
        let from = position.min(first_later);
        let unchanged = self.order.get(from..position).unwrap_or_default().iter();
        let order: Vec<usize> = unchanged.chain(&tail).copied().filter(|at| *at <= last).collect();
        let folded = self.apply_slots(self.folded(from), &order, |slot| then.get(&slot.seq).unwrap_or(slot));
        // What was folded then folds again.
        let mut state = folded.unwrap_or_else(|_| self.state().clone());
        state.lapse(record.at);
        state
    }

    /// The slots that were others then, as they were.
    fn slots_then(&self, seq: Seq) -> BTreeMap<Seq, Slot> {
        let (mut undone, mut touched) = (BTreeMap::new(), BTreeSet::new());
        let later = self.slot_of(seq).and_then(|at| self.records.get(at + 1..)).unwrap_or_default();
        for record in later {
            let (seqs, before) = match record.events.first() {
                Some(Event::Undone(seqs)) => (seqs.as_slice(), false),
                Some(Event::Redone(seqs)) => (seqs.as_slice(), true),
                _ => {
                    touched.extend(self.target(record));
                    continue;
                }
            };
            for other in seqs {
                // The first who speaks of it tells how it stood before.
                undone.entry(*other).or_insert(before);
                touched.insert(*other);
                touched.extend(self.record(*other).and_then(|amendment| self.target(amendment)));
            }
        }
        let was_undone = |other: Seq| other > seq || undone.get(&other).copied().unwrap_or_else(|| self.is_undone(other));
        let then = touched.range(..=seq).filter_map(|other| Some((*other, self.resolved(*other, was_undone)?)));
        then.collect()
    }
}
