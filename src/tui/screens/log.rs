//! `5`: all records in a table over the whole width, below the floor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Layout;
use crate::tui::panels;
use crate::tui::view::View;
use crate::tui::widgets::Edge;
use crate::tui::widgets::split::left;

/// Draws what this screen adds to the common rows.
pub fn draw(view: &View, buf: &mut Buffer, layout: &Layout) {
    if !layout.framed {
        return panels::log(view, buf, layout.under_floor, Edge::Rules);
    }
    let (_, beside_floor) = left(layout.body, layout.floor.width);
    let beside_floor = Rect { height: layout.floor.height, ..beside_floor };
    panels::log(view, buf, layout.under_floor, Edge::Frame);
    panels::list(view, buf, beside_floor, Edge::Frame, None);
}
