//! Cutting an area into parts. What is asked for and is not there is given as far as it goes.

use ratatui::layout::Rect;

/// So many rows from the top, and the rest.
pub fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// The rest, and so many rows at the bottom.
pub fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    top(area, area.height.saturating_sub(rows))
}

/// So many columns from the left, and the rest.
pub fn left(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    (Rect { width: columns, ..area }, Rect { x: area.x + columns, width: area.width - columns, ..area })
}

/// A column of air at the left and at the right.
pub fn with_air(area: Rect) -> Rect {
    let (_, inner) = left(area, 1);
    Rect { width: inner.width.saturating_sub(1), ..inner }
}

/// `n` as a number of rows.
pub fn rows(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
