//! A list of speakers out of a text: columns under a header, a line for each, or names one after the other as copied from a document.
//!
//! What is not understood is said and nothing is guessed: [`understand`] shows every row with what it was taken for, [`read`] takes all or nothing.

mod fit;
mod meant;
mod running;
mod table;

use std::fmt;
use std::ops::Range;

use super::columns::{Lines, MOST, lined};
use super::names::steers;
use super::{Inscribed, Review};

pub(super) use fit::{same_as, unfit};
pub(super) use meant::{unknown, who};

/// What it is about a line or an entry that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It names someone whom nobody knows.
    Unknown,
    /// What it says could be any of several delegations.
    Ambiguous,
    /// It stands there already.
    Duplicate,
    /// The modalities do not have its kind.
    Kind,
    /// Its time.
    Time,
    /// A theme that the review does not have.
    Theme,
    /// An official who is not in the delegation.
    Official,
    /// The line cannot be understood, or says two things.
    Line,
}

/// What is wrong with a line or an entry, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What about it is wrong.
    pub fault: Fault,
    /// What is wrong, in words.
    pub what: String,
    /// What would be right.
    pub help: String,
}

/// A row that can't be taken into the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// The line, from 1.
    pub line: usize,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub complaint: Complaint,
}

/// What a text was taken for, row by row in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The line that names the columns, where one does.
    pub header: Option<String>,
    /// Each line, or each name where several stand on a line; blank lines and the header are none.
    pub rows: Vec<Row>,
}

/// What stands in a text for one entry of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line, from 1, on which it begins.
    pub line: usize,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// As it was written, on one line and without control characters.
    pub written: String,
    /// What it says by itself, whatever stands above it.
    pub alone: Result<Inscribed, Complaint>,
    /// What it would enter, or why it can't be entered.
    pub entry: Result<Inscribed, Complaint>,
}

/// What a text says, as its form has it, before it is held against the modalities and what stands above it.
struct Said {
    span: Range<usize>,
    entry: Result<Inscribed, Complaint>,
}

impl Complaint {
    /// What was read is quoted in it, so that control characters must not get through.
    pub(super) fn new(fault: Fault, what: impl Into<String>, help: impl Into<String>) -> Complaint {
        Complaint { fault, what: in_short(&harmless(&what.into())), help: in_short(&harmless(&help.into())) }
    }
}

/// What a complaint says of what it quotes, which may be a page in a cell: how it begins and how it ends.
fn in_short(sentence: &str) -> String {
    const HEAD: usize = 400;
    const TAIL: usize = 200;
    let count = sentence.chars().count();
    if count <= HEAD + TAIL {
        return sentence.to_owned();
    }
    let head: String = sentence.chars().take(HEAD).collect();
    let tail: String = sentence.chars().skip(count - TAIL).collect();
    format!("{head} … {tail}")
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.help)
    }
}

impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.complaint)
    }
}

/// Reads a list of speakers as [`understand`] does.
///
/// # Errors
/// Every row that is not understood, or names again who is there already.
pub fn read(text: &str, review: &Review) -> Result<Vec<Inscribed>, Vec<LineProblem>> {
    understand(text, review).entries()
}

/// What a text says: a CSV or the cells of a spreadsheet, with a header or without one; a line for each; or names with commas or semicolons
/// between them, wrapped as a document has them. Numbers in front, blank lines, quotes, a byte order mark and the line ends of Windows
/// make no difference.
///
/// Under a header the columns `delegation`, `code`, `kind` and `time` count and every other is passed over; several delegations of one cell, with
/// `;` between them, speak together.
pub fn understand(text: &str, review: &Review) -> Understood {
    let text = &*lined(text);
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let body = text.get(mark..).unwrap_or_default();
    let columns = table::header(body);
    let said = match &columns {
        Some(header) => table::rows(body, header, review),
        None => running::rows(body, review),
    };
    let header = columns.and_then(|_| body.lines().find(|line| !line.trim().is_empty())).map(str::to_owned);
    let mut understood = Understood { header, rows: Vec::with_capacity(said.len()) };
    let lines = Lines::of(body);
    for Said { span, entry } in said {
        let written = harmless(&one_line(body.get(span.clone()).unwrap_or_default()));
        let line = lines.line(span.start);
        let alone = if understood.rows.len() < MOST { entry } else { Err(too_many()) };
        let alone = alone.and_then(|entry| unfit(&entry, review).map_or(Ok(entry), Err));
        let above = understood.rows.iter().filter_map(|row| row.entry.as_ref().ok().map(|entry| (row.line, entry)));
        let entry = alone.clone().and_then(|entry| twice(&entry, above, review).map_or(Ok(entry), Err));
        understood.rows.push(Row { line, span: span.start + mark..span.end + mark, written, alone, entry });
    }
    understood
}

impl Understood {
    /// The same, held against a list: who waits there already cannot be entered once more.
    #[must_use]
    pub fn beside(mut self, standing: &[Inscribed], review: &Review) -> Understood {
        for row in &mut self.rows {
            if let Some(complaint) = row.entry.as_ref().ok().and_then(|entry| stands_already(entry, standing, review)) {
                row.entry = Err(complaint);
            }
        }
        self
    }

    /// What would be entered.
    ///
    /// # Errors
    /// Every row that can't be.
    pub fn entries(self) -> Result<Vec<Inscribed>, Vec<LineProblem>> {
        let (mut entries, mut problems) = (Vec::new(), Vec::new());
        for Row { line, span, entry, .. } in self.rows {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(complaint) => problems.push(LineProblem { line, span, complaint }),
            }
        }
        if problems.is_empty() { Ok(entries) } else { Err(problems) }
    }
}

/// Why an entry cannot follow those above it, each with its line.
pub fn twice<'a>(entry: &Inscribed, above: impl Iterator<Item = (usize, &'a Inscribed)> + Clone, review: &Review) -> Option<Complaint> {
    let at = same_as(entry, above.clone().map(|(_, entry)| entry), review)?;
    let (line, _) = above.clone().nth(at)?;
    let what = format!("{} is in the list twice", review.names(&entry.delegations));
    Some(Complaint::new(Fault::Duplicate, what, format!("it stands on line {line} already: take one of them out")))
}

/// Why an entry cannot come to a list that it stands in.
pub fn stands_already(entry: &Inscribed, standing: &[Inscribed], review: &Review) -> Option<Complaint> {
    same_as(entry, standing.iter(), review)?;
    let what = format!("{} is in the list already", review.names(&entry.delegations));
    Some(Complaint::new(Fault::Duplicate, what, "take the line out"))
}

/// What is told of the first row beyond all that is read.
pub(super) fn too_many() -> Complaint {
    Complaint::new(
        Fault::Line,
        format!("from here on nothing was read: it has more than {MOST} rows"),
        "take a file that has nothing else in it",
    )
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn harmless(text: &str) -> String {
    text.replace(steers, "\u{fffd}")
}
