//! `plenary do`: one command of the language, given to a session from the shell.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::output::Output;
use super::{Done, Stop, session_at, wait_for};
use crate::dialogue::{Event, Record, Refusal, RefusalCode, Seq};
use crate::language;
use crate::language::words::clean;
use crate::session::{Press, Session};

/// Gives a session one command: plenary do SESSION next
#[derive(Debug, Args)]
pub struct Do {
    /// The session
    session: PathBuf,
    /// Who gives the command
    #[arg(long, value_name = "SEAT", default_value = "operator")]
    name: String,
    /// Made by whoever sends the command: a second copy with the same id is accepted once and changes nothing
    #[arg(long, value_name = "UUID")]
    id: Option<uuid::Uuid>,
    /// What was recorded, as JSON: its number, absent where nothing was, and what it is called
    #[arg(long)]
    json: bool,
    /// The command, as in "plenary help commands"
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

impl Do {
    /// Carries the command out and prints one line that says what happened.
    pub fn run(&self, out: &mut Output) -> Done {
        let (seq, told) = wait_for(self.carry_out())??;
        let line = match seq {
            _ if self.json => json!({ "seq": seq, "told": told }).to_string(),
            Some(seq) => format!("{seq}  {told}"),
            None => told,
        };
        Ok(out.line(line)?)
    }

    async fn carry_out(&self) -> Result<(Option<Seq>, String), Stop> {
        self.options_come_first()?;
        let mut session = session_at(&self.session).await?;
        let press = match self.id {
            Some(id) => Press::sent(&self.name, id, &session),
            None => Press::new(&self.name, &session),
        };
        let command = language::parse_arguments(&self.command, &session.state().review).map_err(stopped)?;
        let typed = language::print(&command);
        let accepted = session.submit(&press, &command, &typed).await.map_err(stopped)?;
        session.advance();
        let record = accepted.seq.and_then(|seq| session.dialogue().record(seq));
        if let Some(other) = record.filter(|record| *record.command != *clean(&typed) || record.seat != press.seat) {
            let Record { seq, command, seat, .. } = &**other;
            let sentence = format!("That id is record {seq}'s ({command} by {seat}); another command needs an id of its own");
            return Err(stopped(Refusal::new(RefusalCode::Duplicate, sentence)));
        }
        Ok(match record {
            Some(record) => (Some(record.seq), told(record, &session)),
            None => (
                None,
                language::preview(&command, session.state(), session.now())
                    .unwrap_or_else(|| "nothing to change, nothing recorded".to_owned()),
            ),
        })
    }

    /// What stands behind the command is a part of it, so that an option there would be logged as words of a State.
    fn options_come_first(&self) -> Result<(), Stop> {
        let is_ours = |word: &&String| ["--name", "--id", "--json"].contains(&word.split_once('=').map_or(word.as_str(), |(name, _)| name));
        let Some(option) = self.command.iter().find(is_ours) else { return Ok(()) };
        let sentence = format!(
            "{option} stands behind the command; options come first, as in plenary do {} {option} … COMMAND",
            self.session.display()
        );
        Err(stopped(Refusal::new(RefusalCode::Usage, sentence)))
    }
}

/// The record by its name; where figures follow from it, what it came to.
fn told(record: &Record, session: &Session) -> String {
    let state = session.state();
    let name = language::logged(record, session.dialogue().records(), state);
    match record.events.first() {
        Some(Event::Began) => language::ladder_taken(state).map_or_else(|| name.clone(), |each| format!("{name}: {each}")),
        Some(event) if comes_to_more_than_its_name(event) => format!("{name}\n{}", language::happened(record, session.dialogue())),
        _ => name,
    }
}

fn comes_to_more_than_its_name(event: &Event) -> bool {
    matches!(
        event,
        Event::Adjourned
            | Event::Sorted(_)
            | Event::Drawn { .. }
            | Event::Reconciled { .. }
            | Event::ParticipantEntered { .. }
            | Event::Divided { .. }
            | Event::Banked { .. }
            | Event::Redistributed { .. }
            | Event::Shifted { .. }
            | Event::Retyped { .. }
            | Event::TookUpAgain(_)
    )
}

/// A line that is no command is a wrong call; everything else is a refusal.
fn stopped(refusal: Refusal) -> Stop {
    let sentence = format!("{} ({})", refusal.sentence, refusal.code);
    if refusal.code == RefusalCode::Usage { Stop::unusable(sentence) } else { Stop::failed(sentence) }
}
