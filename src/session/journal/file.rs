//! The session's file: making a new one, and finding out what a given one is before anything is done to it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::trouble;
use super::views::VIEWS;
use crate::review::names::steers;

/// Says "this SQLite file is a Plenary session": the letters `PLNY`.
const APPLICATION: i32 = 0x504c_4e59;

/// How every SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The version of the format that is written, and the newest that is read.
pub const FORMAT: i32 = 1;

/// How long another process may hold the file before a key is refused.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// So many pages of the file are kept in memory at most.
const CACHE: i32 = 64;

/// Why a file could not be opened, or made, as a session. The file is as it was.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", plain(.path))]
pub struct OpenError {
    /// Which file.
    pub path: PathBuf,
    /// What is the matter with it and what to do.
    pub reason: String,
}

impl OpenError {
    pub(crate) fn new(path: &Path, reason: impl Into<String>) -> OpenError {
        OpenError { path: path.to_path_buf(), reason: trouble::plain(reason) }
    }
}

/// A path as it may be shown: a file's name can hold anything, and none of it is for the terminal to obey.
fn plain(path: &Path) -> String {
    path.to_string_lossy().replace(steers, "\u{fffd}")
}

/// Looks at the first bytes of a file; says how much of it is missing, if it has been cut off.
///
/// # Errors
/// Why it is no session that can be opened here.
pub(super) fn examine(path: &Path) -> Result<Option<String>, OpenError> {
    let refuse = |reason: &str| Err(OpenError::new(path, reason));
    let failed = |error: io::Error| OpenError::new(path, unreadable(&error));
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return refuse("is a folder, not a session");
    }
    if !metadata.is_file() {
        return refuse("is not a file, so it cannot be a session");
    }
    let mut header = Vec::with_capacity(100);
    let file = File::open(path).map_err(failed)?;
    (&file).take(100).read_to_end(&mut header).map_err(failed)?;
    if header.is_empty() {
        return refuse("is empty; it was left alone. If a session was kept here, take the last copy of it");
    }
    if !header.starts_with(MAGIC) {
        return refuse("is not a session of Plenary; it was left alone");
    }
    let (Some(pages), Some(format), Some(application)) = (number(&header, 28), number(&header, 60), number(&header, 68)) else {
        return refuse("breaks off within its first bytes; it was left alone. Take the last copy of it");
    };
    if application != APPLICATION {
        return refuse("belongs to another application (it is a SQLite file, but not a session of Plenary); it was left alone");
    }
    if format > FORMAT {
        return Err(OpenError::new(
            path,
            format!(
                "was written by a newer Plenary (format {format}; this one reads up to {FORMAT}); it was left alone. Open it with that version"
            ),
        ));
    }
    if format < 1 {
        return refuse("says that it is a session of Plenary, but not in which format; it was left alone. Take the last copy of it");
    }
    let page_size = header.get(16..18).and_then(|bytes| bytes.try_into().ok()).map_or(0, u16::from_be_bytes);
    // Measured after it has been read how long it should be: while others write it grows, and never gets shorter.
    let (is, should_be) = (file.metadata().map_err(failed)?.len(), u64::from(page_size) * u64::try_from(pages).unwrap_or(0));
    // A log may hold what is not in the file yet.
    let cut_off = is < should_be && !has_log(path);
    Ok(cut_off.then(|| format!("the file is cut off: {is} of its {should_be} bytes are there")))
}

/// Whether a file begins as sessions do, whatever else is wrong with it.
///
/// # Errors
/// It is no file, or cannot be read.
pub fn is_database(path: &Path) -> Result<bool, OpenError> {
    let failed = |error: io::Error| OpenError::new(path, unreadable(&error));
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(OpenError::new(path, "is not a file, so it cannot be a session"));
    }
    let mut start = Vec::with_capacity(MAGIC.len());
    File::open(path).map_err(failed)?.take(MAGIC.len() as u64).read_to_end(&mut start).map_err(failed)?;
    Ok(start == MAGIC)
}

/// Opens a file that [`examine`] has found to be a session, whole or cut off; for reading only, where nothing else is allowed.
pub(super) fn connect(path: &Path, is_cut_off: bool) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)
        .or_else(|_| Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    be_wary(&connection, is_cut_off)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, !is_cut_off)?;
    // A session is read once from end to end, and from then on only its last pages are wanted.
    connection.pragma_update(None, "cache_size", CACHE)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

/// What holds for every connection to a file that is there already. It may come from anywhere: nothing that it brings along is carried out.
pub(super) fn be_wary(connection: &Connection, is_cut_off: bool) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    // What the log holds stays in it: readers without the right to write need it when the last writer leaves.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // This is how SQLite is told to read what it can of a file that is too short. Nothing is ever written to such a file.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, is_cut_off)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// Makes a new session file that holds what `fill` puts into it. It appears under its name at once and whole, or not at all.
pub(super) fn create(path: &Path, fill: impl FnOnce(&Connection) -> rusqlite::Result<()>) -> Result<(), OpenError> {
    let failed = |error: &dyn std::fmt::Display| OpenError::new(path, format!("could not be made: {error}"));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.exists() {
        return Err(OpenError::new(path, "is there already; it was left alone. Choose another name"));
    }
    if has_log(path) {
        // SQLite would take what is in it for the new session's.
        return Err(OpenError::new(
            path,
            "cannot be used: a log of an older session lies beside it, with -wal after the name. Choose another name",
        ));
    }
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let draft = folder.join(format!(".{}.new", uuid::Uuid::now_v7()));
    let made = write_new(&draft, fill).map_err(|error| failed(&error));
    let made = made.and_then(|()| place_at(&draft, path).and_then(|()| File::open(folder)?.sync_all()).map_err(|error| failed(&error)));
    let _ = fs::remove_file(&draft);
    made
}

/// Gives a finished file its name, and never takes the name from what another process has put there meanwhile.
fn place_at(draft: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(draft, path) {
        // Not every file system has hard links.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !path.exists() => fs::rename(draft, path),
        linked => linked,
    }
}

fn write_new(draft: &Path, fill: impl FnOnce(&Connection) -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(draft, flags)?;
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", FORMAT)?;
    connection.execute_batch(include_str!("schema.sql"))?;
    connection.execute_batch(VIEWS)?;
    fill(&connection)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.close().map_err(|(_, error)| error)
}

/// Whether the log beside a session has something in it.
pub(in crate::session) fn has_log(path: &Path) -> bool {
    fs::metadata(log(path)).is_ok_and(|log| log.len() > 0)
}

/// The log that SQLite keeps beside a file: its name with `-wal` after it.
pub(in crate::session) fn log(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

pub(super) fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::PermissionDenied => "may not be read by you; ask whoever it belongs to".into(),
        _ => format!("cannot be read: {error}"),
    }
}

fn number(header: &[u8], at: usize) -> Option<i32> {
    let bytes = header.get(at..at + 4)?.try_into().ok()?;
    Some(i32::from_be_bytes(bytes))
}
