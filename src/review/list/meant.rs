//! Who is meant by what stands in a list. A file names a delegation in full: the beginning of a word may be a slip.

use super::{Complaint, Fault};
use crate::review::{Code, Fits, Review};

/// What a remark begins with in many files; here nobody is left out because a line begins with it.
pub(super) const REMARK: char = '#';

/// How many delegations are named where a name fits several.
const SUGGESTED: usize = 6;

/// The delegation that is meant.
///
/// # Errors
/// Nobody is called that.
pub(super) fn one(written: &str, review: &Review) -> Result<Code, Complaint> {
    match review.find_exactly(written) {
        Fits::One(code) => Ok(code),
        _ => Err(unknown(written, review)),
    }
}

/// One delegation, or several with `;` between them, who speak together.
pub(super) fn several(written: &str, review: &Review) -> Result<Vec<Code>, Complaint> {
    let parts: Vec<&str> = written.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] => Err(nobody()),
        [one_cell] => {
            one(one_cell, review).map(|code| vec![code]).map_err(|complaint| with_semicolons(one_cell, review).unwrap_or(complaint))
        }
        [first, second] if is_code(first) != is_code(second) => both(first, second, review),
        parts => parts.iter().map(|part| one(part, review)).collect(),
    }
}

/// What is told of a cell that names several as a sentence does, `DEU, NLD and BEL`: a comma is part of many a name, so that it parts none.
fn with_semicolons(cell: &str, review: &Review) -> Option<Complaint> {
    let parts = cell.split(',').flat_map(|part| part.split(" and ")).flat_map(|part| part.split('/'));
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 || !parts.iter().all(|part| one(part, review).is_ok()) {
        return None;
    }
    let help = format!("write {}, with semicolons between those who are together", parts.join("; "));
    Some(Complaint::new(Fault::Unknown, format!("\"{cell}\" is not a delegation"), help))
}

/// Who stands in the columns of a table: by code, by name, or by both.
pub(in crate::review) fn who(code: Option<&str>, name: Option<&str>, review: &Review) -> Result<Vec<Code>, Complaint> {
    match (code, name) {
        (None, None) => Err(nobody()),
        (Some(one), None) | (None, Some(one)) => several(one, review),
        (Some(code), Some(name)) => both(code, name, review),
    }
}

/// A code and a name, in either order, must mean the same; a name that is not known does not count beside its code.
pub(super) fn both(first: &str, second: &str, review: &Review) -> Result<Vec<Code>, Complaint> {
    let (code, name) = if is_code(second) && !is_code(first) { (second, first) } else { (first, second) };
    let by_code = several(code, review)?;
    match several(name, review) {
        Ok(by_name) if by_name != by_code => {
            let what = format!("{code} is {}, but the line says \"{name}\"", review.names(&by_code));
            Err(Complaint::new(Fault::Line, what, "put the code or the name right; two speakers stand on a line each"))
        }
        _ => Ok(by_code),
    }
}

/// Whether it is written as codes are: two or three capital letters.
pub(super) fn is_code(written: &str) -> bool {
    Code::new(written).is_ok_and(|code| code.as_str().len() <= 3 && code.as_str() == written)
}

/// What a row is told that has cells, but nobody in them.
fn nobody() -> Complaint {
    Complaint::new(Fault::Line, "the line names nobody", "write a name or a code")
}

/// Why a name does not say who is meant.
pub(in crate::review) fn unknown(written: &str, review: &Review) -> Complaint {
    if written.starts_with(REMARK) {
        let what = format!("\"{written}\" begins with {REMARK}; a list has no remarks");
        return Complaint::new(Fault::Line, what, format!("take the line out, or only the {REMARK} if someone is inscribed on it"));
    }
    let meant = match review.find(written) {
        Fits::Several(codes) => codes,
        Fits::One(code) => vec![code],
        Fits::None => review.near(written).into_iter().take(1).collect(),
    };
    let names: Vec<String> = meant.iter().take(SUGGESTED).map(|code| format!("{} ({code})", review.name_of(*code))).collect();
    let help = match names.as_slice() {
        [] => "write a name or a code of config/delegations.toml".to_owned(),
        [one] => format!("did you mean {one}?"),
        several => format!("write one of: {}", several.join(", ")),
    };
    let (fault, what) = match names.len() {
        0 | 1 => (Fault::Unknown, "is not a delegation"),
        _ => (Fault::Ambiguous, "could be any of several delegations"),
    };
    Complaint::new(fault, format!("\"{written}\" {what}"), help)
}
