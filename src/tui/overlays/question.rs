//! A question: what is at stake, and the answers, of which the harmless one is chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::ui::Question;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, broken, choose, clear, columns_of};

/// Draws it in the middle of what lies under the floor.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, question: &Question) {
    let theme = view.theme;
    let texts = question.lines.iter().chain(&question.answers).chain([&question.title]);
    let widest = texts.map(|text| columns_of(text)).max().unwrap_or_default().saturating_add(8).min(area.width);
    let lines: Vec<&str> = question.lines.iter().flat_map(|line| whole(line, widest.saturating_sub(6))).collect();
    let rows = lines.len() + question.answers.len() + 3;
    let place = middle(area, widest, u16::try_from(rows).unwrap_or(u16::MAX));
    clear(buf, place);
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[(&question.title, theme.panel)],
        corner: ("", Style::new()),
        foot: [
            (if view.scene.ui.too_early { "wait   Esc no change" } else { "Enter chosen   Esc no change" }, theme.dim),
            ("", Style::new()),
        ],
    };
    let inside = pane.draw(buf, place);
    let answers = u16::try_from(question.answers.len()).unwrap_or(u16::MAX).min(inside.height);
    for (row, line) in (0..inside.height - answers).zip(lines) {
        Strip::new(buf, inside, row).skip(2).put(line, Style::new());
    }
    for (row, (at, answer)) in (inside.height - answers..inside.height).zip(question.answers.iter().enumerate()) {
        let chosen = at == question.chosen;
        Strip::new(buf, inside, row).skip(2).put(if chosen { "▸ " } else { "  " }, theme.accent).put(answer, Style::new());
        if chosen {
            choose(buf, Rect { x: inside.x + 1, y: inside.y + row, width: inside.width.saturating_sub(2), height: 1 }, theme.selected);
        }
    }
}

/// A line in as many rows as it needs, broken where it has a blank, else where the row ends.
fn whole(line: &str, columns: u16) -> Vec<&str> {
    broken(line, columns).into_iter().filter_map(|row| line.get(row)).collect()
}

fn middle(area: Rect, columns: u16, rows: u16) -> Rect {
    let (width, height) = (columns.min(area.width), rows.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}
