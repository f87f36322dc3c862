//! `?`: the keys that do something now, under the places where they work.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::clear;
use crate::tui::scene::Hint;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, columns_of};

/// The narrowest column that a key and a few words fit in.
const COLUMN: u16 = 36;

enum Row<'a> {
    Group(&'a str),
    Key(&'a Hint),
    Air,
}

/// Draws them in as many columns as fit; what does not fit is reached with the arrows.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect) {
    clear(buf, area);
    let rows = rows(view.scene.hints);
    let columns = (area.width.saturating_sub(2) / COLUMN).max(1);
    let high = usize::from(area.height.saturating_sub(2)).max(1);
    let shown = high * usize::from(columns);
    let from = view.scene.ui.keys_from.min(rows.len().saturating_sub(shown));
    let hidden = rows.len().saturating_sub(from + shown);
    let more = if hidden > 0 || from > 0 { format!("↑↓ {hidden} more") } else { String::new() };
    let theme = view.theme;
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[("Keys that work now", theme.panel)],
        corner: ("Esc back", theme.dim),
        foot: [("", Style::new()), (&more, theme.accent)],
    };
    let inside = pane.draw(buf, area);
    let wide = inside.width / columns;
    for (at, row) in rows.iter().skip(from).take(shown).enumerate() {
        let (column, line) = (u16::try_from(at / high).unwrap_or(u16::MAX), u16::try_from(at % high).unwrap_or(u16::MAX));
        let place = Rect { x: inside.x.saturating_add(column.saturating_mul(wide)), width: wide, ..inside };
        let mut strip = Strip::new(buf, place, line);
        strip.skip(1).skip_right(1);
        match row {
            Row::Group(name) => {
                strip.put(name, theme.panel);
            }
            Row::Key(hint) => {
                strip.field(&hint.key, columns_of(&hint.key).max(6), theme.key).skip(1).put(&hint.does, Style::new());
            }
            Row::Air => {}
        }
    }
}

/// Groups in the order in which they first come.
fn rows(hints: &[Hint]) -> Vec<Row<'_>> {
    let mut groups: Vec<&str> = Vec::new();
    for hint in hints {
        if !groups.contains(&hint.group) {
            groups.push(hint.group);
        }
    }
    let mut rows = Vec::with_capacity(hints.len() + groups.len() * 2);
    for group in groups {
        if !rows.is_empty() {
            rows.push(Row::Air);
        }
        rows.push(Row::Group(group));
        rows.extend(hints.iter().filter(|hint| hint.group == group).map(Row::Key));
    }
    rows
}
