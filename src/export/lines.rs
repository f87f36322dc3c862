//! All records of a session in the exchange format, from which the same session can be made again.

use std::io;

use crate::session::journal::{Contents, lines::written};

/// Writes every record, one a line, exactly as stored.
///
/// # Errors
/// A record cannot be a line, which happens only to one that was not written by this program; or the output cannot be written.
pub fn lines(contents: &Contents, out: &mut impl io::Write) -> io::Result<()> {
    for kept in &contents.kept {
        let line = written(kept).map_err(|reason| io::Error::other(format!("record {}: {reason}", kept.seq)))?;
        writeln!(out, "{line}")?;
    }
    Ok(())
}
