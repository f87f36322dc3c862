//! A small meeting on virtual time, and any commands for it.

use std::sync::Arc;

use plenary::dialogue::{
    Action, Command, Dialogue, EntryRef, Event, Inscribe, ItemNo, OfficialRef, Place, Record, Refusal, Said, Seq, Sort, State, Text, Which,
};
use plenary::review::*;
use proptest::prelude::*;

pub struct Meeting {
    pub dialogue: Dialogue,
    pub now: Ms,
}

const CODES: [&str; 6] = ["AAA", "BBB", "CCC", "DDD", "EEE", "SUR"];

impl Meeting {
    pub fn of(review: Review) -> Meeting {
        Meeting::opened_on(&Arc::new(record(1, Ms::ZERO, Ms::ZERO, vec![Event::Opened(Box::new(review))])))
    }

    pub fn opened_on(first: &Arc<Record>) -> Meeting {
        Meeting { dialogue: Dialogue::open(first.clone()).expect("the review opens"), now: Ms::ZERO }
    }

    /// Whether it was accepted and changed something.
    pub fn submit(&mut self, command: Command) -> bool {
        self.submit_as("operator", command).is_ok_and(|changed| changed)
    }

    /// Whether a seat's command changed something, or why it was refused.
    pub fn submit_as(&mut self, seat: &str, command: Command) -> Result<bool, Refusal> {
        let decision = self.dialogue.decide(seat, &command, self.now)?;
        if decision.events.is_empty() {
            return Ok(false);
        }
        let seq = self.dialogue.seq().0 + 1;
        let record = Record { seat: Text::from(seat), ..record(seq, self.now, decision.moment, decision.events) };
        self.dialogue.apply(Arc::new(record)).expect("what was decided fits");
        Ok(true)
    }

    /// Everything that can be seen at a moment; the moment of the last change is not.
    pub fn seen_at(&self, moment: Ms) -> State {
        let mut dialogue = self.dialogue.clone();
        dialogue.advance(moment);
        let mut state = dialogue.state().clone();
        state.as_of = Ms::ZERO;
        state
    }

    /// How long the meeting was suspended while nobody had the floor.
    pub fn suspended_between_turns(&self, end: Ms) -> Ms {
        let state = self.dialogue.state();
        let mut idle = Ms::ZERO;
        let mut since = None;
        let mut slots: Vec<_> = self.dialogue.slots().iter().zip(self.dialogue.records()).filter(|(slot, _)| !slot.undone).collect();
        slots.sort_by_key(|(slot, _)| (slot.moment, slot.seq));
        for (slot, record) in slots {
            for event in &record.events {
                match event {
                    Event::Suspended => since = Some(slot.moment),
                    Event::Reconvened | Event::Adjourned => {
                        if let Some(from) = since.take() {
                            idle += self.free(state, from, slot.moment);
                        }
                    }
                    _ => {}
                }
            }
        }
        since.map_or(idle, |from| idle + self.free(state, from, end))
    }

    fn free(&self, state: &State, from: Ms, until: Ms) -> Ms {
        let taken = state.turns.iter().filter(|turn| turn.began <= from && turn.ended.is_none_or(|ended| ended > from));
        taken.map(|turn| turn.ended.unwrap_or(until).min(until)).max().map_or(until - from, |busy| until - busy)
    }
}

fn record(seq: u32, at: Ms, moment: Ms, events: Vec<Event>) -> Record {
    let text = |text: &str| Text::from(text);
    Record {
        seq: Seq(seq),
        id: text(&seq.to_string()),
        at,
        moment,
        utc_ms: at.0,
        boot_id: text("boot"),
        boot_ms: at.0,
        seat: text("operator"),
        command: text("command"),
        events,
    }
}

pub fn review(at_zero: AtZero) -> Review {
    let delegation = |code: &str| Delegation {
        code: Code::new(code).unwrap(),
        alpha2: None,
        name: code.to_owned(),
        short: code.to_owned(),
        article: false,
        aliases: vec![],
        standing: Standing::MemberState,
        group: None,
        council_member: code == "AAA",
        keys: vec![code.to_lowercase()],
        sort_key: code.to_owned(),
        initial: code.chars().next().unwrap(),
    };
    let kind = |id: &str, rank, time, pool: Option<&str>| Kind {
        id: id.to_owned(),
        name: id.to_owned(),
        rank,
        time,
        pool: pool.map(str::to_owned),
        per_delegation: None,
        interrupts: false,
        holds: false,
        speaker: Speaker::Delegation,
        count: Count::Down,
        planned: None,
        segments: vec![],
        charged_when: vec![],
    };
    let answer = Kind { speaker: Speaker::StateUnderReview, ..kind("answer", 50, Allotment::Pool, Some("sur")) };
    let order = Kind { interrupts: true, holds: true, ..kind("point-of-order", 10, Allotment::Fixed(Ms(20_000)), None) };
    Review {
        title: "Laws".to_owned(),
        session: None,
        starts: "2025-01-23T09:00:00".to_owned(),
        time_zone: "Europe/Zurich".to_owned(),
        state_under_review: Code::new("SUR").unwrap(),
        troika: vec![],
        delegations: CODES.iter().map(|code| delegation(code)).collect(),
        themes: vec![Theme { id: "torture".to_owned(), name: "Torture".to_owned(), words: vec![] }],
        officials: ["justice", "health"]
            .iter()
            .map(|id| Official {
                id: (*id).to_owned(),
                key: id.chars().next(),
                office: (*id).to_owned(),
                short: (*id).to_owned(),
                name: None,
                head: *id == "justice",
                themes: vec![],
            })
            .collect(),
        speakers: CODES
            .iter()
            .take(5)
            .map(|code| Inscribed { delegations: vec![Code::new(code).unwrap()], kind: None, time: None })
            .collect(),
        language: Default::default(),
        speakers_note: None,
        each: None,
        modalities: Modalities {
            title: "Laws".to_owned(),
            source: None,
            length: Some(Ms(600_000)),
            hard_stop: None,
            segments: ["opening", "dialogue", "closing"].map(str::to_owned).to_vec(),
            pools: vec![Pool { name: "dialogue".to_owned(), total: Ms(300_000) }, Pool { name: "sur".to_owned(), total: Ms(120_000) }],
            ladder: Some(Ladder {
                pool: "dialogue".to_owned(),
                rungs: vec![Rung::Standing { member: Ms(90_000), observer: Ms(80_000) }, Rung::Divide { least: Ms(45_000) }],
                changeover: Ms::ZERO,
            }),
            warning: Ms(30_000),
            last: Ms(10_000),
            at_zero,
            closes_after: Some(Ms(200_000)),
            entries_per_delegation: 1,
            closed_admits: vec![],
            pause_charge: None,
            gap_charge: None,
            kinds: vec![kind("statement", 50, Allotment::Ladder, Some("dialogue")), order, answer],
            groups: vec![],
        },
    }
}

/// So many commands: how long after the one before, how long ago, what.
pub fn actions(most: usize) -> impl Strategy<Value = Vec<(Ms, Ms, Action)>> {
    let ago = prop_oneof![12 => Just(Ms::ZERO), 1 => (0_i64..20_000).prop_map(Ms)];
    let step = (prop_oneof![1 => Just(Ms::ZERO), 6 => (0_i64..60_000).prop_map(Ms)], ago, action());
    proptest::collection::vec(step, 1..most).prop_map(|mut steps| {
        steps.insert(0, (Ms::ZERO, Ms::ZERO, Action::Begin));
        steps
    })
}

fn action() -> impl Strategy<Value = Action> {
    let code = || proptest::sample::select(&CODES[..]).prop_map(|code| Code::new(code).unwrap());
    let entry = move || prop_oneof![code().prop_map(EntryRef::Delegation), (1_u32..6).prop_map(EntryRef::Place)];
    let items = || proptest::collection::vec((1_u32..8).prop_map(ItemNo), 1..3);
    let official = || proptest::sample::select(vec!["justice", "h"]).prop_map(|id| OfficialRef::Named(Text::from(id)));
    let text = || Text::from("Which law");
    prop_oneof![
        1 => Just(Action::Suspend),
        2 => Just(Action::Reconvene),
        1 => Just(Action::Adjourn),
        1 => proptest::sample::select(vec!["opening", "closing"]).prop_map(|name| Action::Segment(Text::from(name))),
        2 => (code(), any::<bool>()).prop_map(|(code, top)| Action::Inscribe(Inscribe { delegations: vec![code], at: top.then_some(Place::Top), late: Some(Text::from("late")), ..Inscribe::default() })),
        1 => entry().prop_map(Action::Withdraw),
        1 => entry().prop_map(Action::Restore),
        2 => (entry(), 1_u32..6).prop_map(|(entry, place)| Action::Move { entry, to: Place::At(place) }),
        1 => entry().prop_map(|entry| Action::Time { entry, time: Ms(50_000) }),
        8 => Just(Action::Next { seen: None }),
        2 => (entry(), any::<bool>()).prop_map(|(to, order)| Action::Give { to, kind: order.then(|| Text::from("point-of-order")) }),
        3 => Just(Action::Done),
        3 => Just(Action::Pause),
        3 => Just(Action::Resume),
        2 => (-30_000_i64..30_000).prop_map(|by| Action::Extend(Ms(by))),
        2 => proptest::option::of(entry()).prop_map(Action::Absent),
        2 => proptest::option::of(official()).prop_map(|official| Action::Answer { official, kind: None }),
        2 => official().prop_map(Action::Official),
        4 => any::<bool>().prop_map(move |given| Action::Log {
            sort: Sort::Question, said: Said { text: text(), themes: vec![Text::from("torture")], officials: given.then(|| Text::from("j")).into_iter().collect() }, by: vec![], turn: None,
        }),
        2 => (items(), official()).prop_map(|(items, lead)| Action::Assign { items, lead, support: vec![], why: None }),
        1 => items().prop_map(Action::Unassign),
        2 => items().prop_map(|items| Action::Answered { which: Which::Items(items), by: None }),
        1 => Just(Action::Answered { which: Which::Theme(Text::from("torture")), by: None }),
        1 => items().prop_map(Action::Reopen),
        1 => (1_u32..8).prop_map(|item| Action::Drop(ItemNo(item))),
        1 => Just(Action::Note(Text::from("remark"))),
        3 => Just(Action::Undo(None)),
        1 => (1_u32..60).prop_map(|seq| Action::Undo(Some(Seq(seq)))),
        2 => Just(Action::Redo),
    ]
}
