//! The answer sheets to hand over: what each official has to answer, has promised in writing, has answered and has handed on, and what
//! nobody has been given. Every sum is that of the screens.

mod handed;

use std::io;

use self::handed::{HandedOn, handed_on};
use super::markdown::{Document, plain};
use super::said::{by_theme, repeats, said};
use super::telling::{minutes, word};
use super::{Telling, front};
use crate::dialogue::{Item, ItemCounts, ItemStatus, Sort, Speaking, Text};

/// Writes the sheets of all officials and what nobody has been given, or one official's only.
///
/// # Errors
/// The output cannot be written.
pub fn sheets(telling: &Telling<'_>, only: Option<&str>, out: &mut impl io::Write) -> io::Result<()> {
    let mut document = Document::default();
    let title = plain(&telling.state.review.title);
    document.heading(1, &if only.is_some() { format!("Answer sheet: {title}") } else { format!("Answer sheets: {title}") });
    front::meeting(telling, &mut document);
    let counts = telling.state.counts_by_official();
    if only.is_none() {
        sums(telling, &counts, &mut document);
    }
    let handed = handed_on(telling);
    for (official, counts) in counts.iter().filter_map(|(official, counts)| Some(((*official)?, counts))) {
        if only.is_none_or(|only| *official.id == *only) {
            sheet(telling, official, counts, &handed, &mut document);
        }
    }
    if only.is_none() {
        nobody(telling, &mut document);
    }
    front::proof(telling, &mut document);
    out.write_all(document.finish().as_bytes())
}

/// All officials in one table; the last row is that of all items.
fn sums(telling: &Telling<'_>, counts: &[(Option<&Speaking>, ItemCounts)], document: &mut Document) {
    document.heading(2, "All officials");
    let row = |whose: String, counts: &ItemCounts, spoken: String| {
        let [open, answered, written, declined, asked] =
            [counts.outstanding(), counts.answered, counts.written, counts.declined, counts.asked()].map(|count| count.to_string());
        [whose, open, written, answered, declined, asked, spoken]
    };
    let mut rows: Vec<[String; 7]> = Vec::new();
    for (official, counts) in counts {
        let spoken = official.map_or(String::new(), |official| minutes(telling.state.load(&official.id, telling.now).spoken));
        rows.push(row(official.map_or("Nobody".to_owned(), |official| plain(&official.office)), counts, spoken));
    }
    rows.push(row("All".to_owned(), &telling.state.item_counts(), String::new()));
    document.table(["Official", "Open", "In writing", "Answered", "Not answered", "Asked", "Spoke"], &rows, "");
}

fn sheet(telling: &Telling<'_>, official: &Speaking, counts: &ItemCounts, handed: &[HandedOn], document: &mut Document) {
    let id = &official.id;
    document.heading(2, &named(telling, official));
    let spoken = minutes(telling.state.load(id, telling.now).spoken);
    let ItemCounts { open, written, answered, declined, .. } = counts;
    document.paragraph(&format!(
        "{open} open, {written} in writing, {answered} answered, {declined} not answered: {} asked. Spoke {spoken}.",
        counts.asked()
    ));
    let theirs = |status| whose(telling, Some(id), move |item| item.status == status);
    under_themes(telling, document, "Open", theirs(ItemStatus::Assigned));
    let adds = telling.state.to_answer(id).into_iter().filter(|item| item.lead.as_ref() != Some(id)).collect();
    under_themes(telling, document, "Adds to the answer of another", adds);
    listed(telling, document, "Promised in writing", theirs(ItemStatus::Written));
    listed(telling, document, "Answered", theirs(ItemStatus::Answered));
    listed(telling, document, "Not to be answered", theirs(ItemStatus::Declined));
    let gone = handed.iter().filter(|one| one.from == *id);
    let gone: Vec<String> = gone.filter_map(|one| Some(went(telling, telling.state.item(one.item)?, one))).collect();
    if !gone.is_empty() {
        document.heading(3, "Handed on");
        gone.iter().for_each(|point| document.point(point));
    }
}

/// `Minister of Justice: Yerlan Sarsembayev, head of delegation`
fn named(telling: &Telling<'_>, official: &Speaking) -> String {
    let name = telling.state.review.official(&official.id).and_then(|official| official.name.as_deref()).map(plain);
    let parts: Vec<String> = name.into_iter().chain(official.head.then(|| "head of delegation".to_owned())).collect();
    let office = plain(&official.office);
    if parts.is_empty() { office } else { format!("{office} ({})", parts.join(", ")) }
}

/// What nobody has been given, and what was answered without anybody's name.
fn nobody(telling: &Telling<'_>, document: &mut Document) {
    document.heading(2, "Given to nobody");
    let open = whose(telling, None, |item| item.is_outstanding());
    if open.is_empty() {
        document.paragraph("Nothing waits for an official.");
    }
    under_themes(telling, document, "Open", open);
    let rest = whose(telling, None, |item| item.is_asked() && !item.is_outstanding());
    listed(telling, document, "Done with", rest);
}

/// The items that count for an official: whoever answered, else the lead; of those that are nobody's, without one.
fn whose<'a>(telling: &Telling<'a>, official: Option<&Text>, fits: impl Fn(&Item) -> bool) -> Vec<&'a Item> {
    let state = telling.state;
    let of = |item: &'a Item| {
        let by = item.answer.as_ref().and_then(|answer| answer.by.as_ref()).or(item.lead.as_ref());
        by.filter(|id| state.official(id).is_some())
    };
    state.items.iter().filter(|item| of(item) == official && fits(item)).collect()
}

fn under_themes(telling: &Telling<'_>, document: &mut Document, heading: &str, items: Vec<&Item>) {
    if !items.is_empty() {
        document.heading(3, heading);
    }
    for (theme, items) in by_theme(telling, items) {
        document.heading(4, &theme);
        items.into_iter().for_each(|item| document.point(&point(telling, item)));
    }
}

fn listed(telling: &Telling<'_>, document: &mut Document, heading: &str, items: Vec<&Item>) {
    if !items.is_empty() {
        document.heading(3, heading);
        items.into_iter().for_each(|item| document.point(&point(telling, item)));
    }
}

/// An item as it was said, with all that whoever answers must know: who asked it too, what it repeats, who adds to the answer, why it
/// was handed on, and when it was answered.
fn point(telling: &Telling<'_>, item: &Item) -> String {
    let first = Item { also: Default::default(), ..item.clone() };
    let mut notes: Vec<String> = item.also.iter().map(|also| format!("also asked by {}", asked_by(telling, also))).collect();
    notes.extend(repeats(telling, item));
    if let (Some(lead), false) = (&item.lead, item.support.is_empty()) {
        let support: Vec<String> = item.support.iter().map(|id| plain(&telling.office(Some(id)))).collect();
        notes.push(format!("{} with {}", plain(&telling.office(Some(lead))), support.join(", ")));
    }
    if let Some(answer) = item.answer.as_ref().filter(|_| matches!(item.status, ItemStatus::Answered | ItemStatus::Written)) {
        let turn = answer.turn.map_or(String::new(), |turn| format!(" in turn {turn}"));
        let does = if item.status == ItemStatus::Answered { "answered" } else { "promised" };
        notes.push(format!("{does} {}{turn}", telling.at(answer.at, "%H:%M:%S")));
    }
    match (&item.why, item.status) {
        (Some(why), ItemStatus::Assigned) => notes.push(format!("handed on: {}", plain(why))),
        (Some(why), ItemStatus::Declined) => notes.push(plain(why)),
        _ => {}
    }
    if item.sort == Sort::Recommendation {
        notes.push(word(&item.position));
    }
    let said = said(telling, &first);
    if notes.is_empty() { said } else { format!("{said} – {}", notes.join("; ")) }
}

/// `Brazil (40, turn 22)`
fn asked_by(telling: &Telling<'_>, also: &Item) -> String {
    let names = plain(&telling.state.review.names(&telling.state.authors(also)));
    let turn = also.turn.map_or(String::new(), |turn| format!(", turn {turn}"));
    format!("{} ({}{turn})", if names.is_empty() { "a speaker not known".to_owned() } else { names }, also.number)
}

/// `**7** Which law… – to the Ministry of Internal Affairs: it is theirs`
fn went(telling: &Telling<'_>, item: &Item, handed: &HandedOn) -> String {
    let to = item.lead.as_ref().map_or("back to nobody".to_owned(), |lead| format!("to {}", plain(&telling.office(Some(lead)))));
    let why = handed.why.as_ref().map_or(String::new(), |why| format!(": {}", plain(why)));
    format!("{} – {to}{why}", said(telling, item))
}
