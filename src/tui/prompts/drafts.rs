//! The line of an item that is open, and those that Escape has put by: each keeps its turn and its moment, however long the typing takes.

use serde::{Deserialize, Serialize};

use super::capture::{as_typed, next_number, split};
use crate::dialogue::{ItemNo, Turn, TurnNo};
use crate::review::Ms;
use crate::tui::input::Eye;
use crate::tui::ui::{Overlay, Prompt, Purpose};
use crate::tui::widgets::times;

/// The line that is open, and those that were put by.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    open: Draft,
    put_by: Vec<Draft>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Draft {
    text: String,
    /// The statement that it belongs to.
    turn: Option<TurnNo>,
    /// When the item was begun; absent: with its first character.
    moment: Option<Ms>,
    /// The key that began it.
    #[serde(default)]
    pressed: Option<Ms>,
    /// The logged item that is corrected; absent: a new one.
    corrects: Option<ItemNo>,
    /// It was left unfinished before.
    #[serde(skip)]
    taken_up: bool,
}

impl Drafts {
    /// A line has been opened: with the last draft, unless a sort was asked for by its key.
    pub(super) fn begin(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        let draft = if prompt.input.value().is_empty() { self.put_by.pop() } else { None };
        match draft {
            Some(draft) => {
                prompt.input = draft.text.clone().into();
                prompt.opened = draft.moment.unwrap_or(eye.now);
                self.open = Draft { taken_up: true, ..draft };
            }
            None => {
                self.open = Draft { turn: eye.state().statement, ..Draft::default() };
                self.begin_item(prompt, eye);
            }
        }
    }

    /// The text has changed. An item that follows another begins with its first character.
    pub fn typed(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        if prompt.input.value().trim().is_empty() {
            (self.open.moment, self.open.corrects, self.open.taken_up) = (None, None, false);
        } else if self.open.moment.is_none() {
            self.begin_item(prompt, eye);
        }
    }

    /// What is said was said a little before the key, by what the modalities say of the clerk's reaction; but in its turn.
    fn begin_item(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        let moment = self.within_turn(eye.now - eye.state().review.modalities.reaction, eye);
        (self.open.moment, self.open.pressed, prompt.opened) = (Some(moment), Some(eye.now), moment);
    }

    /// The moment, moved into the turn if it is not in it. At the very millisecond of a turn's end the next one has begun.
    fn within_turn(&self, moment: Ms, eye: &Eye<'_>) -> Ms {
        let Some(turn) = self.turn(eye) else { return moment.max(Ms::ZERO).min(eye.now) };
        let last = turn.ended.map_or(eye.now, |ended| (ended - Ms(1)).max(turn.began));
        moment.min(last).min(eye.now).max(turn.began)
    }

    fn turn<'a>(&self, eye: &Eye<'a>) -> Option<&'a Turn> {
        self.open.turn.and_then(|turn| eye.state().turn(turn))
    }

    /// The item was said earlier, or later.
    ///
    /// # Errors
    /// A sentence, where it would not be in its turn any more.
    pub fn shift(&mut self, prompt: &mut Prompt, by: Ms, eye: &Eye<'_>) -> Result<(), String> {
        if self.open.corrects.is_some() || self.open.moment.is_none() {
            return Err("An item begins with its first character; then its moment can be put earlier or later".to_owned());
        }
        let moment = self.within_turn(prompt.opened + by, eye);
        if moment == prompt.opened {
            return Err(match by < Ms::ZERO {
                true => "The item stands at the beginning of its turn; it is moved to another one when it is logged".to_owned(),
                false => "The item stands at the end of its turn, or at this very moment".to_owned(),
            });
        }
        (self.open.moment, prompt.opened) = (Some(moment), moment);
        Ok(())
    }

    /// The item is in the record; the line is free for the next one of the same turn.
    pub fn logged(&mut self, prompt: &mut Prompt) {
        prompt.input.reset();
        (self.open.moment, self.open.corrects, self.open.taken_up) = (None, None, false);
    }

    /// Up in an empty line: the last item, to be corrected.
    pub fn recall(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        let Some(item) = eye.state().items.iter().next_back().filter(|_| prompt.input.value().trim().is_empty()) else { return };
        prompt.input = as_typed(item.number, eye).into();
        self.open.corrects = Some(item.number);
    }

    /// Escape: what has been typed waits for the next `q`, and whether it does. A logged item that was only looked at is no draft; a draft
    /// that was only looked at goes behind the others, so that each of them can be reached.
    pub fn put_by(&mut self, prompt: &Prompt, eye: &Eye<'_>) -> bool {
        let text = prompt.input.value();
        let is_as_logged = self.open.corrects.is_some_and(|item| as_typed(item, eye) == text);
        if split(text).1.trim().is_empty() || is_as_logged {
            return false;
        }
        let behind = self.open.taken_up && self.open.text == text;
        let draft = Draft { text: text.to_owned(), ..std::mem::take(&mut self.open) };
        self.put_by.insert(if behind { 0 } else { self.put_by.len() }, draft);
        true
    }

    /// The item that the open line corrects.
    pub(super) fn corrects(&self) -> Option<ItemNo> {
        self.open.corrects
    }

    /// When the item of the open line was begun.
    pub(super) fn moment(&self) -> Option<Ms> {
        self.open.moment
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.put_by.len()
    }

    /// All that is not logged yet, as it is kept beside the session: a line each. The line that is open may lie under others.
    pub fn kept<'a>(&self, lines: impl Iterator<Item = &'a Overlay>) -> String {
        let typed = lines.filter_map(|overlay| match overlay {
            Overlay::Prompt(prompt) if prompt.purpose == Purpose::Capture => Some(prompt.input.value()),
            _ => None,
        });
        let open = typed.filter(|text| !split(text).1.trim().is_empty()).map(|text| Draft { text: text.to_owned(), ..self.open.clone() });
        let lines = self.put_by.iter().cloned().chain(open).filter_map(|draft| serde_json::to_string(&draft).ok());
        lines.map(|line| line + "\n").collect()
    }

    /// Takes in what was kept; a line that cannot be read is left out.
    pub fn take_in(&mut self, kept: &str) {
        self.put_by = kept.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    }

    /// `39 · FRANCE, turn 37 · 15:47:05`, and by how much that was put before the key.
    pub(super) fn title(&self, prompt: &Prompt, eye: &Eye<'_>) -> String {
        if let Some(number) = self.open.corrects {
            return format!("correct {}", eye.state().item(number).map_or_else(|| number.to_string(), |item| eye.item_name(item)));
        }
        let whose = match self.turn(eye) {
            Some(turn) => format!("{}, turn {}", eye.turn_name(turn).to_uppercase(), turn.number),
            None => "before the first statement".to_owned(),
        };
        let draft = if self.open.taken_up { "draft · " } else { "" };
        let number = next_number(eye).map(|number| format!("{number} · ")).unwrap_or_default();
        let seconds = self.open.pressed.zip(self.open.moment).map_or(0, |(pressed, moment)| (pressed - moment).0.max(0) / 1000);
        let before = if seconds > 0 { format!(", {seconds} s before the key") } else { String::new() };
        format!("{draft}{number}{whose} · {}{before}", times::to_the_second((eye.wall)(prompt.opened)))
    }
}
