//! The meeting as a whole: begin, suspend, reconvene, adjourn, its segments, remarks for the record.

use super::Misfit;
use crate::dialogue::{Outcome, Remark, Seq, State, Status, Stopwatch, Text};
use crate::review::Ms;

impl State {
    pub(super) fn begin(&mut self, moment: Ms) -> Result<(), Misfit> {
        if self.status != Status::Waiting {
            return Err("the meeting had begun already");
        }
        self.status = Status::Open;
        self.begun = Some(moment);
        self.segment = self.review.modalities.segments.first().map(|name| Text::from(name.as_str()));
        self.allotments = self.ladder(moment);
        self.set_clocks(moment);
        Ok(())
    }

    pub(super) fn suspend(&mut self, moment: Ms) -> Result<(), Misfit> {
        if self.status != Status::Open {
            return Err("the meeting was not in progress");
        }
        self.status = Status::Suspended;
        self.suspension.start(moment);
        self.set_clocks(moment);
        Ok(())
    }

    pub(super) fn reconvene(&mut self, moment: Ms) -> Result<(), Misfit> {
        if self.status != Status::Suspended {
            return Err("the meeting was not suspended");
        }
        self.status = Status::Open;
        self.suspension.stop(moment);
        self.set_clocks(moment);
        Ok(())
    }

    pub(super) fn adjourn(&mut self, moment: Ms) -> Result<(), Misfit> {
        if !matches!(self.status, Status::Open | Status::Suspended) {
            return Err("the meeting was not in progress");
        }
        self.status = Status::Adjourned;
        self.adjourned = Some(moment);
        self.suspension.stop(moment);
        while let Some(turn) = self.floor.last().copied() {
            self.finish(moment, turn, Outcome::Completed);
        }
        self.set_clocks(moment);
        self.close_gap(moment);
        Ok(())
    }

    pub(super) fn begin_segment(&mut self, name: &Text) -> Result<(), Misfit> {
        if !matches!(self.status, Status::Open | Status::Suspended) {
            return Err("the meeting was not in progress");
        }
        self.segment = Some(Text::clone(name));
        Ok(())
    }

    /// The first statement begins the dialogue by itself. Where the modalities list no segments, only the opening is before it.
    pub(super) fn begin_dialogue(&mut self) {
        let segments = &self.review.modalities.segments;
        let place = |name: &str| segments.iter().position(|segment| segment == name);
        let before = match self.segment.as_deref() {
            segment if segments.is_empty() => matches!(segment, None | Some("opening")),
            segment => segment.and_then(place) < place("dialogue"),
        };
        if before {
            self.segment = Some(Text::from("dialogue"));
        }
    }

    pub(super) fn note(&mut self, moment: Ms, seq: Seq, text: &Text) -> Result<(), Misfit> {
        self.notes.insert(seq, Remark { at: moment, text: Text::clone(text) });
        Ok(())
    }

    /// Ends the time between speakers and charges it where the modalities say.
    pub(super) fn close_gap(&mut self, moment: Ms) {
        let gap = self.gap.read(moment);
        self.gap = Stopwatch::default();
        self.gaps += gap;
        if let Some(pool) = self.review.modalities.gap_charge.clone() {
            self.draw(&pool, gap);
        }
    }
}
