//! `T`: the turn that items belong to, by its number or by who spoke; statements before answers, the last ones first.

use super::{Entered, Ready, matching};
use crate::dialogue::{Action, ItemNo, Turn};
use crate::review::names;
use crate::tui::input::{Eye, in_words};
use crate::tui::ui::{Offer, Prompt};
use crate::tui::widgets::times;

const SHOWN: usize = 8;

fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<&'a Turn> {
    let written = prompt.input.value().trim();
    let (wanted, number) = (names::fold(written), written.parse::<u32>().ok());
    let is_of = |turn: &&Turn| {
        let named = turn.delegations.iter().filter_map(|code| eye.state().review.delegation(*code));
        number == Some(turn.number.0) || wanted.is_empty() || named.into_iter().any(|one| matching::is_named(one, &wanted))
    };
    let mut turns: Vec<&Turn> = eye.state().turns.iter().rev().filter(is_of).collect();
    turns.sort_by_key(|turn| (number != Some(turn.number.0), eye.state().answers(&turn.kind)));
    turns.truncate(SHOWN);
    turns
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let offer = |turn: &Turn| Offer {
        label: turn.number.to_string(),
        detail: format!("{} · {} · {}", eye.turn_name(turn), turn.kind, times::to_the_second((eye.wall)(turn.began))),
        insert: turn.number.to_string(),
    };
    fitting(prompt, eye).into_iter().map(offer).collect()
}

pub(super) fn resolve(prompt: &Prompt, items: &[ItemNo], eye: &Eye<'_>) -> Result<Ready, String> {
    let written = prompt.input.value().trim();
    let turn = fitting(prompt, eye).into_iter().nth(prompt.chosen).ok_or_else(|| format!("No turn fits \"{written}\""))?;
    let were = if items.len() == 1 { "was" } else { "were" };
    let says = format!("{} {were} said in turn {}, {}", in_words(items), turn.number, eye.turn_name(turn));
    let action = Action::Edit { items: items.to_vec(), said: None, by: None, turn: Some(turn.number), sort: None, repeats: None };
    Ok(Ready::new(says, Entered::Do(action, prompt.opened)))
}
