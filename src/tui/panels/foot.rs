//! The last rows: the answer to the last key, and what each key will do now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::scene::Hint;
use crate::tui::view::View;
use crate::tui::widgets::{Strip, columns_of};

/// The answer to the last key.
pub fn message(view: &View, buf: &mut Buffer, area: Rect) {
    let Some(message) = &view.scene.ui.message else { return };
    let style = if message.refused { view.theme.refused } else { view.theme.message };
    let mut strip = Strip::new(buf, area, 0);
    strip.put(if message.refused { " ✗ " } else { " " }, style).put(&message.text, style);
}

/// As many keys as fit, most important first; `?` keeps its place at the end.
pub fn hints(view: &View, buf: &mut Buffer, area: Rect) {
    let all = view.scene.hints;
    let help = all.iter().find(|hint| hint.key == "?");
    let mut rest = all.iter().filter(|hint| hint.key != "?").peekable();
    for row in 0..area.height {
        let mut strip = Strip::new(buf, area, row);
        strip.skip(1).skip_right(1);
        if row + 1 == area.height
            && let Some(help) = help
            && columns(help) <= strip.room()
        {
            strip.put_right(&help.does, view.theme.dim).put_right(" ", view.theme.dim).put_right(&help.key, view.theme.key).skip_right(2);
        }
        while let Some(hint) = rest.peek() {
            if columns(hint) > strip.room() {
                break;
            }
            strip.put(&hint.key, view.theme.key).put(" ", view.theme.dim).put(&hint.does, view.theme.message).skip(2);
            rest.next();
        }
    }
}

fn columns(hint: &Hint) -> u16 {
    columns_of(&hint.key).saturating_add(columns_of(&hint.does)).saturating_add(1)
}
