//! The host's clocks: wall time, and the time since the host was started, which goes on through sleep and never jumps.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::civil::DateTime;
use rustix::time::{ClockId, clock_gettime};

use crate::dialogue::Text;
use crate::review::{Ms, Review};

/// One look at the clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// UTC in milliseconds since 1970. May be wrong, and may step either way.
    pub utc_ms: i64,
    /// Which start of which host `boot_ms` counts from. Empty where the host does not say; two such are never taken for the same.
    pub boot_id: Text,
    /// Milliseconds since that start, sleep included. The same for all processes of the host.
    pub boot_ms: i64,
}

impl Reading {
    /// What was read `span` ago.
    pub fn before(&self, span: Ms) -> Reading {
        Reading {
            utc_ms: self.utc_ms.saturating_sub(span.0),
            boot_id: Text::clone(&self.boot_id),
            boot_ms: self.boot_ms.saturating_sub(span.0),
        }
    }
}

/// Where time comes from.
pub trait Clock: Send + Sync {
    /// Looks at the clocks.
    fn read(&self) -> Reading;
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn read(&self) -> Reading {
        (**self).read()
    }
}

/// The clocks of this host.
#[derive(Debug, Clone)]
pub struct SystemClock {
    boot_id: Text,
}

impl SystemClock {
    /// The clocks of this host, with its boot id.
    pub fn new() -> SystemClock {
        let boot_id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
        SystemClock { boot_id: boot_id.trim().into() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        SystemClock::new()
    }
}

impl Clock for SystemClock {
    fn read(&self) -> Reading {
        let since_start = clock_gettime(ClockId::Boottime);
        Reading {
            utc_ms: Timestamp::now().as_millisecond(),
            boot_id: Text::clone(&self.boot_id),
            boot_ms: since_start.tv_sec.saturating_mul(1000).saturating_add(since_start.tv_nsec / 1_000_000),
        }
    }
}

/// When a meeting is planned to begin: UTC in milliseconds since 1970; 0 where the review does not say so in a way that is a time.
pub fn planned_start(review: &Review) -> i64 {
    let local = review.starts.parse::<DateTime>().ok();
    let zoned = local.and_then(|local| local.in_tz(&review.time_zone).ok());
    zoned.map_or(0, |zoned| zoned.timestamp().as_millisecond())
}

/// A clock that stands until it is set, for scenario files and tests. Clones show the same time.
#[derive(Debug, Clone)]
pub struct VirtualClock {
    shown: Arc<Mutex<Shown>>,
}

#[derive(Debug)]
struct Shown {
    reading: Reading,
    elapsed: Ms,
}

impl VirtualClock {
    /// A clock whose wall shows `utc_ms`.
    pub fn new(utc_ms: i64) -> VirtualClock {
        let reading = Reading { utc_ms, boot_id: "virtual".into(), boot_ms: 0 };
        VirtualClock { shown: Arc::new(Mutex::new(Shown { reading, elapsed: Ms::ZERO })) }
    }

    /// Goes on until so much has passed since this clock was made.
    pub fn set(&self, elapsed: Ms) {
        let passed = elapsed - self.shown().elapsed;
        self.pass(passed);
    }

    /// Lets time pass.
    pub fn pass(&self, span: Ms) {
        let mut shown = self.shown();
        shown.elapsed += span;
        shown.reading = shown.reading.before(-span);
    }

    /// Steps the wall clock without time passing: someone set the host's time.
    pub fn step_wall(&self, by: Ms) {
        let mut shown = self.shown();
        shown.reading.utc_ms = shown.reading.utc_ms.saturating_add(by.0);
    }

    /// Starts the host anew under another boot id; the outage is `pass`ed before or after.
    pub fn restart_host(&self, boot_id: &str) {
        let mut shown = self.shown();
        shown.reading.boot_id = boot_id.into();
        shown.reading.boot_ms = 0;
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for VirtualClock {
    fn read(&self) -> Reading {
        self.shown().reading.clone()
    }
}
