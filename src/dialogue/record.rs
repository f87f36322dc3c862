//! The one thing that is ever stored: a command that was accepted, with what it made happen.

use serde::{Deserialize, Serialize};

use super::{Event, Seq, Text};
use crate::review::Ms;

/// A record of the journal. Never changed, never removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its place in the journal, from 1 without a gap.
    pub seq: Seq,
    /// Made at the key press; a second record with the same id is ignored (case TQ-34).
    pub id: Text,
    /// Session time at which it was accepted: the later of its key press and the record before it.
    pub at: Ms,
    /// Session time at which it happened; earlier than `at` where the command said `ago`.
    pub moment: Ms,
    /// The host's UTC then, in milliseconds since 1970.
    pub utc_ms: i64,
    /// Which start of which host the boot time belongs to.
    pub boot_id: Text,
    /// Milliseconds since that start, sleep included.
    pub boot_ms: i64,
    /// Who did it.
    pub seat: Text,
    /// The command as typed.
    pub command: Text,
    /// What happened.
    pub events: Vec<Event>,
}

impl Record {
    /// As a refusal quotes it, by its number and as it was typed: `5 (next seen=e10)`. Whoever has names for things puts those there.
    pub fn quoted(&self) -> String {
        format!("{} ({})", self.seq, self.command)
    }

    /// What happened at a moment, accepted at once, of nobody and in no words, on a host whose clocks began with the session: to see what
    /// would follow from it, and for sessions that are never written down.
    pub fn of(seq: Seq, moment: Ms, events: Vec<Event>) -> Record {
        let none = Text::from("");
        Record {
            seq,
            id: Text::clone(&none),
            at: moment,
            moment,
            utc_ms: moment.0,
            boot_id: Text::clone(&none),
            boot_ms: moment.0,
            seat: Text::clone(&none),
            command: none,
            events,
        }
    }
}
