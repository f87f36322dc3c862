//! The floor.

use super::{Decided, Numbers, refuse};
use crate::dialogue::{Entry, EntryNo, EntryRef, Event, OfficialRef, Refusal, RefusalCode, State, Status, Taking, Text, Turn};
use crate::review::{Code, Kind, Ms};

const NOBODY_WAITS: &str =
    "Nobody is waiting in the list of speakers; \"give\" gives the floor to anyone, \"inscribe\" enters them in the list";

impl State {
    pub(super) fn decide_next(&self, numbers: Numbers, seen: Option<EntryNo>) -> Decided {
        self.in_progress()?;
        let first = self.first_waiting();
        if seen.is_some() && seen != first.map(|entry| entry.number) {
            let now = match first {
                Some(first) => format!("{} is first now; press again to call it", self.names(&first.delegations)),
                None => "nobody waits any more".to_owned(),
            };
            return refuse(RefusalCode::Stale, format!("The list has changed: {now}"));
        }
        let Some(entry) = first else {
            return refuse(RefusalCode::NobodyWaiting, NOBODY_WAITS);
        };
        self.nobody_held()?;
        let taken = self.take_entry(numbers, entry, &entry.kind)?;
        Ok(taken.into_iter().map(|event| self.in_its_turn(event)).collect())
    }

    /// Whoever is called in turn ends what runs; a kind that interrupts would hold it otherwise.
    fn in_its_turn(&self, event: Event) -> Event {
        match event {
            Event::TookFloor(taking) => {
                let in_turn = !self.floor.is_empty() && self.kind(&taking.kind).is_some_and(|kind| kind.interrupts);
                Event::TookFloor(Taking { in_turn, ..taking })
            }
            event => event,
        }
    }

    pub(super) fn decide_give(&self, numbers: Numbers, to: EntryRef, kind: Option<&Text>) -> Decided {
        self.in_progress()?;
        if let Some(kind) = kind {
            self.resolve_kind(kind)?;
        }
        let EntryRef::Delegation(code) = to else {
            let entry = self.listed_entry(to)?;
            return self.take_entry(numbers, entry, kind.unwrap_or(&entry.kind));
        };
        let waits = self.listed().any(|entry| entry.delegations.contains(&code) && kind.is_none_or(|kind| *kind == entry.kind));
        match kind {
            _ if !waits => self.take_unlisted(numbers, code, kind),
            None => {
                let entry = self.listed_entry(to)?;
                self.take_entry(numbers, entry, &entry.kind)
            }
            Some(kind) => {
                let theirs = self.listed().find(|entry| entry.delegations.contains(&code) && entry.kind == *kind);
                theirs.map_or_else(|| self.take_unlisted(numbers, code, Some(kind)), |entry| self.take_entry(numbers, entry, kind))
            }
        }
    }

    fn take_entry(&self, numbers: Numbers, entry: &Entry, kind: &Text) -> Decided {
        let kind = self.resolve_kind(kind)?;
        self.may_speak_as(&entry.delegations, kind)?;
        // Also where it waits as that: a turn put under this kind since may have been its last.
        entry.delegations.iter().try_for_each(|code| self.within_limit(*code, kind, 0))?;
        self.taking(numbers, Some(entry.number), entry.delegations.to_vec(), kind, self.first_official(&kind.id))
    }

    fn take_unlisted(&self, numbers: Numbers, code: Code, kind: Option<&Text>) -> Decided {
        let usual = match self.review.usual_kind(&[code]) {
            Kind::ANSWER => self.answering_kind(),
            usual => usual,
        };
        let kind = self.resolve_kind(kind.map_or(usual, |kind| kind))?;
        self.may_speak_as(&[code], kind)?;
        self.within_limit(code, kind, 0)?;
        self.taking(numbers, None, vec![code], kind, self.first_official(&kind.id))
    }

    fn taking(&self, numbers: Numbers, entry: Option<EntryNo>, delegations: Vec<Code>, kind: &Kind, official: Option<Text>) -> Decided {
        self.in_its_segment(kind)?;
        if !kind.interrupts {
            self.nobody_held()?;
        }
        let kind = Text::from(kind.id.as_str());
        Ok(vec![Event::TookFloor(Taking { turn: numbers.next_turn(), entry, delegations, kind, official, in_turn: false })])
    }

    /// What ends the running turn may not end one that holds another.
    fn nobody_held(&self) -> Result<(), Refusal> {
        let (Some(running), Some(held)) = (self.speaking(), self.held().next()) else { return Ok(()) };
        let (running, held) = (self.names(&running.delegations), self.names(&held.delegations));
        let sentence = format!("{running} has interrupted {held}; end that turn with \"done\" first, and {held} goes on");
        refuse(RefusalCode::TurnHeld, sentence)
    }

    /// Some turns belong to a part of the meeting: rights of reply to its end (General Assembly, decision 34/401).
    pub(in crate::dialogue) fn in_its_segment(&self, kind: &Kind) -> Result<(), Refusal> {
        let here = |segment: &String| self.segment.as_deref() == Some(segment.as_str());
        if kind.segments.is_empty() || kind.segments.iter().any(here) {
            return Ok(());
        }
        let segments = kind.segments.join(" or ");
        refuse(RefusalCode::NotAllowed, format!("{} is for the segment {segments}; \"segment\" begins it", kind.name))
    }

    /// The head of delegation, where a planned block or the State under review itself is called.
    fn first_official(&self, kind: &str) -> Option<Text> {
        let head = || self.officials.iter().find(|official| official.head).map(|official| Text::clone(&official.id));
        self.answers(kind).then(head).flatten()
    }

    pub(super) fn decide_done(&self) -> Decided {
        Ok(vec![Event::Ended(self.on_the_floor()?.number)])
    }

    pub(super) fn decide_pause(&self) -> Decided {
        let turn = self.on_the_floor()?;
        let name = self.names(&turn.delegations);
        if self.status == Status::Suspended {
            return refuse(RefusalCode::NotSpeaking, format!("The meeting is suspended; {name} goes on with \"reconvene\""));
        }
        if turn.paused {
            return refuse(RefusalCode::NotSpeaking, format!("{name} is paused already; \"resume\" lets the clock go on"));
        }
        Ok(vec![Event::Paused(turn.number)])
    }

    pub(super) fn decide_resume(&self) -> Decided {
        self.begun()?;
        match self.speaking() {
            Some(turn) if self.status == Status::Suspended => {
                let name = self.names(&turn.delegations);
                refuse(RefusalCode::NotAllowed, format!("The meeting is suspended; {name} goes on with \"reconvene\""))
            }
            Some(turn) if turn.paused => Ok(vec![Event::Resumed(turn.number)]),
            Some(turn) => refuse(RefusalCode::NotPaused, format!("{} is not paused", self.names(&turn.delegations))),
            None => refuse(RefusalCode::NotPaused, "Nobody has the floor, so nothing is paused"),
        }
    }

    pub(super) fn decide_extend(&self, by: Ms) -> Decided {
        let turn = self.on_the_floor()?;
        if by == Ms::ZERO {
            return refuse(RefusalCode::BadDuration, "By how much? Write extend 30s, or extend -30s to shorten");
        }
        Ok(vec![Event::Extended { turn: turn.number, by }])
    }

    pub(super) fn decide_absent(&self, named: Option<EntryRef>) -> Decided {
        self.begun()?;
        if let Some(turn) = named.and_then(|named| self.named_on_floor(named)) {
            return Ok(vec![Event::Absent { entry: turn.entry, turn: Some(turn.number) }]);
        }
        let entry = match named {
            Some(named) => self.listed_entry(named)?,
            None => match self.first_waiting() {
                Some(entry) => entry,
                None => return refuse(RefusalCode::NobodyWaiting, NOBODY_WAITS),
            },
        };
        Ok(vec![Event::Absent { entry: Some(entry.number), turn: None }])
    }

    fn named_on_floor(&self, named: EntryRef) -> Option<&Turn> {
        let turn = self.speaking()?;
        let is_named = match named {
            EntryRef::Number(number) => turn.entry == Some(number),
            EntryRef::Delegation(code) => turn.delegations.contains(&code),
            EntryRef::Place(_) | EntryRef::Bare(_) => false,
        };
        is_named.then_some(turn)
    }

    pub(super) fn decide_answer(&self, numbers: Numbers, official: Option<&OfficialRef>, kind: Option<&Text>) -> Decided {
        self.in_progress()?;
        let reviewed = self.review.state_under_review;
        let kind = self.resolve_kind(kind.map_or(self.answering_kind(), |kind| kind))?;
        self.may_speak_as(&[reviewed], kind)?;
        self.within_limit(reviewed, kind, 0)?;
        let (official, entered) = match official {
            Some(official) => self.resolve_official(official)?,
            None => (self.first_official(&kind.id), None),
        };
        let taken = self.taking(numbers, None, vec![reviewed], kind, official)?;
        Ok(entered.into_iter().chain(taken).collect())
    }

    /// The kind of the State under review's turns in this segment: opening, answer, closing.
    fn answering_kind(&self) -> &'static str {
        let by_segment = match self.segment.as_deref() {
            Some("opening") => "opening",
            Some("closing") => "closing",
            _ => Kind::ANSWER,
        };
        if self.kind(by_segment).is_some() { by_segment } else { Kind::ANSWER }
    }

    pub(super) fn decide_official(&self, official: &OfficialRef) -> Decided {
        self.in_progress()?;
        let Some(turn) = self.speaking().filter(|turn| self.answers(&turn.kind)) else {
            let sentence = format!("{} does not have the floor; \"answer\" gives it", self.review.name_of(self.review.state_under_review));
            return refuse(RefusalCode::NotSpeaking, sentence);
        };
        let (official, entered) = self.resolve_official(official)?;
        if turn.passes.last().is_some_and(|pass| pass.official == official) {
            return Ok(Vec::new());
        }
        let passed = Event::Passed { turn: turn.number, official };
        Ok(entered.into_iter().chain([passed]).collect())
    }

    pub(super) fn on_the_floor(&self) -> Result<&Turn, Refusal> {
        self.begun()?;
        self.speaking().ok_or_else(|| Refusal::new(RefusalCode::NotSpeaking, "Nobody has the floor; \"next\" or \"give\" gives it"))
    }
}
