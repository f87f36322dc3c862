//! Looking at a session without leaving a trace: nothing beside the file is made, and nothing in it changed, also while another process writes.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};

use super::{Contents, Found, Head, Journal, ORIGIN, OpenError, Proof, SqliteJournal, file, trouble};
use crate::dialogue::Seq;

/// So many times it is looked again because a writer came. The second time its locks are there and are held.
const LOOKS: usize = 20;

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
    undisturbed(path, |connection, cut_off| {
        let closed = "it is only looked at. Nothing was recorded and nothing changed.".to_owned();
        let mut journal = SqliteJournal::over(connection, path, cut_off, Some(closed));
        let found = journal.read_now(Seq(1)).map_err(|reason| OpenError::new(path, reason))?;
        Ok((found, journal.head()))
    })
}

/// When a session's newest record was written, UTC in milliseconds since 1970; absent where it is none. No record is checked.
pub(in crate::session) fn changed(path: &Path) -> Option<i64> {
    let newest = |connection: Connection, _| {
        let utc = connection.query_row("SELECT utc_ms FROM records ORDER BY seq DESC LIMIT 1", [], |row| row.get(0));
        utc.map_err(|error| OpenError::new(path, trouble::reading(&error)))
    };
    undisturbed(path, newest).ok()
}

/// Reads something of a session's file, given how much of the file is missing. Where it is read without the locks of the log's index and
/// a writer has come meanwhile, what was read may be torn: it is looked again.
///
/// # Errors
/// It is no session that can be opened here, and those of reading.
pub(super) fn undisturbed<T>(path: &Path, read: impl Fn(Connection, Option<String>) -> Result<T, OpenError>) -> Result<T, OpenError> {
    let mut looks = 0;
    loop {
        looks += 1;
        let (before, way) = (traces(path), Way::to(path));
        let found = file::examine(path).and_then(|cut_off| {
            let connection = connect(path, &way, cut_off.is_some());
            read(connection.map_err(|error| OpenError::new(path, trouble::reading(&error)))?, cut_off)
        });
        if looks == LOOKS || way == Way::WithIndex && found.is_ok() || before == traces(path) {
            return found;
        }
    }
}

impl Contents {
    /// The records up to the last one up to which nothing is wrong with any, and what is wrong after that.
    fn sound(&self, proof: &Proof) -> Found {
        let last = proof.head.map_or(0, |head| head.seq);
        let mut found = Found { records: Vec::new(), damage: proof.flaws.first().map(ToString::to_string) };
        for kept in self.kept.iter().filter(|kept| kept.seq <= last) {
            match kept.stored().decode(found.records.last().map(Arc::as_ref)) {
                Ok(record) => found.records.push(Arc::new(record)),
                Err(error) => {
                    found.damage = Some(trouble::damaged(kept.seq, &error.to_string()));
                    break;
                }
            }
        }
        found
    }
}

/// How a file is opened: as its log and the index of it lie there.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// Both: someone may write, or was killed when they did. The index is used and left alone, and its locks are held.
    WithIndex,
    /// A log without its index, so both were copied from elsewhere. The index is made in memory, and no lock is held: that would be a write.
    WithLog,
    /// Nothing, or a log without anything in it: the file is all there is.
    Alone,
}

impl Way {
    fn to(path: &Path) -> Way {
        match (file::log(path).exists() && index(path).exists(), file::has_log(path)) {
            (true, _) => Way::WithIndex,
            (false, true) => Way::WithLog,
            (false, false) => Way::Alone,
        }
    }

    fn parameters(&self) -> &'static str {
        match self {
            Way::WithIndex => "?mode=ro&readonly_shm=1",
            Way::WithLog => "?mode=ro&vfs=unix-none",
            Way::Alone => "?mode=ro&immutable=1",
        }
    }
}

/// What no writer leaves as it is: the file, its log and its index, each with its inode, its length and its last change.
fn traces(path: &Path) -> [Option<(u64, u64, i64, i64)>; 3] {
    let trace = |path: PathBuf| {
        let file = fs::metadata(path).ok()?;
        Some((file.ino(), file.len(), file.ctime(), file.ctime_nsec()))
    };
    [path.to_path_buf(), file::log(path), index(path)].map(trace)
}

fn connect(path: &Path, way: &Way, is_cut_off: bool) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(address(path, way), flags | OpenFlags::SQLITE_OPEN_EXRESCODE)?;
    file::be_wary(&connection, is_cut_off)?;
    if *way == Way::WithLog {
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    }
    Ok(connection)
}

/// The file as SQLite is to open it.
fn address(path: &Path, way: &Way) -> String {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => address.push(char::from(*byte)),
            // Writing into a String cannot fail.
            other => drop(write!(address, "%{other:02X}")),
        }
    }
    address + way.parameters()
}

/// The index of the log that SQLite keeps beside a file: its name with `-shm` after it.
fn index(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-shm");
    PathBuf::from(name)
}
