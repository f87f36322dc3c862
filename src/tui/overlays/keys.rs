//! `?`: the keys that do something now, under the places where they work.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::scene::Hint;
use crate::tui::view::View;
use crate::tui::widgets;
use crate::tui::widgets::split::{bottom, rows};
use crate::tui::widgets::{Edge, Pane, Part, Strip, clear, columns_of};

/// The narrowest column that a key and a few words fit in.
const COLUMN: u16 = 36;

enum Row<'a> {
    Group(&'a str),
    Key(&'a Hint),
    Air,
}

/// Draws them over the last rows, in as many columns as fit; what does not fit is reached with the arrows.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect) {
    let columns = usize::from((area.width.saturating_sub(2) / COLUMN).max(1));
    let most = usize::from(area.height.saturating_sub(2)).max(1);
    let all = listed(view.scene.hints);
    let from = view.scene.ui.keys_from.min(all.len().saturating_sub(1));
    let shown = all.get(from..).unwrap_or_default();
    let packed_to = |high| widgets::columns(shown, high, part);
    let high = (1..most).find(|high| packed_to(*high).len() <= columns).unwrap_or(most);
    let packed = packed_to(high);
    let hidden: usize = packed.iter().skip(columns).map(|column| column.len()).sum();
    let more = match (from, hidden) {
        (0, 0) => String::new(),
        (_, 0) => "↑ more".to_owned(),
        (0, _) => "↓ more".to_owned(),
        _ => "↑ ↓ more".to_owned(),
    };
    let (_, place) = bottom(area, rows(high + 2));
    clear(buf, place);
    let theme = view.theme;
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[("Keys that work now", theme.panel)],
        corner: ("Esc back", theme.dim),
        foot: [("", Style::new()), (&more, theme.accent)],
    };
    let inside = pane.draw(buf, place);
    let wide = inside.width / rows(columns).max(1);
    for (at, column) in packed.iter().take(columns).enumerate() {
        let place = Rect { x: inside.x.saturating_add(wide.saturating_mul(rows(at))), width: wide, ..inside };
        for (line, row) in (0..inside.height).zip(column) {
            write(view, Strip::new(buf, place, line), row);
        }
    }
}

fn write(view: &View, mut strip: Strip, row: &Row) {
    strip.skip(1).skip_right(1);
    match row {
        Row::Group(name) => strip.put(name, view.theme.panel),
        Row::Key(hint) => strip.field(&hint.key, columns_of(&hint.key).max(6), view.theme.key).skip(1).put(&hint.does, Style::new()),
        Row::Air => &mut strip,
    };
}

fn part(row: &Row) -> Part {
    match row {
        Row::Group(_) => Part::Heading,
        Row::Key(_) => Part::Row,
        Row::Air => Part::Air,
    }
}

/// Groups in the order in which they first come.
fn listed(hints: &[Hint]) -> Vec<Row<'_>> {
    let mut groups: Vec<&str> = Vec::new();
    for hint in hints {
        let group = hint.deed.group().name();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let mut all = Vec::with_capacity(hints.len() + groups.len() * 2);
    for group in groups {
        if !all.is_empty() {
            all.push(Row::Air);
        }
        all.push(Row::Group(group));
        all.extend(hints.iter().filter(|hint| hint.deed.group().name() == group).map(Row::Key));
    }
    all
}
