//! The operator's hand: what a key press comes to, given what the screen showed.
//!
//! Nothing in here writes a record or draws. A press becomes a [`Step`]; a command is handed out as an [`Order`], and the
//! session's answer comes back through [`Desk::settle`]. Floor, list, items, board and screen each have a file that says what
//! their keys would do now; the hints at the bottom are made from the same.

mod aim;
mod board;
mod bounce;
mod desk;
mod exports;
mod eye;
mod floor;
mod guard;
mod hints;
mod import;
mod items;
mod latch;
mod line;
mod list;
mod log;
mod look;
mod moved;
mod other_turns;
mod over;
mod past;
mod press;
mod proposal;
mod question;
mod screen;
mod seen;
pub(super) mod selection;
mod settle;
pub(super) mod sheet;
mod shifted;
mod sight;
mod step;
mod together;
pub(super) mod told;

pub use desk::Desk;
pub use eye::{Eye, sign};
pub use items::in_words;
pub use log::numbers as records;
pub(super) use look::arrange;
pub use proposal::{Act, Asked, Look, Proposal, propose};
pub(super) use screen::opens;
pub use step::{Order, Step, Then, What};
