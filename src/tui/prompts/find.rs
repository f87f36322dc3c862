//! `/`: finds an entry of the list or an item, and selects it.

use super::{Entered, Ready, matching};
use crate::dialogue::{EntryNo, ItemNo};
use crate::review::names;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

const SHOWN: usize = 8;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An entry of the list.
    Entry(EntryNo),
    /// An item.
    Item(ItemNo),
}

/// Entries first, by how well they fit; then items, the newest first.
fn found(prompt: &Prompt, eye: &Eye<'_>) -> Vec<(Target, Offer)> {
    let written = prompt.input.value().trim();
    let wanted = names::fold(written);
    if wanted.is_empty() {
        return Vec::new();
    }
    let state = eye.state();
    let mut found = Vec::new();
    for delegation in matching::delegations(&state.review, written).into_iter().filter(|one| matching::is_named(one, &wanted)) {
        for entry in state.listed().filter(|entry| entry.delegations.contains(&delegation.code)) {
            let place = state.place_of(entry.number).unwrap_or_default();
            let offer =
                Offer { label: format!("#{place}"), detail: format!("{} · {}", eye.entry_name(entry), entry.kind), insert: String::new() };
            found.push((Target::Entry(entry.number), offer));
        }
    }
    let number: Option<u32> = written.parse().ok();
    for item in state.items.iter().rev() {
        let fits = number == Some(item.number.0)
            || matching::text(&names::fold(&item.text), &wanted).is_some()
            || item.themes.iter().any(|theme| theme.starts_with(written.trim_start_matches('#')))
            || state.authors(item).iter().any(|code| code.as_str().eq_ignore_ascii_case(written));
        if fits {
            let offer = Offer { label: item.number.to_string(), detail: eye.item_name(item), insert: String::new() };
            found.push((Target::Item(item.number), offer));
        }
    }
    found.truncate(SHOWN);
    found
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    found(prompt, eye).into_iter().map(|(_, offer)| offer).collect()
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let written = prompt.input.value().trim();
    if written.is_empty() {
        return Ok(Ready::new("", Entered::Close));
    }
    let found = found(prompt, eye);
    let (target, offer) = found.get(prompt.chosen).ok_or_else(|| format!("Neither a speaker who waits nor an item fits \"{written}\""))?;
    Ok(Ready::new(format!("select {}", offer.detail), Entered::Select(*target)))
}
