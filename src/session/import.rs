//! The list of speakers out of a file, read before the command is decided.

use std::borrow::Cow;
use std::path::Path;

use crate::dialogue::{Action, Command, Refusal, RefusalCode};
use crate::review::list::{self, Fault};
use crate::review::{Inscribed, Review};

/// Larger than any list of speakers, and small enough to be read at once.
const LARGEST: u64 = 256 << 10;

/// The command with what its file holds. Any other command is left as it is.
///
/// # Errors
/// `unreadable`: the file cannot be read. A file with lines that cannot be taken is refused for the reason of the first of
/// them, as `inscribe` would refuse it, and the sentence names them all.
pub(super) fn with_rows<'a>(command: &'a Command, folder: &Path, review: &Review) -> Result<Cow<'a, Command>, Refusal> {
    match &command.action {
        Action::Import { file, rows } if rows.is_empty() => {
            let text = list_in(folder, file)?;
            let rows = rows_of(&text, review).map_err(|(code, lines)| not_imported(code, file, &lines))?;
            Ok(Cow::Owned(Command { action: Action::Import { file: file.clone(), rows }, ago: command.ago }))
        }
        _ => Ok(Cow::Borrowed(command)),
    }
}

/// What a file with a list of speakers says, as it was written; for whoever wants to see it before it is imported.
///
/// # Errors
/// `unreadable`: it is not there, no file, too large for a list or not UTF-8.
pub fn list_in(folder: &Path, file: &str) -> Result<String, Refusal> {
    text_of(&folder.join(file)).map_err(|reason| not_imported(RefusalCode::Unreadable, file, &reason))
}

fn text_of(path: &Path) -> Result<String, String> {
    let metadata = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("it is not a file".into());
    }
    if metadata.len() > LARGEST {
        return Err("it is too large for a list of speakers".into());
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

/// The rows, or every line that cannot be taken and the reason of the first.
fn rows_of(text: &str, review: &Review) -> Result<Vec<Inscribed>, (RefusalCode, String)> {
    list::read(text, review).map_err(|problems| {
        let code = problems.first().map_or(RefusalCode::Unreadable, |problem| code(problem.complaint.fault));
        (code, problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

fn code(fault: Fault) -> RefusalCode {
    match fault {
        Fault::Unknown => RefusalCode::UnknownDelegation,
        Fault::Ambiguous => RefusalCode::Ambiguous,
        Fault::Duplicate => RefusalCode::Duplicate,
        Fault::Kind => RefusalCode::UnknownKind,
        Fault::Time => RefusalCode::BadDuration,
        Fault::Line => RefusalCode::Unreadable,
    }
}
