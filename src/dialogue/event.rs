//! What happened: the facts that a record keeps. Everything else is derived from them in the fold.

use serde::{Deserialize, Serialize};

use super::command::{Place, Reference, Text};
use super::{EntryNo, ItemNo, Seq, Sort, TurnNo};
use crate::review::{Code, Ms, Review};

/// One fact. Its moment is the record's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The session was opened on this review: always the first record, and only there.
    Opened(Box<Review>),
    /// The meeting began; the ladder sets the allotments.
    Began,
    /// The meeting was suspended; what ran is paused.
    Suspended,
    /// It went on.
    Reconvened,
    /// It ended, and what ran or was held with it.
    Adjourned,
    /// A segment of the meeting began.
    Segment(Text),
    /// Someone entered the list.
    Inscribed(Inscription),
    /// Many entered it at once.
    Imported(Vec<Inscription>),
    /// An entry left the list.
    Withdrawn(EntryNo),
    /// It came back between its old neighbours.
    Restored(EntryNo),
    /// It was given another place.
    Moved {
        /// Which entry.
        entry: EntryNo,
        /// Where it stood afterwards.
        to: Place<EntryNo>,
    },
    /// It was given its own allotment.
    Timed {
        /// Which entry.
        entry: EntryNo,
        /// The allotment.
        time: Ms,
    },
    /// A delegation took the floor; what ran ended or was held at the same moment, as the kind says.
    TookFloor(Taking),
    /// The turn ended.
    Ended(TurnNo),
    /// Its clock was held.
    Paused(TurnNo),
    /// Its clock went on.
    Resumed(TurnNo),
    /// It was made longer, or shorter.
    Extended {
        /// Which turn.
        turn: TurnNo,
        /// By how much.
        by: Ms,
    },
    /// Within the turn, another official spoke.
    Passed {
        /// Which turn.
        turn: TurnNo,
        /// Who; absent: not yet known.
        official: Option<Text>,
    },
    /// Whoever was called was not in the room.
    Absent {
        /// The entry, which goes to the end of the list.
        entry: Option<EntryNo>,
        /// The turn, if the floor had been given already.
        turn: Option<TurnNo>,
    },
    /// An official who is not in the review was named.
    OfficialEntered {
        /// The word for later commands.
        id: Text,
        /// The office.
        office: Text,
    },
    /// Something was logged out of a statement.
    Logged(Logging),
    /// An item was put right; what is absent stays.
    Edited(Editing),
    /// An item was taken out.
    Dropped(ItemNo),
    /// Items were given to an official.
    Assigned {
        /// Which.
        items: Vec<ItemNo>,
        /// Who answers.
        lead: Text,
        /// Who adds to the answer.
        support: Vec<Text>,
        /// Why.
        why: Option<Text>,
    },
    /// Items were taken back from their officials.
    Unassigned(Vec<ItemNo>),
    /// Items were answered.
    Answered {
        /// Which.
        items: Vec<ItemNo>,
        /// By whom; absent: each item's lead.
        by: Option<Text>,
    },
    /// Items are open again.
    Reopened(Vec<ItemNo>),
    /// A remark for the record.
    Noted(Text),
    /// These records count as if they had never been.
    Undone(Vec<Seq>),
    /// These count again.
    Redone(Vec<Seq>),
}

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
}
