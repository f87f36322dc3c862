//! The table of items: what was asked, recommended, commented and commended, and what became of it.

use std::io;

use super::Telling;
use super::cells::Table;
use super::telling::{joined, or_empty, text, word};
use crate::dialogue::{Item, ItemStatus, Sort};
use crate::review::{Code, Ms};

const HEADING: [&str; 22] = [
    "number",
    "sort",
    "delegations",
    "names",
    "also_asked_by",
    "turn",
    "at_ms",
    "at",
    "text",
    "themes",
    "lead",
    "lead_office",
    "support",
    "status",
    "answered_ms",
    "answered",
    "answered_turn",
    "answered_by",
    "position",
    "repeats",
    "why",
    "merged",
];

/// Writes every item, in order of number. `delegations` are all its authors, `also_asked_by` those of the items merged into it.
///
/// # Errors
/// The output cannot be written.
pub fn items(telling: &Telling<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let mut table = Table::new(out, HEADING)?;
    for item in telling.state.items.iter() {
        table.row(row(telling, item))?;
    }
    table.finish()
}

fn row(telling: &Telling<'_>, item: &Item) -> [String; 22] {
    let (state, authors) = (telling.state, telling.state.authors(item));
    let answer = item.answer.as_ref();
    let given = answer.filter(|_| item.status == ItemStatus::Answered);
    let local = |moment: Ms| telling.local(moment);
    let also: Vec<Code> = item.also.iter().flat_map(|other| state.authors(other).to_vec()).collect();
    [
        item.number.to_string(),
        word(&item.sort),
        joined(&*authors),
        telling.names(&authors),
        joined(also),
        or_empty(item.turn),
        item.at.0.to_string(),
        local(item.at),
        item.text.to_string(),
        joined(&*item.themes),
        text(item.lead.as_ref()),
        telling.office(item.lead.as_deref()),
        joined(&*item.support),
        word(&item.status),
        or_empty(given.map(|answer| answer.at.0)),
        or_empty(given.map(|answer| local(answer.at))),
        or_empty(given.and_then(|answer| answer.turn)),
        text(answer.and_then(|answer| answer.by.as_ref())),
        if item.sort == Sort::Recommendation { word(&item.position) } else { String::new() },
        text(item.repeats.as_ref()),
        text(item.why.as_ref()),
        joined(item.also.iter().map(|other| other.number)),
    ]
}
