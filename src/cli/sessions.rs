//! `plenary sessions`: the sessions in ./sessions, and what a new one there is called.

use std::path::PathBuf;

use clap::Args;
use jiff::{Timestamp, ZonedDateTime};
use serde_json::{Value, json};

use super::output::Output;
use super::{Done, Stop};
use crate::session::folder::{self, Listed, Summary};

/// Where sessions are kept, from where the program is started.
pub const FOLDER: &str = "sessions";

/// Lists the sessions in ./sessions, the one changed last first
#[derive(Debug, Args)]
pub struct Sessions {
    /// As JSON, one session a line
    #[arg(long)]
    json: bool,
}

impl Sessions {
    /// Lists them.
    pub fn run(&self, out: &mut Output) -> Done {
        let there = folder::list(FOLDER).map_err(unreadable)?;
        if there.is_empty() && !self.json {
            return Ok(out.line(format_args!("No sessions in ./{FOLDER}; \"plenary\" makes one"))?);
        }
        for Listed { path, bytes, summary } in there {
            let line = match summary {
                Ok(summary) if self.json => as_json(&path, &summary, bytes).to_string(),
                Ok(summary) => format!("{}  {}", path.display(), in_words(&summary, bytes)),
                Err(error) if self.json => json!({ "file": path, "error": error.to_string() }).to_string(),
                Err(error) => format!("{}  cannot be opened: {}", path.display(), error.reason),
            };
            out.line(line)?;
        }
        Ok(())
    }
}

fn in_words(summary: &Summary, bytes: u64) -> String {
    let Summary { title, records, length, time_zone, damage, .. } = summary;
    let at = changed(summary);
    let local = at.in_tz(time_zone).map_or_else(|_| at.to_string(), |at| at.strftime("%Y-%m-%d %H:%M").to_string());
    let damage = damage.as_deref().map_or(String::new(), |damage| format!("  damaged: {damage}"));
    let (status, length, size) = (status(summary), length.whole_seconds(), bytes.div_ceil(1000));
    format!("{title}  {status}  {length} long  {records} records  last {local}  {size} kB{damage}")
}

fn as_json(path: &PathBuf, summary: &Summary, bytes: u64) -> Value {
    let Summary { title, records, length, damage, .. } = summary;
    let (status, changed, length_ms) = (status(summary), changed(summary).to_string(), length.whole_seconds().0);
    json!({
        "file": path, "title": title, "status": status, "seq": records.0, "length_ms": length_ms, "changed": changed, "bytes": bytes,
        "damage": damage,
    })
}

fn status(summary: &Summary) -> String {
    let status = serde_json::to_value(summary.status).unwrap_or_default();
    status.as_str().unwrap_or_default().to_owned()
}

fn changed(summary: &Summary) -> Timestamp {
    Timestamp::from_millisecond(summary.changed_ms).unwrap_or_default()
}

fn unreadable(error: std::io::Error) -> Stop {
    Stop::unusable(format!("./{FOLDER} cannot be read: {error}"))
}

/// The session that was changed last.
pub fn newest() -> Result<Option<PathBuf>, Stop> {
    folder::newest(FOLDER).map_err(unreadable)
}

/// A file for a new session; its folder is made with it.
pub fn new_path(stem: &str) -> PathBuf {
    folder::fresh(FOLDER, &format!("{stem}-{}", ZonedDateTime::now().strftime("%Y-%m-%d-%H%M")))
}
