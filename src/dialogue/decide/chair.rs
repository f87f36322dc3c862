//! What the chair decides: points of order and their rulings, cutting, giving back, the kind of a turn, the time given out again.

use super::{Decided, Numbers, refuse};
use crate::dialogue::{Division, EntryRef, EntryStatus, Event, Outcome, Refusal, RefusalCode, State, Text, Turn};
use crate::review::{Code, Kind, Ms, Ruling};

impl State {
    /// Raised at any time and ruled on at once (General Assembly, rules 71 and 113), whether or not the list is open.
    pub(super) fn decide_order(&self, numbers: Numbers, code: Code) -> Decided {
        self.decide_give(numbers, EntryRef::Delegation(code), Some(&Text::from(Kind::POINT_OF_ORDER)))
    }

    pub(super) fn decide_rule(&self, ruling: Ruling, text: Option<&Text>) -> Decided {
        self.begun()?;
        let Some(turn) = self.ruled_upon() else {
            return refuse(RefusalCode::NotAllowed, "No point of order was raised; \"order\" with the delegation raises one");
        };
        if turn.ruling.as_ref().is_some_and(|ruled| ruled.ruling == ruling && ruled.text.as_ref() == text) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Ruled { turn: turn.number, ruling, text: text.cloned() }])
    }

    pub(super) fn decide_cut(&self) -> Decided {
        Ok(vec![Event::Cut(self.on_the_floor()?.number)])
    }

    pub(super) fn decide_again(&self) -> Decided {
        self.in_progress()?;
        if let Some(turn) = self.speaking() {
            let name = self.names(&turn.delegations);
            return refuse(RefusalCode::NotAllowed, format!("{name} has the floor; it is given back when that turn is over"));
        }
        match self.last_turn.and_then(|turn| self.turns.get(turn)) {
            None => refuse(RefusalCode::NotAllowed, "Nobody has had the floor yet; \"next\" or \"give\" gives it"),
            Some(turn)
                if turn.entry.and_then(|entry| self.entries.get(entry)).is_some_and(|entry| self.is_elsewhere(turn, entry.status)) =>
            {
                let name = self.names(&turn.delegations);
                refuse(
                    RefusalCode::NotAllowed,
                    format!("{name} was not in the room and has left the list since; \"restore\" brings the entry back"),
                )
            }
            Some(turn) => Ok(vec![Event::TookUpAgain(turn.number)]),
        }
    }

    /// The entry of an absent speaker went back to the list; it may have been withdrawn from it.
    fn is_elsewhere(&self, turn: &Turn, status: EntryStatus) -> bool {
        turn.outcome == Some(Outcome::Absent) && status == EntryStatus::Withdrawn
    }

    /// What puts the running turn under another kind; absent where it is of that kind.
    pub(in crate::dialogue) fn decide_retype(&self, kind: &Text) -> Result<Option<Event>, Refusal> {
        let turn = self.on_the_floor()?;
        let kind = self.resolve_kind(kind)?;
        if *turn.kind == *kind.id {
            return Ok(None);
        }
        self.may_speak_as(&turn.delegations, kind)?;
        turn.delegations.iter().try_for_each(|code| self.within_limit(*code, kind, 0))?;
        if !kind.interrupts && self.floor.len() > 2 {
            let name = self.names(&turn.delegations);
            let sentence =
                format!("{name} interrupted a turn that holds another one; a turn of the kind \"{}\" could not have begun then", kind.id);
            return refuse(RefusalCode::TurnHeld, sentence);
        }
        Ok(Some(Event::Retyped { turn: turn.number, kind: Text::from(kind.id.as_str()) }))
    }

    pub(super) fn decide_divide(&self, by: Division, apply: bool, now: Ms) -> Decided {
        let proposal = self.division(by, now)?;
        if !apply {
            return Ok(Vec::new());
        }
        self.begun()?;
        let not = proposal.unreached.len();
        let announced = "divide each= gives a figure that the chair announces";
        match by {
            Division::Equal if proposal.is_below_least() => {
                let (each, least) = (proposal.member, proposal.least.unwrap_or_default());
                let sentence = format!(
                    "An equal division gives {each}, less than the least time of {least}: with that, {not} would not be reached; {announced}"
                );
                refuse(RefusalCode::NotAllowed, sentence)
            }
            Division::Equal if proposal.member <= Ms::ZERO => {
                refuse(RefusalCode::NotAllowed, format!("No time is left to divide; {announced}"))
            }
            Division::Ladder if proposal.remainder < Ms::ZERO => {
                let sentence = format!("No rung of the ladder fits any more: with the last, {not} would not be reached; {announced}");
                refuse(RefusalCode::NotAllowed, sentence)
            }
            _ => Ok(vec![Event::Divided { member: proposal.member, observer: proposal.observer, rung: proposal.rung }]),
        }
    }

    pub(super) fn decide_bank(&self, group: &str, total: Ms) -> Decided {
        self.not_adjourned()?;
        let group = self.known_bank(group)?;
        if total < Ms::ZERO {
            return refuse(RefusalCode::BadDuration, "A time bank holds no less than nothing");
        }
        Ok(vec![Event::Banked { group, total }])
    }

    pub(super) fn decide_redistribute(&self, group: &str, apply: bool, now: Ms) -> Decided {
        self.not_adjourned()?;
        let sharing = self.redistribution(group, now)?;
        Ok(if apply { vec![Event::Redistributed { group: sharing.group, each: sharing.overrun }] } else { Vec::new() })
    }
}
