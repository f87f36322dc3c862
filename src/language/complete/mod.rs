//! What may come next in a line: verbs, options and values out of the one table, named and counted out of the state.

mod things;
mod values;

use std::ops::Range;

use super::catalogue::{AGO, CATALOGUE, Group, Named, Times, Value, Verb, verb};
use super::words::{Word, cut};
use crate::dialogue::State;
use crate::review;
use values::Offer;

/// No more than these are offered.
const MOST: usize = 20;

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is put into the line.
    pub text: String,
    /// What to know of it: the full name, what a verb does, how loaded an official is.
    pub detail: String,
    /// The part of the line that it takes the place of, in bytes.
    pub replaces: Range<usize>,
}

/// What fits at the cursor, a byte offset into the line, likeliest first; at most twenty.
pub fn complete(line: &str, cursor: usize, state: &State) -> Vec<Completion> {
    let cursor = (0..=cursor.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let before = line.get(..cursor).unwrap_or_default();
    let start = word_start(before);
    let words = cut(before.get(..start).unwrap_or_default());
    let typed = before.get(start..).unwrap_or_default();
    let (skip, offers) = match words.split_first() {
        None => (0, verbs(typed)),
        Some((name, words)) if name.raw.eq_ignore_ascii_case("replace") => in_its_place(words, typed, state),
        Some((name, words)) => verb(&name.raw).map_or_else(|| (0, Vec::new()), |verb| arguments(verb, words, typed, state)),
    };
    let replaces = start + skip..cursor;
    let completion = |offer: Offer| Completion { text: offer.text, detail: offer.detail, replaces: replaces.clone() };
    offers.into_iter().take(MOST).map(completion).collect()
}

/// What is to stand in a record's place is a command like any other.
fn in_its_place(words: &[Word], typed: &str, state: &State) -> (usize, Vec<Offer>) {
    let is_number = |word: &Word| word.raw.chars().all(|c| c.is_ascii_digit());
    let words = words.split_first().filter(|(first, _)| is_number(first)).map_or(words, |(_, rest)| rest);
    match words.split_first() {
        None if typed.starts_with(|c: char| c.is_ascii_digit()) => (0, Vec::new()),
        None => (0, verbs(typed)),
        Some((name, words)) => verb(&name.raw).map_or_else(|| (0, Vec::new()), |verb| arguments(verb, words, typed, state)),
    }
}

/// Where the word begins that ends here; blanks inside an open quote do not end it.
fn word_start(before: &str) -> usize {
    let (mut start, mut quoted, mut last) = (0, false, ' ');
    for (at, c) in before.char_indices() {
        match c {
            '"' if quoted && last != '\\' => quoted = false,
            '"' if !quoted && matches!(last, ' ' | '=' | ',' | ':') => quoted = true,
            ' ' if !quoted => start = at + 1,
            _ => {}
        }
        last = c;
    }
    start
}

fn verbs(typed: &str) -> Vec<Offer> {
    let offer = |verb: &Verb| {
        let later = if verb.carried_out { "" } else { " (not yet)" };
        Offer::new(verb.name, format!("{}{later}", verb.does))
    };
    let typed = typed.to_lowercase();
    let mut fitting: Vec<&Verb> = CATALOGUE.iter().filter(|verb| verb.name.starts_with(&typed)).collect();
    fitting.sort_by_key(|verb| (!verb.carried_out, urgency(verb.group)));
    if fitting.is_empty() {
        fitting = review::near(&typed, CATALOGUE.iter().map(|verb| verb.name)).into_iter().filter_map(verb).collect();
    }
    fitting.into_iter().map(offer).collect()
}

/// What is wanted most while someone speaks comes first.
fn urgency(group: Group) -> u8 {
    match group {
        Group::Floor => 0,
        Group::Items => 1,
        Group::Answers => 2,
        Group::List => 3,
        Group::Record => 4,
        Group::Meeting => 5,
    }
}

/// What fits behind a verb, and how many bytes of what was typed stay before it.
fn arguments(verb: &'static Verb, words: &[Word], typed: &str, state: &State) -> (usize, Vec<Offer>) {
    if let Some((name, value)) = typed.split_once('=')
        && let Some(option) = verb.option(name)
    {
        let (skip, offers) = last_of_list(option.value, value, verb, state);
        return (name.len() + 1 + skip, offers);
    }
    let placed: Vec<&Word> = words.iter().filter(|word| word.option().is_none_or(|(name, _)| verb.option(name).is_none())).collect();
    let (mut skip, mut offers) = (0, Vec::new());
    for value in places(verb, placed.len()) {
        let (cut, more) = match value {
            Value::Text => (0, values::in_text(verb, &placed, typed, state)),
            value => last_of_list(value, typed, verb, state),
        };
        skip = skip.max(cut);
        offers.extend(more);
    }
    if skip > 0 || (verb.takes_text() && typed.is_empty()) {
        return (skip, offers);
    }
    let options = option_names(verb, words, typed);
    let needed = verb.arguments.iter().filter(|argument| !matches!(argument.times, Times::Optional | Times::Any)).count();
    // Where all is there that must be, two letters of an option's name are more likely that than one more value.
    if placed.len() >= needed && typed.len() > 1 {
        offers.splice(0..0, options);
    } else {
        offers.extend(options);
    }
    (skip, offers)
}

/// The values that may stand at a place in the line.
fn places(verb: &'static Verb, at: usize) -> Vec<Value> {
    let arguments = verb.arguments;
    if let Some(many) = arguments.iter().position(|argument| matches!(argument.times, Times::Many | Times::ManyOrNamed | Times::Any))
        && at >= many
    {
        return arguments.iter().skip(many).map(|argument| argument.value).collect();
    }
    let here = arguments.iter().skip(at);
    let optional = here.clone().take_while(|argument| argument.times == Times::Optional).count();
    let text = arguments.last().filter(|argument| argument.value == Value::Text && at >= arguments.len());
    here.take(optional.max(1)).chain(text).map(|argument| argument.value).collect()
}

/// In `by=FRA,de` only `de` is completed.
fn last_of_list(value: Value, typed: &str, verb: &Verb, state: &State) -> (usize, Vec<Offer>) {
    let lists = matches!(value, Value::Delegations | Value::Officials | Value::Items | Value::ItemsOrTheme | Value::Delegation);
    let skip = if lists && !typed.contains('"') { typed.rfind(',').map_or(0, |at| at + 1) } else { 0 };
    let skip = match (value, typed.split_once(':')) {
        (Value::Place, Some((place @ ("before" | "after"), _))) => place.len() + 1,
        _ => skip,
    };
    let last = typed.get(skip..).unwrap_or_default();
    let value = if skip > 0 && value == Value::Place { Value::Entry } else { value };
    (skip, values::offers(value, last.trim_start_matches('"'), verb, state))
}

fn option_names(verb: &'static Verb, words: &[Word], typed: &str) -> Vec<Offer> {
    let is_there = |name: &str| words.iter().any(|word| word.option().is_some_and(|(known, _)| known == name));
    let fits = |option: &&Named| option.name.starts_with(typed) && !is_there(option.name);
    let offer = |option: &Named| Offer::new(&format!("{}=", option.name), format!("{}={}", option.name, option.written));
    verb.options.iter().chain([&AGO]).filter(fits).map(offer).collect()
}
