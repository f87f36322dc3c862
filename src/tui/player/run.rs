//! The loop of the player: keys, and time while it plays. While it stands nothing wakes it but a key.

use std::time::{Duration, Instant};

use super::deck::Deck;
use crate::tui::opening::Trouble;
use crate::tui::terminal::{self, Heard, Screen, Signal, Signals, stop_here};
use crate::tui::theme::Theme;

/// Shows a deck on the terminal and comes back when it is left.
///
/// # Errors
/// [`Trouble`], before anything was drawn.
pub fn replay(deck: Deck, theme: Theme) -> Result<(), Trouble> {
    terminal::is_there()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (signals, screen) = (Signals::listen()?, Screen::open()?);
        Machine { deck, theme, signals, screen, looked: Instant::now(), stale: true, lent: false }.run().await;
        Ok(())
    })
}

struct Machine {
    deck: Deck,
    theme: Theme,
    signals: Signals,
    screen: Screen,
    /// Until when the deck knows of the time that has passed.
    looked: Instant,
    /// What is on the screen is not what the deck shows.
    stale: bool,
    /// The shell has the terminal.
    lent: bool,
}

enum Woken {
    Heard(Heard),
    Signal(Signal),
    Time,
}

impl Machine {
    async fn run(&mut self) {
        loop {
            if self.stale && !self.lent && !self.screen.busy() {
                let state = self.deck.player.state();
                self.screen.draw(|frame| self.deck.draw(frame, &state, &self.theme));
                self.stale = false;
            }
            let goes_on = match self.wait().await {
                Woken::Heard(heard) => self.hear(heard),
                Woken::Signal(signal) => self.obey(signal),
                Woken::Time => {
                    self.let_pass();
                    true
                }
            };
            if !goes_on {
                return;
            }
        }
    }

    async fn wait(&mut self) -> Woken {
        let waiting = self.stale && !self.lent;
        let rest = if waiting { None } else { self.deck.changes_after(&self.deck.player.state()) };
        let time = async {
            match rest {
                Some(rest) => tokio::time::sleep(rest.saturating_sub(self.looked.elapsed())).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            heard = self.screen.next(waiting) => Woken::Heard(heard),
            signal = self.signals.next() => Woken::Signal(signal),
            () = time => Woken::Time,
        }
    }

    fn let_pass(&mut self) {
        let passed = self.looked.elapsed();
        self.looked += passed;
        // A terminal that was lent has not been looked at meanwhile.
        let seen = if self.lent { Duration::ZERO } else { passed };
        self.stale |= self.deck.pass(seen);
    }

    fn hear(&mut self, first: Heard) -> bool {
        self.let_pass();
        let mut next = Some(first);
        while let Some(heard) = next {
            match heard {
                Heard::HangUp => return false,
                Heard::Free => {}
                Heard::Keys(_, events) => {
                    self.stale = true;
                    if !events.iter().all(|event| self.deck.press(event)) {
                        return false;
                    }
                }
            }
            next = self.screen.heard_already();
        }
        true
    }

    fn obey(&mut self, signal: Signal) -> bool {
        self.let_pass();
        match signal {
            Signal::End => return false,
            Signal::Stop => {
                self.screen.lend();
                self.lent = true;
                stop_here();
            }
            Signal::GoOn => {
                // Without its terminal there is nothing that the program could do.
                if self.screen.reclaim().is_err() {
                    return false;
                }
                self.let_pass();
                (self.lent, self.stale) = (false, true);
            }
            Signal::Resized => {
                self.screen.resized();
                self.stale = true;
            }
        }
        true
    }
}
