//! `plenary simulate`: a plausible whole meeting of a review, played into a new session.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::output::Output;
use super::{Done, Stop, open, sessions, wait_for};
use crate::rehearsal::{Unplayed, play};
use crate::replay::Speed;
use crate::review::Ms;
use crate::review::load;

/// Plays a plausible whole meeting of a review into a new session, for rehearsal, demonstration and load
#[derive(Debug, Args)]
pub struct Simulate {
    /// The review
    review: PathBuf,
    /// What all chances follow from: the same seed plays the same meeting
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many times as fast as a meeting, from 0.1 to 1000; without it, it is over at once
    #[arg(long, value_name = "X")]
    speed: Option<String>,
    /// The session to make; without it, a new one in ./sessions
    #[arg(long, value_name = "SESSION")]
    out: Option<PathBuf>,
}

impl Simulate {
    /// Plays it to its end.
    pub fn run(self, out: &mut Output) -> Done {
        let speed: Option<Speed> = self.speed.as_deref().map(str::parse).transpose().map_err(Stop::unusable)?;
        let review = open::usable(load::review(&self.review))?;
        let path = match self.out {
            Some(path) => path,
            None => {
                let stem = self.review.file_stem().unwrap_or(self.review.as_os_str());
                sessions::new_path(&format!("{}-rehearsal", stem.to_string_lossy()))
            }
        };
        let name = path.display();
        let takes = speed.map(|speed| move |span: Ms| speed.takes(span));
        let pace = takes.as_ref().map(|takes| takes as &dyn Fn(Ms) -> Duration);
        if speed.is_some() {
            out.line(format_args!("A rehearsal is played into {name}; Ctrl-C ends it, and what was played stays"))?;
            out.finish()?;
        }
        let played = wait_for(play(&path, *review, self.seed, pace))?.map_err(|unplayed| match unplayed {
            Unplayed::Session(_) => Stop::unusable(unplayed.to_string()),
            Unplayed::Stopped { .. } => Stop::failed(format!("{unplayed}; what was played until then is in {name}")),
        })?;
        Ok(out.line(format_args!(
            "A rehearsal of {} in {} records is in {name} (seed {}); \"plenary replay {name}\" plays it back",
            played.length.whole_seconds(),
            played.records,
            self.seed
        ))?)
    }
}
