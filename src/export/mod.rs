//! A session in other forms: its records as JSON Lines, its turns, items and list as tables, its course as a report, and what each
//! official has to answer as a sheet to hand over.
//!
//! Tables, report and sheets tell what counts at the moment of the export, clocks that run included; the records are all there is, for ever.

mod cells;
mod file;
mod form;
mod front;
mod items;
mod list;
mod markdown;
mod place;
mod records;
mod report;
mod said;
mod sheets;
mod telling;
mod turns;

pub use cells::{defused, restored};
pub use file::{NotKept, Over, keep};
pub use form::Form;
pub use items::items;
pub use list::list;
pub use place::Place;
pub use records::{NotMade, records};
pub use report::report;
pub use sheets::sheets;
pub use telling::Telling;
pub use turns::turns;
