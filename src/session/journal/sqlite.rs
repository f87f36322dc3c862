//! The journal as one SQLite file a session: write-ahead log, every commit synced, shared by several processes of a host.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, Transaction, TransactionBehavior};

use super::file::PATIENCE;
use super::rows::{INSERT, columns, insert};
use super::{AppendError, Found, Hash, Head, Journal, ORIGIN, OpenError, Stored, file, rows, trouble, views};
use crate::dialogue::{Record, Seq};

const NEWEST: &str = "SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1";

/// A session's file, open.
#[derive(Debug)]
pub struct SqliteJournal {
    connection: Connection,
    path: PathBuf,
    place: Option<Place>,
    /// The log beside it, once there is one.
    log: Option<Place>,
    newest: Seq,
    hash: Hash,
    buffer: Vec<u8>,
    cut_off: Option<String>,
    closed: Option<String>,
}

impl SqliteJournal {
    /// Makes a new file with its first record in it.
    ///
    /// # Errors
    /// The file is there already, or cannot be written.
    pub fn create(path: &Path, first: &Record) -> Result<SqliteJournal, OpenError> {
        let events = encode(first).map_err(|reason| OpenError::new(path, reason))?;
        file::create(path, |connection| {
            let stored = stored(Seq(1), first, &events);
            let hash = stored.hash(&ORIGIN, &mut Vec::new());
            insert(&mut connection.prepare_cached(INSERT)?, &stored, &hash)
        })?;
        SqliteJournal::open(path)
    }

    /// Opens a file; its records are still to be [read](Journal::read).
    ///
    /// # Errors
    /// It is no session, or one that this version cannot read. It was not touched.
    pub fn open(path: &Path) -> Result<SqliteJournal, OpenError> {
        let cut_off = file::examine(path)?;
        let failed = |error: rusqlite::Error| OpenError::new(path, trouble::reading(&error));
        let connection = file::connect(path, cut_off.is_some()).map_err(failed)?;
        let closed = match (&cut_off, connection.is_readonly("main")) {
            (Some(cut_off), _) => Some(trouble::closed(cut_off)),
            (None, Ok(false)) => None,
            _ => Some(trouble::not_ours()),
        };
        Ok(SqliteJournal::over(connection, path, cut_off, closed))
    }

    /// A journal over an open connection to a file, of which so much is known.
    pub(super) fn over(connection: Connection, path: &Path, cut_off: Option<String>, closed: Option<String>) -> SqliteJournal {
        let (newest, hash, place) = (Seq(0), ORIGIN, place(path));
        SqliteJournal { connection, path: path.to_path_buf(), place, log: None, newest, hash, buffer: Vec::new(), cut_off, closed }
    }

    /// Why nothing can be appended, as a sentence: the file is damaged, or not ours to write.
    pub fn closed(&self) -> Option<&str> {
        self.closed.as_deref()
    }

    /// Brings the file's views up to this version, if it is whole and ours to write and nobody writes to it just now.
    /// Otherwise it goes on with those that it has: the program itself never reads them.
    pub fn renew_views(&mut self) {
        if self.closed.is_none() {
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = views::renew(&mut self.connection);
            let _ = self.connection.busy_timeout(PATIENCE);
        }
    }

    /// Lets the file grow no further, as on a full disk.
    pub fn stop_growing(&self) {
        // SQLite takes the file's present size for any smaller number.
        self.limit_pages(1);
    }

    /// Lets the file grow again.
    pub fn go_on_growing(&self) {
        self.limit_pages(u32::MAX - 1);
    }

    fn limit_pages(&self, pages: u32) {
        let _ = self.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()));
    }

    fn append_now(&mut self, expected: Seq, record: &Record) -> Result<Seq, AppendError> {
        if let Some(reason) = &self.closed {
            return Err(AppendError::NotWritten(format!("This session can only be read: {reason}")));
        }
        if place(&self.path) != self.place {
            return Err(AppendError::NotWritten(trouble::moved()));
        }
        if self.has_lost_its_log() {
            self.settle_now();
            return Err(AppendError::NotWritten(trouble::log_moved()));
        }
        let events = encode(record).map_err(AppendError::NotWritten)?;
        let not_written = |error: rusqlite::Error| AppendError::NotWritten(trouble::writing(&error));
        let transaction = Transaction::new(&mut self.connection, TransactionBehavior::Immediate).map_err(not_written)?;
        let (newest, hash) = newest(&transaction).map_err(not_written)?;
        if newest != expected {
            return match seq_of(&transaction, &record.id).map_err(not_written)? {
                Some(seq) => Ok(seq),
                None => Err(AppendError::Conflict(newest)),
            };
        }
        let seq = newest.0.checked_add(1).map(Seq).ok_or_else(|| AppendError::NotWritten("The session is full.".into()))?;
        let stored = stored(seq, record, &events);
        let hash = stored.hash(&hash, &mut self.buffer);
        let inserted = transaction.prepare_cached(INSERT).and_then(|mut statement| insert(&mut statement, &stored, &hash));
        match inserted {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                return seq_of(&transaction, &record.id).map_err(not_written)?.ok_or_else(|| not_written(error));
            }
            inserted => inserted.map_err(not_written)?,
        }
        transaction.commit().map_err(|error| match trouble::is_certain(&error) {
            true => not_written(error),
            false => AppendError::Unknown(trouble::writing(&error)),
        })?;
        (self.newest, self.hash) = (seq, hash);
        self.log = self.log.or_else(|| place(&file::log(&self.path)));
        Ok(seq)
    }

    pub(super) fn read_now(&mut self, from: Seq) -> Result<Found, String> {
        let cut_off = self.cut_off.clone();
        let reading = |error| cut_off.as_deref().map_or_else(|| trouble::reading(&error), trouble::short);
        let mut before = self.hash_before(from)?;
        let mut found = Found::default();
        let mut next = i64::from(from.0);
        let mut statement = self.connection.prepare_cached(rows::READ).map_err(reading)?;
        let mut rows = statement.query([next]).map_err(reading)?;
        let damage = loop {
            let checked = match rows.next() {
                Ok(None) => break None,
                Ok(Some(row)) => check(row, next, &before, found.records.last().map(Arc::as_ref), &mut self.buffer),
                Err(error) if trouble::is_damage(&error) => {
                    Err(cut_off.clone().unwrap_or_else(|| format!("the file is damaged there ({error})")))
                }
                Err(error) => return Err(reading(error)),
            };
            match checked {
                Ok((record, hash)) => {
                    found.records.push(Arc::new(record));
                    before = hash;
                    next += 1;
                }
                Err(reason) => break Some(trouble::damaged(next, &reason)),
            }
        };
        drop(rows);
        drop(statement);
        if let Some(damage) = damage {
            self.closed = Some(trouble::closed(&damage));
            found.damage = Some(damage);
        }
        if let Ok(newest) = u32::try_from(next - 1) {
            (self.newest, self.hash) = (Seq(newest), before);
        }
        self.log = self.log.or_else(|| place(&file::log(&self.path)));
        Ok(found)
    }

    fn hash_before(&self, from: Seq) -> Result<Hash, String> {
        match from.0.checked_sub(1) {
            None | Some(0) => Ok(ORIGIN),
            Some(before) if before == self.newest.0 => Ok(self.hash),
            Some(before) => {
                let hash = self.connection.query_row("SELECT hash FROM records WHERE seq = ?1", [before], |row| row.get(0));
                hash.map(Hash::from_bytes).map_err(|error| trouble::reading(&error))
            }
        }
    }

    /// What is written to a log that has been deleted under us is gone when we close it; what it holds can still be put into the file.
    fn has_lost_its_log(&self) -> bool {
        self.log.is_some() && place(&file::log(&self.path)) != self.log
    }

    fn settle_now(&self) {
        if self.closed.is_none() && (file::has_log(&self.path) || self.has_lost_its_log()) {
            // Someone else at the file is no reason to wait: whoever is last does it.
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            let _ = self.connection.busy_timeout(PATIENCE);
        }
    }
}

impl Journal for SqliteJournal {
    async fn append(&mut self, expected: Seq, record: &Record) -> Result<Seq, AppendError> {
        self.append_now(expected, record)
    }

    async fn read(&mut self, from: Seq) -> Result<Found, String> {
        self.read_now(from)
    }

    fn head(&self) -> Head {
        Head { seq: i64::from(self.newest.0), hash: self.hash }
    }

    async fn settle(&mut self) {
        self.settle_now();
    }
}

impl Drop for SqliteJournal {
    fn drop(&mut self) {
        self.settle_now();
    }
}

/// A device and an inode.
type Place = (u64, u64);

/// Where a path leads to: another place, or none, when the file has been deleted or replaced under us.
fn place(path: &Path) -> Option<Place> {
    std::fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

fn encode(record: &Record) -> Result<String, String> {
    serde_json::to_string(&record.events).map_err(|error| format!("What happened could not be written down ({error}); nothing changed."))
}

fn stored<'a>(seq: Seq, record: &'a Record, events: &'a str) -> Stored<'a> {
    Stored {
        seq: i64::from(seq.0),
        id: &record.id,
        at: record.at.0,
        moment: record.moment.0,
        utc_ms: record.utc_ms,
        boot_id: &record.boot_id,
        boot_ms: record.boot_ms,
        seat: &record.seat,
        command: &record.command,
        events,
    }
}

fn newest(connection: &Connection) -> rusqlite::Result<(Seq, Hash)> {
    connection.prepare_cached(NEWEST)?.query_row([], |row| Ok((Seq(row.get(0)?), Hash::from_bytes(row.get(1)?))))
}

fn seq_of(connection: &Connection, id: &str) -> rusqlite::Result<Option<Seq>> {
    connection.prepare_cached("SELECT seq FROM records WHERE id = ?1")?.query_row([id], |row| row.get(0).map(Seq)).optional()
}

/// One row, checked and decoded.
fn check(row: &Row<'_>, expected: i64, before: &Hash, newest: Option<&Record>, buffer: &mut Vec<u8>) -> Result<(Record, Hash), String> {
    let (stored, kept) = columns(row).map_err(|error| format!("one of its fields cannot be read: {error}"))?;
    if stored.seq != expected {
        return Err("it is missing".into());
    }
    let hash = stored.hash(before, buffer);
    if kept != hash.as_bytes() {
        return Err("its hash does not fit: it was changed, or one before it was taken out or put in".into());
    }
    let record = stored.decode(newest).map_err(|error| format!("what happened in it is not understood: {error}"))?;
    Ok((record, hash))
}
