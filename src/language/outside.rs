//! How the place of an item is called that belongs to no turn.

use crate::dialogue::{Item, State};

/// Logged or handed in before anyone had the floor, or later but in no statement: a question in writing, or one whose turn was taken back.
pub fn outside_turns(item: &Item, state: &State) -> &'static str {
    let spoken = state.turns.iter().any(|turn| turn.began <= item.at);
    if spoken { "in no statement" } else { "before the first statement" }
}
