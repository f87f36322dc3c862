//! One moment of a recording as a frame, on a terminal or as plain lines.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::bar;
use super::deck::Deck;
use crate::dialogue::State;
use crate::review::Ms;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::ui::Overlay;

/// A frame of no rows or columns shows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a screen has at least one column and one row")]
pub struct TooSmall;

impl Deck {
    /// Draws the moment: the screen as it is live, and the bar and the keys over its last two rows.
    pub fn draw(&mut self, frame: &mut ratatui::Frame<'_>, state: &State, theme: &Theme) {
        self.look_again(state);
        let hints = if self.ui.overlay.is_some() { self.hints() } else { Vec::new() };
        let wall = |moment: Ms| self.wall(moment);
        let (now, saved) = (self.player.position().moment, self.player.newest());
        let records = self.records();
        let scene = Scene { state, now, ui: &self.ui, theme, wall: &wall, hints: &hints, records, saved };
        crate::tui::draw(frame, &scene);
        let area = frame.area();
        if !matches!(self.ui.overlay, None | Some(Overlay::Sheet(_))) || area.height < 4 {
            return;
        }
        let row = |from_below: u16| Rect { y: area.bottom().saturating_sub(from_below), height: 1, ..area };
        bar::bar(self, state, theme, frame.buffer_mut(), row(2));
        bar::keys(self, theme, frame.buffer_mut(), row(1));
    }
}

/// The moment that a deck shows, as plain lines of so many columns, without anything that a terminal would act on.
///
/// # Errors
/// [`TooSmall`].
pub fn sheet(deck: &mut Deck, theme: &Theme, columns: u16, rows: u16) -> Result<Vec<String>, TooSmall> {
    if columns == 0 || rows == 0 {
        return Err(TooSmall);
    }
    let Ok(mut terminal) = Terminal::new(TestBackend::new(columns, rows));
    let state = deck.player.state();
    let Ok(_) = terminal.draw(|frame| deck.draw(frame, &state, theme));
    Ok(lines(terminal.backend().buffer()))
}

/// The rows of a buffer as text, without what is blank at their ends; the second column of a wide letter is left out.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let row = |cells: &[ratatui::buffer::Cell]| {
        let (mut row, mut skip) = (String::new(), 0);
        for cell in cells {
            if skip == 0 {
                row.push_str(cell.symbol());
                skip = cell.symbol().width().max(1);
            }
            skip -= 1;
        }
        row.trim_end().to_owned()
    };
    buffer.content().chunks(usize::from(buffer.area.width).max(1)).map(row).collect()
}
