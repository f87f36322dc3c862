//! What is opened, and why it may not be.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::keymap::BadKeys;
use super::theme::BadTheme;
use crate::review::Review;
use crate::session::{Clock, OpenError, Session};

/// What is opened.
#[derive(Debug, Clone)]
pub enum Opening {
    /// A session that is there already.
    GoOn(PathBuf),
    /// A new session of a review, in this file.
    New(Box<Review>, PathBuf),
    /// The operator is asked: to go on with the session of the first path, or to begin a new one in the second.
    Ask(PathBuf, Box<Review>, PathBuf),
}

/// What is to be said after the screen is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The session's file.
    pub path: PathBuf,
    /// How many records it holds, all of them on the disk.
    pub records: u32,
}

/// Why the operator's terminal did not open.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The session.
    #[error(transparent)]
    Session(#[from] OpenError),
    /// The file of keys.
    #[error(transparent)]
    Keys(#[from] BadKeys),
    /// The file of colours.
    #[error(transparent)]
    Theme(#[from] BadTheme),
    /// The terminal itself.
    #[error("The operator's screen needs a terminal: {0}. Nothing was changed; plenary show and plenary do work without one")]
    Terminal(#[from] io::Error),
}

/// A session that is open.
pub(super) struct Opened {
    /// The session.
    pub session: Session,
    /// Its file.
    pub path: PathBuf,
    /// The new session that is begun instead, if the operator wants one.
    pub afresh: Option<(Box<Review>, PathBuf)>,
    /// What went wrong on the way.
    pub sentence: Option<String>,
}

/// Opens it, by that clock.
///
/// # Errors
/// The session's.
pub(super) async fn open(opening: Opening, clock: &Arc<dyn Clock>) -> Result<Opened, OpenError> {
    let (review, path, sentence) = match opening {
        Opening::GoOn(path) => {
            return Ok(Opened { session: Session::open(&path, Arc::clone(clock)).await?, path, afresh: None, sentence: None });
        }
        Opening::Ask(last, review, path) => match Session::open(&last, Arc::clone(clock)).await {
            Ok(session) => return Ok(Opened { session, path: last, afresh: Some((review, path)), sentence: None }),
            // A new session is better than none.
            Err(error) => (review, path, Some(error.to_string())),
        },
        Opening::New(review, path) => (review, path, None),
    };
    Ok(Opened { session: Session::create(&path, *review, Arc::clone(clock)).await?, path, afresh: None, sentence })
}
