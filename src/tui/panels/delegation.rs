//! The delegation of the State under review: who has how much to answer, and how long each has spoken.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dialogue::Speaking;
use crate::tui::ui::Focus;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, choose, columns_of, times};

/// Handle, office, what is open and answered, time spoken, and the air between them.
const FIGURES: u16 = 34;

/// Draws the panel: an official a row, in protocol order.
pub fn delegation(view: &View, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let officials = &view.state.officials;
    let title = format!("Delegation of {}", view.names(&[view.state.review.state_under_review]));
    let hidden = officials.len().saturating_sub(usize::from(area.height.saturating_sub(2)));
    let more = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let foot = [("", theme.dim), (more.as_str(), theme.dim)];
    let pace = super::pace(view).unwrap_or_default();
    let style = if view.scene.ui.focus == Focus::Officials { theme.focus } else { theme.border };
    let inside = Pane { edge, style, title: &[(&title, theme.panel)], corner: (&pace, theme.warning), foot }.draw(buf, area);
    let speaks = view.state.speaking().and_then(|turn| turn.passes.last()).and_then(|pass| pass.official.as_deref());
    let longest = officials.iter().map(|official| columns_of(&official.office)).max().unwrap_or_default();
    let full = longest + 7 + FIGURES <= inside.width;
    let selected = view.scene.ui.official.as_ref().and_then(|id| officials.iter().position(|official| official.id == *id));
    let from = super::window(usize::from(inside.height), selected);
    for (row, official) in (0..inside.height).zip(officials.iter().skip(from)) {
        let office = if full { &*official.office } else { view.office(&official.id) };
        let mut strip = Strip::new(buf, inside, row);
        row_of(view, &mut strip, official, office, if full { longest + 7 } else { 0 }, speaks == Some(&*official.id));
        if view.scene.ui.official.as_ref() == Some(&official.id) {
            choose(buf, Rect { y: inside.y + row, height: 1, ..inside }, theme.selected);
        }
    }
}

fn row_of(view: &View, strip: &mut Strip, official: &Speaking, office: &str, columns: u16, speaks: bool) {
    let theme = view.theme;
    let load = view.load(&official.id);
    let style = if speaks { theme.who } else { Style::new() };
    let handle = official.key.map(String::from).unwrap_or_default();
    strip.put(if speaks { "▸" } else { " " }, theme.accent).field(&handle, 1, theme.key).skip(1).skip_right(1);
    let spoken = if load.spoken.0 > 0 { style } else { theme.dim };
    strip.number_right(&times::count_up(load.spoken), 6, spoken).skip_right(1);
    if strip.room() >= 60 && view.counts.written > 0 {
        figure(strip, load.written, " in writing", if load.written > 0 { theme.answered } else { theme.dim });
    }
    if strip.room() >= 40 {
        figure(strip, load.answered, " answered", if load.answered > 0 { theme.answered } else { theme.dim });
    }
    if strip.room() >= 20 {
        figure(strip, load.open, " open", if load.open > 0 { style } else { theme.dim });
    }
    strip.skip_right(1);
    let themes = strip.room() > columns + 24 && columns > 0;
    if themes {
        let listed = view.state.review.official(&official.id).map(|official| official.themes.join(", ")).unwrap_or_default();
        let room = strip.room() - columns - 2;
        strip.field_right(&listed, room, theme.theme).skip_right(2);
    }
    if official.head && columns_of(office) + 7 <= strip.room() {
        strip.put(office, style).put(" (head)", theme.dim);
    } else {
        strip.put(office, style);
    }
}

fn figure(strip: &mut Strip, figure: u32, word: &str, style: Style) {
    strip.put_right(word, style).number_right(&figure.to_string(), 3, style).skip_right(1);
}
