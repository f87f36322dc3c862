//! Records that were read once, out of a session or a file of JSON Lines, as a journal that takes no more.

use std::path::Path;
use std::sync::Arc;

use super::look::{look_for_head, look_into};
use super::{AppendError, Found, Head, Journal, OpenError};
use crate::dialogue::{Record, Seq};

/// The records of a file, as they stood in it when it was read.
#[derive(Debug)]
pub struct CopiedJournal {
    found: Found,
    head: Head,
}

impl CopiedJournal {
    /// Reads a session, or a file of lines, up to the first record that is damaged. Nothing is written to it or beside it.
    ///
    /// # Errors
    /// It is neither, or one that this version cannot read.
    pub fn read_from(path: &Path) -> Result<CopiedJournal, OpenError> {
        let (found, head) = look_for_head(path)?;
        Ok(CopiedJournal { found, head })
    }

    /// Reads a session and nothing else, likewise.
    ///
    /// # Errors
    /// It is none, or one that this version cannot read.
    pub fn read_from_session(path: &Path) -> Result<CopiedJournal, OpenError> {
        let (found, head) = look_into(path)?;
        Ok(CopiedJournal { found, head })
    }

    /// The last of the records that have not been handed out yet.
    pub fn last(&self) -> Option<&Record> {
        self.found.records.last().map(Arc::as_ref)
    }
}

impl Journal for CopiedJournal {
    async fn append(&mut self, _: Seq, _: &Record) -> Result<Seq, AppendError> {
        Err(AppendError::NotWritten("This is a copy that is only looked at: nothing was recorded and nothing changed.".into()))
    }

    async fn read(&mut self, from: Seq) -> Result<Found, String> {
        let Found { mut records, damage } = std::mem::take(&mut self.found);
        records.retain(|record| record.seq >= from);
        Ok(Found { records, damage })
    }

    fn head(&self) -> Head {
        self.head
    }

    async fn settle(&mut self) {}
}
