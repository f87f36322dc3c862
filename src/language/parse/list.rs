//! The list of speakers: `inscribe`, `import`, `withdraw`, `restore`, `move`, `time`.

use super::line::{Line, joined_name};
use super::values;
use crate::dialogue::{Action, EntryRef, Inscribe, Place, Refusal, Text};
use crate::review::{Code, Fits};

/// The action of a line of this group; absent where it is of another.
pub(super) fn action(line: &Line<'_>) -> Result<Option<Action>, Refusal> {
    let entry = || values::entry(line.first()?, line.review);
    Ok(Some(match line.verb.name {
        "inscribe" => Action::Inscribe(inscribe(line)?),
        "import" => match line.first()?.text.as_str() {
            "" => return Err(line.usage("A file has a name.")),
            file => Action::Import { file: file.into(), rows: Vec::new() },
        },
        "withdraw" => Action::Withdraw(entry()?),
        "restore" => Action::Restore(entry()?),
        "move" => Action::Move { entry: entry()?, to: place(line)?.ok_or_else(|| line.usage("at= is missing."))? },
        "time" => {
            let word = line.words.get(1).ok_or_else(|| line.usage("Something is missing."))?;
            Action::Time { entry: entry()?, time: values::span(word)? }
        }
        _ => return Ok(None),
    }))
}

fn inscribe(line: &Line<'_>) -> Result<Inscribe, Refusal> {
    let late = match line.option("late") {
        Some(reason) if reason.text.is_empty() => return Err(line.usage("late= gives the reason that the chair decided.")),
        reason => reason.map(|reason| Text::from(reason.text.as_str())),
    };
    Ok(Inscribe {
        delegations: delegations(line)?,
        participant: None,
        kind: line.option("kind").map(|word| word.text.into()),
        at: place(line)?,
        time: line.option("time").map(|word| values::span(&word)).transpose()?,
        re: line.option("re").map(|word| values::reference(&word, line.review)).transpose()?,
        late,
    })
}

/// One delegation a word; or all the words are one name, such as `united kingdom`.
fn delegations(line: &Line<'_>) -> Result<Vec<Code>, Refusal> {
    if let Some(name) = joined_name(&line.words, line.review)
        && let Fits::One(code) = line.review.find(&name.text)
    {
        return Ok(vec![code]);
    }
    let mut codes = Vec::new();
    for word in &line.words {
        codes.extend(values::delegations(&word.raw, line.review)?);
    }
    if codes.is_empty() { Err(line.usage("A delegation is missing.")) } else { Ok(codes) }
}

fn place(line: &Line<'_>) -> Result<Option<Place<EntryRef>>, Refusal> {
    let Some(word) = line.option("at") else { return Ok(None) };
    match values::place(&word, line.review)? {
        Some(place) => Ok(Some(place)),
        None => Err(line.usage(&format!("\"{}\" is not a place in the list.", values::shown(&word.text)))),
    }
}
