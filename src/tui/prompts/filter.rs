//! `f`: which items are shown. The board narrows with every letter; Enter leaves it so, Escape puts back what it was.

use super::{Entered, Ready};
use crate::tui::ui::Prompt;

pub(super) fn resolve(prompt: &Prompt) -> Ready {
    let says = if prompt.input.value().trim().is_empty() { "show all items" } else { "show these; Esc shows all again" };
    Ready::new(says, Entered::Close)
}
