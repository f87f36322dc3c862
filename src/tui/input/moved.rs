//! What a record did to the places of the list: shown until the next key, so that a move is seen where it went.

use crate::dialogue::{Dialogue, EntryNo, Event, Record, Seq, State};
use crate::tui::ui::Moved;

/// The list as it stood, first to come first.
pub(super) fn places(state: &State) -> Vec<EntryNo> {
    state.listed().map(|entry| entry.number).collect()
}

/// The entries that a record gave another place, as against the list before it.
pub(super) fn by_record(seq: Seq, before: &[EntryNo], dialogue: &Dialogue) -> Vec<Moved> {
    let Some(record) = dialogue.record(seq) else { return Vec::new() };
    let place_before = |entry: EntryNo| before.iter().position(|one| *one == entry).map(|at| at + 1);
    let moved = named(record, dialogue).into_iter().filter_map(|entry| {
        let (from, to) = (place_before(entry)?, dialogue.state().place_of(entry)?);
        (from != to).then_some(Moved { entry, from, to })
    });
    moved.collect()
}

/// The entries whose place a record is about; taking such a record back is about them too.
pub(super) fn named(record: &Record, dialogue: &Dialogue) -> Vec<EntryNo> {
    let mut entries = Vec::new();
    for event in &record.events {
        match event {
            Event::Moved { entry, .. } | Event::Absent { entry: Some(entry), .. } => entries.push(*entry),
            Event::Swapped(one, other) => entries.extend([*one, *other]),
            Event::Undone(seqs) | Event::Redone(seqs) => {
                let taken_back = seqs.iter().filter_map(|seq| dialogue.record(*seq));
                entries.extend(taken_back.flat_map(|record| named(record, dialogue)));
            }
            _ => {}
        }
    }
    entries
}

/// `4 → 5`, for the sentence that answers the key; nothing where nobody moved.
pub(super) fn in_words(moved: &[Moved]) -> Option<String> {
    match moved {
        [one] => Some(format!("place {} → {}", one.from, one.to)),
        [one, other] => Some(format!("places {} ↔ {}", one.from, other.from)),
        _ => None,
    }
}
