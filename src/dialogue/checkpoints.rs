//! Pass two: the fold of the slots that count, and the checkpoints from which it starts, so that a change in the middle folds only what
//! comes after it.

use super::fold::Dialogue;
use super::{Broken, Slot, State};

/// A checkpoint is kept after so many slots.
const SPACING: usize = 128;
/// So many of the newest slots have a checkpoint every [`SPACING`]; further back they thin out.
const NEAR: usize = 1_280;

/// The state after so many slots.
#[derive(Debug, Clone)]
pub(super) struct Checkpoint {
    /// How many of the order it has applied.
    pub applied: usize,
    pub state: State,
}

impl Dialogue {
    /// Folds again from a position on, with new checkpoints on the way.
    pub(super) fn refold(&mut self, position: usize) -> Result<(), Broken> {
        let mut state = self.folded(position);
        let mut renewed: Vec<Checkpoint> = Vec::new();
        let mut from = position;
        while from < self.order.len() {
            let until = (from / SPACING + 1).saturating_mul(SPACING).min(self.order.len());
            state = self.apply_slots(state, self.order.get(from..until).unwrap_or_default(), |slot| slot)?;
            if until.is_multiple_of(SPACING) {
                renewed.push(Checkpoint { applied: until, state: state.clone() });
            }
            from = until;
        }
        self.checkpoints.retain(|checkpoint| checkpoint.applied <= position);
        self.checkpoints.extend(renewed);
        self.thin_checkpoints();
        self.state = state;
        Ok(())
    }

    /// The fold of the first so many of the order.
    pub(super) fn folded(&self, position: usize) -> State {
        let nearest = self.checkpoints.iter().rev().find(|checkpoint| checkpoint.applied <= position);
        let Some(Checkpoint { applied, state }) = nearest else { return self.state.clone() };
        let between = self.order.get(*applied..position).unwrap_or_default();
        // What was folded once folds again: nothing before the position has changed.
        self.apply_slots(state.clone(), between, |slot| slot).unwrap_or_else(|_| self.state.clone())
    }

    /// Pass two: applies slots in their order, each as `slot` has it.
    pub(super) fn apply_slots<'a>(
        &'a self,
        mut state: State,
        order: &[usize],
        slot: impl Fn(&'a Slot) -> &'a Slot,
    ) -> Result<State, Broken> {
        for at in order {
            if let (Some(slot), Some(record)) = (self.slots.get(*at).map(&slot), self.records.get(*at))
                && !slot.undone
            {
                state.apply(slot.facts(record), slot)?;
            }
        }
        Ok(state)
    }

    pub(super) fn keep_checkpoint(&mut self) {
        let applied = self.order.len();
        if applied.is_multiple_of(SPACING) {
            self.checkpoints.push(Checkpoint { applied, state: self.state.clone() });
            self.thin_checkpoints();
        }
    }

    /// The further back, the wider apart.
    fn thin_checkpoints(&mut self) {
        let applied = self.order.len();
        self.checkpoints.retain(|checkpoint| {
            let back = applied.saturating_sub(checkpoint.applied);
            let apart = (back / NEAR).max(1).next_power_of_two() * SPACING;
            checkpoint.applied.is_multiple_of(apart)
        });
    }
}
