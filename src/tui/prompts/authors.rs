//! `by=`: who made an item, where it is not who has the floor.

use super::matching;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

/// Begins the authors of an item.
pub(super) const BY: &str = "by=";

const SHOWN: usize = 8;

/// Delegations that fit the last of what is typed behind `by=`.
pub(super) fn offers(begun: &str, eye: &Eye<'_>) -> Vec<Offer> {
    let (before, last) = begun.rsplit_once(',').map_or(("", begun), |(before, last)| (before, last));
    let comma = if before.is_empty() { "" } else { "," };
    let fitting = matching::delegations(&eye.state().review, last).into_iter().take(SHOWN);
    let offer = |delegation: &crate::review::Delegation| Offer {
        label: delegation.code.to_string(),
        detail: delegation.short.clone(),
        insert: format!("{BY}{before}{comma}{}", delegation.code),
    };
    fitting.map(offer).collect()
}

/// Whether nothing is left to be chosen: codes only.
pub(super) fn is_whole(written: &str) -> bool {
    !written.is_empty() && written.split(',').all(|word| word.len() == 3 && word.chars().all(|letter| letter.is_ascii_uppercase()))
}

/// By key: the authors are opened at the end of the line.
pub fn open(prompt: &mut Prompt) {
    let value = prompt.input.value().trim_end();
    if !value.split_whitespace().any(|word| word.starts_with(BY)) {
        prompt.input = format!("{value} {BY}").into();
        prompt.chosen = 0;
    }
}
