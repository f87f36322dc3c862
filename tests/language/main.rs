//! The language as its contract has it: every row of commands and values, read, printed and read again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod completed;
mod decided;
mod described;
mod fixture;
mod generated;
mod refused;
mod room;
mod rows;
mod shell;
mod suggested;
mod table;
