//! A line, or the arguments of a shell, into a typed command.

mod answers;
mod floor;
mod items;
mod line;
mod list;
mod meeting;
mod statement;
mod text;
mod time;
mod values;

pub(super) use text::read as read_text;

use super::catalogue::{CATALOGUE, Verb, verb};
use super::words::{Word, clean, cut, quote};
use crate::dialogue::{Action, Command, Refusal, RefusalCode, Seq};
use crate::review::{self, Ms, Review};
use line::Line;

pub use statement::{item_line, items as statement};

/// Reads one line of the language: the verb, its arguments, its options.
///
/// # Errors
/// A [`Refusal`]: [`RefusalCode::Usage`] with the verb's form where the line is no command, otherwise the code of the
/// value that nobody knows.
pub fn parse(line: &str, review: &Review) -> Result<Command, Refusal> {
    let line = clean(line);
    let line = line.trim();
    let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
    let verb = known(name)?;
    if verb.name == "replace" {
        said_in_its_place(verb, rest.trim())?;
        let (first, after) = rest.trim_start().split_once(' ').unwrap_or((rest, ""));
        return match first.parse() {
            Ok(seq) => replacing(Some(Seq(seq)), after, || parse(after, review)),
            Err(_) => replacing(None, rest, || parse(rest, review)),
        };
    }
    if verb.carried_out { command(verb, cut(rest), review) } else { Ok(not_yet(verb, rest.trim())) }
}

/// Reads a command out of the arguments of a shell, which has taken the quotes off: an argument with blanks counts as
/// quoted, and one argument that holds a whole line is that line.
///
/// # Errors
/// As [`parse`].
pub fn parse_arguments(arguments: &[String], review: &Review) -> Result<Command, Refusal> {
    let (name, rest) = match arguments {
        [] => return Err(no_verb()),
        [line] => return parse(line, review),
        [name, rest @ ..] => (clean(name), rest),
    };
    let verb = known(name.trim())?;
    if verb.name == "replace" {
        said_in_its_place(verb, &rest.join(" "))?;
        return match rest {
            [first, after @ ..] if let Ok(seq) = first.parse() => {
                replacing(Some(Seq(seq)), after.first().map_or("", String::as_str), || parse_arguments(after, review))
            }
            rest => replacing(None, rest.first().map_or("", String::as_str), || parse_arguments(rest, review)),
        };
    }
    let words: Vec<Word> = rest.iter().map(|argument| Word::argument(&clean(argument), |name| verb.option(name).is_some())).collect();
    if verb.carried_out {
        return command(verb, words, review);
    }
    let written: Vec<String> = words.into_iter().map(|word| if word.quoted { quote(&word.text) } else { word.raw }).collect();
    Ok(not_yet(verb, written.join(" ").trim()))
}

fn said_in_its_place(verb: &Verb, rest: &str) -> Result<(), Refusal> {
    if rest.chars().any(|letter| !letter.is_ascii_digit()) {
        return Ok(());
    }
    Err(Refusal::new(RefusalCode::Usage, format!("What is to stand in its place? Write: {}", verb.form())))
}

/// What takes the place of something else happened when that did: it has no moment of its own. Nothing is replaced by a replacement,
/// so that a line is never read deeper than this, however often it says so.
fn replacing(record: Option<Seq>, line: &str, read: impl FnOnce() -> Result<Command, Refusal>) -> Result<Command, Refusal> {
    let name = line.split_whitespace().next().unwrap_or_default();
    if verb(name).is_some_and(|verb| verb.name == "replace") {
        let sentence = "Nothing is replaced by another replacement; say what is to stand there";
        return Err(Refusal::new(RefusalCode::NotAllowed, sentence));
    }
    let by = read()?;
    if by.ago != Ms::ZERO {
        return Err(Refusal::new(RefusalCode::Usage, "What replaces something happened when that did; leave ago= out"));
    }
    Ok(Command::now(Action::Replace { record, by: Box::new(by.action) }))
}

fn known(name: &str) -> Result<&'static Verb, Refusal> {
    if name.is_empty() {
        return Err(no_verb());
    }
    verb(name).ok_or_else(|| {
        let near = review::near(name, CATALOGUE.iter().map(|verb| verb.name));
        let hint = if near.is_empty() { "; ? lists them all".to_owned() } else { format!("; did you mean {}?", near.join(" or ")) };
        Refusal::new(RefusalCode::Usage, format!("There is no command \"{}\"{hint}", values::shown(name)))
    })
}

fn no_verb() -> Refusal {
    Refusal::new(RefusalCode::Usage, "A command begins with a verb, such as next or inscribe FRA")
}

fn not_yet(verb: &'static Verb, rest: &str) -> Command {
    Command::now(Action::NotYet { verb: verb.name, rest: rest.into() })
}

fn command(verb: &'static Verb, words: Vec<Word>, review: &Review) -> Result<Command, Refusal> {
    let line = Line::read(verb, words, review)?;
    let action = action(&line)?;
    let ago = line.option("ago").map(|word| values::span(&word)).transpose()?.unwrap_or(Ms::ZERO);
    Ok(Command { action, ago })
}

fn action(line: &Line<'_>) -> Result<Action, Refusal> {
    let read = [meeting::action, list::action, floor::action, time::action, items::action, answers::action];
    read.iter().find_map(|read| read(line).transpose()).unwrap_or_else(|| Err(line.usage("This version does not read it.")))
}
