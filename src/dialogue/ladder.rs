//! Allotments: what the ladder gives when the meeting begins, and what each entry and turn gets.

use super::{Allotments, Entry, Outcome, State};
use crate::review::{Allotment, Code, Fitting, Kind, Ms};

impl State {
    /// What the ladder gives at a moment to who waits without own time; absent where there is no ladder.
    ///
    /// The figure that the chair announced comes first and tries no rung: see [`Ladder::give`].
    pub(super) fn ladder(&self, now: Ms) -> Option<Allotments> {
        if let Some(each) = self.review.each {
            return Some(Allotments { rung: None, member: each, observer: each, fitted: Fitting::default() });
        }
        let ladder = self.review.modalities.ladder.as_ref()?;
        let fitted = self.fitted(&ladder.pool, ladder.changeover, now);
        let given = ladder.give(fitted)?;
        Some(Allotments { rung: Some(given.rung), member: given.member, observer: given.observer, fitted })
    }

    /// Who takes their time from a pool by the ladder, and what it has for them.
    pub(super) fn fitted(&self, pool: &str, changeover: Ms, now: Ms) -> Fitting {
        let mut fitted = Fitting { members: 0, observers: 0, room: self.free(pool, now) };
        for entry in self.listed() {
            let Some(kind) = self.kind(&entry.kind) else { continue };
            if kind.pool.as_deref() != Some(pool) {
                continue;
            }
            fitted.room -= changeover;
            if !self.takes_from_ladder(entry) {
                fitted.room -= self.allotment_of(entry, now).unwrap_or_default();
            } else if entry.member {
                fitted.members += 1;
            } else {
                fitted.observers += 1;
            }
        }
        fitted
    }

    /// What a pool has left beyond what the turns on the floor still have of it.
    pub(super) fn free(&self, pool: &str, now: Ms) -> Ms {
        let left = self.pool(pool, now).map_or(Ms::ZERO, |pool| pool.left);
        let on_floor = self.floor.iter().filter_map(|turn| self.turns.get(*turn));
        let drawing = on_floor.filter(|turn| self.kind(&turn.kind).is_some_and(|kind| kind.pool.as_deref() == Some(pool)));
        left - drawing.map(|turn| self.clock(turn, now).left.max(Ms::ZERO)).sum()
    }

    /// What would be given to each who waits without own time if what is left were divided now, rounded down to a whole second.
    pub(super) fn equal_share(&self, now: Ms) -> Option<Ms> {
        let ladder = self.review.modalities.ladder.as_ref()?;
        self.fitted(&ladder.pool, ladder.changeover, now).share()
    }

    /// Whether an entry gets what the ladder gives, and not a time of its own or of its kind.
    pub(super) fn takes_from_ladder(&self, entry: &Entry) -> bool {
        entry.time.is_none() && self.kind(&entry.kind).is_some_and(|kind| kind.time == Allotment::Ladder)
    }

    /// What an entry gets; absent before the meeting begins where the ladder decides.
    pub fn allotment_of(&self, entry: &Entry, now: Ms) -> Option<Ms> {
        if entry.time.is_some() {
            return entry.time;
        }
        let kind = self.kind(&entry.kind)?;
        match (&kind.time, self.allotments) {
            (Allotment::Ladder, None) => None,
            _ => Some(self.allotment(kind, &entry.delegations, now)),
        }
    }

    /// What a turn of a kind gets if it begins now.
    pub(super) fn allotment(&self, kind: &Kind, delegations: &[Code], now: Ms) -> Ms {
        match &kind.time {
            Allotment::Ladder => self.allotments.map_or(Ms::ZERO, |allotments| self.by_standing(allotments, delegations)),
            Allotment::Pool => kind.pool.as_deref().and_then(|pool| self.pool(pool, now)).map_or(Ms::ZERO, |pool| pool.left.max(Ms::ZERO)),
            Allotment::Fixed(time) => *time,
            Allotment::Successive(times) => {
                let had = delegations.iter().map(|delegation| self.turns_had(*delegation, &kind.id)).max().unwrap_or(0);
                times.get(had).or(times.last()).copied().unwrap_or_default()
            }
        }
    }

    /// What an entry would get from these allotments.
    pub(super) fn by_standing(&self, allotments: Allotments, delegations: &[Code]) -> Ms {
        allotments.of(allotments.member != allotments.observer && self.is_member(delegations))
    }

    /// A joint entry counts as a Council member's if one of its delegations is one.
    pub(super) fn is_member(&self, delegations: &[Code]) -> bool {
        delegations.iter().any(|code| self.review.delegation(*code).is_some_and(|delegation| delegation.council_member))
    }

    /// How many turns of a kind a delegation has had or is having, absences not counted.
    pub(super) fn turns_had(&self, delegation: Code, kind: &str) -> usize {
        let of_kind = self.turns.iter().filter(|turn| &*turn.kind == kind && turn.outcome != Some(Outcome::Absent));
        of_kind.filter(|turn| turn.delegations.contains(&delegation)).count()
    }

    /// How many entries of a kind a delegation has waiting or set aside.
    pub(super) fn entries_waiting(&self, delegation: Code, kind: &str) -> usize {
        self.listed().filter(|entry| &*entry.kind == kind && entry.delegations.contains(&delegation)).count()
    }
}
