//! A session in other forms: its records as JSON Lines, its turns, items and list as tables, its course as a report.

mod lines;

pub use lines::lines;
