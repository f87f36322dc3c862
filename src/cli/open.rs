//! `plenary open`, and `plenary` alone: a new session out of a review, or on with one that is there.

use std::path::PathBuf;

use clap::Args;

use super::output::{Output, complain_made};
use super::sessions;
use super::{Done, Stop, output};
use crate::review::Review;
use crate::review::load::{self, Loaded, Problems};
use crate::tui::{self, Opening};

/// Opens the operator's screen on a new session of a review, or goes on with a session
#[derive(Debug, Args)]
pub struct Open {
    /// A review (*.toml) or a session
    file: PathBuf,
}

impl Open {
    /// Opens it.
    pub fn run(&self, out: &mut Output) -> Done {
        if self.file.extension().is_some_and(|extension| extension == "toml") {
            let stem = self.file.file_stem().unwrap_or(self.file.as_os_str());
            let review = checked(load::review(&self.file))?;
            return screen(Opening::New(review, sessions::new_path(&stem.to_string_lossy())?), out);
        }
        screen(Opening::GoOn(self.file.clone()), out)
    }
}

/// Opens the sample review; where there are sessions, the operator is asked whether to go on with the last.
pub fn sample(out: &mut Output) -> Done {
    let last = sessions::newest()?;
    let review = checked(load::sample())?;
    let path = sessions::new_path("kazakhstan-2025")?;
    let opening = match last {
        Some(last) => Opening::Ask(last, review, path),
        None => Opening::New(review, path),
    };
    screen(opening, out)
}

fn checked(loaded: Result<Loaded, Problems>) -> Result<Box<Review>, Stop> {
    let loaded = loaded.map_err(|problems| {
        complain_made(&problems.report(output::colours()));
        Stop::unusable("No session was made.")
    })?;
    Ok(Box::new(loaded.review))
}

/// The operator's screen, until it is left.
fn screen(opening: Opening, out: &mut Output) -> Done {
    let left = tui::run(opening).map_err(|trouble| Stop::unusable(trouble.to_string()))?;
    let (path, records) = (left.path.display(), left.records);
    Ok(out.line(format_args!("{path}: {records} records, all on the disk. \"plenary open {path}\" goes on from here"))?)
}
