//! What may lie over the screen: the line, the keys, a sheet, a question, a list that is to be taken over.

use super::Prompt;
use crate::dialogue::{Action, ItemNo, Text};
use crate::review::{Inscribed, Ms};

/// What lies over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The input line, whatever it is for: commands, finding, items, pickers.
    Prompt(Prompt),
    /// The keys that work now.
    Keys,
    /// All of an item, or all that an official has.
    Sheet(Sheet),
    /// A question with a harmless answer preselected.
    Question(Question),
    /// What was understood of a list that is to be taken over.
    Import(Import),
}

/// All that is known of one item, or all that one official has: label and text, a row each, under headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Of what.
    pub about: About,
    /// Stands in the frame.
    pub title: String,
    /// What is known.
    pub rows: Vec<SheetRow>,
    /// How many rows have been scrolled past.
    pub scrolled: usize,
}

/// What a sheet is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An item, with its history.
    Item(ItemNo),
    /// An official, with what they are to answer and have answered.
    Official(Text),
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetRow {
    /// What those below are about.
    Heading(String),
    /// A short label, and a text of any length.
    Fact(String, String),
}

/// What was understood of a list that is to be taken over, line by line; Enter takes all of it, or nothing is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Where it comes from: a file, or `pasted lines`.
    pub from: String,
    /// Every line that says something, in its order.
    pub lines: Vec<ImportLine>,
    /// How many of them have been scrolled past.
    pub scrolled: usize,
    /// What is taken, once nothing is wrong.
    pub takes: Takes,
    /// What Enter will do; an error says why it would do nothing.
    pub does: Result<String, String>,
}

/// What lines are taken as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// Entries of the list of speakers, in one record.
    Entries(Vec<Inscribed>),
    /// Items, a record each, said at one moment.
    Items(Vec<Action>, Ms),
}

/// A line of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportLine {
    /// Its number, from 1.
    pub number: usize,
    /// As it was written, on one row and without control characters.
    pub written: String,
    /// Who was understood, as `France` or `Chad, Mali · joint-statement · 2:00`; an error says what is wrong and what would be right.
    pub understood: Result<String, String>,
}

/// A question to the operator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub title: String,
    /// What is at stake, a line each.
    pub lines: Vec<String>,
    /// The answers; the harmless one first.
    pub answers: Vec<String>,
    /// Which is chosen.
    pub chosen: usize,
}
