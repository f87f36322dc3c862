//! `i`: letters narrow the delegations at once, Enter takes the first; options of `inscribe` may follow. Several with `+` between them
//! are one joint entry. Whom the review does not list is the last choice, and on a closed list the chair's reason is asked for.

use super::{Entered, Ready, matching};
use crate::dialogue::{Action, Command, EntryStatus, Inscribe, RefusalCode};
use crate::language;
use crate::review::{Delegation, Fits, Standing};
use crate::tui::input::Eye;
use crate::tui::ui::{Offer, Prompt};

/// So many are shown; whoever is further down is found with one letter more.
const SHOWN: usize = 8;

/// What was typed: `fra + deu at=top late=the chair so decided`.
#[derive(Debug, PartialEq, Eq)]
struct Typed {
    /// Who joins in, before the last `+`.
    with: Vec<String>,
    /// Who is searched.
    name: String,
    /// Options as the language has them.
    options: String,
    /// All that stands behind `late=`.
    late: Option<String>,
}

impl Typed {
    fn read(value: &str) -> Typed {
        let late = value
            .match_indices("late=")
            .map(|(at, _)| at)
            .find(|at| value.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with(' ')));
        let (before, late) = match late.and_then(|at| value.split_at_checked(at)) {
            Some((before, late)) => (before, Some(late.trim_start_matches("late=").trim().trim_matches('"').to_owned())),
            None => (value, None),
        };
        let begins = before.split_whitespace().position(|word| word.contains('=')).unwrap_or(usize::MAX);
        let words = || before.split_whitespace();
        let names = words().take(begins).collect::<Vec<_>>().join(" ");
        let mut with: Vec<String> = names.split('+').map(|name| name.trim().to_owned()).collect();
        let name = with.pop().unwrap_or_default();
        Typed { with, name, options: words().skip(begins).collect::<Vec<_>>().join(" "), late }
    }

    fn names_a_participant(&self) -> bool {
        self.options.starts_with("participant=")
    }
}

/// Who could be entered.
enum Choice<'a> {
    Listed(&'a Delegation),
    /// By name.
    Unlisted(String),
}

/// The delegations that fit what is typed, as many as are shown.
pub(super) fn named<'a>(written: &str, eye: &Eye<'a>) -> Vec<&'a Delegation> {
    let mut fitting = matching::delegations(&eye.state().review, written);
    fitting.truncate(SHOWN);
    fitting
}

fn choices<'a>(typed: &Typed, eye: &Eye<'a>) -> Vec<Choice<'a>> {
    let is_name = typed.name.chars().any(char::is_alphabetic) && typed.name.chars().nth(1).is_some();
    let is_listed = matches!(eye.state().review.find_exactly(&typed.name), Fits::One(_));
    let unlisted = (is_name && !is_listed && typed.with.is_empty()).then(|| Choice::Unlisted(typed.name.clone()));
    named(&typed.name, eye).into_iter().map(Choice::Listed).chain(unlisted).collect()
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let offer = |choice| match choice {
        Choice::Listed(delegation) => offer(delegation, eye),
        Choice::Unlisted(name) => {
            Offer { label: "new".to_owned(), detail: format!("unlisted participant «{name}»"), insert: String::new() }
        }
    };
    choices(&Typed::read(prompt.input.value()), eye).into_iter().map(offer).collect()
}

/// A delegation with what is to be known of it before it is entered or given the floor.
pub(super) fn offer(delegation: &Delegation, eye: &Eye<'_>) -> Offer {
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
    let typed = Typed::read(prompt.input.value());
    let who = who(prompt, &typed, eye)?;
    let command = language::parse(&format!("inscribe {who}"), &eye.state().review).map_err(|refusal| refusal.sentence)?;
    let Action::Inscribe(inscribe) = command.action else { return Err("That is more than one name".to_owned()) };
    let name = name_of(&inscribe, eye);
    let late = match typed.late.as_deref() {
        Some("") => return Err(format!("The list is closed: for what reason does the chair admit {name}?")),
        late => late.map(Into::into),
    };
    let action = Action::Inscribe(Inscribe { late, ..inscribe });
    let decided = eye.dialogue.decide(eye.seat, &Command { action: action.clone(), ago: eye.now - prompt.opened }, eye.now);
    if typed.late.is_none() && decided.is_err_and(|refusal| refusal.code == RefusalCode::ListClosed) {
        return Ok(Ready::new(format!("admit {name} to the closed list; the reason comes next"), Entered::Rewrite(format!("{who} late="))));
    }
    Ok(Ready::new(format!("inscribe {name}"), Entered::Do(action, prompt.opened)))
}

/// Who is meant, with the options, as the language has it.
fn who(prompt: &Prompt, typed: &Typed, eye: &Eye<'_>) -> Result<String, String> {
    if typed.names_a_participant() {
        return Ok(typed.options.clone());
    }
    if typed.name.is_empty() {
        return Err("Type a code, a number or any part of a name".to_owned());
    }
    let mut who = String::new();
    for written in &typed.with {
        let delegation = named(written, eye).into_iter().next().ok_or_else(|| format!("No delegation fits \"{written}\""))?;
        who.push_str(&format!("{} ", delegation.code));
    }
    match choices(typed, eye).into_iter().nth(prompt.chosen) {
        None => return Err(format!("No delegation fits \"{}\"", typed.name)),
        Some(Choice::Listed(delegation)) => who.push_str(delegation.code.as_str()),
        Some(Choice::Unlisted(name)) => who.push_str(&format!("participant=\"{}\"", name.replace('"', "\\\""))),
    }
    Ok(format!("{who} {}", typed.options).trim_end().to_owned())
}

fn name_of(inscribe: &Inscribe, eye: &Eye<'_>) -> String {
    let short = |code| eye.state().review.delegation(code).map_or_else(|| eye.state().review.name_of(code), |one| one.short.clone());
    let name = match &inscribe.participant {
        Some(participant) => format!("the unlisted participant «{}»", participant.name),
        None => inscribe.delegations.iter().map(|code| short(*code)).collect::<Vec<_>>().join(" + "),
    };
    inscribe.kind.as_ref().map_or(name.clone(), |kind| format!("{name} ({kind})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(with: &[&str], name: &str, options: &str, late: Option<&str>) -> Typed {
        let with = with.iter().map(|name| (*name).to_owned()).collect();
        Typed { with, name: name.to_owned(), options: options.to_owned(), late: late.map(str::to_owned) }
    }

    #[test]
    fn options_follow_the_name_and_a_reason_comes_last() {
        assert_eq!(Typed::read("cote d'ivoire at=top time=2m"), typed(&[], "cote d'ivoire", "at=top time=2m", None));
        assert_eq!(Typed::read(" fra "), typed(&[], "fra", "", None));
        assert_eq!(Typed::read("fra at=2 late=by a = b rule"), typed(&[], "fra", "at=2", Some("by a = b rule")));
        assert_eq!(Typed::read("fra late="), typed(&[], "fra", "", Some("")));
    }

    #[test]
    fn several_make_one_entry() {
        assert_eq!(Typed::read("mexico + peru+ch kind=joint-statement"), typed(&["mexico", "peru"], "ch", "kind=joint-statement", None));
    }
}
