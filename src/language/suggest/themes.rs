//! Themes out of the words, and out of what the same delegation asked before.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::dialogue::{Item, State, Text};
use crate::review::stems::stems;
use crate::review::{Code, Phrase, Theme};

/// What lies between the words of a phrase at the most, as they are said in a sentence.
const BETWEEN: usize = 4;

/// So many themes of a delegation's earlier items are offered beside those that are heard.
const ASKED_BEFORE: usize = 2;

/// A theme that an item seems to be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSuggestion {
    /// The theme's id.
    pub theme: Text,
    /// The words that speak for it, in quotes, or the delegation's earlier item: `"prison"`, `their item 4`.
    pub reason: String,
}

/// The themes of a text that is being logged now: what is heard in its words, then what those who speak asked before.
pub fn themes_for(text: &str, state: &State) -> Vec<ThemeSuggestion> {
    let authors = state.statement.and_then(|turn| state.turn(turn)).map(|turn| turn.delegations.to_vec());
    suggested(text, &authors.unwrap_or_default(), None, state)
}

/// The themes of an item that has been logged.
pub fn themes_of(item: &Item, state: &State) -> Vec<ThemeSuggestion> {
    suggested(&item.text, &state.authors(item), Some(item), state)
}

fn suggested(text: &str, authors: &[Code], but: Option<&Item>, state: &State) -> Vec<ThemeSuggestion> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let said = Said::of(text);
    let before = asked_before(authors, but, state);
    let mut heard: Vec<(u32, ThemeSuggestion)> = Vec::new();
    for theme in &state.review.themes {
        let Some((weight, phrase)) = said.speaks_for(theme) else { continue };
        // Of themes that the words speak for equally, one that the delegation asked about before comes first.
        let again = before.iter().any(|(asked, _)| **asked == *theme.id);
        heard.push((weight * 2 + u32::from(again), ThemeSuggestion { theme: theme.id.as_str().into(), reason: format!("\"{phrase}\"") }));
    }
    heard.sort_by_key(|(weight, _)| Reverse(*weight));
    let mut themes: Vec<ThemeSuggestion> = heard.into_iter().map(|(_, suggestion)| suggestion).collect();
    let unheard: Vec<&(Text, &Item)> = before.iter().filter(|(asked, _)| !themes.iter().any(|heard| heard.theme == *asked)).collect();
    for (asked, item) in unheard.into_iter().take(ASKED_BEFORE) {
        themes.push(ThemeSuggestion { theme: Text::clone(asked), reason: format!("their item {}", item.number) });
    }
    themes
}

/// The themes of what these delegations asked before, newest first, each with its last item.
fn asked_before<'a>(authors: &[Code], but: Option<&Item>, state: &'a State) -> Vec<(Text, &'a Item)> {
    let mut themes: Vec<(Text, &Item)> = Vec::new();
    if authors.is_empty() {
        return themes;
    }
    let another = |item: &&Item| but.is_none_or(|but| but.number != item.number);
    for item in state.items.iter().rev().filter(another).filter(|item| !item.themes.is_empty()) {
        if state.authors(item).iter().any(|author| authors.contains(author)) {
            for theme in item.themes.iter() {
                if !themes.iter().any(|(asked, _)| asked == theme) {
                    themes.push((Text::clone(theme), item));
                }
            }
        }
    }
    themes
}

/// A text as a theme's vocabulary is looked for in it: where each stem stands.
struct Said(HashMap<String, Vec<usize>>);

impl Said {
    fn of(text: &str) -> Said {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, stem) in stems(text).into_iter().enumerate() {
            places.entry(stem).or_default().push(place);
        }
        Said(places)
    }

    /// How much the words speak for a theme, and what of its vocabulary speaks loudest. What is heard as part of a longer phrase is not
    /// heard once more.
    fn speaks_for<'a>(&self, theme: &'a Theme) -> Option<(u32, &'a str)> {
        let mut heard: Vec<(&Phrase, Vec<usize>)> =
            theme.words.iter().filter_map(|phrase| Some((phrase, self.hears(phrase.stems())?))).collect();
        if heard.is_empty() {
            return self.hears(&stems(&theme.name)).map(|places| (weight(places.len()), theme.name.as_str()));
        }
        heard.sort_by_key(|(_, places)| Reverse(places.len()));
        let loudest = heard.first().map(|(phrase, _)| phrase.written())?;
        let mut taken: Vec<usize> = Vec::new();
        let mut sum = 0;
        for (_, places) in heard {
            if !places.iter().any(|place| taken.contains(place)) {
                sum += weight(places.len());
                taken.extend(places);
            }
        }
        Some((sum, loudest))
    }

    /// Where the words of a phrase stand, if all are said and not far from each other, in whatever order.
    fn hears(&self, phrase: &[String]) -> Option<Vec<usize>> {
        let (first, others) = phrase.split_first()?;
        let others: Vec<&Vec<usize>> = others.iter().map(|stem| self.0.get(stem)).collect::<Option<_>>()?;
        self.0.get(first)?.iter().find_map(|start| {
            let near = |places: &&Vec<usize>| places.iter().min_by_key(|place| place.abs_diff(*start)).copied();
            let mut all: Vec<usize> = others.iter().filter_map(near).collect();
            all.push(*start);
            all.sort_unstable();
            all.dedup();
            let stretch = all.last()? - all.first()? + 1;
            (all.len() == phrase.len() && stretch <= phrase.len() + BETWEEN).then_some(all)
        })
    }
}

/// What several words said together weigh: more than the same words each by itself.
fn weight(words: usize) -> u32 {
    let words = u32::try_from(words).unwrap_or(u32::MAX).min(16);
    words * words + 1
}
