//! `plenary open`, and `plenary` alone: a new session out of a review, or on with one that is there.

use std::path::PathBuf;

use clap::Args;

use super::output::{Output, colours, complain_made};
use super::{Done, Stop, sessions};
use crate::review::Review;
use crate::review::load::{self, Loaded, Problems};
use crate::tui::{self, Left, Opening};

/// Opens the operator's screen on a new session of a review, or goes on with a session
#[derive(Debug, Args)]
pub struct Open {
    /// A review (*.toml) or a session
    file: PathBuf,
}

impl Open {
    /// Opens it.
    pub fn run(self, out: &mut Output) -> Done {
        if self.file.extension().is_none_or(|extension| extension != "toml") {
            return screen(Opening::GoOn(self.file), out);
        }
        let review = usable(load::review(&self.file))?;
        let stem = self.file.file_stem().unwrap_or(self.file.as_os_str());
        screen(Opening::New(review, sessions::new_path(&stem.to_string_lossy())), out)
    }
}

/// Opens the sample review; where a session is there already, the operator is asked whether to go on with the last.
pub fn sample(out: &mut Output) -> Done {
    let review = usable(load::sample())?;
    let path = sessions::new_path("kazakhstan-2025");
    let opening = match sessions::newest()? {
        Some(last) => Opening::Ask(last, review, path),
        None => Opening::New(review, path),
    };
    screen(opening, out)
}

/// The review, or all that is wrong with it, told.
pub fn usable(loaded: Result<Loaded, Problems>) -> Result<Box<Review>, Stop> {
    match loaded {
        Ok(loaded) => Ok(Box::new(loaded.review)),
        Err(problems) => {
            complain_made(&problems.report(colours()));
            Err(Stop::unusable("No session was made."))
        }
    }
}

/// The operator's screen; once it is left, one line says where everything is.
fn screen(opening: Opening, out: &mut Output) -> Done {
    let Left { path, records } = tui::run(opening).map_err(|trouble| Stop::unusable(trouble.to_string()))?;
    let name = path.display();
    Ok(out.line(format_args!("{records} records are in {name}; \"plenary open {name}\" goes on with it"))?)
}
