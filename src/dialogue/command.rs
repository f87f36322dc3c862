//! What anyone may ask of a session: a line of the language in its typed form.

use std::sync::Arc;

use super::{Action, EntryRef, Participant, Place, Reference};
use crate::review::{Code, Ms};

/// Text that is shared, not copied, between records and state.
pub type Text = Arc<str>;

/// One command: what is to happen, and how long ago it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What is to happen.
    pub action: Action,
    /// `ago=D`: it happened this long before now.
    pub ago: Ms,
}

impl Command {
    /// A command for this very moment.
    pub fn now(action: Action) -> Command {
        Command { action, ago: Ms::ZERO }
    }
}

/// The arguments of `inscribe`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inscribe {
    /// One delegation, or several for one joint entry.
    pub delegations: Vec<Code>,
    /// A participant whom the review does not list, by name; instead of delegations.
    pub participant: Option<Participant>,
    /// As what; absent: statement, joint-statement, or for the State under review an answer.
    pub kind: Option<Text>,
    /// Where; absent: by rank and arrival.
    pub at: Option<Place<EntryRef>>,
    /// Its own allotment.
    pub time: Option<Ms>,
    /// What it refers to.
    pub re: Option<Reference<EntryRef>>,
    /// Why the chair admits it to a closed list.
    pub late: Option<Text>,
}
