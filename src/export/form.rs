//! The forms in which a session can be had, what each is called, and the making of it.

use std::path::Path;

use super::records::{NotMade, records};
use super::{Telling, items, list, report, sheets, turns};
use crate::dialogue::{State, Text};

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The table of turns.
    Turns,
    /// The table of items.
    Items,
    /// The list as taken.
    List,
    /// The report.
    Report,
    /// The answer sheets of all officials.
    Sheets,
    /// The answer sheet of one official, by id.
    Sheet(Text),
    /// All records.
    Records,
}

impl Form {
    /// Every form that a session can be had in; an official's own sheet for each of them.
    pub fn all(state: &State) -> Vec<Form> {
        let own = state.officials.iter().map(|official| Form::Sheet(official.id.clone()));
        [Form::Turns, Form::Items, Form::List, Form::Report, Form::Sheets, Form::Records].into_iter().chain(own).collect()
    }

    /// In a few words, and how it is written.
    pub fn says(&self, state: &State) -> String {
        match self {
            Form::Turns => "who had the floor, when and for how long (CSV)".to_owned(),
            Form::Items => "what was asked, and what became of it (CSV)".to_owned(),
            Form::List => "the list as it was taken (CSV)".to_owned(),
            Form::Report => "the report of the meeting (Markdown)".to_owned(),
            Form::Sheets => "the answer sheets of all officials (Markdown)".to_owned(),
            Form::Sheet(id) => format!("{} (Markdown)", state.official(id).map_or(&**id, |official| &*official.office)),
            Form::Records => "every record, for another host (JSON Lines)".to_owned(),
        }
    }

    /// What the file's name has after the session's, and its ending.
    pub(super) fn file(&self) -> (String, &'static str) {
        match self {
            Form::Turns => ("turns".to_owned(), "csv"),
            Form::Items => ("items".to_owned(), "csv"),
            Form::List => ("list".to_owned(), "csv"),
            Form::Report => ("report".to_owned(), "md"),
            Form::Sheets => ("sheets".to_owned(), "md"),
            Form::Sheet(id) => {
                let id: String = id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
                (format!("sheet-{id}"), "md")
            }
            Form::Records => ("records".to_owned(), "jsonl"),
        }
    }

    /// The whole of it: what is told of the session at `path`, or its records.
    ///
    /// # Errors
    /// [`NotMade`]; what is told can always be told.
    pub fn made(&self, telling: &Telling<'_>, path: &Path) -> Result<Vec<u8>, NotMade> {
        let mut text = Vec::new();
        match self {
            Form::Turns => turns(telling, &mut text),
            Form::Items => items(telling, &mut text),
            Form::List => list(telling, &mut text),
            Form::Report => report(telling, &mut text),
            Form::Sheets => sheets(telling, None, &mut text),
            Form::Sheet(official) => sheets(telling, Some(official), &mut text),
            Form::Records => return records(path),
        }?;
        Ok(text)
    }
}
