//! What goes into a session and what comes back: a key press, the answer to it, and how well the records are kept.

use super::Session;
use super::journal::Journal;
use crate::dialogue::{Seq, Text};
use crate::language::words::clean;
use crate::review::Ms;

/// Someone pressed a key, or Enter. Made then, so that what is asked counts from then, and counts once however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    /// Who.
    pub seat: Text,
    /// This press and no other.
    pub id: Text,
    /// When, in session time.
    pub at: Ms,
    /// Its id was made elsewhere, by whoever sends it and may send it again, so that it may have been recorded before this moment.
    pub sent: bool,
}

impl Press {
    /// A key press of this very moment.
    pub fn new<J: Journal>(seat: impl AsRef<str>, session: &Session<J>) -> Press {
        Press { seat: clean(seat.as_ref()).into(), id: uuid::Uuid::now_v7().to_string().into(), at: session.now(), sent: false }
    }

    /// What someone sends under an id of their own, and sends again where no answer came.
    pub fn sent<J: Journal>(seat: impl AsRef<str>, id: uuid::Uuid, session: &Session<J>) -> Press {
        Press { id: id.to_string().into(), sent: true, ..Press::new(seat, session) }
    }
}

/// A command was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// The record that keeps it. Absent: it changed nothing, so there was nothing to record.
    pub seq: Option<Seq>,
}

/// How well the records are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// The newest record on the disk.
    pub newest: Seq,
    /// When it was written, in session time.
    pub saved: Ms,
    /// The last record that could not be written.
    pub failure: Option<Failure>,
    /// Why this session can be read and not continued.
    pub read_only: Option<String>,
}

/// A record that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// When, in session time.
    pub at: Ms,
    /// What happened, what was kept, what to do now.
    pub sentence: String,
    /// Whether nothing has been written since.
    pub lasts: bool,
}
