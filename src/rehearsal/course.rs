//! The course of a meeting: opening, speakers with answers in the middle and at the end, closing, adjournment.

use std::collections::VecDeque;

use super::answers;
use super::deed::{self, Deed};
use super::dice::Dice;
use super::statement;
use crate::dialogue::{Action, Dialogue, Entry, EntryRef, Place, State, Status, Text};
use crate::review::Ms;

/// Where the meeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    Opening,
    Speakers,
    LastAnswers,
    Replies,
    Closing,
    Adjourning,
    Over,
}

/// A meeting that goes on by itself.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    seed: u64,
    dice: Dice,
    stage: Stage,
    queue: VecDeque<Deed>,
    /// After so many turns the State under review answers, for the first time.
    answers_after: usize,
    has_answered: bool,
    /// After so many turns the meeting is suspended for a while, in some meetings.
    suspends_after: Option<usize>,
}

impl Rehearsal {
    /// A meeting out of a seed. `inscribed` is how many wait when it begins.
    pub fn new(seed: u64, inscribed: usize) -> Rehearsal {
        let mut dice = Dice::new(seed);
        let suspends = dice.chance(50);
        let at = usize::try_from(dice.between(35, 75)).unwrap_or(50);
        let suspends_after = suspends.then_some(inscribed * at / 100);
        let answers_after = inscribed.div_ceil(2);
        Rehearsal { seed, dice, stage: Stage::Before, queue: VecDeque::new(), answers_after, has_answered: false, suspends_after }
    }

    /// What happens next; absent: the meeting is over. Only what the rules of the meeting allow then.
    pub fn next(&mut self, dialogue: &Dialogue, now: Ms) -> Option<Deed> {
        loop {
            let Some(mut deed) = self.queue.pop_front() else {
                if self.stage == Stage::Over {
                    return None;
                }
                let more = self.more(dialogue.state(), now);
                self.queue.extend(more);
                continue;
            };
            if dialogue.decide(deed.seat, &deed.command, now + deed.wait).is_ok() {
                for then in std::mem::take(&mut deed.then).into_iter().rev() {
                    self.queue.push_front(then);
                }
                return Some(deed);
            }
        }
    }

    fn more(&mut self, state: &State, now: Ms) -> Vec<Deed> {
        match state.speaking() {
            Some(turn) if state.answers(&turn.kind) => answers::of_the_state(state, turn, &mut self.dice),
            Some(turn) => statement::statement(state, turn, &mut self.dice),
            None => self.between_turns(state, now),
        }
    }

    fn between_turns(&mut self, state: &State, now: Ms) -> Vec<Deed> {
        match self.stage {
            Stage::Before => self.go_on(Stage::Opening, vec![self.is_a_rehearsal(), Deed::operator(Ms::seconds(20), Action::Begin)]),
            Stage::Opening => {
                let wait = self.dice.seconds(15, 40);
                let opens = state.segment.as_deref() == Some("opening");
                let opening = opens.then(|| answer(wait));
                let close = state.list_is_open(now).then(|| Deed::operator(Ms::seconds(5), Action::CloseList));
                self.go_on(Stage::Speakers, close.into_iter().chain(opening).collect())
            }
            Stage::Speakers => self.speakers(state, now),
            Stage::LastAnswers => {
                self.stage = Stage::Replies;
                self.answer_block(state)
            }
            Stage::Replies => self.replies(state),
            Stage::Closing => {
                let closes = state.review.modalities.segments.iter().any(|segment| segment == "closing");
                let closing = closes.then(|| [segment("closing"), answer(self.dice.seconds(5, 12))]);
                self.go_on(Stage::Adjourning, closing.into_iter().flatten().collect())
            }
            Stage::Adjourning => {
                let written = if state.review.modalities.has_answers() { answers::in_writing(state) } else { None };
                let adjourn = Deed::operator(self.dice.seconds(60, 150), Action::Adjourn);
                self.go_on(Stage::Over, written.into_iter().chain([adjourn]).collect())
            }
            Stage::Over => Vec::new(),
        }
    }

    fn go_on(&mut self, stage: Stage, deeds: Vec<Deed>) -> Vec<Deed> {
        self.stage = stage;
        deeds
    }

    fn is_a_rehearsal(&self) -> Deed {
        let seed = self.seed;
        deed::note(
            Ms::seconds(5),
            &format!("This is a rehearsal, made up from the seed {seed}: nothing in it was said by anyone, and no delegation took part"),
        )
    }

    /// The next speaker, and what may come before.
    fn speakers(&mut self, state: &State, now: Ms) -> Vec<Deed> {
        let Some(first) = state.first_waiting().filter(|_| !is_late(state, now)) else {
            return self.go_on(Stage::LastAnswers, Vec::new());
        };
        let turns = state.turns.iter().count();
        let is_planned = state.entries.iter().any(|entry| state.answers(&entry.kind));
        if !is_planned && !self.has_answered && turns > self.answers_after {
            self.has_answered = true;
            return self.answer_block(state);
        }
        if self.suspends_after.is_some_and(|after| turns > after) && state.status == Status::Open {
            self.suspends_after = None;
            let reconvene = Deed::operator(self.dice.seconds(240, 900), Action::Reconvene);
            return vec![Deed::operator(self.dice.seconds(4, 9), Action::Suspend).then(vec![reconvene])];
        }
        let mut deeds: Vec<Deed> = if self.dice.chance(40) { statement::assignments(state, &mut self.dice) } else { Vec::new() };
        deeds.extend(self.changes(state));
        if first.absences == 0 && self.dice.chance(3) {
            deeds.push(Deed::operator(self.dice.seconds(6, 15), Action::Absent(None)));
            return deeds;
        }
        deeds.push(self.call());
        // Refused once the call was possible; whom the rules do not let speak now is set aside, so that the meeting goes on.
        deeds.push(Deed::operator(Ms::seconds(2), Action::Aside(EntryRef::Number(first.number))));
        deeds
    }

    /// The call, now and then pressed too late and put right.
    fn call(&mut self) -> Deed {
        let late = self.dice.chance(3);
        let call = Deed::operator(self.dice.seconds(3, 9), Action::Next { seen: None });
        let back = Deed::operator(self.dice.seconds(1, 3), Action::Back(Ms::seconds(2)));
        call.then(if late { vec![back] } else { Vec::new() })
    }

    /// Two speakers change places, one withdraws, one asks for a later place.
    fn changes(&mut self, state: &State) -> Option<Deed> {
        let waiting: Vec<&Entry> = state.listed().skip(1).take(12).collect();
        let one = EntryRef::Number(self.dice.pick(&waiting)?.number);
        let other = EntryRef::Number(self.dice.pick(&waiting)?.number);
        let action = match self.dice.between(0, 99) {
            0..=1 if one != other => Action::Swap(one, other),
            2 => Action::Withdraw(one),
            3 => Action::Defer(one),
            4 if one != other => Action::Move { entry: one, to: Place::After(other) },
            _ => return None,
        };
        Some(Deed::operator(self.dice.seconds(1, 3), action))
    }

    /// What nobody has been given is given, then the State under review has the floor; unless nobody has said anything.
    fn answer_block(&mut self, state: &State) -> Vec<Deed> {
        if !state.review.modalities.has_answers() || state.statement.is_none() {
            return Vec::new();
        }
        let mut deeds = statement::assignments(state, &mut self.dice);
        deeds.push(answer(self.dice.seconds(8, 20)));
        deeds
    }

    /// Rights of reply, where the modalities give them a part of the meeting.
    fn replies(&mut self, state: &State) -> Vec<Deed> {
        let kind = state.review.modalities.kinds.iter().find(|kind| kind.id == "right-of-reply");
        let Some((kind, part)) = kind.and_then(|kind| Some((kind, kind.segments.first()?))) else {
            return self.go_on(Stage::Closing, Vec::new());
        };
        let mut deeds = Vec::new();
        if state.segment.as_deref() != Some(part) {
            deeds.push(segment(part));
        }
        let spoken: Vec<EntryRef> =
            state.turns.iter().flat_map(|turn| turn.delegations.iter().copied()).map(EntryRef::Delegation).collect();
        for _ in 0..2 {
            if let Some(to) = self.dice.pick(&spoken) {
                let give = Action::Give { to: *to, kind: Some(Text::from(kind.id.as_str())) };
                let said = Deed::operator(self.dice.seconds(40, 150), Action::Done);
                deeds.push(Deed::operator(self.dice.seconds(5, 12), give).then(vec![said]));
            }
        }
        self.go_on(Stage::Closing, deeds)
    }
}

/// Whether the meeting must come to its end: who waits now is not reached.
fn is_late(state: &State, now: Ms) -> bool {
    let ends = state.review.modalities.hard_stop.or(state.review.modalities.length);
    matches!((state.begun, ends), (Some(begun), Some(ends)) if now - begun > Ms(ends.0 - ends.0 / 20))
}

fn answer(wait: Ms) -> Deed {
    Deed::operator(wait, Action::Answer { official: None, kind: None })
}

fn segment(name: &str) -> Deed {
    Deed::operator(Ms::seconds(4), Action::Segment(Text::from(name)))
}
