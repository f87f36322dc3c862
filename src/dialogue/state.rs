//! Everything that is true at a moment of the session: the fold of its records, and nothing else.

use std::sync::Arc;

use super::command::{Reference, Text};
use super::{Bank, EntryNo, ItemNo, Numbered, Pace, Seq, Sort, Stopwatch, TurnNo};
use crate::review::{Code, Fitting, Ms, Official, Review, Ruling};

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
    /// The segment now.
    pub segment: Option<Text>,
    /// What the ladder gave when the meeting began.
    pub allotments: Option<Allotments>,
    /// Every entry that was ever inscribed.
    pub entries: Numbered<Entry>,
    /// The list of speakers, first to come first. Withdrawn entries keep their place in it, so that they can come back to it.
    pub order: Vec<EntryNo>,
    /// When the list was last opened or closed by hand.
    pub door: Option<Door>,
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
            segment: None,
            allotments: None,
            entries: Numbered::default(),
            order: Vec::new(),
            door: None,
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

/// The list was opened, or closed, by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// When.
    pub at: Ms,
    /// Whether it takes entries since then.
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

/// Something logged out of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub number: ItemNo,
    /// Question, recommendation, comment or commendation.
    pub sort: Sort,
    /// The moment at which it was begun.
    pub at: Ms,
    /// The words.
    pub text: Text,
    /// Theme ids.
    pub themes: Arc<[Text]>,
    /// Its authors, where they are not those of its turn.
    pub by: Arc<[Code]>,
    /// The turn it belongs to.
    pub turn: Option<TurnNo>,
    /// Who answers.
    pub lead: Option<Text>,
    /// Who adds to the answer.
    pub support: Arc<[Text]>,
    /// Why it was last handed on.
    pub why: Option<Text>,
    /// How far it is.
    pub status: ItemStatus,
    /// The answer, once there is one.
    pub answer: Option<Answer>,
}

impl Item {
    /// Whether it waits for an official: a question that nobody has been given.
    pub fn needs_official(&self) -> bool {
        self.sort == Sort::Question && self.status == ItemStatus::Noted
    }

    /// Whether it waits for an answer: a question, or whatever else was given to an official.
    pub fn is_outstanding(&self) -> bool {
        self.needs_official() || self.status == ItemStatus::Assigned
    }
}

/// The answer to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// When it was marked.
    pub at: Ms,
    /// The State under review's turn that it was given in.
    pub turn: Option<TurnNo>,
    /// Who gave it.
    pub by: Option<Text>,
}

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemStatus {
    /// Logged, given to nobody.
    Noted,
    /// Given to an official.
    Assigned,
    /// Answered.
    Answered,
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
}
