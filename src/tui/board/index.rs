//! The words by which an item is found: made once, and again only when the item has changed.

use std::sync::Arc;

use super::{Grouping, Sorting};
use crate::dialogue::{Item, ItemStatus, Position, Sort, State};
use crate::review::Code;
use crate::review::names::fold;

/// An item, and its words as they are looked for.
#[derive(Debug, Clone)]
pub(super) struct Indexed {
    pub item: Item,
    pub authors: Arc<[Code]>,
    /// Folded, each after a blank; themes after `#`, officials after `@`.
    words: String,
}

/// Takes over what has changed: the items of the state, in order of number, are those of the index afterwards.
pub(super) fn bring_up_to_date(index: &mut Vec<Indexed>, state: &State) {
    let mut at = 0;
    for item in state.items.iter() {
        let gone = index.iter().skip(at).take_while(|known| known.item.number < item.number).count();
        if gone > 0 {
            index.drain(at..at + gone);
        }
        let authors = state.authors(item);
        let anew = |authors: Arc<[Code]>| Indexed { item: item.clone(), words: words(item, &authors, state), authors };
        match index.get_mut(at).filter(|known| known.item.number == item.number) {
            Some(known) if known.item == *item && known.authors == authors => {}
            Some(known) => *known = anew(authors),
            None => index.insert(at, anew(authors)),
        }
        at += 1;
    }
    index.truncate(at);
}

fn words(item: &Item, authors: &[Code], state: &State) -> String {
    let mut words = format!(" {} {} {} {} {}", item.number, sign(item.sort), sort(item.sort), status(item), position(item));
    let mut add = |mark: &str, text: &str| {
        for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
            words.push(' ');
            words.push_str(mark);
            words.push_str(word);
        }
    };
    add("", &item.text);
    for code in authors {
        let delegation = state.review.delegation(*code);
        add("", code.as_str());
        delegation.into_iter().for_each(|delegation| add("", &delegation.short));
    }
    for id in item.themes.iter() {
        let name = state.review.theme(id).map_or("", |theme| &theme.name);
        add("#", id);
        add("", name);
    }
    for id in item.whose().into_iter().chain(&item.lead).chain(item.support.iter()) {
        let official = state.official(id);
        add("@", id);
        official.and_then(|official| official.key).into_iter().for_each(|key| add("@", &key.to_string()));
        official.into_iter().for_each(|official| add("", &official.office));
    }
    words
}

fn sign(sort: Sort) -> char {
    crate::tui::input::sign(sort)
}

fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "question",
        Sort::Recommendation => "recommendation",
        Sort::Commendation => "commendation",
        Sort::Comment => "comment",
    }
}

/// The words for how far an item is, as the board has them: of what nobody has been given `unassigned`, of what waits `open`.
fn status(item: &Item) -> &'static str {
    match item.status {
        ItemStatus::Noted if item.needs_official() => "unassigned open",
        ItemStatus::Noted => "",
        ItemStatus::Assigned => "assigned open",
        ItemStatus::Answered => "answered",
        ItemStatus::Written => "writing written",
        ItemStatus::Declined => "declined",
    }
}

fn position(item: &Item) -> &'static str {
    match item.position {
        _ if item.sort != Sort::Recommendation => "",
        Position::Pending => "pending",
        Position::Supported => "supported",
        Position::Noted => "noted",
    }
}

/// What a filter asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Each with the blank before it, so that it is found at the beginning of a word.
    words: Vec<String>,
    /// `by:theme`
    pub grouping: Option<Grouping>,
    /// `sort:oldest`
    pub sorting: Option<Sorting>,
}

impl Wanted {
    /// Reads a filter as typed.
    pub fn read(filter: &str) -> Wanted {
        let mut wanted = Wanted::default();
        for word in filter.split_whitespace() {
            match word.split_once(':') {
                Some(("by", by)) => wanted.grouping = Grouping::named(by).or(wanted.grouping),
                Some(("sort", by)) => wanted.sorting = Sorting::named(by).or(wanted.sorting),
                _ => wanted.words.extend(looked_for(word)),
            }
        }
        wanted
    }

    /// Whether everything that fits this fits the other too.
    pub fn narrows(&self, other: &Wanted) -> bool {
        other.words.iter().all(|word| self.words.iter().any(|longer| longer.starts_with(word.as_str())))
    }

    /// Whether an item has all the words.
    pub fn fits(&self, indexed: &Indexed) -> bool {
        self.words.iter().all(|word| indexed.words.contains(word.as_str()))
    }
}

/// A word of a filter as the index has it; one with a hyphen is several.
fn looked_for(word: &str) -> Vec<String> {
    let mark = word.get(..1).filter(|mark| matches!(*mark, "#" | "@")).unwrap_or_default();
    let letters = fold(word.get(mark.len()..).unwrap_or_default());
    match (letters.is_empty(), word) {
        (true, "?" | "!" | "+" | ".") => vec![format!(" {word} ")],
        (true, _) => Vec::new(),
        (false, _) => letters.split(' ').map(|letters| format!(" {mark}{letters}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_words_and_what_to_group_by() {
        let wanted = Wanted::read("  FRA #tor ! by:off ill-treat");
        assert_eq!(wanted.words, [" fra", " #tor", " ! ", " ill", " treat"]);
        assert_eq!(wanted.grouping, Some(Grouping::Official));
    }

    #[test]
    fn a_longer_filter_narrows_and_another_does_not() {
        let narrows = |longer: &str, shorter: &str| Wanted::read(longer).narrows(&Wanted::read(shorter));
        assert!(narrows("torture", "tor") && narrows("tor fra", "tor") && narrows("tor", ""));
        assert!(!narrows("tor", "torture") && !narrows("fra", "tor") && !narrows("", "x"));
    }
}
