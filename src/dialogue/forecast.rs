//! How the rest of the meeting will go if everyone takes what is theirs: when it ends, who is reached and when.

use super::{Allotments, Entry, EntryNo, EntryStatus, State, Status};
use crate::review::{Allotment, Code, Ms};

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
            return self.outcome();
        }
        let modalities = &self.review.modalities;
        let allotments = self.allotments.or_else(|| self.ladder(now));
        let changeover = modalities.ladder.as_ref().map_or(Ms::ZERO, |ladder| ladder.changeover);
        let begun = self.begun.unwrap_or(now);
        let limit = modalities.hard_stop.or(modalities.length).map(|length| begun + length);
        let mut forecast = Forecast { divide_each: self.equal_share(now), ..Forecast::default() };
        let mut at = now + self.left_on_floor(now);
        for entry in self.listed() {
            let allotted = self.planned(entry, allotments, now);
            let waits = entry.status == EntryStatus::Waiting;
            forecast.expected.push(Expected { entry: entry.number, at: waits.then_some(at), allotted });
            if waits {
                if limit.is_some_and(|limit| at >= limit) {
                    forecast.unreached.extend(entry.delegations.iter());
                }
                at += allotted.unwrap_or_default() + changeover;
            }
        }
        let ends = at + self.left_to_answer(now);
        forecast.ends = Some(ends);
        forecast.behind = modalities.length.map(|length| ends - (begun + length));
        forecast
    }

    fn outcome(&self) -> Forecast {
        let length = self.review.modalities.length;
        let behind = || Some(self.adjourned? - (self.begun? + length?));
        Forecast {
            ends: self.adjourned,
            behind: behind(),
            unreached: self.listed().flat_map(|entry| entry.delegations.iter().copied()).collect(),
            ..Forecast::default()
        }
    }

    fn planned(&self, entry: &Entry, allotments: Option<Allotments>, now: Ms) -> Option<Ms> {
        let by_ladder = || {
            let ladder = self.kind(&entry.kind)?.time == Allotment::Ladder;
            ladder.then(|| allotments.map(|allotments| self.by_standing(allotments, &entry.delegations)))?
        };
        self.allotment_of(entry, now).or_else(by_ladder)
    }

    /// Until the floor is free: the running turn, then what it holds; a turn that runs on underneath runs at the same time.
    fn left_on_floor(&self, now: Ms) -> Ms {
        let turns = self.floor.iter().rev().filter_map(|turn| self.turns.get(*turn));
        let mut clocks = turns.map(|turn| self.clock(turn, now)).map(|clock| (clock.left.max(Ms::ZERO), clock.runs));
        let Some((first, _)) = clocks.next() else { return Ms::ZERO };
        clocks.fold(first, |all, (left, runs)| if runs { all.max(left) } else { all + left })
    }

    /// What the pools of the State under review still have beyond its running turn and its planned blocks.
    fn left_to_answer(&self, now: Ms) -> Ms {
        let of_answers = |pool: &str| {
            let draws = |kind: &str| self.answers(kind) && self.kind(kind).is_some_and(|kind| kind.pool.as_deref() == Some(pool));
            let left = self.pool(pool, now).map_or(Ms::ZERO, |pool| pool.left);
            let running: Ms = self
                .floor
                .iter()
                .filter_map(|turn| self.turns.get(*turn))
                .filter(|turn| draws(&turn.kind))
                .map(|turn| self.clock(turn, now).left.max(Ms::ZERO))
                .sum();
            let planned: Ms = self.listed().filter(|entry| draws(&entry.kind)).filter_map(|entry| self.allotment_of(entry, now)).sum();
            let answers = self.review.modalities.kinds.iter().any(|kind| draws(&kind.id));
            if answers { (left - running - planned).max(Ms::ZERO) } else { Ms::ZERO }
        };
        self.review.modalities.pools.iter().map(|pool| of_answers(&pool.name)).sum()
    }
}
