//! Looking at a session without leaving a trace: nothing beside the file is made, and nothing in it changed, also while another process writes.

use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{Contents, Found, Head, Journal, ORIGIN, OpenError, Proof, SqliteJournal, file, trouble};
use crate::dialogue::Seq;

/// How long a writer may hold the file before it is called locked.
const PATIENCE: Duration = Duration::from_secs(5);

/// All records of a session, or of a file of records in JSON Lines, up to the first that is damaged.
///
/// # Errors
/// It is neither, or one that this version cannot read.
pub fn look(path: impl AsRef<Path>) -> Result<Found, OpenError> {
    look_for_head(path.as_ref()).map(|(found, _)| found)
}

/// The same, with the head of the last record that is sound.
pub(super) fn look_for_head(path: &Path) -> Result<(Found, Head), OpenError> {
    if file::is_database(path)? {
        return look_into(path);
    }
    let contents = Contents::of(path)?;
    let proof = contents.prove(None);
    Ok((contents.sound(&proof), proof.head.unwrap_or(Head { seq: 0, hash: ORIGIN })))
}

/// All records of a session and of nothing else, likewise.
pub(in crate::session) fn look_into(path: &Path) -> Result<(Found, Head), OpenError> {
    let mut journal = SqliteJournal::look(path)?;
    let found = journal.read_now(Seq(1)).map_err(|reason| OpenError::new(path, reason))?;
    Ok((found, journal.head()))
}

/// When a session's newest record was written, UTC in milliseconds since 1970; absent where it is none. No record is checked.
pub(in crate::session) fn changed(path: &Path) -> Option<i64> {
    SqliteJournal::look(path).ok()?.changed()
}

impl Contents {
    /// The records up to the last one up to which nothing is wrong with any, and what is wrong after that.
    fn sound(&self, proof: &Proof) -> Found {
        let last = proof.head.map_or(0, |head| head.seq);
        let mut found = Found { records: Vec::new(), damage: proof.flaws.first().map(ToString::to_string) };
        for kept in self.kept.iter().filter(|kept| kept.seq <= last) {
            match kept.stored().decode(found.records.last()) {
                Ok(record) => found.records.push(record),
                Err(error) => {
                    found.damage = Some(trouble::damaged(kept.seq, &error.to_string()));
                    break;
                }
            }
        }
        found
    }
}

impl SqliteJournal {
    /// Opens a file for reading its records, and for nothing else.
    fn look(path: &Path) -> Result<SqliteJournal, OpenError> {
        let cut_off = file::examine(path)?;
        let connection = connect(path, cut_off.is_some()).map_err(|error| OpenError::new(path, trouble::reading(&error)))?;
        let closed = "The session is only looked at: nothing was recorded and nothing changed.".to_owned();
        Ok(SqliteJournal::over(connection, path, cut_off, Some(closed)))
    }
}

fn connect(path: &Path, is_cut_off: bool) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(address(path), flags | OpenFlags::SQLITE_OPEN_EXRESCODE)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // This is how SQLite is told to read what it can of a file that is too short.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, is_cut_off)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // Alone with a log, the index of it is kept in memory and not beside the file; what the log holds stays in it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    if is_copied(path) {
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    }
    Ok(connection)
}

/// Whether a log lies there without its index: both were copied from elsewhere, and nobody writes.
fn is_copied(path: &Path) -> bool {
    file::has_log(path) && !index(path).exists()
}

/// The file as SQLite is to open it. The index of a log that lies there is used and left alone; where there is none and no log
/// either, nobody writes, and the file is read as it stands. With a log that was copied, it is read without a lock: that would be a write.
fn address(path: &Path) -> String {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => address.push(char::from(*byte)),
            // Writing into a String cannot fail.
            other => drop(write!(address, "%{other:02X}")),
        }
    }
    address.push_str(match (index(path).exists(), is_copied(path)) {
        (true, _) => "?mode=ro&readonly_shm=1",
        (false, false) => "?mode=ro&immutable=1",
        (false, true) => "?mode=ro&vfs=unix-none",
    });
    address
}

/// The index of the log that SQLite keeps beside a file: its name with `-shm` after it.
fn index(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-shm");
    PathBuf::from(name)
}
