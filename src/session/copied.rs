//! A session that is read out of a file and only looked at: as it stood at the last record, or as time has gone on since.

use std::path::Path;

use super::journal::CopiedJournal;
use super::{Clock, OpenError, Reading, Session};

/// What was read once is what is shown for ever: no time passes in a copy.
impl Clock for Reading {
    fn read(&self) -> Reading {
        self.clone()
    }
}

impl Session<CopiedJournal> {
    /// Reads a session, or a file of records in JSON Lines, up to the first record that is damaged: see
    /// [`Health::read_only`](super::Health). Time stands at the last record.
    ///
    /// # Errors
    /// It is neither, or does not begin with a review; it was left alone.
    pub async fn copied(path: impl AsRef<Path>) -> Result<Session<CopiedJournal>, OpenError> {
        let path = path.as_ref();
        let journal = CopiedJournal::read_from(path)?;
        let stands = journal.last().map(|last| Reading { utc_ms: last.utc_ms, boot_id: last.boot_id.clone(), boot_ms: last.boot_ms });
        let nowhere = Reading { utc_ms: 0, boot_id: "".into(), boot_ms: 0 };
        Session::resume(journal, stands.unwrap_or(nowhere)).await.map_err(|reason| OpenError::new(path, reason))
    }
    /// Reads a session, which goes on by a clock as one that is open does. Nothing is written to the file or beside it, and what others
    /// write later is not seen.
    ///
    /// # Errors
    /// It is none, or does not begin with a review; it was left alone.
    pub async fn looked_at(path: impl AsRef<Path>, clock: impl Clock + 'static) -> Result<Session<CopiedJournal>, OpenError> {
        let path = path.as_ref();
        let journal = CopiedJournal::read_from_session(path)?;
        Session::resume(journal, clock).await.map_err(|reason| OpenError::new(path, reason))
    }
}
