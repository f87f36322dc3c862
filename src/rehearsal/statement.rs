//! How one statement goes: its length, what is logged out of it, and what comes between.

use super::deed::{Deed, in_order};
use super::dice::Dice;
use super::words;
use crate::dialogue::{Action, OfficialRef, State, Text, Turn};
use crate::review::{Code, Ms, Ruling};

/// What a statement takes whose clock says nothing, because its pool is empty.
const WITHOUT_TIME: Ms = Ms::seconds(45);

/// All that happens until it is over, its end included.
pub(super) fn statement(state: &State, turn: &Turn, dice: &mut Dice) -> Vec<Deed> {
    let length = length(turn.allotted, dice);
    let mut planned: Vec<(Ms, Deed)> = Vec::new();
    for _ in 0..dice.between(1, 4) {
        planned.push((dice.percent(length, 20, 97), logged(state, dice)));
    }
    let middle = dice.percent(length, 30, 80);
    match dice.between(0, 199) {
        0..=3 => planned.push((middle, point_of_order(state, turn, dice))),
        4..=6 => planned.push((middle, technical_trouble(dice))),
        7..=10 => planned.push((middle, pressed_by_mistake(Action::Next { seen: None }, dice))),
        11..=12 => planned.push((middle, pressed_by_mistake(Action::Done, dice))),
        13..=14 => planned.push((dice.percent(length, 60, 90), Deed::operator(Ms::ZERO, Action::Extend(Ms::seconds(15))))),
        _ => {}
    }
    planned.push((length, end(length > turn.allotted + Ms::seconds(20), dice)));
    in_order(planned)
}

fn length(allotted: Ms, dice: &mut Dice) -> Ms {
    let allotted = if allotted > Ms::ZERO { allotted } else { WITHOUT_TIME };
    let (least, most) = match dice.between(0, 99) {
        0..=9 => (45, 75),
        10..=69 => (82, 100),
        70..=93 => (98, 112),
        _ => (115, 140),
    };
    // Not a whole number of hundredths, as nobody speaks.
    dice.percent(allotted, least, most) + Ms(dice.between(-400, 400))
}

/// The chair cuts who goes on for long; an end pressed late is put right.
fn end(is_long: bool, dice: &mut Dice) -> Deed {
    if is_long && dice.chance(50) {
        return Deed::operator(Ms::ZERO, Action::Cut);
    }
    let late = dice.chance(4);
    let back = Deed::operator(dice.seconds(1, 2), Action::Back(Ms::seconds(dice.between(1, 4))));
    Deed::operator(Ms::ZERO, Action::Done).then(if late { vec![back] } else { Vec::new() })
}

/// An item, now and then put right at once.
fn logged(state: &State, dice: &mut Dice) -> Deed {
    let item = Deed::clerk(Ms::ZERO, words::item(state, dice));
    let (after, other) = (dice.seconds(1, 3), words::item(state, dice));
    match dice.between(0, 99) {
        0..=2 => item.then(vec![Deed::clerk(after, Action::Undo(Vec::new())).then(vec![Deed::clerk(after, other)])]),
        3..=4 => item.then(vec![Deed::clerk(after, Action::Replace { record: None, by: Box::new(other) })]),
        5 => item.then(vec![Deed::clerk(after, Action::Undo(Vec::new())).then(vec![Deed::clerk(after, Action::Redo(Vec::new()))])]),
        _ => item,
    }
}

fn pressed_by_mistake(key: Action, dice: &mut Dice) -> Deed {
    Deed::operator(Ms::ZERO, key).then(vec![Deed::operator(dice.seconds(1, 4), Action::Undo(Vec::new()))])
}

fn technical_trouble(dice: &mut Dice) -> Deed {
    Deed::operator(Ms::ZERO, Action::Pause).then(vec![Deed::operator(dice.seconds(10, 60), Action::Resume)])
}

/// Raised by someone else, ruled on at once; its end gives the floor back.
fn point_of_order(state: &State, turn: &Turn, dice: &mut Dice) -> Deed {
    let inscribed = state.entries.iter().flat_map(|entry| entry.delegations.iter().copied());
    let others: Vec<Code> = inscribed.chain([state.review.state_under_review]).filter(|code| !turn.delegations.contains(code)).collect();
    let Some(code) = dice.pick(&others) else { return technical_trouble(dice) };
    let ruling = dice.pick(&[Ruling::Dismissed, Ruling::Dismissed, Ruling::Noted, Ruling::Upheld]).copied().unwrap_or(Ruling::Noted);
    let ruled = Deed::operator(dice.seconds(15, 70), Action::Rule { ruling, text: None });
    let over = Deed::operator(dice.seconds(1, 5), Action::Done);
    Deed::operator(Ms::ZERO, Action::Order(*code)).then(vec![ruled, over])
}

/// Gives what nobody has been given to whose theme it is, else to the head of delegation, or to anyone.
pub(super) fn assignments(state: &State, dice: &mut Dice) -> Vec<Deed> {
    let head = state.review.head().map(|head| Text::from(head.id.as_str()));
    let mut deeds = Vec::new();
    for item in state.items.iter().filter(|item| item.needs_official()) {
        let by_theme = item.themes.first().and_then(|theme| words::responsible(state, theme));
        let anyone = || dice.pick(&state.review.officials).map(|official| Text::from(official.id.as_str()));
        if let Some(lead) = by_theme.or_else(|| head.clone()).or_else(anyone) {
            let assign = Action::Assign { items: vec![item.number], lead: OfficialRef::Named(lead), support: Vec::new(), why: None };
            deeds.push(Deed::clerk(Ms(900), assign));
        }
    }
    deeds
}
