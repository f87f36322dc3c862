//! What lies over a screen: the input line, the keys, a question.

mod import;
mod keys;
mod prompt;
mod question;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::ui::Overlay;
use super::view::View;

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
        Overlay::Import(import) => {
            import::draw(view, buf, Rect { height: area.bottom().saturating_sub(under.y), ..under }, import);
            None
        }
    }
}

/// The rows that the open line covers, where it has figures that stand beside the list.
pub fn covers(view: &View, area: Rect) -> Option<Rect> {
    match view.scene.ui.overlay.as_ref()? {
        Overlay::Prompt(prompt) if prompt.preview.is_some() => Some(prompt::place(area, prompt)),
        _ => None,
    }
}
