//! What a record is called in the log of all of them: one that is about others says what those are.

use std::sync::Arc;

use super::describe::describe;
use crate::dialogue::{Event, Record, Seq, State};
use crate::review::Ms;

/// A record in a few words, as [`describe`] has it; one that puts others right with what those are: `undo 40: next: France`,
/// `5 s earlier: next: France`, `in place of 40: done: France`. The records are all that there are, or the first of them.
pub fn logged(record: &Record, records: &[Arc<Record>], state: &State) -> String {
    let other = |seq: Seq| records.get(usize::try_from(seq.0.checked_sub(1)?).ok()?).map(|other| describe(other, state));
    let own = || describe(record, state);
    match record.events.first() {
        Some(Event::Shifted { record, by }) => other(*record).map_or_else(own, |what| format!("{}: {what}", earlier_or_later(*by))),
        Some(Event::Replaced(seq)) => format!("in place of {seq}: {}", own()),
        Some(Event::Undone(seqs) | Event::Redone(seqs)) => match seqs.as_slice() {
            [one] => other(*one).map_or_else(own, |what| format!("{}: {what}", own())),
            _ => own(),
        },
        _ => own(),
    }
}

/// By how much a moment was put right: `5 s earlier`.
pub fn earlier_or_later(by: Ms) -> String {
    let (seconds, way) = (by.0.abs() / 1000, if by < Ms::ZERO { "earlier" } else { "later" });
    format!("{seconds} s {way}")
}
