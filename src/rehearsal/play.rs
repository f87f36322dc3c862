//! A rehearsal carried out in a session: at once, or as fast as is wanted.

use std::path::Path;
use std::time::Duration;

use super::{Deed, Rehearsal};
use crate::dialogue::Refusal;
use crate::language;
use crate::review::{Ms, Review};
use crate::session::{Clock, OpenError, Press, Session, SystemClock, VirtualClock, planned_start};

/// What a rehearsal came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Played {
    /// Records in the session.
    pub records: u32,
    /// Session time at its end.
    pub length: Ms,
}

/// Why a rehearsal was not played to its end.
#[derive(Debug, thiserror::Error)]
pub enum Unplayed {
    /// No session could be made.
    #[error(transparent)]
    Session(#[from] OpenError),
    /// A record could not be written; what was played is in the session.
    #[error("The rehearsal stopped at \"{line}\": {refusal}")]
    Stopped {
        /// The command.
        line: String,
        /// Why.
        refusal: Refusal,
    },
}

/// Plays a whole meeting of a review, with "rehearsal" in its title, into a new session.
///
/// Without a pace it is over at once, and began when the review says. With one, which says how long a time of the meeting
/// takes, it begins now, and others can look at the session while it is played.
///
/// # Errors
/// The session cannot be made or written.
pub async fn play(path: &Path, review: Review, seed: u64, pace: Option<&dyn Fn(Ms) -> Duration>) -> Result<Played, Unplayed> {
    let clock = VirtualClock::new(if pace.is_some() { SystemClock::new().read().utc_ms } else { planned_start(&review) });
    let review = Review { title: format!("{} (rehearsal)", review.title), ..review };
    let mut session = Session::create(path, review, clock.clone()).await?;
    let mut rehearsal = Rehearsal::new(seed, session.state().listed().count());
    while let Some(Deed { wait, seat, command, .. }) = rehearsal.next(session.dialogue(), session.now()) {
        if let Some(takes) = pace {
            tokio::time::sleep(takes(wait)).await;
        }
        clock.pass(wait);
        session.advance();
        let line = language::print(&command);
        let press = Press::new(seat, &session);
        session.submit(&press, &command, &line).await.map_err(|refusal| Unplayed::Stopped { line, refusal })?;
    }
    session.settle().await;
    Ok(Played { records: session.dialogue().seq().0, length: session.now() })
}
