//! What was asked, recommended, commented and commended, by theme, with the official and the answer.

use super::super::Telling;
use super::super::telling::word;
use super::markdown::{Document, plain};
use crate::dialogue::{Item, ItemStatus, Sort};

/// Every item under the first of its themes, in the order of the review; what has none comes last.
pub(super) fn by_theme(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "Items by theme");
    let items: Vec<&Item> = telling.state.items.iter().collect();
    if items.is_empty() {
        return document.paragraph("Nothing was logged.");
    }
    let themes = &telling.state.review.themes;
    let place = |item: &Item| item.themes.first().and_then(|theme| themes.iter().position(|known| *known.id == **theme));
    for (at, theme) in themes.iter().enumerate() {
        group(telling, document, &plain(&theme.name), items.iter().copied().filter(|item| place(item) == Some(at)));
    }
    group(telling, document, "Without a theme", items.iter().copied().filter(|item| place(item).is_none()));
}

fn group<'a>(telling: &Telling<'_>, document: &mut Document, name: &str, items: impl Iterator<Item = &'a Item>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        document.heading(3, name);
        items.for_each(|item| document.point(&format!("{} {}", said(telling, item), became(telling, item))));
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

/// Who said what when: `**4** Question of France, 09:12:31, turn 3: which law…`
fn said(telling: &Telling<'_>, item: &Item) -> String {
    let sort = match item.sort {
        Sort::Question => "Question",
        Sort::Recommendation => "Recommendation",
        Sort::Comment => "Comment",
        Sort::Commendation => "Commendation",
    };
    let authors = plain(&telling.state.review.names(&telling.state.authors(item)));
    let of = if authors.is_empty() { String::new() } else { format!(" of {authors}") };
    let turn = item.turn.map_or(String::new(), |turn| format!(", turn {turn}"));
    let others: Vec<String> = item.themes.iter().skip(1).map(|theme| theme_name(telling, theme)).collect();
    let others = if others.is_empty() { String::new() } else { format!(" (also: {})", others.join(", ")) };
    format!("**{}** {sort}{of}, {}{turn}: {}{others}", item.number, telling.at(item.at, "%H:%M:%S"), plain(&item.text))
}

fn theme_name(telling: &Telling<'_>, id: &str) -> String {
    plain(telling.state.review.theme(id).map_or(id, |theme| theme.name.as_str()))
}

/// What came of it: `– answered 09:40:02 by the Minister of Justice, turn 9`.
fn became(telling: &Telling<'_>, item: &Item) -> String {
    let office = |id: Option<&str>| plain(&telling.office(id));
    let by = item.answer.as_ref().and_then(|answer| answer.by.as_deref());
    let by_whom = by.map_or(String::new(), |by| format!(" by {}", office(Some(by))));
    let mut parts = Vec::new();
    match item.status {
        ItemStatus::Noted if item.needs_official() => parts.push("given to nobody".to_owned()),
        ItemStatus::Noted => {}
        ItemStatus::Assigned => parts.push(format!("waits for {}", office(item.lead.as_deref()))),
        ItemStatus::Answered => {
            let at = item.answer.as_ref().map_or(String::new(), |answer| format!(" {}", telling.at(answer.at, "%H:%M:%S")));
            let turn = item.answer.as_ref().and_then(|answer| answer.turn).map_or(String::new(), |turn| format!(", turn {turn}"));
            parts.push(format!("answered{at}{by_whom}{turn}"));
        }
        ItemStatus::Written => parts.push(format!("to be answered in writing{by_whom}")),
        ItemStatus::Declined => parts.push("not answered".to_owned()),
    }
    if !item.support.is_empty() && item.status != ItemStatus::Noted {
        parts.push(format!("with {}", item.support.iter().map(|id| office(Some(id))).collect::<Vec<_>>().join(", ")));
    }
    // What was said when it was handed on says nothing once it is answered or handed back.
    if let (Some(why), ItemStatus::Assigned | ItemStatus::Declined) = (&item.why, item.status) {
        parts.push(plain(why));
    }
    if item.sort == Sort::Recommendation {
        parts.push(word(&item.position));
    }
    if parts.is_empty() { String::new() } else { format!("– {}", parts.join("; ")) }
}
