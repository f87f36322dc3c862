//! What was written before the meeting: the files with advance questions and with the recommendations of the review before.

use std::sync::Arc;

use super::fields::Fields;
use super::file::File;
use super::not_read;
use super::problems::{Problem, Severity};
use super::source::{Place, Unread};
use crate::review::list::LineProblem;
use crate::review::{Asked, Earlier, Review, questions};

/// Reads `advance-questions`; the rest of the review must be there already.
pub(super) fn advance(root: &Fields<'_>, place: &Place, review: &Review) -> Vec<Asked> {
    in_a_file(root, place, "advance-questions", |text| questions::advance(text, review))
}

/// Reads `previous-recommendations`, likewise.
pub(super) fn earlier(root: &Fields<'_>, place: &Place, review: &Review) -> Vec<Earlier> {
    in_a_file(root, place, "previous-recommendations", |text| questions::earlier(text, review))
}

fn in_a_file<T>(root: &Fields<'_>, place: &Place, key: &'static str, read: impl Fn(&str) -> Result<Vec<T>, Vec<LineProblem>>) -> Vec<T> {
    let Some(name) = root.text(key).filter(|name| !name.value.is_empty()) else { return Vec::new() };
    let there = place.beside(&name.value);
    let source = match there.read() {
        Ok(source) => Arc::new(source),
        Err(Unread::Missing) => {
            let help = "the name counts from the folder of the review";
            root.file.error(name.span, format!("there is no file {}", there.name()), help);
            return Vec::new();
        }
        Err(unread) => {
            not_read(root.file, &there, name.span, unread);
            return Vec::new();
        }
    };
    if source.text.trim().is_empty() {
        return Vec::new();
    }
    let file = File { source: &source, found: root.file.found };
    read(&source.text).unwrap_or_else(|problems| {
        for problem in problems {
            file.keep(Problem::new(&source, Severity::Error, problem.span, problem.complaint.what).help(problem.complaint.help));
        }
        Vec::new()
    })
}
