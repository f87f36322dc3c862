//! Themes and officials for the capture line: by what is typed behind `#` and `@`, else by the words of the item.

use crate::dialogue::{Sort, Speaking, Text};
use crate::language::suggest::{self, Suggestion, ThemeSuggestion};
use crate::language::{Completion, complete};
use crate::tui::input::Eye;
use crate::tui::ui::Offer;

const SHOWN: usize = 8;

/// What fits the marked word before the cursor, as the language completes it; what the item's words suggest comes first.
pub(super) fn marked(word: &str, line: &str, cursor: usize, (sort, text): (Sort, &str), eye: &Eye<'_>) -> Vec<Offer> {
    let mut offers = suggested(sort, text, eye);
    offers.retain(|likely| likely.label.starts_with(word));
    for Completion { text, detail, .. } in complete(line, cursor, eye.state()) {
        if !offers.iter().any(|likely| likely.insert == text) {
            offers.push(Offer { label: text.clone(), detail, insert: text });
        }
    }
    offers.truncate(SHOWN);
    offers
}

/// Themes that the words suggest, and officials whom the themes suggest, for what is still missing: a first theme, then an official, then
/// further themes.
pub(super) fn suggested(sort: Sort, text: &str, eye: &Eye<'_>) -> Vec<Offer> {
    let state = eye.state();
    let named = themes_in(text, eye);
    let has_theme = !named.is_empty();
    let heard: Vec<_> = suggest::themes_for(&said_in(text), state).into_iter().filter(|heard| !named.contains(&heard.theme)).collect();
    let mut offers: Vec<Offer> = heard.iter().map(|heard| theme(heard, eye)).collect();
    let is_answered = matches!(sort, Sort::Question | Sort::Recommendation);
    if is_answered && !has_mark(text, '@') {
        let themes = if named.is_empty() { heard.into_iter().map(|heard| heard.theme).collect() } else { named };
        let mut officials: Vec<Offer> = suggest::officials_for(&themes, state).iter().map(|suggestion| official(suggestion, eye)).collect();
        if has_theme {
            officials.append(&mut offers);
            offers = officials;
        } else {
            offers.append(&mut officials);
        }
    }
    offers.truncate(SHOWN);
    offers
}

/// The mark that Tab opens next: themes, or officials where there is a theme already.
pub(super) fn missing_mark(value: &str, eye: &Eye<'_>) -> &'static str {
    if has_mark(value, '@') || themes_in(value, eye).is_empty() { "#" } else { "@" }
}

/// What was said, without the marks for themes and officials, whose names are words of no statement.
fn said_in(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.starts_with(['#', '@']));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a word has the mark; one that was only just opened has nobody behind it yet.
fn has_mark(text: &str, mark: char) -> bool {
    text.split_whitespace().any(|word| word.len() > 1 && word.starts_with(mark))
}

fn theme(heard: &ThemeSuggestion, eye: &Eye<'_>) -> Offer {
    let name = eye.state().review.theme(&heard.theme).map_or("", |theme| theme.name.as_str());
    let mark = format!("#{}", heard.theme);
    Offer { label: mark.clone(), detail: format!("{name} ({})", heard.reason), insert: mark }
}

/// The themes that the words of a text suggest.
pub(super) fn heard(text: &str, eye: &Eye<'_>) -> Vec<Offer> {
    suggest::themes_for(&said_in(text), eye.state()).iter().map(|heard| theme(heard, eye)).collect()
}

fn official(suggestion: &Suggestion, eye: &Eye<'_>) -> Offer {
    let mark = format!("@{}", suggestion.official);
    Offer { label: mark.clone(), detail: suggest::in_words(suggestion, eye.state()), insert: mark }
}

/// The themes that stand in a text with their mark.
fn themes_in(text: &str, eye: &Eye<'_>) -> Vec<Text> {
    let marked = text.split_whitespace().filter_map(|word| word.strip_prefix('#'));
    let known = marked.filter_map(|theme| whole_theme(theme, eye).ok()).filter(|theme| eye.state().review.theme(theme).is_some());
    known.map(Text::from).collect()
}

/// A theme's id, where exactly one begins like that; what nobody knows stays for the language to refuse.
pub(super) fn whole_theme(begun: &str, eye: &Eye<'_>) -> Result<String, String> {
    let ids: Vec<&str> = eye.state().review.themes.iter().map(|theme| theme.id.as_str()).collect();
    whole(begun, &ids, '#')
}

/// An official's word, likewise; a handle is one already.
pub(super) fn whole_official(begun: &str, eye: &Eye<'_>) -> Result<String, String> {
    let is_handle = |official: &Speaking| official.key.is_some_and(|key| begun == key.to_string());
    if eye.state().officials.iter().any(is_handle) {
        return Ok(begun.to_owned());
    }
    let ids: Vec<&str> = eye.state().officials.iter().map(|official| &*official.id).collect();
    whole(begun, &ids, '@')
}

fn whole(begun: &str, ids: &[&str], mark: char) -> Result<String, String> {
    let letters = begun.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '-' && c != '?');
    let behind = begun.strip_prefix(letters).unwrap_or_default();
    let lower = letters.to_lowercase();
    if !letters.starts_with(char::is_alphabetic) || ids.contains(&letters) {
        return Ok(begun.to_owned());
    }
    let fitting: Vec<&&str> = ids.iter().filter(|id| id.to_lowercase().starts_with(&lower)).collect();
    match fitting.as_slice() {
        [] => Ok(begun.to_owned()),
        [one] => Ok(format!("{one}{behind}")),
        several => Err(format!("{mark}{letters} may be {}", several.iter().map(|id| format!("{mark}{id}")).collect::<Vec<_>>().join(", "))),
    }
}
