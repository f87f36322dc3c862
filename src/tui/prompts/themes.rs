//! `,`: the themes of items, the first one being the one that they stand under.

use super::editing::{cursor_byte, replace};
use super::{Entered, Ready, capture_offers};
use crate::dialogue::{Action, Item, ItemNo, Text};
use crate::tui::input::{Eye, in_words};
use crate::tui::ui::{Offer, Prompt};

const SHOWN: usize = 8;

/// Those that all of the items have.
pub(super) fn as_typed(items: &[ItemNo], eye: &Eye<'_>) -> String {
    let items: Vec<&Item> = items.iter().filter_map(|item| eye.state().item(*item)).collect();
    let first = items.first().map(|item| &item.themes[..]).unwrap_or_default();
    let shared = first.iter().filter(|theme| items.iter().all(|item| item.themes.contains(theme)));
    shared.map(|theme| format!("#{theme} ")).collect()
}

/// The word at the cursor, without its mark.
fn begun(prompt: &Prompt) -> (std::ops::Range<usize>, &str) {
    let end = cursor_byte(&prompt.input);
    let before = prompt.input.value().get(..end).unwrap_or_default();
    let start = before.rfind(' ').map_or(0, |at| at + 1);
    (start..end, before.get(start..).unwrap_or_default().trim_start_matches('#'))
}

/// What the words of the items suggest first; with letters what begins like that.
pub(super) fn offers(prompt: &Prompt, items: &[ItemNo], eye: &Eye<'_>) -> Vec<Offer> {
    let state = eye.state();
    let begun = begun(prompt).1.to_lowercase();
    let words = items.iter().filter_map(|item| state.item(*item)).map(|item| &*item.text).collect::<Vec<_>>().join(" ");
    let named = prompt.input.value();
    let is_named = |label: &str| named.split_whitespace().any(|word| word == label);
    let mut offers = capture_offers::heard(&words, eye);
    offers.retain(|offer| offer.label.trim_start_matches('#').starts_with(&begun));
    for theme in &state.review.themes {
        let fits = theme.id.starts_with(&begun) || theme.name.to_lowercase().split(' ').any(|word| word.starts_with(&begun));
        let mark = format!("#{}", theme.id);
        if fits && !offers.iter().any(|offer| offer.label == mark) {
            offers.push(Offer { label: mark.clone(), detail: theme.name.clone(), insert: mark });
        }
    }
    offers.retain(|offer| !is_named(&offer.label));
    offers.truncate(SHOWN);
    offers
}

pub(super) fn complete(prompt: &mut Prompt) {
    let range = begun(prompt).0;
    if let Some(offer) = prompt.offers.get(prompt.chosen) {
        let instead = format!("{} ", offer.insert);
        replace(&mut prompt.input, range, &instead);
        prompt.chosen = 0;
    }
}

/// Letters that are no theme yet stand for the chosen one.
pub(super) fn resolve(prompt: &Prompt, items: &[ItemNo], eye: &Eye<'_>) -> Result<Ready, String> {
    let known = |word: &str| eye.state().review.theme(word).is_some();
    let (range, last) = begun(prompt);
    let value = prompt.input.value();
    if let Some(offer) = prompt.offers.get(prompt.chosen).filter(|_| (!last.is_empty() && !known(last)) || value.trim().is_empty()) {
        let before = value.get(..range.start).unwrap_or_default();
        return Ok(Ready::new(format!("take {}", offer.label), Entered::Rewrite(format!("{before}{} ", offer.insert))));
    }
    let themes: Vec<Text> = value.split_whitespace().map(|word| word.trim_start_matches('#').into()).collect();
    let says = format!("{}: {}", in_words(items), value.trim());
    Ok(Ready::new(says, Entered::Do(Action::Theme { items: items.to_vec(), themes }, prompt.opened)))
}
