//! The floor: who takes it, how a turn goes on and ends, what the chair rules.

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
        "cut" => Action::Cut,
        "back" => Action::Back(values::change(line.first()?)?),
        "again" => Action::Again,
        "order" => Action::Order(values::delegation(line.first()?, line.review)?),
        "ruling" => {
            let ruling = values::ruling(line.first()?).ok_or_else(|| line.usage("A ruling is upheld, dismissed or noted."))?;
            Action::Rule { ruling, text: Some(Text::clone(&line.said.text)).filter(|text| !text.is_empty()) }
        }
        "retype" => match line.first()?.text.as_str() {
            "" => return Err(line.usage("A kind of turn has a name.")),
            kind => Action::Retype(kind.into()),
        },
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
