//! What an event tells at length: an entry as inscribed, a turn as it began, an item as logged, what changed in an item.

use serde::{Deserialize, Serialize};

use super::{EntryNo, ItemNo, Place, Reference, Sort, Text, TurnNo};
use crate::review::{Code, Ms};

/// An entry of the list, as inscribed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inscription {
    /// Its number, never used again.
    pub entry: EntryNo,
    /// Who.
    pub delegations: Vec<Code>,
    /// As what.
    pub kind: Text,
    /// Where, if a place was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place<EntryNo>>,
    /// Its own allotment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Ms>,
    /// What it refers to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub re: Option<Reference<EntryNo>>,
    /// Why the chair admitted it to a closed list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Text>,
}

/// A turn, as it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taking {
    /// Its number, never used again.
    pub turn: TurnNo,
    /// The entry that it came from, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryNo>,
    /// Who.
    pub delegations: Vec<Code>,
    /// As what.
    pub kind: Text,
    /// The official who speaks first, where the State under review takes the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Text>,
    /// Called in its turn though its kind interrupts: what ran ends, and nothing is held.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_turn: bool,
}

/// An item, as logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logging {
    /// Its number, never used again.
    pub item: ItemNo,
    /// Question, recommendation, comment or commendation.
    pub sort: Sort,
    /// What was said.
    pub text: Text,
    /// Theme ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Text>,
    /// Who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Text>,
    /// Who adds to the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Text>,
    /// Its authors, where they are not those of its turn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Code>,
    /// Its turn, where it is not the one of its moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnNo>,
    /// The earlier recommendation that it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Text>,
}

/// What changed in an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Editing {
    /// Which.
    pub item: ItemNo,
    /// New words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// New themes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub themes: Option<Vec<Text>>,
    /// New authors; an empty list: those of its turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Vec<Code>>,
    /// Another turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnNo>,
    /// Another sort.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// The earlier recommendation that it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Text>,
}
