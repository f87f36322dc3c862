//! An item: a question, recommendation, comment or commendation, and how far it is.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ItemNo, Sort, Text, TurnNo};
use crate::review::{Code, Ms};

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
    /// The turn that ran at its moment or was the last statement before, where it follows from that: it belongs there unless that
    /// delegation was not in the room. Absent where its turn was named, or there was none.
    pub heard_in: Option<TurnNo>,
    /// Who answers.
    pub lead: Option<Text>,
    /// Who adds to the answer.
    pub support: Arc<[Text]>,
    /// Why it was last handed on.
    pub why: Option<Text>,
    /// How far it is.
    pub status: ItemStatus,
    /// The answer, once there is one or one in writing is promised.
    pub answer: Option<Answer>,
    /// What the State under review says of it, if it is a recommendation.
    pub position: Position,
    /// The earlier recommendation that it repeats, by its number.
    pub repeats: Option<Text>,
    /// Items that ask the same and were merged into this one: also asked by.
    pub also: Arc<[Item]>,
}

/// What the State under review says of a recommendation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// It has not said.
    #[default]
    Pending,
    /// It supports it.
    Supported,
    /// It takes note of it.
    Noted,
}

impl Item {
    /// Whether it waits for an official: a question that nobody has been given.
    pub fn needs_official(&self) -> bool {
        self.sort == Sort::Question && self.status == ItemStatus::Noted
    }

    /// Whether an answer was asked for: a question, or whatever else was given to an official.
    pub fn is_asked(&self) -> bool {
        self.sort == Sort::Question || self.status != ItemStatus::Noted
    }

    /// Who answered it or promised to, else who is to.
    pub fn whose(&self) -> Option<&Text> {
        self.answer.as_ref().and_then(|answer| answer.by.as_ref()).or(self.lead.as_ref())
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemStatus {
    /// Logged, given to nobody.
    Noted,
    /// Given to an official.
    Assigned,
    /// Answered.
    Answered,
    /// To be answered in writing.
    Written,
    /// Not to be answered.
    Declined,
}
