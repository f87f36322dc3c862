//! An entry of the list of speakers.

use std::sync::Arc;

use super::{EntryNo, Reference, Text};
use crate::review::{Code, Inscribed, Ms};

/// An entry of the list of speakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub number: EntryNo,
    /// One delegation, or several for a joint statement.
    pub delegations: Arc<[Code]>,
    /// Whether one of them is a member of the Council: the ladder's `member`.
    pub member: bool,
    /// As what.
    pub kind: Text,
    /// The kind's rank.
    pub rank: u32,
    /// Its own allotment.
    pub time: Option<Ms>,
    /// Whether it stands where someone put it.
    pub by_hand: bool,
    /// What it refers to.
    pub re: Option<Reference<EntryNo>>,
    /// Why it was admitted to a closed list.
    pub late: Option<Text>,
    /// What became of it.
    pub status: EntryStatus,
    /// How often it was called and not in the room.
    pub absences: u32,
}

impl Entry {
    /// Whether it stands in the list: it waits, or is set aside.
    pub fn is_listed(&self) -> bool {
        matches!(self.status, EntryStatus::Waiting | EntryStatus::Aside)
    }

    /// As a list of speakers would have it.
    pub fn as_inscribed(&self) -> Inscribed {
        Inscribed { delegations: self.delegations.to_vec(), kind: Some(self.kind.to_string()), time: self.time }
    }
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryStatus {
    /// In the list.
    Waiting,
    /// In the list, passed over.
    Aside,
    /// Out of the list.
    Withdrawn,
    /// It has, or had, the floor.
    Taken,
}
