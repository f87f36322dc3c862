//! The thread that writes frames, so that a slow line never holds up a key. It has at most one frame at a time.

use std::fs::File;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

/// The way out to the terminal.
#[derive(Debug)]
pub(super) struct Writer {
    frames: Sender<Vec<u8>>,
    busy: Arc<AtomicBool>,
    written: Arc<Notify>,
}

impl Writer {
    /// Starts the thread on a terminal; it ends with the writer.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn start(terminal: File) -> io::Result<Writer> {
        let (frames, waiting) = channel();
        let (busy, written) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
        let writer = Writer { frames, busy: Arc::clone(&busy), written: Arc::clone(&written) };
        std::thread::Builder::new().name("frames".to_owned()).spawn(move || write_all(terminal, &waiting, &busy, &written))?;
        Ok(writer)
    }

    /// Whether the last frame is still on its way; then none is to be drawn.
    pub fn busy(&self) -> bool {
        self.busy.load(Ordering::Acquire)
    }

    /// Sends one frame; only while not busy.
    pub fn send(&self, frame: Vec<u8>) {
        self.busy.store(true, Ordering::Release);
        if self.frames.send(frame).is_err() {
            self.busy.store(false, Ordering::Release);
        }
    }

    /// Comes back when a frame has gone out since the last call.
    pub async fn written(&self) {
        self.written.notified().await;
    }

    /// Waits for the last frame, but not for a line that does not move; whether it went out.
    pub fn finish(&self, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        while self.busy() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(2));
        }
        !self.busy()
    }
}

fn write_all(mut terminal: File, frames: &Receiver<Vec<u8>>, busy: &AtomicBool, written: &Notify) {
    while let Ok(frame) = frames.recv() {
        // A terminal that is gone is noticed by the reader; there is nobody to tell here.
        let _ = terminal.write_all(&frame);
        busy.store(false, Ordering::Release);
        written.notify_one();
    }
}
