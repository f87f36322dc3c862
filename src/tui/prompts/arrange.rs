//! `S`: the whole list in the order of names from a letter or a State on, or by lot.

use super::{Entered, Ready, inscribe};
use crate::dialogue::{Action, Start};
use crate::language;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

/// Above any seed that is drawn here: six digits can be read out in the room and typed again by whoever checks the lots.
const SEEDS: u128 = 1_000_000;

/// What the list could be ordered by.
enum Choice {
    /// By name.
    Name(Start, String),
    /// By lot; the seed comes next.
    Lot,
}

fn choices(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Choice> {
    let written = prompt.input.value().trim();
    let mut letters = written.chars();
    let letter = match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => Some(letter.to_ascii_uppercase()),
        _ => None,
    };
    let by_letter = letter.map(|letter| Choice::Name(Start::Letter(letter), letter.to_string()));
    let by_state = inscribe::named(written, eye).into_iter().map(|one| Choice::Name(Start::Delegation(one.code), one.short.clone()));
    let written = written.to_lowercase();
    let by_lot = "lots".starts_with(&written).then_some(Choice::Lot);
    let (first, last) = if matches!(&*written, "lot" | "lots") { (by_lot, None) } else { (None, by_lot) };
    first.into_iter().chain(by_letter).chain(by_state).chain(last).collect()
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    if is_seeded(prompt) {
        return Vec::new();
    }
    let offer = |choice| match choice {
        Choice::Name(Start::Letter(_), name) => {
            Offer { detail: "the names from this letter on".to_owned(), label: name, insert: String::new() }
        }
        Choice::Name(_, name) => Offer { detail: "the names from this one on".to_owned(), label: name, insert: String::new() },
        Choice::Lot => Offer { label: "lots".to_owned(), detail: "by lot, from a seed that is recorded".to_owned(), insert: String::new() },
    };
    choices(prompt, eye).into_iter().map(offer).collect()
}

fn is_seeded(prompt: &Prompt) -> bool {
    prompt.input.value().trim_start().starts_with("seed=")
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let written = prompt.input.value().trim();
    if is_seeded(prompt) {
        let command = language::parse(&format!("draw {written}"), &eye.state().review).map_err(|refusal| refusal.sentence)?;
        let says = match &command.action {
            Action::Draw { seed, count: Some(count) } => format!("the first {count} places by lot, seed {seed}"),
            Action::Draw { seed, count: None } => format!("the list by lot, seed {seed}"),
            _ => String::new(),
        };
        return Ok(Ready::new(says, Entered::Do(command.action, eye.now)));
    }
    match choices(prompt, eye).into_iter().nth(prompt.chosen) {
        None => Err(format!("\"{written}\" is neither a letter nor a State; lots draws the order")),
        Some(Choice::Name(start, name)) => {
            Ok(Ready::new(format!("the list by name, beginning with {name}"), Entered::Do(Action::Sort(start), eye.now)))
        }
        Some(Choice::Lot) => {
            let seed = uuid::Uuid::now_v7().as_u128() % SEEDS;
            Ok(Ready::new("draw a seed, then the lots", Entered::Rewrite(format!("seed={seed}"))))
        }
    }
}
