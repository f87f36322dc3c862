//! Items that are in another turn since something on the floor was put right: said with the answer to the key.

use super::eye::Eye;
use crate::dialogue::{ItemNo, State, TurnNo};

/// In which turn each item is.
pub(super) fn turns(state: &State) -> Vec<(ItemNo, Option<TurnNo>)> {
    state.items.iter().map(|item| (item.number, item.turn)).collect()
}

/// Which items are in another turn than before: `item 39 is said by Germany now (turn 36)`; nothing where none is.
pub(super) fn in_words(before: &[(ItemNo, Option<TurnNo>)], eye: &Eye<'_>) -> Option<String> {
    let moved = before.iter().filter_map(|(number, turn)| eye.state().item(*number).filter(|item| item.turn != *turn));
    let moved: Vec<_> = moved.collect();
    let to = |turn: Option<TurnNo>| match turn.and_then(|number| eye.state().turn(number)) {
        Some(turn) => format!("in turn {} of {} now", turn.number, eye.turn_name(turn)),
        None => "in no turn now".to_owned(),
    };
    let first = moved.first()?;
    let numbers: Vec<ItemNo> = moved.iter().map(|item| item.number).collect();
    let together = moved.iter().all(|item| item.turn == first.turn);
    Some(match (numbers.as_slice(), together) {
        ([one], _) => format!("item {one} is {}", to(first.turn)),
        (several, true) => format!("items {} are {}", super::items::in_words(several), to(first.turn)),
        (several, false) => format!("items {} are in other turns now", super::items::in_words(several)),
    })
}
