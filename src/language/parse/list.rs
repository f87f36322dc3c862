//! The list of speakers: who enters it, who leaves it, and in which order it stands.

use super::line::{Line, joined_name};
use super::values;
use crate::dialogue::{Action, EntryRef, Inscribe, Participant, Place, Refusal, Start, Text};
use crate::review::names::fold;
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
        "swap" => Action::Swap(entry()?, values::entry(line.word(1)?, line.review)?),
        "defer" => Action::Defer(entry()?),
        "aside" => Action::Aside(entry()?),
        "release" => Action::Release(entry()?),
        "time" => Action::Time { entry: entry()?, time: values::span(line.word(1)?)? },
        "sort" => Action::Sort(sort(line)?),
        "draw" => Action::Draw { seed: seed(line)?, count: count(line)? },
        "open-list" => Action::OpenList,
        "close-list" => Action::CloseList,
        "reconcile" => Action::Reconcile {
            participant: values::delegation(line.first()?, line.review)?,
            delegation: values::delegation(line.word(1)?, line.review)?,
        },
        _ => return Ok(None),
    }))
}

fn inscribe(line: &Line<'_>) -> Result<Inscribe, Refusal> {
    let late = match line.option("late") {
        Some(reason) if reason.text.is_empty() => return Err(line.usage("late= gives the reason that the chair decided.")),
        reason => reason.map(|reason| Text::from(reason.text.as_str())),
    };
    let participant = participant(line)?;
    let delegations = match &participant {
        None => delegations(line)?,
        Some(_) if line.words.is_empty() => Vec::new(),
        Some(_) => return Err(line.usage("Either delegations of the review, or participant= for one who is not listed.")),
    };
    Ok(Inscribe {
        delegations,
        participant,
        kind: line.option("kind").map(|word| word.text.into()),
        at: place(line)?,
        time: line.option("time").map(|word| values::span(&word)).transpose()?,
        re: line.option("re").map(|word| values::reference(&word, line.review)).transpose()?,
        late,
    })
}

fn participant(line: &Line<'_>) -> Result<Option<Participant>, Refusal> {
    match line.option("participant") {
        Some(name) if fold(&name.text).is_empty() => Err(line.usage("participant= gives the name of one who is not listed.")),
        Some(name) => Ok(Some(Participant { name: name.text.as_str().into(), sort_key: line.review.sort_key(&name.text).into() })),
        None => Ok(None),
    }
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

fn sort(line: &Line<'_>) -> Result<Start, Refusal> {
    if !line.first()?.text.eq_ignore_ascii_case("alphabetical") {
        return Err(line.usage("A list is sorted alphabetical; draw orders it by lot."));
    }
    let from = line.option("from").ok_or_else(|| line.usage("from= is missing."))?;
    match values::start(&from, line.review)? {
        Some(start) => Ok(start),
        None => Err(line.usage(&format!("\"{}\" is not a letter from A to Z.", values::shown(&from.text)))),
    }
}

fn seed(line: &Line<'_>) -> Result<u64, Refusal> {
    let seed = line.option("seed").and_then(|word| values::digits(&word));
    seed.ok_or_else(|| line.usage(&format!("A seed is a number from 0 to {}.", u64::MAX)))
}

fn count(line: &Line<'_>) -> Result<Option<u32>, Refusal> {
    let Some(word) = line.option("count") else { return Ok(None) };
    values::number(&word).map(Some).ok_or_else(|| line.usage("count= is how many are drawn, from 1 on."))
}
