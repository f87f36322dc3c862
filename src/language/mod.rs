//! The one language of keys, `:` line, shell, scenario files and other seats: text to typed commands and back.
//!
//! Everything comes out of one table, [`CATALOGUE`]: what a line may hold, what completes it, what help says of it.
//! Nothing here decides anything or changes a state; text that comes in is cleaned at the door ([`words::clean`]).

mod catalogue;
mod complete;
mod describe;
mod happened;
mod ladder;
mod logged;
mod outside;
mod parse;
mod preview;
mod print;
mod refused;
pub mod suggest;
pub mod words;

pub use catalogue::{AGO, Argument, CATALOGUE, Group, Named, Times, Value, Verb, help_text, verb};
pub use complete::{Completion, complete};
pub use describe::describe;
pub use happened::happened;
pub use ladder::ladder_taken;
pub use logged::{earlier_or_later, logged};
pub use outside::outside_turns;
pub use parse::{item_line, parse, parse_arguments, statement};
pub use preview::preview;
pub use print::{position_name, print, sort_name};
pub use refused::refused;
