//! What was asked, recommended, commended and commented: newest first, with who is to answer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::window;
use crate::dialogue::{Item, ItemStatus};
use crate::tui::ui::Focus;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, choose, columns_of};

/// Number, author and sign, and the air after each.
const LEAD_IN: u16 = 12;

/// How much of an item a panel of some width shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// One row: the official by handle.
    Narrow,
    /// The words, and under them who answers, the theme and how far it is.
    TwoRows,
    /// All of it in one row.
    Wide,
}

impl Form {
    fn of(width: u16) -> Form {
        match width {
            0..52 => Form::Narrow,
            52..104 => Form::TwoRows,
            _ => Form::Wide,
        }
    }

    fn rows(self) -> u16 {
        if self == Form::TwoRows { 2 } else { 1 }
    }
}

/// Draws the panel.
pub fn items(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let form = Form::of(area.width);
    let inside = frame(view, buf, area, edge, form);
    if view.counts.all == 0 {
        Strip::new(buf, inside, 0).put(" nothing logged yet", theme.dim);
        return;
    }
    let target = view.target();
    let places = inside.height / form.rows();
    let selected = view.scene.ui.item.and_then(|item| view.state.items.iter().rev().position(|other| other.number == item));
    let from = window(usize::from(places), selected);
    for (at, item) in (0..places).zip(view.state.items.iter().rev().skip(from)) {
        let place = Rect { y: inside.y + at * form.rows(), height: form.rows(), ..inside };
        let is_target = target == Some(item.number);
        match form {
            Form::Narrow => narrow(view, buf, place, item, is_target),
            Form::TwoRows => two_rows(view, buf, place, item, is_target),
            Form::Wide => wide(view, buf, place, item, is_target),
        }
        if view.scene.ui.item == Some(item.number) {
            choose(buf, place, theme.selected);
        }
    }
}

/// The edge, with the counts in it.
fn frame(view: &View, buf: &mut Buffer, area: Rect, edge: Edge, form: Form) -> Rect {
    let (theme, counts) = (view.theme, view.counts);
    let all = format!("Items {}", counts.all);
    let to_assign = format!("{} to assign", counts.to_assign);
    let open = format!("· {} open", counts.open);
    let answered = if form == Form::Narrow { String::new() } else { format!("· {} answered", counts.answered) };
    let shown = usize::from(area.height.saturating_sub(2) / form.rows());
    let older = usize::try_from(counts.all).unwrap_or(usize::MAX).saturating_sub(shown);
    let older = if older > 0 { format!("{older} older") } else { String::new() };
    let urgent = if counts.to_assign > 0 { theme.to_assign } else { Style::new() };
    let plain = Style::new();
    let pane = Pane {
        edge,
        style: if view.scene.ui.focus == Focus::Items { theme.focus } else { theme.border },
        title: &[(&all, theme.panel), ("·", plain), (&to_assign, urgent), (&open, plain), (&answered, plain)],
        corner: ("", plain),
        foot: [("", plain), (&older, theme.dim)],
    };
    pane.draw(buf, area)
}

fn lead_in(view: &View, strip: &mut Strip, item: &Item) {
    let (sign, style) = view.sign(item.sort);
    strip.number(&item.number.to_string(), 4, view.theme.dim).skip(1);
    strip.field(&view.authors(item), 4, Style::new()).skip(1).put(sign, style).skip(1);
}

fn narrow(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let mut strip = Strip::new(buf, area, 0);
    if area.width >= 30 {
        strip.put_right(mark(target), view.theme.accent);
        let (word, style) = match item.status {
            ItemStatus::Assigned => (officials(view, item), view.theme.assigned),
            _ if item.needs_official() => ("assign".to_owned(), view.theme.to_assign),
            _ => (word_of(view, item).0.to_owned(), word_of(view, item).1),
        };
        strip.field_right(&word, 8, style).skip_right(1);
    }
    lead_in(view, &mut strip, item);
    strip.put(&item.text, Style::new());
}

fn two_rows(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let mut strip = Strip::new(buf, area, 0);
    lead_in(view, &mut strip, item);
    strip.skip_right(1).put(&item.text, Style::new());
    let mut strip = Strip::new(buf, area, 1);
    let (word, style) = word_of(view, item);
    strip.skip(LEAD_IN - 1).put_right(mark(target), view.theme.accent).number_right(word, 9, style).skip_right(2);
    let who = who_answers(view, item);
    let who = if item.needs_official() && who.len() > 5 { who + " suggested" } else { who };
    strip.skip(u16::from(!who.is_empty())).put(&who, quiet(view, item));
    strip.skip(u16::from(!who.is_empty()));
    for theme in item.themes.iter() {
        strip.put_whole(&format!(" #{theme}"), view.theme.theme);
    }
}

fn wide(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let mut strip = Strip::new(buf, area, 0);
    let (word, style) = word_of(view, item);
    strip.put_right(mark(target), view.theme.accent).number_right(word, 9, style).skip_right(1);
    strip.field_right(&who_answers(view, item), 21.max(area.width / 7), quiet(view, item)).skip_right(1);
    let listed = themes(item);
    let least = area.width / 8;
    if columns_of(&listed) > least && columns_of(&item.text) + columns_of(&listed) + LEAD_IN < strip.room() {
        strip.put_right(&listed, view.theme.theme);
    } else {
        strip.field_right(&listed, least, view.theme.theme);
    }
    strip.skip_right(1);
    lead_in(view, &mut strip, item);
    strip.put(&item.text, Style::new());
}

/// Marks the one that the keys for officials act on.
pub(super) fn mark(target: bool) -> &'static str {
    if target { "◂" } else { " " }
}

pub(super) fn word_of(view: &View, item: &Item) -> (&'static str, Style) {
    match item.status {
        ItemStatus::Noted if item.needs_official() => ("to assign", view.theme.to_assign),
        ItemStatus::Noted => ("", Style::new()),
        ItemStatus::Assigned => ("assigned", view.theme.assigned),
        ItemStatus::Answered => ("answered", view.theme.answered),
        ItemStatus::Written => ("written", view.theme.answered),
        ItemStatus::Declined => ("declined", view.theme.answered),
    }
}

pub(super) fn quiet(view: &View, item: &Item) -> Style {
    if item.needs_official() { view.theme.dim } else { Style::new() }
}

/// Who answers, or who could.
pub(super) fn who_answers(view: &View, item: &Item) -> String {
    match view.suggested(item) {
        _ if !item.needs_official() => answering(view, item, |lead| view.office(lead).to_owned()),
        Some(official) => format!("→ ? {}", view.office(official)),
        None => "→ ?".to_owned(),
    }
}

/// `→ i +j`: who answers and who adds to the answer, by their handles.
pub(super) fn officials(view: &View, item: &Item) -> String {
    answering(view, item, |lead| view.handle(lead))
}

fn answering(view: &View, item: &Item, name: impl Fn(&str) -> String) -> String {
    let Some(lead) = &item.lead else { return String::new() };
    let mut words = format!("→ {}", name(lead));
    for id in item.support.iter() {
        words.push_str(" +");
        words.push_str(&view.handle(id));
    }
    words
}

pub(super) fn themes(item: &Item) -> String {
    item.themes.iter().map(|theme| format!("#{theme}")).collect::<Vec<_>>().join(" ")
}
