//! A list in columns that a header names.

use super::meant::who;
use super::{Complaint, Fault, Said};
use crate::review::columns::{CODES, Header, NAMES, Row};
use crate::review::{Inscribed, Review, duration};

/// The header, if the first line names a code or a name.
pub(super) fn header(text: &str) -> Option<Header> {
    Header::of(text, |header| header.column(&CODES).is_some() || header.column(&NAMES).is_some())
}

/// Every line below the header.
pub(super) fn rows(text: &str, header: &Header, review: &Review) -> Vec<Said> {
    let said = |row: Row| Said { entry: entry(&row, header, review), span: row.span };
    header.rows(text).into_iter().map(said).collect()
}

fn entry(row: &Row, header: &Header, review: &Review) -> Result<Inscribed, Complaint> {
    let cell = |names: &[&str]| row.cell(header.column(names));
    let delegations = who(cell(&CODES), cell(&NAMES), review)?;
    let time = cell(&["time"]).map(duration::parse).transpose();
    let time = time.map_err(|complaint| Complaint::new(Fault::Time, "the time is not understood", complaint))?;
    Ok(Inscribed { delegations, kind: cell(&["kind"]).map(str::to_owned), time })
}
