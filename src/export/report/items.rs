//! What was asked, recommended, commented and commended, by theme, with the official and the answer.

use super::super::Telling;
use super::super::markdown::Document;
use super::super::said::{became, by_theme as grouped, said};
use crate::dialogue::Item;

/// Every item under the first of its themes, in the order of the review; what has none comes last.
pub(super) fn by_theme(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "Items by theme");
    let items: Vec<&Item> = telling.state.items.iter().collect();
    if items.is_empty() {
        return document.paragraph("Nothing was logged.");
    }
    for (theme, items) in grouped(telling, items) {
        document.heading(3, &theme);
        items.into_iter().for_each(|item| document.point(&format!("{} {}", said(telling, item), became(telling, item))));
    }
}

/// What waits for an answer still.
pub(super) fn open(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "What stayed open");
    let mut open = telling.state.items.iter().filter(|item| item.is_outstanding()).peekable();
    if open.peek().is_none() {
        document.paragraph("Nothing.");
    }
    open.for_each(|item| document.point(&format!("{} {}", said(telling, item), became(telling, item))));
}
