//! What the open line would come to, in figures: a division of what is left, or the sharing of an overrun.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::ui::Preview;
use crate::tui::view::View;
use crate::tui::widgets::split::{rows, top};
use crate::tui::widgets::{Edge, Pane, Strip, columns_of, wrapped};

/// No wider than this, so that a figure stays near the word that says what it is.
const WIDE: u16 = 56;

/// Draws the panel: the figures, and below them who would not be reached.
pub fn preview(view: &View, preview: &Preview, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let plain = Style::new();
    let pane = Pane {
        edge,
        style: theme.accent,
        title: &[(&preview.title, theme.panel)],
        corner: ("", plain),
        foot: [("nothing is changed until Enter", theme.dim), ("", plain)],
    };
    let inside = pane.draw(buf, area);
    let (figures, below) =
        top(inside, rows(preview.rows.len()).min(inside.height.saturating_sub(u16::from(!preview.unreached.is_empty()))));
    for (row, (label, figure)) in (0..figures.height).zip(&preview.rows) {
        let mut strip = Strip::new(buf, Rect { width: figures.width.min(WIDE), ..figures }, row);
        strip.skip(1).skip_right(1).put_right(figure, theme.who).skip_right(1).put(label, plain);
    }
    unreached(view, preview, buf, below);
}

fn unreached(view: &View, preview: &Preview, buf: &mut Buffer, area: Rect) {
    if preview.unreached.is_empty() {
        return;
    }
    let lead = format!(" {} not reached  ", preview.unreached.len());
    let (first, rest) = top(area, 1);
    if columns_of(&lead) > area.width / 2 || rest.height > 2 {
        Strip::new(buf, first, 0).put(&lead, view.theme.warning);
        wrapped(buf, rest, (" ", Style::new()), &preview.unreached.join(", "), Style::new());
    } else {
        wrapped(buf, area, (&lead, view.theme.warning), &preview.unreached.join(", "), Style::new());
    }
}
