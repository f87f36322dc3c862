//! The numbers by which records, entries, turns and items are known, each counted from 1 and never used twice.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl From<$name> for u32 {
            fn from(number: $name) -> u32 {
                number.0
            }
        }
    };
}

number!(
    /// A record's place in the journal.
    Seq,
    ""
);
number!(
    /// An entry of the list of speakers, written `e12`.
    EntryNo,
    "e"
);
number!(
    /// A turn.
    TurnNo,
    ""
);
number!(
    /// An item.
    ItemNo,
    ""
);

/// Things found by their number in constant time. Numbers may be missing: what was undone leaves a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered<T> {
    places: Vec<Option<T>>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered { places: Vec::new() }
    }
}

impl<T> Numbered<T> {
    /// The one with that number.
    pub fn get(&self, number: impl Into<u32>) -> Option<&T> {
        self.places.get(place(number)?)?.as_ref()
    }

    /// The one with that number, to change it.
    pub fn get_mut(&mut self, number: impl Into<u32>) -> Option<&mut T> {
        self.places.get_mut(place(number)?)?.as_mut()
    }

    /// Puts it under its number; 0 is nobody's and is passed over.
    pub fn insert(&mut self, number: impl Into<u32>, thing: T) {
        let Some(at) = place(number) else { return };
        if at >= self.places.len() {
            self.places.resize_with(at + 1, || None);
        }
        if let Some(free) = self.places.get_mut(at) {
            *free = Some(thing);
        }
    }

    /// Takes it out; its number stays used.
    pub fn remove(&mut self, number: impl Into<u32>) -> Option<T> {
        self.places.get_mut(place(number)?)?.take()
    }

    /// All, in order of number.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.places.iter().flatten()
    }
}

fn place(number: impl Into<u32>) -> Option<usize> {
    usize::try_from(number.into().checked_sub(1)?).ok()
}
