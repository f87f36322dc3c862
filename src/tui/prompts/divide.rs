//! `=`: what is left, divided again: equally, by the ladder, or by the figure that the chair announces; and a group's overrun shared.
//! What it would come to stands beside the list until Enter or Escape.

use super::{Entered, Ready};
use crate::dialogue::{Action, Division, Proposal, Refusal, Sharing};
use crate::review::{Ms, duration};
use crate::tui::input::Eye;
use crate::tui::times;
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
        let action = Action::Divide { by, apply: true };
        let comes_to = eye.state().division(by, eye.now);
        let label = match (by, &comes_to) {
            (Division::Equal, _) => "equal".to_owned(),
            (Division::Ladder, Ok(Proposal { rung: Some(rung), .. })) => format!("ladder, rung {}", rung + 1),
            (Division::Ladder, _) => "ladder".to_owned(),
            (Division::Each(each), _) => each.to_string(),
        };
        Choice { label, action, comes_to: comes_to.map(|proposal| of_division(by, &proposal, eye)) }
    }

    fn redistribution(group: &str, eye: &Eye<'_>) -> Choice {
        let action = Action::Redistribute { group: group.into(), apply: true };
        let comes_to = eye.state().redistribution(group, eye.now).map(|sharing| of_sharing(&sharing));
        Choice { label: group.to_owned(), action, comes_to }
    }

    /// What it comes to, for who has read the label; or why to nothing.
    fn detail(&self) -> String {
        match &self.comes_to {
            Ok(preview) if preview.each.is_some() => preview.figures(),
            Ok(preview) => preview.title.clone(),
            Err(refusal) => refusal.sentence.clone(),
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
    let offer = |choice: Choice| Offer { detail: choice.detail(), label: choice.label, insert: String::new() };
    choices(prompt, eye).unwrap_or_default().into_iter().map(offer).collect()
}

/// What the chosen one would come to.
pub(super) fn preview(prompt: &Prompt, eye: &Eye<'_>) -> Option<Preview> {
    choices(prompt, eye).ok()?.into_iter().nth(prompt.chosen)?.comes_to.ok()
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let chosen = choices(prompt, eye)?.into_iter().nth(prompt.chosen).ok_or("There is nothing to divide")?;
    let preview = chosen.comes_to.map_err(|refusal| refusal.sentence)?;
    Ok(Ready::new(preview.says(), Entered::Do(chosen.action, eye.now)))
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
        if self.each.is_some() { format!("{}: {}", self.title, self.figures()) } else { self.title.clone() }
    }

    fn figures(&self) -> String {
        let figure = |(what, figure): &(String, String)| match what.as_str() {
            GETS | MEMBERS_GET | OTHERS_GET => Some(format!("{what} {figure}")),
            WAIT => Some(format!("{figure} {what}")),
            _ => None,
        };
        let unreached = Some(self.unreached.len()).filter(|many| *many > 0).map(|many| format!("{many} not reached"));
        self.rows.iter().filter_map(figure).chain(unreached).collect::<Vec<_>>().join(", ")
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
    row("each change of speaker", times::count_up(proposal.changeover));
    row("room for them", times::count_up(proposal.room));
    if proposal.remainder < Ms::ZERO {
        row("too short by", times::count_up(-proposal.remainder));
    } else {
        row("left over", times::count_up(proposal.remainder));
    }
    if let Some(least) = proposal.least {
        row("the least time is", least.to_string());
    }
    let name = |code: &crate::review::Code| eye.state().review.name_of(*code);
    let unreached = proposal.unreached.iter().map(name).collect();
    Preview { title, rows, unreached, each: Some((proposal.member, proposal.observer)) }
}

fn of_sharing(sharing: &Sharing) -> Preview {
    let left = |left: &Ms| if times::is_over(*left) { format!("over {}", times::count_up(-*left)) } else { times::countdown(*left) };
    let banks = sharing.banks.iter().map(|(name, now, then)| (name.to_string(), format!("{} → {}", left(now), left(then))));
    let title = format!("the overrun of {}, {} to every group", sharing.group, times::count_up(sharing.overrun));
    Preview { title, rows: banks.collect(), unreached: Vec::new(), each: None }
}
