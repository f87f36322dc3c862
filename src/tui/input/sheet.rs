//! All of an item, with the records that it went through; and all that an official has. Kept up to date while it is looked at.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::{Eye, sign};
use super::screen;
use super::step::Step;
use crate::dialogue::{Event, Item, ItemNo, ItemStatus, Position, Record, Sort, Text};
use crate::language;
use crate::review::Code;
use crate::tui::keymap::Deed;
use crate::tui::ui::{About, Overlay, Sheet, SheetRow};
use crate::tui::widgets::times;

/// So many rows are passed with one page.
const PAGE: usize = 10;

impl Desk {
    pub(super) fn show_sheet(&mut self, about: About, eye: &Eye<'_>) {
        self.ui.overlay = sheet(about, eye).map(Overlay::Sheet);
    }

    /// Says why an order was refused: over the line where that is more than one thing, each on its own row.
    pub(super) fn refuse_for(&mut self, sentence: &str, eye: &Eye<'_>) {
        if sentence.contains('\n') {
            self.under.extend(self.ui.overlay.take());
            self.show_sheet(About::Refused(sentence.into()), eye);
        }
        self.refuse(first_of(sentence));
    }

    /// What has changed since is taken in; a sheet of what is no longer there closes.
    pub(super) fn renew_sheet(&mut self, eye: &Eye<'_>) {
        if let Some(Overlay::Sheet(old)) = self.ui.overlay.take() {
            let scrolled = old.scrolled;
            self.ui.overlay =
                sheet(old.about, eye).map(|new| Overlay::Sheet(Sheet { scrolled: scrolled.min(new.rows.len().saturating_sub(1)), ..new }));
        }
    }

    /// A key over a sheet: it scrolls or closes it, or does what it does everywhere, and the sheet stays.
    pub(super) fn sheet_key(&mut self, mut sheet: Sheet, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
        let last = sheet.rows.len().saturating_sub(1);
        match (key.code, self.keymap.deed(key)) {
            (KeyCode::Esc | KeyCode::Enter, _) => {
                self.uncover();
                if let About::Refused(sentence) = &sheet.about {
                    self.refuse(first_of(sentence));
                }
                return Step::None;
            }
            (KeyCode::PageDown, _) => sheet.scrolled = (sheet.scrolled + PAGE).min(last),
            (KeyCode::PageUp, _) => sheet.scrolled = sheet.scrolled.saturating_sub(PAGE),
            (_, Some(Deed::Down)) => sheet.scrolled = (sheet.scrolled + 1).min(last),
            (_, Some(Deed::Up)) => sheet.scrolled = sheet.scrolled.saturating_sub(1),
            // What was refused lies over the line in which it is put right.
            _ if matches!(sheet.about, About::Refused(_)) => {
                self.uncover();
                return self.key_once(key, eye);
            }
            // It lies over what these show, and the screen under it is asked for as much as any other.
            (_, Some(deed)) if screen::opens(deed) == Some(self.ui.screen) => return Step::None,
            _ => {
                self.ui.overlay = Some(Overlay::Sheet(sheet));
                return self.free_key(key, eye);
            }
        }
        self.ui.overlay = Some(Overlay::Sheet(sheet));
        Step::None
    }
}

fn sheet(about: About, eye: &Eye<'_>) -> Option<Sheet> {
    let (title, rows) = match &about {
        About::Item(number) => {
            let item = eye.state().item(*number)?;
            (format!("Item {number}"), of_item(item, eye))
        }
        About::Official(id) => {
            let official = eye.state().official(id)?;
            (official.office.to_string(), of_official(id, eye))
        }
        About::Refused(sentence) => {
            let (what, each) = sentence.split_once('\n').unwrap_or((sentence, ""));
            ("Refused".to_owned(), std::iter::once(fact("", what)).chain(each.lines().map(reason)).collect())
        }
    };
    Some(Sheet { about, title, rows, scrolled: 0 })
}

/// The first of several reasons, and how many more there are.
fn first_of(sentence: &str) -> String {
    let mut reasons = sentence.lines().skip(1);
    match (reasons.next(), reasons.count()) {
        (None, _) => sentence.to_owned(),
        (Some(first), 0) => first.to_owned(),
        (Some(first), more) => format!("{first} ({more} more; Enter shows all of them again)"),
    }
}

/// `line 4: no delegation is called that`, the place beside what is wrong there.
fn reason(line: &str) -> SheetRow {
    let (place, what) = line.split_once(": ").unwrap_or(("", line));
    fact(place, what)
}

fn fact(label: &str, text: impl Into<String>) -> SheetRow {
    SheetRow::Fact(label.to_owned(), text.into())
}

fn of_item(item: &Item, eye: &Eye<'_>) -> Vec<SheetRow> {
    let state = eye.state();
    let mut rows = vec![fact(sort_name(item.sort), &*item.text)];
    rows.push(fact("made by", named(&state.own_authors(item), eye)));
    let also = state.also_asked_by(item);
    if !also.is_empty() {
        rows.push(fact("also asked by", named(&also, eye)));
    }
    rows.push(fact("said", said(item, eye)));
    let themes: Vec<&str> = item.themes.iter().map(|id| state.review.theme(id).map_or(&**id, |theme| &theme.name)).collect();
    if !themes.is_empty() {
        rows.push(fact("themes", themes.join(", ")));
    }
    if let Some(lead) = &item.lead {
        let support: Vec<String> = item.support.iter().map(|id| eye.official_name(id)).collect();
        let with = if support.is_empty() { String::new() } else { format!(", with {}", support.join(", ")) };
        rows.push(fact("given to", eye.official_name(lead) + &with));
    }
    rows.push(fact("status", status(item, eye)));
    rows.extend(item.why.iter().map(|why| fact("because", &**why)));
    if item.sort == Sort::Recommendation {
        rows.push(fact("position", position_name(item.position)));
    }
    rows.extend(item.repeats.iter().map(|number| fact("repeats", repeated(number, eye))));
    if !item.also.is_empty() {
        rows.push(SheetRow::Heading("Merged into it, as it was then".to_owned()));
        rows.extend(merged(item, eye));
    }
    rows.push(SheetRow::Heading("History".to_owned()));
    rows.extend(history(item, eye));
    rows
}

fn named(authors: &[Code], eye: &Eye<'_>) -> String {
    if authors.is_empty() { "not known yet".to_owned() } else { eye.state().review.names(authors) }
}

/// What was merged into it, as it was then: whose, what it said, who had it and what had become of it.
fn merged(item: &Item, eye: &Eye<'_>) -> Vec<SheetRow> {
    let one = |also: &Item| {
        let authors = eye.state().own_authors(also);
        let lead = also.lead.as_ref().map(|lead| format!(" → {}", eye.official_name(lead))).unwrap_or_default();
        let done =
            if also.answer.is_some() || also.status == ItemStatus::Declined { format!(", {}", status(also, eye)) } else { String::new() };
        let said = said(also, eye);
        fact(&also.number.to_string(), format!("{}: {} ({said}){lead}{done}", named(&authors, eye), also.text))
    };
    item.also.iter().map(one).collect()
}

fn said(item: &Item, eye: &Eye<'_>) -> String {
    let at = times::to_the_second((eye.wall)(item.at));
    match item.turn.and_then(|turn| eye.state().turn(turn)) {
        Some(turn) => format!("{at}, turn {}: {}", turn.number, eye.turn_name(turn)),
        None => format!("{at}, {}", language::outside_turns(item, eye.state())),
    }
}

fn status(item: &Item, eye: &Eye<'_>) -> String {
    let word = match item.status {
        ItemStatus::Noted if item.needs_official() => "to be given to an official",
        ItemStatus::Noted => "noted",
        ItemStatus::Assigned => "to be answered",
        ItemStatus::Answered => "answered",
        ItemStatus::Written => "to be answered in writing",
        ItemStatus::Declined => "will not be answered",
    };
    let Some(answer) = &item.answer else { return word.to_owned() };
    let by = answer.by.as_ref().map(|by| format!(" by {}", eye.official_name(by))).unwrap_or_default();
    let turn = answer.turn.map(|turn| format!(", turn {turn}")).unwrap_or_default();
    format!("{word}{by}, {}{turn}", times::to_the_second((eye.wall)(answer.at)))
}

/// What the State under review says, as a word.
pub fn position_name(position: Position) -> &'static str {
    match position {
        Position::Pending => "pending",
        Position::Supported => "supported",
        Position::Noted => "noted",
    }
}

fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "question",
        Sort::Recommendation => "recommends",
        Sort::Commendation => "commends",
        Sort::Comment => "comments",
    }
}

fn repeated(number: &Text, eye: &Eye<'_>) -> String {
    let review = &eye.state().review;
    match review.earlier.iter().find(|earlier| *earlier.number == **number) {
        Some(earlier) => format!("{number} ({}): {}", review.names(&earlier.delegations), earlier.text),
        None => number.to_string(),
    }
}

/// The records that the item went through, oldest first: when, by whom, what.
fn history(item: &Item, eye: &Eye<'_>) -> Vec<SheetRow> {
    let also: Vec<ItemNo> = std::iter::once(item.number).chain(item.also.iter().map(|also| also.number)).collect();
    let concerns = |record: &Record| record.events.iter().any(|event| named_in(event).iter().any(|number| also.contains(number)));
    let row = |record: &Record| {
        let undone = eye.dialogue.slots().iter().find(|slot| slot.seq == record.seq).is_some_and(|slot| slot.undone);
        let taken_back = if undone { " (taken back)" } else { "" };
        let at = times::to_the_second((eye.wall)(record.at));
        fact(&at, format!("{}: {}{taken_back}", record.seat, language::describe(record, eye.state())))
    };
    eye.dialogue.records().iter().filter(|record| concerns(record)).map(|record| row(record)).collect()
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
fn of_official(id: &Text, eye: &Eye<'_>) -> Vec<SheetRow> {
    let state = eye.state();
    let load = state.load(id, eye.now);
    let spoken = times::count_up(load.spoken);
    let mut rows =
        vec![fact("so far", format!("{} open, {} answered, {} in writing, {spoken} spoken", load.open, load.answered, load.written))];
    let open = state.to_answer(id);
    for group in open.chunk_by(|one, other| one.themes.first() == other.themes.first()) {
        let theme = group.first().and_then(|item| item.themes.first()).and_then(|theme| state.review.theme(theme));
        rows.push(SheetRow::Heading(theme.map_or("Without a theme", |theme| &theme.name).to_owned()));
        rows.extend(group.iter().map(|item| asked(item, id, eye)));
    }
    for (heading, status) in [("Answered", ItemStatus::Answered), ("In writing", ItemStatus::Written), ("Declined", ItemStatus::Declined)] {
        let theirs = |item: &&Item| item.status == status && item.whose() == Some(id);
        let mut done = state.items.iter().filter(theirs).peekable();
        if done.peek().is_some() {
            rows.push(SheetRow::Heading(heading.to_owned()));
            rows.extend(done.map(|item| asked(item, id, eye)));
        }
    }
    rows
}

fn asked(item: &Item, id: &Text, eye: &Eye<'_>) -> SheetRow {
    let adds = item.lead.as_ref().filter(|lead| *lead != id).map(|lead| format!(" (adds to {})", eye.official_name(lead)));
    let authors: Vec<String> = eye.state().authors(item).iter().map(ToString::to_string).collect();
    let text = format!("{} {} {}{}", sign(item.sort), authors.join(", "), item.text, adds.unwrap_or_default());
    fact(&item.number.to_string(), text)
}
