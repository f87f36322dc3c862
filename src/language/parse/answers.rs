//! Who answers what: `assign`, `unassign`, `answered`, `written`, `decline`, `position`, `reopen`.

use super::line::Line;
use super::values;
use crate::dialogue::{Action, OfficialRef, Position, Refusal, Text, Which};
use crate::language::words::Word;

/// The action of a line of this group; absent where it is of another.
pub(super) fn action(line: &Line<'_>) -> Result<Option<Action>, Refusal> {
    Ok(Some(match line.verb.name {
        "assign" => assign(line)?,
        "unassign" => Action::Unassign(values::items(&line.words)?),
        "answered" => {
            let by = line.option("by").map(|word| official(line, &word)).transpose()?;
            Action::Answered { which: which(line)?, by }
        }
        "written" => Action::Written(values::items(&line.words)?),
        "decline" => {
            let why = line.option("why").map(|word| word.text).filter(|why| !why.is_empty());
            Action::Decline { items: values::items(&line.words)?, why: why.as_deref().map(Text::from) }
        }
        "position" => {
            let (position, items) = line.words.split_last().ok_or_else(|| line.usage("Something is missing."))?;
            let position = match position.text.to_lowercase().as_str() {
                "supported" => Position::Supported,
                "noted" => Position::Noted,
                "pending" => Position::Pending,
                _ => return Err(line.usage("A position is supported, noted or pending.")),
            };
            Action::Position { items: values::items(items)?, position }
        }
        "reopen" => Action::Reopen(values::items(&line.words)?),
        _ => return Ok(None),
    }))
}

fn assign(line: &Line<'_>) -> Result<Action, Refusal> {
    let (lead, items) = line.words.split_last().ok_or_else(|| line.usage("Something is missing."))?;
    if !lead.quoted && values::items(std::slice::from_ref(lead)).is_ok() {
        return Err(line.usage("An official is missing."));
    }
    let items = values::items(items)?;
    let lead = official(line, lead)?;
    let support = line.raw_option("support").unwrap_or_default();
    let support = Word::list(support).iter().map(|word| official(line, word)).collect::<Result<_, _>>()?;
    let why = line.option("why").map(|word| word.text).filter(|why| !why.is_empty());
    Ok(Action::Assign { items, lead, support, why: why.as_deref().map(Text::from) })
}

fn which(line: &Line<'_>) -> Result<Which, Refusal> {
    match line.words.as_slice() {
        [word] if word.text.starts_with('#') && !word.quoted => match word.text.strip_prefix('#').unwrap_or_default() {
            "" => Err(line.usage("A theme has a name.")),
            theme => Ok(Which::Theme(theme.into())),
        },
        words if words.iter().any(|word| word.text.starts_with('#')) => Err(line.usage("Either items or one theme.")),
        words => Ok(Which::Items(values::items(words)?)),
    }
}

fn official(line: &Line<'_>, word: &Word) -> Result<OfficialRef, Refusal> {
    values::official(word).ok_or_else(|| line.usage("An official is missing."))
}
