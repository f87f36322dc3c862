//! `plenary completions`: what a shell needs to complete a call.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::output::Output;
use super::{Cli, Done};

/// Prints the completions of a shell
#[derive(Debug, Args)]
pub struct Completions {
    /// Which shell
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn run(&self, out: &mut Output) -> Done {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "plenary", &mut script);
        Ok(out.made(&script)?)
    }
}
