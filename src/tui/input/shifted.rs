//! When the last start or stop on the floor was: what `b` and `B` put right, and how far it has been put.

use crate::dialogue::{Dialogue, Event, Record, Seq};
use crate::language;
use crate::review::Ms;
use crate::tui::scene::WallTime;
use crate::tui::widgets::times;

/// The last record of the floor that counts: someone began, ended, was paused, went on, or another official spoke.
pub(super) fn last(dialogue: &Dialogue) -> Option<&Record> {
    let counted = dialogue.slots().iter().zip(dialogue.records()).filter(|(slot, _)| !slot.undone);
    counted.rev().map(|(_, record)| &**record).find(|record| record.events.iter().any(is_of_the_floor))
}

/// Its moment, all that it was shifted by included.
pub(super) fn moment(record: &Record, dialogue: &Dialogue) -> Ms {
    record.moment + shifts(record.seq, dialogue)
}

/// What was shifted by the newest record, until when, and by how much in all: `next: France at 15:47:05, 10 s earlier`.
pub(super) fn total(dialogue: &Dialogue, wall: &dyn Fn(Ms) -> WallTime) -> Option<String> {
    let Some(Event::Shifted { record, .. }) = dialogue.records().last()?.events.first() else { return None };
    let shifted = dialogue.record(*record)?;
    let by = shifts(*record, dialogue);
    let what = language::describe(shifted, dialogue.state());
    let at = times::to_the_second(wall(shifted.moment + by));
    let seconds = by.0.abs() / 1000;
    Some(match by {
        Ms::ZERO => format!("{what} at {at}, as it was pressed"),
        earlier if earlier < Ms::ZERO => format!("{what} at {at}, {seconds} s earlier"),
        _ => format!("{what} at {at}, {seconds} s later"),
    })
}

fn shifts(shifted: Seq, dialogue: &Dialogue) -> Ms {
    let counted = dialogue.slots().iter().zip(dialogue.records()).rev().take_while(|(slot, _)| slot.seq > shifted);
    let by = counted.filter(|(slot, _)| !slot.undone).filter_map(|(_, record)| match record.events.first() {
        Some(Event::Shifted { record, by }) if *record == shifted => Some(*by),
        _ => None,
    });
    by.fold(Ms::ZERO, |total, by| total + by)
}

fn is_of_the_floor(event: &Event) -> bool {
    matches!(
        event,
        Event::TookFloor(_)
            | Event::Ended(_)
            | Event::Cut(_)
            | Event::TookUpAgain(_)
            | Event::Paused(_)
            | Event::Resumed(_)
            | Event::Passed { .. }
    )
}
