//! The marks that panels are made of. Every text reaches the buffer through [`Strip`], which is where control characters end.

mod columns;
mod digits;
mod gauge;
mod mark;
mod pane;
pub(super) mod split;
mod strip;
pub mod times;
mod wrapped;

pub(super) use columns::{Part, columns};
pub(super) use digits::{Size, digits, name_in_large};
pub(super) use gauge::gauge;
pub(super) use mark::{band, choose, clear};
pub(super) use pane::{Edge, Pane};
pub(super) use strip::{Strip, columns_of, shortened};
pub(super) use wrapped::{broken, line_of, lines_of, wrapped};
