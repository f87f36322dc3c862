//! The numbers that entries, turns and items are given as they are made.

use crate::dialogue::{EntryNo, Event, ItemNo, TurnNo};

/// No meeting counts further. A number is a place in memory, so that one out of a file from elsewhere must not be any number.
const MOST: u32 = 1 << 20;

/// The highest numbers given so far, over all records, undone ones too: a number is never used again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Of an entry.
    pub entry: EntryNo,
    /// Of a turn.
    pub turn: TurnNo,
    /// Of an item.
    pub item: ItemNo,
}

impl Numbers {
    /// Whether everything that a record creates has a number that can be counted to.
    pub(in crate::dialogue) fn can_count(events: &[Event]) -> bool {
        let (entries, turns, items) = (entries(events).map(u32::from), turns(events).map(u32::from), items(events).map(u32::from));
        entries.chain(turns).chain(items).all(|number| (1..=MOST).contains(&number))
    }

    /// Counts what a record created.
    pub(in crate::dialogue) fn count(&mut self, events: &[Event]) {
        self.entry = entries(events).fold(self.entry, Ord::max);
        self.turn = turns(events).fold(self.turn, Ord::max);
        self.item = items(events).fold(self.item, Ord::max);
    }

    /// What takes the place of something else is made under the numbers of that, as far as they go.
    pub(in crate::dialogue) fn keep(self, replaced: &[Event], by: &mut [Event]) {
        let mut entries = entries(replaced).chain((self.next_entry().0..).map(EntryNo));
        let mut turns = turns(replaced).chain((self.next_turn().0..).map(TurnNo));
        let mut items = items(replaced).chain((self.next_item().0..).map(ItemNo));
        for event in by {
            match event {
                Event::Inscribed(made) => take_next(&mut made.entry, &mut entries),
                Event::Imported(made) => made.iter_mut().for_each(|made| take_next(&mut made.entry, &mut entries)),
                Event::TookFloor(made) => take_next(&mut made.turn, &mut turns),
                Event::Logged(made) => take_next(&mut made.item, &mut items),
                Event::AskedBefore(made) => made.iter_mut().for_each(|made| take_next(&mut made.item, &mut items)),
                Event::Split { item, .. } => take_next(item, &mut items),
                _ => {}
            }
        }
    }

    pub(super) fn next_entry(self) -> EntryNo {
        EntryNo(self.entry.0.saturating_add(1))
    }

    pub(super) fn next_turn(self) -> TurnNo {
        TurnNo(self.turn.0.saturating_add(1))
    }

    pub(super) fn next_item(self) -> ItemNo {
        ItemNo(self.item.0.saturating_add(1))
    }
}

fn take_next<N>(number: &mut N, free: &mut impl Iterator<Item = N>) {
    if let Some(next) = free.next() {
        *number = next;
    }
}

fn entries(made: &[Event]) -> impl Iterator<Item = EntryNo> + '_ {
    let inscriptions = made.iter().flat_map(|event| match event {
        Event::Inscribed(one) => std::slice::from_ref(one),
        Event::Imported(all) => all,
        _ => &[],
    });
    inscriptions.map(|inscription| inscription.entry)
}

fn turns(made: &[Event]) -> impl Iterator<Item = TurnNo> + '_ {
    made.iter().filter_map(|event| if let Event::TookFloor(taking) = event { Some(taking.turn) } else { None })
}

fn items(made: &[Event]) -> impl Iterator<Item = ItemNo> + '_ {
    made.iter().flat_map(|event| match event {
        Event::Logged(one) => vec![one.item],
        Event::AskedBefore(all) => all.iter().map(|one| one.item).collect(),
        Event::Split { item, .. } => vec![*item],
        _ => Vec::new(),
    })
}
