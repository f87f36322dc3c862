//! `plenary verify`: whether the records of a session, or of a file of records, are those that were written.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::output::Output;
use super::{Done, Stop};
use crate::session::journal::{Contents, Flaw, Head};

/// So many places are named; of a file that is wrong everywhere nobody reads more.
const NAMED: usize = 20;

/// Says whether anything in a session was changed, removed, added or put elsewhere, and where
#[derive(Debug, Args)]
pub struct Verify {
    /// The session, or a file of records in JSON Lines
    file: PathBuf,
    /// A record's number and hash, written down earlier, that it must contain: without one, an end that was cut off does not show
    #[arg(long, value_name = "SEQ:HASH")]
    head: Option<Head>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Verifies it. Exit code 0: sound; 1: not.
    pub fn run(&self, out: &mut Output) -> Done {
        let contents = Contents::of(&self.file).map_err(|error| Stop::unusable(error.to_string()))?;
        let (proof, name) = (contents.prove(self.head.as_ref()), self.file.display());
        let head = proof.head.map(|head| head.to_string());
        if self.json {
            let flaws: Vec<_> =
                proof.flaws.iter().map(|flaw| json!({ "line": flaw.line, "record": flaw.record, "what": flaw.what })).collect();
            let sound = flaws.is_empty();
            out.line(json!({ "file": name.to_string(), "sound": sound, "records": contents.kept.len(), "head": head, "flaws": flaws }))?;
        } else if proof.flaws.is_empty() {
            out.line(format_args!("{name} is sound: {} records", contents.kept.len()))?;
            out.line(format_args!("head {}", head.unwrap_or_default()))?;
        } else {
            say(&proof.flaws, out)?;
            match head {
                Some(head) => out.line(format_args!("sound up to {head}"))?,
                None => out.line("not even the first record is sound")?,
            }
        }
        match proof.flaws.len() {
            0 => Ok(()),
            count => Err(Stop::failed(format!(
                "{name} is not sound ({count} {}); \"plenary recover {name} --out NEW\" takes out all that is",
                if count == 1 { "place" } else { "places" }
            ))),
        }
    }
}

/// Names the places where something is wrong, one a line.
pub fn say(flaws: &[Flaw], out: &mut Output) -> Done {
    for flaw in flaws.iter().take(NAMED) {
        out.line(flaw)?;
    }
    match flaws.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => Ok(out.line(format_args!("and {more} more"))?),
    }
}
