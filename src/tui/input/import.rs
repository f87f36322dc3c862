//! A list of speakers that is to be taken over: what was understood of it is seen first. Enter takes all of it, Escape nothing.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::Eye;
use super::step::{Order, Step, Then, What};
use crate::dialogue::{Action, Command};
use crate::review::list::{self, Row};
use crate::review::{Inscribed, Review};
use crate::tui::prompts;
use crate::tui::ui::{Import, ImportLine, Overlay, Prompt, Takes};

/// Where pasted lines come from, for the record.
pub(super) const PASTED: &str = "pasted lines";

/// So many lines are passed with one page.
const PAGE: usize = 10;

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
    match import.lines.iter().filter(|line| line.understood.is_err()).count() {
        0 => {}
        1 => return Err("One line cannot be taken, so nothing is: put it right and try again".to_owned()),
        many => return Err(format!("{many} lines cannot be taken, so nothing is: put them right and try again")),
    }
    for command in commands(import, eye) {
        eye.dialogue.decide(eye.seat, &command, eye.now).map_err(|refusal| refusal.sentence)?;
    }
    Ok(match &import.takes {
        Takes::Entries(rows) if rows.len() == 1 => "inscribe the one entry".to_owned(),
        Takes::Entries(rows) => format!("inscribe all {} entries", rows.len()),
        Takes::Items(items, _) if items.len() == 1 => "log the one item".to_owned(),
        Takes::Items(items, _) => format!("log all {} items", items.len()),
    })
}

fn commands(import: &Import, eye: &Eye<'_>) -> Vec<Command> {
    match &import.takes {
        Takes::Entries(rows) => {
            vec![Command::now(Action::Import { file: import.from.as_str().into(), rows: rows.clone() })]
        }
        Takes::Items(items, began) => items.iter().map(|action| Command { action: action.clone(), ago: eye.now - *began }).collect(),
    }
}

impl Desk {
    /// Shows what was understood of a list before anything of it is taken.
    pub fn show_list(&mut self, from: &str, text: &str, eye: &Eye<'_>) {
        let review = &eye.state().review;
        let standing: Vec<Inscribed> = eye.state().listed().map(as_inscribed).collect();
        // A terminal sends the ends of pasted lines as carriage returns.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let understood = list::understand(&text, review).beside(&standing, review);
        if understood.rows.is_empty() {
            return self.refuse(format!("{from}: nobody is named in it; nothing was changed"));
        }
        let lines = understood.rows.iter().map(|row| line(row, review)).collect();
        let rows = understood.entries().unwrap_or_default();
        let mut import = Import { from: from.to_owned(), lines, scrolled: 0, takes: Takes::Entries(rows), does: Ok(String::new()) };
        import.does = may_be_taken(&import, eye);
        (self.ui.message, self.asked_since) = (None, None);
        self.ui.overlay = Some(Overlay::Import(import));
    }

    /// Shows what several pasted lines would be logged as, each an item of the turn and moment of the open line, which stays under it.
    pub(super) fn show_items(&mut self, text: &str, prompt: Prompt, eye: &Eye<'_>) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut items = Vec::new();
        let mut lines = Vec::new();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let line = prompts::clean(line, 0);
            let understood = prompts::pasted(&line, &prompt, eye).map(|(action, says)| {
                items.push(action);
                says
            });
            lines.push(ImportLine { number: at + 1, written: line, understood });
        }
        let takes = Takes::Items(items, prompt.opened);
        let mut import = Import { from: PASTED.to_owned(), lines, scrolled: 0, takes, does: Ok(String::new()) };
        import.does = may_be_taken(&import, eye);
        (self.ui.message, self.asked_since) = (None, None);
        self.under.push(Overlay::Prompt(prompt));
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
        match key.code {
            KeyCode::Esc => {
                self.uncover();
                return Step::None;
            }
            KeyCode::Enter if !self.is_early(eye) => return self.take_list(import, eye),
            KeyCode::Enter => {}
            KeyCode::Down | KeyCode::Char('j') => import.scrolled = (import.scrolled + 1).min(last),
            KeyCode::Up | KeyCode::Char('k') => import.scrolled = import.scrolled.saturating_sub(1),
            KeyCode::PageDown | KeyCode::Char(' ') => import.scrolled = (import.scrolled + PAGE).min(last),
            KeyCode::PageUp => import.scrolled = import.scrolled.saturating_sub(PAGE),
            KeyCode::Home => import.scrolled = 0,
            KeyCode::End => import.scrolled = last,
            _ => self.refuse("Enter takes the whole list, Esc takes nothing of it; the arrows show more of its lines"),
        }
        self.ui.overlay = Some(Overlay::Import(import));
        Step::None
    }

    fn take_list(&mut self, import: Import, eye: &Eye<'_>) -> Step {
        let answer = may_be_taken(&import, eye);
        let mut commands = commands(&import, eye).into_iter();
        self.ui.overlay = Some(Overlay::Import(import));
        match answer {
            Ok(says) => {
                // What was shown closes with the last of them.
                let last = commands.next_back();
                let order = |command, then| Order { what: What::Command(command), says: says.clone(), then };
                self.waiting.extend(commands.map(|command| order(command, Then::Stay)));
                self.waiting.extend(last.map(|command| order(command, Then::Close)));
                self.waiting.pop_front().map_or(Step::None, Step::Submit)
            }
            Err(reason) => {
                self.refuse(reason);
                Step::None
            }
        }
    }
}

fn as_inscribed(entry: &crate::dialogue::Entry) -> Inscribed {
    Inscribed { delegations: entry.delegations.to_vec(), kind: Some(entry.kind.to_string()), time: entry.time }
}

fn line(row: &Row, review: &Review) -> ImportLine {
    let understood = match &row.entry {
        Ok(entry) => {
            let names = entry.delegations.iter().map(|code| review.name_of(*code)).collect::<Vec<_>>().join(", ");
            let kind = entry.kind.clone().filter(|kind| kind != "statement");
            Ok([Some(names), kind, entry.time.map(|time| time.to_string())].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
        Err(complaint) => Err(complaint.to_string()),
    };
    ImportLine { number: row.line, written: row.written.clone(), understood }
}
