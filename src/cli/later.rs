//! Calls that are part of the design and come with a later version: known, and refused with a clear sentence.

use super::{Done, Stop};

/// Refuses a call that this version knows and does not carry out.
pub fn not_yet(call: &str) -> Done {
    Err(Stop::unusable(format!("\"plenary {call}\" is not yet possible in this version; nothing was changed")))
}
