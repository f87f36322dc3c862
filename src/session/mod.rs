//! A session: the journal on the disk, the dialogue that is folded out of it, and the clocks that both go by.
//!
//! A command is decided against the journal's newest state, appended, and only then applied. What [`Session::submit`]
//! has accepted is on the disk; what it refuses has changed nothing.

mod clock;
mod copied;
mod drafts;
mod import;
mod open;
mod press;
mod submit;
mod timeline;

pub mod folder;
pub mod journal;
pub mod snapshot;

pub use clock::{Clock, Reading, SystemClock, VirtualClock, planned_start};
pub use drafts::Drafts;
pub use import::list_in;
pub use journal::OpenError;
pub use open::Session;
pub use press::{Accepted, Failure, Health, Press};
