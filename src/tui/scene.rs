//! All that a frame is drawn from. Live and replay make one each; nothing else decides what is seen.

use std::sync::Arc;

use super::keymap::Deed;
use super::theme::Theme;
use super::ui::Ui;
use crate::dialogue::{Record, Seq, State};
use crate::review::Ms;

/// One moment of one session, as one terminal looks at it.
pub struct Scene<'a> {
    /// The session's state, true at `now`.
    pub state: &'a State,
    /// The moment that is drawn.
    pub now: Ms,
    /// Where the eye and the hand are.
    pub ui: &'a Ui,
    /// Colours.
    pub theme: &'a Theme,
    /// Makes times of day out of moments.
    pub wall: &'a dyn Fn(Ms) -> WallTime,
    /// The keys that do something now, most important first.
    pub hints: &'a [Hint],
    /// All records that there are then, oldest first.
    pub records: &'a [Arc<Record>],
    /// The number of the newest record on the disk.
    pub saved: Seq,
}

/// A time of day in the place's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WallTime {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

/// A key and what it does now: `n` `next: Germany`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key as printed on it: `n`, `space`, `Enter`.
    pub key: String,
    /// What it will do.
    pub does: String,
    /// What it is bound to; its group is where it stands in the `?` screen.
    pub deed: Deed,
}
