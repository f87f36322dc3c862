//! The list of speakers as inscribed beforehand: in the review itself, or in a file beside it.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::fields::Fields;
use super::file::{At, File};
use super::not_read;
use super::problems::{Problem, Severity};
use super::source::{Place, Unread};
use crate::review::{Code, Fits, Inscribed, Kind, Review, Speaker, list};

/// Reads `speakers` or `speakers-file`; the rest of the review must be there already.
pub(super) fn read(root: &Fields<'_>, place: &Place, review: &Review) -> Vec<Inscribed> {
    let inline = root.value("speakers");
    let file = root.text("speakers-file");
    let (key, entries) = match (inline, file) {
        (None, None) => return Vec::new(),
        (Some(list), None) => ("speakers", written_here(root.file, list, review)),
        (None, Some(name)) => ("speakers-file", in_a_file(root.file, &place.beside(&name.value), name, review)),
        (Some(_), Some(name)) => {
            let problem = root.file.problem(name.span, "the speakers are given twice");
            root.file.keep(problem.also(root.place("speakers"), "here too").help("leave either speakers or speakers-file"));
            return Vec::new();
        }
    };
    let without_kind = entries.iter().find(|entry| review.modalities.kind(review.kind_of(entry)).is_none());
    // Of modalities that could not be read it is said already.
    let is_said = review.modalities.kinds.is_empty() && root.file.found.borrow().iter().any(|one| one.severity == Severity::Error);
    if let Some(entry) = without_kind.filter(|_| !is_said) {
        let what = format!("these modalities have no kind \"{}\" for the list of speakers", review.kind_of(entry));
        root.file.error(root.place(key), what, "add the kind to the modalities, or write another with each speaker");
    }
    entries
}

fn written_here(file: File<'_>, value: &Spanned<DeValue<'_>>, review: &Review) -> Vec<Inscribed> {
    let DeValue::Array(entries) = value.get_ref() else {
        file.wrong_type(value, "a list", "speakers = [\"FRA\", \"Côte d’Ivoire\"]");
        return Vec::new();
    };
    let mut read: Vec<At<Inscribed>> = Vec::new();
    for entry in file.parts(entries) {
        let inscribed = match entry.get_ref() {
            DeValue::Table(table) => in_a_table(Fields::new(file, "the speaker", entry.span(), table), review),
            _ => file
                .text_of(entry, "\"FRA\"")
                .and_then(|written| Some(Inscribed { delegations: vec![delegation(file, &written, review)?], kind: None, time: None })),
        };
        let Some(inscribed) = inscribed else { continue };
        if let Some(complaint) = list::unfit(&inscribed, review) {
            let place = kind_in(entry.get_ref()).filter(|_| inscribed.kind.is_some()).unwrap_or_else(|| entry.span());
            file.error(place, complaint.what, complaint.help);
            continue;
        }
        under_review(file, entry.span(), &inscribed, review);
        if let Some(first) = list::same_as(&inscribed, read.iter().map(|earlier| &earlier.value), review).and_then(|at| read.get(at)) {
            let problem = file.problem(entry.span(), format!("{} is in the list twice", review.names(&inscribed.delegations)));
            file.keep(problem.also(first.span.clone(), "the first time").help("take one of them out"));
            continue;
        }
        read.push(At { value: inscribed, span: entry.span() });
    }
    read.into_iter().map(|entry| entry.value).collect()
}

/// Where an entry says its kind.
fn kind_in(entry: &DeValue<'_>) -> Option<Range<usize>> {
    entry.as_table()?.get("kind").map(Spanned::span)
}

fn in_a_table(fields: Fields<'_>, review: &Review) -> Option<Inscribed> {
    let file = fields.file;
    fields.required("delegations", "[\"FRA\"]");
    let written = fields.texts("delegations");
    let kind = fields.text("kind").filter(|kind| !kind.value.is_empty());
    let time = fields.speaking_time("time");
    fields.done();
    let delegations: Vec<Code> = written.iter().filter_map(|name| delegation(file, name, review)).collect();
    if delegations.len() < written.len() || delegations.is_empty() {
        return None;
    }
    Some(Inscribed { delegations, kind: kind.map(|kind| kind.value), time })
}

/// The delegation that is meant, or a problem at its place. A file names it in full: the beginning of a word may be a slip.
pub(super) fn delegation(file: File<'_>, written: &At<String>, review: &Review) -> Option<Code> {
    match review.find_exactly(&written.value) {
        Fits::One(code) => Some(code),
        _ => {
            let complaint = list::unknown(&written.value, review);
            file.error(written.span.clone(), complaint.what, complaint.help);
            None
        }
    }
}

/// The State under review answers; in the list of speakers it is probably a slip.
fn under_review(file: File<'_>, span: Range<usize>, entry: &Inscribed, review: &Review) {
    let kind = entry.kind.as_deref().unwrap_or(Kind::STATEMENT);
    let answers = review.modalities.kind(kind).is_some_and(|kind| kind.speaker == Speaker::StateUnderReview);
    if entry.delegations.contains(&review.state_under_review) && review.modalities.has_answers() && !answers {
        let name = review.name_of(review.state_under_review);
        let help = "take it out of the list, or give it kind = \"answer\" and a time: a planned block of answers";
        file.warning(span, format!("{name} is the State under review and stands in the list of speakers"), help);
    }
}

fn in_a_file(named_in: File<'_>, place: &Place, name: At<String>, review: &Review) -> Vec<Inscribed> {
    let source = match place.read() {
        Ok(source) => Arc::new(source),
        Err(Unread::Missing) => {
            let what = format!("there is no file {}", place.name());
            named_in.error(name.span, what, "the name counts from the folder of the review");
            return Vec::new();
        }
        Err(unread) => {
            not_read(named_in, place, name.span, unread);
            return Vec::new();
        }
    };
    let file = File { source: &source, found: named_in.found };
    match list::read(&source.text, review) {
        Ok(entries) => {
            for entry in &entries {
                under_review(named_in, name.span.clone(), entry, review);
            }
            entries
        }
        Err(problems) => {
            for problem in problems {
                file.keep(Problem::new(&source, Severity::Error, problem.span, problem.complaint.what).help(problem.complaint.help));
            }
            Vec::new()
        }
    }
}
