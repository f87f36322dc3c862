//! The delegation of the State under review, and who of it answers which theme.

use super::fields::Fields;
use super::kinds::readable;
use super::themes::Themes;
use crate::review::{Official, spelling};

/// Reads `[[officials]]`, in protocol order, and whether they and the themes fit together.
pub(super) fn officials(root: &Fields<'_>, themes: &Themes) -> Vec<Official> {
    let mut read: Vec<Read> = Vec::new();
    for fields in root.list_of_tables("officials", "the official") {
        if let Some(next) = official(fields, themes) {
            next.differs_from(&read, root);
            read.push(next);
        }
    }
    one_head(&read, root);
    if !read.is_empty() {
        for theme in themes.own.iter().filter(|theme| !read.iter().any(|one| one.official.themes.contains(&theme.value))) {
            let help = format!("add \"{}\" to the themes of the official who answers it, or take the theme out", theme.value);
            root.file.warning(theme.span.clone(), format!("nobody answers the theme \"{}\"", theme.value), help);
        }
    }
    read.into_iter().map(|one| one.official).collect()
}

/// An official, and where what must be unique stands.
struct Read {
    official: Official,
    id: std::ops::Range<usize>,
    key: std::ops::Range<usize>,
    head: std::ops::Range<usize>,
}

fn official(fields: Fields<'_>, themes: &Themes) -> Option<Read> {
    let file = fields.file;
    let places = (fields.place("id"), fields.place("key"), fields.place("head"));
    let id = fields.text("id").filter(|id| !id.value.is_empty());
    let key = fields.text("key").filter(|key| !key.value.is_empty());
    let office = fields.plain("office");
    let short = fields.plain("short");
    let name = fields.plain("name");
    let head = fields.flag("head");
    let answered = fields.texts("themes");
    let span = fields.span.clone();
    fields.done();

    if let Some(id) = id.as_ref().filter(|id| !typeable(&id.value)) {
        let help = "letters, digits and hyphens, a letter first: it is typed after @";
        file.error(id.span.clone(), format!("\"{}\" can't be typed as an official", id.value), help);
    }
    if let Some(key) = key.as_ref().filter(|key| !one_letter(&key.value)) {
        file.error(key.span.clone(), "a key is one letter", "for example key = \"j\"");
    }
    for theme in answered.iter().filter(|written| !themes.unread && !themes.all.iter().any(|theme| theme.id == written.value)) {
        let help = spelling::did_you_mean(&theme.value, themes.all.iter().map(|theme| theme.id.as_str()));
        let help = help.unwrap_or_else(|| format!("add [themes.{}]", theme.value));
        file.error(theme.span.clone(), format!("there is no theme \"{}\"", theme.value), help);
    }
    let key = key.filter(|key| one_letter(&key.value)).and_then(|key| key.value.chars().next());
    let Some(id) = id.map(|id| id.value).or_else(|| office.as_deref().map(as_id)).or_else(|| key.map(String::from)) else {
        file.error(
            span,
            "an official without id, key and office",
            "add id = \"justice\", key = \"j\" and office = \"Minister of Justice\"",
        );
        return None;
    };
    let office = office.unwrap_or_else(|| readable(&id));
    let short = short.unwrap_or_else(|| office.clone());
    let themes = answered.into_iter().map(|theme| theme.value).collect();
    Some(Read { official: Official { id, key, office, short, name, head, themes }, id: places.0, key: places.1, head: places.2 })
}

impl Read {
    /// Reports an id or a key that another official has already.
    fn differs_from(&self, others: &[Read], root: &Fields<'_>) {
        let me = &self.official;
        for other in others {
            let them = &other.official;
            if me.id == them.id {
                let problem = root.file.problem(self.id.clone(), format!("two officials have the id \"{}\"", me.id));
                root.file.keep(problem.also(other.id.clone(), them.office.as_str()).help("give each its own"));
            }
            let named_so = |key: Option<char>, id: &str| key.is_some_and(|key| id.chars().eq([key]));
            if named_so(me.key, &them.id) || named_so(them.key, &me.id) {
                let problem =
                    root.file.problem(self.id.clone(), format!("the key of one official is the id of another: {} and {}", them.id, me.id));
                root.file.keep(problem.also(other.id.clone(), them.office.as_str()).help("either must say who is meant"));
            }
            if let Some(key) = me.key.filter(|key| them.key.is_some_and(|other| other.to_lowercase().eq(key.to_lowercase()))) {
                let problem = root.file.problem(self.key.clone(), format!("two officials have the key \"{key}\""));
                root.file
                    .keep(problem.also(other.key.clone(), them.office.as_str()).help("give each its own letter: it is pressed to choose"));
            }
        }
    }
}

fn one_head(read: &[Read], root: &Fields<'_>) {
    let heads: Vec<&Read> = read.iter().filter(|one| one.official.head).collect();
    match (heads.as_slice(), read.first()) {
        ([_], _) | (_, None) => {}
        ([], Some(first)) => {
            let problem = root.file.problem(first.id.clone(), "no official is the head of delegation");
            root.file.keep(problem.help("add head = true to exactly one"));
        }
        ([first, others @ ..], _) => {
            for other in others {
                let problem = root.file.problem(other.head.clone(), "more than one official is the head of delegation");
                root.file.keep(problem.also(first.head.clone(), first.official.office.as_str()).help("leave head = true with exactly one"));
            }
        }
    }
}

fn one_letter(key: &str) -> bool {
    let mut letters = key.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether a word is read back whole when it is typed after `#` or `@`.
pub(super) fn typeable(word: &str) -> bool {
    let inner = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphanumeric) && word.chars().all(inner)
}

/// `Minister of Justice` → `minister-of-justice`.
fn as_id(office: &str) -> String {
    crate::review::names::fold(office).replace(' ', "-")
}
