//! Laws of several seats under any modalities: what is decided fits, whoever says it, however late and whatever was taken back.

use plenary::dialogue::{
    Action, Command, EntryNo, EntryRef, Inscribe, ItemNo, OfficialRef, Outcome, Place, Reference, Refusal, RefusalCode, Said, Seq, Sort,
    Text, TurnNo, Which,
};
use plenary::review::*;
use proptest::prelude::*;

use super::meeting::{Meeting, review};

const SEATS: [&str; 3] = ["operator", "clerk", "delegation"];
const CODES: [&str; 6] = ["AAA", "BBB", "CCC", "DDD", "EEE", "SUR"];

/// A seat's command: how long after the one before, how long ago, who, what.
type Step = (Ms, Ms, &'static str, Action);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever any seat may do fits what is there (or `submit_as` panics), nothing is decided that does not, and the
    /// session reads back from its records, from its checkpoints and from its end as the same.
    #[test]
    fn what_any_seat_does_fits(review in any_review(), steps in steps(400)) {
        let mut meeting = Meeting::of(review);
        for (later, ago, seat, action) in steps {
            meeting.now += later;
            if let Err(refusal) = meeting.submit_as(seat, Command { action, ago }) {
                prop_assert!(!refusal.sentence.starts_with("This does not fit"), "{}", refusal.sentence);
            }
        }
        let mut again = Meeting::opened_on(&meeting.dialogue.records()[0]);
        again.now = meeting.now;
        for record in &meeting.dialogue.records()[1..] {
            again.dialogue.apply(record.clone()).expect("a record that was accepted fits");
        }
        let end = meeting.now + Ms(5000);
        let seen = meeting.seen_at(end);
        prop_assert_eq!(&again.seen_at(end), &seen);
        let mut folded = meeting.dialogue.at(end);
        folded.as_of = Ms::ZERO;
        prop_assert_eq!(&folded, &seen);
    }

    /// Whichever record is taken back, bringing it back gives what was there.
    #[test]
    fn any_record_comes_back_as_it_was(review in any_review(), steps in steps(300), which in 2_u32..300) {
        let mut meeting = Meeting::of(review);
        for (later, ago, seat, action) in steps {
            meeting.now += later;
            let _ = meeting.submit_as(seat, Command { action, ago });
        }
        let end = meeting.now + Ms(5000);
        let before = meeting.seen_at(end);
        if meeting.submit_as("chair", Command::now(Action::Undo(Some(Seq(which))))).is_ok_and(|changed| changed) {
            prop_assert!(meeting.submit_as("chair", Command::now(Action::Redo)).expect("it fitted before"));
            prop_assert_eq!(meeting.seen_at(end), before);
        }
    }

    /// The pools have given what was spoken, paused and waited, each where the modalities charge it.
    #[test]
    fn every_charge_is_somewhere(review in any_review(), steps in steps(200)) {
        let mut meeting = Meeting::of(review);
        for (later, ago, seat, action) in steps {
            meeting.now += later;
            let _ = meeting.submit_as(seat, Command { action, ago });
        }
        meeting.dialogue.advance(meeting.now);
        let (state, now) = (meeting.dialogue.state(), meeting.now);
        let modalities = &state.review.modalities;
        for pool in &modalities.pools {
            let charged = |name: &Option<String>| name.as_deref() == Some(pool.name.as_str());
            let mut used = if charged(&modalities.gap_charge) { state.gaps + state.gap.read(now) } else { Ms::ZERO };
            for turn in state.turns.iter().filter(|turn| turn.outcome != Some(Outcome::Absent)) {
                if charged(&state.kind(&turn.kind).unwrap().pool) { used += turn.speaking.read(now) }
                if charged(&modalities.pause_charge) { used += turn.pausing.read(now) }
            }
            prop_assert_eq!(state.pool(&pool.name, now).unwrap().used, used);
        }
        let (taken, waiting) = (state.spoken(), state.listed().count());
        prop_assert!(taken + waiting <= state.entries.iter().count());
        let forecast = state.forecast(now);
        prop_assert!(forecast.ends.is_none_or(|ends| ends >= now) || state.adjourned.is_some());
    }
}

/// A redo that is refused says whether a later record is in the way, and which, or its own ground has gone.
#[test]
fn a_refused_redo_says_what_is_in_the_way() {
    let mut meeting = Meeting::of(review(AtZero::GoOn));
    let mut say = |seat: &str, action| meeting.submit_as(seat, Command::now(action));
    say("clerk", Action::Begin).unwrap();
    say("operator", Action::Next { seen: None }).unwrap();
    say("operator", Action::Undo(None)).unwrap();
    say("clerk", Action::Next { seen: None }).unwrap();
    let later = say("operator", Action::Redo).unwrap_err().sentence;
    assert!(later.starts_with("Record 5 (command by clerk) would not fit with record 3"), "{later}");
    assert!(later.ends_with("with \"undo 5\""), "{later}");
    say("clerk", Action::Undo(Some(Seq(5)))).unwrap();
    say("clerk", Action::Undo(Some(Seq(2)))).unwrap();
    let itself = say("operator", Action::Redo).unwrap_err().sentence;
    assert!(itself.starts_with("Record 3 (command) does not fit any more: the meeting was not in progress"), "{itself}");
}

/// What cannot be done now says what can.
#[test]
fn refusals_say_what_to_do() {
    let mut meeting = Meeting::of(review(AtZero::GoOn));
    let mut say = |action| meeting.submit_as("operator", Command::now(action));
    let says = |answer: Result<bool, Refusal>, words: &str| {
        let sentence = answer.unwrap_err().sentence;
        assert!(sentence.contains(words), "{sentence}");
    };
    says(say(Action::Undo(None)), "with a record's number");
    say(Action::Begin).unwrap();
    says(say(Action::Undo(Some(Seq(9)))), "the newest is 2");
    says(say(Action::Done), "\"next\" or \"give\"");
    say(Action::Next { seen: None }).unwrap();
    say(Action::Pause).unwrap();
    says(say(Action::Pause), "\"resume\"");
    say(Action::Suspend).unwrap();
    says(say(Action::Pause), "\"reconvene\"");
    says(meeting.submit_as("operator", Command { action: Action::Note(Text::from("early")), ago: Ms(1) }), "shorter time");
}

/// A kind's limit holds for the State under review, whichever command gives it the floor.
#[test]
fn the_limit_of_a_kind_holds_for_answers() {
    let mut review = review(AtZero::GoOn);
    review.modalities.kinds.iter_mut().filter(|kind| kind.id == "answer").for_each(|kind| kind.per_delegation = Some(1));
    let mut meeting = Meeting::of(review);
    let answer = || Action::Answer { official: None, kind: None };
    let give = Action::Give { to: EntryRef::Delegation(Code::new("SUR").unwrap()), kind: None };
    meeting.submit_as("operator", Command::now(Action::Begin)).unwrap();
    meeting.submit_as("operator", Command::now(answer())).unwrap();
    for again in [answer(), give] {
        let refusal = meeting.submit_as("operator", Command::now(again)).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::LimitReached);
    }
}

/// Modalities of every sort.
fn any_review() -> impl Strategy<Value = Review> {
    let at_zero = prop_oneof![Just(AtZero::GoOn), Just(AtZero::Stop), Just(AtZero::Cut)];
    let charge = || proptest::sample::select(vec![None, Some("dialogue"), Some("sur")]);
    (at_zero, charge(), charge(), any::<bool>(), 0_u32..3, 0_i64..5000).prop_map(|(at_zero, pause, gap, holds, most, changeover)| {
        let mut review = review(at_zero);
        let modalities = &mut review.modalities;
        (modalities.pause_charge, modalities.gap_charge) = (pause.map(str::to_owned), gap.map(str::to_owned));
        modalities.entries_per_delegation = most;
        modalities.closed_admits = vec!["point-of-order".to_owned()];
        modalities.groups = vec![Pool { name: "GROUP".to_owned(), total: Ms(60_000) }];
        if let Some(ladder) = &mut modalities.ladder {
            ladder.changeover = Ms(changeover);
        }
        let statement = modalities.kind("statement").unwrap().clone();
        let video = Kind { id: "video".to_owned(), interrupts: true, holds, time: Allotment::Fixed(Ms(15_000)), ..statement.clone() };
        let joint = Kind { id: "joint-statement".to_owned(), ..statement.clone() };
        let reply = Kind {
            id: "right-of-reply".to_owned(),
            rank: 90,
            time: Allotment::Successive(vec![Ms(30_000), Ms(20_000)]),
            pool: None,
            count: Count::Up,
            ..statement
        };
        modalities.kinds.extend([video, joint, reply]);
        review
    })
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let later = prop_oneof![1 => Just(0_i64), 4 => 0_i64..20_000, 1 => 0_i64..100_000];
    let ago = prop_oneof![8 => Just(Ms::ZERO), 1 => (0_i64..90_000).prop_map(Ms)];
    let step = (later.prop_map(Ms), ago, proptest::sample::select(&SEATS[..]), action());
    proptest::collection::vec(step, 1..most).prop_map(|mut steps| {
        steps.insert(0, (Ms::ZERO, Ms::ZERO, "operator", Action::Begin));
        steps
    })
}

fn code() -> impl Strategy<Value = Code> {
    proptest::sample::select(&CODES[..]).prop_map(|code| Code::new(code).unwrap())
}

fn entry() -> impl Strategy<Value = EntryRef> {
    prop_oneof![
        code().prop_map(EntryRef::Delegation),
        (0_u32..7).prop_map(EntryRef::Place),
        (0_u32..20).prop_map(|number| EntryRef::Number(EntryNo(number)))
    ]
}

fn place() -> impl Strategy<Value = Place<EntryRef>> {
    prop_oneof![
        Just(Place::Top),
        Just(Place::End),
        (1_u32..9).prop_map(Place::At),
        entry().prop_map(Place::Before),
        entry().prop_map(Place::After)
    ]
}

fn kind() -> impl Strategy<Value = Option<Text>> {
    let kinds = vec!["statement", "joint-statement", "point-of-order", "video", "right-of-reply", "answer"];
    proptest::option::of(proptest::sample::select(kinds).prop_map(Text::from))
}

fn official() -> impl Strategy<Value = OfficialRef> {
    prop_oneof![
        Just(OfficialRef::Unknown),
        Just(OfficialRef::Named(Text::from("justice"))),
        Just(OfficialRef::Named(Text::from("h"))),
        Just(OfficialRef::Office(Text::from("Supreme Court"))),
        Just(OfficialRef::Office(Text::from("Majilis")))
    ]
}

fn said() -> impl Strategy<Value = Said> {
    let officials = proptest::collection::vec(proptest::sample::select(vec!["j", "health"]).prop_map(Text::from), 0..2);
    officials.prop_map(|officials| Said { text: Text::from("Which law"), themes: vec![Text::from("torture")], officials })
}

fn inscribe() -> impl Strategy<Value = Action> {
    let reference = prop_oneof![(1_u32..9).prop_map(|item| Reference::Item(ItemNo(item))), entry().prop_map(Reference::Entry)];
    let options = (kind(), proptest::option::of(place()), proptest::option::of(reference), any::<bool>());
    (proptest::collection::vec(code(), 1..3), options).prop_map(|(delegations, (kind, at, re, late))| {
        let late = late.then(|| Text::from("the chair decided"));
        Action::Inscribe(Inscribe { participant: None, delegations, kind, at, time: None, re, late })
    })
}

fn action() -> impl Strategy<Value = Action> {
    let items = || proptest::collection::vec((1_u32..9).prop_map(ItemNo), 1..3);
    let turn = || proptest::option::of((1_u32..9).prop_map(TurnNo));
    let by = || proptest::collection::vec(code(), 0..2);
    let list = prop_oneof![
        3 => inscribe(),
        1 => proptest::collection::vec(code(), 1..3).prop_map(|codes| Action::Import {
            file: Text::from("list.csv"),
            rows: codes.into_iter().map(|code| Inscribed { delegations: vec![code], kind: None, time: None }).collect(),
        }),
        2 => entry().prop_map(Action::Withdraw),
        2 => entry().prop_map(Action::Restore),
        3 => (entry(), place()).prop_map(|(entry, to)| Action::Move { entry, to }),
        1 => (entry(), 0_i64..60_000).prop_map(|(entry, time)| Action::Time { entry, time: Ms(time) }),
    ];
    let floor = prop_oneof![
        1 => Just(Action::Suspend),
        2 => Just(Action::Reconvene),
        6 => proptest::option::weighted(0.2, (1_u32..9).prop_map(EntryNo)).prop_map(|seen| Action::Next { seen }),
        4 => (entry(), kind()).prop_map(|(to, kind)| Action::Give { to, kind }),
        4 => Just(Action::Done),
        3 => Just(Action::Pause),
        3 => Just(Action::Resume),
        2 => (-60_000_i64..60_000).prop_map(|by| Action::Extend(Ms(by))),
        2 => proptest::option::of(entry()).prop_map(Action::Absent),
        2 => (proptest::option::of(official()), kind()).prop_map(|(official, kind)| Action::Answer { official, kind }),
        3 => official().prop_map(Action::Official),
    ];
    let logged = prop_oneof![
        3 => (said(), by(), turn()).prop_map(|(said, by, turn)| Action::Log { sort: Sort::Question, said, by, turn }),
        2 => ((1_u32..9).prop_map(ItemNo), proptest::option::of(said()), proptest::option::of(by()), turn())
            .prop_map(|(item, said, by, turn)| Action::Edit { item, said, by, turn, sort: Some(Sort::Comment) }),
        1 => (1_u32..9).prop_map(|item| Action::Drop(ItemNo(item))),
        3 => (items(), official(), proptest::collection::vec(official(), 0..2))
            .prop_map(|(items, lead, support)| Action::Assign { items, lead, support, why: None }),
        1 => items().prop_map(Action::Unassign),
        2 => (items(), proptest::option::of(official())).prop_map(|(items, by)| Action::Answered { which: Which::Items(items), by }),
        1 => Just(Action::Answered { which: Which::Theme(Text::from("torture")), by: None }),
        1 => items().prop_map(Action::Reopen),
        1 => Just(Action::Note(Text::from("remark"))),
    ];
    let taken_back = prop_oneof![
        4 => Just(Action::Undo(None)),
        2 => (1_u32..400).prop_map(|seq| Action::Undo(Some(Seq(seq)))),
        3 => Just(Action::Redo),
    ];
    let rarely = prop_oneof![Just(Action::Adjourn), Just(Action::Begin), Just(Action::Segment(Text::from("closing")))];
    prop_oneof![12 => list, 30 => floor, 14 => logged, 9 => taken_back, 1 => rarely]
}
