//! A session in other forms: its records as JSON Lines, its turns, items and list as tables, its course as a report.
//!
//! Tables and report tell what counts at the moment of the export, clocks that run included; the records are all there is, for ever.

mod cells;
mod items;
mod lines;
mod list;
mod report;
mod telling;
mod turns;

pub use cells::{defused, restored};
pub use items::items;
pub use lines::lines;
pub use list::list;
pub use report::report;
pub use telling::Telling;
pub use turns::turns;
