//! What is charged to pools and time banks once a turn is over, and what banks are given.

use std::sync::Arc;

use super::Misfit;
use crate::dialogue::{Allotments, Outcome, State, Text, TurnNo};
use crate::review::{Fitting, Ms};

/// Charging, or taking a charge back.
#[derive(Clone, Copy)]
enum Entering {
    Charge,
    Refund,
}

impl State {
    /// Charges a turn that has ended. One whose speaker was not in the room is charged to nobody.
    pub(super) fn charge(&mut self, turn: TurnNo, moment: Ms) {
        self.enter(turn, moment, Entering::Charge);
    }

    /// Takes back what was charged for a turn that is not over after all, or is to be charged otherwise.
    pub(super) fn refund(&mut self, turn: TurnNo, moment: Ms) {
        self.enter(turn, moment, Entering::Refund);
    }

    fn enter(&mut self, number: TurnNo, moment: Ms, entering: Entering) {
        let Some(turn) = self.turns.get(number).filter(|turn| turn.outcome != Some(Outcome::Absent)).cloned() else { return };
        let signed = |time: Ms| match entering {
            Entering::Charge => time,
            Entering::Refund => Ms::ZERO - time,
        };
        let review = Arc::clone(&self.review);
        for pool in &review.modalities.pools {
            let drawn = self.draws(&turn, &pool.name, moment);
            self.draw(&pool.name, signed(drawn));
        }
        let drawn = signed(self.draws_on_banks(&turn, moment));
        for (at, group) in review.modalities.groups.iter().enumerate() {
            if self.is_of_group(&turn, &group.name)
                && let Some(bank) = self.banks.get_mut(at)
            {
                bank.used += drawn;
            }
        }
    }

    pub(super) fn draw(&mut self, pool: &str, time: Ms) {
        let at = self.review.modalities.pools.iter().position(|other| other.name == pool);
        if let Some(drawn) = at.and_then(|at| self.drawn.get_mut(at)) {
            *drawn += time;
        }
    }

    /// Own times, and turns that were taken already, are not touched.
    pub(super) fn divide(&mut self, moment: Ms, member: Ms, observer: Ms, rung: Option<usize>) -> Result<(), Misfit> {
        if self.begun.is_none() {
            return Err("the meeting had not begun");
        }
        let ladder = self.review.modalities.ladder.clone();
        let fitted = ladder.map_or_else(Fitting::default, |ladder| self.fitted(&ladder.pool, ladder.changeover, moment));
        self.allotments = Some(Allotments { rung, member, observer, fitted });
        Ok(())
    }

    pub(super) fn fill_bank(&mut self, group: &Text, total: Ms) -> Result<(), Misfit> {
        let at = self.review.modalities.groups.iter().position(|bank| *bank.name == **group);
        at.and_then(|at| self.banks.get_mut(at)).ok_or("there was no time bank of that group")?.total = total;
        Ok(())
    }

    /// Every bank is given as much (case OS-42).
    pub(super) fn add_to_banks(&mut self, each: Ms) {
        self.banks.iter_mut().for_each(|bank| bank.extra += each);
    }
}
