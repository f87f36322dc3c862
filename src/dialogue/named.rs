//! How a command names what it is about: entries, places, officials, items, the words of an item.

use serde::{Deserialize, Serialize};

use super::{EntryNo, ItemNo, Text};
use crate::review::{Code, Ms};

/// Someone who may take the floor and whom the review does not list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The name, as written.
    pub name: Text,
    /// What orders the name among the others, in the language of the review: see [`crate::review::Delegation::sort_key`].
    pub sort_key: Text,
}

/// Where an alphabetical order begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// At the first name from this letter on, a capital of the Latin alphabet.
    Letter(char),
    /// At this delegation's place in the alphabet, whether it is inscribed or not.
    Delegation(Code),
}

/// By what the time that is left is given out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// Equally, whatever the rungs of the ladder say.
    Equal,
    /// By the rung of the ladder that fits now.
    Ladder,
    /// The figure that the chair announced.
    Each(Ms),
}

/// An entry as someone names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRef {
    /// `e12`
    Number(EntryNo),
    /// `#3`, the place now
    Place(u32),
    /// A delegation with exactly one entry waiting
    Delegation(Code),
    /// `3`: never an entry, kept so that the refusal can offer the one that stands there
    Bare(u32),
}

/// A place in the list, relative to its ends or to another entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place<E> {
    /// First.
    Top,
    /// Last.
    End,
    /// At this place afterwards, counted from 1; beyond the end is the end.
    At(u32),
    /// Directly before.
    Before(E),
    /// Directly after.
    After(E),
}

/// What an entry refers to: an item, or another entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reference<E> {
    /// A logged item.
    Item(ItemNo),
    /// An entry of the list.
    Entry(E),
}

/// An official as someone names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficialRef {
    /// `?`: not yet known
    Unknown,
    /// An id or a key
    Named(Text),
    /// A quoted office; one who is not listed is entered
    Office(Text),
}

/// The items that an answer closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// These.
    Items(Vec<ItemNo>),
    /// All that are outstanding under a theme.
    Theme(Text),
}

/// The text of an item, with what was taken out of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: Text,
    /// `#theme`, as written.
    pub themes: Vec<Text>,
    /// `@official`, as written; the first leads.
    pub officials: Vec<Text>,
}
