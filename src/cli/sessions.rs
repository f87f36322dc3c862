//! `plenary sessions`: the sessions in ./sessions, and what a new one there is called.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::Args;
use jiff::ZonedDateTime;
use serde_json::json;

use super::output::Output;
use super::{Done, Stop, session_at, wait_for};
use crate::session::snapshot::Snapshot;

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
                    let (state, seq) = (session.state(), session.dialogue().seq());
                    let status = serde_json::to_value(Snapshot::of(session, "operator")).unwrap_or_default();
                    let status = status.get("status").and_then(|status| status.as_str()).unwrap_or_default().to_owned();
                    let title = &state.review.title;
                    let json = json!({ "file": path, "title": title, "status": status, "seq": seq });
                    if self.json { json.to_string() } else { format!("{}  {title}  {status}  {seq} records", path.display()) }
                }
                Err(stop) if self.json => json!({ "file": path, "error": stop.sentence }).to_string(),
                Err(stop) => format!("{}  cannot be opened: {}", path.display(), stop.sentence),
            };
            out.line(line)?;
        }
        Ok(())
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

/// When a session was last written; what is newest may still stand in the file beside it.
fn written(path: &Path) -> SystemTime {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    let times = [path, Path::new(&beside)].map(|file| fs::metadata(file).and_then(|file| file.modified()));
    times.into_iter().flatten().max().unwrap_or(SystemTime::UNIX_EPOCH)
}
