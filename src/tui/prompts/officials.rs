//! `a A v`: an official, taken by one letter or found by office.

use super::{Entered, Ready, matching};
use crate::dialogue::{Action, Item, ItemNo, OfficialRef, Speaking};
use crate::review::names;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt, Purpose};

/// Officials that fit, the likely ones first.
fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<&'a Speaking> {
    let wanted = names::fold(prompt.input.value());
    let item = match prompt.purpose {
        Purpose::Assign { item, .. } => eye.state().item(item),
        _ => None,
    };
    let mut fitting: Vec<(u8, bool, &Speaking)> = eye
        .state()
        .officials
        .iter()
        .filter_map(|official| Some((how_well(official, &wanted, eye)?, !item.is_some_and(|item| answers(official, item, eye)), official)))
        .collect();
    fitting.sort_by_key(|(fits, unlikely, _)| (*fits, *unlikely));
    fitting.into_iter().map(|(_, _, official)| official).collect()
}

fn how_well(official: &Speaking, wanted: &str, eye: &Eye<'_>) -> Option<u8> {
    if wanted.is_empty() {
        return Some(0);
    }
    let name = eye.state().review.official(&official.id).and_then(|official| official.name.as_deref()).unwrap_or("");
    [&*official.id, &*official.office, name].iter().filter_map(|text| matching::text(&names::fold(text), wanted)).min()
}

/// Whether one of the item's themes is this official's.
fn answers(official: &Speaking, item: &Item, eye: &Eye<'_>) -> bool {
    let themes = eye.state().review.official(&official.id).map(|official| official.themes.as_slice()).unwrap_or_default();
    item.themes.iter().any(|theme| themes.iter().any(|own| **own == **theme))
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let item = match prompt.purpose {
        Purpose::Assign { item, .. } => eye.state().item(item),
        _ => None,
    };
    let offer = |official: &Speaking| {
        let load = eye.state().load(&official.id, eye.now);
        let suggested = if item.is_some_and(|item| answers(official, item, eye)) { " (theme)" } else { "" };
        let head = if official.head { " (head)" } else { "" };
        Offer {
            label: official.key.map_or_else(|| official.id.to_string(), String::from),
            detail: format!("{}{head}{suggested} · {} open", official.office, load.open),
            insert: official.id.to_string(),
        }
    };
    fitting(prompt, eye).into_iter().map(offer).collect()
}

/// A handle is taken at once as the first character; any other letter begins a search.
pub(super) fn takes_at_once(prompt: &Prompt, typed: char, eye: &Eye<'_>) -> bool {
    let picks = matches!(prompt.purpose, Purpose::Assign { .. } | Purpose::Pass) && prompt.input.value().is_empty();
    picks && eye.state().officials.iter().any(|official| official.key == Some(typed))
}

/// Who is meant: by handle where nothing else was typed, else the one that is chosen.
fn meant<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Result<&'a Speaking, String> {
    let written = prompt.input.value();
    let mut letters = written.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && let Some(official) = eye.state().officials.iter().find(|official| official.key == Some(only))
    {
        return Ok(official);
    }
    fitting(prompt, eye).get(prompt.chosen).copied().ok_or_else(|| format!("No official fits \"{}\"", written.trim()))
}

pub(super) fn resolve_assign(prompt: &Prompt, number: ItemNo, support: bool, eye: &Eye<'_>) -> Result<Ready, String> {
    let item = eye.state().item(number).ok_or_else(|| format!("Item {number} is no longer there"))?;
    let official = meant(prompt, eye)?;
    let named = |id: &crate::dialogue::Text| OfficialRef::Named(id.clone());
    let mut supporting: Vec<OfficialRef> = item.support.iter().filter(|id| **id != official.id).map(named).collect();
    let lead = if support {
        supporting.push(named(&official.id));
        item.lead.as_ref().map(named).ok_or_else(|| format!("Item {number} has nobody to be supported yet"))?
    } else {
        named(&official.id)
    };
    let says = format!("{number} {} {}", if support { "+" } else { "→" }, eye.official_name(&official.id));
    Ok(Ready::new(says, Entered::Do(Action::Assign { items: vec![number], lead, support: supporting, why: None }, prompt.opened)))
}

pub(super) fn resolve_pass(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let official = meant(prompt, eye)?;
    let says = format!("{} speaks", eye.official_name(&official.id));
    Ok(Ready::new(says, Entered::Do(Action::Official(OfficialRef::Named(official.id.clone())), prompt.opened)))
}
