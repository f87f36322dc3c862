//! `1`: the floor, the list of speakers, and what was asked; while the State under review speaks, what it is to answer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Layout;
use crate::tui::panels;
use crate::tui::view::View;
use crate::tui::widgets::split::{left, rows, top};
use crate::tui::widgets::{Edge, Strip};

/// Below this width the items stand under the list and not beside it.
const TWO_COLUMNS: u16 = 70;

/// Draws what this screen adds to the common rows.
pub fn draw(view: &View, buf: &mut Buffer, layout: &Layout) {
    if layout.framed {
        framed(view, buf, layout);
    } else if layout.under_floor.width >= TWO_COLUMNS {
        ruled(view, buf, layout.under_floor);
    } else {
        stacked(view, buf, layout.under_floor);
    }
}

/// The list under the floor; at the right the items over the delegation.
fn framed(view: &View, buf: &mut Buffer, layout: &Layout) {
    let (under, _) = left(layout.under_floor, layout.floor.width);
    let (_, right) = left(layout.body, layout.floor.width);
    let officials = rows(view.state.officials.len()).saturating_add(2);
    let (items, delegation) = top(right, right.height - officials.min(right.height / 2));
    panels::list(view, buf, under, Edge::Frame, None);
    if let Some(preview) = view.preview() {
        return panels::preview(view, preview, buf, right, Edge::Frame);
    }
    asked(view, buf, items, Edge::Frame);
    panels::delegation(view, buf, delegation, Edge::Frame);
}

/// Side by side, with one rule between them.
fn ruled(view: &View, buf: &mut Buffer, area: Rect) {
    let (list, rest) = left(area, area.width / 2 - 1);
    let (between, items) = left(rest, 1);
    panels::list(view, buf, list, Edge::Rules, None);
    asked(view, buf, items, Edge::Rules);
    for row in 0..between.height {
        let mark = match row {
            0 => "┬",
            row if row + 1 == between.height => "┴",
            _ => "│",
        };
        Strip::new(buf, between, row).put(mark, view.theme.border);
    }
}

fn stacked(view: &View, buf: &mut Buffer, area: Rect) {
    let rows_of_list = match area.height {
        8.. if view.preview().is_some() => 3,
        12.. => area.height * 3 / 5,
        _ => return list_alone(view, buf, area),
    };
    let (list, below) = top(area, rows_of_list);
    panels::list(view, buf, list, Edge::Rules, None);
    asked(view, buf, below, Edge::Rules);
}

/// The list, with the counts of items in its edge.
fn list_alone(view: &View, buf: &mut Buffer, area: Rect) {
    let counts = format!("{} to assign · {} open", view.counts.to_assign, view.counts.open);
    let style = if view.counts.to_assign > 0 { view.theme.to_assign } else { view.theme.dim };
    panels::list(view, buf, area, Edge::Rules, Some((&counts, style)));
}

/// Beside the list: what the open line would come to, else what was asked.
fn asked(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    if let Some(preview) = view.preview() {
        return panels::preview(view, preview, buf, area, edge);
    }
    match panels::who_answers(view) {
        Some(pass) => panels::answers(view, pass, buf, area, edge),
        None => panels::items(view, buf, area, edge),
    }
}
