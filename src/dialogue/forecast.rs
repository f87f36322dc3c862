//! How the rest of the meeting will go: when it ends, who is reached and when.
//!
//! Everyone takes what is theirs, until enough speakers have come and gone to measure what they use beyond that, and how long the
//! change from one to the next takes: from then on the list goes on as it went.

use super::{Allotments, Entry, EntryNo, EntryStatus, State, Status, Turn};
use crate::review::{Allotment, Code, Ms, Speaker};

/// The forecast at a moment. Before the meeting begins it is what would happen if it began then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast {
    /// When the meeting ends: who waits has spoken, and the State under review has used what its pool has.
    pub ends: Option<Ms>,
    /// How much later than the modalities' length that is; negative when early.
    pub behind: Option<Ms>,
    /// When each waiting entry is reached and what it gets, in the order of the list.
    pub expected: Vec<Expected>,
    /// Who is not reached before the hard stop, in the order of the list; after `adjourn`, all who waited.
    pub unreached: Vec<Code>,
    /// What each who waits without own time would get if what is left were divided now.
    pub divide_each: Option<Ms>,
}

/// When an entry is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// Which.
    pub entry: EntryNo,
    /// When; absent for one set aside.
    pub at: Option<Ms>,
    /// What it gets.
    pub allotted: Option<Ms>,
}

impl State {
    /// Computes the forecast.
    pub fn forecast(&self, now: Ms) -> Forecast {
        if self.status == Status::Adjourned {
            return self.outcome(now);
        }
        let modalities = &self.review.modalities;
        let allotments = self.allotments.or_else(|| self.ladder(now));
        let begun = self.begun.unwrap_or(now);
        let limit = modalities.hard_stop.or(modalities.length).map(|length| begun + length);
        let changeover = modalities.ladder.as_ref().map_or(Ms::ZERO, |ladder| ladder.changeover);
        let (change, overrun) = (self.pace.gap().unwrap_or(changeover), self.pace.overrun().unwrap_or_default());
        let mut forecast = Forecast { divide_each: self.equal_share(now), ..Forecast::default() };
        let until_free = self.left_on_floor(now);
        let mut answering = self.left_to_answer(now);
        let mut at = now + until_free + if self.floor.is_empty() { Ms::ZERO } else { change };
        for entry in self.listed() {
            let allotted = self.planned(entry, allotments, now);
            let waits = entry.status == EntryStatus::Waiting;
            forecast.expected.push(Expected { entry: entry.number, at: waits.then_some(at), allotted });
            if waits {
                if limit.is_some_and(|limit| at >= limit) {
                    forecast.unreached.extend(entry.delegations.iter());
                }
                let beyond = if self.takes_from_ladder(entry) { overrun } else { Ms::ZERO };
                let takes = self.as_a_rule(entry, allotted.unwrap_or_default(), &mut answering) + beyond;
                at += takes.max(Ms::ZERO) + change;
            }
        }
        let ends = at + answering.into_iter().map(|(_, left)| left).sum();
        forecast.ends = Some(ends);
        forecast.behind = modalities.length.map(|length| ends - (begun + length));
        forecast
    }

    fn outcome(&self, now: Ms) -> Forecast {
        let length = self.review.modalities.length;
        let behind = || Some(self.adjourned? - (self.begun? + length?));
        Forecast {
            ends: self.adjourned,
            behind: behind(),
            expected: self
                .listed()
                .map(|entry| Expected { entry: entry.number, at: None, allotted: self.planned(entry, self.allotments, now) })
                .collect(),
            unreached: self.listed().flat_map(|entry| entry.delegations.iter().copied()).collect(),
            ..Forecast::default()
        }
    }

    fn planned(&self, entry: &Entry, allotments: Option<Allotments>, now: Ms) -> Option<Ms> {
        if self.takes_from_ladder(entry) { allotments.map(|allotments| allotments.of(entry.member)) } else { self.allotment_of(entry, now) }
    }

    /// Until the floor is free: the running turn, then what it holds, or at the same time what runs on underneath.
    fn left_on_floor(&self, now: Ms) -> Ms {
        let (mut left, mut stands) = (Ms::ZERO, false);
        for turn in self.floor.iter().filter_map(|turn| self.turns.get(*turn)) {
            let takes = self.still_takes(turn, now);
            let holds = self.kind(&turn.kind).is_some_and(|kind| kind.interrupts && kind.holds);
            left = if holds || stands { left + takes } else { left.max(takes) };
            stands = turn.paused;
        }
        left
    }

    /// What a turn is still expected to take: what it has left and what statements were measured to take beyond it, or less where its
    /// kind says what such a turn takes as a rule.
    fn still_takes(&self, turn: &Turn, now: Ms) -> Ms {
        let clock = self.clock(turn, now);
        let beyond = if self.is_paced(turn) { self.pace.overrun().unwrap_or_default() } else { Ms::ZERO };
        let as_a_rule = self.kind(&turn.kind).and_then(|kind| kind.planned).map(|planned| planned + turn.extension - clock.elapsed);
        as_a_rule.map_or(clock.left + beyond, |rest| rest.min(clock.left)).max(Ms::ZERO)
    }

    /// What an entry is expected to take of its allotment: a block of answers that has no time of its own takes what its kind says such
    /// a turn takes as a rule, and no more than those before it leave in the pool.
    fn as_a_rule(&self, entry: &Entry, allotted: Ms, answering: &mut [(&str, Ms)]) -> Ms {
        let answers = self.kind(&entry.kind).filter(|kind| kind.speaker == Speaker::StateUnderReview);
        let Some((kind, pool)) = answers.and_then(|kind| Some((kind, kind.pool.as_deref()?))) else { return allotted };
        let Some((_, left)) = answering.iter_mut().find(|(name, _)| *name == pool) else { return allotted };
        let takes = match (entry.time, &kind.time) {
            (None, Allotment::Pool) => kind.planned.unwrap_or(allotted).min(*left),
            _ => allotted,
        };
        *left = (*left - takes).max(Ms::ZERO);
        takes
    }

    /// What each pool of the State under review still has beyond its running turn.
    fn left_to_answer(&self, now: Ms) -> Vec<(&str, Ms)> {
        let modalities = &self.review.modalities;
        let answer_from = |pool: &str| modalities.kinds.iter().any(|kind| self.answers(&kind.id) && kind.pool.as_deref() == Some(pool));
        let pools = modalities.pools.iter().map(|pool| pool.name.as_str()).filter(|pool| answer_from(pool));
        pools
            .map(|pool| (pool, (self.pool(pool, now).map_or(Ms::ZERO, |pool| pool.left) - self.still_answered(pool, now)).max(Ms::ZERO)))
            .collect()
    }

    /// What turns of the State under review that have the floor still take out of a pool.
    fn still_answered(&self, pool: &str, now: Ms) -> Ms {
        let draws = |kind: &str| self.answers(kind) && self.kind(kind).is_some_and(|kind| kind.pool.as_deref() == Some(pool));
        let turns = self.floor.iter().filter_map(|turn| self.turns.get(*turn)).filter(|turn| draws(&turn.kind));
        turns.map(|turn| self.still_takes(turn, now)).sum()
    }
}
