//! How much of something is used, as a bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::review::Ms;

/// Fills a row by the part of `total` that is used.
pub fn gauge(buf: &mut Buffer, area: Rect, used: Ms, total: Ms, style: Style, rest: Style) {
    let columns = i64::from(area.width);
    let filled = if total.0 <= 0 { columns } else { used.0.clamp(0, total.0).saturating_mul(columns) / total.0 };
    for (at, x) in (0..columns).zip(area.x..area.right()) {
        if let Some(cell) = buf.cell_mut((x, area.y)) {
            if at < filled {
                cell.set_char('█').set_style(style)
            } else {
                cell.set_char('░').set_style(rest)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(used: i64, total: i64) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        let area = buf.area;
        gauge(&mut buf, area, Ms(used), Ms(total), Style::new(), Style::new());
        buf.content().iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn it_is_full_only_when_all_is_used() {
        assert_eq!(bar(0, 80), "░░░░░░░░");
        assert_eq!(bar(79, 80), "███████░");
        assert_eq!(bar(80, 80), "████████");
        assert_eq!(bar(900, 80), "████████");
        assert_eq!(bar(-5, 80), "░░░░░░░░");
        assert_eq!(bar(1, 0), "████████");
    }
}
