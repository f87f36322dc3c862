//! A list in columns that a header names.

use super::meant::{both, nobody, several};
use super::{Complaint, Fault, Said};
use crate::review::{Inscribed, Review, duration, names};

/// The columns that count, and what stands between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    delimiter: u8,
    code: Option<usize>,
    name: Option<usize>,
    kind: Option<usize>,
    time: Option<usize>,
}

/// The columns that the first line names, if it names a code or a name: with tabs out of a spreadsheet, semicolons, or commas.
pub(super) fn columns(text: &str) -> Option<Columns> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    [b'\t', b';', b','].into_iter().find_map(|delimiter| {
        let cells: Vec<String> = first.split(char::from(delimiter)).map(names::fold).collect();
        let column = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.as_str()));
        let code = column(&["alpha3", "alpha 3", "iso3", "code", "alpha2", "alpha 2", "iso2"]);
        let name = column(&["delegation", "delegations", "name", "state", "country", "speaker", "member state"]);
        let columns = Columns { delimiter, code, name, kind: column(&["kind"]), time: column(&["time"]) };
        (code.is_some() || name.is_some()).then_some(columns)
    })
}

/// Every line below the header.
pub(super) fn rows(text: &str, columns: Columns, review: &Review) -> Vec<Said> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(columns.delimiter).from_reader(text.as_bytes());
    let mut said = Vec::new();
    // The text is UTF-8 and its lines may have any length, so that no record fails.
    for record in reader.into_records().filter_map(Result::ok).filter(|record| record.iter().any(|cell| !cell.is_empty())).skip(1) {
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let cells: Vec<&str> = record.iter().collect();
        said.push(Said { span: line_from(text, start), entry: entry(&cells, columns, review) });
    }
    said
}

fn entry(cells: &[&str], columns: Columns, review: &Review) -> Result<Inscribed, Complaint> {
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).copied().filter(|cell| !cell.is_empty());
    let delegations = match (cell(columns.code), cell(columns.name)) {
        (None, None) => return Err(nobody()),
        (Some(one), None) | (None, Some(one)) => several(one, review)?,
        (Some(code), Some(name)) => both(code, name, review)?,
    };
    let time = cell(columns.time).map(duration::parse).transpose();
    let time = time.map_err(|complaint| Complaint::new(Fault::Time, "the time is not understood", complaint))?;
    Ok(Inscribed { delegations, kind: cell(columns.kind).map(str::to_owned), time })
}

/// The line that a record begins on; the reader may stand on blank lines before it.
fn line_from(text: &str, start: usize) -> std::ops::Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let start = start + rest.len() - rest.trim_start().len();
    let line = rest.trim_start().lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}
