//! A new session out of what is sound in a file: the same records under the same numbers, and remarks in the place of those that are lost.

use std::path::Path;

use super::contents::Contents;
use super::fitting::Fitting;
use super::kept::{Flaw, Kept};
use super::proof::{Fit, Head};
use super::{ORIGIN, OpenError, Stored, file, rows};
use crate::dialogue::{Event, Text};

/// So many lost records are replaced by remarks; what comes after more of them is left out.
const MOST_LOST: i64 = 10_000;

/// What could be saved.
#[derive(Debug)]
pub struct Salvage {
    kept: Vec<Kept>,
    /// The last record, with its hash.
    pub head: Head,
    /// What is missing, broken or doubtful, and what was made of it. Nothing: it is the same session.
    pub flaws: Vec<Flaw>,
    /// How many records are those of the file.
    pub saved: usize,
    /// How many are remarks in the place of what is lost.
    pub lost: i64,
}

/// The session so far, while it is put together again.
struct Again {
    fitting: Fitting,
    kept: Vec<Kept>,
    head: Head,
}

impl Contents {
    /// Takes out all that is sound. `head` is what is known of the records from elsewhere.
    ///
    /// # Errors
    /// Nothing can be made of it without its first record, which holds the review.
    pub fn salvage(&self, head: Option<&Head>) -> Result<Salvage, OpenError> {
        let chain = self.chain();
        let mut flaws = self.flaws.clone();
        flaws.extend(chain.flaws);
        let mut links = chain.links.into_iter().peekable();
        let first = links.next_if(|(kept, fit)| kept.seq == 1 && *fit == Fit::Proven).map(|(kept, _)| kept);
        let Some(mut again) = first.and_then(Again::open) else {
            let reason = "its first record, which holds the review, is missing or damaged, and nothing can be made of the others without it; it was left alone";
            return Err(OpenError::new(&self.path, reason));
        };
        let (mut saved, mut lost) = (1, 0);
        for (kept, fit) in links {
            if fit == Fit::Changed {
                continue;
            }
            if lost + kept.seq.saturating_sub(again.head.seq) > MOST_LOST {
                flaws.push(Flaw::of(kept, "too many are missing before it; from here on all was left out"));
                break;
            }
            while kept.seq.saturating_sub(again.head.seq) > 1 {
                again.mark_lost().map_err(|reason| OpenError::new(&self.path, reason))?;
                lost += 1;
            }
            match again.take(kept) {
                Ok(()) if fit == Fit::Open => {
                    flaws.push(Flaw::of(kept, "it cannot be proven without the one before it; it was taken as it is"));
                    saved += 1;
                }
                Ok(()) => saved += 1,
                Err(reason) => flaws.push(Flaw::of(kept, format!("{reason}; it was left out"))),
            }
        }
        flaws.extend(head.and_then(|head| self.differs(head)));
        flaws.sort_by_key(|flaw| (flaw.line.is_none() && flaw.record.is_none(), flaw.record, flaw.line));
        Ok(Salvage { kept: again.kept, head: again.head, flaws, saved, lost })
    }
}

impl Salvage {
    /// Makes the session's file. It appears whole or not at all.
    ///
    /// # Errors
    /// There is a file of that name already, or it cannot be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<(), OpenError> {
        file::create(path.as_ref(), |connection| {
            let transaction = connection.unchecked_transaction()?;
            for kept in &self.kept {
                let hash = kept.hash().unwrap_or(ORIGIN);
                rows::insert(&mut transaction.prepare_cached(rows::INSERT)?, &kept.stored(), &hash)?;
            }
            transaction.commit()
        })
    }
}

impl Again {
    fn open(first: &Kept) -> Option<Again> {
        let fitting = Fitting::open(first).ok()?;
        let mut again = Again { fitting, kept: Vec::new(), head: Head { seq: 0, hash: ORIGIN } };
        again.keep(&first.stored());
        Some(again)
    }

    fn take(&mut self, kept: &Kept) -> Result<(), String> {
        self.fitting.take(kept)?;
        self.keep(&kept.stored());
        Ok(())
    }

    /// Puts a remark in the place of the next record, so that all others keep their numbers: records name each other by them.
    fn mark_lost(&mut self) -> Result<(), String> {
        let seq = self.head.seq.saturating_add(1);
        let remark = format!("Record {seq} is lost");
        let event = Event::Noted(Text::from(remark.as_str()));
        let events = serde_json::to_string(&[event]).map_err(|error| error.to_string())?;
        let (id, newest) = (uuid::Uuid::now_v7().to_string(), std::sync::Arc::clone(&self.fitting.newest));
        let stored = Stored {
            seq,
            id: &id,
            at: newest.at.0,
            moment: newest.at.0,
            utc_ms: newest.utc_ms,
            boot_id: &newest.boot_id,
            boot_ms: newest.boot_ms,
            seat: "recover",
            command: &format!("note {remark}"),
            events: &events,
        };
        self.take(&Kept::of(&stored, &[]))
    }

    fn keep(&mut self, stored: &Stored<'_>) {
        let hash = stored.hash(&self.head.hash, &mut Vec::new());
        self.kept.push(Kept::of(stored, hash.as_bytes()));
        self.head = Head { seq: stored.seq, hash };
    }
}
