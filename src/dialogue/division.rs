//! The time that is left, given out again: what a division would give, whom it would not reach, and what a group's overrun comes to.

use super::{Division, Refusal, RefusalCode, State, Status, Text};
use crate::review::{Allotment, Code, Ms, Rung};

/// What a division would give, before anyone applies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What a member of the Council would get.
    pub member: Ms,
    /// What anyone else would get.
    pub observer: Ms,
    /// The rung of the ladder, counted from 0; absent for a figure that the chair announced.
    pub rung: Option<usize>,
    /// How many who wait without own time would get it.
    pub count: usize,
    /// What is assumed for each change of speaker.
    pub changeover: Ms,
    /// What the pool has for them: own times, changes of speaker and the rest of the running turn taken off.
    pub room: Ms,
    /// What would be left of that; negative where it is not enough.
    pub remainder: Ms,
    /// For whom the pool would not last, in the order of the list: at this figure, or at the least time where it is below that (case OT-10).
    pub unreached: Vec<Code>,
    /// The least time of the ladder, below which an equal division is not applied.
    pub least: Option<Ms>,
}

impl Proposal {
    /// Whether an equal division would give less than the least time.
    pub fn is_below_least(&self) -> bool {
        self.least.is_some_and(|least| self.member.min(self.observer) < least)
    }
}

/// What giving a group's overrun to every group would do to the banks (case OS-42).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    /// Whose overrun.
    pub group: Text,
    /// How much: what every bank gets.
    pub overrun: Ms,
    /// Each bank's name, what it has now, and what it would have.
    pub banks: Vec<(Text, Ms, Ms)>,
}

impl State {
    /// What a division would give now to all who wait without own time.
    ///
    /// # Errors
    /// `pool-missing` where no pool is to be divided, `nobody-waiting` where nobody would get any of it, `bad-duration` for a figure
    /// that is no time, `meeting-adjourned`.
    pub fn division(&self, by: Division, now: Ms) -> Result<Proposal, Refusal> {
        let refuse = |code, sentence: &str| Err(Refusal::new(code, sentence));
        if self.status == Status::Adjourned {
            return refuse(RefusalCode::MeetingAdjourned, "The meeting is adjourned; there is no time left to divide");
        }
        let ladder = self.review.modalities.ladder.as_ref();
        let of_kinds = || self.review.modalities.kinds.iter().find(|kind| kind.time == Allotment::Ladder)?.pool.as_deref();
        let Some(pool) = ladder.map(|ladder| ladder.pool.as_str()).or_else(of_kinds).filter(|pool| self.pool(pool, now).is_some()) else {
            return refuse(RefusalCode::PoolMissing, "These modalities have no pool whose time could be divided");
        };
        let changeover = ladder.map_or(Ms::ZERO, |ladder| ladder.changeover);
        let fitted = self.fitted(pool, changeover, now);
        let Some(equal) = fitted.share() else {
            return refuse(RefusalCode::NobodyWaiting, "Nobody waits without a time of their own, so there is nothing to divide");
        };
        let rungs = ladder.map(|ladder| ladder.rungs.as_slice()).unwrap_or_default();
        let least = rungs.iter().find_map(|rung| if let Rung::Divide { least } = rung { Some(*least) } else { None });
        let (member, observer, rung) = match by {
            Division::Each(each) if each <= Ms::ZERO => {
                return refuse(RefusalCode::BadDuration, "Nobody can speak for that long; write divide each=50s");
            }
            Division::Each(each) => (each, each, None),
            Division::Equal => (equal, equal, rungs.iter().position(|rung| matches!(rung, Rung::Divide { .. }))),
            Division::Ladder => match ladder.and_then(|ladder| ladder.give(fitted)) {
                Some(given) => (given.member, given.observer, Some(given.rung)),
                None => return refuse(RefusalCode::PoolMissing, "These modalities have no ladder; divide each=50s gives a figure"),
            },
        };
        let given = member * fitted.members + observer * fitted.observers;
        let mut proposal = Proposal {
            member,
            observer,
            rung,
            count: usize::try_from(fitted.count()).unwrap_or(0),
            changeover,
            room: fitted.room,
            remainder: fitted.room - given,
            unreached: Vec::new(),
            least,
        };
        proposal.unreached = self.unreached_by(&proposal, pool, now);
        Ok(proposal)
    }

    /// Who finds the pool used up, if everyone before takes what is theirs. Nobody is given less than the least time.
    fn unreached_by(&self, proposal: &Proposal, pool: &str, now: Ms) -> Vec<Code> {
        let given = |member: bool| {
            let figure = if member { proposal.member } else { proposal.observer };
            if proposal.rung.is_some() { figure.max(proposal.least.unwrap_or_default()) } else { figure }
        };
        let mut left = self.free(pool, now);
        let mut unreached = Vec::new();
        for entry in self.listed().filter(|entry| self.kind(&entry.kind).is_some_and(|kind| kind.pool.as_deref() == Some(pool))) {
            let own = || self.allotment_of(entry, now).unwrap_or_default();
            left -= proposal.changeover + if self.takes_from_ladder(entry) { given(entry.member) } else { own() };
            if left < Ms::ZERO {
                unreached.extend(entry.delegations.iter());
            }
        }
        unreached
    }

    /// What giving a group's overrun to every group would do.
    ///
    /// # Errors
    /// `pool-missing` where the modalities have no time bank for the group, `not-allowed` while it speaks or where it has not
    /// overdrawn its bank (case OS-43).
    pub fn redistribution(&self, written: &str, now: Ms) -> Result<Sharing, Refusal> {
        let group = self.known_bank(written)?;
        let groups = &self.review.modalities.groups;
        let refuse = |sentence: String| Err(Refusal::new(RefusalCode::NotAllowed, sentence));
        let mut speaking = self.floor.iter().filter_map(|turn| self.turns.get(*turn));
        if let Some(turn) = speaking.find(|turn| self.is_of_group(turn, &group)) {
            let name = self.names(&turn.delegations);
            return refuse(format!("{name} of the {group} group has the floor; its overrun is known when that turn is over"));
        }
        let left = self.bank(&group, now).map_or(Ms::ZERO, super::Bank::left);
        if left >= Ms::ZERO {
            return refuse(format!("The {group} group has {left} left, so there is no overrun to redistribute"));
        }
        let overrun = Ms::ZERO - left;
        let banks =
            groups.iter().map(|bank| (Text::from(bank.name.as_str()), self.bank(&bank.name, now).map_or(Ms::ZERO, super::Bank::left)));
        Ok(Sharing { group, overrun, banks: banks.map(|(name, left)| (name, left, left + overrun)).collect() })
    }

    /// The group as the modalities write it.
    pub(super) fn known_bank(&self, written: &str) -> Result<Text, Refusal> {
        let known: Vec<&str> = self.review.modalities.groups.iter().map(|bank| bank.name.as_str()).collect();
        self.banked_group(written).ok_or_else(|| {
            let sentence = if known.is_empty() {
                "These modalities have no time banks of groups".to_owned()
            } else {
                format!("\"{written}\" is no group with a time bank; there are {}", known.join(", "))
            };
            Refusal::new(RefusalCode::PoolMissing, sentence)
        })
    }
}
