//! All that a file holds as records of a session, whole or not: what is looked at to prove it, to copy it and to save what can be saved.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Hash, OpenError, Stored, file, lines, look, rows, trouble};

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

/// All that a file holds as records of a session.
#[derive(Debug)]
pub struct Contents {
    /// Which file.
    pub path: PathBuf,
    /// Whether it is a file of lines and not a session.
    pub are_lines: bool,
    /// The records, in the order in which they stand there.
    pub kept: Vec<Kept>,
    /// What is wrong with the file itself, apart from what the records say.
    pub(super) flaws: Vec<Flaw>,
}

impl Contents {
    /// Reads a session or a file of lines, whichever it is. Nothing is written to it or beside it.
    ///
    /// # Errors
    /// It is neither, or cannot be read.
    pub fn of(path: impl AsRef<Path>) -> Result<Contents, OpenError> {
        let path = path.as_ref();
        if file::is_database(path)? { Contents::of_session(path) } else { Contents::of_lines(path) }
    }

    fn of_session(path: &Path) -> Result<Contents, OpenError> {
        look::undisturbed(path, |connection, cut_off| {
            let failed =
                |error: rusqlite::Error| OpenError::new(path, cut_off.as_deref().map_or_else(|| trouble::reading(&error), trouble::short));
            // One transaction: what others write meanwhile is seen in all of it or in none.
            let connection = connection.unchecked_transaction().map_err(failed)?;
            let (kept, mut flaws) = rows::all(&connection).map_err(failed)?;
            match &cut_off {
                // The rest of such a file is in disorder in any case.
                Some(cut_off) => flaws.insert(0, Flaw::of_file(cut_off.as_str())),
                None => flaws.extend(rows::around(&connection).map_err(failed)?),
            }
            Ok(Contents { path: path.to_path_buf(), are_lines: false, kept, flaws })
        })
    }

    fn of_lines(path: &Path) -> Result<Contents, OpenError> {
        let bytes = fs::read(path).map_err(|error| OpenError::new(path, file::unreadable(&error)))?;
        Contents::in_lines(path, &bytes)
    }

    /// Reads lines that were read from a file already.
    ///
    /// # Errors
    /// Not one of them is a record.
    pub fn in_lines(path: impl AsRef<Path>, bytes: &[u8]) -> Result<Contents, OpenError> {
        let path = path.as_ref();
        let (kept, flaws) = lines::all(bytes);
        if kept.is_empty() {
            let first = flaws.first().map_or(String::new(), |flaw| format!(" ({flaw})"));
            let reason =
                format!("holds no whole record: it is neither a session nor a file of records in JSON Lines{first}; it was left alone");
            return Err(OpenError::new(path, reason));
        }
        Ok(Contents { path: path.to_path_buf(), are_lines: true, kept, flaws })
    }
}
