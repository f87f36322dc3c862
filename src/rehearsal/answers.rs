//! How the State under review speaks: its opening, its answers theme by theme, its closing, with passes between officials.

use super::deed::{Deed, in_order};
use super::dice::Dice;
use crate::dialogue::{Action, Item, ItemNo, OfficialRef, Position, Sort, State, Text, Turn, Which};
use crate::review::{Allotment, Ms};

/// What it takes where its time says nothing.
const WITHOUT_TIME: Ms = Ms::seconds(120);
/// So many officials speak besides answering, at the opening.
const AT_THE_OPENING: usize = 3;

/// All that happens in a turn of the State under review until it is over, its end included.
pub(super) fn of_the_state(state: &State, turn: &Turn, dice: &mut Dice) -> Vec<Deed> {
    let length = length(state, turn, dice);
    let parts = match &*turn.kind {
        "opening" => greetings(state, dice),
        _ => answers(state, dice),
    };
    let mut planned: Vec<(Ms, Deed)> = Vec::new();
    let share = Ms(length.0 / i64::try_from(parts.len().max(1)).unwrap_or(1));
    for (part, deeds) in (0_i64..).zip(parts) {
        // The first begins with the turn; what an official answers is marked while they speak.
        let begins = share * part + if part == 0 { Ms(600) } else { Ms::ZERO };
        let step = Ms((share.0 - 1_000).max(0) / i64::try_from(deeds.len().max(1)).unwrap_or(1));
        planned.extend((0_i64..).zip(deeds).map(|(nth, deed)| (begins + step * nth, deed)));
    }
    if &*turn.kind == "closing" {
        planned.extend(positions(state, dice).map(|deed| (dice.percent(length, 40, 80), deed)));
    }
    planned.push((length, Deed::operator(Ms::ZERO, Action::Done)));
    in_order(planned)
}

/// All of its time is never used at once: the pool is shared between opening, answers and closing.
fn length(state: &State, turn: &Turn, dice: &mut Dice) -> Ms {
    let of_pool = state.kind(&turn.kind).is_some_and(|kind| matches!(kind.time, Allotment::Pool));
    let has = if turn.allotted > Ms::ZERO { turn.allotted } else { WITHOUT_TIME };
    match &*turn.kind {
        "closing" => dice.percent(has, 70, 103),
        "opening" if of_pool => dice.percent(has, 36, 44),
        _ if of_pool => dice.percent(has, 42, 55),
        _ => dice.percent(has, 80, 102),
    }
}

/// The head and some of the others, one after the other, and the head again.
fn greetings(state: &State, dice: &mut Dice) -> Vec<Vec<Deed>> {
    let officials = &state.review.officials;
    let others = (0..AT_THE_OPENING).filter_map(|_| dice.pick(officials));
    let speakers: Vec<&str> = others.map(|official| official.id.as_str()).collect();
    let head = state.review.head().map(|head| head.id.as_str());
    let all = head.into_iter().chain(speakers).chain(head);
    all.map(|id| vec![passes_to(id)]).collect()
}

/// One part for each official who has something to answer: they take the floor, and answer theme by theme.
fn answers(state: &State, dice: &mut Dice) -> Vec<Vec<Deed>> {
    let officials = state.review.officials.iter().map(|official| official.id.as_str());
    officials.filter_map(|id| answers_of(state, id, dice)).collect()
}

fn answers_of(state: &State, id: &str, dice: &mut Dice) -> Option<Vec<Deed>> {
    let theirs: Vec<&Item> = state.items.iter().filter(|item| item.is_outstanding() && item.lead.as_deref() == Some(id)).collect();
    if theirs.is_empty() {
        return None;
    }
    let (later, now): (Vec<&Item>, Vec<&Item>) = theirs.into_iter().partition(|_| dice.chance(9));
    let mut themes: Vec<&Text> = Vec::new();
    let mut deeds = vec![passes_to(id)];
    // What is to come in writing is said first, so that the theme's answer does not close it.
    if !later.is_empty() {
        deeds.push(Deed::clerk(Ms::ZERO, Action::Written(numbers(&later))));
    }
    for item in &now {
        match item.themes.first() {
            Some(theme) if !themes.contains(&theme) => {
                themes.push(theme);
                deeds.push(answered(Which::Theme(Text::clone(theme))));
            }
            Some(_) => {}
            None => deeds.push(answered(Which::Items(vec![item.number]))),
        }
    }
    Some(deeds)
}

fn passes_to(id: &str) -> Deed {
    Deed::operator(Ms::ZERO, Action::Official(OfficialRef::Named(id.into())))
}

fn answered(which: Which) -> Deed {
    Deed::clerk(Ms::ZERO, Action::Answered { which, by: None })
}

fn numbers(items: &[&Item]) -> Vec<ItemNo> {
    items.iter().map(|item| item.number).collect()
}

/// Some recommendations are supported on the spot; of most the State says later.
fn positions(state: &State, dice: &mut Dice) -> Option<Deed> {
    let pending = state.items.iter().filter(|item| item.sort == Sort::Recommendation && item.position == Position::Pending);
    let items: Vec<ItemNo> = pending.filter(|_| dice.chance(10)).map(|item| item.number).collect();
    let position = Action::Position { items, position: Position::Supported };
    matches!(&position, Action::Position { items, .. } if !items.is_empty()).then(|| Deed::clerk(Ms::ZERO, position))
}

/// What is still outstanding when the State has spoken last is promised in writing.
pub(super) fn in_writing(state: &State) -> Option<Deed> {
    let items: Vec<ItemNo> = state.items.iter().filter(|item| item.is_outstanding()).map(|item| item.number).collect();
    if items.is_empty() { None } else { Some(Deed::clerk(Ms::seconds(3), Action::Written(items))) }
}
