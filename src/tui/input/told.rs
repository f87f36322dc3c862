//! What is told of one item, with the records that it went through, and of one official: now, or at a moment that is looked at.

use std::sync::Arc;

use super::eye::{in_brief, official_name, sign};
use crate::dialogue::{Event, Item, ItemNo, ItemStatus, Record, Sort, State, Text, Turn};
use crate::language;
use crate::review::{Code, Ms};
use crate::tui::log::Fates;
use crate::tui::scene::WallTime;
use crate::tui::ui::SheetRow;
use crate::tui::widgets::times;

/// What a sheet is made from: the present, or a moment that is looked at.
#[derive(Clone, Copy)]
pub(in crate::tui) struct Told<'a> {
    /// What was true.
    pub state: &'a State,
    /// All records that there were, oldest first.
    pub records: &'a [Arc<Record>],
    /// When.
    pub now: Ms,
    /// Makes times of day out of moments.
    pub wall: &'a dyn Fn(Ms) -> WallTime,
}

impl Told<'_> {
    fn official_name(&self, id: &str) -> String {
        official_name(id, self.state)
    }

    fn turn_name(&self, turn: &Turn) -> String {
        in_brief(&turn.delegations, self.state)
    }
}

/// A label and what there is to know.
pub(super) fn fact(label: &str, text: impl Into<String>) -> SheetRow {
    SheetRow::Fact(label.to_owned(), text.into())
}

/// All of an item.
pub(super) fn of_item(item: &Item, told: &Told<'_>) -> Vec<SheetRow> {
    let state = told.state;
    let mut rows = vec![fact(sort_name(item.sort), &*item.text)];
    rows.push(fact("made by", named(&state.own_authors(item), told)));
    let also = state.also_asked_by(item);
    if !also.is_empty() {
        rows.push(fact("also asked by", named(&also, told)));
    }
    rows.push(fact("said", said(item, told)));
    let themes: Vec<&str> = item.themes.iter().map(|id| state.review.theme(id).map_or(&**id, |theme| &theme.name)).collect();
    if !themes.is_empty() {
        rows.push(fact("themes", themes.join(", ")));
    }
    if let Some(lead) = &item.lead {
        let support: Vec<String> = item.support.iter().map(|id| told.official_name(id)).collect();
        let with = if support.is_empty() { String::new() } else { format!(", with {}", support.join(", ")) };
        rows.push(fact("given to", told.official_name(lead) + &with));
    }
    rows.push(fact("status", status(item, told)));
    rows.extend(item.why.iter().map(|why| fact("because", &**why)));
    if item.sort == Sort::Recommendation {
        rows.push(fact("position", language::position_name(item.position)));
    }
    rows.extend(item.repeats.iter().map(|number| fact("repeats", repeated(number, told))));
    if !item.also.is_empty() {
        rows.push(SheetRow::Heading("Merged into it, as it was then".to_owned()));
        rows.extend(merged(item, told));
    }
    rows.push(SheetRow::Heading("History".to_owned()));
    rows.extend(history(item, told));
    rows
}

fn named(authors: &[Code], told: &Told<'_>) -> String {
    if authors.is_empty() { "not known yet".to_owned() } else { told.state.review.names(authors) }
}

/// What was merged into it, as it was then: whose, what it said, who had it and what had become of it.
fn merged(item: &Item, told: &Told<'_>) -> Vec<SheetRow> {
    let one = |also: &Item| {
        let authors = told.state.own_authors(also);
        let lead = also.lead.as_ref().map(|lead| format!(" → {}", told.official_name(lead))).unwrap_or_default();
        let done =
            if also.answer.is_some() || also.status == ItemStatus::Declined { format!(", {}", status(also, told)) } else { String::new() };
        let said = said(also, told);
        fact(&also.number.to_string(), format!("{}: {} ({said}){lead}{done}", named(&authors, told), also.text))
    };
    item.also.iter().map(one).collect()
}

fn said(item: &Item, told: &Told<'_>) -> String {
    let at = times::to_the_second((told.wall)(item.at));
    match item.turn.and_then(|turn| told.state.turn(turn)) {
        Some(turn) => format!("{at}, turn {}: {}", turn.number, told.turn_name(turn)),
        None => format!("{at}, {}", language::outside_turns(item, told.state)),
    }
}

fn status(item: &Item, told: &Told<'_>) -> String {
    let word = match item.status {
        ItemStatus::Noted if item.needs_official() => "to be given to an official",
        ItemStatus::Noted => "noted",
        ItemStatus::Assigned => "to be answered",
        ItemStatus::Answered => "answered",
        ItemStatus::Written => "to be answered in writing",
        ItemStatus::Declined => "will not be answered",
    };
    let Some(answer) = &item.answer else { return word.to_owned() };
    let by = answer.by.as_ref().map(|by| format!(" by {}", told.official_name(by))).unwrap_or_default();
    let turn = answer.turn.map(|turn| format!(", turn {turn}")).unwrap_or_default();
    format!("{word}{by}, {}{turn}", times::to_the_second((told.wall)(answer.at)))
}

fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "question",
        Sort::Recommendation => "recommends",
        Sort::Commendation => "commends",
        Sort::Comment => "comments",
    }
}

fn repeated(number: &Text, told: &Told<'_>) -> String {
    let review = &told.state.review;
    match review.earlier.iter().find(|earlier| *earlier.number == **number) {
        Some(earlier) => format!("{number} ({}): {}", review.names(&earlier.delegations), earlier.text),
        None => number.to_string(),
    }
}

/// The records that the item went through, oldest first: when, by whom, what.
fn history(item: &Item, told: &Told<'_>) -> Vec<SheetRow> {
    let also: Vec<ItemNo> = std::iter::once(item.number).chain(item.also.iter().map(|also| also.number)).collect();
    let concerns = |record: &Record| record.events.iter().any(|event| named_in(event).iter().any(|number| also.contains(number)));
    let fates = Fates::of_all(told.records);
    let row = |record: &Record| {
        let taken_back = if fates.undone_by(record.seq).is_some() { " (taken back)" } else { "" };
        let at = times::to_the_second((told.wall)(record.at));
        fact(&at, format!("{}: {}{taken_back}", record.seat, language::describe(record, told.state)))
    };
    told.records.iter().filter(|record| concerns(record)).map(|record| row(record)).collect()
}

/// The items that a fact is about.
pub(super) fn named_in(event: &Event) -> Vec<ItemNo> {
    match event {
        Event::Logged(logging) => vec![logging.item],
        Event::AskedBefore(loggings) => loggings.iter().map(|logging| logging.item).collect(),
        Event::Split { from, item, .. } => vec![*from, *item],
        Event::Merged { items, into } => items.iter().chain([into]).copied().collect(),
        Event::Edited(editing) => vec![editing.item],
        Event::Dropped(item) => vec![*item],
        Event::Assigned { items, .. }
        | Event::Unassigned(items)
        | Event::Answered { items, .. }
        | Event::PromisedInWriting { items, .. }
        | Event::Declined { items, .. }
        | Event::Positioned { items, .. }
        | Event::Reopened(items) => items.clone(),
        _ => Vec::new(),
    }
}

/// What the official has to answer, by theme; what they support; and what is done with.
pub(super) fn of_official(id: &Text, told: &Told<'_>) -> Vec<SheetRow> {
    let state = told.state;
    let load = state.load(id, told.now);
    let spoken = times::count_up(load.spoken);
    let mut rows =
        vec![fact("so far", format!("{} open, {} answered, {} in writing, {spoken} spoken", load.open, load.answered, load.written))];
    let open = state.to_answer(id);
    for group in open.chunk_by(|one, other| one.themes.first() == other.themes.first()) {
        let theme = group.first().and_then(|item| item.themes.first()).and_then(|theme| state.review.theme(theme));
        rows.push(SheetRow::Heading(theme.map_or("Without a theme", |theme| &theme.name).to_owned()));
        rows.extend(group.iter().map(|item| asked(item, id, told)));
    }
    for (heading, status) in [("Answered", ItemStatus::Answered), ("In writing", ItemStatus::Written), ("Declined", ItemStatus::Declined)] {
        let theirs = |item: &&Item| item.status == status && item.whose() == Some(id);
        let mut done = state.items.iter().filter(theirs).peekable();
        if done.peek().is_some() {
            rows.push(SheetRow::Heading(heading.to_owned()));
            rows.extend(done.map(|item| asked(item, id, told)));
        }
    }
    rows
}

fn asked(item: &Item, id: &Text, told: &Told<'_>) -> SheetRow {
    let adds = item.lead.as_ref().filter(|lead| *lead != id).map(|lead| format!(" (adds to {})", told.official_name(lead)));
    let authors: Vec<String> = told.state.authors(item).iter().map(ToString::to_string).collect();
    let text = format!("{} {} {}{}", sign(item.sort), authors.join(", "), item.text, adds.unwrap_or_default());
    fact(&item.number.to_string(), text)
}
