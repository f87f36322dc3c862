//! What was written before the meeting: advance questions, and the recommendations of the review before.

mod read;

use serde::{Deserialize, Serialize};

use super::Code;
pub use read::{advance, earlier};

/// An advance question, as handed in (decision 17/119: circulated ten working days before the review).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who asks, one or several together.
    pub delegations: Vec<Code>,
    /// What.
    pub text: String,
    /// Theme ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// The ids of who answers, the lead first; empty: the official of its first theme, if there is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub officials: Vec<String>,
}

/// A recommendation of the State's review before this one, to which a new one can be linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Its number in the report: `125.34`.
    pub number: String,
    /// Who made it.
    pub delegations: Vec<Code>,
    /// What it says.
    pub text: String,
}
