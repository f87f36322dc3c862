//! Where the records of a session are kept. One trait, and [`SqliteJournal`] behind it; another store comes beside it.

mod chain;
mod contents;
mod copy;
mod file;
mod fitting;
mod kept;
pub mod lines;
mod look;
mod proof;
mod rows;
mod salvage;
mod sqlite;
mod trouble;
mod views;

use std::future::Future;
use std::sync::Arc;

use crate::dialogue::{Record, Seq};

pub use chain::{Hash, ORIGIN, Stored};
pub use contents::Contents;
pub use copy::CopiedJournal;
pub use file::{FORMAT, OpenError, is_database};
pub(super) use file::{has_log, log};
pub use kept::{Flaw, Kept};
pub use look::look;
pub(super) use look::{changed, look_into};
pub use proof::{Head, Proof};
pub use salvage::Salvage;
pub use sqlite::SqliteJournal;

/// A session's records, in order, appended by one process at a time and never changed.
///
/// A second append of a record's `id` adds nothing and answers with the first one's number. That is also how one finds out,
/// after [`AppendError::Unknown`], what became of a record: by appending it again.
///
/// Following other processes is [`Journal::read`] from the number after the newest one known, whenever there may be more.
pub trait Journal {
    /// Adds a record after `expected`, the newest one that it was decided on. It is on the disk when this returns.
    ///
    /// # Errors
    /// [`AppendError`]; the journal is as it was, unless it is `Unknown`.
    fn append(&mut self, expected: Seq, record: &Record) -> impl Future<Output = Result<Seq, AppendError>> + Send;

    /// The records from `from` on, each checked against the hash of the one before it, up to the end or to the first that is damaged.
    ///
    /// # Errors
    /// A sentence for the operator where the store cannot be read at all.
    fn read(&mut self, from: Seq) -> impl Future<Output = Result<Found, String>> + Send;

    /// The number and the hash of the newest record that was read or appended here; they stand for all records up to it.
    fn head(&self) -> Head;

    /// Puts everything into the one file, so that it can be copied; for when nothing happens, and before closing.
    fn settle(&mut self) -> impl Future<Output = ()> + Send;
}

/// What a reader of the journal found.
#[derive(Debug, Default)]
pub struct Found {
    /// The records, in order, all whole.
    pub records: Vec<Arc<Record>>,
    /// Why there are no more, if that is not the end of the journal.
    pub damage: Option<String>,
}

/// Why a record was not appended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Someone else has appended meanwhile; the newest record now has this number.
    #[error("another seat was quicker; the newest record is now {0}")]
    Conflict(Seq),
    /// It could not be written; the reason, as a sentence for the operator.
    #[error("{0}")]
    NotWritten(String),
    /// It may have been written and may not; the reason, as a sentence for the operator.
    #[error("{0}")]
    Unknown(String),
}
