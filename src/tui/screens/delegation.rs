//! `3`: the officials, how much each has to answer, and what the one who speaks has before them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Layout;
use crate::tui::panels;
use crate::tui::view::View;
use crate::tui::widgets::Edge;
use crate::tui::widgets::split::{left, rows, top};

/// Draws what this screen adds to the common rows.
pub fn draw(view: &View, buf: &mut Buffer, layout: &Layout) {
    let edge = if layout.framed { Edge::Frame } else { Edge::Rules };
    let officials = rows(view.state.officials.len()).saturating_add(2);
    let room = layout.under_floor.height;
    let (delegation, below) = top(layout.under_floor, if room < officials + 5 { room } else { officials });
    panels::delegation(view, buf, delegation, edge);
    asked(view, buf, below, edge);
    if layout.framed {
        let (_, beside_floor) = left(layout.body, layout.floor.width);
        panels::list(view, buf, Rect { height: layout.floor.height, ..beside_floor }, edge, None);
    }
}

fn asked(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    if area.height < 5 {
        return;
    }
    match panels::who_answers(view) {
        Some(pass) => panels::answers(view, pass, buf, area, edge),
        None => panels::items(view, buf, area, edge),
    }
}
