//! Scenario files: a meeting on virtual time, without a terminal, and what must be true in it.
//!
//! [`Scenario::parse`] reads one, [`run()`] plays it into a real session file, and [`Path`] finds a value of the
//! state as JSON, here and in `plenary show`.

mod path;
mod run;
mod scenario;
mod value;

pub use path::{Found, Path, Unit};
pub use run::{Outcome, Unplayable, run};
pub use scenario::{Act, Fault, Scenario, Step};
pub use value::{Op, Wanted, written};
