//! What the chair says of a turn: it is cut, it goes on after all, the point of order is ruled on.

use super::Misfit;
use crate::dialogue::{Outcome, Ruled, State, Status, Text, TurnNo};
use crate::review::{Ms, Ruling};

impl State {
    pub(super) fn cut(&mut self, moment: Ms, turn: TurnNo) -> Result<(), Misfit> {
        self.on_floor(turn)?;
        self.finish(moment, turn, Outcome::Cut);
        Ok(())
    }

    /// The turn that ended last goes on: what it was charged is its clock's again, and the time used is kept.
    pub(super) fn take_up_again(&mut self, moment: Ms, number: TurnNo) -> Result<(), Misfit> {
        if self.status != Status::Open {
            return Err("the meeting was not in progress");
        }
        if !self.floor.is_empty() || self.last_turn != Some(number) {
            return Err("someone else had taken the floor");
        }
        if let Some(absent) = self.turns.get(number).filter(|turn| turn.outcome == Some(Outcome::Absent)) {
            absent.entry.map_or(Ok(()), |entry| self.leave_list(entry))?;
            self.hear_again(number);
        }
        self.refund(number, moment);
        self.forget_pace(number);
        let over = self.turns.get(number).is_some_and(|turn| self.clock(turn, moment).left <= Ms::ZERO);
        let turn = self.turns.get_mut(number).filter(|turn| turn.ended.is_some()).ok_or("that turn had not ended")?;
        turn.ended = None;
        turn.outcome = None;
        turn.paused = false;
        turn.given_back = over;
        self.floor.push(number);
        self.close_gap(moment);
        self.belongs_to(number);
        self.set_clocks(moment);
        Ok(())
    }

    /// A ruling may decide what the point of order is charged to, from its first moment on.
    pub(super) fn rule(&mut self, moment: Ms, number: TurnNo, ruling: Ruling, text: Option<&Text>) -> Result<(), Misfit> {
        let over = self.turns.get(number).ok_or("there was no such turn")?.ended.is_some();
        if over {
            self.refund(number, moment);
        }
        if let Some(turn) = self.turns.get_mut(number) {
            turn.ruling = Some(Ruled { ruling, text: text.cloned() });
        }
        if over {
            self.charge(number, moment);
        }
        Ok(())
    }
}
