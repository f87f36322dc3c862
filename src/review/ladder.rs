//! Which rung of the ladder a list takes, and what each then gets.

use super::{Ladder, Ms, Rung};

/// Who is to be fitted into the ladder's pool, and what it has for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fitting {
    /// How many members of the Council take their time from the ladder.
    pub members: i64,
    /// How many others.
    pub observers: i64,
    /// What the pool has for them, own times and the change of speaker taken off.
    pub room: Ms,
}

/// What a rung gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The rung, counted from 0.
    pub rung: usize,
    /// A member of the Council gets this.
    pub member: Ms,
    /// Anyone else gets this.
    pub observer: Ms,
}

impl Fitting {
    /// How many are fitted in.
    pub fn count(&self) -> i64 {
        self.members + self.observers
    }

    /// An equal division, rounded down to a whole second; absent for nobody.
    pub fn share(&self) -> Option<Ms> {
        self.room.0.checked_div(self.count()).map(|share| Ms(share).whole_seconds())
    }
}

impl Rung {
    /// What a fixed rung takes out of the pool; a division has no need of its own.
    pub fn needs(self, to: Fitting) -> Option<Ms> {
        match self {
            Rung::Standing { member, observer } => Some(member * to.members + observer * to.observers),
            Rung::Each(each) => Some(each * to.count()),
            Rung::Divide { .. } => None,
        }
    }
}

impl Ladder {
    /// The first rung that fits is taken (first-cycle practice and decision 17/119: 3 and 2 minutes, else 2 each, else divided), a division
    /// rounded down to a whole second and never below the least time. Where none fits, the last; absent for a ladder without rungs.
    pub fn give(&self, to: Fitting) -> Option<Given> {
        let last = self.rungs.len().checked_sub(1)?;
        self.rungs.iter().enumerate().find_map(|(rung, step)| {
            let fits = rung == last || step.needs(to).is_none_or(|needed| needed <= to.room);
            let given = |member, observer| Given { rung, member, observer };
            match *step {
                Rung::Standing { member, observer } => fits.then(|| given(member, observer)),
                Rung::Each(each) => fits.then(|| given(each, each)),
                Rung::Divide { least } => {
                    let each = to.share().map_or(least, |share| share.max(least));
                    Some(given(each, each))
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn upr(members: i64, observers: i64) -> Given {
        let rungs = vec![
            Rung::Standing { member: Ms::seconds(180), observer: Ms::seconds(120) },
            Rung::Each(Ms::seconds(120)),
            Rung::Divide { least: Ms::seconds(45) },
        ];
        let ladder = Ladder { pool: "dialogue".to_owned(), rungs, changeover: Ms::ZERO };
        ladder.give(Fitting { members, observers, room: Ms::seconds(8400) }).unwrap()
    }

    #[test]
    fn the_list_takes_the_first_rung_that_fits_the_140_minutes() {
        assert_eq!(upr(20, 40), Given { rung: 0, member: Ms::seconds(180), observer: Ms::seconds(120) });
        assert_eq!(upr(20, 41).rung, 1);
        assert_eq!(upr(35, 35), Given { rung: 1, member: Ms::seconds(120), observer: Ms::seconds(120) });
        assert_eq!(upr(35, 36).rung, 2);
    }

    #[test]
    fn a_division_is_rounded_down_and_never_below_the_least() {
        for (speakers, seconds) in [(73, 115), (94, 89), (103, 81), (112, 75), (120, 70), (137, 61), (150, 56), (160, 52), (190, 45)] {
            assert_eq!(upr(0, speakers).observer, Ms::seconds(seconds), "{speakers}");
        }
    }
}
