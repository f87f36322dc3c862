//! The list of speakers, the advance questions or the items of a statement out of a file, read before the command is decided.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::Path;

use crate::dialogue::{Action, Command, Entry, Refusal, RefusalCode, State};
use crate::language;
use crate::review::list::{self, Fault, LineProblem};
use crate::review::{Inscribed, Review, questions};

/// Larger than any list of speakers, and small enough to be read at once.
const LARGEST_LIST: u64 = 256 << 10;

/// Larger than all that is ever asked, before a meeting or in a statement.
const LARGEST_QUESTIONS: u64 = 2 << 20;

/// The command with what its file holds. Any other command is left as it is.
///
/// # Errors
/// `unreadable`: the file cannot be read. A file with lines that cannot be taken is refused for the reason of the first of
/// them, as `inscribe` would refuse it, and the sentence names them all.
pub(super) fn with_rows<'a>(command: &'a Command, folder: &Path, state: &State) -> Result<Cow<'a, Command>, Refusal> {
    let action = action_with_rows(&command.action, folder, &state.review, Some(state))?;
    Ok(action.map_or(Cow::Borrowed(command), |action| Cow::Owned(Command { action, ago: command.ago })))
}

/// Absent for an action that needs no file, or has what is in it. `beside`: whose list stands there already, where that is known.
fn action_with_rows(action: &Action, folder: &Path, review: &Review, beside: Option<&State>) -> Result<Option<Action>, Refusal> {
    match action {
        Action::Import { file, rows } if rows.is_empty() => {
            let text = list_in(folder, file)?;
            let understood = list::understand(&text, review);
            // Whether a row fits the list is decided with the command; where the file is refused anyway, all that is wrong is named at once.
            let rows = understood.clone().entries().map_err(|problems| {
                let standing: Vec<Inscribed> = beside.map_or_else(Vec::new, |state| state.listed().map(Entry::as_inscribed).collect());
                let all = understood.beside(&standing, review).entries().err().unwrap_or_default();
                not_taken(file, &problems, &all)
            })?;
            Ok(Some(Action::Import { file: file.clone(), rows }))
        }
        Action::Advance { file, rows } if rows.is_empty() => {
            let text = text_of(&folder.join(&**file), LARGEST_QUESTIONS);
            let text = text.map_err(|reason| not_imported(RefusalCode::Unreadable, file, &reason))?;
            let rows = questions::advance(&text, review).map_err(|problems| not_taken(file, &problems, &problems))?;
            Ok(Some(Action::Advance { file: file.clone(), rows }))
        }
        Action::LogAll { file, items } if items.is_empty() => {
            let text = text_of(&folder.join(&**file), LARGEST_QUESTIONS);
            let text = text.map_err(|reason| not_logged(RefusalCode::Unreadable, file, &reason))?;
            let items = language::statement(&text, review).map_err(|refusal| not_logged(refusal.code, file, &refusal.sentence))?;
            Ok(Some(Action::LogAll { file: file.clone(), items }))
        }
        Action::Replace { record, by } => {
            // What the list holds out of the record that is replaced will not stand there.
            let by = action_with_rows(by, folder, review, None)?;
            Ok(by.map(|by| Action::Replace { record: *record, by: Box::new(by) }))
        }
        _ => Ok(None),
    }
}

/// What a file with a list of speakers says, as it was written; for whoever wants to see it before it is imported.
///
/// # Errors
/// `unreadable`: it is not there, no file, too large for a list or not UTF-8.
pub fn list_in(folder: &Path, file: &str) -> Result<String, Refusal> {
    text_of(&folder.join(file), LARGEST_LIST).map_err(|reason| not_imported(RefusalCode::Unreadable, file, &reason))
}

fn text_of(path: &Path, largest: u64) -> Result<String, String> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    })?;
    if !metadata.is_file() {
        return Err("it is not a file".into());
    }
    if metadata.len() > largest {
        return Err(format!("it is too large, with {} KiB of {} at the most", metadata.len() >> 10, largest >> 10));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
        format!("line {line} is not UTF-8; save the file as UTF-8")
    })
}

fn not_imported(code: RefusalCode, file: &str, reason: &str) -> Refusal {
    Refusal::new(code, format!("{file} was not imported, and nothing changed: {reason}"))
}

fn not_logged(code: RefusalCode, file: &str, reason: &str) -> Refusal {
    Refusal::new(code, format!("{file} was not logged, and nothing changed: {reason}"))
}

/// Refused for the reason of the first line that is wrong in itself; where several cannot be taken, each stands on a line of its own below
/// the sentence.
fn not_taken(file: &str, wrong: &[LineProblem], all: &[LineProblem]) -> Refusal {
    let code = wrong.first().map_or(RefusalCode::Unreadable, |problem| code(problem.complaint.fault));
    let each = all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    match all.len() {
        0 | 1 => not_imported(code, file, &each),
        many => not_imported(code, file, &format!("{many} lines cannot be taken\n{each}")),
    }
}

fn code(fault: Fault) -> RefusalCode {
    match fault {
        Fault::Unknown => RefusalCode::UnknownDelegation,
        Fault::Ambiguous => RefusalCode::Ambiguous,
        Fault::Duplicate => RefusalCode::Duplicate,
        Fault::Kind => RefusalCode::UnknownKind,
        Fault::Time => RefusalCode::BadDuration,
        Fault::Theme => RefusalCode::UnknownTheme,
        Fault::Official => RefusalCode::UnknownOfficial,
        Fault::Line => RefusalCode::Unreadable,
    }
}
