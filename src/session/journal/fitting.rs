//! Records out of a file, taken into a dialogue one after the other: whether each is understood and fits the ones before it.

use std::collections::HashSet;
use std::sync::Arc;

use super::kept::Kept;
use crate::dialogue::{Broken, Dialogue, Record, Text};

/// The dialogue so far.
pub(super) struct Fitting {
    dialogue: Dialogue,
    ids: HashSet<Text>,
    /// The record taken in last.
    pub newest: Arc<Record>,
}

impl Fitting {
    /// Begins with the first record.
    ///
    /// # Errors
    /// Why nothing can begin with it.
    pub fn open(first: &Kept) -> Result<Fitting, String> {
        let newest = Arc::new(first.stored().decode(None).map_err(not_understood)?);
        let dialogue = Dialogue::open(Arc::clone(&newest)).map_err(misfit)?;
        Ok(Fitting { dialogue, ids: HashSet::from([Text::clone(&newest.id)]), newest })
    }

    /// Takes the next one in.
    ///
    /// # Errors
    /// Why it cannot be the next; nothing has changed.
    pub fn take(&mut self, kept: &Kept) -> Result<(), String> {
        let record = Arc::new(kept.stored().decode(Some(&self.newest)).map_err(not_understood)?);
        if self.ids.contains(&record.id) {
            return Err("another record has its id".into());
        }
        self.dialogue.apply(Arc::clone(&record)).map_err(misfit)?;
        self.ids.insert(Text::clone(&record.id));
        self.newest = record;
        Ok(())
    }
}

fn not_understood(reason: String) -> String {
    format!("what happened in it is not understood ({reason})")
}

fn misfit(broken: Broken) -> String {
    format!("it does not fit the ones before it ({})", broken.reason)
}
