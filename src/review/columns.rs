//! Text in columns under a header: a CSV, or the cells of a spreadsheet.

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
    names: Vec<String>,
    /// The lines that it takes itself: one, or none where the columns are in the order agreed.
    lines: usize,
}

/// What may stand between cells: with tabs out of a spreadsheet, semicolons, or commas.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

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
        let cut = |delimiter: u8| Header { delimiter, names: first.split(char::from(delimiter)).map(fold).collect(), lines: 1 };
        DELIMITERS.into_iter().map(cut).find(is_one)
    }

    /// The columns in the order agreed, where there is no header and the first line is one of theirs.
    pub fn agreed(text: &str, names: &[&str], is_theirs: impl Fn(&Header, &Row) -> bool) -> Option<Header> {
        let columns = |delimiter: u8| Header { delimiter, names: names.iter().map(|name| (*name).to_owned()).collect(), lines: 0 };
        DELIMITERS.into_iter().map(columns).find(|header| header.rows(text).first().is_some_and(|first| is_theirs(header, first)))
    }

    /// Where the column stands that is called one of these.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        self.names.iter().position(|name| names.contains(&name.as_str()))
    }

    /// Every line below the header that says something.
    pub fn rows(&self, text: &str) -> Vec<Row> {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(self.delimiter).from_reader(text.as_bytes());
        // The text is UTF-8 and its lines may have any length, so that no record fails.
        let said = reader.into_records().filter_map(Result::ok).filter(|record| record.iter().any(|cell| !cell.is_empty()));
        said.skip(self.lines)
            .map(|cells| {
                let start = cells.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
                Row { span: line_from(text, start), cells }
            })
            .collect()
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
