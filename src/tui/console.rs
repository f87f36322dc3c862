//! The loop of every terminal: keys in order, one frame for what is newest, and sleep until something changes.
//!
//! Signals, a line that is slow and one that is gone mean the same to whoever sits there, so they are met here and nowhere else.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::Frame;

use super::opening::Trouble;
use super::terminal::{self, Heard, Screen, Signal, Signals, stop_here};

/// What one sits at: a desk with a session on it, a deck with a recording.
pub(super) trait Console {
    /// What one key or paste does that came at that instant. Whether the program goes on.
    async fn press(&mut self, event: &Event, arrived: Instant) -> bool;

    /// All keys that came together have been pressed.
    fn pressed(&mut self) {}

    /// How long until there is something else to be seen, if no key is pressed; absent: there never is.
    fn changes_after(&self) -> Option<Duration>;

    /// Time has passed, as much as was asked for. Whether there is anything else to be seen.
    async fn wake(&mut self) -> bool;

    /// The terminal was in other hands until now.
    fn looked_away(&mut self) {}

    /// Draws what is true now.
    fn draw(&mut self, frame: &mut Frame<'_>);
}

/// Carries out what needs a terminal and waits for keys, signals and time.
///
/// # Errors
/// Where there is no terminal, or the work's own.
pub(super) fn on_a_terminal<T>(work: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    terminal::is_there()?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

/// Shows a console on the terminal and comes back when it is left; the terminal is as it was before then.
///
/// # Errors
/// When the terminal cannot be taken over; nothing was drawn.
pub(super) async fn attend(console: &mut impl Console) -> io::Result<()> {
    let (signals, screen) = (Signals::listen()?, Screen::open()?);
    Attended { console, screen, signals, stale: true, lent: false }.run().await;
    Ok(())
}

struct Attended<'a, C> {
    console: &'a mut C,
    screen: Screen,
    signals: Signals,
    /// What is on the screen is not what is true.
    stale: bool,
    /// The shell has the terminal.
    lent: bool,
}

/// What ended a wait.
enum Woken {
    Heard(Heard),
    Signal(Signal),
    Time,
}

impl<C: Console> Attended<'_, C> {
    async fn run(&mut self) {
        loop {
            if self.stale && !self.lent && !self.screen.busy() {
                self.screen.draw(|frame| self.console.draw(frame));
                self.stale = false;
            }
            let goes_on = match self.wait().await {
                Woken::Heard(heard) => self.hear(heard).await,
                Woken::Signal(signal) => self.obey(signal),
                Woken::Time => {
                    self.stale |= self.console.wake().await;
                    true
                }
            };
            if !goes_on {
                return;
            }
        }
    }

    async fn wait(&mut self) -> Woken {
        // A frame that waits for the line is drawn when the line is free; until then, and while nobody looks, time wakes no one.
        let waiting = self.stale && !self.lent;
        let rest = if self.stale || self.lent { None } else { self.console.changes_after() };
        let time = async {
            match rest {
                Some(rest) => tokio::time::sleep(rest).await,
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

    /// All keys that have come, in order; the next frame shows what they came to.
    async fn hear(&mut self, first: Heard) -> bool {
        let mut next = Some(first);
        while let Some(heard) = next {
            match heard {
                Heard::HangUp => return false,
                Heard::Free => {}
                Heard::Keys(arrived, events) => {
                    self.stale = true;
                    for event in &events {
                        if !self.console.press(event, arrived).await {
                            return false;
                        }
                    }
                    self.console.pressed();
                }
            }
            next = self.screen.heard_already();
        }
        true
    }

    fn obey(&mut self, signal: Signal) -> bool {
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
                self.console.looked_away();
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
