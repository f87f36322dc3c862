//! A TOML file being read: one value of it at a time, and where its problems go.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use super::problems::{Problem, Severity};
use super::source::Source;
use crate::review::columns::MOST;
use crate::review::names::{is_unseen, steers};
use crate::review::{Ms, duration, list};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct At<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// The problems found so far, in all files.
pub(super) type Found = RefCell<Vec<Problem>>;

/// A file being read, and where its problems go.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub source: &'a Arc<Source>,
    pub found: &'a Found,
}

impl File<'_> {
    /// Keeps an error at a place.
    pub fn error(&self, span: Range<usize>, what: impl Into<String>, help: impl Into<String>) {
        self.keep(Problem::new(self.source, Severity::Error, span, what).help(help));
    }

    /// Keeps a warning at a place.
    pub fn warning(&self, span: Range<usize>, what: impl Into<String>, help: impl Into<String>) {
        self.keep(Problem::new(self.source, Severity::Warning, span, what).help(help));
    }

    /// An error to be kept once more is said about it.
    pub fn problem(&self, span: Range<usize>, what: impl Into<String>) -> Problem {
        Problem::new(self.source, Severity::Error, span, what)
    }

    /// Keeps a problem.
    pub fn keep(&self, problem: Problem) {
        self.found.borrow_mut().push(problem);
    }

    /// The text of a value without what is unseen; text with control characters is refused, since it is shown on terminals.
    pub fn text_of(&self, value: &Spanned<DeValue<'_>>, like: &str) -> Option<At<String>> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(value, "text", like);
            return None;
        };
        if text.chars().any(|letter| steers(letter) && !is_unseen(letter)) {
            self.error(value.span(), "the text has a control character in it", "write it on one line, without tabs or escapes");
            return None;
        }
        let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
        Some(At { value: seen.trim().to_owned(), span: value.span() })
    }

    /// The parts of a list, and no more than there are rows in a list of speakers: looking for who is meant by each would take minutes.
    pub fn parts<'v>(&self, parts: &'v DeArray<'v>) -> impl Iterator<Item = &'v Spanned<DeValue<'v>>> {
        if let Some(beyond) = parts.get(MOST) {
            let complaint = list::too_many();
            self.error(beyond.span(), complaint.what, complaint.help);
        }
        parts.iter().take(MOST)
    }

    /// The length of time that a value is; a bare number is refused, like everywhere.
    pub fn duration_of(&self, value: &Spanned<DeValue<'_>>) -> Option<Ms> {
        let read = match value.get_ref() {
            DeValue::String(text) => duration::parse(text),
            DeValue::Integer(number) => duration::parse(number.as_str()),
            DeValue::Float(number) => duration::parse(number.as_str()),
            _ => {
                self.wrong_type(value, "a length of time", "\"1m30s\"");
                return None;
            }
        };
        match read {
            Ok(time) if time < Ms::ZERO => {
                self.error(value.span(), "a length of time below zero", "write it without the minus");
                None
            }
            Ok(time) => Some(time),
            Err(complaint) => {
                let help = match complaint.split_once("; ") {
                    Some((_, help)) => help.to_owned(),
                    None => "write the unit, in quotes: \"90s\", \"2m\", \"1m30s\", \"3h30m\"".to_owned(),
                };
                let what = complaint.split("; ").next().unwrap_or_default().to_owned();
                self.error(value.span(), what, help);
                None
            }
        }
    }

    /// The whole number that a value is.
    pub fn number_of(&self, value: &Spanned<DeValue<'_>>, key: &str) -> Option<u32> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match (number, value.get_ref()) {
            (None, DeValue::Integer(written)) => {
                let what = format!("this must be a whole number from 0 to {}, not {}", u32::MAX, written.as_str());
                self.error(value.span(), what, format!("for example {key} = 1"));
            }
            (None, _) => self.wrong_type(value, "a whole number from 0", &format!("{key} = 1")),
            (Some(_), _) => {}
        }
        number
    }

    /// Says that a value is of the wrong type.
    pub fn wrong_type(&self, value: &Spanned<DeValue<'_>>, wanted: &str, like: &str) {
        let got = match value.get_ref() {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let problem = self.problem(value.span(), format!("this must be {wanted}, not {got}"));
        self.keep(if like.is_empty() { problem } else { problem.help(format!("for example {like}")) });
    }
}
