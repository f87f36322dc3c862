//! `a A v`: an official, taken by one letter or found by office; and why an item is handed on.

use super::{Entered, Ready, matching};
use crate::dialogue::{Action, Item, ItemNo, Load, OfficialRef, Speaking, Text};
use crate::language::suggest::{self, Suggestion};
use crate::review::names;
use crate::tui::input::{Eye, in_words};
use crate::tui::ui::{Offer, Prompt, Purpose};

/// Begins the reason why an item is handed on.
const WHY: &str = "why=";

/// Officials that fit, the likely ones first, each with the reason why.
fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<(&'a Speaking, Option<String>)> {
    let wanted = names::fold(parts(prompt).0);
    let likely = match &prompt.purpose {
        Purpose::Lead(items) | Purpose::Support(items) => {
            let first = items.first().and_then(|item| eye.state().item(*item));
            first.map(|item| suggest::officials_of(item, eye.state())).unwrap_or_default()
        }
        _ => most_open(eye),
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

/// Who has something to answer and does not speak now, those with most of it first.
fn most_open(eye: &Eye<'_>) -> Vec<Suggestion> {
    let state = eye.state();
    let speaks = state.official_on_floor();
    let others = state.officials.iter().zip(state.loads(eye.now)).filter(|(official, _)| Some(&official.id) != speaks.as_ref());
    let suggestion =
        |(official, load): (&Speaking, Load)| Suggestion { official: official.id.clone(), reason: "most open".to_owned(), open: load.open };
    let mut likely: Vec<Suggestion> = others.map(suggestion).filter(|suggestion| suggestion.open > 0).collect();
    likely.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.open));
    let most = likely.first().map_or(0, |first| first.open);
    likely.iter_mut().filter(|suggestion| suggestion.open < most).for_each(|suggestion| suggestion.reason = "has open".to_owned());
    likely
}

/// Whom the floor would be passed to if nobody else is named.
pub fn passed_to(eye: &Eye<'_>) -> Option<(String, u32)> {
    let first = most_open(eye).into_iter().next()?;
    Some((eye.official_name(&first.official), first.open))
}

/// Who is typed, and behind `why=` the reason.
fn parts(prompt: &Prompt) -> (&str, Option<&str>) {
    match prompt.input.value().split_once(WHY) {
        Some((who, why)) => (who.trim(), Some(why.trim()).filter(|why| !why.is_empty())),
        None => (prompt.input.value(), None),
    }
}

/// Tab: the chosen official stays, and the reason follows.
pub(super) fn begin_reason(prompt: &mut Prompt, eye: &Eye<'_>) {
    if prompt.input.value().contains(WHY) {
        return;
    }
    if let Ok(official) = meant(prompt, eye) {
        prompt.input = format!("{} {WHY}", official.id).into();
        prompt.chosen = 0;
    }
}

fn how_well(official: &Speaking, wanted: &str, eye: &Eye<'_>) -> Option<u8> {
    if wanted.is_empty() {
        return Some(0);
    }
    let name = eye.state().review.official(&official.id).and_then(|official| official.name.as_deref()).unwrap_or("");
    [&*official.id, &*official.office, name].iter().filter_map(|text| matching::text(&names::fold(text), wanted)).min()
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let loads = eye.state().loads(eye.now);
    let offer = |(official, reason): (&Speaking, Option<String>)| {
        let at = eye.state().officials.iter().position(|one| one.id == official.id);
        let open = at.and_then(|at| loads.get(at)).map_or(0, |load| load.open);
        let suggested = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        let head = if official.head { " (head)" } else { "" };
        Offer {
            label: official.key.map_or_else(|| official.id.to_string(), String::from),
            detail: format!("{}{head}{suggested} · {} open", official.office, open),
            insert: official.id.to_string(),
        }
    };
    fitting(prompt, eye).into_iter().map(offer).collect()
}

/// A handle is taken at once as the first character; any other letter begins a search.
pub(super) fn takes_at_once(prompt: &Prompt, typed: char, eye: &Eye<'_>) -> bool {
    let picks = matches!(prompt.purpose, Purpose::Lead(_) | Purpose::Support(_) | Purpose::Pass) && prompt.input.value().is_empty();
    picks && eye.state().officials.iter().any(|official| official.key == Some(typed))
}

/// Who is meant: by handle where nothing else was typed, else the one that is chosen.
fn meant<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Result<&'a Speaking, String> {
    let written = parts(prompt).0;
    let mut letters = written.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && let Some(official) = eye.state().officials.iter().find(|official| official.key == Some(only))
    {
        return Ok(official);
    }
    let chosen = fitting(prompt, eye).into_iter().nth(prompt.chosen);
    chosen.map(|(official, _)| official).ok_or_else(|| format!("No official fits \"{}\"", written.trim()))
}

/// Whoever is meant answers.
pub(super) fn resolve_lead(prompt: &Prompt, items: &[ItemNo], eye: &Eye<'_>) -> Result<Ready, String> {
    let (first, official) = (first_of(items, eye)?, meant(prompt, eye)?);
    let says = format!("{} → {}", in_words(items), eye.official_name(&official.id));
    Ok(assign(prompt, items, named(&official.id), beside(official, first, items, eye), &says))
}

/// Whoever is meant adds to the answer.
pub(super) fn resolve_support(prompt: &Prompt, items: &[ItemNo], eye: &Eye<'_>) -> Result<Ready, String> {
    let (first, official) = (first_of(items, eye)?, meant(prompt, eye)?);
    let lead = first.lead.as_ref().ok_or_else(|| format!("Item {} has nobody to be supported yet", first.number))?;
    let mut support = beside(official, first, items, eye);
    support.push(named(&official.id));
    let says = format!("{} + {}", in_words(items), eye.official_name(&official.id));
    Ok(assign(prompt, items, named(lead), support, &says))
}

fn first_of<'a>(items: &[ItemNo], eye: &Eye<'a>) -> Result<&'a Item, String> {
    let first = items.iter().find_map(|item| eye.state().item(*item));
    first.ok_or_else(|| format!("Item {} is no longer there", in_words(items)))
}

/// Whoever adds to the answer beside an official goes on doing so where that is the same for all.
fn beside(official: &Speaking, first: &Item, items: &[ItemNo], eye: &Eye<'_>) -> Vec<OfficialRef> {
    let alike = items.iter().filter_map(|item| eye.state().item(*item)).all(|item| item.support == first.support);
    first.support.iter().filter(|id| alike && **id != official.id).map(named).collect()
}

fn assign(prompt: &Prompt, items: &[ItemNo], lead: OfficialRef, support: Vec<OfficialRef>, says: &str) -> Ready {
    let why = parts(prompt).1.map(Text::from);
    let because = why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
    Ready::new(format!("{says}{because}"), Entered::Do(Action::Assign { items: items.to_vec(), lead, support, why }, prompt.opened))
}

fn named(official: &Text) -> OfficialRef {
    OfficialRef::Named(official.clone())
}

pub(super) fn resolve_pass(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let official = meant(prompt, eye)?;
    let says = format!("{} speaks", eye.official_name(&official.id));
    Ok(Ready::new(says, Entered::Do(Action::Official(named(&official.id)), prompt.opened)))
}
