//! `:` any command of the language: completed out of its one table, and tried before Enter without changing anything.

use tui_input::Input;

use super::editing::{cursor_byte, insert, replace};
use super::{Entered, Ready, divide};
use crate::dialogue::{Action, Command, Decision, Record, Refusal};
use crate::language::{self, Completion};
use crate::review::Ms;
use crate::tui::input::{Asked, Eye, records};
use crate::tui::ui::{Offer, Preview, Prompt};

fn completions(input: &Input, eye: &Eye<'_>) -> Vec<Completion> {
    language::complete(input.value(), cursor_byte(input), eye.state())
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let offer = |completion: Completion| Offer { insert: completion.text.clone(), label: completion.text, detail: completion.detail };
    completions(&prompt.input, eye).into_iter().map(offer).collect()
}

/// The chosen completion goes into the line; where it is there already, the next one.
pub(super) fn complete(prompt: &mut Prompt, eye: &Eye<'_>) {
    let fitting = completions(&prompt.input, eye);
    let Some(chosen) = fitting.get(prompt.chosen).or(fitting.first()) else { return };
    let is_there = prompt.input.value().get(chosen.replaces.clone()) == Some(chosen.text.as_str());
    let next = if is_there { fitting.get(prompt.chosen + 1).or(fitting.first()) } else { None };
    let taken = next.unwrap_or(chosen);
    replace(&mut prompt.input, taken.replaces.clone(), &taken.text);
    if fitting.len() == 1 && cursor_byte(&prompt.input) == prompt.input.value().len() && !taken.text.ends_with(['=', ' ']) {
        insert(&mut prompt.input, " ");
    }
}

pub(super) fn resolve(prompt: &Prompt, eye: &Eye<'_>) -> Result<Ready, String> {
    let line = prompt.input.value().trim();
    match line {
        "" => return Ok(Ready::new("", Entered::Close)),
        "q" | "quit" | "exit" => return Ok(Ready::new("leave; asks first", Entered::Ask(Asked::Leave))),
        _ => {}
    }
    let command = language::parse(line, &eye.state().review).map_err(|refusal| refusal.sentence)?;
    let decision = match tried(&command, eye) {
        Ok(decision) => decision,
        Err(refusal) if refusal.in_the_way.is_empty() => return Err(language::refused(refusal, eye.dialogue).sentence),
        Err(refusal) => {
            let says = format!("{}: asks first about {}", language::print(&command), records(&refusal.in_the_way));
            return Ok(Ready::new(says, Entered::Line(line.to_owned())));
        }
    };
    if let (Action::Import { file, .. }, Ms::ZERO) = (&command.action, command.ago) {
        return Ok(Ready::new(format!("show what {file} says"), Entered::Read(file.to_string())));
    }
    if is_only_shown(&command.action) {
        return Ok(Ready::new(format!("{line} apply; the figures stand beside the list"), Entered::Rewrite(format!("{line} apply"))));
    }
    if command == Command::now(Action::Adjourn) {
        return Ok(Ready::new("end the meeting; asks first", Entered::Ask(Asked::Adjourn)));
    }
    Ok(Ready::new(in_words(&command, decision, eye), Entered::Line(line.to_owned())))
}

/// As it would be recorded; where the command does not name what it is about, that is named: `undo 40: next: France`.
fn in_words(command: &Command, decision: Option<Decision>, eye: &Eye<'_>) -> String {
    let printed = language::print(command);
    let names_nothing = matches!(
        command.action,
        Action::Next { .. } | Action::Done | Action::Cut | Action::Pause | Action::Resume | Action::Again | Action::Absent(None)
    );
    let about_others = matches!(command.action, Action::Undo(_) | Action::Redo(_) | Action::Back(_) | Action::Replace { .. });
    match decision {
        Some(Decision { events, .. }) if command.ago == Ms::ZERO && (names_nothing || about_others) => {
            let supposed = Record::of(eye.dialogue.seq().next(), eye.now, events);
            eye.record_name(&Record { command: printed.into(), ..supposed })
        }
        _ => printed,
    }
}

/// What a division or a redistribution in the line would come to.
pub(super) fn preview(prompt: &Prompt, eye: &Eye<'_>) -> Option<Preview> {
    let command = language::parse(prompt.input.value().trim(), &eye.state().review).ok()?;
    divide::of_action(&command.action, eye)?.ok()
}

/// Without `apply` such a command records nothing; here the figures are seen before Enter, and Enter can only mean to go on.
fn is_only_shown(action: &Action) -> bool {
    matches!(action, Action::Divide { apply: false, .. } | Action::Redistribute { apply: false, .. })
}

/// What it would come to now. A file with speakers or with items is only read when Enter is pressed.
fn tried(command: &Command, eye: &Eye<'_>) -> Result<Option<Decision>, Refusal> {
    match command.action {
        Action::Import { .. } | Action::Advance { .. } | Action::LogAll { .. } => Ok(None),
        _ => eye.dialogue.decide(eye.seat, command, eye.now).map(Some),
    }
}
