//! Calls that are part of the design and come with a later version: known, and refused with a clear sentence.

use std::path::PathBuf;

use clap::Args;

use super::{Done, Stop};

/// Plays a whole meeting into a session, for rehearsal (not yet in this version)
#[derive(Debug, Args)]
pub struct Simulate {
    /// The review
    review: PathBuf,
    /// What the chances are drawn from
    #[arg(long)]
    seed: Option<u64>,
    /// How fast
    #[arg(long)]
    speed: Option<String>,
}

/// Refuses a call that this version knows and does not carry out.
pub fn not_yet(call: &str) -> Done {
    Err(Stop::unusable(format!("\"plenary {call}\" is not yet possible in this version; nothing was changed")))
}
