//! What was agreed before the meeting: delegations, officials, modalities, themes, and the list as inscribed.
//!
//! These are plain values. The whole [`Review`] is the first record of a session, so that a session explains itself for ever.

mod alphabet;
mod code;
mod columns;
mod delegations;
pub mod duration;
mod ladder;
mod language;
pub mod list;
pub mod load;
mod modalities;
pub mod names;
mod officials;
pub mod questions;
mod search;
mod spelling;
pub mod stems;
mod summary;
mod themes;

use serde::{Deserialize, Serialize};

pub use code::{Code, NotACode};
pub use delegations::{Delegation, Standing};
pub use duration::Ms;
pub use ladder::{Fitting, Given};
pub use language::Language;
pub use modalities::{Allotment, AtZero, Count, Kind, Ladder, Modalities, Pool, Ruling, Rung, Speaker};
pub use names::Fits;
pub use officials::Official;
pub use questions::{Asked, Earlier};
pub use spelling::{near, nearest};
pub use summary::summary;
pub use themes::{Phrase, Theme};

/// One State's review, as loaded and checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The title shown.
    pub title: String,
    /// The session of the Working Group.
    pub session: Option<String>,
    /// The planned beginning, local to `time_zone`, as `2025-01-23T09:00:00`.
    pub starts: String,
    /// IANA name of the zone in which every time of day is shown.
    pub time_zone: String,
    /// Who answers.
    pub state_under_review: Code,
    /// The rules.
    pub modalities: Modalities,
    /// The three rapporteurs.
    pub troika: Vec<Code>,
    /// Everyone who may take the floor, in the order of `delegations.toml`.
    pub delegations: Vec<Delegation>,
    /// Subjects.
    pub themes: Vec<Theme>,
    /// The delegation of the State under review, in protocol order.
    pub officials: Vec<Official>,
    /// The list of speakers as inscribed beforehand.
    pub speakers: Vec<Inscribed>,
    /// What a reader must know about that list ("illustrative list").
    pub speakers_note: Option<String>,
    /// Questions handed in before the meeting: the first items of the session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advance: Vec<Asked>,
    /// The recommendations of the review before this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    /// The language whose alphabet orders the list.
    #[serde(default)]
    pub language: Language,
    /// The allotment announced by the chair; no rung of the ladder is tried.
    pub each: Option<Ms>,
}

/// One place in the list of speakers, before it has a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inscribed {
    /// One delegation, or several for a joint statement.
    pub delegations: Vec<Code>,
    /// The kind; absent: see [`Review::usual_kind`].
    pub kind: Option<String>,
    /// Its own allotment.
    pub time: Option<Ms>,
}

impl Review {
    /// The delegation with that code.
    pub fn delegation(&self, code: Code) -> Option<&Delegation> {
        self.delegations.iter().find(|delegation| delegation.code == code)
    }

    /// The name shown for a code; the code itself where nobody has it.
    pub fn name_of(&self, code: Code) -> String {
        self.delegation(code).map_or_else(|| code.to_string(), |delegation| delegation.short.clone())
    }

    /// The names shown for several codes, as a sentence has them.
    pub fn names(&self, codes: &[Code]) -> String {
        codes.iter().map(|code| self.name_of(*code)).collect::<Vec<_>>().join(", ")
    }

    /// The official with that id.
    pub fn official(&self, id: &str) -> Option<&Official> {
        self.officials.iter().find(|official| official.id == id)
    }

    /// As what delegations speak where nothing else is said: a statement, several together a joint one, the State under review an answer
    /// where anybody answers.
    pub fn usual_kind(&self, delegations: &[Code]) -> &'static str {
        match delegations {
            any if any.contains(&self.state_under_review) && self.modalities.has_answers() => Kind::ANSWER,
            [] | [_] => Kind::STATEMENT,
            _ => Kind::JOINT_STATEMENT,
        }
    }

    /// As what an entry of the list is inscribed.
    pub fn kind_of<'a>(&self, entry: &'a Inscribed) -> &'a str {
        entry.kind.as_deref().unwrap_or_else(|| self.usual_kind(&entry.delegations))
    }

    /// The head of delegation.
    pub fn head(&self) -> Option<&Official> {
        self.officials.iter().find(|official| official.head)
    }

    /// Who is to answer an advance question: the official named with it, else the one of its first theme.
    pub fn lead_of<'a>(&'a self, asked: &'a Asked) -> Option<&'a str> {
        let by_theme = || {
            let theme = asked.themes.first()?;
            self.officials.iter().find(|official| official.themes.contains(theme)).map(|official| official.id.as_str())
        };
        asked.officials.first().map(String::as_str).or_else(by_theme)
    }

    /// The theme with that id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == id)
    }
}
