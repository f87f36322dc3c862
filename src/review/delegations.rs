//! Who may take the floor: member States, observers and other participants.

use serde::{Deserialize, Serialize};

use super::Code;

/// One delegation, as `config/delegations.toml` describes it and the session's first record keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// The code that commands and records use.
    pub code: Code,
    /// ISO 3166-1 alpha-2, the shortest thing to type.
    pub alpha2: Option<Code>,
    /// The United Nations short name in English, as printed in a list of speakers.
    pub name: String,
    /// What a screen shows when the full name is too long for a row; equal to `name` for most.
    pub short: String,
    /// Whether running text puts "the" before the name.
    pub article: bool,
    /// Names in other languages, inverted and plain forms, former names.
    pub aliases: Vec<String>,
    /// Member State, observer State or another participant.
    pub standing: Standing,
    /// Regional group, absent for observers.
    pub group: Option<String>,
    /// Member of the Human Rights Council in the review's year: the ladder's `member`.
    pub council_member: bool,
    /// Folded names, made once on load so that a newer version never finds another State in an old session: see [`super::names::fold`].
    pub keys: Vec<String>,
    /// What orders its name among the others in the language of the review: keys compare as plain text. Made when the review is
    /// loaded, so that a newer library never changes an old session; empty in a session older than that.
    #[serde(default)]
    pub sort_key: String,
    /// The capital of the Latin alphabet that its name begins with in that language.
    #[serde(default = "first_letter")]
    pub initial: char,
}

/// In what capacity a delegation takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// One of the 193 member States of the United Nations.
    MemberState,
    /// A non-member observer State.
    ObserverState,
    /// Anyone else that may be given the floor.
    Participant,
}

fn first_letter() -> char {
    'A'
}
