//! The list of speakers: who is next, and when each one is reached. The number shown is the entry's own, which never changes.

mod row;
mod said;
mod stop;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::window;
use crate::dialogue::{Entry, Status};
use crate::tui::ui::Focus;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, clear, columns_of};

/// A row of the panel.
enum Row<'a> {
    /// An entry, with its place counted from 0.
    Entry(usize, &'a Entry),
    /// Where the meeting ends: who stands below is not reached.
    Stop,
}

/// Draws the panel. In its lower edge stands what must be known of the list, unless something else is more important.
pub fn list(view: &View, buf: &mut Buffer, area: Rect, edge: Edge, instead: Option<(&str, Style)>) {
    let theme = view.theme;
    let stop = stop::first_unreached(view);
    let rows = rows(view, stop);
    let name = if area.width < 50 { "List" } else { "List of speakers" };
    let (state, each, foot) = (said::state(view), said::each_gets(view), said::foot(view));
    let more = rows.len().saturating_sub(usize::from(area.height.saturating_sub(2)));
    let more = if more > 0 { format!("{more} more") } else { String::new() };
    let foot = instead.unwrap_or((&foot.0, foot.1));
    // What must be known is said to its end, even if the count has no place then.
    let more = if columns_of(foot.0) + columns_of(&more) + 8 > area.width && foot.1 != theme.dim { "" } else { &more };
    let pane = Pane {
        edge,
        style: if view.scene.ui.focus == Focus::List { theme.focus } else { theme.border },
        title: &[(name, theme.panel), (&state, Style::new()), (&said::waiting(view), Style::new()), (&each, Style::new())],
        corner: ("", Style::new()),
        foot: [foot, (more, theme.dim)],
    };
    let inside = pane.draw(buf, area);
    if rows.is_empty() {
        let over = view.state.status == Status::Adjourned;
        Strip::new(buf, inside, 0).put(if over { "  everyone was reached" } else { "  nobody waits; i inscribes" }, theme.dim);
        return;
    }
    let place_of = |wanted| rows.iter().position(|row| matches!(row, Row::Entry(_, entry) if entry.number == wanted));
    let next = view.state.first_waiting().filter(|_| view.state.status != Status::Adjourned);
    let from = window(usize::from(inside.height), view.scene.ui.entry.and_then(place_of));
    for (line, row) in (0..inside.height).zip(rows.iter().skip(from)) {
        let place = Rect { y: inside.y + line, height: 1, ..inside };
        match row {
            Row::Entry(at, entry) => {
                let reached = stop.is_none_or(|stop| *at < stop);
                row::draw(view, buf, place, &row::Place { at: *at, entry, next: next == Some(*entry), reached });
            }
            Row::Stop => stop::draw(view, buf, place),
        }
    }
    // Who is next stays in sight however far the selection is.
    if let Some(entry) = next.filter(|entry| place_of(entry.number).is_some_and(|at| at < from) && inside.height > 1) {
        let first = Rect { height: 1, ..inside };
        let at = view.state.place_of(entry.number).map_or(0, |place| place - 1);
        clear(buf, first);
        row::draw(view, buf, first, &row::Place { at, entry, next: true, reached: stop != Some(at) });
    }
}

/// The entries in their order, with the row in between where the meeting ends.
fn rows<'a>(view: &'a View, stop: Option<usize>) -> Vec<Row<'a>> {
    let mut rows = Vec::with_capacity(view.listed + 1);
    for (at, entry) in view.state.listed().enumerate() {
        if stop == Some(at) && view.state.status != Status::Adjourned {
            rows.push(Row::Stop);
        }
        rows.push(Row::Entry(at, entry));
    }
    rows
}

/// Who is next, for a screen that has one row for it: `▸ 38 Germany`; after the meeting how many were not reached.
pub fn next_in_words(view: &View) -> Option<String> {
    if view.state.status == Status::Adjourned {
        return Some(format!("{} not reached", view.listed));
    }
    let entry = view.state.first_waiting()?;
    Some(format!("▸ {} {}", entry.number.0, view.names(&entry.delegations)))
}
