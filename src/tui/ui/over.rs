//! What may lie over the screen: the line, the keys, a sheet, a question, a list that is to be taken over.

use super::Prompt;
use crate::dialogue::{Action, ItemNo, Sort, Text};
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

impl Sheet {
    /// So many rows further down, or up.
    pub fn scroll(&mut self, by: isize) {
        self.scrolled = self.scrolled.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }
}

/// What a sheet is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An item, with its history.
    Item(ItemNo),
    /// An official, with what they are to answer and have answered.
    Official(Text),
    /// Everything for which an order was refused, a line each under the sentence.
    Refused(Text),
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetRow {
    /// What those below are about.
    Heading(String),
    /// A short label, and a text of any length.
    Fact(String, String),
}

/// What was understood of a list that is to be taken over, line by line. Nothing of it is taken before Enter, and no line is left out
/// that the operator did not leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Where it comes from: a file, or `pasted lines`.
    pub from: String,
    /// The line that names the columns, by which a line is read that is put right.
    pub header: Option<String>,
    /// Every line that says something: those first that were not understood, so that none of them has to be looked for.
    pub lines: Vec<ImportLine>,
    /// The line that keys act on.
    pub chosen: usize,
    /// What lines are taken as.
    pub takes: Takes,
    /// What Enter will do; an error says why it would do nothing.
    pub does: Result<String, String>,
}

/// What lines are taken as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// Entries of the list of speakers, in one record.
    Entries,
    /// Items, in one record: of this sort unless a line has its own sign, and said at this moment.
    Items(Sort, Ms),
}

/// A line of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportLine {
    /// Its number, from 1.
    pub number: usize,
    /// Where it stands among all that say something, from 0.
    pub place: usize,
    /// As it was written or put right, on one row and without control characters.
    pub written: String,
    /// Whether it is not as it came.
    pub put_right: bool,
    /// Whether the operator left it out.
    pub left_out: bool,
    /// What it says by itself; an error says what is wrong and what would be right.
    pub meant: Result<Meant, String>,
    /// The same in words, held against the other lines and the list: `France` or `Chad, Mali · joint-statement · 2:00`.
    pub understood: Result<String, String>,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// Who is to be entered.
    Entry(Inscribed),
    /// What is to be logged, and that in words.
    Item(Action, String),
}

impl Import {
    /// The lines that are not left out and cannot be taken.
    pub fn wrong(&self) -> impl Iterator<Item = &ImportLine> {
        self.lines.iter().filter(|line| !line.left_out && line.understood.is_err())
    }

    /// The lines that can be taken.
    pub fn right(&self) -> impl Iterator<Item = &ImportLine> {
        self.lines.iter().filter(|line| !line.left_out && line.understood.is_ok())
    }

    /// How many lines the operator left out.
    pub fn left_out(&self) -> usize {
        self.lines.iter().filter(|line| line.left_out).count()
    }
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
