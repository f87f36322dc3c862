//! When the last start or stop on the floor was: what `b` and `B` put right, and how far it has been put.

use crate::dialogue::{Dialogue, Event, Record};
use crate::language;
use crate::review::Ms;
use crate::tui::scene::WallTime;
use crate::tui::widgets::times;

/// The last record of the floor that counts, with its effective moment.
pub(super) fn last(dialogue: &Dialogue) -> Option<(Ms, &Record)> {
    let (slot, record) = dialogue.last_of_floor()?;
    Some((slot.moment, slot.replaced_by.as_deref().unwrap_or(record)))
}

/// What was shifted by the newest record, until when, and by how much in all: `next: France at 15:47:05, 10 s earlier`.
pub(super) fn total(dialogue: &Dialogue, wall: &dyn Fn(Ms) -> WallTime) -> Option<String> {
    let Some(Event::Shifted { record: seq, .. }) = dialogue.records().last()?.events.first() else { return None };
    let (slot, record) = dialogue.slots().iter().zip(dialogue.records()).find(|(slot, _)| slot.seq == *seq)?;
    let what = language::describe(record, dialogue.state());
    let at = times::to_the_second(wall(slot.moment));
    let by = slot.moment - record.moment;
    let seconds = by.0.abs() / 1000;
    Some(match by {
        Ms::ZERO => format!("{what} at {at}, as it was pressed"),
        earlier if earlier < Ms::ZERO => format!("{what} at {at}, {seconds} s earlier"),
        _ => format!("{what} at {at}, {seconds} s later"),
    })
}
