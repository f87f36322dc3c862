//! The time that is left: `divide` among who waits, and the banks of groups, `bank` and `redistribute`.

use super::line::Line;
use super::values;
use crate::dialogue::{Action, Division, Refusal, Text};

/// The action of a line of this group; absent where it is of another.
pub(super) fn action(line: &Line<'_>) -> Result<Option<Action>, Refusal> {
    Ok(Some(match line.verb.name {
        "divide" => Action::Divide { by: division(line)?, apply: said(line, "apply")? },
        "bank" => Action::Bank { group: group(line)?, total: values::span(line.word(1)?)? },
        "redistribute" => match line.words.get(1) {
            Some(word) if word.text != "apply" => return Err(line.usage("What follows the group is apply.")),
            apply => Action::Redistribute { group: group(line)?, apply: apply.is_some() },
        },
        _ => return Ok(None),
    }))
}

fn division(line: &Line<'_>) -> Result<Division, Refusal> {
    if let Some(word) = line.words.iter().find(|word| !matches!(word.text.as_str(), "ladder" | "apply")) {
        return Err(line.usage(&format!("\"{}\" is not a way to divide.", values::shown(&word.text))));
    }
    match (said(line, "ladder")?, line.option("each")) {
        (true, Some(_)) => Err(line.usage("Either the ladder or a figure of the chair.")),
        (true, None) => Ok(Division::Ladder),
        (false, Some(word)) => values::span(&word).map(Division::Each),
        (false, None) => Ok(Division::Equal),
    }
}

fn said(line: &Line<'_>, choice: &str) -> Result<bool, Refusal> {
    match line.words.iter().filter(|word| word.text == choice).count() {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(line.usage(&format!("\"{choice}\" is there twice."))),
    }
}

fn group(line: &Line<'_>) -> Result<Text, Refusal> {
    match line.first()?.text.as_str() {
        "" => Err(line.usage("A group has a name.")),
        group => Ok(group.into()),
    }
}
