//! Why a command was not accepted: a stable code for programs and one sentence for the operator, all in this one place.

use std::fmt;

use super::Seq;

/// A command that changes nothing and records nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The stable name of the reason.
    pub code: RefusalCode,
    /// What happened and what to do, for the person at the keyboard.
    pub sentence: String,
    /// The records that stand in the way and could be taken back as well; none where that would not help.
    pub in_the_way: Vec<Seq>,
}

impl Refusal {
    /// A refusal in words.
    pub fn new(code: RefusalCode, sentence: impl Into<String>) -> Refusal {
        Refusal { code, sentence: sentence.into(), in_the_way: Vec::new() }
    }

    /// The same, for the sake of records that could be taken back as well.
    pub(super) fn on_account_of(self, in_the_way: Vec<Seq>) -> Refusal {
        Refusal { in_the_way, ..self }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Refusal {}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The reasons of `language.md`. Their text forms never change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum RefusalCode {
            $($(#[$doc])* $name,)*
        }

        impl RefusalCode {
            /// Every code.
            pub const ALL: &'static [RefusalCode] = &[$(RefusalCode::$name,)*];

            /// The text form.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(RefusalCode::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    /// The meeting has not begun.
    MeetingNotBegun = "meeting-not-begun",
    /// The meeting is over.
    MeetingAdjourned = "meeting-adjourned",
    /// Nobody speaks, or the one who has the floor is paused.
    NotSpeaking = "not-speaking",
    /// Nothing is paused.
    NotPaused = "not-paused",
    /// The running turn holds another, which must go on first.
    TurnHeld = "turn-held",
    /// Nobody is left to call.
    NobodyWaiting = "nobody-waiting",
    /// The list is closed.
    ListClosed = "list-closed",
    /// What was aimed at has changed since it was seen.
    Stale = "stale",
    /// Several fit.
    Ambiguous = "ambiguous",
    /// It is there already.
    Duplicate = "duplicate",
    /// No such delegation.
    UnknownDelegation = "unknown-delegation",
    /// No such entry (or turn).
    UnknownEntry = "unknown-entry",
    /// No such item.
    UnknownItem = "unknown-item",
    /// No such official.
    UnknownOfficial = "unknown-official",
    /// No such theme.
    UnknownTheme = "unknown-theme",
    /// No such kind of turn.
    UnknownKind = "unknown-kind",
    /// Not a length of time, or not one that fits here.
    BadDuration = "bad-duration",
    /// The delegation has had all its turns of this kind.
    LimitReached = "limit-reached",
    /// The modalities have no such pool.
    PoolMissing = "pool-missing",
    /// Later records depend on it.
    Depends = "depends",
    /// There is nothing to take back.
    NothingToUndo = "nothing-to-undo",
    /// Not now, or not from this seat.
    NotAllowed = "not-allowed",
    /// Known, and not carried out by this version.
    NotYet = "not-yet",
    /// A file cannot be read.
    Unreadable = "unreadable",
    /// The record could not be written; nothing changed.
    NotWritten = "not-written",
    /// The line is not a command of the language.
    Usage = "usage",
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
