//! The real program on a real terminal: what is typed, what is seen, and what is left behind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod clerk;
mod disk;
mod ends;
mod floor;
mod hands;
mod idle;
mod keys;
mod left;
mod line;
mod log;
mod looked;
mod meeting;
mod paced;
mod replay;
mod shapes;
mod terminal;
