//! `plenary export`: a session in another form, to stdout or into a file.

use std::fs::Permissions;
use std::io::{self, IsTerminal, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::output::{Output, complain, harmless};
use super::{Done, Stop};
use crate::export;
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
}

impl Export {
    /// Exports it. What is damaged is exported only as tables and as a report, and only up to the damage.
    pub fn run(&self, out: &mut Output) -> Done {
        let mut text = Vec::new();
        let failed = |error: io::Error| Stop::failed(format!("{} was not exported: {error}", self.session.display()));
        match self.format {
            Format::Jsonl => export::lines(&self.sound()?, &mut text).map_err(failed)?,
        }
        match &self.out {
            Some(path) => self.keep(path, &text),
            None if io::stdout().is_terminal() => Ok(out.made(harmless(&String::from_utf8_lossy(&text)).as_bytes())?),
            None => Ok(out.made(&text)?),
        }
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
