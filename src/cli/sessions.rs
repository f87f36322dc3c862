//! `plenary sessions`: the sessions in ./sessions, and what a new one there is called.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::Args;
use jiff::{Timestamp, ZonedDateTime};
use serde_json::json;

use super::output::Output;
use super::{Done, Stop, session_at, wait_for};
use crate::review::Ms;
use crate::session::Session;

/// Where sessions are kept, from where the program is started.
pub const FOLDER: &str = "sessions";

/// How the name of a session's file ends.
const ENDING: &str = "session";

/// Lists the sessions in ./sessions, the newest first
#[derive(Debug, Args)]
pub struct Sessions {
    /// As JSON, one session a line
    #[arg(long)]
    json: bool,
}

impl Sessions {
    /// Lists them.
    pub fn run(&self, out: &mut Output) -> Done {
        let there = all()?;
        if there.is_empty() && !self.json {
            return Ok(out.line(format_args!("No sessions in ./{FOLDER}; \"plenary\" makes one"))?);
        }
        for path in there {
            let opened = wait_for(session_at(&path))?;
            let line = match &opened {
                Ok(session) => {
                    let listed = Listed::of(session, &path);
                    if self.json { listed.json(&path).to_string() } else { listed.line(&path) }
                }
                Err(stop) if self.json => json!({ "file": path, "error": stop.sentence }).to_string(),
                Err(stop) => format!("{}  cannot be opened: {}", path.display(), stop.sentence),
            };
            out.line(line)?;
        }
        Ok(())
    }
}

/// What the list says of one session.
struct Listed {
    title: String,
    status: String,
    /// From the session's first record to its last.
    length: Ms,
    records: u32,
    /// When the last record was written.
    changed: Timestamp,
    /// Where that is told as a time of day.
    time_zone: String,
    bytes: u64,
}

impl Listed {
    fn of(session: &Session, path: &Path) -> Listed {
        let (review, health) = (&session.state().review, session.health());
        let status = serde_json::to_value(session.state().status).unwrap_or_default();
        let utc_ms = session.dialogue().record(health.newest).map_or(0, |record| record.utc_ms);
        Listed {
            title: review.title.clone(),
            status: status.as_str().unwrap_or_default().to_owned(),
            length: health.saved.whole_seconds(),
            records: health.newest.0,
            changed: Timestamp::from_millisecond(utc_ms).unwrap_or_default(),
            time_zone: review.time_zone.clone(),
            bytes: parts(path).iter().filter_map(|part| fs::metadata(part).ok()).map(|part| part.len()).sum(),
        }
    }

    fn line(&self, path: &Path) -> String {
        let local =
            self.changed.in_tz(&self.time_zone).map_or_else(|_| self.changed.to_string(), |at| at.strftime("%Y-%m-%d %H:%M").to_string());
        let Listed { title, status, length, records, bytes, .. } = self;
        format!("{}  {title}  {status}  {length} long  {records} records  last {local}  {} kB", path.display(), bytes.div_ceil(1000))
    }

    fn json(&self, path: &Path) -> serde_json::Value {
        let Listed { title, status, length, records, changed, bytes, .. } = self;
        let changed = changed.to_string();
        json!({ "file": path, "title": title, "status": status, "seq": records, "length_ms": length.0, "changed": changed, "bytes": bytes })
    }
}

/// The session that was written last.
pub fn newest() -> Result<Option<PathBuf>, Stop> {
    Ok(all()?.into_iter().next())
}

/// A file for a new session; its folder is made with it.
pub fn new_path(stem: &str) -> Result<PathBuf, Stop> {
    let stamp = ZonedDateTime::now().strftime("%Y-%m-%d-%H%M").to_string();
    let first = std::iter::once(format!("{stem}-{stamp}.{ENDING}"));
    let more = (2_u32..).map(|n| format!("{stem}-{stamp}-{n}.{ENDING}"));
    let mut free = first.chain(more).map(|name| Path::new(FOLDER).join(name)).filter(|path| !path.exists());
    free.next().ok_or_else(|| Stop::unusable(format!("./{FOLDER} is full")))
}

fn all() -> Result<Vec<PathBuf>, Stop> {
    let folder = match fs::read_dir(FOLDER) {
        Ok(folder) => folder,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Stop::unusable(format!("./{FOLDER} cannot be read: {error}"))),
    };
    let files = folder.filter_map(Result::ok).map(|entry| entry.path());
    let mut sessions: Vec<(SystemTime, PathBuf)> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == ENDING)).map(|path| (written(&path), path)).collect();
    sessions.sort_by(|one, other| other.cmp(one));
    Ok(sessions.into_iter().map(|(_, path)| path).collect())
}

/// When a session was last written.
fn written(path: &Path) -> SystemTime {
    let times = parts(path).map(|file| fs::metadata(file).and_then(|file| file.modified()));
    times.into_iter().flatten().max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// The file, and the one beside it in which what is newest may still stand.
fn parts(path: &Path) -> [PathBuf; 2] {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    [path.to_owned(), PathBuf::from(beside)]
}
