//! What is done to a place as a whole: emptied, marked as chosen, or made into a band.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::{Strip, columns_of};

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

/// Makes a band of one style out of a row, with a few words in the middle of it.
pub fn band(buf: &mut Buffer, area: Rect, words: &str, style: Style) {
    Strip::new(buf, area, 0).fill(' ', style);
    let before = area.width.saturating_sub(columns_of(words)) / 2;
    Strip::new(buf, area, 0).skip(before).put(words, style);
}
