//! One session, open: what was decided, what is on the disk, and what time it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::journal::{AppendError, Found, Head, Journal, SqliteJournal};
use super::timeline::Timeline;
use super::{Accepted, Clock, Failure, Health, OpenError, Press, Reading, import};
use crate::dialogue::{Command, Dialogue, Event, Record, Refusal, RefusalCode, Seq, State, Text};
use crate::language;
use crate::review::{Ms, Review};

/// So many times a command is decided anew because another seat was quicker.
const ATTEMPTS: usize = 50;

/// A session. Its state is always that of its newest record known here, [advanced](Session::advance) to the present.
pub struct Session<J = SqliteJournal> {
    /// Where the files that commands name are looked for.
    pub folder: PathBuf,
    journal: J,
    clock: Box<dyn Clock>,
    timeline: Timeline,
    dialogue: Dialogue,
    newest: Arc<Record>,
    failure: Option<Failure>,
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
        let mut records = records.into_iter().map(Arc::new);
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

    /// Carries a command out. `typed` is kept as it was typed, without what could steer a terminal.
    ///
    /// # Errors
    /// A refusal: the command is not possible, or its record could not be written. Nothing has changed.
    pub async fn submit(&mut self, press: &Press, command: &Command, typed: &str) -> Result<Accepted, Refusal> {
        self.submit_if(press, command, typed, |_| Ok(())).await
    }

    /// The same, unless something speaks against it in what is known once all that other processes have recorded is taken in:
    /// `still` is asked of the very state that the command is decided on.
    ///
    /// # Errors
    /// As [`Session::submit`], and what `still` answers.
    pub async fn submit_if(
        &mut self,
        press: &Press,
        command: &Command,
        typed: &str,
        mut still: impl FnMut(&Dialogue) -> Result<(), Refusal>,
    ) -> Result<Accepted, Refusal> {
        if let Some(reason) = self.read_only() {
            return Err(Refusal::new(RefusalCode::NotWritten, format!("This session can only be read: {reason}")));
        }
        let mut reason =
            "Other seats were quicker again and again: nothing was recorded and nothing changed. The key can be pressed again.".to_owned();
        for _ in 0..ATTEMPTS {
            if let Err(refusal) = self.catch_up().await {
                return Err(self.fail(refusal.sentence));
            }
            if let Some(seq) = self.recorded(press) {
                return Ok(Accepted { seq: Some(seq) });
            }
            still(&self.dialogue)?;
            let command = import::with_rows(command, &self.folder, self.state())?;
            let Some(record) = self.decide(press, &command, typed)? else { return Ok(Accepted { seq: None }) };
            match self.journal.append(self.dialogue.seq(), &record).await {
                // Another process may have sent the same: then what is on the disk is its record and not this one.
                Ok(seq) if seq == record.seq && !press.sent => return self.keep(record),
                Ok(_) | Err(AppendError::Conflict(_)) => {}
                Err(AppendError::NotWritten(sentence)) => return Err(self.fail(sentence)),
                Err(AppendError::Unknown(sentence)) => reason = sentence,
            }
        }
        Err(self.fail(reason))
    }

    /// Carries out a line of the language.
    ///
    /// # Errors
    /// As [`Session::submit`], and `usage` where the line is no command.
    pub async fn submit_line(&mut self, press: &Press, line: &str) -> Result<Accepted, Refusal> {
        let command = language::parse(line, &self.state().review)?;
        self.submit(press, &command, line.trim()).await
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
            self.take(Arc::new(record))?;
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

    fn decide(&self, press: &Press, command: &Command, typed: &str) -> Result<Option<Record>, Refusal> {
        let reading = self.clock.read();
        let now = self.timeline.now(&reading);
        let pressed = press.at.min(now);
        let at = pressed.max(self.newest.at);
        // How long ago it happened counts from the key press, also where another seat has recorded something since.
        let ago = if command.ago == Ms::ZERO { Ms::ZERO } else { command.ago + (at - pressed) };
        let decision = self.dialogue.decide(&press.seat, &Command { ago, ..command.clone() }, at)?;
        if decision.events.is_empty() {
            return Ok(None);
        }
        // The readings are those of `at`, so that session time goes on from it exactly, however long the disk takes.
        let Reading { utc_ms, boot_id, boot_ms } = reading.before(now - at);
        Ok(Some(Record {
            seq: self.dialogue.seq().next(),
            id: Text::clone(&press.id),
            at,
            moment: decision.moment,
            utc_ms,
            boot_id,
            boot_ms,
            seat: Text::clone(&press.seat),
            command: language::words::clean(typed).into(),
            events: decision.events,
        }))
    }

    /// Takes in a record of ours that is on the disk.
    fn keep(&mut self, record: Record) -> Result<Accepted, Refusal> {
        let seq = record.seq;
        self.take(Arc::new(record))?;
        self.timeline.follow(&self.newest, &self.clock.read());
        Ok(Accepted { seq: Some(seq) })
    }

    fn take(&mut self, record: Arc<Record>) -> Result<(), Refusal> {
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

    /// The record that a press has made already (case TQ-34). None is older than its press, so few are looked at.
    fn recorded(&self, press: &Press) -> Option<Seq> {
        let mut since = self.dialogue.records().iter().rev().take_while(|record| press.sent || record.at >= press.at);
        since.find(|record| record.id == press.id).map(|record| record.seq)
    }

    fn read_only(&self) -> Option<&String> {
        self.damage.as_ref().or(self.closed.as_ref())
    }

    fn fail(&mut self, sentence: String) -> Refusal {
        self.failure = Some(Failure { at: self.now(), sentence: sentence.clone(), lasts: true });
        Refusal::new(RefusalCode::NotWritten, sentence)
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
