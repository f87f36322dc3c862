//! `a A v`: an official, taken by one letter or found by office.

use super::{Entered, Ready, matching};
use crate::dialogue::{Action, ItemNo, OfficialRef, Speaking};
use crate::language::suggest;
use crate::review::names;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt, Purpose};

/// Officials that fit, the likely ones first, each with the reason why.
fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<(&'a Speaking, Option<String>)> {
    let wanted = names::fold(prompt.input.value());
    let likely = match prompt.purpose {
        Purpose::Assign { item, .. } => eye.state().item(item).map(|item| suggest::officials_of(item, eye.state())).unwrap_or_default(),
        _ => Vec::new(),
    };
    let mut fitting: Vec<(u8, usize, &Speaking)> = eye
        .state()
        .officials
        .iter()
        .filter_map(|official| {
            let place = likely.iter().position(|suggestion| suggestion.official == official.id);
            Some((how_well(official, &wanted, eye)?, place.unwrap_or(likely.len()), official))
        })
        .collect();
    fitting.sort_by_key(|(fits, place, _)| (*fits, *place));
    fitting.into_iter().map(|(_, place, official)| (official, likely.get(place).map(|suggestion| suggestion.reason.clone()))).collect()
}

fn how_well(official: &Speaking, wanted: &str, eye: &Eye<'_>) -> Option<u8> {
    if wanted.is_empty() {
        return Some(0);
    }
    let name = eye.state().review.official(&official.id).and_then(|official| official.name.as_deref()).unwrap_or("");
    [&*official.id, &*official.office, name].iter().filter_map(|text| matching::text(&names::fold(text), wanted)).min()
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let offer = |(official, reason): (&Speaking, Option<String>)| {
        let load = eye.state().load(&official.id, eye.now);
        let suggested = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
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
    let chosen = fitting(prompt, eye).into_iter().nth(prompt.chosen);
    chosen.map(|(official, _)| official).ok_or_else(|| format!("No official fits \"{}\"", written.trim()))
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
