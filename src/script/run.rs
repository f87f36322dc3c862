//! Playing a scenario: a real session file, virtual time, and each line held against what comes of it.

use std::path::{Path as FilePath, PathBuf};

use tempfile::TempDir;

use super::scenario::{Act, Fault, Scenario, Step};
use super::value::written;
use super::{Op, Path, Wanted};
use crate::review::load::{self, Problems};
use crate::review::{Ms, Review};
use crate::session::snapshot::Snapshot;
use crate::session::{Clock, OpenError, Press, Session, SystemClock, VirtualClock, planned_start};

/// Whose undo and redo the expectations speak of.
const SEAT: &str = "operator";

/// What came of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What did not come true, and the lines that are none, in the order of the file. None: the scenario passed.
    pub faults: Vec<Fault>,
}

/// A scenario that cannot be played at all.
#[derive(Debug, thiserror::Error)]
pub enum Unplayable {
    /// The file cannot be read.
    #[error("{} cannot be read: {reason}", file.display())]
    Unreadable {
        /// Which file.
        file: PathBuf,
        /// Why.
        reason: String,
    },
    /// It names no review.
    #[error("{} names no review; its first line says: review FILE", .0.display())]
    NoReview(PathBuf),
    /// Its review is wrong.
    #[error("{} plays in a review that is wrong:\n{problems}", file.display())]
    Review {
        /// The scenario.
        file: PathBuf,
        /// What is wrong.
        problems: Problems,
    },
    /// No session can be made for it.
    #[error("{reason}")]
    Session {
        /// Why.
        reason: String,
    },
}

/// Plays a scenario file into a session of its own, which is left behind under `keep` if that is given.
///
/// # Errors
/// The scenario or its review cannot be read, or no session can be made. What does not come true is no error: see [`Outcome`].
pub async fn run(file: &FilePath, keep: Option<&FilePath>) -> Result<Outcome, Unplayable> {
    let unreadable = |reason: std::io::Error| Unplayable::Unreadable { file: file.to_owned(), reason: reason.to_string() };
    let scenario = Scenario::parse(&std::fs::read_to_string(file).map_err(unreadable)?);
    if scenario.review.as_os_str().is_empty() {
        return Err(Unplayable::NoReview(file.to_owned()));
    }
    let folder = file.parent().unwrap_or(FilePath::new("."));
    let loaded = load::review(folder.join(&scenario.review));
    let review = loaded.map_err(|problems| Unplayable::Review { file: file.to_owned(), problems })?.review;
    let passing = passing_folder().map_err(|reason| Unplayable::Session { reason: format!("no folder for the session: {reason}") })?;
    let path = keep.map_or_else(|| passing.path().join("scenario.plenary"), FilePath::to_owned);
    let stage = Stage { path, folder: folder.to_owned(), clock: VirtualClock::new(wall(&review, keep, &scenario.steps)) };
    let session = stage.open(Some(review)).await.map_err(|error| Unplayable::Session { reason: error.to_string() })?;
    let mut faults = scenario.faults;
    faults.extend(stage.play(session, &scenario.steps).await);
    faults.sort_by_key(|fault| fault.line);
    Ok(Outcome { faults })
}

/// A folder that goes when the scenario is over: in memory where the host has such a place, since nothing there needs to
/// outlive the process and each record waits for its folder's disk.
fn passing_folder() -> std::io::Result<TempDir> {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new())
}

/// Where a scenario is played: the session's file, the folder of the files that commands name, and the time.
struct Stage {
    path: PathBuf,
    folder: PathBuf,
    clock: VirtualClock,
}

impl Stage {
    /// The session: a new one on a review, else the one on the disk.
    async fn open(&self, review: Option<Review>) -> Result<Session, OpenError> {
        let mut session = match review {
            Some(review) => Session::create(&self.path, review, self.clock.clone()).await?,
            None => Session::open(&self.path, self.clock.clone()).await?,
        };
        session.folder.clone_from(&self.folder);
        Ok(session)
    }

    async fn play(&self, mut session: Session, steps: &[Step]) -> Vec<Fault> {
        let mut faults = Vec::new();
        for step in steps {
            self.clock.set(step.at);
            session.advance();
            let came_true = match &step.act {
                Act::Command { seat, command } => accept(&mut session, seat, command).await,
                Act::Refuse { code, seat, command } => refuse(&mut session, code.as_str(), seat, command).await,
                Act::Expect { path, op, wanted } => expect(&session, path, *op, wanted),
                Act::Crash => {
                    drop(session);
                    match self.open(None).await {
                        Ok(opened) => session = opened,
                        Err(error) => {
                            faults.push(Fault { line: step.line, what: format!("after the crash: {error}") });
                            return faults;
                        }
                    }
                    Ok(())
                }
            };
            faults.extend(came_true.err().map(|what| Fault { line: step.line, what }));
        }
        faults
    }
}

async fn accept(session: &mut Session, seat: &str, command: &str) -> Result<(), String> {
    let press = Press::new(seat, session);
    match session.submit_line(&press, command).await {
        Ok(_) => Ok(()),
        Err(refusal) => Err(format!("\"{command}\" was refused ({}): {}", refusal.code, refusal.sentence)),
    }
}

async fn refuse(session: &mut Session, code: &str, seat: &str, command: &str) -> Result<(), String> {
    let before = session.dialogue().seq();
    let press = Press::new(seat, session);
    let answer = session.submit_line(&press, command).await;
    let after = session.dialogue().seq();
    match answer {
        Ok(_) => Err(format!("\"{command}\" was accepted; expected it to be refused ({code})")),
        Err(refusal) if refusal.code.as_str() != code => {
            Err(format!("\"{command}\" was refused ({}) and not ({code}): {}", refusal.code, refusal.sentence))
        }
        Err(_) if before != after => Err(format!("\"{command}\" was refused ({code}) and left record {after} behind")),
        Err(_) => Ok(()),
    }
}

fn expect(session: &Session, path: &Path, op: Op, wanted: &Wanted) -> Result<(), String> {
    let state = serde_json::to_value(Snapshot::of(session, SEAT)).map_err(|error| error.to_string())?;
    let found = path.find(&state)?;
    match op.holds(found, wanted) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!("expected {path} {op} {wanted}, got {}", written(found))),
        Err(why) => Err(format!("{path} {op} {wanted} cannot be compared: {why}; got {}", written(found))),
    }
}

/// What the wall shows at session time zero, in UTC milliseconds: when the meeting is to begin. A session that is left
/// behind was played up to this moment, so that one can go on with it.
fn wall(review: &Review, keep: Option<&FilePath>, steps: &[Step]) -> i64 {
    if keep.is_some() {
        let played = steps.last().map_or(Ms::ZERO, |step| step.at);
        return SystemClock::new().read().before(played).utc_ms;
    }
    planned_start(review)
}
