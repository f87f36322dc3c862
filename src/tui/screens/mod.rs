//! Which panels stand where on each screen.

use ratatui::Frame;

use super::scene::Scene;

/// Draws one frame: the open screen, and what lies over it.
pub fn draw(frame: &mut Frame, scene: &Scene) {
    let _ = (frame, scene);
}
