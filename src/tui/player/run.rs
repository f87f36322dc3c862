//! The player on a terminal: time is told to the deck as it passes. While it stands nothing wakes it but a key.

use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::Frame;

use super::deck::Deck;
use crate::dialogue::State;
use crate::tui::console::{Console, attend, on_a_terminal};
use crate::tui::opening::Trouble;
use crate::tui::theme::Theme;

/// Shows a deck on the terminal and comes back when it is left.
///
/// # Errors
/// [`Trouble`], before anything was drawn.
pub fn replay(deck: Deck, theme: Theme) -> Result<(), Trouble> {
    let shown = deck.player.state();
    let mut playing = Playing { deck, theme, looked: Instant::now(), shown };
    on_a_terminal(async { Ok(attend(&mut playing).await?) })
}

struct Playing {
    deck: Deck,
    theme: Theme,
    /// Until when the deck knows of the time that has passed.
    looked: Instant,
    /// What was true in the last frame; to fold it twice would be twice the work.
    shown: State,
}

impl Playing {
    fn let_pass(&mut self) -> bool {
        let passed = self.looked.elapsed();
        self.looked += passed;
        self.deck.pass(passed)
    }
}

impl Console for Playing {
    async fn press(&mut self, event: &Event, _: Instant) -> bool {
        self.let_pass();
        let goes_on = self.deck.press(event);
        self.deck.write_wanted().await;
        goes_on
    }

    fn changes_after(&self) -> Option<Duration> {
        Some(self.deck.changes_after(&self.shown)?.saturating_sub(self.looked.elapsed()))
    }

    async fn wake(&mut self) -> bool {
        self.let_pass()
    }

    /// What nobody saw was not played.
    fn looked_away(&mut self) {
        self.looked = Instant::now();
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.let_pass();
        self.shown = self.deck.player.state();
        self.deck.draw(frame, &self.shown, &self.theme);
    }
}
