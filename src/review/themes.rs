//! The subjects by which questions reach the official who can answer them.

use serde::{Deserialize, Serialize};

use super::stems::stems;

/// A theme of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// The word after `#`: `torture`.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// Words in a statement that suggest it.
    pub words: Vec<Phrase>,
}

/// One entry of a theme's vocabulary: a word, or several that are said together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Phrase {
    written: String,
    stems: Vec<String>,
}

impl Phrase {
    /// As the review has it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What of its words must be heard.
    pub fn stems(&self) -> &[String] {
        &self.stems
    }
}

impl From<String> for Phrase {
    fn from(written: String) -> Phrase {
        let stems = stems(&written);
        Phrase { written, stems }
    }
}

impl From<&str> for Phrase {
    fn from(written: &str) -> Phrase {
        Phrase::from(written.to_owned())
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> String {
        phrase.written
    }
}
