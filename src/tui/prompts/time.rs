//! `l`: an entry's own time.

use super::{Entered, Ready};
use crate::dialogue::{Action, EntryNo, EntryRef};
use crate::review::duration;
use crate::tui::input::Eye;
use crate::tui::ui::Prompt;

pub(super) fn resolve(prompt: &Prompt, entry: EntryNo, eye: &Eye<'_>) -> Result<Ready, String> {
    let written = prompt.input.value().trim();
    if written.is_empty() {
        return Ok(Ready::new("", Entered::Close));
    }
    let time = duration::parse(written)?;
    let name = eye.state().entries.get(entry).map_or_else(|| entry.to_string(), |entry| eye.entry_name(entry));
    Ok(Ready::new(format!("{name} has {time}"), Entered::Do(Action::Time { entry: EntryRef::Number(entry), time }, prompt.opened)))
}
