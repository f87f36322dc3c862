//! `O`: the turn that runs is of another kind, from its first moment on.

use super::{Entered, Ready, matching};
use crate::dialogue::Action;
use crate::review::{Allotment, Kind, Speaker, names};
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

/// The kinds that fit and that whoever speaks may speak as, without the one that the turn has.
fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<&'a Kind> {
    let wanted = names::fold(prompt.input.value());
    let Some(turn) = eye.state().speaking() else { return Vec::new() };
    let review = &eye.state().review;
    let speaker = if turn.delegations.contains(&review.state_under_review) { Speaker::StateUnderReview } else { Speaker::Delegation };
    let may_be = |kind: &&Kind| *kind.id != *turn.kind && (kind.speaker == speaker || speaker == Speaker::StateUnderReview);
    let others = review.modalities.kinds.iter().filter(may_be);
    let fits = |kind: &&Kind| [&kind.id, &kind.name].iter().filter_map(|text| matching::text(&names::fold(text), &wanted)).min();
    let mut fitting: Vec<(u8, &Kind)> = others.filter_map(|kind| Some((fits(&kind)?, kind))).collect();
    fitting.sort_by_key(|(fits, _)| *fits);
    fitting.into_iter().map(|(_, kind)| kind).collect()
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let offer = |kind: &Kind| Offer { label: kind.id.clone(), detail: rules(kind), insert: kind.id.clone() };
    fitting(prompt, eye).into_iter().map(offer).collect()
}

/// `2:00 · holds what runs · charged to dialogue`.
fn rules(kind: &Kind) -> String {
    let time = match &kind.time {
        Allotment::Ladder => "time from the ladder".to_owned(),
        Allotment::Pool => "all that the pool has".to_owned(),
        Allotment::Fixed(time) => time.to_string(),
        Allotment::Successive(times) => times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", then "),
    };
    let holds = if kind.interrupts && kind.holds { " · holds who spoke before" } else { "" };
    let charged = kind.pool.as_ref().map_or_else(|| " · charged to nobody".to_owned(), |pool| format!(" · charged to {pool}"));
    format!("{time}{holds}{charged}")
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let turn = eye.state().speaking().ok_or("Nobody has the floor any more")?;
    let fitting = fitting(prompt, eye);
    let kind = fitting.get(prompt.chosen).ok_or_else(|| format!("No other kind fits \"{}\"", prompt.input.value().trim()))?;
    let says = format!("{}: {} from its first moment on", eye.turn_name(turn), kind.name.to_lowercase());
    Ok(Ready::new(says, Entered::Do(Action::Retype(kind.id.as_str().into()), prompt.opened)))
}
