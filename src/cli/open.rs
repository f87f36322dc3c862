//! `plenary open`, and `plenary` alone: a new session out of a review, or on with one that is there.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::{Output, complain_made};
use super::sessions::{self, FOLDER};
use super::{Done, Stop, output, session_at, wait_for};
use crate::review::load::{self, Loaded, Problems};
use crate::session::{Session, SystemClock};

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
            return begin(load::review(&self.file), &stem.to_string_lossy(), out);
        }
        go_on(&self.file, out)
    }
}

/// Opens the sample review, or goes on with the last session if the operator says so.
pub fn sample(out: &mut Output) -> Done {
    match sessions::newest()? {
        Some(last) if goes_on(&last, out)? => go_on(&last, out),
        _ => begin(load::sample(), "kazakhstan-2025", out),
    }
}

/// Asks whether to go on. Without anybody to ask, it goes on, since nothing is lost by that.
fn goes_on(last: &Path, out: &mut Output) -> Result<bool, Stop> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Ok(true);
    }
    out.line(format_args!("The last session is {}.", last.display()))?;
    out.made(b"Go on with it? [Y/n: a new session of the sample review] ")?;
    out.finish()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(!answer.trim().to_lowercase().starts_with('n'))
}

fn begin(loaded: Result<Loaded, Problems>, stem: &str, out: &mut Output) -> Done {
    let loaded = loaded.map_err(|problems| {
        complain_made(&problems.report(output::colours()));
        Stop::unusable("No session was made.")
    })?;
    let path = sessions::new_path(stem)?;
    let created = wait_for(Session::create(&path, loaded.review, SystemClock::new()))?;
    let session = created.map_err(|error| Stop::unusable(error.to_string()))?;
    screen(session, &path, out)
}

fn go_on(path: &Path, out: &mut Output) -> Done {
    let session = wait_for(session_at(path))??;
    screen(session, path, out)
}

/// The operator's screen.
fn screen(session: Session, path: &Path, out: &mut Output) -> Done {
    let name = path.display();
    out.line(format_args!("{name}: {}, record {}", session.state().review.title, session.dialogue().seq()))?;
    io::stdout().flush()?;
    Err(Stop::unusable(format!(
        "The operator's screen is not there yet; \"plenary do {name}\" and \"plenary show {name}\" work ({FOLDER})"
    )))
}
