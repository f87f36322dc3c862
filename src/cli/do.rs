//! `plenary do`: one command of the language, given to a session from the shell.

use std::path::PathBuf;

use clap::Args;

use super::output::Output;
use super::{Done, Stop, session_at, wait_for};
use crate::dialogue::{Event, Refusal, RefusalCode};
use crate::language;
use crate::session::Press;

/// Gives a session one command: plenary do SESSION next
#[derive(Debug, Args)]
pub struct Do {
    /// The session
    session: PathBuf,
    /// Who gives the command
    #[arg(long, value_name = "SEAT", default_value = "operator")]
    name: String,
    /// The command, as in "plenary help commands"
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

impl Do {
    /// Carries the command out and prints one line that says what happened.
    pub fn run(&self, out: &mut Output) -> Done {
        let line = wait_for(self.carry_out())??;
        Ok(out.line(line)?)
    }

    async fn carry_out(&self) -> Result<String, Stop> {
        let mut session = session_at(&self.session).await?;
        let press = Press::new(self.name.as_str(), &session);
        let command = language::parse_arguments(&self.command, &session.state().review).map_err(stopped)?;
        let accepted = session.submit(&press, &command, &language::print(&command)).await.map_err(stopped)?;
        session.advance();
        let record = accepted.seq.and_then(|seq| session.dialogue().record(seq));
        Ok(match record {
            Some(record) => {
                let state = session.state();
                let begun = matches!(record.events.first(), Some(Event::Began)).then(|| language::ladder_taken(state)).flatten();
                let each = begun.map_or(String::new(), |each| format!(": {each}"));
                format!("{}  {}{each}", record.seq, language::describe(record, state))
            }
            None => "nothing to change, nothing recorded".to_owned(),
        })
    }
}

/// A line that is no command is a wrong call; everything else is a refusal.
fn stopped(refusal: Refusal) -> Stop {
    let sentence = format!("{} ({})", refusal.sentence, refusal.code);
    if refusal.code == RefusalCode::Usage { Stop::unusable(sentence) } else { Stop::failed(sentence) }
}
