//! `i`: letters narrow the delegations at once, Enter takes the first; options of `inscribe` may follow.

use super::{Entered, Ready, matching};
use crate::dialogue::{Action, EntryStatus};
use crate::language;
use crate::review::{Delegation, Standing};
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

/// So many are shown; whoever is further down is found with one letter more.
const SHOWN: usize = 8;

/// What is searched, and the options behind it: `fra at=top` is `fra` and `at=top`.
fn parts(value: &str) -> (String, String) {
    let begins = value.split_whitespace().position(|word| word.contains('=')).unwrap_or(usize::MAX);
    let words = || value.split_whitespace();
    (words().take(begins).collect::<Vec<_>>().join(" "), words().skip(begins).collect::<Vec<_>>().join(" "))
}

fn fitting<'a>(prompt: &Prompt, eye: &Eye<'a>) -> Vec<&'a Delegation> {
    let mut fitting = matching::delegations(&eye.state().review, &parts(prompt.input.value()).0);
    fitting.truncate(SHOWN);
    fitting
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    fitting(prompt, eye).into_iter().map(|delegation| offer(delegation, eye)).collect()
}

fn offer(delegation: &Delegation, eye: &Eye<'_>) -> Offer {
    let standing = match (delegation.council_member, delegation.standing) {
        (true, _) => "Council member",
        (false, Standing::Participant) => "participant",
        (false, _) => "observer",
    };
    let state = eye.state();
    let waiting = state.listed().find(|entry| entry.delegations.contains(&delegation.code));
    let taken = state.entries.iter().find(|entry| entry.status == EntryStatus::Taken && entry.delegations.contains(&delegation.code));
    let already = match (waiting, taken) {
        (Some(entry), _) => format!(" · on the list at {}", state.place_of(entry.number).unwrap_or_default()),
        (None, Some(_)) => " · has had the floor".to_owned(),
        (None, None) => String::new(),
    };
    let group = delegation.group.as_deref().map(|group| format!(" · {group}")).unwrap_or_default();
    Offer {
        label: delegation.code.to_string(),
        detail: format!("{}{group} · {standing}{already}", delegation.name),
        insert: delegation.code.to_string(),
    }
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let (written, options) = parts(prompt.input.value());
    if written.is_empty() {
        return Err("Type a code, a number or any part of a name".to_owned());
    }
    let fitting = fitting(prompt, eye);
    let delegation = fitting.get(prompt.chosen).ok_or_else(|| format!("No delegation fits \"{written}\""))?;
    let command =
        language::parse(&format!("inscribe {} {options}", delegation.code), &eye.state().review).map_err(|refusal| refusal.sentence)?;
    let says = match &command.action {
        Action::Inscribe(inscribe) => match &inscribe.kind {
            Some(kind) => format!("inscribe {} ({kind})", delegation.short),
            None => format!("inscribe {}", delegation.short),
        },
        _ => String::new(),
    };
    Ok(Ready::new(says, Entered::Do(command.action, prompt.opened)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_follow_the_name() {
        let both = |name: &str, options: &str| (name.to_owned(), options.to_owned());
        assert_eq!(parts("cote d'ivoire at=top time=2m"), both("cote d'ivoire", "at=top time=2m"));
        assert_eq!(parts(" fra "), both("fra", ""));
    }
}
