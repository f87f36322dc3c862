//! A recorded meeting played back: the player's own cases, its keys, its screens, and what the shell prints of a moment.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod calls;
mod cases;
mod deck;
mod exports;
mod looking;
mod pictures;
mod recorded;
mod screens;
