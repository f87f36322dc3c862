//! What was asked, recommended, commented and commended, by theme, with the official and the answer.

use super::super::Telling;
use super::super::markdown::Document;
use super::super::said::{became, by_theme as grouped, said};
use crate::dialogue::{Item, ItemStatus};

/// Every item under the first of its themes, in the order of the review; what has none comes last.
pub(super) fn by_theme(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "Items by theme");
    let items: Vec<&Item> = telling.state.items.iter().collect();
    if items.is_empty() {
        return document.paragraph("Nothing was logged.");
    }
    for (theme, items) in grouped(telling, items) {
        document.heading(3, &theme);
        listed(telling, document, items);
    }
}

/// How much was asked and what became of it, as the screens count it; what waits for an answer still; and what is to come in writing.
pub(super) fn open(telling: &Telling<'_>, document: &mut Document) {
    let counts = telling.state.item_counts();
    document.heading(2, "What stayed open");
    document.paragraph(&format!(
        "Asked: {} = {} answered + {} in writing + {} not answered + {} open.",
        counts.asked(),
        counts.answered,
        counts.written,
        counts.declined,
        counts.outstanding()
    ));
    let [pending, supported, noted] = counts.positions;
    if pending + supported + noted > 0 {
        let all = pending + supported + noted;
        document.paragraph(&format!("Recommendations: {all} = {supported} supported + {noted} noted + {pending} pending."));
    }
    listed(telling, document, telling.state.items.iter().filter(|item| item.is_outstanding()).collect());
    let written: Vec<&Item> = telling.state.items.iter().filter(|item| item.status == ItemStatus::Written).collect();
    if !written.is_empty() {
        document.heading(2, "Promised in writing");
        listed(telling, document, written);
    }
}

fn listed(telling: &Telling<'_>, document: &mut Document, items: Vec<&Item>) {
    items.into_iter().for_each(|item| document.point(&format!("{} {}", said(telling, item), became(telling, item))));
}
