//! A recording on a terminal: the screens of the meeting, with the player's bar and keys under them.
//!
//! [`Deck`] is to the player what the operator's desk is to a session. Nothing in here writes a record.

mod bar;
mod deck;
mod deeds;
mod exports;
mod line;
mod look;
mod run;
mod sheet;

pub use deck::Deck;
pub use run::replay;
pub use sheet::{TooSmall, lines, sheet};
