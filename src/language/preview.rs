//! What a division or a redistribution would come to, in plain lines, before anyone applies it.

use super::describe::each;
use super::print::print;
use crate::dialogue::{Action, Command, Division, Proposal, Sharing, State};
use crate::review::Ms;

/// What a command that is only shown and not recorded would come to now: who gets what, what is assumed, who is not reached, and
/// the command that does it. Absent for every other command, and where the command would be refused.
pub fn preview(command: &Command, state: &State, now: Ms) -> Option<String> {
    let (mut lines, applied) = match &command.action {
        Action::Divide { by, apply: false } => {
            let proposal = state.division(*by, now).ok()?;
            let lines = division(*by, &proposal, state, now);
            let refused = *by == Division::Equal && proposal.is_below_least();
            (lines, (!refused).then_some(Action::Divide { by: *by, apply: true }))
        }
        Action::Redistribute { group, apply: false } => {
            (sharing(&state.redistribution(group, now).ok()?), Some(Action::Redistribute { group: group.clone(), apply: true }))
        }
        _ => return None,
    };
    if let Some(action) = applied {
        lines.push(format!("Nothing is changed yet; it is done with: {}", print(&Command { action, ago: command.ago })));
    }
    Some(lines.iter().map(|line| super::words::clean(line)).collect::<Vec<_>>().join("\n"))
}

fn division(by: Division, proposal: &Proposal, state: &State, now: Ms) -> Vec<String> {
    let title = match (by, proposal.rung) {
        (Division::Equal, _) => "Equal division".to_owned(),
        (Division::Ladder, Some(rung)) => format!("Rung {} of the ladder", rung + 1),
        (Division::Ladder, None) => "The ladder".to_owned(),
        (Division::Each(_), _) => "The figure announced".to_owned(),
    };
    let mut lines = vec![format!("{title}: {}, for {} who wait", each(proposal.member, proposal.observer), proposal.count)];
    let rest = match proposal.remainder {
        short if short < Ms::ZERO => format!("too short by {}", -short),
        rest => format!("left over {rest}"),
    };
    lines.push(format!("Room for them {}, each change of speaker {}, {rest}", proposal.room, proposal.changeover));
    if let Some(least) = proposal.least.filter(|_| proposal.is_below_least()) {
        let then = if by == Division::Equal { "it is not applied" } else { "the chair announces less" };
        lines.push(format!("The least time is {least}: {then}"));
    }
    lines.push(match proposal.unreached.as_slice() {
        [] => "The room lasts for all".to_owned(),
        unreached => format!("Not reached ({}): {}", unreached.len(), state.review.names(unreached)),
    });
    let ladder = if by == Division::Ladder { None } else { state.division(Division::Ladder, now).ok() };
    if let Some((given, rung)) = ladder.and_then(|given| Some((each(given.member, given.observer), given.rung?))) {
        lines.push(format!("The ladder would give {given} (rung {})", rung + 1));
    }
    lines
}

fn sharing(sharing: &Sharing) -> Vec<String> {
    let mut lines = vec![format!("The overrun of {}: {} to every group", sharing.group, sharing.overrun)];
    lines.extend(sharing.banks.iter().map(|(group, before, after)| format!("{group}: {before} → {after}")));
    lines
}
