//! Text in columns under a header: a CSV, or the cells of a spreadsheet.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::names::fold;

/// The columns that hold codes, and those that hold names.
pub(super) const CODES: [&str; 7] = ["alpha3", "alpha 3", "iso3", "code", "alpha2", "alpha 2", "iso2"];
/// What a column of names is called.
pub(super) const NAMES: [&str; 7] = ["delegation", "delegations", "name", "state", "country", "speaker", "member state"];

/// What the columns are called, and what stands between the cells.
#[derive(Debug, Clone)]
pub(super) struct Header {
    delimiter: u8,
    /// The place of each, the first of several of one name.
    places: HashMap<String, usize>,
    /// The lines that it takes itself: one, or none where the columns are in the order agreed.
    lines: usize,
}

/// What may stand between cells: with tabs out of a spreadsheet, semicolons, or commas.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// No list and no paper has more lines; what has more is another file, and looking for everyone in it would take minutes.
pub(super) const MOST: usize = 2_000;

/// A line below the header.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Where its first line stands in the text, in bytes.
    pub span: Range<usize>,
    cells: csv::StringRecord,
}

impl Header {
    /// The first line that says something, cut at tabs, semicolons or commas: whichever makes a header of it.
    pub fn of(text: &str, is_one: impl Fn(&Header) -> bool) -> Option<Header> {
        let first = text.lines().find(|line| !line.trim().is_empty())?;
        let cut = |delimiter: u8| Header::with(delimiter, first.split(char::from(delimiter)).map(fold), 1);
        DELIMITERS.into_iter().map(cut).find(is_one)
    }

    /// The columns in the order agreed, where there is no header and the first line is one of theirs.
    pub fn agreed(text: &str, names: &[&str], is_theirs: impl Fn(&Header, &Row) -> bool) -> Option<Header> {
        let columns = |delimiter: u8| Header::with(delimiter, names.iter().map(|name| (*name).to_owned()), 0);
        DELIMITERS.into_iter().map(columns).find(|header| header.rows(text).first().is_some_and(|first| is_theirs(header, first)))
    }

    fn with(delimiter: u8, names: impl Iterator<Item = String>, lines: usize) -> Header {
        let mut places = HashMap::new();
        for (place, name) in names.enumerate() {
            places.entry(name).or_insert(place);
        }
        Header { delimiter, places, lines }
    }

    /// Where the column stands that is called one of these.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().filter_map(|name| self.places.get(*name)).min().copied()
    }

    /// Every line below the header that says something, and one more than [`MOST`] at the most.
    pub fn rows(&self, text: &str) -> Vec<Row> {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(self.delimiter).from_reader(text.as_bytes());
        // The text is UTF-8 and its lines may have any length, so that no record fails.
        let said = reader.into_records().filter_map(Result::ok).filter(|record| record.iter().any(|cell| !cell.is_empty()));
        said.skip(self.lines)
            .take(MOST + 1)
            .map(|cells| {
                let start = cells.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
                Row { span: line_from(text, start), cells }
            })
            .collect()
    }
}

/// A text in which every line ends with a line feed: it takes the place of a carriage return that ends one alone, as some spreadsheets
/// still write it, so that all else stands where it stood.
pub(super) fn lined(text: &str) -> Cow<'_, str> {
    let mut parts = text.split('\r');
    let Some(first) = parts.next().filter(|first| first.len() < text.len()) else { return Cow::Borrowed(text) };
    let mut lined = String::with_capacity(text.len());
    lined.push_str(first);
    for part in parts {
        lined.push(if part.starts_with('\n') { '\r' } else { '\n' });
        lined.push_str(part);
    }
    Cow::Owned(lined)
}

/// Where the lines of a text end, so that the line of any place in it is known at once.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Lines {
        Lines(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line, from 1, of a place in bytes.
    pub fn line(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}

impl Row {
    /// What stands in a column, if anything does.
    pub fn cell(&self, at: Option<usize>) -> Option<&str> {
        self.cells.get(at?).filter(|cell| !cell.is_empty())
    }
}

/// The line that a record begins on; the reader may stand on blank lines before it.
fn line_from(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let start = start + rest.len() - rest.trim_start().len();
    let line = rest.trim_start().lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}
