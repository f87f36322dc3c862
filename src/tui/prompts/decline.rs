//! `R`: items will not be answered, and why.

use super::{Entered, Ready};
use crate::dialogue::{Action, ItemNo};
use crate::tui::input::in_words;
use crate::tui::ui::Prompt;

pub(super) fn resolve(prompt: &Prompt, items: &[ItemNo]) -> Ready {
    let why = prompt.input.value().trim();
    let reason = if why.is_empty() { "without a reason" } else { "for this reason" };
    let action = Action::Decline { items: items.to_vec(), why: (!why.is_empty()).then(|| why.into()) };
    Ready::new(format!("decline {} {reason}", in_words(items)), Entered::Do(action, prompt.opened))
}
