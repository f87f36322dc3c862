//! The floor: turns begin, end, are held and resumed; every clock follows from who has the floor and how.

use std::sync::Arc;

use super::Misfit;
use crate::dialogue::{EntryNo, Outcome, Pass, State, Status, Stopwatch, Taking, Text, Turn, TurnNo};
use crate::review::{AtZero, Code, Count, Kind, Ms};

const NOT_ON_FLOOR: Misfit = "that turn did not have the floor";

impl State {
    pub(super) fn take_floor(&mut self, moment: Ms, taking: &Taking, kind: &Text) -> Result<(), Misfit> {
        if self.status != Status::Open {
            return Err("the meeting was not in progress");
        }
        let review = Arc::clone(&self.review);
        let kind = review.modalities.kind(kind).ok_or("the modalities have no such kind")?;
        self.known(&taking.official)?;
        let delegations = self.who_speaks(taking)?;
        if !kind.interrupts || taking.in_turn {
            match self.floor.as_slice() {
                [] => {}
                [running] => self.finish(moment, *running, Outcome::Completed),
                [..] => return Err("the turn that ran held another one"),
            }
        }
        let time = taking.entry.and_then(|entry| self.entries.get(entry)).and_then(|entry| entry.time);
        if let Some(entry) = taking.entry {
            self.leave_list(entry)?;
        }
        let (before, gap) = (self.last_turn, self.gap.read(moment));
        self.close_gap(moment);
        let allotted = time.unwrap_or_else(|| self.allotment(kind, &delegations, moment));
        self.turns.insert(taking.turn, began(moment, taking, delegations, kind, allotted));
        self.floor.push(taking.turn);
        self.count_change(taking.turn, before, gap);
        if self.answers(&kind.id)
            && let Some(turn) = self.turns.get_mut(taking.turn)
        {
            turn.passes.push(Pass { official: taking.official.clone(), began: moment, from: Ms::ZERO });
        }
        self.belongs_to(taking.turn);
        self.set_clocks(moment);
        Ok(())
    }

    /// Whose entry it is, also where another has been put in the place of the one that was called.
    fn who_speaks(&self, taking: &Taking) -> Result<Arc<[Code]>, Misfit> {
        let entry = taking.entry.and_then(|entry| self.entries.get(entry));
        let other = entry.filter(|entry| *entry.delegations != *taking.delegations);
        if other.is_some_and(|other| other.kind != taking.kind) {
            return Err("the entry was another delegation's, for a turn of another kind");
        }
        let delegations = other.map_or_else(|| Arc::from(taking.delegations.as_slice()), |other| Arc::clone(&other.delegations));
        self.take_part(&delegations)?;
        Ok(delegations)
    }

    /// What is said from now on belongs to this turn: answers to one of the State under review, items to a statement.
    pub(super) fn belongs_to(&mut self, number: TurnNo) {
        let Some(turn) = self.turns.get(number) else { return };
        if self.answers(&turn.kind) {
            self.answer = Some(number);
        } else if self.is_statement(turn) {
            let about_the_meeting = &*turn.kind == Kind::PROCEDURAL;
            self.statement = Some(number);
            if !about_the_meeting {
                self.begin_dialogue();
            }
        }
    }

    pub(super) fn end(&mut self, moment: Ms, turn: TurnNo) -> Result<(), Misfit> {
        self.on_floor(turn)?;
        self.finish(moment, turn, Outcome::Completed);
        Ok(())
    }

    pub(super) fn pause(&mut self, moment: Ms, turn: TurnNo) -> Result<(), Misfit> {
        let turn = self.on_floor(turn)?;
        if turn.paused {
            return Err("that turn was paused already");
        }
        turn.paused = true;
        self.set_clocks(moment);
        Ok(())
    }

    pub(super) fn resume(&mut self, moment: Ms, turn: TurnNo) -> Result<(), Misfit> {
        let turn = self.on_floor(turn)?;
        if !turn.paused {
            return Err("that turn was not paused");
        }
        turn.paused = false;
        self.set_clocks(moment);
        Ok(())
    }

    pub(super) fn extend(&mut self, moment: Ms, turn: TurnNo, by: Ms) -> Result<(), Misfit> {
        let turn = self.on_floor(turn)?;
        turn.extension += by;
        turn.given_back &= turn.speaking.read(moment) >= turn.allotted + turn.extension;
        self.set_clocks(moment);
        Ok(())
    }

    pub(super) fn pass(&mut self, moment: Ms, turn: TurnNo, official: Option<&Text>) -> Result<(), Misfit> {
        self.known(official)?;
        let turn = self.on_floor(turn)?;
        let from = turn.speaking.read(moment);
        turn.passes.push(Pass { official: official.cloned(), began: moment, from });
        Ok(())
    }

    pub(super) fn absent(&mut self, moment: Ms, entry: Option<EntryNo>, turn: Option<TurnNo>) -> Result<(), Misfit> {
        if let Some(turn) = turn {
            self.on_floor(turn)?;
            self.finish(moment, turn, Outcome::Absent);
        } else if !entry.is_some_and(|entry| self.listed().any(|listed| listed.number == entry)) {
            return Err("the entry was not in the list");
        }
        entry.map_or(Ok(()), |entry| self.send_to_end(entry))
    }

    /// Ends a turn wherever it stands on the floor, and lets what it held go on.
    pub(super) fn finish(&mut self, moment: Ms, number: TurnNo, outcome: Outcome) {
        self.floor.retain(|turn| *turn != number);
        let Some(turn) = self.turns.get_mut(number) else { return };
        for clock in [&mut turn.speaking, &mut turn.pausing, &mut turn.standing] {
            clock.stop(moment);
        }
        turn.ended = Some(moment);
        turn.outcome = Some(outcome);
        self.last_turn = Some(number);
        if outcome == Outcome::Absent {
            self.forget_statement(number);
        } else {
            self.charge(number, moment);
            self.count_pace(number);
        }
        self.set_clocks(moment);
    }

    /// An absent delegation made no statement: items belong to the one before.
    fn forget_statement(&mut self, absent: TurnNo) {
        if self.statement == Some(absent) {
            let earlier = self.turns.iter().filter(|turn| turn.number != absent && self.is_statement(turn));
            self.statement = earlier.max_by_key(|turn| (turn.began, turn.number)).map(|turn| turn.number);
        }
        self.pass_over(absent);
    }

    fn is_statement(&self, turn: &Turn) -> bool {
        turn.outcome != Some(Outcome::Absent) && !self.answers(&turn.kind) && self.kind(&turn.kind).is_some_and(|kind| !kind.interrupts)
    }

    /// Lets each clock run or stand as the floor has it: a held turn's clocks stand, a paused or suspended one's pause runs,
    /// one that may not go below zero stands there, and while nobody has the floor the gap runs, or the recess.
    pub(super) fn set_clocks(&mut self, moment: Ms) {
        let review = Arc::clone(&self.review);
        let suspended = self.status == Status::Suspended;
        let mut held = false;
        for number in self.floor.clone().into_iter().rev() {
            let stands = self.stands_at_zero(number, moment);
            let Some(turn) = self.turns.get_mut(number) else { continue };
            let paused = turn.paused || suspended;
            set(&mut turn.speaking, !held && !paused && !stands, moment);
            set(&mut turn.pausing, !held && paused, moment);
            set(&mut turn.standing, !held && !paused && stands, moment);
            held |= review.modalities.kind(&turn.kind).is_some_and(|kind| kind.interrupts && kind.holds);
        }
        set(&mut self.gap, self.status == Status::Open && self.floor.is_empty(), moment);
        set(&mut self.recess, suspended && self.floor.is_empty(), moment);
    }

    fn stands_at_zero(&self, number: TurnNo, moment: Ms) -> bool {
        self.review.modalities.at_zero == AtZero::Stop
            && self.turns.get(number).is_some_and(|turn| self.counts_down(turn) && self.clock(turn, moment).left <= Ms::ZERO)
    }

    fn counts_down(&self, turn: &Turn) -> bool {
        self.kind(&turn.kind).is_some_and(|kind| kind.count == Count::Down)
    }

    /// Brings about what time alone brings about until a moment: a clock that stands at zero, a turn that ends there.
    pub fn lapse(&mut self, until: Ms) {
        while let Some((moment, turn)) = self.next_lapse().filter(|(moment, _)| *moment <= until) {
            self.as_of = moment;
            match self.review.modalities.at_zero {
                AtZero::GoOn => return,
                AtZero::Stop => self.set_clocks(moment),
                AtZero::Cut => self.finish(moment, turn, Outcome::Cut),
            }
        }
    }

    fn next_lapse(&self) -> Option<(Ms, TurnNo)> {
        if self.review.modalities.at_zero == AtZero::GoOn {
            return None;
        }
        let running = self.floor.iter().filter_map(|turn| self.turns.get(*turn)).filter(|turn| self.counts_down(turn));
        let zero = |turn: &Turn| Some((turn.speaking.reaches(turn.allotted + turn.extension)?.max(self.as_of), turn.number));
        running.filter(|turn| !turn.given_back).filter_map(zero).min()
    }

    /// The turn, if it is the one that has the floor.
    pub(super) fn on_floor(&mut self, turn: TurnNo) -> Result<&mut Turn, Misfit> {
        if self.floor.last() != Some(&turn) {
            return Err(NOT_ON_FLOOR);
        }
        self.turns.get_mut(turn).ok_or(NOT_ON_FLOOR)
    }
}

fn set(clock: &mut Stopwatch, runs: bool, moment: Ms) {
    if runs { clock.start(moment) } else { clock.stop(moment) }
}

fn began(moment: Ms, taking: &Taking, delegations: Arc<[Code]>, kind: &Kind, allotted: Ms) -> Turn {
    Turn {
        number: taking.turn,
        entry: taking.entry,
        delegations,
        kind: Text::from(kind.id.as_str()),
        allotted,
        extension: Ms::ZERO,
        began: moment,
        ended: None,
        speaking: Stopwatch::default(),
        pausing: Stopwatch::default(),
        standing: Stopwatch::default(),
        paused: false,
        given_back: false,
        passes: Vec::new(),
        outcome: None,
        ruling: None,
    }
}
