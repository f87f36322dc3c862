//! Under which headings the board shows its items.

use super::Row;
use crate::dialogue::{Item, State};

/// What the rows are grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    /// No headings.
    #[default]
    Number,
    /// Themes in the order of the review, each item under its first.
    Theme,
    /// Who answered it or promised to, else who leads, in protocol order; what nobody has comes first.
    Official,
    /// Who asked, each item under its first author.
    Delegation,
}

const NAMED: [(&str, Grouping); 4] =
    [("theme", Grouping::Theme), ("official", Grouping::Official), ("delegation", Grouping::Delegation), ("number", Grouping::Number)];

impl Grouping {
    /// By the beginning of its name.
    pub fn named(begun: &str) -> Option<Grouping> {
        let begun = begun.to_lowercase();
        NAMED.into_iter().find(|(name, _)| !begun.is_empty() && name.starts_with(&begun)).map(|(_, grouping)| grouping)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NAMED.into_iter().find(|(_, grouping)| *grouping == self).map_or("", |(name, _)| name)
    }

    /// The one after it.
    pub fn next(self) -> Grouping {
        match self {
            Grouping::Number => Grouping::Theme,
            Grouping::Theme => Grouping::Official,
            Grouping::Official => Grouping::Delegation,
            Grouping::Delegation => Grouping::Number,
        }
    }
}

/// The rows for items in their order, which they keep under each heading.
pub(super) fn rows<'a>(grouping: Grouping, items: impl Iterator<Item = &'a Item>, state: &State) -> Vec<Row> {
    if grouping == Grouping::Number {
        return items.map(|item| Row::Item(item.number)).collect();
    }
    let mut placed: Vec<(usize, &Item)> = items.map(|item| (place(grouping, item, state), item)).collect();
    placed.sort_by_key(|(place, _)| *place);
    let mut rows = Vec::with_capacity(placed.len() + 40);
    for group in placed.chunk_by(|one, other| one.0 == other.0) {
        let heading = group.first().map(|(_, item)| heading(grouping, item, state)).unwrap_or_default();
        rows.push(Row::Heading(heading, group.len()));
        rows.extend(group.iter().map(|(_, item)| Row::Item(item.number)));
    }
    rows
}

fn place(grouping: Grouping, item: &Item, state: &State) -> usize {
    let last = usize::MAX;
    match grouping {
        Grouping::Number => 0,
        Grouping::Theme => {
            let first = item.themes.first();
            first.and_then(|first| state.review.themes.iter().position(|theme| *theme.id == **first)).unwrap_or(last)
        }
        Grouping::Official if item.needs_official() => 0,
        Grouping::Official => {
            let whose = item.whose();
            whose.and_then(|id| state.officials.iter().position(|official| official.id == *id)).map_or(last, |at| at + 1)
        }
        Grouping::Delegation => {
            let first = state.authors(item).first().copied();
            first.and_then(|code| state.review.delegations.iter().position(|one| one.code == code)).unwrap_or(last)
        }
    }
}

fn heading(grouping: Grouping, item: &Item, state: &State) -> String {
    match grouping {
        Grouping::Number => String::new(),
        Grouping::Theme => {
            let name = item.themes.first().and_then(|first| state.review.theme(first)).map(|theme| theme.name.clone());
            name.unwrap_or_else(|| "Without a theme".to_owned())
        }
        Grouping::Official if item.needs_official() => "Nobody has these".to_owned(),
        Grouping::Official => {
            let office = item.whose().and_then(|id| state.official(id)).map(|official| official.office.to_string());
            office.unwrap_or_else(|| "Not given to an official".to_owned())
        }
        Grouping::Delegation => {
            let first = state.authors(item).first().copied();
            first.map_or_else(|| "Of nobody yet".to_owned(), |code| state.review.name_of(code))
        }
    }
}
