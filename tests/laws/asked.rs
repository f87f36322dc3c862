//! Nothing that was asked is lost: it is answered, in writing, declined or outstanding; merged is taken apart again; every item is
//! somebody's, of some moment.

use std::collections::{BTreeMap, BTreeSet};

use plenary::dialogue::{
    Action, Command, Event, Item, ItemCounts, ItemNo, ItemStatus, Outcome, Position, RefusalCode, Sort, State, Text, Turn, TurnNo, Which,
};
use plenary::review::{Code, Ms};
use proptest::prelude::*;

use super::cases;
use super::commands::{about_items, mostly_about_items};
use super::meeting::Meeting;
use super::reviews::rules;

proptest! {
    #![proptest_config(cases(64))]

    /// In all, by official and by delegation, each counted again from the items.
    #[test]
    fn what_was_asked_adds_up(rules in rules(), steps in mostly_about_items(200)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let now = meeting.now;
        let state = meeting.state();
        let counts = state.item_counts();
        prop_assert_eq!(counts, counted(state, |_| true));
        let asked = state.items.iter().filter(|item| item.sort == Sort::Question || item.status != ItemStatus::Noted).count();
        prop_assert_eq!(asked, number(counts.answered + counts.written + counts.declined + counts.outstanding()));
        prop_assert_eq!(asked, number(counts.asked()));
        prop_assert_eq!(asked, state.items.iter().filter(|item| item.is_asked()).count());
        prop_assert_eq!(number(counts.outstanding()), state.items.iter().filter(|item| item.is_outstanding()).count());

        let by_official = state.counts_by_official();
        for (official, counts) in &by_official {
            let id = official.map(|official| &official.id);
            prop_assert_eq!(*counts, counted(state, |item| whose(item) == id), "{:?}", id);
        }
        prop_assert_eq!(sum(by_official.iter().map(|(_, counts)| *counts)), counts);
        for (official, load) in state.officials.iter().zip(state.loads(now)) {
            let of = |status| counted(state, |item| item.status == status && whose(item) == Some(&official.id)).asked();
            let loaded = (load.open, load.answered, load.written);
            prop_assert_eq!(loaded, (of(ItemStatus::Assigned), of(ItemStatus::Answered), of(ItemStatus::Written)));
            prop_assert_eq!(load, state.load(&official.id, now));
        }

        let by_delegation = state.counts_by_delegation();
        prop_assert_eq!(sum(by_delegation.iter().map(|(_, counts)| *counts)), counts);
        let authors: BTreeSet<Option<Code>> = by_delegation.iter().map(|(author, _)| *author).collect();
        prop_assert_eq!(authors.len(), by_delegation.len());
    }

    /// An item has the statement that ran at its moment or the last one before, unless a turn was named; before any it has none. Its
    /// authors and themes are known, each once, and it has a lead exactly as long as it is given to someone.
    #[test]
    fn every_item_is_of_a_moment_and_a_turn(rules in rules(), steps in mostly_about_items(200)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let (placed, absent_once) = (placed_by_hand(&meeting), taken_up_again(&meeting));
        let now = meeting.now;
        let state = meeting.state();
        for item in all_items(state) {
            prop_assert!(item.at >= Ms::ZERO && item.at <= now && !item.text.is_empty());
            prop_assert!(item.turn.is_none_or(|turn| state.turn(turn).is_some()), "{:?} has a turn that is not there", item);
            if !placed.contains(&item.number) {
                prop_assert!(fits_the_floor(state, item, &absent_once), "{item:?} of {:?}", item.turn.and_then(|turn| state.turn(turn)));
            }
            let authors = state.authors(item);
            prop_assert!(authors.iter().all(|code| state.review.delegation(*code).is_some()));
            prop_assert_eq!(authors.iter().collect::<BTreeSet<_>>().len(), authors.len());
            prop_assert!(item.lead.iter().chain(item.support.iter()).all(|id| state.official(id).is_some()));
            prop_assert!(item.lead.is_none() || item.status != ItemStatus::Noted);
            prop_assert!(item.lead.is_some() || (item.support.is_empty() && item.status != ItemStatus::Assigned));
            prop_assert_eq!(item.answer.is_some(), matches!(item.status, ItemStatus::Answered | ItemStatus::Written));
        }
        let numbers: Vec<ItemNo> = all_items(state).map(|item| item.number).collect();
        prop_assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
    }
}

proptest! {
    #![proptest_config(cases(40))]

    /// Merged, it is asked by all, and nothing else has changed, but that nobody's is given to whom the first of the others had that had
    /// somebody; taken back, all is as it was.
    #[test]
    fn merged_is_asked_by_all_and_taken_apart_again(rules in rules(), steps in about_items(160)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let later = meeting.now + Ms(9_000);
        let before = meeting.seen_at(later);
        for sort in [Sort::Question, Sort::Recommendation, Sort::Comment, Sort::Commendation] {
            let of_a_sort: Vec<ItemNo> = before.items.iter().filter(|item| item.sort == sort).map(|item| item.number).collect();
            let Some((into, items)) = of_a_sort.split_last().filter(|(_, items)| !items.is_empty()) else { continue };
            prop_assert_eq!(meeting.submit_as("clerk", Command::now(Action::Merge { items: items.to_vec(), into: *into })), Ok(true));
            let after = meeting.seen_at(later);
            prop_assert_eq!(after.items.iter().filter(|item| item.sort == sort).map(|item| item.number).collect::<Vec<_>>(), [*into]);
            let one = after.item(*into).expect("it stays");
            prop_assert_eq!(one.also.len(), all_items(&before).filter(|item| one.also.iter().any(|other| other.number == item.number)).count());
            let asked_by = |state: &State, items: &[ItemNo]| -> BTreeSet<Code> {
                items.iter().filter_map(|item| state.item(*item)).flat_map(|item| state.authors(item).to_vec()).collect()
            };
            prop_assert_eq!(asked_by(&after, &[*into]), asked_by(&before, &of_a_sort));
            let alone = before.item(*into).expect("it was there");
            let given = items.iter().filter_map(|item| before.item(*item)).find(|item| item.lead.is_some());
            let expected = match given.filter(|_| alone.status == ItemStatus::Noted) {
                Some(given) => Item {
                    lead: given.lead.clone(),
                    support: given.support.clone(),
                    why: None,
                    status: ItemStatus::Assigned,
                    also: one.also.clone(),
                    ..alone.clone()
                },
                None => Item { also: one.also.clone(), ..alone.clone() },
            };
            prop_assert_eq!(one, &expected);
            prop_assert_eq!(State { items: before.items.clone(), ..after }, before.clone());
            prop_assert_eq!(meeting.submit_as("clerk", Command::now(Action::Undo(vec![]))), Ok(true));
            prop_assert_eq!(meeting.seen_at(later), before.clone());
        }
    }

    /// One answer on a theme leaves nothing outstanding under it, and touches nothing else.
    #[test]
    fn one_answer_closes_a_theme(rules in rules(), steps in about_items(160)) {
        let mut meeting = Meeting::played(rules.review(), steps);
        let before = meeting.state().clone();
        let theme = Text::from("torture");
        let under = |item: &Item| item.themes.contains(&theme) && item.is_outstanding();
        let closed: BTreeMap<ItemNo, Option<Text>> =
            before.items.iter().filter(|item| under(item)).map(|item| (item.number, item.lead.clone())).collect();
        let answered = meeting.submit_as("clerk", Command::now(Action::Answered { which: Which::Theme(theme.clone()), by: None }));
        if closed.is_empty() {
            prop_assert_eq!(answered.unwrap_err().code, RefusalCode::UnknownItem);
            return Ok(());
        }
        prop_assert_eq!(answered, Ok(true));
        let (now, state) = (meeting.now, meeting.dialogue.state());
        prop_assert!(!state.items.iter().any(under));
        for item in state.items.iter() {
            match closed.get(&item.number) {
                Some(lead) => {
                    let answer = item.answer.as_ref().expect("it was answered");
                    prop_assert_eq!((item.status, answer.at, answer.turn), (ItemStatus::Answered, now, before.answer));
                    prop_assert_eq!(&answer.by, &before.official_on_floor().or_else(|| lead.clone()));
                }
                None => prop_assert_eq!(Some(item), before.item(item.number)),
            }
        }
    }
}

/// Counted one by one, by the words of the contract.
fn counted(state: &State, which: impl Fn(&Item) -> bool) -> ItemCounts {
    let items: Vec<&Item> = state.items.iter().filter(|item| which(item)).collect();
    let count = |fits: &dyn Fn(&&&Item) -> bool| u32::try_from(items.iter().filter(fits).count()).unwrap();
    let is = |status| count(&|item| item.status == status);
    let positioned = |position| count(&|item| item.sort == Sort::Recommendation && item.position == position);
    ItemCounts {
        all: count(&|_| true),
        to_assign: count(&|item| item.sort == Sort::Question && item.status == ItemStatus::Noted),
        open: is(ItemStatus::Assigned),
        answered: is(ItemStatus::Answered),
        written: is(ItemStatus::Written),
        declined: is(ItemStatus::Declined),
        positions: [Position::Pending, Position::Supported, Position::Noted].map(positioned),
    }
}

/// Who answered it or promised to, else who is to.
fn whose(item: &Item) -> Option<&Text> {
    item.answer.as_ref().and_then(|answer| answer.by.as_ref()).or(item.lead.as_ref())
}

fn sum(all: impl Iterator<Item = ItemCounts>) -> ItemCounts {
    all.fold(ItemCounts::default(), |sum, one| ItemCounts {
        all: sum.all + one.all,
        to_assign: sum.to_assign + one.to_assign,
        open: sum.open + one.open,
        answered: sum.answered + one.answered,
        written: sum.written + one.written,
        declined: sum.declined + one.declined,
        positions: [0, 1, 2].map(|at| sum.positions[at] + one.positions[at]),
    })
}

fn number(count: u32) -> usize {
    usize::try_from(count).unwrap()
}

/// Those merged into others too.
fn all_items(state: &State) -> impl Iterator<Item = &Item> {
    state.items.iter().flat_map(|item| std::iter::once(item).chain(item.also.iter()))
}

/// Items whose turn was named by someone, or that were handed in before, or made out of others.
fn placed_by_hand(meeting: &Meeting) -> BTreeSet<ItemNo> {
    let placed = |(_, event): (Ms, &Event)| match event {
        Event::Logged(logging) if logging.turn.is_some() => vec![logging.item],
        Event::Edited(editing) if editing.turn.is_some() => vec![editing.item],
        Event::AskedBefore(loggings) => loggings.iter().map(|logging| logging.item).collect(),
        Event::Split { item, .. } => vec![*item],
        _ => vec![],
    };
    meeting.facts().into_iter().flat_map(placed).collect()
}

/// A turn that was an absence until it was taken up again: what was logged meanwhile was not said in it.
fn taken_up_again(meeting: &Meeting) -> BTreeSet<TurnNo> {
    let again = |(_, event): (Ms, &Event)| if let Event::TookUpAgain(turn) = event { Some(*turn) } else { None };
    meeting.facts().into_iter().filter_map(again).collect()
}

/// Nobody else made a statement between the item's turn and its moment.
fn fits_the_floor(state: &State, item: &Item, taken_up_again: &BTreeSet<TurnNo>) -> bool {
    let kind = |turn: &Turn| state.kind(&turn.kind).expect("its kind is known");
    let is_statement = |turn: &Turn| !kind(turn).interrupts && !state.answers(&turn.kind);
    let before = |turn: &&Turn| {
        turn.began < item.at && is_statement(turn) && turn.outcome != Some(Outcome::Absent) && !taken_up_again.contains(&turn.number)
    };
    let last: Option<&Turn> = state.turns.iter().filter(before).max_by_key(|turn| turn.began);
    let own: Option<&Turn> = item.turn.and_then(|turn: TurnNo| state.turn(turn));
    let in_the_room = |turn: &Turn| turn.outcome != Some(Outcome::Absent);
    match own {
        Some(own) => is_statement(own) && in_the_room(own) && own.began <= item.at && last.is_none_or(|last| own.began >= last.began),
        None => last.is_none(),
    }
}
