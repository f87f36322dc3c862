//! All that a file holds as records of a session, whole or not: what is looked at to prove it, to copy it and to save what can be saved.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Flaw, Kept, OpenError, file, lines, look, rows, trouble};

/// All that a file holds as records of a session.
#[derive(Debug)]
pub struct Contents {
    /// Which file.
    pub path: PathBuf,
    /// Whether it is a file of lines and not a session.
    pub are_lines: bool,
    /// The records, in the order in which they stand there.
    pub kept: Vec<Kept>,
    /// What is wrong with the file itself, apart from what the records say.
    pub(super) flaws: Vec<Flaw>,
}

impl Contents {
    /// Reads a session or a file of lines, whichever it is. Nothing is written to it or beside it.
    ///
    /// # Errors
    /// It is neither, or cannot be read.
    pub fn of(path: impl AsRef<Path>) -> Result<Contents, OpenError> {
        let path = path.as_ref();
        if file::is_database(path)? { Contents::of_session(path) } else { Contents::of_lines(path) }
    }

    fn of_session(path: &Path) -> Result<Contents, OpenError> {
        look::undisturbed(path, |connection, cut_off| {
            let failed =
                |error: rusqlite::Error| OpenError::new(path, cut_off.as_deref().map_or_else(|| trouble::reading(&error), trouble::short));
            // One transaction: what others write meanwhile is seen in all of it or in none.
            let connection = connection.unchecked_transaction().map_err(failed)?;
            let (kept, mut flaws) = rows::all(&connection).map_err(failed)?;
            match &cut_off {
                // The rest of such a file is in disorder in any case.
                Some(cut_off) => flaws.insert(0, Flaw::of_file(cut_off.as_str())),
                None => flaws.extend(rows::around(&connection).map_err(failed)?),
            }
            Ok(Contents { path: path.to_path_buf(), are_lines: false, kept, flaws })
        })
    }

    fn of_lines(path: &Path) -> Result<Contents, OpenError> {
        let bytes = fs::read(path).map_err(|error| OpenError::new(path, file::unreadable(&error)))?;
        Contents::in_lines(path, &bytes)
    }

    /// Reads lines that were read from a file already.
    ///
    /// # Errors
    /// Not one of them is a record.
    pub fn in_lines(path: impl AsRef<Path>, bytes: &[u8]) -> Result<Contents, OpenError> {
        let path = path.as_ref();
        let (kept, flaws) = lines::all(bytes);
        if kept.is_empty() {
            let first = flaws.first().map_or(String::new(), |flaw| format!(" ({flaw})"));
            let reason =
                format!("holds no whole record: it is neither a session nor a file of records in JSON Lines{first}; it was left alone");
            return Err(OpenError::new(path, reason));
        }
        Ok(Contents { path: path.to_path_buf(), are_lines: true, kept, flaws })
    }
}
