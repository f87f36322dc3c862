//! Reading a review: three layers of TOML, later over earlier, checked as a whole.
//!
//! `config/delegations.toml` says who there is, `config/modalities/NAME.toml` what the rules are, `config/reviews/NAME.toml` what is
//! special to one meeting. Every problem in all of them is found in one go, each with its line and what would be right.

mod before;
mod delegations;
mod fields;
mod file;
mod kinds;
mod meeting;
mod modalities;
mod officials;
mod pools;
mod problems;
mod source;
mod speakers;
mod themes;

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::de::DeTable;

use self::fields::Fields;
use self::file::{File, Found};
use self::source::{Place, Source, Unread};
use super::Review;
pub use problems::{Problem, Problems, Severity};

/// A review that can be used.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The review.
    pub review: Review,
    /// What somebody should look at all the same, such as a theme that nobody answers.
    pub warnings: Problems,
}

/// Reads a review file and what it names.
///
/// # Errors
/// Everything that is wrong in any of the files.
pub fn review(path: impl AsRef<Path>) -> Result<Loaded, Problems> {
    load(&Place::Disk(path.as_ref().to_path_buf()))
}

/// Reads the sample: Kazakhstan, January 2025, from `./config` if it is there, else from what is built in.
///
/// # Errors
/// As for [`review`]; the built-in files have none.
pub fn sample() -> Result<Loaded, Problems> {
    let path = "reviews/kazakhstan-2025.toml";
    let [disk, built_in] = Place::in_config(path);
    load(if disk.is_there() { &disk } else { &built_in })
}

fn load(place: &Place) -> Result<Loaded, Problems> {
    let found = Found::default();
    let name = Arc::new(Source { name: place.name(), text: String::new() });
    let outside = File { source: &name, found: &found };
    let review = match place.read() {
        Ok(source) => {
            let source = Arc::new(source);
            let file = File { source: &source, found: &found };
            parse(file, |table, span| {
                let delegations = everyone(place, file);
                meeting::read(Fields::new(file, "the review", span, table), place, delegations)
            })
            .flatten()
        }
        Err(unread) => {
            not_read(outside, place, 0..0, unread);
            None
        }
    };
    let found = found.into_inner();
    let fatal = found.iter().any(|problem| problem.severity == Severity::Error);
    match review.filter(|_| !fatal) {
        Some(review) => Ok(Loaded { review, warnings: Problems::new(found) }),
        None => Err(Problems::new(found)),
    }
}

/// The delegations that a review builds on: `../delegations.toml` seen from its folder, else that of `./config`, else the built-in ones.
fn everyone(review: &Place, named_in: File<'_>) -> Vec<delegations::Listed> {
    let in_config = Place::in_config("delegations.toml");
    let beside = matches!(review, Place::Disk(_)).then(|| review.beside("../delegations.toml"));
    let Some(place) = beside.into_iter().chain(in_config).find(Place::is_there) else { return Vec::new() };
    match place.read() {
        Ok(source) => {
            let source = Arc::new(source);
            let file = File { source: &source, found: named_in.found };
            parse(file, |table, span| delegations::read(&Fields::new(file, "the delegations", span, table))).unwrap_or_default()
        }
        Err(unread) => {
            not_read(named_in, &place, 0..0, unread);
            Vec::new()
        }
    }
}

/// Parses a whole file and hands on its table. Nothing of a file with errors of syntax is looked at, since what is left of it misleads.
fn parse<T>(file: File<'_>, read: impl FnOnce(&DeTable<'_>, Range<usize>) -> T) -> Option<T> {
    if file.source.text.trim().is_empty() {
        // A line to point at, which an empty text does not have.
        let source = Arc::new(Source { name: file.source.name.clone(), text: "\n".to_owned() });
        let help = "see config/reviews/ and config/modalities/ for what belongs into it";
        File { source: &source, ..file }.error(0..0, "the file is empty", help);
        return None;
    }
    let (root, errors) = DeTable::parse_recoverable(&file.source.text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        file.error(span, format!("this is not TOML: {}", error.message()), "text is written in quotes, a list in [ ], a table as [name]");
    }
    errors.is_empty().then(|| read(root.get_ref(), file.source.first_line()))
}

/// Says why a file could not be read, at the place that names it.
fn not_read(named_in: File<'_>, place: &Place, span: Range<usize>, unread: Unread) {
    let name = place.name();
    match unread {
        Unread::Missing => named_in.error(span, format!("there is no file {name}"), "check the path"),
        Unread::Failed(why) => named_in.error(span, format!("{name} can't be read: {why}"), "check that it is a file and who may read it"),
        Unread::NotUtf8 { shown, at, guess } => {
            let source = Arc::new(shown);
            let file = File { source: &source, found: named_in.found };
            file.error(at, "the file is not UTF-8", guess);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_built_in_reviews_have_no_problems() {
        for (name, speakers) in [("kazakhstan-2025", 103), ("kazakhstan-2014", 73)] {
            let loaded = load(&Place::BuiltIn(format!("reviews/{name}.toml").into())).unwrap();
            assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
            assert_eq!(loaded.review.speakers.len(), speakers, "{name}");
        }
    }
}
