//! The subjects by which questions reach the official who can answer them.

use std::sync::OnceLock;

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
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Phrase {
    written: String,
    /// Found when they are first wanted, so that a session opens without them.
    stems: OnceLock<Vec<String>>,
}

impl Phrase {
    /// As the review has it.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What of its words must be heard.
    pub fn stems(&self) -> &[String] {
        self.stems.get_or_init(|| stems(&self.written))
    }
}

impl PartialEq for Phrase {
    fn eq(&self, other: &Phrase) -> bool {
        self.written == other.written
    }
}

impl Eq for Phrase {}

impl From<String> for Phrase {
    fn from(written: String) -> Phrase {
        Phrase { written, stems: OnceLock::new() }
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
