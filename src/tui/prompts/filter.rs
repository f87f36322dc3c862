//! `f`: which items, or records, are shown. The board or the log narrows with every letter; Enter leaves it so, Escape puts back what it was.

use super::{Entered, Ready};
use crate::tui::ui::Prompt;

pub(super) fn resolve(prompt: &Prompt, of_what: &str) -> Ready {
    let all = prompt.input.value().trim().is_empty();
    let says = if all { format!("show all {of_what}") } else { "show these; Esc shows all again".to_owned() };
    Ready::new(says, Entered::Close)
}
