//! The pure core. A command is decided against a state and becomes events; a record's events are applied to a state.
//!
//! Nothing in here reads a clock, a file or a terminal. Time comes in as values. The only things used are the
//! standard library, `serde` and the plain types of [`crate::review`]; `tests/rooms.rs` holds that.

mod action;
mod apply;
mod back;
mod charges;
mod checkpoints;
mod command;
mod decide;
mod division;
mod entry;
mod event;
mod facts;
mod figures;
mod fold;
mod forecast;
mod item;
mod ladder;
mod lots;
mod named;
mod numbers;
mod pace;
mod record;
mod refusal;
mod seen;
mod slots;
mod state;
mod stopwatch;
mod sums;
mod totals;
mod turn;
mod undo;

use serde::{Deserialize, Serialize};

pub use action::Action;
pub use apply::Broken;
pub use charges::{Bank, PoolFigures};
pub use command::{Command, Inscribe, Text};
pub use decide::Numbers;
pub use division::{Proposal, Sharing};
pub use entry::{Entry, EntryStatus};
pub use event::Event;
pub use facts::{Editing, Inscription, Logging, Taking};
pub use figures::{Clock, ItemCounts, Load, Phase};
pub use fold::{Decision, Dialogue};
pub use forecast::{Expected, Forecast};
pub use item::{Answer, Item, ItemStatus, Position};
pub use lots::SplitMix;
pub use named::{Division, EntryRef, OfficialRef, Participant, Place, Reference, Said, Start, Which};
pub use numbers::{EntryNo, ItemNo, Numbered, Seq, TurnNo};
pub use pace::Pace;
pub use record::Record;
pub use refusal::{Refusal, RefusalCode};
pub use state::*;
pub use stopwatch::Stopwatch;
pub use sums::AnswerPace;
pub use totals::{Spent, Total};
pub use turn::{Outcome, Pass, Ruled, Turn};

/// The four sorts of thing that are logged out of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// `?` something to be answered
    Question,
    /// `!` something to be done
    Recommendation,
    /// `.` an observation
    Comment,
    /// `+` praise
    Commendation,
}
