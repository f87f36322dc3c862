//! The delegation of the State under review.

use serde::{Deserialize, Serialize};

/// An official who may answer, known by office; the name only where it is on the public record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    /// The word used in commands and records: `justice`.
    pub id: String,
    /// The one-key handle, unique in the review.
    pub key: Option<char>,
    /// The office.
    pub office: String,
    /// The office in a few letters, for narrow columns; equal to `office` unless the review gives one.
    pub short: String,
    /// The person, if public.
    pub name: Option<String>,
    /// Whether this is the head of delegation.
    pub head: bool,
    /// The ids of the themes that this official answers.
    pub themes: Vec<String>,
}
