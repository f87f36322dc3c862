//! `plenary export`: a session, or a file of records, in another form, to stdout or into a file.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::output::{Output, complain, harmless};
use super::{Done, Stop, looked_at, wait_for};
use crate::dialogue::{Speaking, State, Text};
use crate::export::{self, Form, NotMade, Over, Telling};
use crate::session::journal::{Journal, is_database};
use crate::session::{OpenError, Session};

/// Writes a session out in another form
#[derive(Debug, Args)]
pub struct Export {
    /// The session, or a file of records in JSON Lines, which is told of as it stood at its last record
    session: PathBuf,
    /// Which form
    #[arg(long)]
    format: Format,
    /// The sheet of one official only, by id or key
    #[arg(long, value_name = "OFFICIAL")]
    official: Option<String>,
    /// The file to write; without it, stdout
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Writes over a file that is there
    #[arg(long)]
    overwrite: bool,
}

/// The forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Every record, one a line, for import on another host (JSON Lines)
    Jsonl,
    /// Who had the floor, when and for how long (CSV)
    Turns,
    /// What was asked and recommended, and what became of it (CSV)
    Items,
    /// The list as taken: who spoke, was not reached, withdrew (CSV)
    List,
    /// The report of the meeting (Markdown)
    Report,
    /// What each official has to answer and has answered, to hand over (Markdown)
    Sheets,
}

impl Export {
    /// Exports it. What is damaged is exported only as tables and documents, and only up to the damage.
    pub fn run(&self, out: &mut Output) -> Done {
        if self.official.is_some() && self.format != Format::Sheets {
            return Err(Stop::unusable("--official is for --format sheets only: the other forms are of the whole meeting"));
        }
        let text = self.text()?;
        match &self.out {
            Some(path) => self.keep(path, &text),
            None if io::stdout().is_terminal() => Ok(out.made(harmless(&String::from_utf8_lossy(&text)).as_bytes())?),
            None => Ok(out.made(&text)?),
        }
    }

    fn text(&self) -> Result<Vec<u8>, Stop> {
        let unusable = |error: OpenError| Stop::unusable(error.to_string());
        if self.format == Format::Jsonl {
            return Ok(export::records(&self.session)?);
        }
        let is_review = self.session.extension().is_some_and(|extension| extension == "toml");
        if !is_review && self.session.exists() && !is_database(&self.session).map_err(unusable)? {
            return self.told(wait_for(Session::copied(&self.session))?.map_err(unusable)?);
        }
        self.told(wait_for(looked_at(&self.session))??)
    }

    fn told<J: Journal>(&self, mut session: Session<J>) -> Result<Vec<u8>, Stop> {
        session.advance();
        if let Some(reason) = session.health().read_only {
            complain(&format!("{}: {reason}", self.session.display()));
        }
        Ok(self.form(session.state())?.made(&Telling::of(&session), &self.session)?)
    }

    fn form(&self, state: &State) -> Result<Form, Stop> {
        Ok(match (self.format, &self.official) {
            (Format::Jsonl, _) => Form::Records,
            (Format::Turns, _) => Form::Turns,
            (Format::Items, _) => Form::Items,
            (Format::List, _) => Form::List,
            (Format::Report, _) => Form::Report,
            (Format::Sheets, None) => Form::Sheets,
            (Format::Sheets, Some(named)) => Form::Sheet(official(named, state)?),
        })
    }

    /// Writes the file, and says so where another one was there.
    fn keep(&self, path: &Path, text: &[u8]) -> Done {
        let there = path.exists();
        let over = if self.overwrite { Over::File } else { Over::Nothing };
        export::keep(path, text, over).map_err(|reason| Stop::unusable(reason.to_string()))?;
        if there {
            complain(&format!("{} was there already and was overwritten", path.display()));
        }
        Ok(())
    }
}

impl From<NotMade> for Stop {
    fn from(reason: NotMade) -> Stop {
        match reason {
            NotMade::Unreadable(error) => Stop::unusable(error.to_string()),
            other => Stop::failed(other.to_string()),
        }
    }
}

/// An official's id, by id or key.
fn official(named: &str, state: &State) -> Result<Text, Stop> {
    let fits = |official: &&Speaking| *official.id == *named || official.key.is_some_and(|key| named.chars().eq(std::iter::once(key)));
    state.officials.iter().find(fits).map(|official| official.id.clone()).ok_or_else(|| {
        let known: Vec<String> = state
            .officials
            .iter()
            .map(|official| official.key.map_or(official.id.to_string(), |key| format!("{} ({key})", official.id)))
            .collect();
        Stop::unusable(format!("\"{named}\" is no official of this session; the officials are {}", known.join(", ")))
    })
}
