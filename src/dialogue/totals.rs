//! What the meeting's time went into: by delegation, by group, by kind of turn; and that its parts are the whole.

use std::collections::BTreeMap;

use super::{Outcome, State, Turn};
use crate::review::{Code, Kind, Ms};

/// Turns and the time spoken in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Total {
    /// How many.
    pub turns: u32,
    /// With the clock running.
    pub spoken: Ms,
}

impl Total {
    fn add(&mut self, turn: &Turn, now: Ms) {
        self.turns += 1;
        self.spoken += turn.speaking.read(now);
    }
}

/// The time since the meeting began, by what it went into. All but the turns that ran underneath others add up to the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// From `begin` until now, or until `adjourn`.
    pub all: Ms,
    /// With a clock running.
    pub spoken: Ms,
    /// In a turn, with its clock stopped by hand or with the meeting.
    pub paused: Ms,
    /// In a turn, with its clock standing at zero.
    pub standing: Ms,
    /// In interruptions under which the other clock ran on, as some kinds have it: this much is in `spoken` twice.
    pub twice: Ms,
    /// Between turns.
    pub gaps: Ms,
    /// Suspended while nobody had the floor.
    pub suspended: Ms,
}

impl State {
    /// Each delegation that has had the floor, in the order in which it first did.
    pub fn totals(&self, now: Ms) -> Vec<(Code, Total)> {
        let mut totals: Vec<(Code, Total)> = Vec::new();
        let mut places: BTreeMap<Code, usize> = BTreeMap::new();
        for turn in self.counted() {
            for delegation in turn.delegations.iter().copied() {
                let place = *places.entry(delegation).or_insert(totals.len());
                if place == totals.len() {
                    totals.push((delegation, Total::default()));
                }
                if let Some((_, total)) = totals.get_mut(place) {
                    total.add(turn, now);
                }
            }
        }
        totals
    }

    /// Every regional group and every time bank, also before anyone of it has spoken. A joint turn counts once for each of its groups.
    pub fn group_totals(&self, now: Ms) -> BTreeMap<&str, Total> {
        let regional = self.review.delegations.iter().filter_map(|delegation| delegation.group.as_deref());
        let banks = self.review.modalities.groups.iter().map(|bank| bank.name.as_str());
        let mut groups: BTreeMap<&str, Total> = regional.chain(banks).map(|name| (name, Total::default())).collect();
        for turn in self.counted() {
            let group_of = |code: &Code| self.review.delegation(*code)?.group.as_deref();
            let mut named: Vec<&str> = turn.delegations.iter().filter_map(group_of).collect();
            named.sort_unstable();
            named.dedup();
            for name in named {
                groups.entry(name).or_default().add(turn, now);
            }
        }
        groups
    }

    /// Each kind of which there were turns, in the order of the modalities.
    pub fn kind_totals(&self, now: Ms) -> Vec<(&Kind, Total)> {
        let mut kinds: Vec<(&Kind, Total)> = self.review.modalities.kinds.iter().map(|kind| (kind, Total::default())).collect();
        for turn in self.counted() {
            if let Some((_, total)) = kinds.iter_mut().find(|(kind, _)| *kind.id == *turn.kind) {
                total.add(turn, now);
            }
        }
        kinds.retain(|(_, total)| total.turns > 0);
        kinds
    }

    /// What the time since the meeting began went into; absent before that.
    pub fn spent(&self, now: Ms) -> Option<Spent> {
        let end = self.adjourned.unwrap_or(now);
        let all = end - self.begun?;
        let (gaps, suspended) = (self.gaps + self.gap.read(end), self.recess.read(end));
        let mut spent = Spent { all, gaps, suspended, ..Spent::default() };
        for turn in self.turns.iter() {
            spent.spoken += turn.speaking.read(end);
            spent.paused += turn.pausing.read(end);
            spent.standing += turn.standing.read(end);
        }
        spent.twice = spent.spoken + spent.paused + spent.standing + gaps + suspended - all;
        Some(spent)
    }

    /// Turns that count: one whose speaker was not in the room is charged to nobody.
    fn counted(&self) -> impl Iterator<Item = &Turn> {
        self.turns.iter().filter(|turn| turn.outcome != Some(Outcome::Absent))
    }
}
