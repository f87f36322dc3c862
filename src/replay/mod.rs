//! A recorded meeting played back: a position in its journal, and the state there.
//!
//! Nothing in here reads a clock, a file or a terminal, and nothing writes. A [`Recording`] is made of a session's records; it tells the
//! meeting in two ways ([`Telling`]), each a [`Track`] of steps with the state at any of them. A [`Player`] moves along it.

mod course;
mod player;
mod recording;
mod search;
mod shape;
mod speed;
mod target;
mod track;

pub use course::{Course, Mark};
pub use player::Player;
pub use recording::{Recording, Telling};
pub use shape::{Column, Doing};
pub use speed::Speed;
pub use target::{Wall, moment, position};
pub use track::{Position, Step, Track};
