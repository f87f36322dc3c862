//! `plenary export`: a session in another form, to stdout or into a file.

use std::fs::Permissions;
use std::io::{self, IsTerminal, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::output::{Output, complain, harmless};
use super::{Done, Stop, session_at, wait_for};
use crate::export::{self, Telling};
use crate::session::journal::{Contents, is_database};

/// Writes a session out in another form
#[derive(Debug, Args)]
pub struct Export {
    /// The session
    session: PathBuf,
    /// Which form
    #[arg(long)]
    format: Format,
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
}

impl Export {
    /// Exports it. What is damaged is exported only as tables and as a report, and only up to the damage.
    pub fn run(&self, out: &mut Output) -> Done {
        let text = self.text()?;
        match &self.out {
            Some(path) => self.keep(path, &text),
            None if io::stdout().is_terminal() => Ok(out.made(harmless(&String::from_utf8_lossy(&text)).as_bytes())?),
            None => Ok(out.made(&text)?),
        }
    }

    fn text(&self) -> Result<Vec<u8>, Stop> {
        let mut text = Vec::new();
        let written = match self.format {
            Format::Jsonl => export::lines(&self.sound()?, &mut text),
            Format::Turns => self.told(|telling| export::turns(telling, &mut text))?,
            Format::Items => self.told(|telling| export::items(telling, &mut text))?,
            Format::List => self.told(|telling| export::list(telling, &mut text))?,
            Format::Report => self.told(|telling| export::report(telling, &mut text))?,
        };
        written.map_err(|error| Stop::failed(format!("{} was not exported: {error}", self.session.display())))?;
        Ok(text)
    }

    fn told(&self, tell: impl FnOnce(&Telling<'_>) -> io::Result<()>) -> Result<io::Result<()>, Stop> {
        let mut session = wait_for(session_at(&self.session))??;
        session.advance();
        if let Some(reason) = session.health().read_only {
            complain(&format!("{}: {reason}", self.session.display()));
        }
        Ok(tell(&Telling::of(&session)))
    }

    fn sound(&self) -> Result<Contents, Stop> {
        let contents = Contents::of(&self.session).map_err(|error| Stop::unusable(error.to_string()))?;
        match contents.prove(None).flaws.first() {
            None => Ok(contents),
            Some(flaw) => {
                let name = self.session.display();
                let sentence = format!(
                    "{name} is damaged ({flaw}) and was not exported; \"plenary recover {name} --out NEW\" takes out all that is sound"
                );
                Err(Stop::failed(sentence))
            }
        }
    }

    /// Writes the file, which appears whole or not at all, and says so where another one was there.
    fn keep(&self, path: &Path, text: &[u8]) -> Done {
        let name = path.display();
        let there = path.exists();
        if there && !self.overwrite {
            return Err(Stop::unusable(format!("{name} is there already and was left alone; choose another name, or say --overwrite")));
        }
        if there && is_database(path).map_err(|error| Stop::unusable(error.to_string()))? {
            return Err(Stop::unusable(format!("{name} is a session and was left alone; choose another name")));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let write = || -> io::Result<()> {
            let for_all = Permissions::from_mode(0o666);
            let mut draft = tempfile::Builder::new().prefix(".plenary-").permissions(for_all).tempfile_in(folder)?;
            draft.write_all(text)?;
            draft.as_file().sync_all()?;
            match self.overwrite {
                true => draft.persist(path)?,
                false => draft.persist_noclobber(path)?,
            };
            Ok(())
        };
        write().map_err(|error| Stop::unusable(format!("{name} could not be written: {error}; nothing was exported")))?;
        if there {
            complain(&format!("{name} was there already and was overwritten"));
        }
        Ok(())
    }
}
