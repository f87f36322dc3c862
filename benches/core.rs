//! The pure core: one command on a long session, a million records, undo. `cargo bench --bench core`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "long/meeting.rs"]
mod meeting;

use std::sync::{Arc, OnceLock};

use divan::{Bencher, black_box};
use plenary::dialogue::{
    Action, Command, Dialogue, Division, EntryNo, EntryRef, Event, Inscribe, ItemNo, Logging, OfficialRef, Place, Record, Said, Seq, Sort,
    Start, Taking, Text, TurnNo,
};
use plenary::review::{Inscribed, Ms, Review};

fn main() {
    divan::main();
}

fn text(text: &str) -> Text {
    Text::from(text)
}

fn record(seq: u32, events: Vec<Event>) -> Arc<Record> {
    let at = Ms(i64::from(seq) * 1000);
    Arc::new(Record { seat: "operator".into(), command: "c".into(), ..Record::of(Seq(seq), at, events) })
}

fn sample() -> Review {
    let mut review = plenary::review::load::sample().expect("the sample review loads").review;
    let all: Vec<_> =
        review.delegations.iter().map(|delegation| delegation.code).filter(|code| *code != review.state_under_review).collect();
    // The same delegations take the floor again and again, for as many records as are wanted.
    review.modalities.kinds.iter_mut().for_each(|kind| kind.per_delegation = None);
    review.speakers = all.iter().map(|code| Inscribed { delegations: vec![*code], kind: None, time: None }).collect();
    review
}

fn logged(item: u32) -> Event {
    Event::Logged(Logging {
        item: ItemNo(item),
        sort: Sort::Question,
        text: text("How many visits did the preventive mechanism make in 2024"),
        themes: vec![text("torture")],
        lead: Some(text("justice")),
        support: vec![],
        by: vec![],
        turn: None,
        repeats: None,
    })
}

/// A session that began, with so many further records: turns out of the list's first delegation, and items in them.
fn records(count: u32) -> Vec<Arc<Record>> {
    let review = sample();
    let speakers: Vec<_> = review.delegations.iter().map(|delegation| delegation.code).collect();
    let (mut turn, mut item) = (0, 0);
    let mut records = vec![record(1, vec![Event::Opened(Arc::new(review))]), record(2, vec![Event::Began])];
    for seq in 3..count + 3 {
        let event = if seq % 5 == 0 {
            turn += 1;
            let delegations = vec![speakers[turn as usize % speakers.len()]];
            Event::TookFloor(Taking {
                turn: TurnNo(turn),
                entry: None,
                delegations,
                kind: text("statement"),
                official: None,
                in_turn: false,
            })
        } else {
            item += 1;
            logged(item)
        };
        records.push(record(seq, vec![event]));
    }
    records
}

fn dialogue(records: &[Arc<Record>]) -> Dialogue {
    let mut dialogue = Dialogue::open(records[0].clone()).unwrap();
    for record in &records[1..] {
        dialogue.apply(record.clone()).unwrap();
    }
    dialogue
}

/// 195 entries and 2,000 items: target under 50 µs each.
#[divan::bench(args = ["next", "ask", "assign", "answered", "pause"])]
fn decide_and_apply(bencher: Bencher, what: &str) {
    let dialogue = dialogue(&records(2500));
    let now = Ms(3_000_000);
    let action = match what {
        "next" => Action::Next { seen: None },
        "ask" => {
            let said = Said { text: text("Which law will change"), themes: vec![text("torture")], officials: vec![text("j")] };
            Action::Log { sort: Sort::Question, said, by: vec![], turn: None, repeats: None }
        }
        "assign" => Action::Assign { items: vec![ItemNo(1000)], lead: OfficialRef::Named(text("health")), support: vec![], why: None },
        "answered" => Action::Answered { which: plenary::dialogue::Which::Items(vec![ItemNo(1000)]), by: None },
        _ => Action::Pause,
    };
    let command = Command::now(action);
    bencher.with_inputs(|| dialogue.clone()).bench_local_values(|mut dialogue| {
        let decision = dialogue.decide("operator", black_box(&command), now).unwrap();
        dialogue.apply(record(dialogue.seq().0 + 1, decision.events)).unwrap();
        dialogue
    });
}

/// Target under 1 s.
#[divan::bench(sample_count = 5)]
fn apply_a_million_records(bencher: Bencher) {
    let records = records(1_000_000);
    bencher.bench_local(|| dialogue(black_box(&records)));
}

/// Every third takes the one before it back: the time must grow with the number of records, not with its square.
#[divan::bench(args = [25_000, 100_000], sample_count = 5)]
fn apply_records_with_undos(bencher: Bencher, count: u32) {
    let events = |seq: u32| match seq % 3 {
        2 => vec![Event::Undone(vec![Seq(seq - 1)])],
        _ => vec![logged(seq)],
    };
    let opened = records(1).into_iter().take(2);
    let records: Vec<Arc<Record>> = opened.chain((3..count).map(|seq| record(seq, events(seq)))).collect();
    bencher.bench_local(|| dialogue(black_box(&records)));
}

/// Any of the last 1,000 of 10,000 records: target under 5 ms.
#[divan::bench(args = [1, 100, 500, 1000])]
fn undo(bencher: Bencher, back: u32) {
    let dialogue = dialogue(&records(10_000));
    // An item: nothing later depends on it.
    let seq = (dialogue.seq().0 - back..).find(|seq| seq % 5 != 0).map(Seq);
    let command = Command::now(Action::Undo(seq.into_iter().collect()));
    let now = Ms(20_000_000);
    bencher.with_inputs(|| dialogue.clone()).bench_local_values(|mut dialogue| {
        let decision = dialogue.decide("operator", black_box(&command), now).unwrap();
        dialogue.apply(record(dialogue.seq().0 + 1, decision.events)).unwrap();
        dialogue
    });
}

/// An item in the middle of a meeting of 100,000 records is taken back, or was another: all that came later is folded anew.
#[divan::bench(args = ["undo", "replace"], sample_count = 20)]
fn in_the_middle_of_a_long_meeting(bencher: Bencher, what: &str) {
    static MEETING: OnceLock<Dialogue> = OnceLock::new();
    let dialogue = MEETING.get_or_init(|| meeting::meeting(100_000));
    let now = dialogue.records().last().map_or(Ms::ZERO, |record| record.at);
    let may_be_undone = |record: &&Arc<Record>| {
        let command = Command::now(Action::Undo(vec![record.seq]));
        matches!(record.events.first(), Some(Event::Logged(_))) && dialogue.decide("operator", &command, now).is_ok()
    };
    let item = dialogue.records()[50_000..].iter().find(may_be_undone).unwrap();
    let line =
        if what == "undo" { format!("undo {}", item.seq) } else { format!("replace {} ask It was another thing that was asked", item.seq) };
    let command = plenary::language::parse(&line, &dialogue.state().review).unwrap();
    bencher.with_inputs(|| dialogue.clone()).bench_local_values(|mut dialogue| {
        let decision = dialogue.decide("operator", black_box(&command), now).unwrap();
        dialogue.apply(record(dialogue.seq().0 + 1, decision.events)).unwrap();
        dialogue
    });
}

/// Everything that the screen asks of a state once a frame.
#[divan::bench]
fn figures_of_a_frame(bencher: Bencher) {
    let dialogue = dialogue(&records(2500));
    let state = dialogue.state();
    bencher.bench_local(|| {
        let now = black_box(Ms(3_000_000));
        (state.forecast(now), state.item_counts(), state.pool("dialogue", now))
    });
}

/// 5,000 entries, of which twenty have spoken and one has the floor.
fn long_list() -> Dialogue {
    let mut review = sample();
    review.modalities.entries_per_delegation = 0;
    review.modalities.closes_after = None;
    review.modalities.kinds.iter_mut().for_each(|kind| kind.per_delegation = None);
    review.speakers = review.speakers.iter().cloned().cycle().take(5_000).collect();
    let mut dialogue = dialogue(&[record(1, vec![Event::Opened(Arc::new(review))]), record(2, vec![Event::Began])]);
    for seq in 3..44 {
        let action = if seq % 2 == 1 { Action::Next { seen: None } } else { Action::Done };
        let decision = dialogue.decide("operator", &Command::now(action), Ms(i64::from(seq) * 1000)).unwrap();
        dialogue.apply(record(seq, decision.events)).unwrap();
    }
    dialogue
}

/// 5,000 entries in one list: target under 1 ms each.
#[divan::bench(args = ["inscribe", "move", "next", "swap", "sort", "draw", "divide", "back", "retype"])]
fn decide_and_apply_in_a_long_list(bencher: Bencher, what: &str) {
    let dialogue = long_list();
    let entry = EntryRef::Number;
    let action = match what {
        "inscribe" => {
            let delegations = vec![dialogue.state().review.speakers[7].delegations[0]];
            Action::Inscribe(Inscribe { delegations, ..Inscribe::default() })
        }
        "move" => Action::Move { entry: entry(EntryNo(4_000)), to: Place::At(100) },
        "next" => Action::Next { seen: None },
        "swap" => Action::Swap(entry(EntryNo(100)), entry(EntryNo(4_000))),
        "sort" => Action::Sort(Start::Letter('M')),
        "draw" => Action::Draw { seed: 2025, count: None },
        "divide" => Action::Divide { by: Division::Each(Ms(50_000)), apply: true },
        "back" => Action::Back(Ms(500)),
        _ => Action::Retype(text("point-of-order")),
    };
    let command = Command::now(action);
    bencher.with_inputs(|| dialogue.clone()).bench_local_values(|mut dialogue| {
        let decision = dialogue.decide("operator", black_box(&command), Ms(44_000)).unwrap();
        dialogue.apply(record(dialogue.seq().0 + 1, decision.events)).unwrap();
        dialogue
    });
}

/// The same list: target under 1 ms each.
#[divan::bench(args = ["forecast", "division"])]
fn look_ahead_in_a_long_list(bencher: Bencher, what: &str) {
    let dialogue = long_list();
    let (state, now) = (dialogue.state(), Ms(44_000));
    match what {
        "forecast" => bencher.bench_local(|| state.forecast(black_box(now))),
        _ => bencher.bench_local(|| state.division(Division::Equal, black_box(now))),
    }
}
