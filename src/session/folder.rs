//! The folder in which sessions are kept: what is there, which was last, and what a new one is called. Looking leaves no trace.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::OpenError;
use super::journal::{changed, has_log, log, look_into};
use crate::dialogue::{Dialogue, Seq, Status};
use crate::review::Ms;

/// How a session's file name ends.
pub const ENDING: &str = "session";

/// A file that is, or calls itself, a session.
#[derive(Debug)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// How large it is with its log, in bytes.
    pub bytes: u64,
    /// What it says, or why it cannot be opened.
    pub summary: Result<Summary, OpenError>,
}

/// A session in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The review's title.
    pub title: String,
    /// Where the meeting stands.
    pub status: Status,
    /// How many records it has.
    pub records: Seq,
    /// From its first record to its last.
    pub length: Ms,
    /// When the last one was written, UTC in milliseconds since 1970.
    pub changed_ms: i64,
    /// The zone in which the review shows its times.
    pub time_zone: String,
    /// Where the file is damaged, and up to which record this is told, if it is.
    pub damage: Option<String>,
}

/// All sessions of a folder, the one changed last first, then those that cannot be opened. A folder that is not there has none.
///
/// # Errors
/// The folder cannot be read.
pub fn list(folder: impl AsRef<Path>) -> io::Result<Vec<Listed>> {
    let listed = |path: PathBuf| Listed { bytes: bytes(&path) + bytes(&log(&path)), summary: summary(&path), path };
    let mut all: Vec<Listed> = files(folder.as_ref())?.into_iter().map(listed).collect();
    all.sort_by_key(|listed| std::cmp::Reverse(listed.summary.as_ref().map_or(i64::MIN, |summary| summary.changed_ms)));
    Ok(all)
}

/// The session that was changed last, without reading all of any; what is no session is passed over.
///
/// # Errors
/// The folder cannot be read.
pub fn newest(folder: impl AsRef<Path>) -> io::Result<Option<PathBuf>> {
    let changed = |path: PathBuf| Some((changed(&path)?, path));
    Ok(files(folder.as_ref())?.into_iter().filter_map(changed).max().map(|(_, path)| path))
}

/// A file that nothing in the folder is called yet, for a new session.
pub fn fresh(folder: impl AsRef<Path>, name: &str) -> PathBuf {
    let folder = folder.as_ref();
    let first = folder.join(format!("{name}.{ENDING}"));
    let others = (2_u32..).map(|number| folder.join(format!("{name}-{number}.{ENDING}")));
    std::iter::once(first.clone()).chain(others).find(|path| !path.exists() && !has_log(path)).unwrap_or(first)
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING)).collect();
    files.sort();
    Ok(files)
}

fn bytes(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

fn summary(path: &Path) -> Result<Summary, OpenError> {
    let (found, _) = look_into(path)?;
    let mut records = found.records.into_iter();
    let nothing = || OpenError::new(path, found.damage.as_deref().unwrap_or("holds no record; it was left alone"));
    let first = records.next().ok_or_else(nothing)?;
    let mut dialogue = Dialogue::open(first).map_err(|broken| OpenError::new(path, broken.reason))?;
    let broken = records.find_map(|record| dialogue.apply(record).err());
    let damage = broken.map(|broken| format!("record {}: {}", broken.seq, broken.reason)).or(found.damage);
    let (state, last) = (dialogue.state(), dialogue.records().last());
    Ok(Summary {
        title: state.review.title.clone(),
        status: state.status,
        records: dialogue.seq(),
        length: last.map_or(Ms::ZERO, |record| record.at),
        changed_ms: last.map_or(0, |record| record.utc_ms),
        time_zone: state.review.time_zone.clone(),
        damage,
    })
}
