//! `plenary recover`: a new session out of all that is sound in a damaged one.

use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{Done, Stop, verify};
use crate::session::journal::{Contents, Head};

/// Makes a new session out of all that is sound in a damaged one, which is left as it is
#[derive(Debug, Args)]
pub struct Recover {
    /// The damaged session, or a file of records in JSON Lines
    session: PathBuf,
    /// The session to make
    #[arg(long, value_name = "NEW")]
    out: PathBuf,
}

impl Recover {
    /// Recovers it. Exit code 0: something could be recovered, and what could not be is said.
    pub fn run(&self, out: &mut Output) -> Done {
        let contents = Contents::of(&self.session).map_err(|error| Stop::unusable(error.to_string()))?;
        make(&contents, None, &self.out, out).map(|_| ())
    }
}

/// Makes a session of what is sound, says what it has and what is missing; whether it is the same session to the last record.
pub fn make(contents: &Contents, head: Option<&Head>, path: &Path, out: &mut Output) -> Result<bool, Stop> {
    let unusable = |error: crate::session::OpenError| Stop::unusable(error.to_string());
    let salvage = contents.salvage(head).map_err(unusable)?;
    salvage.write(path).map_err(unusable)?;
    verify::say(&salvage.flaws, out)?;
    out.line(format_args!("{} records are in {}", salvage.saved, path.display()))?;
    if salvage.lost > 0 {
        let lost = salvage.lost;
        out.line(format_args!("{lost} that are lost have a remark in their place, and from the first of them on the hashes are new"))?;
    }
    out.line(format_args!("head {}", salvage.head))?;
    Ok(salvage.flaws.is_empty())
}
