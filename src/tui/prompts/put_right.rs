//! `I` over a list that is to be taken over: a line of it is typed anew, read as the others were, and takes its place.

use super::{Entered, Ready, capture, inscribe, reading};
use crate::tui::input::Eye;
use crate::tui::ui::{ImportLine, Meant, Offer, Prompt, Reading, Takes};

/// For an item what its line would offer; for a speaker, where no columns are typed, who fits.
pub(super) fn offers(prompt: &Prompt, reading: &Reading, eye: &Eye<'_>) -> Vec<Offer> {
    match (&reading.takes, &reading.header) {
        (Takes::Items(..), _) => capture::offers(prompt, eye),
        (Takes::Entries, None) => {
            let named = inscribe::named(prompt.input.value(), eye);
            named.into_iter().map(|delegation| inscribe::offer(delegation, eye)).collect()
        }
        (Takes::Entries, Some(_)) => Vec::new(),
    }
}

pub(super) fn complete(prompt: &mut Prompt, reading: &Reading, eye: &Eye<'_>) {
    if matches!(reading.takes, Takes::Items(..)) {
        capture::complete(prompt, eye);
    } else if let Some(offer) = prompt.offers.get(prompt.chosen) {
        (prompt.input, prompt.chosen) = (offer.insert.clone().into(), 0);
    }
}

/// What was typed, if it can be understood as it stands; else whoever is chosen.
pub(super) fn resolve(prompt: &Prompt, reading: &Reading, eye: &Eye<'_>) -> Result<Ready, String> {
    let value = prompt.input.value();
    let lines = reading::again(value, reading, eye).or_else(|wrong| {
        let chosen = prompt.offers.get(prompt.chosen).filter(|_| reading.takes == Takes::Entries && !value.trim().is_empty());
        chosen.map_or(Err(wrong), |offer| reading::again(&offer.insert, reading, eye))
    })?;
    let says = format!("line {}: {}", reading.number, lines.iter().map(|line| in_words(line, eye)).collect::<Vec<_>>().join("; "));
    Ok(Ready::new(says, Entered::PutRight(lines)))
}

fn in_words(line: &ImportLine, eye: &Eye<'_>) -> String {
    match &line.meant {
        Ok(Meant::Entry(entry)) => eye.state().review.names(&entry.delegations),
        Ok(Meant::Item(_, says)) => says.clone(),
        Err(wrong) => wrong.clone(),
    }
}
