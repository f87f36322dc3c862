//! Reading a TOML table key by key, so that every problem is kept with its place and reading goes on.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::{At, File};
use crate::review::{Ms, spelling};

/// One table of a file.
pub(super) struct Fields<'a> {
    pub file: File<'a>,
    /// What to point at when the table as a whole is meant: its name.
    pub span: Range<usize>,
    /// What it describes, for a sentence: "the review", "the kind".
    pub what: &'static str,
    entries: Vec<(At<&'a str>, &'a Spanned<DeValue<'a>>)>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// A table, its entries in the order of the file.
    pub fn new(file: File<'a>, what: &'static str, span: Range<usize>, table: &'a DeTable<'a>) -> Fields<'a> {
        let mut entries: Vec<_> =
            table.iter().map(|(key, value)| (At { value: key.get_ref().as_ref(), span: key.span() }, value)).collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        Fields { file, span, what, entries, asked: RefCell::default() }
    }

    /// The value of a key as it stands; the key counts as known from now on.
    pub fn value(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| *value)
    }

    /// Where a key stands, else the table's name.
    pub fn place(&self, key: &str) -> Range<usize> {
        self.entries.iter().find(|(name, _)| name.value == key).map_or(self.span.clone(), |(name, _)| name.span.clone())
    }

    /// Text.
    pub fn text(&self, key: &'static str) -> Option<At<String>> {
        self.file.text_of(self.value(key)?, "")
    }

    /// Text, with nothing for an empty one.
    pub fn plain(&self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| text.value).filter(|text| !text.is_empty())
    }

    /// A value that must be there.
    pub fn required(&self, key: &'static str, like: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.value(key);
        if value.is_none() {
            self.missing(key, like);
        }
        value
    }

    /// Text that must be there and not be empty.
    pub fn required_text(&self, key: &'static str, like: &str) -> Option<At<String>> {
        let text = self.file.text_of(self.required(key, like)?, like)?;
        if text.value.is_empty() {
            self.file.error(text.span, format!("{key} is empty"), format!("for example {key} = {like}"));
            return None;
        }
        Some(text)
    }

    /// Says that a key is missing.
    pub fn missing(&self, key: &str, like: &str) {
        let problem = self.file.problem(self.span.clone(), format!("{key} is missing"));
        self.file.keep(problem.label(format!("{} needs it", self.what)).help(format!("add {key} = {like}")));
    }

    /// A length of time.
    pub fn duration(&self, key: &'static str) -> Option<Ms> {
        self.file.duration_of(self.value(key)?)
    }

    /// A length of time in which somebody can speak.
    pub fn speaking_time(&self, key: &'static str) -> Option<Ms> {
        let time = self.duration(key)?;
        if time == Ms::ZERO {
            self.file.error(self.value(key)?.span(), "nobody can speak in no time", "write 1:30, 90s or 2m, or leave it out");
            return None;
        }
        Some(time)
    }

    /// True or false; false when absent.
    pub fn flag(&self, key: &'static str) -> bool {
        match self.value(key).map(|value| (value, value.get_ref())) {
            None => false,
            Some((_, DeValue::Boolean(flag))) => *flag,
            Some((value, _)) => {
                self.file.wrong_type(value, "true or false", &format!("{key} = true"));
                false
            }
        }
    }

    /// A whole number from 0.
    pub fn number(&self, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        self.file.number_of(value, key)
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&self, key: &'static str) -> Vec<At<String>> {
        match self.value(key).map(|value| (value, value.get_ref())) {
            None => Vec::new(),
            Some((_, DeValue::Array(list))) => self.file.parts(list).filter_map(|one| self.file.text_of(one, "")).collect(),
            Some((value, DeValue::String(_))) => self.file.text_of(value, "").into_iter().collect(),
            Some((value, _)) => {
                self.file.wrong_type(value, "a list of texts", &format!("{key} = [\"…\"]"));
                Vec::new()
            }
        }
    }

    /// One of a few words; the default when absent.
    pub fn choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)], default: T) -> T {
        let Some(written) = self.text(key) else { return default };
        if let Some((_, chosen)) = choices.iter().find(|(word, _)| *word == written.value) {
            return *chosen;
        }
        let words: Vec<String> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        self.file.error(written.span, format!("\"{}\" is not known here", written.value), format!("write {}", words.join(" or ")));
        default
    }

    /// A table inside this one.
    pub fn table(&self, key: &'static str, what: &'static str) -> Option<Fields<'a>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Fields::new(self.file, what, self.place(key), table)),
            _ => {
                self.file.wrong_type(value, "a table", &format!("[{key}]"));
                None
            }
        }
    }

    /// The tables of a list, as `[[officials]]` makes it.
    pub fn list_of_tables(&self, key: &'static str, what: &'static str) -> Vec<Fields<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(list) = value.get_ref() else {
            self.file.wrong_type(value, "a list of tables", &format!("[[{key}]]"));
            return Vec::new();
        };
        let table = |one: &'a Spanned<DeValue<'a>>| match one.get_ref() {
            DeValue::Table(table) => Some(Fields::new(self.file, what, one.span(), table)),
            _ => {
                self.file.wrong_type(one, "a table", &format!("[[{key}]]"));
                None
            }
        };
        list.iter().filter_map(table).collect()
    }

    /// Every entry, whatever its key: a table of pools, groups, quotas.
    pub fn entries(&self) -> &[(At<&'a str>, &'a Spanned<DeValue<'a>>)] {
        &self.entries
    }

    /// Every entry as a named table: `[themes.torture]`, `[kinds.answer]`.
    pub fn tables(&self, what: &'static str) -> Vec<(At<&'a str>, Fields<'a>)> {
        let named = |(name, value): &(At<&'a str>, &'a Spanned<DeValue<'a>>)| match value.get_ref() {
            DeValue::Table(table) => Some((name.clone(), Fields::new(self.file, what, name.span.clone(), table))),
            _ => {
                self.file.wrong_type(value, "a table", "");
                None
            }
        };
        self.entries.iter().filter_map(named).collect()
    }

    /// Says which keys are not known, each with the nearest one. To be called when all known keys have been asked for.
    pub fn done(self) {
        let asked = self.asked.borrow();
        for (name, _) in self.entries.iter().filter(|(name, _)| !asked.contains(&name.value)) {
            let nearest =
                spelling::most_like(name.value, asked.iter().copied()).map_or(String::new(), |word| format!("did you mean {word}? "));
            let what = format!("{} is not a key of {}", name.value, self.what);
            self.file.error(name.span.clone(), what, format!("{nearest}The keys here: {}", asked.join(", ")));
        }
    }
}
