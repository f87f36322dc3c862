//! What is logged out of statements: `ask`, `recommend`, `commend`, `comment`, `log`, `edit`, `theme`, `split`, `merge`, `advance`, `drop`.

use super::line::Line;
use super::values;
use crate::dialogue::{Action, Refusal, Said, Sort, Text, TurnNo};
use crate::language::words::Word;
use crate::review::Code;

/// The action of a line of this group; absent where it is of another.
pub(super) fn action(line: &Line<'_>) -> Result<Option<Action>, Refusal> {
    Ok(Some(match line.verb.name {
        "ask" => log(line, Sort::Question)?,
        "recommend" => log(line, Sort::Recommendation)?,
        "commend" => log(line, Sort::Commendation)?,
        "comment" => log(line, Sort::Comment)?,
        "log" => Action::LogAll { file: file(line)?, items: Vec::new() },
        "edit" => edit(line)?,
        "theme" => theme(line)?,
        "split" => Action::Split { item: values::item(line.first()?)?, said: line.said.clone() },
        "merge" => merge(line)?,
        "advance" => Action::Advance { file: file(line)?, rows: Vec::new() },
        "drop" => Action::Drop(values::items(&line.words)?),
        _ => return Ok(None),
    }))
}

fn file(line: &Line<'_>) -> Result<Text, Refusal> {
    match line.first()?.text.as_str() {
        "" => Err(line.usage("A file has a name.")),
        file => Ok(file.into()),
    }
}

fn log(line: &Line<'_>, sort: Sort) -> Result<Action, Refusal> {
    if line.said.text.is_empty() {
        return Err(line.usage("There are no words to log."));
    }
    Ok(Action::Log { sort, said: line.said.clone(), by: by(line)?.unwrap_or_default(), turn: turn(line)?, repeats: repeats(line) })
}

fn edit(line: &Line<'_>) -> Result<Action, Refusal> {
    let said = Some(line.said.clone()).filter(|said| *said != Said::default());
    let sort = match line.option("sort") {
        None => None,
        Some(word) => Some(values::sort(&word).ok_or_else(|| line.usage("A sort is question, recommendation, comment or commendation."))?),
    };
    if line.first()?.text.ends_with(',') {
        return Err(line.usage("Several items are one word here: 4,7,9-12."));
    }
    let (items, by, turn) = (values::items(std::slice::from_ref(line.first()?))?, by(line)?, turn(line)?);
    let repeats = repeats(line);
    if said.is_none() && sort.is_none() && by.is_none() && turn.is_none() && repeats.is_none() {
        return Err(line.usage("Nothing is to be changed."));
    }
    Ok(Action::Edit { items, said, by, turn, sort, repeats })
}

fn theme(line: &Line<'_>) -> Result<Action, Refusal> {
    let is_number = |word: &&Word| word.text.starts_with(|first: char| first.is_ascii_digit());
    let items = line.words.iter().take_while(is_number).count().max(1);
    let (items, words) = line.words.split_at_checked(items).ok_or_else(|| line.usage("Something is missing."))?;
    let items = values::items(items)?;
    if let [only] = words
        && only.text == "#"
    {
        return Ok(Action::Theme { items, themes: Vec::new() });
    }
    let named = words.iter().map(|word| word.text.strip_prefix('#').unwrap_or(&word.text));
    let themes: Vec<Text> = named.filter(|name| !name.is_empty()).map(Text::from).collect();
    if themes.is_empty() { Err(line.usage("A theme is missing.")) } else { Ok(Action::Theme { items, themes }) }
}

fn merge(line: &Line<'_>) -> Result<Action, Refusal> {
    let into = line.option("into").ok_or_else(|| line.usage("into= is missing: the item that stays."))?;
    Ok(Action::Merge { items: values::items(&line.words)?, into: values::item(&into)? })
}

fn repeats(line: &Line<'_>) -> Option<Text> {
    line.option("repeats").map(|word| word.text.into())
}

fn by(line: &Line<'_>) -> Result<Option<Vec<Code>>, Refusal> {
    line.raw_option("by").map(|raw| values::delegations(raw, line.review)).transpose()
}

fn turn(line: &Line<'_>) -> Result<Option<TurnNo>, Refusal> {
    let Some(word) = line.option("turn") else { return Ok(None) };
    values::number(&word).map(|number| Some(TurnNo(number))).ok_or_else(|| line.usage("A turn is named by its number."))
}
