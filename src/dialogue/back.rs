//! What happened on the floor, put at another moment or under another kind: `back` and `retype`.

use super::fold::{Decision, Dialogue};
use super::{Event, Record, Refusal, RefusalCode, Slot, Text};
use crate::review::Ms;

impl Dialogue {
    /// The last start, stop, pause or passing of the floor happened `by` earlier; later, if negative (case IS-22).
    pub(super) fn decide_back(&self, by: Ms, now: Ms) -> Result<Decision, Refusal> {
        self.state().begun()?;
        let refuse = |code, sentence: String| Err(Refusal::new(code, sentence));
        if by == Ms::ZERO {
            return refuse(RefusalCode::BadDuration, "By how much? Write back 5s, or back -5s for later".to_owned());
        }
        let mut of_floor = self.counting().rev().filter(|(_, record)| record.events.iter().any(is_of_floor_or_meeting));
        let last = of_floor.by_ref().find(|(_, record)| record.events.iter().any(is_of_floor));
        let Some((slot, record)) = last else {
            let sentence = "Nobody has had the floor yet, so there is no start or stop to put at another moment";
            return refuse(RefusalCode::NotSpeaking, sentence.to_owned());
        };
        let moment = slot.moment - by;
        if moment > now {
            let sentence = format!("Record {} ({}) cannot have happened later than now", record.seq, record.command);
            return refuse(RefusalCode::BadDuration, sentence);
        }
        if let Some((before, earlier)) = of_floor.next()
            && (moment, slot.seq) < (before.moment, before.seq)
        {
            let (seq, command) = (earlier.seq, &earlier.command);
            let most = slot.moment - before.moment;
            let sentence = format!("That would be before record {seq} ({command}); back takes {most} at most");
            return refuse(RefusalCode::Depends, sentence);
        }
        self.amending(Event::Shifted { record: slot.seq, by: Ms::ZERO - by }, now)
    }

    /// The running turn is of another kind from its first moment on (case CR-15).
    pub(super) fn decide_retype(&self, kind: &Text, moment: Ms) -> Result<Decision, Refusal> {
        let state = self.at(moment);
        match state.decide_retype(kind)? {
            Some(event) => self.amending(event, moment),
            None => Ok(Decision { moment, events: Vec::new() }),
        }
    }

    fn amending(&self, event: Event, moment: Ms) -> Result<Decision, Refusal> {
        let changed: Vec<Slot> = self.amended(&event).into_iter().collect();
        self.supposing(&changed).map_err(|broken| self.depends("does not fit then", &broken))?;
        Ok(Decision { moment, events: vec![event] })
    }

    /// The records that count, with their slots, in the order in which they do.
    fn counting(&self) -> impl DoubleEndedIterator<Item = (&Slot, &Record)> {
        let all = self.order.iter().filter_map(|at| Some((self.slots.get(*at)?, &**self.records.get(*at)?)));
        all.filter(|(slot, _)| !slot.undone)
    }
}

fn is_of_floor(event: &Event) -> bool {
    matches!(
        event,
        Event::TookFloor(_)
            | Event::Ended(_)
            | Event::Cut(_)
            | Event::TookUpAgain(_)
            | Event::Paused(_)
            | Event::Resumed(_)
            | Event::Passed { .. }
            | Event::Absent { turn: Some(_), .. }
    )
}

fn is_of_floor_or_meeting(event: &Event) -> bool {
    is_of_floor(event) || matches!(event, Event::Began | Event::Suspended | Event::Reconvened | Event::Adjourned)
}
