//! `plenary attach`: another seat on a session. The door is here; the room behind it comes later.

use std::path::PathBuf;

use clap::Args;

use super::{Done, later};

/// Another seat on a session: clerk, delegation, chair, display, reader
#[derive(Debug, Args)]
pub struct Attach {
    /// The session
    session: PathBuf,
    /// Which seat
    #[arg(long)]
    seat: String,
    /// What the seat is called in the record
    #[arg(long)]
    name: Option<String>,
}

impl Attach {
    /// Says that this is not possible yet.
    pub fn run(&self) -> Done {
        later::not_yet("attach")
    }
}
