//! Free text: where it ends, what is taken out of it, and when it is literal.

use crate::dialogue::Said;
use crate::language::catalogue::{Group, Verb};
use crate::language::words::Word;

/// What follows the verb and its first arguments: the text, and the options behind it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::language) struct Tail {
    /// The text, with its themes and officials as written.
    pub said: Said,
    /// Name and value as written.
    pub options: Vec<(&'static str, String)>,
}

/// Reads a text up to its first trailing option. An empty one is the business of the verb.
///
/// # Errors
/// A sentence, where a quotation mark is never closed.
pub(in crate::language) fn read(verb: &'static Verb, words: &[Word]) -> Result<Tail, String> {
    let logs = verb.group == Group::Items;
    for (place, word) in words.iter().enumerate().filter(|(_, word)| word.open) {
        if (place == 0 && word.raw.starts_with('"')) || option(verb, word).is_some() {
            return Err(format!("The quotation mark in {} is never closed.", super::values::shown(&word.raw)));
        }
    }
    let (body, trailing) = words.split_at_checked(end_of_text(verb, words, logs)).unwrap_or((words, &[]));
    let mut tail = Tail::default();
    match body {
        [only, marks @ ..] if only.quoted && marks.iter().all(|word| logs && mark(word).is_some()) => {
            tail.said.text = only.text.as_str().into();
            marks.iter().for_each(|word| take(word, &mut tail.said));
        }
        _ => tail.said = unquoted(body, logs),
    }
    for word in trailing {
        match option(verb, word) {
            Some(option) => tail.options.push(option),
            None => take(word, &mut tail.said),
        }
    }
    Ok(tail)
}

/// The place of the first trailing option; themes and officials may stand among the options.
fn end_of_text(verb: &'static Verb, words: &[Word], logs: bool) -> usize {
    let is_trailing = |word: &Word| option(verb, word).is_some() || (logs && mark(word).is_some());
    let run = words.iter().rev().take_while(|word| is_trailing(word)).count();
    let start = words.len() - run;
    words.iter().skip(start).position(|word| option(verb, word).is_some()).map_or(words.len(), |after| start + after)
}

fn option(verb: &'static Verb, word: &Word) -> Option<(&'static str, String)> {
    let (name, value) = word.option()?;
    verb.option(name).map(|option| (option.name, value.to_owned()))
}

/// Words joined by single blanks, without the themes and officials among them; punctuation behind one stays with the text.
fn unquoted(words: &[Word], logs: bool) -> Said {
    let mut said = Said::default();
    let mut text = String::new();
    for word in words {
        match mark(word).filter(|_| logs) {
            Some((_, _, punctuation)) => {
                take(word, &mut said);
                if !text.is_empty() {
                    text.push_str(punctuation);
                }
            }
            None => {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&word.raw);
            }
        }
    }
    said.text = text.trim().into();
    said
}

/// `#theme` or `@official` at a word's start: the sign, the name, and the punctuation behind it.
fn mark(word: &Word) -> Option<(char, &str, &str)> {
    let mut letters = word.raw.chars();
    let sign = letters.next().filter(|sign| matches!(sign, '#' | '@') && !word.quoted)?;
    letters.next().filter(|letter| letter.is_alphabetic())?;
    let name = word.raw.get(1..)?;
    let end = name.find(|c: char| !is_of_a_name(c)).unwrap_or(name.len());
    let end = name.get(..end)?.trim_end_matches(['-', '_']).len();
    let (name, punctuation) = name.split_at_checked(end)?;
    Some((sign, name, punctuation))
}

fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn take(word: &Word, said: &mut Said) {
    let Some((sign, name, _)) = mark(word) else { return };
    let names = if sign == '#' { &mut said.themes } else { &mut said.officials };
    if !names.iter().any(|known| &**known == name) {
        names.push(name.into());
    }
}
