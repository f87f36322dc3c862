//! What lies over a screen: the input line, the keys, a question.

mod import;
mod keys;
mod prompt;
mod question;
mod sheet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::ui::{Overlay, Purpose};
use super::view::View;
use super::widgets::Strip;

/// Draws the overlay, if there is one, and returns where the cursor stands.
/// `under` is what may be covered without hiding who has the floor.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, under: Rect) -> Option<Position> {
    match view.scene.ui.overlay.as_ref()? {
        Overlay::Prompt(prompt) => Some(prompt::draw(view, buf, area, prompt)),
        Overlay::Keys => {
            keys::draw(view, buf, Rect { height: area.bottom().saturating_sub(under.y), ..under });
            None
        }
        Overlay::Question(question) => {
            question::draw(view, buf, under, question);
            None
        }
        Overlay::Sheet(sheet) => {
            // Keys act while it is there, so that their answers and what they will do stay in sight.
            sheet::draw(view, buf, under, sheet);
            None
        }
        Overlay::Import(import) => {
            import::draw(view, buf, Rect { height: area.bottom().saturating_sub(under.y), ..under }, import);
            None
        }
    }
}

/// The rows that the open line covers, where it has figures that stand beside the list, or what is shown changes with every letter.
pub fn covers(view: &View, area: Rect) -> Option<Rect> {
    match view.scene.ui.overlay.as_ref()? {
        Overlay::Prompt(prompt) if prompt.preview.is_some() || matches!(prompt.purpose, Purpose::Filter(_) | Purpose::FilterRecords(_)) => {
            Some(prompt::place(area, prompt))
        }
        _ => None,
    }
}

/// How many rows are above and below those that are seen.
pub(super) fn more(view: &View, buf: &mut Buffer, area: Rect, above: usize, below: usize) {
    let words = match (above, below) {
        (0, 0) => return,
        (0, below) => format!(" ↓ {below} more "),
        (above, 0) => format!(" ↑ {above} "),
        (above, below) => format!(" ↑ {above} · ↓ {below} more "),
    };
    if area.height > 1 && area.width > 4 {
        Strip::new(buf, area, area.height - 1).skip_right(2).put_right(&words, view.theme.accent);
    }
}
