//! Officials out of the themes, out of who answered the like before, and out of who has least to answer.

use std::collections::HashMap;

use super::themes::themes_of;
use crate::dialogue::{Item, ItemStatus, State, Text};
use crate::language::describe::office;

/// An official who could answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The official's id.
    pub official: Text,
    /// Why: `theme`, `answered the like`, `was given the like`, `fewest open`.
    pub reason: String,
    /// How many items they have to answer.
    pub open: u32,
}

/// The officials who should answer an item: by its themes; where it has none, by those that it seems to be about.
pub fn officials_of(item: &Item, state: &State) -> Vec<Suggestion> {
    if item.themes.is_empty() {
        let heard: Vec<Text> = themes_of(item, state).into_iter().map(|heard| heard.theme).collect();
        officials_for(&heard, state)
    } else {
        officials_for(&item.themes, state)
    }
}

/// The officials who should answer an item under these themes, of which the first counts most: those whose theme it is, then those who
/// answered or were given the like before, of equals the least loaded first; last, who of all has fewest to answer. Nobody, where there
/// is no theme: nothing speaks for anyone.
pub fn officials_for(themes: &[Text], state: &State) -> Vec<Suggestion> {
    if themes.is_empty() {
        return Vec::new();
    }
    let record = record(themes, state);
    let of = |official: &Text| record.get(&**official).copied().unwrap_or_default();
    let mut likely: Vec<(u32, Record, Suggestion)> = Vec::new();
    for official in &state.officials {
        let theirs = theirs(&official.id, themes, state);
        let before = of(&official.id);
        let reason = match (theirs, before.answered, before.given) {
            (1.., _, _) => "theme",
            (0, 1.., _) => "answered the like",
            (0, 0, 1..) => "was given the like",
            (0, 0, 0) => continue,
        };
        let suggestion = Suggestion { official: Text::clone(&official.id), reason: reason.to_owned(), open: before.open };
        likely.push((theirs, before, suggestion));
    }
    likely.sort_by(|(a, a_before, a_says), (b, b_before, b_says)| {
        let before = |record: &Record| (record.answered, record.given);
        b.cmp(a).then(before(b_before).cmp(&before(a_before))).then(a_says.open.cmp(&b_says.open))
    });
    let mut suggestions: Vec<Suggestion> = likely.into_iter().map(|(_, _, suggestion)| suggestion).collect();
    let least = state.officials.iter().map(|official| (of(&official.id).open, &official.id)).min_by_key(|(open, _)| *open);
    if let Some((open, official)) = least.filter(|(_, official)| !suggestions.iter().any(|likely| likely.official == **official)) {
        suggestions.push(Suggestion { official: Text::clone(official), reason: "fewest open".to_owned(), open });
    }
    suggestions
}

/// How many of the themes are the official's, the first counting more than all after it.
fn theirs(official: &str, themes: &[Text], state: &State) -> u32 {
    let Some(listed) = state.review.official(official) else { return 0 };
    let weights = (0..8).rev().map(|power| 1_u32 << power);
    themes.iter().zip(weights).filter(|(theme, _)| listed.themes.iter().any(|own| **own == ***theme)).map(|(_, weight)| weight).sum()
}

/// What an official has had to do.
#[derive(Debug, Clone, Copy, Default)]
struct Record {
    answered: u32,
    given: u32,
    open: u32,
}

/// What each official has open, and had of the like.
fn record<'a>(themes: &[Text], state: &'a State) -> HashMap<&'a str, Record> {
    let mut records: HashMap<&str, Record> = HashMap::new();
    for item in state.items.iter().filter(|item| item.lead.is_some() || item.answer.is_some()) {
        let alike = u32::from(item.themes.iter().any(|theme| themes.contains(theme)));
        if let Some(lead) = item.lead.as_deref() {
            let record = records.entry(lead).or_default();
            record.given += alike;
            record.open += u32::from(item.status == ItemStatus::Assigned);
        }
        if let Some(by) = item.answer.as_ref().and_then(|answer| answer.by.as_deref()) {
            records.entry(by).or_default().answered += alike;
        }
    }
    records
}

/// A suggestion in a few words: `Ministry of Internal Affairs (theme), 7 open`.
pub fn in_words(suggestion: &Suggestion, state: &State) -> String {
    format!("{} ({}), {} open", office(&suggestion.official, state), suggestion.reason, suggestion.open)
}
