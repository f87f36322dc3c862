//! How fast the speakers of the list come and go: the measured gap between two of them and what they use beyond their time.

use super::{Outcome, State, Turn, TurnNo};
use crate::review::{Allotment, Ms};

/// So many statements must have ended, or changes of speaker happened, before their mean counts for more than the plan.
const MEASURED_AFTER: u32 = 5;

/// What was measured on statements that take their time from the ladder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    changes: u32,
    between: Ms,
    turns: u32,
    beyond: Ms,
}

impl Pace {
    /// The mean time from the end of one statement to the beginning of the next, in milliseconds; absent while too few were measured.
    pub fn gap(self) -> Option<Ms> {
        mean(self.between, self.changes)
    }

    /// The mean of what statements took beyond their allotment; negative when they were shorter.
    pub fn overrun(self) -> Option<Ms> {
        mean(self.beyond, self.turns)
    }
}

fn mean(sum: Ms, of: u32) -> Option<Ms> {
    (of >= MEASURED_AFTER).then(|| Ms(sum.0 / i64::from(of)))
}

impl State {
    /// Counts the change of speaker, as a turn begins after the one that ended last.
    pub(super) fn count_change(&mut self, number: TurnNo, before: Option<TurnNo>, gap: Ms) {
        let paced = |number: TurnNo| self.turns.get(number).is_some_and(|turn| self.is_paced(turn));
        if paced(number) && before.is_some_and(paced) {
            self.pace.changes += 1;
            self.pace.between += gap;
        }
    }

    /// Counts a statement that has ended.
    pub(super) fn count_pace(&mut self, number: TurnNo) {
        if let Some(beyond) = self.beyond_its_time(number) {
            self.pace.turns += 1;
            self.pace.beyond += beyond;
        }
    }

    /// Takes that back: it goes on.
    pub(super) fn forget_pace(&mut self, number: TurnNo) {
        if let Some(beyond) = self.beyond_its_time(number) {
            self.pace.turns = self.pace.turns.saturating_sub(1);
            self.pace.beyond -= beyond;
        }
    }

    fn beyond_its_time(&self, number: TurnNo) -> Option<Ms> {
        let turn = self.turns.get(number).filter(|turn| self.is_paced(turn))?;
        Some(turn.speaking.read(turn.ended?) - turn.allotted)
    }

    /// A statement that takes its time from the ladder: one with a length of its own, such as a video, says nothing of the others.
    pub(super) fn is_paced(&self, turn: &Turn) -> bool {
        let own_time = turn.entry.and_then(|entry| self.entries.get(entry)).is_some_and(|entry| entry.time.is_some());
        let laddered = self.kind(&turn.kind).is_some_and(|kind| kind.time == Allotment::Ladder);
        laddered && !own_time && turn.outcome != Some(Outcome::Absent)
    }
}
