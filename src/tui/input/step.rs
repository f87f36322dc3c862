//! What a press comes to: nothing, a command on its way to the session, or something that only the terminal's owner can do.

use crate::dialogue::Command;
use crate::export::Place;

/// What a press comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing outside this terminal.
    None,
    /// A command for the session.
    Submit(Order),
    /// A file with a list of speakers is to be read, and [`super::Desk::show_list`] or [`super::Desk::refuse`] to be told of it.
    Read(String),
    /// The files of the exports are to be looked up, and [`super::Desk::show_exports`] to be told of them.
    Exports,
    /// An export is to be written, and [`super::Desk::exported`] to be told of it.
    Export(Place),
    /// The program ends.
    Leave,
    /// The last session is left as it is, and a new one begun.
    BeginNew,
}

/// A command on its way to the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The command.
    pub what: What,
    /// What it does, in words, for the status line.
    pub says: String,
    /// What becomes of the line when it is accepted.
    pub then: Then,
}

/// A command, or a line to be read as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A key's.
    Command(Command),
    /// Typed after `:`.
    Line(String),
}

/// What becomes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It has nothing to do with it.
    Stay,
    /// It closes.
    Close,
    /// It is empty for the next item.
    NextItem,
}
