//! `%`: what the second of two items says; what is not said of it is as in the first.

use super::{Entered, Ready, capture};
use crate::dialogue::ItemNo;
use crate::tui::input::Eye;
use crate::tui::ui::Prompt;

pub(super) fn resolve(prompt: &Prompt, item: ItemNo, eye: &Eye<'_>) -> Result<Ready, String> {
    let text = prompt.input.value().trim();
    if text.is_empty() {
        return Err(format!("What does the second one say? The words of {item} stay as they are"));
    }
    let command = capture::parsed(&format!("split {item} {}", capture::expand(text, eye)?), eye)?;
    Ok(Ready::new(format!("a second item out of {item}"), Entered::Do(command.action, prompt.opened)))
}
