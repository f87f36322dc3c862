//! Everything that is true at a moment of the session: the fold of its records, and nothing else.

use std::sync::Arc;

use super::{Bank, Entry, EntryNo, Item, Numbered, Pace, Record, Seq, Stopwatch, Text, Turn, TurnNo};
use crate::review::{Fitting, Ms, Official, Review};

/// The state of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// What was agreed before.
    pub review: Arc<Review>,
    /// The moment of the last change, whether a record made it or time alone (a turn cut at zero).
    pub as_of: Ms,
    /// Where the meeting stands.
    pub status: Status,
    /// When it began.
    pub begun: Option<Ms>,
    /// When it was adjourned.
    pub adjourned: Option<Ms>,
    /// How long it has been suspended.
    pub suspension: Stopwatch,
    /// How long of that nobody had the floor.
    pub recess: Stopwatch,
    /// The segment now.
    pub segment: Option<Text>,
    /// What the ladder gave when the meeting began.
    pub allotments: Option<Allotments>,
    /// Every entry that was ever inscribed.
    pub entries: Numbered<Entry>,
    /// The list of speakers, first to come first. Withdrawn entries keep their place in it, so that they can come back to it.
    pub order: Vec<EntryNo>,
    /// How the chair last left the list; absent: as the modalities have it.
    pub list_status: Option<ListStatus>,
    /// Every turn.
    pub turns: Numbered<Turn>,
    /// Who has the floor: the last one; those before it are held (or run on underneath), outermost first.
    pub floor: Vec<TurnNo>,
    /// The turn that ended last.
    pub last_turn: Option<TurnNo>,
    /// The statement that items belong to: the one that runs or is held, else the last.
    pub statement: Option<TurnNo>,
    /// The last turn of the State under review.
    pub answer: Option<TurnNo>,
    /// The time since the last turn ended.
    pub gap: Stopwatch,
    /// All the time between turns that is over.
    pub gaps: Ms,
    /// What turns that are over have drawn on the pools, in the order of the modalities.
    pub drawn: Vec<Ms>,
    /// The time banks of groups, in the order of the modalities.
    pub banks: Vec<Bank>,
    /// How fast speakers come and go.
    pub pace: Pace,
    /// Questions, recommendations, comments and commendations.
    pub items: Numbered<Item>,
    /// Officials, those of the review first.
    pub officials: Vec<Speaking>,
    /// Remarks for the record, numbered by the records that made them.
    pub notes: Numbered<Remark>,
}

impl State {
    /// A session that was just opened on a review: its speakers are inscribed, nothing has happened.
    pub fn new(review: Arc<Review>) -> State {
        let officials = review.officials.iter().map(Speaking::of).collect();
        let drawn = vec![Ms::ZERO; review.modalities.pools.len()];
        let banks = review.modalities.groups.iter().map(|bank| Bank { total: bank.total, ..Bank::default() }).collect();
        State {
            review,
            as_of: Ms::ZERO,
            status: Status::Waiting,
            begun: None,
            adjourned: None,
            suspension: Stopwatch::default(),
            recess: Stopwatch::default(),
            segment: None,
            allotments: None,
            entries: Numbered::default(),
            order: Vec::new(),
            list_status: None,
            turns: Numbered::default(),
            floor: Vec::new(),
            last_turn: None,
            statement: None,
            answer: None,
            gap: Stopwatch::default(),
            gaps: Ms::ZERO,
            drawn,
            banks,
            pace: Pace::default(),
            items: Numbered::default(),
            officials,
            notes: Numbered::default(),
        }
    }
}

/// Whether the list takes inscriptions, as it was opened or closed by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListStatus {
    /// When.
    pub at: Ms,
    /// Whether it takes them since then.
    pub open: bool,
}

/// Where the meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Not begun.
    Waiting,
    /// In progress.
    Open,
    /// Suspended.
    Suspended,
    /// Over.
    Adjourned,
}

/// What each entry without its own time gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allotments {
    /// The rung that was taken, counted from 0; absent: the figure was announced by the chair.
    pub rung: Option<usize>,
    /// A Council member's time.
    pub member: Ms,
    /// Anyone else's.
    pub observer: Ms,
    /// Who was fitted in, and what the pool had for them; nobody where the figure was announced.
    pub fitted: Fitting,
}

impl Allotments {
    /// What someone of that standing gets.
    pub fn of(self, member: bool) -> Ms {
        if member { self.member } else { self.observer }
    }
}

/// An official, of the review or entered during the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaking {
    /// The word for commands.
    pub id: Text,
    /// The one-key handle.
    pub key: Option<char>,
    /// The office.
    pub office: Text,
    /// Head of delegation.
    pub head: bool,
}

impl Speaking {
    fn of(official: &Official) -> Speaking {
        Speaking {
            id: Text::from(official.id.as_str()),
            key: official.key,
            office: Text::from(official.office.as_str()),
            head: official.head,
        }
    }
}

/// A remark for the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// When.
    pub at: Ms,
    /// The words.
    pub text: Text,
}

/// A record as it stands in the fold: what it says, when it counts, and whether it was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The record.
    pub seq: Seq,
    /// Its effective moment.
    pub moment: Ms,
    /// Taken back.
    pub undone: bool,
    /// The kind of the turn that it began, where it was put right later.
    pub kind: Option<Text>,
    /// The record whose facts stand in the place of its own.
    pub replaced_by: Option<Arc<Record>>,
}
