//! A turn: one continuous possession of the floor, with its clocks and what came of it.

use std::sync::Arc;

use super::{EntryNo, Stopwatch, Text, TurnNo};
use crate::review::{Code, Kind, Ms, Ruling};

/// One continuous possession of the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its number.
    pub number: TurnNo,
    /// The entry that it came from.
    pub entry: Option<EntryNo>,
    /// Who.
    pub delegations: Arc<[Code]>,
    /// As what.
    pub kind: Text,
    /// What it got when it began.
    pub allotted: Ms,
    /// What was added or taken away since.
    pub extension: Ms,
    /// When it began.
    pub began: Ms,
    /// When it ended.
    pub ended: Option<Ms>,
    /// Time with the clock running.
    pub speaking: Stopwatch,
    /// Time from `pause` to `resume`.
    pub pausing: Stopwatch,
    /// Time at zero, where the modalities let the clock stand there.
    pub standing: Stopwatch,
    /// Paused by hand.
    pub paused: bool,
    /// Given back by `again` when its time was over: the clock does not cut it a second time.
    pub given_back: bool,
    /// The officials who spoke in it, in order; empty for any other delegation than the State under review.
    pub passes: Vec<Pass>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// The chair's ruling, if it was a point of order.
    pub ruling: Option<Ruled>,
}

impl Turn {
    /// Whether the chair is to rule on it.
    pub fn is_point_of_order(&self) -> bool {
        *self.kind == *Kind::POINT_OF_ORDER
    }
}

/// The chair's ruling on a point of order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// What.
    pub ruling: Ruling,
    /// In which words.
    pub text: Option<Text>,
}

/// An official's part of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Who; absent: not yet known.
    pub official: Option<Text>,
    /// When they began.
    pub began: Ms,
    /// What the turn's clock showed then.
    pub from: Ms,
}

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The speaker ended, or the next one began.
    Completed,
    /// It was cut at zero.
    Cut,
    /// The one who had been given the floor was not in the room; charged to nobody.
    Absent,
}
