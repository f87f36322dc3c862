//! Commands of every shape, with nasty texts: printed and read back they are the same; and no input panics.

use std::sync::Arc;

use plenary::dialogue::{
    Action, Command, Division, EntryNo, EntryRef, Inscribe, ItemNo, OfficialRef, Participant, Place, Position, Reference, Said, Seq, Sort,
    Start, TurnNo, Which,
};
use plenary::language::words::clean;
use plenary::language::{CATALOGUE, parse, parse_arguments, print};
use plenary::review::{Code, Ms, Ruling};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixture::{self, review};

/// Text as it stands in a record: cleaned at the door, no blanks at its ends, not empty.
fn text() -> BoxedStrategy<Arc<str>> {
    let pieces = select(vec![
        " ",
        "  ",
        "\"",
        "\\",
        "\\\"",
        "#torture",
        "#3",
        "@j",
        "@?",
        "by=FRA",
        "turn=3",
        "ago=5s",
        "late=\"x",
        "why=",
        "by=\"a b\"",
        "word",
        "“x”",
        "é",
        ",",
        ":",
        "=",
        "-30s",
        "?",
        "\u{a0}",
        "名",
        "e12",
    ]);
    let nasty = vec(prop_oneof![3 => pieces.prop_map(str::to_owned), 1 => ".".prop_map(|s| s)], 1..9).prop_map(|pieces| pieces.concat());
    prop_oneof![nasty, ".*"]
        .prop_map(|text| Arc::from(clean(&text).trim()))
        .prop_filter("empty", |text: &Arc<str>| !text.is_empty())
        .boxed()
}

fn span() -> BoxedStrategy<Ms> {
    prop_oneof![(0..3_600_000_i64).prop_map(Ms), (0..3_600_000_i64).prop_map(Ms::seconds)].boxed()
}

fn change() -> impl Strategy<Value = Ms> {
    (span(), any::<bool>()).prop_map(|(by, less)| if less { -by } else { by })
}

/// Someone with a name that has a letter or a digit at least.
fn participant() -> impl Strategy<Value = Participant> {
    let named = text().prop_filter("no name", |name| !plenary::review::names::fold(name).is_empty());
    named.prop_map(|name| fixture::participant(&name))
}

fn codes(least: usize) -> impl Strategy<Value = Vec<Code>> {
    let all: Vec<Code> = review().delegations.iter().map(|delegation| delegation.code).collect();
    vec(select(all), least..4)
}

fn entry() -> impl Strategy<Value = EntryRef> {
    prop_oneof![
        any::<u32>().prop_map(|n| EntryRef::Number(EntryNo(n))),
        any::<u32>().prop_map(EntryRef::Place),
        any::<u32>().prop_map(EntryRef::Bare),
        codes(1).prop_map(|codes| EntryRef::Delegation(codes[0])),
    ]
}

fn place() -> impl Strategy<Value = Place<EntryRef>> {
    prop_oneof![
        Just(Place::Top),
        Just(Place::End),
        (1..=u32::MAX).prop_map(Place::At),
        entry().prop_map(Place::Before),
        entry().prop_map(Place::After),
    ]
}

fn reference() -> impl Strategy<Value = Reference<EntryRef>> {
    let entry = entry().prop_filter("a bare number is an item here", |entry| !matches!(entry, EntryRef::Bare(_)));
    prop_oneof![item().prop_map(Reference::Item), entry.prop_map(Reference::Entry)]
}

fn item() -> impl Strategy<Value = ItemNo> {
    (1..=u32::MAX).prop_map(ItemNo)
}

fn items() -> impl Strategy<Value = Vec<ItemNo>> {
    vec(prop_oneof![(1..20_u32).prop_map(ItemNo), item()], 1..12).prop_map(|items| {
        let mut known = std::collections::HashSet::new();
        items.into_iter().filter(|item| known.insert(*item)).collect()
    })
}

fn word() -> impl Strategy<Value = Arc<str>> {
    "[a-z][a-z0-9-]{0,6}[a-z]".prop_map(Arc::from)
}

fn official() -> impl Strategy<Value = OfficialRef> {
    prop_oneof![Just(OfficialRef::Unknown), word().prop_map(OfficialRef::Named), text().prop_map(OfficialRef::Office)]
}

fn kind() -> impl Strategy<Value = Arc<str>> {
    prop_oneof![select(vec!["statement", "joint-statement", "point-of-order", "answer"]).prop_map(Arc::from), text()]
}

fn theme() -> impl Strategy<Value = Arc<str>> {
    select(vec!["torture", "ill-treatment", "assembly"]).prop_map(Arc::from)
}

fn said() -> impl Strategy<Value = Said> {
    (text(), vec(theme(), 0..3), vec(word(), 0..3)).prop_map(|(text, mut themes, mut officials)| {
        themes.sort();
        themes.dedup();
        officials.sort();
        officials.dedup();
        Said { text, themes, officials }
    })
}

fn sort() -> impl Strategy<Value = Sort> {
    select(vec![Sort::Question, Sort::Recommendation, Sort::Comment, Sort::Commendation])
}

fn turn() -> impl Strategy<Value = Option<TurnNo>> {
    of((1..=u32::MAX).prop_map(TurnNo))
}

fn later() -> impl Strategy<Value = Action> {
    let verbs: Vec<&'static str> = CATALOGUE.iter().filter(|verb| !verb.carried_out).map(|verb| verb.name).collect();
    (select(verbs), prop_oneof![Just(Arc::from("")), text()]).prop_map(|(verb, rest)| Action::NotYet { verb, rest })
}

fn list() -> BoxedStrategy<Action> {
    let inscribe =
        (codes(1), of(kind()), of(place()), of(span()), of(reference()), of(text())).prop_map(|(delegations, kind, at, time, re, late)| {
            Action::Inscribe(Inscribe { participant: None, delegations, kind, at, time, re, late })
        });
    let participant = (participant(), of(kind()), of(place()), of(span())).prop_map(|(participant, kind, at, time)| {
        Action::Inscribe(Inscribe { participant: Some(participant), kind, at, time, ..Inscribe::default() })
    });
    prop_oneof![
        inscribe,
        participant,
        text().prop_map(|file| Action::Import { file, rows: Vec::new() }),
        entry().prop_map(Action::Withdraw),
        entry().prop_map(Action::Restore),
        (entry(), place()).prop_map(|(entry, to)| Action::Move { entry, to }),
        (entry(), span()).prop_map(|(entry, time)| Action::Time { entry, time }),
    ]
    .boxed()
}

fn order() -> BoxedStrategy<Action> {
    let start =
        prop_oneof![proptest::char::range('A', 'Z').prop_map(Start::Letter), codes(1).prop_map(|codes| Start::Delegation(codes[0]))];
    prop_oneof![
        (entry(), entry()).prop_map(|(one, other)| Action::Swap(one, other)),
        entry().prop_map(Action::Defer),
        entry().prop_map(Action::Aside),
        entry().prop_map(Action::Release),
        start.prop_map(Action::Sort),
        (any::<u64>(), of(1..=u32::MAX)).prop_map(|(seed, count)| Action::Draw { seed, count }),
        select(vec![Action::OpenList, Action::CloseList]),
        codes(2).prop_map(|codes| Action::Reconcile { participant: codes[0], delegation: codes[1] }),
    ]
    .boxed()
}

fn time() -> BoxedStrategy<Action> {
    let by = prop_oneof![Just(Division::Equal), Just(Division::Ladder), span().prop_map(Division::Each)];
    let ruling = select(vec![Ruling::Upheld, Ruling::Dismissed, Ruling::Noted]);
    prop_oneof![
        select(vec![Action::Cut, Action::Again]),
        change().prop_map(Action::Back),
        codes(1).prop_map(|codes| Action::Order(codes[0])),
        (ruling, of(text())).prop_map(|(ruling, text)| Action::Rule { ruling, text }),
        kind().prop_map(Action::Retype),
        (by, any::<bool>()).prop_map(|(by, apply)| Action::Divide { by, apply }),
        (text(), span()).prop_map(|(group, total)| Action::Bank { group, total }),
        (text(), any::<bool>()).prop_map(|(group, apply)| Action::Redistribute { group, apply }),
    ]
    .boxed()
}

fn floor() -> impl Strategy<Value = Action> {
    prop_oneof![
        select(vec![Action::Begin, Action::Suspend, Action::Reconvene, Action::Adjourn, Action::Done, Action::Pause, Action::Resume]),
        text().prop_map(Action::Segment),
        of(any::<u32>().prop_map(EntryNo)).prop_map(|seen| Action::Next { seen }),
        (entry(), of(kind())).prop_map(|(to, kind)| Action::Give { to, kind }),
        change().prop_map(Action::Extend),
        of(entry()).prop_map(Action::Absent),
        (of(official()), of(kind())).prop_map(|(official, kind)| Action::Answer { official, kind }),
        official().prop_map(Action::Official),
        vec((1..=u32::MAX).prop_map(Seq), 0..3).prop_map(Action::Undo),
        vec((1..=u32::MAX).prop_map(Seq), 0..3).prop_map(Action::Redo),
    ]
}

fn logged() -> impl Strategy<Value = Action> {
    prop_oneof![
        (sort(), said(), codes(0), turn()).prop_map(|(sort, said, by, turn)| Action::Log { sort, said, by, turn, repeats: None }),
        (items(), of(said()), of(codes(0)), turn(), of(sort()))
            .prop_filter("nothing is changed", |edit| edit.1.is_some() || edit.2.is_some() || edit.3.is_some() || edit.4.is_some())
            .prop_map(|(items, said, by, turn, sort)| Action::Edit { items, said, by, turn, sort, repeats: None }),
        items().prop_map(Action::Drop),
        handled(),
        text().prop_map(Action::Note),
        (items(), official(), vec(official(), 0..3), of(text())).prop_map(|(items, lead, support, why)| Action::Assign {
            items,
            lead,
            support,
            why
        }),
        items().prop_map(Action::Unassign),
        (prop_oneof![items().prop_map(Which::Items), theme().prop_map(Which::Theme)], of(official()))
            .prop_map(|(which, by)| Action::Answered { which, by }),
        items().prop_map(Action::Reopen),
    ]
}

fn handled() -> impl Strategy<Value = Action> {
    prop_oneof![
        (items(), vec(select(vec!["torture", "treaties", "a-theme"]), 1..3))
            .prop_map(|(items, themes)| Action::Theme { items, themes: themes.into_iter().map(Arc::from).collect() }),
        (item(), said()).prop_map(|(item, said)| Action::Split { item, said }),
        (items(), item()).prop_map(|(items, into)| Action::Merge { items, into }),
        text().prop_map(|file| Action::Advance { file, rows: vec![] }),
        items().prop_map(Action::Written),
        (items(), of(text())).prop_map(|(items, why)| Action::Decline { items, why }),
        (items(), select(vec![Position::Supported, Position::Noted, Position::Pending]))
            .prop_map(|(items, position)| Action::Position { items, position }),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let ago = prop_oneof![Just(Ms::ZERO), span()];
    let plain = prop_oneof![list(), order().boxed(), floor().boxed(), time().boxed(), logged().boxed()].boxed();
    let replacing = (of((1..=u32::MAX).prop_map(Seq)), plain.clone()).prop_map(|(record, by)| Action::Replace { record, by: Box::new(by) });
    (prop_oneof![5 => plain, 1 => later(), 1 => replacing], ago)
        .prop_map(|(action, ago)| {
            let ago = if matches!(action, Action::NotYet { .. } | Action::Replace { .. }) { Ms::ZERO } else { ago };
            Command { action, ago }
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_printed_is_read_back(command in command()) {
        let printed = print(&command);
        prop_assert_eq!(parse(&printed, &review()), Ok(command), "printed as {}", printed);
    }
}

proptest! {
    #[test]
    fn no_line_panics(verb in select(CATALOGUE.iter().map(|verb| verb.name).collect::<Vec<_>>()), rest in ".*", line in ".*") {
        let review = review();
        let _ = parse(&line, &review);
        if let Ok(command) = parse(&format!("{verb} {rest}"), &review) {
            prop_assert_eq!(parse(&print(&command), &review), Ok(command));
        }
    }

    #[test]
    fn no_arguments_panic(arguments in vec(prop_oneof![".*", "[a-z]{1,5}=.*", "ask|assign|move|edit|inscribe|order|swap|ruling|divide|bank"], 0..5)) {
        if let Ok(command) = parse_arguments(&arguments, &review()) {
            prop_assert_eq!(parse(&print(&command), &review()), Ok(command));
        }
    }
}
