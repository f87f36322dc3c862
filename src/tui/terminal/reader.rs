//! The thread that reads the terminal: keys with the instant of their arrival, and the end of the line.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::time::Timespec;
use tokio::sync::mpsc;

use super::keys::Keys;

/// How long after Escape a byte may come that makes it another key. A slow line sends both in one packet.
const ESCAPE_WAITS: Duration = Duration::from_millis(25);

/// What the terminal says.
#[derive(Debug)]
pub enum Heard {
    /// Keys and pastes that came together, and when.
    Keys(Instant, Vec<Event>),
    /// The line has taken the last frame.
    Free,
    /// Nobody is at the other end any more.
    HangUp,
}

/// Starts reading; the thread ends with the terminal or when nobody listens.
///
/// # Errors
/// When the thread cannot be started.
pub(super) fn start(tty: OwnedFd) -> io::Result<mpsc::UnboundedReceiver<Heard>> {
    let (say, heard) = mpsc::unbounded_channel();
    std::thread::Builder::new().name("keys".to_owned()).spawn(move || {
        listen(&tty, &say);
        // Said last and whatever the reason: a session without a keyboard is left, not kept turning.
        let _ = say.send(Heard::HangUp);
    })?;
    Ok(heard)
}

fn listen(tty: &OwnedFd, say: &mpsc::UnboundedSender<Heard>) {
    let mut keys = Keys::default();
    let mut buffer = [0; 4096];
    loop {
        let Some(ready) = wait(tty, keys.waiting()) else { return };
        let events = if ready.is_empty() {
            keys.settle().into_iter().collect()
        } else if ready.contains(PollFlags::IN) {
            match rustix::io::read(tty, &mut buffer) {
                Ok(0) => return,
                Ok(length) => keys.feed(buffer.get(..length).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => return,
            }
        } else {
            return;
        };
        if !events.is_empty() && say.send(Heard::Keys(Instant::now(), events)).is_err() {
            return;
        }
    }
}

/// Waits for the terminal, or for the silence after Escape (no flags); nothing: it cannot be waited for.
fn wait(tty: &OwnedFd, escape_pending: bool) -> Option<PollFlags> {
    let patience = escape_pending.then(|| Timespec { tv_sec: 0, tv_nsec: i64::from(ESCAPE_WAITS.subsec_nanos()) });
    loop {
        let mut terminal = [PollFd::from_borrowed_fd(tty.as_fd(), PollFlags::IN)];
        match poll(&mut terminal, patience.as_ref()) {
            Ok(_) => return terminal.first().map(PollFd::revents),
            Err(Errno::INTR) => {}
            Err(_) => return None,
        }
    }
}
