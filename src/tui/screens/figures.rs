//! `4`: how the meeting will go on, and what its time went into.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Layout;
use crate::tui::panels::figures::{figures, forecast, room_in, time};
use crate::tui::view::View;
use crate::tui::widgets::Edge;
use crate::tui::widgets::split::left;

/// Draws what this screen adds to the common rows.
pub fn draw(view: &View, buf: &mut Buffer, layout: &Layout) {
    let from = view.scene.ui.figures_from;
    let under = layout.under_floor;
    if !layout.framed {
        let mut all = forecast(view, room_in(under, Edge::Rules));
        all.extend(time(view));
        return figures(view, "Figures", &all, from, buf, under, Edge::Rules);
    }
    let (_, beside_floor) = left(layout.body, layout.floor.width);
    let beside_floor = Rect { height: layout.floor.height, ..beside_floor };
    figures(view, "How it goes on", &forecast(view, room_in(beside_floor, Edge::Frame)), from, buf, beside_floor, Edge::Frame);
    figures(view, "Where the time went", &time(view), from, buf, under, Edge::Frame);
}
