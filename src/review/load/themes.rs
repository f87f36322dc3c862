//! The themes of a review: those of a vocabulary that it names, and its own.

use std::sync::Arc;

use super::fields::Fields;
use super::file::{At, File};
use super::kinds::readable;
use super::source::{Place, Unread};
use super::{not_read, parse};
use crate::review::{Phrase, Theme};

/// The themes as the review has them.
#[derive(Default)]
pub(super) struct Themes {
    /// All, those of the vocabulary first.
    pub all: Vec<Theme>,
    /// Those that the review itself gives, with where they stand: somebody should answer them.
    pub own: Vec<At<String>>,
    /// The vocabulary that the review names could not be read, so that which themes there are is not known.
    pub unread: bool,
}

/// Reads `themes-file` and `[themes.…]`. A theme that both have keeps its words and gets the review's; the review's name counts.
pub(super) fn read(root: &Fields<'_>, place: &Place) -> Themes {
    let vocabulary = vocabulary(root, place);
    let mut themes = Themes { unread: vocabulary.is_none(), all: vocabulary.unwrap_or_default(), own: Vec::new() };
    let Some(table) = root.table("themes", "the themes") else { return themes };
    for (id, fields) in table.tables("the theme") {
        let known = themes.all.iter().position(|theme| theme.id == id.value);
        let Some(theme) = theme(&id, fields, known.and_then(|at| themes.all.get(at))) else { continue };
        themes.own.push(At { value: theme.id.clone(), span: id.span });
        match known.and_then(|at| themes.all.get_mut(at)) {
            Some(known) => *known = theme,
            None => themes.all.push(theme),
        }
    }
    themes
}

/// The themes of the file that the review names: a table each. Absent where it names one that cannot be read, which has been said then.
fn vocabulary(root: &Fields<'_>, place: &Place) -> Option<Vec<Theme>> {
    let Some(name) = root.text("themes-file").filter(|name| !name.value.is_empty()) else { return Some(Vec::new()) };
    let there = place.beside(&name.value);
    match there.read() {
        Ok(source) => {
            let source = Arc::new(source);
            let file = File { source: &source, found: root.file.found };
            parse(file, |table, span| {
                let themes = Fields::new(file, "the themes", span, table);
                themes.tables("the theme").into_iter().filter_map(|(id, fields)| theme(&id, fields, None)).collect()
            })
        }
        Err(Unread::Missing) => {
            let help = "the name counts from the folder of the review";
            root.file.error(name.span, format!("there is no file {}", there.name()), help);
            None
        }
        Err(unread) => {
            not_read(root.file, &there, name.span, unread);
            None
        }
    }
}

fn theme(id: &At<&str>, fields: Fields<'_>, known: Option<&Theme>) -> Option<Theme> {
    let file = fields.file;
    let name = fields.plain("name").or_else(|| known.map(|known| known.name.clone())).unwrap_or_else(|| readable(id.value));
    let more = fields.texts("words").into_iter().map(|word| word.value).filter(|word| !word.is_empty()).map(Phrase::from);
    let words = known.map(|known| known.words.clone()).unwrap_or_default().into_iter().chain(more).collect();
    fields.done();
    if !super::officials::typeable(id.value) {
        let help = "letters, digits and hyphens, a letter first: it is typed after #";
        file.error(id.span.clone(), format!("\"{}\" can't be typed as a theme", id.value), help);
        return None;
    }
    Some(Theme { id: id.value.to_owned(), name, words })
}
