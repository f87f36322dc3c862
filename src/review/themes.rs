//! The subjects by which questions reach the official who can answer them.

use serde::{Deserialize, Serialize};

/// A theme of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// The word after `#`: `torture`.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// Words in a statement that suggest it.
    pub words: Vec<String>,
}
