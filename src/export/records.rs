//! All records of a session in the exchange format, from which the same session can be made again.

use std::io;
use std::path::Path;

use crate::session::OpenError;
use crate::session::journal::{Contents, Flaw, lines::written};

/// Why an export was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// It is no session and no file of records, or cannot be read.
    #[error("{0}")]
    Unreadable(#[from] OpenError),
    /// Something in it was changed, or is missing: a copy would be taken for the whole.
    #[error("{name} is damaged ({flaw}) and was not exported; \"plenary recover {name} --out NEW\" takes out all that is sound")]
    Damaged {
        /// The file.
        name: String,
        /// What is wrong first.
        flaw: Flaw,
    },
    /// A record that was not written by this program cannot be a line.
    #[error("{name} was not exported: record {record}: {reason}")]
    NoLine {
        /// The file.
        name: String,
        /// Which record.
        record: i64,
        /// Why.
        reason: String,
    },
    /// It could not be put together.
    #[error("nothing was exported: {0}")]
    Unwritten(#[from] io::Error),
}

/// Every record of a session, or of a file of lines, one a line and exactly as stored. Nothing is written to the file.
///
/// # Errors
/// [`NotMade`].
pub fn records(path: &Path) -> Result<Vec<u8>, NotMade> {
    let (contents, name) = (Contents::of(path)?, path.display().to_string());
    if let Some(flaw) = contents.prove(None).flaws.into_iter().next() {
        return Err(NotMade::Damaged { name, flaw });
    }
    let mut lines = Vec::new();
    for kept in &contents.kept {
        let line = written(kept).map_err(|reason| NotMade::NoLine { name: name.clone(), record: kept.seq, reason })?;
        lines.extend_from_slice(line.as_bytes());
        lines.push(b'\n');
    }
    Ok(lines)
}
