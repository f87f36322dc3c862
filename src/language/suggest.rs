//! Which theme a text is about, and who should answer it: shown with the reason, never done by itself.

use super::describe::office;
use crate::dialogue::{Item, State, Text};
use crate::review::names::fold;

/// A theme that a text seems to be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSuggestion {
    /// The theme's id.
    pub theme: Text,
    /// The word that speaks for it.
    pub reason: String,
}

/// An official who could answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The official's id.
    pub official: Text,
    /// Why: `theme`, `answered the like`, `was given the like`.
    pub reason: String,
    /// How many items they have to answer.
    pub open: u32,
}

/// The themes whose words are in the text, those with most letters in common first.
///
/// Case, accents and common endings (`prison`, `prisons`; `ratify`, `ratification`) make no difference. An entry of the
/// vocabulary that has several words is heard when all of them follow one another.
pub fn themes_for(text: &str, state: &State) -> Vec<ThemeSuggestion> {
    let said = stems(text);
    let mut found: Vec<(usize, ThemeSuggestion)> = Vec::new();
    for theme in &state.review.themes {
        let vocabulary = theme.words.iter().chain([&theme.name]);
        let heard = vocabulary.filter(|word| contains(&said, &stems(word)));
        if let Some(word) = heard.max_by_key(|word| weight(word)) {
            found.push((weight(word), ThemeSuggestion { theme: theme.id.as_str().into(), reason: format!("\"{word}\"") }));
        }
    }
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.into_iter().map(|(_, suggestion)| suggestion).collect()
}

/// The officials who should answer an item: by its themes; where it has none, by those that its words are about.
pub fn officials_of(item: &Item, state: &State) -> Vec<Suggestion> {
    if item.themes.is_empty() {
        let heard: Vec<Text> = themes_for(&item.text, state).into_iter().map(|heard| heard.theme).collect();
        officials_for(&heard, state)
    } else {
        officials_for(&item.themes, state)
    }
}

/// The officials who should answer an item under these themes: those whose theme it is, then those who were given or
/// answered the like before; of equals the least loaded first.
pub fn officials_for(themes: &[Text], state: &State) -> Vec<Suggestion> {
    let mut found: Vec<(usize, Suggestion)> = Vec::new();
    for official in &state.officials {
        let listed = state.review.official(&official.id);
        let theirs = listed.map_or(0, |listed| themes.iter().filter(|theme| listed.themes.iter().any(|own| **own == ***theme)).count());
        let (given, answered) = likes(&official.id, themes, state);
        let reason = match (theirs, answered, given) {
            (1.., _, _) => "theme".to_owned(),
            (0, 1.., _) => "answered the like".to_owned(),
            (0, 0, 1..) => "was given the like".to_owned(),
            (0, 0, 0) => continue,
        };
        let open = state.load(&official.id, state.as_of).open;
        found.push((theirs * 1000 + answered + given, Suggestion { official: Text::clone(&official.id), reason, open }));
    }
    found.sort_by_key(|(score, suggestion)| (std::cmp::Reverse(*score), suggestion.open));
    found.into_iter().map(|(_, suggestion)| suggestion).collect()
}

/// How many items under these themes the official was given, and how many they answered.
fn likes(official: &str, themes: &[Text], state: &State) -> (usize, usize) {
    let alike = state.items.iter().filter(|item| item.themes.iter().any(|theme| themes.contains(theme)));
    alike.fold((0, 0), |(given, answered), item| {
        let led = item.lead.as_deref() == Some(official);
        let spoke = item.answer.as_ref().is_some_and(|answer| answer.by.as_deref() == Some(official));
        (given + usize::from(led), answered + usize::from(spoke))
    })
}

/// A suggestion in a few words: `Ministry of Internal Affairs (theme), 7 open`.
pub fn in_words(suggestion: &Suggestion, state: &State) -> String {
    format!("{} ({}), {} open", office(&suggestion.official, state), suggestion.reason, suggestion.open)
}

fn weight(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The words without case, accents and common endings.
fn stems(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(stem).collect()
}

/// A word without its ending, so that `ratifying`, `ratified`, `ratification` and `ratify` are one, but `police` and
/// `policy` two. What is left has four letters at least.
fn stem(word: &str) -> String {
    const ENDINGS: [(&str, &str); 13] = [
        ("ification", "ify"),
        ("ifications", "ify"),
        ("ying", "y"),
        ("ies", "y"),
        ("ied", "y"),
        ("ments", ""),
        ("ment", ""),
        ("ions", ""),
        ("ion", ""),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("e", ""),
    ];
    let cut =
        |(ending, instead): &(&str, &str)| word.strip_suffix(ending).filter(|stem| stem.len() >= 4).map(|stem| format!("{stem}{instead}"));
    let plural = || word.strip_suffix('s').filter(|stem| stem.len() >= 4 && !stem.ends_with(['s', 'u', 'i'])).map(str::to_owned);
    ENDINGS.iter().find_map(cut).or_else(plural).unwrap_or_else(|| word.to_owned())
}

fn contains(said: &[String], word: &[String]) -> bool {
    !word.is_empty() && said.windows(word.len()).any(|window| window == word)
}
