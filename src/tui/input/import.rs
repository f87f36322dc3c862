//! A list that is to be taken over: what was understood of it is seen first. A line that cannot be taken is put right or left out, by the
//! operator and nobody else; Enter takes the rest, Escape nothing.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::Eye;
use super::proposal::Asked;
use super::selection;
use super::step::{Order, Step, Then, What};
use crate::dialogue::{Action, Command};
use crate::review::list;
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::prompts::{self, reading};
use crate::tui::scene::Hint;
use crate::tui::ui::{Import, ImportLine, Meant, Overlay, Prompt, Purpose, Question, Reading, Takes};

/// Where pasted lines come from, for the record.
pub(super) const PASTED: &str = "pasted lines";

/// So many lines that would be left out are named in the question whether they are.
const NAMED: usize = 5;

/// Whether a text has several lines that say something.
pub(super) fn has_lines(text: &str) -> bool {
    text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).nth(1).is_some()
}

/// Whether a text is a list: several lines, or one that names several delegations.
pub(super) fn names_several(text: &str, eye: &Eye<'_>) -> bool {
    has_lines(text) || list::understand(text, &eye.state().review).rows.iter().filter(|row| row.entry.is_ok()).nth(1).is_some()
}

/// What Enter would do; it changes while the list is looked at, since others write too.
///
/// # Errors
/// Why it would do nothing.
pub(super) fn may_be_taken(import: &Import, eye: &Eye<'_>) -> Result<String, String> {
    let (right, wrong) = (import.right().count(), import.wrong().count());
    match (right, wrong) {
        (0, 0) => return Err("Every line is left out, so that nothing is taken".to_owned()),
        (0, 1) => return Err("The line cannot be taken as it is".to_owned()),
        (0, _) => return Err("None of the lines can be taken as it is".to_owned()),
        (_, 0) => {}
        (_, _) => return Ok(format!("ask whether to take the other {right}")),
    }
    eye.dialogue.decide(eye.seat, &command(import, eye), eye.now).map_err(|refusal| refusal.sentence)?;
    Ok(takes(import))
}

/// `inscribe all 3 entries`, `log the other 2 items`.
fn takes(import: &Import) -> String {
    let (verb, one, several) = match import.takes {
        Takes::Entries => ("inscribe", "entry", "entries"),
        Takes::Items(..) => ("log", "item", "items"),
    };
    match (import.right().count(), import.left_out() + import.wrong().count()) {
        (1, 0) => format!("{verb} the one {one}"),
        (many, 0) => format!("{verb} all {many} {several}"),
        (1, left_out) => format!("{verb} one {one}, {left_out} left out"),
        (many, left_out) => format!("{verb} {many} {several}, {left_out} left out"),
    }
}

fn command(import: &Import, eye: &Eye<'_>) -> Command {
    let taken = reading::taken(import);
    match import.takes {
        Takes::Entries => {
            let rows = taken.into_iter().filter_map(|meant| if let Meant::Entry(entry) = meant { Some(entry.clone()) } else { None });
            Command::now(Action::Import { file: named(import).into(), rows: rows.collect() })
        }
        Takes::Items(_, began) => {
            let actions =
                taken.into_iter().filter_map(|meant| if let Meant::Item(action, _) = meant { Some(action.clone()) } else { None });
            Command { action: Action::LogAll { file: named(import).into(), items: actions.collect() }, ago: eye.now - began }
        }
    }
}

/// Where the list comes from, and that it is not as it came, for the record.
fn named(import: &Import) -> String {
    let mut name = import.from.clone();
    let put_right = import.right().filter(|line| line.put_right).count();
    for (many, what) in [(put_right, "put right"), (import.left_out(), "left out")] {
        if many > 0 {
            name.push_str(&format!(", {many} {what}"));
        }
    }
    name
}

/// Whether the lines that cannot be taken are left out.
pub(super) fn words(import: &Import) -> Question {
    let wrong: Vec<&ImportLine> = import.wrong().collect();
    let (right, many) = (import.right().count(), wrong.len());
    let mut lines = vec![if many == 1 { "This line cannot be taken:" } else { "These lines cannot be taken:" }.to_owned()];
    lines.extend(wrong.iter().take(NAMED).map(|line| format!("{:>4}  {}", line.number, line.written)));
    if many > NAMED {
        lines.push(format!("      and {} more", many - NAMED));
    }
    let take = format!("Take {right}, leave out {many}");
    let title = format!("Take {right} of {} lines?", import.lines.len());
    Question { title, lines, answers: vec!["Back to the lines".to_owned(), take], chosen: 0 }
}

/// What the keys of a list do to the chosen line.
pub(super) fn hints(import: &Import, keymap: &Keymap) -> Vec<Hint> {
    let Some(line) = import.lines.get(import.chosen) else { return Vec::new() };
    let out = if line.left_out { (Deed::Release, "take in again") } else { (Deed::Aside, "leave out") };
    let hint = |(deed, does): (Deed, &str)| Some(Hint { key: keymap.keys(deed).next()?.to_string(), does: does.to_owned(), deed });
    [(Deed::Amend, "put right"), out].into_iter().filter_map(hint).collect()
}

impl Desk {
    /// Shows what was understood of a list before anything of it is taken.
    pub fn show_list(&mut self, from: &str, text: &str, eye: &Eye<'_>) {
        let (header, lines) = reading::entries(&with_line_feeds(text), &eye.state().review);
        if lines.is_empty() {
            return self.refuse(format!("{from}: nobody is named in it; nothing was changed"));
        }
        self.show_import(Import { from: from.to_owned(), header, lines, chosen: 0, takes: Takes::Entries, does: Ok(String::new()) }, eye);
    }

    /// Shows what several pasted lines would be logged as, each an item of the turn and moment of the open line, which stays under it.
    pub(super) fn show_items(&mut self, text: &str, prompt: Prompt, eye: &Eye<'_>) {
        let sort = prompts::sort_of(&prompt);
        let lines = reading::items(&with_line_feeds(text), sort, eye);
        let takes = Takes::Items(sort, prompt.opened);
        self.under.push(Overlay::Prompt(prompt));
        self.show_import(Import { from: PASTED.to_owned(), header: None, lines, chosen: 0, takes, does: Ok(String::new()) }, eye);
    }

    fn show_import(&mut self, mut import: Import, eye: &Eye<'_>) {
        reading::beside(&mut import, eye);
        import.lines.sort_by_key(|line| line.understood.is_ok());
        import.does = may_be_taken(&import, eye);
        (self.ui.message, self.asked_since) = (None, None);
        self.ui.overlay = Some(Overlay::Import(import));
    }

    /// A key over the lines of a list. They have been taken off the screen and are put back unless they are left.
    pub(super) fn import_key(&mut self, mut import: Import, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
        if let Some(deed) = self.keymap.line_deed(key) {
            self.ui.overlay = Some(Overlay::Import(import));
            return self.act(deed.outside(), eye);
        }
        let last = import.lines.len().saturating_sub(1);
        match (key.code, self.keymap.deed(key)) {
            (KeyCode::Esc, _) => {
                self.uncover();
                return Step::None;
            }
            (KeyCode::Enter, _) if !self.is_early(eye) => return self.take_list(import, eye),
            (KeyCode::Enter, _) => {}
            (_, Some(Deed::Amend)) => return self.put_right(import, eye),
            (_, Some(Deed::Aside)) => leave_out(&mut import, true, eye),
            (_, Some(Deed::Release)) => leave_out(&mut import, false, eye),
            _ => match selection::step(key, &self.keymap) {
                Some(by) => {
                    let by = isize::try_from(by).unwrap_or_default();
                    import.chosen = import.chosen.saturating_add_signed(by).min(last);
                }
                None => {
                    let (right, out) = (eye.key(Deed::Amend), eye.key(Deed::Aside));
                    self.refuse(format!("{right} puts the line right, {out} leaves it out; Enter takes the list, Esc nothing of it"));
                }
            },
        }
        self.ui.overlay = Some(Overlay::Import(import));
        Step::None
    }

    /// Opens the chosen line to be typed anew; the list lies under it.
    fn put_right(&mut self, import: Import, eye: &Eye<'_>) -> Step {
        let Some(line) = import.lines.get(import.chosen) else { return Step::None };
        let reading = Reading { number: line.number, header: import.header.clone(), takes: import.takes.clone() };
        let written = line.written.clone();
        self.ui.overlay = Some(Overlay::Import(import));
        self.open(Purpose::PutRight(reading), &written, eye);
        Step::None
    }

    /// What was typed stands in the place of the chosen line, and the next one that is wrong is chosen.
    pub(super) fn is_right(&mut self, lines: Vec<ImportLine>, eye: &Eye<'_>) {
        self.uncover();
        let Some(Overlay::Import(import)) = &mut self.ui.overlay else { return };
        let at = import.chosen;
        if let Some(before) = import.lines.get(at) {
            let place = before.place;
            import.lines.splice(at..=at, lines.into_iter().map(|line| ImportLine { place, ..line }));
        }
        reading::beside(import, eye);
        choose_wrong(import);
    }

    /// Takes what can be taken; whether the other lines are left out is asked first.
    fn take_list(&mut self, mut import: Import, eye: &Eye<'_>) -> Step {
        reading::beside(&mut import, eye);
        let (answer, asks) = (may_be_taken(&import, eye), import.wrong().next().is_some());
        self.ui.overlay = Some(Overlay::Import(import));
        match answer {
            Ok(_) if asks => self.ask(Asked::LeaveOut, eye),
            Ok(_) => return self.take_all(eye),
            Err(reason) => self.refuse(reason),
        }
        Step::None
    }

    /// Leaves out what cannot be taken, as was answered, and takes the rest.
    pub(super) fn take_rest(&mut self, eye: &Eye<'_>) -> Step {
        if let Some(Overlay::Import(import)) = &mut self.ui.overlay {
            import.lines.iter_mut().filter(|line| line.understood.is_err()).for_each(|line| line.left_out = true);
            if let Err(reason) = may_be_taken(import, eye) {
                self.refuse(reason);
                return Step::None;
            }
        }
        self.take_all(eye)
    }

    fn take_all(&mut self, eye: &Eye<'_>) -> Step {
        let Some(Overlay::Import(import)) = &self.ui.overlay else { return Step::None };
        let says = takes(import);
        Step::Submit(Order { what: What::Command(command(import, eye)), says, then: Then::Close })
    }
}

fn leave_out(import: &mut Import, left_out: bool, eye: &Eye<'_>) {
    let Some(line) = import.lines.get_mut(import.chosen) else { return };
    line.left_out = left_out;
    reading::beside(import, eye);
    if left_out {
        choose_wrong(import);
    }
}

/// Chooses the next line that is wrong, from the chosen one on and round; where none is, the chosen one stays.
fn choose_wrong(import: &mut Import) {
    let is_wrong = |line: &ImportLine| !line.left_out && line.understood.is_err();
    let (before, from) = import.lines.split_at(import.chosen.min(import.lines.len()));
    let next = from.iter().position(is_wrong).map(|at| at + before.len()).or_else(|| before.iter().position(is_wrong));
    import.chosen = next.unwrap_or(import.chosen).min(import.lines.len().saturating_sub(1));
}

/// A terminal sends the ends of pasted lines as carriage returns.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
