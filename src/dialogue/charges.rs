//! What turns are charged to: pools of the modalities, and beside them the time banks of regional groups.
//!
//! | what runs | is charged to |
//! |---|---|
//! | the clock of a turn | the pool of its kind; where the kind says so, only after certain rulings |
//! | the same | the banks of its delegations' groups, if its kind draws on a pool; where no speech does, if it does not interrupt |
//! | a pause, a gap | the pool that the modalities name, else nobody |
//! | a turn that is held | nobody: its clock stands |

use super::{State, Text, Turn};
use crate::review::{Kind, Ms, Speaker};

/// What a pool has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolFigures {
    /// In the beginning.
    pub total: Ms,
    /// Drawn.
    pub used: Ms,
    /// Left; negative when overdrawn. An empty pool cuts nobody.
    pub left: Ms,
}

/// A group's time bank, as far as turns that are over have drawn on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bank {
    /// All that it held in the beginning, or was given by `bank`.
    pub total: Ms,
    /// What redistributions have added.
    pub extra: Ms,
    /// Drawn.
    pub used: Ms,
}

impl Bank {
    /// What is left; negative when overdrawn (cases OS-37, OS-44: to the millisecond, and setting the total forgets no use).
    pub fn left(self) -> Ms {
        self.total + self.extra - self.used
    }
}

impl State {
    /// What a pool has at a moment.
    pub fn pool(&self, name: &str, now: Ms) -> Option<PoolFigures> {
        let at = self.review.modalities.pools.iter().position(|pool| pool.name == name)?;
        let total = self.review.modalities.pools.get(at)?.total;
        let drawn = self.drawn.get(at).copied().unwrap_or_default();
        let running: Ms = self.floor.iter().filter_map(|turn| self.turns.get(*turn)).map(|turn| self.draws(turn, name, now)).sum();
        let gap = if self.review.modalities.gap_charge.as_deref() == Some(name) { self.gap.read(now) } else { Ms::ZERO };
        let used = drawn + running + gap;
        Some(PoolFigures { total, used, left: total - used })
    }

    /// What a turn draws on a pool until a moment.
    pub(super) fn draws(&self, turn: &Turn, pool: &str, now: Ms) -> Ms {
        let mut drawn = Ms::ZERO;
        if self.kind_charged(turn).is_some_and(|kind| kind.pool.as_deref() == Some(pool)) {
            drawn += turn.speaking.read(now);
        }
        if self.review.modalities.pause_charge.as_deref() == Some(pool) {
            drawn += turn.pausing.read(now);
        }
        drawn
    }

    /// A group's time bank at a moment; absent where the modalities have none for it.
    pub fn bank(&self, group: &str, now: Ms) -> Option<Bank> {
        let at = self.review.modalities.groups.iter().position(|bank| bank.name == group)?;
        let mut bank = self.banks.get(at).copied()?;
        let running = self.floor.iter().filter_map(|turn| self.turns.get(*turn)).filter(|turn| self.is_of_group(turn, group));
        bank.used += running.map(|turn| self.draws_on_banks(turn, now)).sum();
        Some(bank)
    }

    /// What a turn draws until a moment on each bank of its delegations' groups.
    pub(super) fn draws_on_banks(&self, turn: &Turn, now: Ms) -> Ms {
        if self.kind_charged(turn).is_some_and(|kind| self.draws_on_a_bank(kind)) { turn.speaking.read(now) } else { Ms::ZERO }
    }

    /// Banks are charged beside the pools. Where nothing that a delegation says draws on one, the banks are all that there is to charge.
    fn draws_on_a_bank(&self, kind: &Kind) -> bool {
        let speeches = || self.review.modalities.kinds.iter().filter(|kind| kind.speaker == Speaker::Delegation);
        kind.pool.is_some() || (!kind.interrupts && kind.speaker == Speaker::Delegation && speeches().all(|kind| kind.pool.is_none()))
    }

    /// Whether a delegation of that group speaks in a turn.
    pub fn is_of_group(&self, turn: &Turn, group: &str) -> bool {
        turn.delegations.iter().any(|code| self.review.delegation(*code).is_some_and(|one| one.group.as_deref() == Some(group)))
    }

    /// The kind of a turn, unless a ruling that charges it is missing.
    fn kind_charged(&self, turn: &Turn) -> Option<&Kind> {
        let kind = self.kind(&turn.kind)?;
        let ruling = turn.ruling.as_ref().map(|ruled| ruled.ruling);
        let charged = kind.charged_when.is_empty() || ruling.is_some_and(|ruling| kind.charged_when.contains(&ruling));
        charged.then_some(kind)
    }

    /// The group as the modalities write it, by its name in any case or the unambiguous beginning of it.
    pub(super) fn banked_group(&self, written: &str) -> Option<Text> {
        let groups = &self.review.modalities.groups;
        let exact = groups.iter().find(|group| group.name.eq_ignore_ascii_case(written));
        let begins = |name: &str| name.get(..written.len()).is_some_and(|start| start.eq_ignore_ascii_case(written));
        let mut beginning = groups.iter().filter(|group| begins(&group.name));
        let found = exact.or_else(|| beginning.next().filter(|_| beginning.next().is_none()))?;
        Some(Text::from(found.name.as_str()))
    }
}
