//! `plenary import`: a new session out of a file of records in JSON Lines.

use std::path::PathBuf;

use clap::Args;

use super::output::Output;
use super::{Done, Stop, recover, sessions};
use crate::session::journal::{Contents, Head};

/// Makes a new session out of a file of records in JSON Lines
#[derive(Debug, Args)]
pub struct Import {
    /// The file of records
    file: PathBuf,
    /// The session to make; without it, a new one in ./sessions
    #[arg(long, value_name = "SESSION")]
    out: Option<PathBuf>,
    /// A record's number and hash, written down earlier, that it must contain: without one, an end that was cut off does not show
    #[arg(long, value_name = "SEQ:HASH")]
    head: Option<Head>,
}

impl Import {
    /// Imports it. Exit code 0: all of it; 1: what is whole, and the rest is named; 2: no session was made.
    pub fn run(&self, out: &mut Output) -> Done {
        let name = self.file.display();
        let contents = Contents::of(&self.file).map_err(|error| Stop::unusable(error.to_string()))?;
        if !contents.are_lines {
            return Err(Stop::unusable(format!("{name} is a session already; it was left alone. \"plenary open {name}\" goes on with it")));
        }
        let path = match &self.out {
            Some(path) => path.clone(),
            None => sessions::new_path(&self.file.file_stem().unwrap_or(self.file.as_os_str()).to_string_lossy()),
        };
        match recover::make(&contents, self.head.as_ref(), &path, out)? {
            true => Ok(()),
            false => Err(Stop::failed(format!("{name} is not whole; what is whole of it was imported"))),
        }
    }
}
