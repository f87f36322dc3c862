//! The floor and its time: `next`, `give`, `done`, `pause`, `resume`, `extend`, `absent`, `answer`, `official`.

use super::line::Line;
use super::values;
use crate::dialogue::{Action, Refusal, Text};

/// The action of a line of this group; absent where it is of another.
pub(super) fn action(line: &Line<'_>) -> Result<Option<Action>, Refusal> {
    let who_speaks = || line.usage("An official is missing.");
    Ok(Some(match line.verb.name {
        "next" => Action::Next { seen: line.option("seen").map(|word| values::seen(&word)).transpose()? },
        "give" => Action::Give { to: values::entry(line.first()?, line.review)?, kind: kind(line) },
        "done" => Action::Done,
        "pause" => Action::Pause,
        "resume" => Action::Resume,
        "extend" => Action::Extend(values::change(line.first()?)?),
        "absent" => Action::Absent(line.words.first().map(|word| values::entry(word, line.review)).transpose()?),
        "answer" => {
            let official = line.words.first().map(|word| values::official(word).ok_or_else(who_speaks)).transpose()?;
            Action::Answer { official, kind: kind(line) }
        }
        "official" => Action::Official(values::official(line.first()?).ok_or_else(who_speaks)?),
        _ => return Ok(None),
    }))
}

fn kind(line: &Line<'_>) -> Option<Text> {
    line.option("kind").map(|word| word.text.into())
}
