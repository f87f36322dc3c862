//! All of an item, or all that an official has: labels at the left, texts wrapped beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::more;
use crate::tui::ui::{About, Sheet, SheetRow};
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, clear, wrapped};

/// The widest label, with the air around it.
const LABEL: u16 = 13;

/// Draws it over everything under the floor.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, sheet: &Sheet) {
    let theme = view.theme;
    clear(buf, area);
    let lead_in = match sheet.about {
        About::Item(_) | About::Refused(_) => "",
        About::Official(_) => "· answer sheet",
    };
    let pane = Pane {
        edge: Edge::Frame,
        style: theme.accent,
        title: &[(&sheet.title, theme.panel), (lead_in, Style::new())],
        corner: ("Esc back", theme.dim),
        foot: [("", Style::new()), ("", Style::new())],
    };
    let mut inside = pane.draw(buf, area);
    let mut hidden = 0;
    for row in sheet.rows.iter().skip(sheet.scrolled) {
        if inside.height == 0 {
            hidden += 1;
            continue;
        }
        let taken = write(view, buf, inside, row);
        inside = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
    }
    more(view, buf, area, sheet.scrolled, hidden);
}

/// Writes a row and returns how many of the screen it took.
fn write(view: &View, buf: &mut Buffer, area: Rect, row: &SheetRow) -> u16 {
    match row {
        SheetRow::Heading(words) => {
            Strip::new(buf, area, 0).skip(1).put(words, view.theme.theme);
            1
        }
        SheetRow::Fact(label, text) => {
            let label_columns = LABEL.min(area.width / 3);
            Strip::new(buf, Rect { width: label_columns, ..area }, 0).skip(1).put(label, view.theme.dim);
            let beside = Rect { x: area.x + label_columns, width: area.width.saturating_sub(label_columns + 1), ..area };
            wrapped(buf, beside, ("", Style::new()), text, Style::new())
        }
    }
}
