//! What a value may be, by its kind in the table.

use super::things;
use crate::dialogue::{Sort, State};
use crate::language::catalogue::{Group, Value, Verb};
use crate::language::describe::shorten;
use crate::language::print::sort_name;
use crate::language::suggest;
use crate::language::words::Word;
use crate::review::names::fold;

/// The longest detail, in columns.
const DETAIL: usize = 72;

/// What is offered, before it has a place in the line.
pub(super) struct Offer {
    pub text: String,
    pub detail: String,
}

impl Offer {
    pub fn new(text: &str, detail: impl AsRef<str>) -> Offer {
        Offer { text: text.to_owned(), detail: shorten(detail.as_ref(), DETAIL) }
    }
}

/// What fits what was typed, likeliest first.
pub(super) fn offers(value: Value, typed: &str, verb: &Verb, state: &State) -> Vec<Offer> {
    let modalities = &state.review.modalities;
    match value {
        Value::Delegation | Value::Delegations => things::delegations(typed, state),
        Value::Start => both(letters(typed), things::delegations(typed, state)),
        Value::Participant => things::participants(typed, state),
        Value::Entry if verb.name == "restore" => things::withdrawn(typed, state),
        Value::Entry if verb.name == "release" => things::set_aside(typed, state),
        Value::Entry => things::entries(typed, state),
        Value::EntryOrDelegation => both(things::entries(typed, state), things::delegations(typed, state)),
        Value::Place => words(typed, places(verb)),
        Value::ItemOrEntry => both(things::items(typed, verb.name, state), things::entries(typed, state)),
        Value::Item | Value::Items => things::items(typed, verb.name, state),
        Value::ItemsOrTheme if typed.starts_with('#') => things::themes(typed, state),
        Value::ItemsOrTheme => things::items(typed, verb.name, state),
        Value::Theme => things::themes(typed, state),
        Value::Official | Value::Officials => both(things::officials(typed, state), unknown_official(typed, verb)),
        Value::Kind => words(typed, modalities.kinds.iter().map(|kind| (kind.id.as_str(), kind.name.as_str()))),
        Value::Segment => words(typed, modalities.segments.iter().map(|segment| (segment.as_str(), ""))),
        Value::Group => words(typed, modalities.groups.iter().map(|group| (group.name.as_str(), ""))),
        Value::Sort => {
            let sorts = [Sort::Question, Sort::Recommendation, Sort::Comment, Sort::Commendation];
            words(typed, sorts.into_iter().map(|sort| (sort_name(sort), "")))
        }
        Value::OneOf(choices) => words(typed, choices.iter().map(|choice| (*choice, ""))),
        Value::Change => words(typed, [("30s", "longer"), ("-30s", "shorter"), ("1m", "longer"), ("-1m", "shorter")]),
        Value::Seen => things::first_waiting(typed, state),
        Value::Turn => things::turns(typed, state),
        Value::Name | Value::Span | Value::Seq | Value::Number | Value::File | Value::Command | Value::Text => Vec::new(),
    }
}

/// In free text only what has a mark is completed; after a blank the words themselves suggest their themes.
pub(super) fn in_text(verb: &Verb, words: &[&Word], typed: &str, state: &State) -> Vec<Offer> {
    match typed.chars().next() {
        _ if verb.group != Group::Items => Vec::new(),
        Some('#') => things::themes(typed, state),
        Some('@') => {
            let typed = typed.trim_start_matches('@');
            things::officials(typed, state).into_iter().map(|offer| Offer { text: format!("@{}", offer.text), ..offer }).collect()
        }
        None => {
            let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
            let themes = suggest::themes_for(&text, state);
            themes.iter().map(|theme| Offer::new(&format!("#{}", theme.theme), &theme.reason)).collect()
        }
        Some(_) => Vec::new(),
    }
}

fn places(verb: &Verb) -> impl Iterator<Item = (&'static str, &'static str)> {
    let relative = [("before:", "directly before an entry"), ("after:", "directly after an entry")];
    let relative = relative.into_iter().filter(|_| verb.name == "move");
    [("top", "first"), ("end", "last")].into_iter().chain(relative)
}

fn unknown_official(typed: &str, verb: &Verb) -> Vec<Offer> {
    let may_be_unknown = matches!(verb.name, "answer" | "official") && matches!(typed, "" | "?");
    if may_be_unknown { vec![Offer::new("?", "not yet known")] } else { Vec::new() }
}

fn words<'a>(typed: &str, choices: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Offer> {
    let fits = |(word, _): &(&str, &str)| {
        word.starts_with(typed) || (!typed.is_empty() && fold(word).starts_with(&fold(typed)) && !fold(typed).is_empty())
    };
    choices.into_iter().filter(fits).map(|(word, detail)| Offer::new(&crate::language::words::word(word), detail)).collect()
}

/// The letter that is typed, in capitals.
fn letters(typed: &str) -> Vec<Offer> {
    let mut letters = typed.chars();
    match (letters.next().filter(char::is_ascii_alphabetic), letters.next()) {
        (Some(letter), None) => vec![Offer::new(&letter.to_ascii_uppercase().to_string(), "from this letter on")],
        _ => Vec::new(),
    }
}

/// The first, and what the second has besides.
fn both(mut first: Vec<Offer>, second: Vec<Offer>) -> Vec<Offer> {
    for offer in second {
        if !first.iter().any(|known| known.text == offer.text) {
            first.push(offer);
        }
    }
    first
}
