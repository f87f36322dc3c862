//! `plenary help`: the calls, one of them, or the commands of the language.

use clap::{Args, CommandFactory};

use super::output::Output;
use super::{Cli, Done, Stop};
use crate::language;

/// Explains the calls, or with "help commands" everything that can be said to a session
#[derive(Debug, Args)]
pub struct Help {
    /// "commands", or the name of a call
    topic: Option<String>,
}

impl Help {
    /// Prints it.
    pub fn run(&self, out: &mut Output) -> Done {
        let mut calls = Cli::command();
        calls.build();
        let text = match self.topic.as_deref() {
            None => calls.render_long_help().to_string(),
            Some("commands") => language::help_text(),
            Some(name) => match calls.find_subcommand_mut(name) {
                Some(call) => call.render_long_help().to_string(),
                None => {
                    return Err(Stop::unusable(format!(
                        "There is no help on \"{name}\"; there is \"commands\" and each call of \"plenary help\""
                    )));
                }
            },
        };
        Ok(out.line(text.trim_end())?)
    }
}
