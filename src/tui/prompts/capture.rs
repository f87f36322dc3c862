//! `q ! + .` what was said, logged while it is said: its sort, its words, its themes and who answers it.

use std::ops::Range;

use super::editing::{cursor_byte, replace};
use super::{Drafts, Entered, Ready, authors, capture_offers, earlier};
use crate::dialogue::{Action, Command, Event, ItemNo, Said, Sort};
use crate::language;
use crate::review::Ms;
use crate::tui::input::{Eye, sign};
use crate::tui::ui::{Offer, Prompt};
use crate::tui::widgets::times;

/// The number that the next item will have.
pub(super) fn next_number(eye: &Eye<'_>) -> Option<u32> {
    let said = Said { text: "x".into(), ..Said::default() };
    let action = Action::Log { sort: Sort::Question, said, by: Vec::new(), turn: None, repeats: None };
    let decision = eye.dialogue.decide(eye.seat, &Command::now(action), eye.now).ok()?;
    decision.events.iter().find_map(|event| match event {
        Event::Logged(logging) => Some(logging.item.0),
        _ => None,
    })
}

/// A logged item as it would be typed.
pub(super) fn as_typed(number: ItemNo, eye: &Eye<'_>) -> String {
    let Some(item) = eye.state().item(number) else { return String::new() };
    let themes: String = item.themes.iter().map(|theme| format!(" #{theme}")).collect();
    format!("{} {}{themes}", sign(item.sort), item.text)
}

/// The sort by the first character, and the rest.
pub(super) fn split(value: &str) -> (Sort, &str) {
    let value = value.trim_start();
    let sorts = [Sort::Question, Sort::Recommendation, Sort::Commendation, Sort::Comment];
    sorts.into_iter().find_map(|sort| Some((sort, value.strip_prefix(sign(sort))?))).unwrap_or((Sort::Question, value))
}

fn verb(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "ask",
        Sort::Recommendation => "recommend",
        Sort::Commendation => "commend",
        Sort::Comment => "comment",
    }
}

/// The word before the cursor.
pub(super) fn word(prompt: &Prompt) -> Range<usize> {
    let end = cursor_byte(&prompt.input);
    let before = prompt.input.value().get(..end).unwrap_or_default();
    let start =
        before.rfind(char::is_whitespace).map_or(0, |at| at + before.get(at..).and_then(|c| c.chars().next()).map_or(1, char::len_utf8));
    // A mark may follow the sign of the sort at once: `!#torture`.
    let sign = if start == 0 && before.starts_with(['?', '!', '+', '.']) { 1 } else { 0 };
    start + sign..end
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let value = prompt.input.value();
    let (sort, text) = split(value);
    let word = value.get(word(prompt)).unwrap_or_default();
    if let Some(begun) = word.strip_prefix(authors::BY) {
        return authors::offers(begun, eye);
    }
    if let Some(begun) = word.strip_prefix(earlier::REPEATS) {
        return earlier::offers(begun, text, eye);
    }
    if !word.starts_with(['#', '@']) {
        return capture_offers::suggested(sort, text, eye);
    }
    let line = format!("{} {text}", verb(sort));
    let cursor = (line.len() + cursor_byte(&prompt.input)).saturating_sub(value.len());
    capture_offers::marked(word, &line, cursor, (sort, text), eye)
}

/// Tab: takes what the words suggest, as it is shown with its reason: a theme, then an official. Where they suggest nothing it opens the
/// themes, then the officials; what only stands first under a bare mark is never taken. With letters behind the mark what is chosen is
/// always taken.
pub(super) fn complete(prompt: &mut Prompt, eye: &Eye<'_>) {
    let word = word(prompt);
    let written = prompt.input.value().get(word.clone()).unwrap_or_default();
    let missing = capture_offers::missing_mark(prompt.input.value(), eye);
    let instead = match (written, meant(prompt, eye), prompt.offers.get(prompt.chosen)) {
        ("#" | "@", Some(meant), _) => format!("{} ", meant.insert),
        ("#", None, _) => "@".to_owned(),
        ("@", None, _) => "#".to_owned(),
        ("", Some(meant), _) => format!("{} ", meant.insert),
        ("", None, _) => missing.to_owned(),
        (letters, _, Some(offer)) if is_marked(letters) => format!("{} ", offer.insert),
        (letters, _, None) if is_marked(letters) => letters.to_owned(),
        (letters, Some(meant), _) => format!("{letters} {} ", meant.insert),
        (letters, None, _) => format!("{letters} {missing}"),
    };
    replace(&mut prompt.input, word, &instead);
    prompt.chosen = 0;
}

fn is_marked(word: &str) -> bool {
    word.starts_with(['#', '@']) || word.starts_with(authors::BY) || word.starts_with(earlier::REPEATS)
}

/// The chosen offer, if the words suggest it or it was chosen by hand.
fn meant<'a>(prompt: &'a Prompt, eye: &Eye<'_>) -> Option<&'a Offer> {
    let (sort, text) = split(prompt.input.value());
    let suggested = || capture_offers::suggested(sort, text, eye);
    let chosen = prompt.offers.get(prompt.chosen)?;
    (prompt.chosen > 0 || suggested().iter().any(|likely| likely.insert == chosen.insert)).then_some(chosen)
}

pub(super) fn resolve(prompt: &Prompt, drafts: &Drafts, eye: &Eye<'_>) -> Result<Ready, String> {
    let value = prompt.input.value();
    let (sort, text) = split(value);
    if text.trim().is_empty() {
        let sorts = if value.trim().is_empty() { "   ? asks  ! recommends  + commends  . comments" } else { "" };
        return Ok(Ready::new(format!("close the line{sorts}"), Entered::Close));
    }
    let word = word(prompt);
    let mut text = text.to_owned();
    let last = value.get(word.clone()).unwrap_or_default();
    let by = last.strip_prefix(authors::BY).is_some_and(|begun| !authors::is_whole(begun));
    let repeats = last.strip_prefix(earlier::REPEATS).is_some_and(|begun| !earlier::is_whole(begun, eye));
    if let Some(offer) = prompt.offers.get(prompt.chosen).filter(|offer| (by || repeats) && offer.insert != last) {
        let before = value.get(..word.start).unwrap_or_default();
        let says = if by { format!("by {}", offer.detail) } else { format!("repeats {}, {}", offer.label, offer.detail) };
        return Ok(Ready::new(says, Entered::Rewrite(format!("{before}{}", offer.insert))));
    }
    if matches!(last, "#" | "@") {
        let (before, after) = (value.get(..word.start).unwrap_or_default(), value.get(word.end..).unwrap_or_default());
        if let Some(offer) = meant(prompt, eye) {
            return Ok(Ready::new(format!("take {}", offer.label), Entered::Rewrite(format!("{before}{} {after}", offer.insert))));
        }
        text = split(&format!("{before}{after}")).1.to_owned();
    }
    let text = expand(&text, eye)?;
    if let Some(number) = drafts.corrects() {
        return corrected(number, sort, &text, eye);
    }
    let command = parsed(&format!("{} {text}", verb(sort)), eye)?;
    let mut says = match &command.action {
        Action::Log { said, .. } => says(sort, said, eye),
        _ => String::new(),
    };
    let began = drafts.moment().unwrap_or(eye.now) - command.ago;
    if command.ago != Ms::ZERO {
        says.push_str(&format!(", said at {}", times::to_the_second((eye.wall)(began))));
    }
    if let Some(offer) = meant(prompt, eye).filter(|_| !is_marked(last)) {
        says.push_str(&format!("   Tab {}", offer.label));
    }
    Ok(Ready::new(says, Entered::Do(command.action, began)))
}

/// The same for an item that was logged before.
pub(super) fn resolve_amended(prompt: &Prompt, number: ItemNo, eye: &Eye<'_>) -> Result<Ready, String> {
    let (sort, text) = split(prompt.input.value());
    if text.trim().is_empty() {
        return Ok(Ready::new("", Entered::Close));
    }
    corrected(number, sort, &expand(text, eye)?, eye)
}

fn corrected(number: ItemNo, sort: Sort, text: &str, eye: &Eye<'_>) -> Result<Ready, String> {
    let command = parsed(&format!("edit {number} {text} sort={}", language::sort_name(sort)), eye)?;
    Ok(Ready::new(format!("correct item {number}"), Entered::Do(command.action, eye.now)))
}

pub(super) fn parsed(line: &str, eye: &Eye<'_>) -> Result<Command, String> {
    language::parse(line, &eye.state().review).map_err(|refusal| refusal.sentence)
}

/// What one of several pasted lines would be logged as; a line without a sign is of the sort that the open line has.
pub(super) fn pasted(line: &str, sort: Sort, eye: &Eye<'_>) -> Result<(Action, String), String> {
    let (sort, text) = language::item_line(line, sort);
    let action = parsed(&format!("{} {}", verb(sort), expand(text, eye)?), eye)?.action;
    eye.dialogue.decide(eye.seat, &Command::now(action.clone()), eye.now).map_err(|refusal| refusal.sentence)?;
    let says = match &action {
        Action::Log { said, .. } => {
            let themes: String = said.themes.iter().map(|theme| format!(" #{theme}")).collect();
            says(sort, said, eye).replacen("log the ", "", 1) + &themes
        }
        _ => String::new(),
    };
    Ok((action, says))
}

fn says(sort: Sort, said: &Said, eye: &Eye<'_>) -> String {
    let name = language::sort_name(sort);
    let by_key = |written: &str| eye.state().officials.iter().find(|official| official.key.is_some_and(|key| written == key.to_string()));
    let office = |written: &str| by_key(written).map_or_else(|| eye.official_name(written), |official| eye.official_name(&official.id));
    match said.officials.first() {
        Some(lead) => format!("log the {name} → {}", office(lead)),
        None => format!("log the {name}"),
    }
}

/// Puts whole names where the beginning of one was typed.
pub(super) fn expand(text: &str, eye: &Eye<'_>) -> Result<String, String> {
    let words = text.split(' ').map(|word| match (word.strip_prefix('#'), word.strip_prefix('@')) {
        (Some(theme), _) => capture_offers::whole_theme(theme, eye).map(|theme| format!("#{theme}")),
        (_, Some(official)) => capture_offers::whole_official(official, eye).map(|official| format!("@{official}")),
        _ => Ok(word.to_owned()),
    });
    Ok(words.collect::<Result<Vec<_>, _>>()?.join(" "))
}
