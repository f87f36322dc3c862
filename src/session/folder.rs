//! The folder in which sessions are kept: what is there, which was last, and what a new one is called.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::journal::{SqliteJournal, has_log};
use super::{OpenError, Session, SystemClock};
use crate::dialogue::{Seq, Status};
use crate::review::names::fold;
use crate::review::{Ms, Review};

/// How a session's file name ends.
pub const ENDING: &str = "plenary";

/// A file that is, or calls itself, a session.
#[derive(Debug)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// How large it is, in bytes.
    pub size: u64,
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
    /// Why it can only be read, if so.
    pub read_only: Option<String>,
}

/// All sessions of a folder, the one changed last first, then those that cannot be opened. A folder that is not there has none.
pub async fn list(folder: impl AsRef<Path>) -> Vec<Listed> {
    let mut listed = Vec::new();
    for path in files(folder.as_ref()) {
        let size = std::fs::metadata(&path).map_or(0, |metadata| metadata.len());
        let summary = Session::open(&path, SystemClock::new()).await.map(|session| summary(&session));
        listed.push(Listed { path, size, summary });
    }
    listed.sort_by_key(|listed| std::cmp::Reverse(listed.summary.as_ref().map_or(i64::MIN, |summary| summary.changed_ms)));
    listed
}

/// The session that was changed last, without reading all of any.
pub fn newest(folder: impl AsRef<Path>) -> Option<PathBuf> {
    let changed = |path: PathBuf| Some((SqliteJournal::open(&path).ok()?.changed()?, path));
    files(folder.as_ref()).into_iter().filter_map(changed).max().map(|(_, path)| path)
}

/// A name that nothing in the folder has yet, for a session of a review on a day: `kazakhstan-2025-01-23.plenary`.
pub fn fresh(folder: impl AsRef<Path>, review: &Review, utc_ms: i64) -> PathBuf {
    let folder = folder.as_ref();
    let words: String =
        fold(&review.title).chars().map(|c| if c == ' ' { '-' } else { c }).filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let title = if words.is_empty() { "session" } else { words.as_str() };
    let zone = TimeZone::get(&review.time_zone).unwrap_or(TimeZone::UTC);
    let day = Timestamp::from_millisecond(utc_ms).unwrap_or_default().to_zoned_datetime(zone).date();
    let first = folder.join(format!("{title}-{day}.{ENDING}"));
    let others = (2_u32..).map(|number| folder.join(format!("{title}-{day}-{number}.{ENDING}")));
    std::iter::once(first.clone()).chain(others).find(|path| !path.exists() && !has_log(path)).unwrap_or(first)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_session = |path: &PathBuf| path.extension().is_some_and(|ending| ending == ENDING) && path.is_file();
    let mut files: Vec<PathBuf> = entries.filter(is_session).collect();
    files.sort();
    files
}

fn summary(session: &Session) -> Summary {
    let health = session.health();
    let (state, newest) = (session.state(), session.dialogue().records().last());
    Summary {
        title: state.review.title.clone(),
        status: state.status,
        records: health.newest,
        length: health.saved,
        changed_ms: newest.map_or(0, |record| record.utc_ms),
        time_zone: state.review.time_zone.clone(),
        read_only: health.read_only,
    }
}
