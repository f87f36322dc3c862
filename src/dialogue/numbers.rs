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
                f.pad(&format!(concat!($prefix, "{}"), self.0))
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

impl Seq {
    /// That of the record after it.
    pub fn next(self) -> Seq {
        Seq(self.0.saturating_add(1))
    }
}

/// Things found by their number in constant time. Numbers may be missing: what was undone leaves a hole.
///
/// They are kept in chunks, and the chunks in blocks, that copies share until one of them changes, so that a copy of a
/// long session's state costs next to nothing: undo keeps many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered<T> {
    blocks: Vec<Arc<Block<T>>>,
}

type Block<T> = Vec<Arc<Chunk<T>>>;
type Chunk<T> = Vec<Option<T>>;

/// Things in a chunk, and chunks in a block.
const WIDTH: usize = 32;

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Numbered { blocks: Vec::new() }
    }
}

impl<T: Clone> Numbered<T> {
    /// The one with that number.
    pub fn get(&self, number: impl Into<u32>) -> Option<&T> {
        let Place { block, chunk, within } = place(number)?;
        self.blocks.get(block)?.get(chunk)?.get(within)?.as_ref()
    }

    /// The one with that number, to change it.
    pub fn get_mut(&mut self, number: impl Into<u32>) -> Option<&mut T> {
        self.slot(place(number)?)?.as_mut()
    }

    /// Puts it under its number; 0 is nobody's and is passed over.
    pub fn insert(&mut self, number: impl Into<u32>, thing: T) {
        let Some(at) = place(number) else { return };
        grow(&mut self.blocks, at.block, || Arc::new(Vec::with_capacity(WIDTH)));
        if let Some(block) = self.blocks.get_mut(at.block).map(Arc::make_mut) {
            grow(block, at.chunk, || Arc::new(Vec::with_capacity(WIDTH)));
            if let Some(chunk) = block.get_mut(at.chunk).map(Arc::make_mut) {
                grow(chunk, at.within, || None);
            }
        }
        if let Some(free) = self.slot(at) {
            *free = Some(thing);
        }
    }

    /// Takes it out; its number stays used.
    pub fn remove(&mut self, number: impl Into<u32>) -> Option<T> {
        self.slot(place(number)?)?.take()
    }

    /// All, in order of number.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.blocks.iter().flat_map(|block| block.iter()).flat_map(|chunk| chunk.iter()).flatten()
    }

    /// Changes each of them; what the change leaves as it was goes on being shared no longer, so it is for rare changes only.
    pub fn change(&mut self, change: impl Fn(&mut T)) {
        let blocks = self.blocks.iter_mut().map(Arc::make_mut);
        let chunks = blocks.flat_map(|block| block.iter_mut()).map(Arc::make_mut);
        chunks.flat_map(|chunk| chunk.iter_mut()).flatten().for_each(change);
    }

    fn slot(&mut self, at: Place) -> Option<&mut Option<T>> {
        let block = Arc::make_mut(self.blocks.get_mut(at.block)?);
        Arc::make_mut(block.get_mut(at.chunk)?).get_mut(at.within)
    }
}

/// Where the one with a number is kept.
#[derive(Clone, Copy)]
struct Place {
    block: usize,
    chunk: usize,
    within: usize,
}

fn place(number: impl Into<u32>) -> Option<Place> {
    let at = usize::try_from(number.into().checked_sub(1)?).ok()?;
    Some(Place { block: at / (WIDTH * WIDTH), chunk: at / WIDTH % WIDTH, within: at % WIDTH })
}

fn grow<T>(things: &mut Vec<T>, until: usize, new: impl FnMut() -> T) {
    if things.len() <= until {
        things.resize_with(until + 1, new);
    }
}
