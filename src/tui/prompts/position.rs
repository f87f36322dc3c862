//! `P`: what the State under review says of recommendations, by one letter (resolution 5/1, paragraph 32: supported or noted).

use super::{Entered, Ready};
use crate::dialogue::{Action, ItemNo, Position};
use crate::tui::input::in_words;
use crate::tui::ui::{Offer, Prompt, Purpose};

const POSITIONS: [(&str, Position, &str); 3] =
    [("s", Position::Supported, "supported"), ("n", Position::Noted, "noted"), ("p", Position::Pending, "pending: to be examined")];

pub(super) fn offers(prompt: &Prompt) -> Vec<Offer> {
    fitting(prompt)
        .map(|(letter, _, name)| Offer { label: letter.to_owned(), detail: name.to_owned(), insert: letter.to_owned() })
        .collect()
}

fn fitting(prompt: &Prompt) -> impl Iterator<Item = (&'static str, Position, &'static str)> {
    let begun = prompt.input.value().trim().to_lowercase();
    POSITIONS.into_iter().filter(move |(_, _, name)| name.starts_with(&begun))
}

/// Its first letter names a position.
pub(super) fn takes_at_once(prompt: &Prompt, typed: char) -> bool {
    let letter = typed.to_string();
    matches!(prompt.purpose, Purpose::Position(_)) && prompt.input.value().is_empty() && POSITIONS.iter().any(|(own, ..)| **own == *letter)
}

pub(super) fn resolve(prompt: &Prompt, items: &[ItemNo]) -> Result<Ready, String> {
    let (_, position, name) = fitting(prompt).nth(prompt.chosen).ok_or("s supported, n noted or p pending")?;
    let name = name.split(':').next().unwrap_or(name);
    Ok(Ready::new(format!("{name}: {}", in_words(items)), Entered::Do(Action::Position { items: items.to_vec(), position }, prompt.opened)))
}
