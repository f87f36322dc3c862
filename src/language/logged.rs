//! What a record is called in the log of all of them: one that is about others says what those are.

use std::sync::Arc;

use super::describe::describe;
use crate::dialogue::{Event, Record, Seq, State};
use crate::review::Ms;

/// A record in a few words, as [`describe`] has it; one that puts others right with what those are: `undo 40: next: France`,
/// `5 s earlier: next: France`, `in place of 40: done: France`. The records are all that there are, or the first of them.
pub fn logged(record: &Record, records: &[Arc<Record>], state: &State) -> String {
    let other = |seq: &Seq| Some(logged(earlier(*seq, record, records)?, records, state));
    let own = || describe(record, state);
    match record.events.first() {
        Some(Event::Shifted { record, by }) => other(record).map_or_else(own, |what| format!("{}: {what}", earlier_or_later(*by))),
        Some(Event::Replaced(seq)) => format!("in place of {seq}: {}", own()),
        Some(Event::Undone(seqs) | Event::Redone(seqs)) => match (seqs.first().and_then(other), seqs.len()) {
            (None, _) => own(),
            (Some(what), 1) => format!("{}: {what}", own()),
            (Some(what), many) => format!("{}: {what} and {} more", own(), many - 1),
        },
        _ => own(),
    }
}

/// A record that another one is about: it came before that.
fn earlier<'a>(seq: Seq, than: &Record, records: &'a [Arc<Record>]) -> Option<&'a Arc<Record>> {
    records.get(usize::try_from(seq.0.checked_sub(1)?).ok()?).filter(|_| seq < than.seq)
}

/// By how much a moment was put right: `5 s earlier`.
pub fn earlier_or_later(by: Ms) -> String {
    let (seconds, way) = (by.0.abs() / 1000, if by < Ms::ZERO { "earlier" } else { "later" });
    format!("{seconds} s {way}")
}
