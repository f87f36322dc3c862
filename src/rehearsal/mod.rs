//! A plausible whole meeting of any review, out of a seed: for rehearsal, demonstration and load.
//!
//! [`Rehearsal`] is pure: it looks at the records so far and says what happens next and after how long. [`play`] carries
//! that out in a session. The same seed and review give the same commands at the same moments. What is said in it is put
//! together out of the review's themes, and nobody said it: the title and a note in the record say so.

mod answers;
mod course;
mod deed;
mod dice;
mod play;
mod statement;
mod words;

pub use course::Rehearsal;
pub use deed::Deed;
pub use play::{Played, Unplayed, play};
