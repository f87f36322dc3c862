//! What the system says: to end, to stop for a while, to go on, that the window has another size.

use std::io;

use tokio::signal::unix::{self, SignalKind};

/// One of the signals that mean something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The program is to end: SIGTERM, SIGHUP or SIGINT.
    End,
    /// It is to stop for a while: SIGTSTP.
    Stop,
    /// It goes on: SIGCONT.
    GoOn,
    /// The window has another size: SIGWINCH.
    Resized,
}

/// The signals, from now on.
#[derive(Debug)]
pub struct Signals {
    term: unix::Signal,
    hup: unix::Signal,
    int: unix::Signal,
    stop: unix::Signal,
    go_on: unix::Signal,
    resized: unix::Signal,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system does not let it.
    pub fn listen() -> io::Result<Signals> {
        Ok(Signals {
            term: unix::signal(SignalKind::terminate())?,
            hup: unix::signal(SignalKind::hangup())?,
            int: unix::signal(SignalKind::interrupt())?,
            stop: unix::signal(SignalKind::from_raw(rustix::process::Signal::TSTP.as_raw()))?,
            go_on: unix::signal(SignalKind::from_raw(rustix::process::Signal::CONT.as_raw()))?,
            resized: unix::signal(SignalKind::window_change())?,
        })
    }

    /// The next one.
    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.term.recv() => Signal::End,
            _ = self.hup.recv() => Signal::End,
            _ = self.int.recv() => Signal::End,
            _ = self.stop.recv() => Signal::Stop,
            _ = self.go_on.recv() => Signal::GoOn,
            _ = self.resized.recv() => Signal::Resized,
        }
    }
}

/// Stops this process until someone tells it to go on.
pub fn stop_here() {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}
