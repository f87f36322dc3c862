//! What keys come to: a desk on a session in memory, on virtual time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod board;
mod capture;
mod exports;
mod fits;
mod floor;
mod hands;
mod import;
mod keys;
mod lines;
mod list;
mod log;
mod past;
mod said;
mod table;
mod undone;
