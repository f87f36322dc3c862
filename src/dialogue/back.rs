//! What happened, put at another moment, under another kind, or into the place of something else: `back`, `retype`, `replace`.

use std::sync::Arc;

use super::fold::{Decision, Dialogue};
use super::{Action, Event, Record, Refusal, RefusalCode, Seq, Slot, Text};
use crate::review::Ms;

impl Dialogue {
    /// The last start, stop, pause or passing of the floor happened `by` earlier; later, if negative (case IS-22).
    pub(super) fn decide_back(&self, by: Ms, now: Ms) -> Result<Decision, Refusal> {
        self.state().begun()?;
        let refuse = |code, sentence: String| Err(Refusal::new(code, sentence));
        if by == Ms::ZERO {
            return refuse(RefusalCode::BadDuration, "By how much? Write back 5s, or back -5s for later".to_owned());
        }
        let mut of_floor =
            self.counting().rev().filter(|(slot, record)| slot.facts(record).iter().any(|fact| fact.is_of_floor() || fact.is_of_meeting()));
        let last = of_floor.by_ref().find(|(slot, record)| slot.facts(record).iter().any(Event::is_of_floor));
        let Some((slot, record)) = last else {
            let sentence = "Nobody has had the floor yet, so there is no start or stop to put at another moment";
            return refuse(RefusalCode::NotSpeaking, sentence.to_owned());
        };
        let moment = slot.moment - by;
        if moment > now {
            let sentence = format!("Record {} cannot have happened later than now", record.quoted());
            return refuse(RefusalCode::BadDuration, sentence);
        }
        if let Some((before, earlier)) = of_floor.next()
            && (moment, slot.seq) < (before.moment, before.seq)
        {
            let most = slot.moment - before.moment;
            let sentence = format!("That would be before record {}; back takes {most} at most", earlier.quoted());
            return refuse(RefusalCode::Depends, sentence);
        }
        self.amending(vec![Event::Shifted { record: slot.seq, by: Ms::ZERO - by }], now)
    }

    /// The running turn is of another kind from its first moment on (case CR-15).
    pub(super) fn decide_retype(&self, kind: &Text, moment: Ms) -> Result<Decision, Refusal> {
        let state = self.at(moment);
        match state.decide_retype(kind)? {
            Some(event) => {
                // It is another kind from the first on, so the segment in which the turn began is the one that counts.
                let taken = state.speaking().and_then(|turn| self.taking_of(turn.number));
                let before = taken.map_or(state, |taken| self.folded(self.position_of(taken)));
                before.kind(kind).map_or(Ok(()), |kind| before.in_its_segment(kind))?;
                self.amending(vec![event], moment)
            }
            None => Ok(Decision { moment, events: Vec::new() }),
        }
    }

    /// Not that but this, at the original moment (cases CR-02, CR-04). What makes the same sort of thing keeps its number.
    pub(super) fn decide_replace(&self, seat: &str, seq: Option<Seq>, by: &Action, now: Ms) -> Result<Decision, Refusal> {
        let record = self.changeable(seat, seq)?;
        let (Some(original), Some(slot)) = (self.record(self.stands_for(record)), self.slot(self.stands_for(record))) else {
            return Err(Refusal::new(RefusalCode::NothingToUndo, "There is no such record"));
        };
        let amends = |event: Option<&Event>| matches!(event, Some(Event::Shifted { .. } | Event::Retyped { .. }));
        let corrects = matches!(by, Action::Undo(_) | Action::Redo(_) | Action::Back(_) | Action::Retype(_) | Action::Replace { .. });
        if amends(record.events.first()) || corrects {
            let sentence = "A correction is not replaced, and nothing is replaced by one; take it back with \"undo\" and say it anew";
            return Err(Refusal::new(RefusalCode::NotAllowed, sentence));
        }
        if slot.undone {
            let sentence = format!("Record {}, whose place it took, is taken back", original.quoted());
            return Err(Refusal::new(RefusalCode::NothingToUndo, sentence));
        }
        let mut state = self.folded(self.position_of(original.seq));
        state.lapse(slot.moment);
        let mut facts = state.decide(self.numbers, by, slot.moment)?;
        self.numbers.keep(slot.facts(original), &mut facts);
        let events = [Event::Replaced(original.seq)].into_iter().chain(facts).collect();
        self.amending(events, now)
    }

    fn amending(&self, events: Vec<Event>, moment: Ms) -> Result<Decision, Refusal> {
        let supposed = Arc::new(Record::of(self.seq().next(), moment, events));
        let changed: Vec<Slot> = self.amended(&supposed).into_iter().collect();
        self.supposing(&changed)
            .map_err(|broken| self.depends("does not fit then", &broken).on_account_of(self.unfitting(&changed).unwrap_or_default()))?;
        Ok(Decision { moment, events: supposed.events.clone() })
    }

    /// What `back` would put at another moment: the last start, stop, pause or passing of the floor that counts, and its slot.
    pub fn last_of_floor(&self) -> Option<(&Slot, &Record)> {
        self.counting().rev().find(|(slot, record)| slot.facts(record).iter().any(Event::is_of_floor))
    }

    /// The records that count, with their slots, in the order in which they do.
    pub fn counting(&self) -> impl DoubleEndedIterator<Item = (&Slot, &Record)> {
        let all = self.order.iter().filter_map(|at| Some((self.slots.get(*at)?, &**self.records.get(*at)?)));
        all.filter(|(slot, _)| !slot.undone)
    }
}
