//! One session, open: what was decided, what is on the disk, and what time it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::journal::{Found, Head, Journal, SqliteJournal};
use super::timeline::Timeline;
use super::{Clock, Failure, Health, OpenError, Reading};
use crate::dialogue::{Dialogue, Event, Record, Refusal, RefusalCode, Seq, State, Text};
use crate::review::{Ms, Review};

/// A session. Its state is always that of its newest record known here, [advanced](Session::advance) to the present.
pub struct Session<J = SqliteJournal> {
    /// Where the files that commands name are looked for.
    pub folder: PathBuf,
    pub(super) journal: J,
    pub(super) clock: Box<dyn Clock>,
    pub(super) timeline: Timeline,
    pub(super) dialogue: Dialogue,
    pub(super) newest: Arc<Record>,
    pub(super) failure: Option<Failure>,
    /// Where the journal stops making sense.
    damage: Option<String>,
    /// Why whoever opened it may not write.
    closed: Option<String>,
}

impl Session {
    /// Makes a new session file whose first record is the review. Session time begins now.
    ///
    /// # Errors
    /// The file is there already or cannot be written, or the review's list does not fit its modalities.
    pub async fn create(path: impl AsRef<Path>, review: Review, clock: impl Clock + 'static) -> Result<Session, OpenError> {
        let path = path.as_ref();
        let first = opening(review, &clock.read());
        Dialogue::open(Arc::new(first.clone()))
            .map_err(|broken| OpenError::new(path, format!("was not made: the review's {}", broken.reason)))?;
        let journal = SqliteJournal::create(path, &first)?;
        Session::resume(journal, clock).await.map_err(|reason| OpenError::new(path, reason))
    }

    /// Goes on with the session in a file: what ran when it was last open runs, and the time since has passed.
    ///
    /// A file that is damaged opens up to the damage, for reading: see [`Health::read_only`].
    ///
    /// # Errors
    /// It is no session, or not one that this version can read; it was left alone.
    pub async fn open(path: impl AsRef<Path>, clock: impl Clock + 'static) -> Result<Session, OpenError> {
        let path = path.as_ref();
        let journal = SqliteJournal::open(path)?;
        let closed = journal.closed().map(str::to_owned);
        let mut session = Session::resume(journal, clock).await.map_err(|reason| OpenError::new(path, reason))?;
        if session.damage.is_none() {
            session.journal.renew_views();
        }
        Ok(Session { closed, ..session })
    }

    /// Behaves as on a full disk from now on; for tests and rehearsals.
    pub fn rehearse_full_disk(&self) {
        self.journal.stop_growing();
    }

    /// The rehearsed disk has room again.
    pub fn end_full_disk(&self) {
        self.journal.go_on_growing();
    }
}

impl<J: Journal> Session<J> {
    /// Goes on with the session in a journal.
    ///
    /// # Errors
    /// A sentence, where the journal cannot be read or does not begin with a review.
    pub async fn resume(mut journal: J, clock: impl Clock + 'static) -> Result<Session<J>, String> {
        let Found { records, damage } = journal.read(Seq(1)).await?;
        let mut records = records.into_iter();
        let Some(first) = records.next() else {
            return Err(
                damage.map_or("holds no record; it was left alone".into(), |damage| format!("is damaged: {damage}; it was left alone"))
            );
        };
        let dialogue = Dialogue::open(Arc::clone(&first)).map_err(|broken| format!("is damaged: {broken}; it was left alone"))?;
        let reading = clock.read();
        let mut session = Session {
            folder: PathBuf::from("."),
            journal,
            timeline: Timeline::resume(&first, &reading),
            clock: Box::new(clock),
            dialogue,
            newest: first,
            failure: None,
            damage,
            closed: None,
        };
        for record in records {
            if session.take(record).is_err() {
                break;
            }
        }
        session.timeline = Timeline::resume(&session.newest, &reading);
        session.advance();
        Ok(session)
    }

    /// Takes in what other processes have recorded; how many records that were.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub async fn catch_up(&mut self) -> Result<usize, Refusal> {
        if self.damage.is_some() {
            return Ok(0);
        }
        let unread =
            |reason| Refusal::new(RefusalCode::NotWritten, format!("The session {reason}. Nothing was recorded and nothing changed"));
        let Found { records, damage } = self.journal.read(self.dialogue.seq().next()).await.map_err(unread)?;
        let count = records.len();
        for record in records {
            self.take(record)?;
        }
        self.damage = damage;
        if count > 0 {
            self.timeline.follow(&self.newest, &self.clock.read());
        }
        Ok(count)
    }

    /// Session time now.
    pub fn now(&self) -> Ms {
        self.timeline.now(&self.clock.read())
    }

    /// Brings about what time alone brings about until now.
    pub fn advance(&mut self) {
        self.dialogue.advance(self.now());
    }

    /// What is true.
    pub fn state(&self) -> &State {
        self.dialogue.state()
    }

    /// The records and their fold.
    pub fn dialogue(&self) -> &Dialogue {
        &self.dialogue
    }

    /// The newest record's number and hash, which stand for the whole session up to it.
    pub fn head(&self) -> Head {
        self.journal.head()
    }

    /// How well the records are kept.
    pub fn health(&self) -> Health {
        Health { newest: self.newest.seq, saved: self.newest.at, failure: self.failure.clone(), read_only: self.read_only().cloned() }
    }

    /// UTC at a moment of the session, in milliseconds since 1970, by the clock of whoever wrote the record before it.
    pub fn utc_of(&self, moment: Ms) -> i64 {
        let records = self.dialogue.records();
        let before = records.partition_point(|record| record.at <= moment);
        let is_later = records.last().is_some_and(|last| last.at < moment);
        if is_later {
            let reading = self.clock.read();
            return reading.before(self.timeline.now(&reading) - moment).utc_ms;
        }
        let record = records.get(before.saturating_sub(1));
        record.map_or(0, |record| record.utc_ms.saturating_add((moment - record.at).0))
    }

    /// Puts everything into the one file, so that it can be copied: for when nothing is happening. Closing does the same.
    pub async fn settle(&mut self) {
        self.journal.settle().await;
    }

    pub(super) fn take(&mut self, record: Arc<Record>) -> Result<(), Refusal> {
        if let Err(broken) = self.dialogue.apply(Arc::clone(&record)) {
            let reason = format!("{broken}; the session is shown up to record {}", self.dialogue.seq());
            self.damage = Some(reason.clone());
            return Err(Refusal::new(RefusalCode::NotWritten, format!("This session can only be read from here on: {reason}")));
        }
        self.newest = record;
        if let Some(failure) = &mut self.failure {
            failure.lasts = false;
        }
        Ok(())
    }

    pub(super) fn read_only(&self) -> Option<&String> {
        self.damage.as_ref().or(self.closed.as_ref())
    }
}

/// The record that a session begins with.
fn opening(review: Review, reading: &Reading) -> Record {
    Record {
        seq: Seq(1),
        id: uuid::Uuid::now_v7().to_string().into(),
        at: Ms::ZERO,
        moment: Ms::ZERO,
        utc_ms: reading.utc_ms,
        boot_id: Text::clone(&reading.boot_id),
        boot_ms: reading.boot_ms,
        seat: "operator".into(),
        command: "open".into(),
        events: vec![Event::Opened(Arc::new(review))],
    }
}
