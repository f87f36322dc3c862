//! A command on its way into the journal: decided against the newest state, appended, and only then applied.

use std::sync::Arc;

use super::journal::{AppendError, Journal};
use super::{Accepted, Failure, Press, Reading, Session, import};
use crate::dialogue::{Command, Dialogue, Record, Refusal, RefusalCode, Seq, Text};
use crate::language;
use crate::review::Ms;

/// So many times a command is decided anew because another seat was quicker.
const ATTEMPTS: usize = 50;

impl<J: Journal> Session<J> {
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

    fn decide(&self, press: &Press, command: &Command, typed: &str) -> Result<Option<Record>, Refusal> {
        let reading = self.clock.read();
        let now = self.timeline.now(&reading);
        let pressed = press.at.min(now);
        let at = pressed.max(self.newest.at);
        // How long ago it happened counts from the key press, also where another seat has recorded something since.
        let ago = if command.ago == Ms::ZERO { Ms::ZERO } else { command.ago + (at - pressed) };
        let decided = self.dialogue.decide(&press.seat, &Command { ago, ..command.clone() }, at);
        let decision = decided.map_err(|refusal| language::refused(refusal, &self.dialogue))?;
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

    /// The record that a press has made already (case TQ-34). None is older than its press, so few are looked at.
    fn recorded(&self, press: &Press) -> Option<Seq> {
        let mut since = self.dialogue.records().iter().rev().take_while(|record| press.sent || record.at >= press.at);
        since.find(|record| record.id == press.id).map(|record| record.seq)
    }

    /// Takes in a record of ours that is on the disk.
    fn keep(&mut self, record: Record) -> Result<Accepted, Refusal> {
        let seq = record.seq;
        self.take(Arc::new(record))?;
        self.timeline.follow(&self.newest, &self.clock.read());
        Ok(Accepted { seq: Some(seq) })
    }

    fn fail(&mut self, sentence: String) -> Refusal {
        self.failure = Some(Failure { at: self.now(), sentence: sentence.clone(), lasts: true });
        Refusal::new(RefusalCode::NotWritten, sentence)
    }
}
