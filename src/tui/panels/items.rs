//! What was asked, recommended, commended and commented: newest first, with who is to answer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::window;
use crate::dialogue::{Item, ItemStatus};
use crate::tui::ui::Focus;
use crate::tui::view::{View, needs_official};
use crate::tui::widgets::{Edge, Pane, Strip};

/// Draws the panel.
pub fn items(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let counts = view.counts;
    let all = format!("Items {}", counts.all);
    let to_assign = format!("· {} to assign", counts.to_assign);
    let open = format!("· {} open", counts.open);
    let answered = format!("· {} answered", counts.answered);
    let mut title = vec![(all.as_str(), theme.panel), (&to_assign, if counts.to_assign > 0 { theme.to_assign } else { Style::new() })];
    title.push((&open, Style::new()));
    if area.width >= 60 {
        title.push((&answered, Style::new()));
    }
    let shown = usize::from(area.height.saturating_sub(2)) / usize::from(rows_each(area.width));
    let all_items = usize::try_from(counts.all).unwrap_or(usize::MAX);
    let older = if all_items > shown { format!("{} older", all_items - shown) } else { String::new() };
    let pane = Pane {
        edge,
        style: if view.scene.ui.focus == Focus::Items { theme.focus } else { theme.border },
        title: &title,
        corner: ("", Style::new()),
        foot: [("", Style::new()), (&older, theme.dim)],
    };
    let inside = pane.draw(buf, area);
    if counts.all == 0 {
        Strip::new(buf, inside, 0).put(" nothing logged yet; q logs a question", theme.dim);
        return;
    }
    let each = rows_each(area.width);
    let target = view.target();
    let selected = view.scene.ui.item.and_then(|item| view.state.items.iter().rev().position(|other| other.number == item));
    let from = window(usize::from(inside.height / each), selected);
    for (at, item) in (0..inside.height / each).zip(view.state.items.iter().rev().skip(from)) {
        let place = Rect { y: inside.y + at * each, height: each, ..inside };
        let is_target = target == Some(item.number);
        match each {
            1 if area.width < 96 => narrow(view, buf, place, item, is_target),
            1 => wide(view, buf, place, item, is_target),
            _ => two_rows(view, buf, place, item, is_target),
        }
        if view.scene.ui.item == Some(item.number) {
            buf.set_style(place, theme.selected);
        }
    }
}

fn rows_each(width: u16) -> u16 {
    if (52..96).contains(&width) { 2 } else { 1 }
}

fn lead_in(view: &View, strip: &mut Strip, item: &Item) {
    let (sign, style) = view.sign(item.sort);
    strip.number(&item.number.to_string(), 4, view.theme.dim).skip(1);
    strip.field(&view.authors(item), 4, Style::new()).put(sign, style).skip(1);
}

/// One row: who answers by handle, in a column of its own.
fn narrow(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let mut strip = Strip::new(buf, area, 0);
    strip.skip_right(1);
    if area.width >= 30 {
        let (word, style) = match item.status {
            ItemStatus::Noted if needs_official(item) => (if target { "assign ◂" } else { "assign" }.to_owned(), view.theme.to_assign),
            ItemStatus::Noted => (String::new(), Style::new()),
            ItemStatus::Assigned => (officials(view, item, false), view.theme.assigned),
            ItemStatus::Answered => ("answered".to_owned(), view.theme.answered),
        };
        strip.field_right(&word, 8, style);
        strip.skip_right(1);
    }
    lead_in(view, &mut strip, item);
    strip.put(&item.text, Style::new());
}

/// The words and their theme, and below who answers and how far it is.
fn two_rows(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let mut strip = Strip::new(buf, area, 0);
    strip.skip_right(1).put_right_sparing(24, &themes(item), view.theme.theme).skip_right(1);
    lead_in(view, &mut strip, item);
    strip.put(&item.text, Style::new());
    let mut strip = Strip::new(buf, area, 1);
    let (word, style) = word_of(view, item);
    strip.skip(11).put_right(if target { "◂" } else { " " }, view.theme.accent).put_right(word, style).skip_right(1);
    strip.put(&who_answers(view, item), if needs_official(item) { view.theme.dim } else { Style::new() });
}

/// Everything in one row.
fn wide(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let mut strip = Strip::new(buf, area, 0);
    let (word, style) = word_of(view, item);
    strip.put_right(if target { "◂" } else { " " }, view.theme.accent).number_right(word, 9, style).skip_right(1);
    strip.field_right(&who_answers(view, item), 30, if needs_official(item) { view.theme.dim } else { Style::new() });
    strip.skip_right(1);
    strip.field_right(&themes(item), 14, view.theme.theme);
    strip.skip_right(1);
    lead_in(view, &mut strip, item);
    strip.put(&item.text, Style::new());
}

fn word_of(view: &View, item: &Item) -> (&'static str, Style) {
    match item.status {
        ItemStatus::Noted if needs_official(item) => ("to assign", view.theme.to_assign),
        ItemStatus::Noted => ("", Style::new()),
        ItemStatus::Assigned => ("assigned", view.theme.assigned),
        ItemStatus::Answered => ("answered", view.theme.answered),
    }
}

fn who_answers(view: &View, item: &Item) -> String {
    match item.status {
        ItemStatus::Noted if needs_official(item) => match view.suggested(item) {
            Some(official) => format!("→ ?  {} suggested", view.office(official)),
            None => "→ ?".to_owned(),
        },
        _ => officials(view, item, true),
    }
}

/// `→ i +j` by handle, or by office.
fn officials(view: &View, item: &Item, by_office: bool) -> String {
    let name = |id: &str| if by_office { view.office(id).to_owned() } else { view.handle(id) };
    let Some(lead) = &item.lead else { return String::new() };
    let mut words = format!("→ {}", name(lead));
    for id in item.support.iter() {
        words.push_str(if by_office { " + " } else { " +" });
        words.push_str(&name(id));
    }
    words
}

fn themes(item: &Item) -> String {
    item.themes.iter().map(|theme| format!("#{theme}")).collect::<Vec<_>>().join(" ")
}
