//! Calls that are part of the design and come with a later version: known, and refused with a clear sentence.

use std::path::PathBuf;

use clap::Args;

use super::{Done, Stop};

/// Plays a session back (not yet in this version)
#[derive(Debug, Args)]
pub struct Replay {
    /// The session
    session: PathBuf,
    /// Where to begin
    #[arg(long)]
    at: Option<String>,
    /// How fast
    #[arg(long)]
    speed: Option<String>,
}

/// Writes a session out in another form (not yet in this version)
#[derive(Debug, Args)]
pub struct Export {
    /// The session
    session: PathBuf,
    /// Which form
    #[arg(long)]
    format: String,
    /// The file to write
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Makes a session out of a file of records (not yet in this version)
#[derive(Debug, Args)]
pub struct Import {
    /// The file of records
    file: PathBuf,
    /// The session to make
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Proves that a session agrees with itself (not yet in this version)
#[derive(Debug, Args)]
pub struct Verify {
    /// The session, or a file of records
    file: PathBuf,
    /// A record's number and hash that it must contain
    #[arg(long, value_name = "SEQ:HASH")]
    head: Option<String>,
}

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
