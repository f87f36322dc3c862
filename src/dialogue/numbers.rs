//! The numbers by which records, entries, turns and items are known, each counted from 1 and never used twice.

use std::fmt;
use std::sync::Arc;

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
///
/// They are kept in chunks that copies share until one of them changes, so that a copy of a long session's state
/// costs next to nothing: undo keeps many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered<T> {
    chunks: Vec<Arc<Vec<Option<T>>>>,
}

const CHUNK: usize = 32;

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered { chunks: Vec::new() }
    }
}

impl<T: Clone> Numbered<T> {
    /// The one with that number.
    pub fn get(&self, number: impl Into<u32>) -> Option<&T> {
        let (chunk, within) = place(number)?;
        self.chunks.get(chunk)?.get(within)?.as_ref()
    }

    /// The one with that number, to change it.
    pub fn get_mut(&mut self, number: impl Into<u32>) -> Option<&mut T> {
        self.slot(place(number)?)?.as_mut()
    }

    /// Puts it under its number; 0 is nobody's and is passed over.
    pub fn insert(&mut self, number: impl Into<u32>, thing: T) {
        let Some(at) = place(number) else { return };
        while self.chunks.len() <= at.0 {
            self.chunks.push(Arc::new(Vec::with_capacity(CHUNK)));
        }
        if let Some(chunk) = self.chunks.get_mut(at.0).map(Arc::make_mut) {
            if chunk.len() <= at.1 {
                chunk.resize_with(at.1 + 1, || None);
            }
            if let Some(free) = chunk.get_mut(at.1) {
                *free = Some(thing);
            }
        }
    }

    /// Takes it out; its number stays used.
    pub fn remove(&mut self, number: impl Into<u32>) -> Option<T> {
        self.slot(place(number)?)?.take()
    }

    /// All, in order of number.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.iter()).flatten()
    }

    fn slot(&mut self, (chunk, within): (usize, usize)) -> Option<&mut Option<T>> {
        Arc::make_mut(self.chunks.get_mut(chunk)?).get_mut(within)
    }
}

fn place(number: impl Into<u32>) -> Option<(usize, usize)> {
    let at = usize::try_from(number.into().checked_sub(1)?).ok()?;
    Some((at / CHUNK, at % CHUNK))
}
