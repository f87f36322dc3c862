//! `o`: who raises a point of order. It counts from the key that opened the line, not from Enter.

use super::{Entered, Ready, inscribe};
use crate::dialogue::Action;
use crate::review::Delegation;
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<&'a Delegation> {
    inscribe::named(prompt.input.value(), eye)
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    fitting(prompt, eye).into_iter().map(|delegation| inscribe::offer(delegation, eye)).collect()
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let written = prompt.input.value().trim();
    if written.is_empty() {
        return Err("Who raises it? Type a code, a number or any part of a name".to_owned());
    }
    let fitting = fitting(prompt, eye);
    let delegation = fitting.get(prompt.chosen).ok_or_else(|| format!("No delegation fits \"{written}\""))?;
    let held = eye.state().speaking().map(|turn| format!(", {} is held", eye.turn_name(turn))).unwrap_or_default();
    Ok(Ready::new(format!("point of order: {}{held}", delegation.short), Entered::Do(Action::Order(delegation.code), prompt.opened)))
}
