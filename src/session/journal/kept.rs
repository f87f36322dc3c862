//! A record as it stands in a file, whole or not, and what is wrong with one or with the file.

use std::fmt;

use super::{Hash, Stored, trouble};

/// A record as it stands in a file, with the hash that stands beside it; neither need be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub seq: i64,
    /// The line it stands in, in a file of lines.
    pub(super) line: Option<usize>,
    id: Box<str>,
    at: i64,
    moment: i64,
    utc_ms: i64,
    boot_id: Box<str>,
    boot_ms: i64,
    seat: Box<str>,
    command: Box<str>,
    events: Box<str>,
    hash: Box<[u8]>,
}

impl Kept {
    pub(super) fn of(stored: &Stored<'_>, hash: &[u8]) -> Kept {
        let Stored { seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events } = *stored;
        Kept {
            seq,
            line: None,
            id: id.into(),
            at,
            moment,
            utc_ms,
            boot_id: boot_id.into(),
            boot_ms,
            seat: seat.into(),
            command: command.into(),
            events: events.into(),
            hash: hash.into(),
        }
    }

    /// Its fields.
    pub fn stored(&self) -> Stored<'_> {
        Stored {
            seq: self.seq,
            id: &self.id,
            at: self.at,
            moment: self.moment,
            utc_ms: self.utc_ms,
            boot_id: &self.boot_id,
            boot_ms: self.boot_ms,
            seat: &self.seat,
            command: &self.command,
            events: &self.events,
        }
    }

    /// The hash that stands beside it, if it is one.
    pub fn hash(&self) -> Option<Hash> {
        Hash::from_slice(&self.hash).ok()
    }
}

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// In which line, counted from 1, of a file of lines.
    pub line: Option<usize>,
    /// At which record.
    pub record: Option<i64>,
    /// What is wrong there.
    pub what: String,
}

impl Flaw {
    pub(super) fn of_file(what: impl Into<String>) -> Flaw {
        Flaw { line: None, record: None, what: trouble::plain(what) }
    }

    pub(super) fn of_line(line: usize, what: impl Into<String>) -> Flaw {
        Flaw { line: Some(line), record: None, what: trouble::plain(what) }
    }

    pub(super) fn of_record(record: i64, what: impl Into<String>) -> Flaw {
        Flaw { line: None, record: Some(record), what: trouble::plain(what) }
    }

    pub(super) fn of(kept: &Kept, what: impl Into<String>) -> Flaw {
        Flaw { line: kept.line, record: Some(kept.seq), what: trouble::plain(what) }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.record) {
            (Some(line), Some(record)) => write!(f, "line {line}, record {record}: {}", self.what),
            (Some(line), None) => write!(f, "line {line}: {}", self.what),
            (None, Some(record)) => write!(f, "record {record}: {}", self.what),
            (None, None) => write!(f, "the file: {}", self.what),
        }
    }
}
