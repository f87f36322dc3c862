//! What is done to a place as a whole: emptied, or marked as chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// Makes room: nothing of what was there shines through.
pub fn clear(buf: &mut Buffer, area: Rect) {
    for position in area.intersection(buf.area).positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.reset();
        }
    }
}

/// Marks a row as chosen: in one style from end to end, whatever colours it had.
pub fn choose(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area, Style::new().fg(Color::Reset).bg(Color::Reset).not_dim().patch(style));
}
