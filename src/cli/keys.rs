//! `plenary keys`: the keys of the operator's screen, as they are bound here.

use clap::Args;

use super::output::Output;
use super::{Done, Stop};
use crate::tui::keymap::Keymap;

/// Prints the keys
#[derive(Debug, Args)]
pub struct Keys {}

impl Keys {
    /// Prints them.
    pub fn run(&self, out: &mut Output) -> Done {
        let keymap = Keymap::load().map_err(|bad| Stop::unusable(bad.to_string()))?;
        Ok(out.line(keymap.print().trim_end())?)
    }
}
