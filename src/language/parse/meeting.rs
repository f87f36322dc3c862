//! The meeting as a whole, and the record: `begin`, `suspend`, `segment`, `note`, `undo`, `redo`.

use super::line::Line;
use super::values;
use crate::dialogue::{Action, Refusal, Seq};

/// The action of a line of this group; absent where it is of another.
pub(super) fn action(line: &Line<'_>) -> Result<Option<Action>, Refusal> {
    Ok(Some(match line.verb.name {
        "begin" => Action::Begin,
        "suspend" => Action::Suspend,
        "reconvene" => Action::Reconvene,
        "adjourn" => Action::Adjourn,
        "segment" => match line.first()?.text.as_str() {
            "" => return Err(line.usage("A segment has a name.")),
            name => Action::Segment(name.into()),
        },
        "note" if line.said.text.is_empty() => return Err(line.usage("There is nothing to note.")),
        "note" => Action::Note(line.said.text.clone()),
        "undo" => Action::Undo(records(line)?),
        "redo" => Action::Redo(records(line)?),
        _ => return Ok(None),
    }))
}

fn records(line: &Line<'_>) -> Result<Vec<Seq>, Refusal> {
    let seq = |word| values::number(word).map(Seq).ok_or_else(|| line.usage("A record is named by its number."));
    line.words.iter().map(seq).collect()
}
