//! Plenary runs an interactive dialogue live at a terminal.
//!
//! A session is its journal: everything that happens is one appended [`dialogue::Record`], and the state on the screen
//! is a fold over those records. The rooms, each using only those above it in this list:
//!
//! * [`review`]: what was agreed before the meeting
//! * [`dialogue`]: the pure core, `decide` and `apply`
//! * [`language`]: text to commands and back, completion, what things are called
//! * [`session`]: the journal on the disk, and the clocks
//! * [`export`]: records as JSON Lines, tables, the report
//! * [`replay`]: a recorded meeting, played back
//! * [`script`]: scenario files
//! * [`rehearsal`]: a plausible whole meeting, out of a seed
//! * [`tui`]: the terminal
//! * [`cli`]: the shell's way in

pub mod cli;
pub mod dialogue;
pub mod export;
pub mod language;
pub mod rehearsal;
pub mod replay;
pub mod review;
pub mod script;
pub mod session;
pub mod tui;
