//! What happened: the facts that a record keeps. Everything else is derived from them in the fold.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::facts::{Editing, Inscription, Logging, Taking};
use super::{EntryNo, ItemNo, Place, Position, Seq, Start, Text, TurnNo};
use crate::review::{Code, Ms, Review, Ruling};

/// One fact. Its moment is the record's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The session was opened on this review: always the first record, and only there.
    Opened(Arc<Review>),
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
    /// Two entries exchanged their places.
    Swapped(EntryNo, EntryNo),
    /// An entry was set aside: it keeps its place and is passed over.
    SetAside(EntryNo),
    /// It waits again.
    Released(EntryNo),
    /// The list was ordered by name.
    Sorted(Start),
    /// The list was ordered by lot.
    Drawn {
        /// From which the lots follow.
        seed: u64,
        /// How many were drawn; absent: all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u32>,
    },
    /// The list takes entries again.
    ListOpened,
    /// The list takes no more.
    ListClosed,
    /// Someone takes part whom the review does not list.
    ParticipantEntered {
        /// The code for later commands.
        code: Code,
        /// The name.
        name: Text,
        /// The name as it is found: see [`crate::review::names::fold`].
        key: Text,
        /// What orders the name among the others.
        sort_key: Text,
    },
    /// Such a participant is a delegation of the review after all: what was theirs is its.
    Reconciled {
        /// The participant.
        participant: Code,
        /// The delegation.
        delegation: Code,
    },
    /// What is left was given out again to all who wait without own time.
    Divided {
        /// A Council member gets this.
        member: Ms,
        /// Anyone else this.
        observer: Ms,
        /// The rung of the ladder, counted from 0; absent: the figure that the chair announced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rung: Option<usize>,
    },
    /// A group's time bank holds another time in all.
    Banked {
        /// Which group.
        group: Text,
        /// All that it holds.
        total: Ms,
    },
    /// A group's overrun was given to every group.
    Redistributed {
        /// Whose overrun it was.
        group: Text,
        /// How much each group got.
        each: Ms,
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
    /// The chair ended it.
    Cut(TurnNo),
    /// A turn that had ended goes on under its number.
    TookUpAgain(TurnNo),
    /// From its first moment on, the turn is of another kind.
    Retyped {
        /// Which turn.
        turn: TurnNo,
        /// The kind.
        kind: Text,
    },
    /// What a record tells of happened earlier, or later.
    Shifted {
        /// Which record.
        record: Seq,
        /// By how much later; negative for earlier.
        by: Ms,
    },
    /// The chair ruled on a point of order.
    Ruled {
        /// The turn in which it was raised.
        turn: TurnNo,
        /// The ruling.
        ruling: Ruling,
        /// Its words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
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
    /// Questions were handed in before the meeting.
    AskedBefore(Vec<Logging>),
    /// A second item was made out of one; what is absent is as in the first.
    Split {
        /// Out of which.
        from: ItemNo,
        /// The number of the second.
        item: ItemNo,
        /// What it says.
        text: Text,
        /// Its themes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        themes: Vec<Text>,
        /// Who answers it, and who adds to the answer.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        officials: Vec<Text>,
    },
    /// Items that ask the same became one: also asked by.
    Merged {
        /// Which.
        items: Vec<ItemNo>,
        /// The one that stays.
        into: ItemNo,
    },
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
    /// Items will be answered in writing.
    PromisedInWriting {
        /// Which.
        items: Vec<ItemNo>,
        /// By whom; absent: each item's lead.
        by: Option<Text>,
    },
    /// Items will not be answered.
    Declined {
        /// Which.
        items: Vec<ItemNo>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<Text>,
    },
    /// The State under review said what it thinks of recommendations.
    Positioned {
        /// Which.
        items: Vec<ItemNo>,
        /// What.
        position: Position,
    },
    /// Items are open again.
    Reopened(Vec<ItemNo>),
    /// A remark for the record.
    Noted(Text),
    /// What follows in the same record happened in the place of what another record tells of, at its moment.
    Replaced(Seq),
    /// These records count as if they had never been.
    Undone(Vec<Seq>),
    /// These count again.
    Redone(Vec<Seq>),
}

impl Event {
    /// Whether it begins, suspends, reconvenes or adjourns the meeting.
    pub fn is_of_meeting(&self) -> bool {
        matches!(self, Event::Began | Event::Suspended | Event::Reconvened | Event::Adjourned)
    }

    /// Whether by it someone takes the floor or loses it, a clock of the floor stops or goes on, or another official speaks: what
    /// `back` puts at another moment.
    pub fn is_of_floor(&self) -> bool {
        matches!(
            self,
            Event::TookFloor(_)
                | Event::Ended(_)
                | Event::Cut(_)
                | Event::TookUpAgain(_)
                | Event::Paused(_)
                | Event::Resumed(_)
                | Event::Passed { .. }
                | Event::Absent { turn: Some(_), .. }
        )
    }
}
