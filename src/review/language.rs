//! The languages whose alphabet can order a list of speakers.

use serde::{Deserialize, Serialize};

/// A language of the alphabetical order. The Working Group's is English.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
}
