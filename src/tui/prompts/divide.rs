//! `=`: what is left, divided again: equally, by the ladder, or by the figure that the chair announces; and a group's overrun shared.
//! What it would come to stands beside the list until Enter or Escape.

use super::{Entered, Ready};
use crate::dialogue::{Action, Division, Proposal, Refusal, Sharing};
use crate::review::{Ms, duration};
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Preview, Prompt};

const GETS: &str = "each gets";
const MEMBERS_GET: &str = "members get";
const OTHERS_GET: &str = "others get";
const WAIT: &str = "wait";

/// What could be done, with what it would come to.
struct Choice {
    label: String,
    action: Action,
    comes_to: Result<Preview, Refusal>,
}

impl Choice {
    fn division(by: Division, eye: &Eye<'_>) -> Choice {
        let label = match by {
            Division::Equal => "equal".to_owned(),
            Division::Ladder => "ladder".to_owned(),
            Division::Each(each) => each.to_string(),
        };
        let action = Action::Divide { by, apply: true };
        Choice { label, comes_to: of_action(&action, eye).unwrap_or_else(|| Ok(Preview::default())), action }
    }

    fn redistribution(group: &str, eye: &Eye<'_>) -> Choice {
        let action = Action::Redistribute { group: group.into(), apply: true };
        Choice { label: group.to_owned(), comes_to: of_action(&action, eye).unwrap_or_else(|| Ok(Preview::default())), action }
    }

    /// What it comes to, or why to nothing.
    fn in_words(&self) -> Result<String, String> {
        match &self.comes_to {
            Ok(preview) => Ok(preview.says()),
            Err(refusal) => Err(refusal.sentence.clone()),
        }
    }
}

fn choices(prompt: &Prompt, eye: &Eye<'_>) -> Result<Vec<Choice>, String> {
    let written = prompt.input.value().trim();
    if !written.is_empty() {
        return Ok(vec![Choice::division(Division::Each(duration::parse(written)?), eye)]);
    }
    let state = eye.state();
    let overdrawn = |name: &&str| state.bank(name, eye.now).is_some_and(|bank| bank.left() < Ms::ZERO);
    let groups = state.review.modalities.groups.iter().map(|group| group.name.as_str()).filter(overdrawn);
    let divisions = [Division::Equal, Division::Ladder].into_iter().map(|by| Choice::division(by, eye));
    Ok(divisions.chain(groups.map(|group| Choice::redistribution(group, eye))).collect())
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let offer =
        |choice: Choice| Offer { detail: choice.in_words().unwrap_or_else(|reason| reason), label: choice.label, insert: String::new() };
    choices(prompt, eye).unwrap_or_default().into_iter().map(offer).collect()
}

/// What the chosen one would come to.
pub(super) fn preview(prompt: &Prompt, eye: &Eye<'_>) -> Option<Preview> {
    choices(prompt, eye).ok()?.into_iter().nth(prompt.chosen)?.comes_to.ok()
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let chosen = choices(prompt, eye)?.into_iter().nth(prompt.chosen).ok_or("There is nothing to divide")?;
    Ok(Ready::new(chosen.in_words()?, Entered::Do(chosen.action, eye.now)))
}

/// What a division or a redistribution would come to now; absent for any other action.
pub(super) fn of_action(action: &Action, eye: &Eye<'_>) -> Option<Result<Preview, Refusal>> {
    match action {
        Action::Divide { by, .. } => Some(eye.state().division(*by, eye.now).map(|proposal| of_division(*by, &proposal, eye))),
        Action::Redistribute { group, .. } => Some(eye.state().redistribution(group, eye.now).map(|sharing| of_sharing(&sharing))),
        _ => None,
    }
}

impl Preview {
    /// `equal division: each gets 1:17, 66 wait, 3 not reached`, as it is said before and after Enter.
    fn says(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        for (what, figure) in &self.rows {
            match what.as_str() {
                GETS | MEMBERS_GET | OTHERS_GET => words.push(format!("{what} {figure}")),
                WAIT => words.push(format!("{figure} {what}")),
                _ => {}
            }
        }
        if !self.unreached.is_empty() {
            words.push(format!("{} not reached", self.unreached.len()));
        }
        if words.is_empty() { self.title.clone() } else { format!("{}: {}", self.title, words.join(", ")) }
    }
}

fn of_division(by: Division, proposal: &Proposal, eye: &Eye<'_>) -> Preview {
    let title = match (by, proposal.rung) {
        (Division::Equal, _) => "equal division".to_owned(),
        (Division::Ladder, Some(rung)) => format!("rung {} of the ladder", rung + 1),
        (Division::Ladder, None) => "the ladder".to_owned(),
        (Division::Each(_), _) => "the figure announced".to_owned(),
    };
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |what: &str, figure: String| rows.push((what.to_owned(), figure));
    if proposal.member == proposal.observer {
        row(GETS, proposal.member.to_string());
    } else {
        row(MEMBERS_GET, proposal.member.to_string());
        row(OTHERS_GET, proposal.observer.to_string());
    }
    row(WAIT, proposal.count.to_string());
    if let Some(now) = eye.state().allotments {
        let both = if now.member == now.observer { now.member.to_string() } else { format!("{} and {}", now.member, now.observer) };
        row("until now", both);
    }
    row("room for them", proposal.room.to_string());
    if proposal.changeover > Ms::ZERO {
        row("each change of speaker", proposal.changeover.to_string());
    }
    if proposal.remainder < Ms::ZERO {
        row("too short by", (-proposal.remainder).to_string());
    } else {
        row("left over", proposal.remainder.to_string());
    }
    if let Some(least) = proposal.least.filter(|_| proposal.is_below_least()) {
        row("the least time is", least.to_string());
    }
    let name = |code: &crate::review::Code| eye.state().review.name_of(*code);
    let unreached = proposal.unreached.iter().map(name).collect();
    Preview { title, rows, unreached, each: Some((proposal.member, proposal.observer)) }
}

fn of_sharing(sharing: &Sharing) -> Preview {
    let banks = sharing.banks.iter().map(|(name, now, then)| (name.to_string(), format!("{now} → {then}")));
    let title = format!("the overrun of {}, {} to every group", sharing.group, sharing.overrun);
    Preview { title, rows: banks.collect(), unreached: Vec::new(), each: None }
}
