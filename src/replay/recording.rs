//! A session's records as a recording, told in two ways.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::track::{Step, Track, corrects};
use crate::dialogue::{Broken, Dialogue, Event, Record, Seq, Slot, State};
use crate::review::{Ms, Review};

/// How the meeting is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Telling {
    /// As it is known in the end: what was taken back never was, and what was put right always was.
    #[default]
    Corrected,
    /// As the screen showed it then: what was taken back is there until it was.
    AsSeen,
}

/// All of a session, to be played back.
#[derive(Debug, Clone)]
pub struct Recording {
    records: Vec<Arc<Record>>,
    corrected: Track,
    as_seen: Track,
    taken_back: BTreeSet<Seq>,
    /// Why there is no more of it, where records do not fit.
    pub damage: Option<Broken>,
}

impl Recording {
    /// Takes a session's records in. Where one does not fit those before it, the recording ends, and says so.
    ///
    /// # Errors
    /// [`Broken`], when there is no first record, or it holds no review.
    pub fn of(records: impl IntoIterator<Item = impl Into<Arc<Record>>>) -> Result<Recording, Broken> {
        let mut records = records.into_iter().map(Into::<Arc<Record>>::into);
        let first = records.next().ok_or(Broken { seq: Seq(1), reason: "it is missing" })?;
        let mut dialogue = Dialogue::open(Arc::clone(&first))?;
        let opened = dialogue.state().clone();
        let mut as_seen = Track::new(opened.clone());
        let (mut latest, mut damage) = (Ms::ZERO, None);
        for record in records {
            let follows = match record.events.first() {
                // Of what the last kept state does not know, any number may be taken back and brought back again.
                Some(Event::Undone(seqs) | Event::Redone(seqs)) => seqs.iter().all(|seq| *seq > as_seen.kept_until()),
                _ => !corrects(&record) && record.moment >= latest.max(dialogue.state().as_of),
            };
            latest = latest.max(record.moment);
            if let Err(broken) = dialogue.apply(Arc::clone(&record)) {
                damage = Some(broken);
                break;
            }
            let slot = Slot { seq: record.seq, moment: record.moment, undone: false, kind: None, replaced_by: None };
            as_seen.push(Step { at: record.at, slot, record }, dialogue.state(), follows);
        }
        let mut corrected = corrected(&dialogue, opened);
        let last = dialogue.records().last().map_or(Ms::ZERO, |record| record.at);
        let end = as_seen.end().max(corrected.end()).max(last);
        corrected.lasts_until(end);
        as_seen.lasts_until(end);
        let taken_back = dialogue.slots().iter().filter(|slot| slot.undone).map(|slot| slot.seq).collect();
        Ok(Recording { records: dialogue.records().to_vec(), corrected, as_seen, taken_back, damage })
    }

    /// The meeting, told in one of the ways.
    pub fn track(&self, telling: Telling) -> &Track {
        match telling {
            Telling::Corrected => &self.corrected,
            Telling::AsSeen => &self.as_seen,
        }
    }

    /// The review of the session as it was opened.
    pub fn review(&self) -> Arc<Review> {
        self.corrected.state(super::Position::default()).review
    }

    /// Whether a record was taken back, and not brought back again.
    pub fn is_taken_back(&self, seq: Seq) -> bool {
        self.taken_back.contains(&seq)
    }

    /// All records, oldest first.
    pub fn records(&self) -> &[Arc<Record>] {
        &self.records
    }

    /// The last moment.
    pub fn end(&self) -> Ms {
        self.corrected.end()
    }

    /// UTC at a moment, in milliseconds since 1970, by the clock of whoever wrote the record before it.
    pub fn utc_of(&self, moment: Ms) -> i64 {
        let before = self.records.partition_point(|record| record.at <= moment);
        let record = self.records.get(before.saturating_sub(1));
        record.map_or(0, |record| record.utc_ms.saturating_add((moment - record.at).0))
    }

    /// The session as it was when a moment's last record had been made, for what a seat could take back then.
    ///
    /// # Errors
    /// [`Broken`] never, in a recording that was made of the same records.
    pub fn dialogue_until(&self, moment: Ms) -> Result<Dialogue, Broken> {
        let mut until = self.records.iter().take_while(|record| record.at <= moment);
        let first = until.next().or(self.records.first()).ok_or(Broken { seq: Seq(1), reason: "it is missing" })?;
        let mut dialogue = Dialogue::open(Arc::clone(first))?;
        until.try_for_each(|record| dialogue.apply(Arc::clone(record)))?;
        Ok(dialogue)
    }
}

/// The records that count in the end, each at the moment and as what it counts.
fn corrected(dialogue: &Dialogue, opened: State) -> Track {
    let mut track = Track::new(opened.clone());
    let mut state = opened;
    for (slot, record) in dialogue.counting().filter(|(_, record)| !corrects(record)) {
        if state.apply(slot.facts(record), slot).is_err() {
            break;
        }
        let Some(record) = dialogue.record(slot.seq) else { continue };
        track.push(Step { at: slot.moment, slot: slot.clone(), record: Arc::clone(record) }, &state, true);
    }
    track
}
