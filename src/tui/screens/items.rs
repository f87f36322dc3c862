//! `2`: all items over the whole width, below the floor.

use ratatui::buffer::Buffer;

use super::{Layout, left};
use crate::tui::panels::{self, Standing};
use crate::tui::view::View;
use crate::tui::widgets::Edge;

/// Draws what this screen adds to the common rows.
pub fn draw(view: &View, _: &Standing, buf: &mut Buffer, layout: &Layout) {
    if !layout.framed {
        return panels::items(view, buf, layout.under_floor, Edge::Rules);
    }
    let (_, beside_floor) = left(layout.body, layout.floor.width);
    let beside_floor = ratatui::layout::Rect { height: layout.floor.height, ..beside_floor };
    panels::items(view, buf, layout.under_floor, Edge::Frame);
    panels::delegation(view, buf, beside_floor, Edge::Frame);
}
