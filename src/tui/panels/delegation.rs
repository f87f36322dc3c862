//! The delegation of the State under review: who has how much to answer, and how long each has spoken.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dialogue::Speaking;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, times};

/// Draws the panel: an official a row, in protocol order.
pub fn delegation(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let title = format!("Delegation of {}", view.names(&[view.state.review.state_under_review]));
    let hidden = view.state.officials.len().saturating_sub(usize::from(area.height.saturating_sub(2)));
    let more = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let pane = Pane {
        edge,
        style: theme.border,
        title: &[(&title, theme.panel)],
        corner: ("", theme.dim),
        foot: [("", theme.dim), (&more, theme.dim)],
    };
    let inside = pane.draw(buf, area);
    let speaking = view.state.speaking().and_then(|turn| turn.passes.last()).and_then(|pass| pass.official.as_deref());
    for (row, official) in (0..inside.height).zip(&view.state.officials) {
        row_of(view, &mut Strip::new(buf, inside, row), official, speaking == Some(&*official.id));
    }
}

fn row_of(view: &View, strip: &mut Strip, official: &Speaking, speaks: bool) {
    let theme = view.theme;
    let load = view.state.load(&official.id, view.now);
    let wide = strip.room() >= 96;
    let style = if speaks { theme.who } else { Style::new() };
    let handle = official.key.map(String::from).unwrap_or_default();
    strip.put(if speaks { "▸" } else { " " }, theme.accent).field(&handle, 1, theme.key).skip(1).skip_right(1);
    strip.number_right(&times::count_up(load.spoken), 6, if load.spoken.0 > 0 { style } else { theme.dim }).skip_right(1);
    if strip.room() >= 40 {
        figure(strip, load.answered, " answered", if load.answered > 0 { theme.answered } else { theme.dim });
        strip.skip_right(1);
        figure(strip, load.open, " open", if load.open > 0 { theme.assigned } else { theme.dim });
    } else if strip.room() >= 20 {
        figure(strip, load.open, " open", if load.open > 0 { theme.assigned } else { theme.dim });
    }
    strip.skip_right(2);
    if wide {
        let themes = view.state.review.official(&official.id).map(|official| official.themes.join(", ")).unwrap_or_default();
        let columns = strip.room() / 2;
        strip.field_right(&themes, columns, theme.theme).skip_right(2);
    }
    if official.head {
        strip.put_right_sparing(14, " (head)", theme.dim);
    }
    let office = if columns_fit(view, official, strip.room()) { &*official.office } else { view.office(&official.id) };
    strip.put(office, style);
}

fn columns_fit(view: &View, official: &Speaking, room: u16) -> bool {
    let _ = view;
    crate::tui::widgets::columns_of(&official.office) <= room
}

fn figure(strip: &mut Strip, figure: u32, word: &str, style: Style) {
    strip.put_right(word, style).number_right(&figure.to_string(), 3, style);
}
