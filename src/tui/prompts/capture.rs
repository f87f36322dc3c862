//! `q ! + .` what was said, logged while it is said. The line keeps its turn and its moment, however long the typing takes.

use std::ops::Range;

use super::editing::{cursor_byte, replace};
use super::{Entered, Ready, capture_offers};
use crate::dialogue::{Action, Command, Event, ItemNo, Said, Sort, TurnNo};
use crate::language;
use crate::review::Ms;
use crate::tui::input::{Eye, sign};
use crate::tui::ui::{Offer, Prompt};
use crate::tui::widgets::times;

/// The line that is open, and those that Escape has put by.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    open: Draft,
    put_by: Vec<Draft>,
}

#[derive(Debug, Clone, Default)]
struct Draft {
    text: String,
    /// The statement that it belongs to.
    turn: Option<TurnNo>,
    /// When the item was begun; absent: with its first character.
    moment: Option<Ms>,
    /// The logged item that is corrected; absent: a new one.
    corrects: Option<ItemNo>,
}

impl Drafts {
    /// A line has been opened: with the last draft, unless a sort was asked for by its key.
    pub(super) fn begin(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        let draft = if prompt.input.value().is_empty() { self.put_by.pop() } else { None };
        if let Some(draft) = draft {
            prompt.input = draft.text.clone().into();
            prompt.opened = draft.moment.unwrap_or(eye.now);
            self.open = draft;
        } else {
            self.open = Draft { turn: eye.state().statement, moment: Some(eye.now), ..Draft::default() };
        }
    }

    /// The text has changed. An item that follows another begins with its first character, but never after its turn's end.
    pub fn typed(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        if prompt.input.value().trim().is_empty() {
            (self.open.moment, self.open.corrects) = (None, None);
        } else if self.open.moment.is_none() {
            let turn = self.open.turn.and_then(|turn| eye.state().turn(turn));
            // At the very millisecond of its end the next turn has begun.
            let last = turn.and_then(|turn| turn.ended.map(|ended| (ended - Ms(1)).max(turn.began)));
            let moment = last.map_or(eye.now, |last| eye.now.min(last));
            (self.open.moment, prompt.opened) = (Some(moment), moment);
        }
    }

    /// The item is in the record; the line is free for the next one of the same turn.
    pub fn logged(&mut self, prompt: &mut Prompt) {
        prompt.input.reset();
        (self.open.moment, self.open.corrects) = (None, None);
    }

    /// Up in an empty line: the last item, to be corrected.
    pub fn recall(&mut self, prompt: &mut Prompt, eye: &Eye<'_>) {
        let Some(item) = eye.state().items.iter().next_back().filter(|_| prompt.input.value().trim().is_empty()) else { return };
        let themes: String = item.themes.iter().map(|theme| format!(" #{theme}")).collect();
        prompt.input = format!("{} {}{themes}", sign(item.sort), item.text).into();
        self.open.corrects = Some(item.number);
    }

    /// Escape: what has been typed waits for the next `q`.
    pub fn put_by(&mut self, prompt: &Prompt) {
        let text = prompt.input.value();
        if !split(text).1.trim().is_empty() {
            self.put_by.push(Draft { text: text.to_owned(), ..std::mem::take(&mut self.open) });
        }
    }

    /// `39 · FRANCE, turn 37 · 15:47:05`.
    pub(super) fn title(&self, prompt: &Prompt, eye: &Eye<'_>) -> String {
        if let Some(number) = self.open.corrects {
            return format!("correct {}", eye.state().item(number).map_or_else(|| number.to_string(), |item| eye.item_name(item)));
        }
        let whose = match self.open.turn.and_then(|turn| eye.state().turn(turn)) {
            Some(turn) => format!("{}, turn {}", eye.turn_name(turn).to_uppercase(), turn.number),
            None => "before the first statement".to_owned(),
        };
        let number = next_number(eye).map(|number| format!("{number} · ")).unwrap_or_default();
        format!("{number}{whose} · {}", times::to_the_second((eye.wall)(prompt.opened)))
    }
}

/// The number that the next item will have.
fn next_number(eye: &Eye<'_>) -> Option<u32> {
    let said = Said { text: "x".into(), ..Said::default() };
    let action = Action::Log { sort: Sort::Question, said, by: Vec::new(), turn: None, repeats: None };
    let decision = eye.dialogue.decide(eye.seat, &Command::now(action), eye.now).ok()?;
    decision.events.iter().find_map(|event| match event {
        Event::Logged(logging) => Some(logging.item.0),
        _ => None,
    })
}

/// The sort by the first character, and the rest.
pub(super) fn split(value: &str) -> (Sort, &str) {
    let value = value.trim_start();
    let sorts = [Sort::Question, Sort::Recommendation, Sort::Commendation, Sort::Comment];
    sorts.into_iter().find_map(|sort| Some((sort, value.strip_prefix(sign(sort))?))).unwrap_or((Sort::Question, value))
}

fn verb(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "ask",
        Sort::Recommendation => "recommend",
        Sort::Commendation => "commend",
        Sort::Comment => "comment",
    }
}

/// The word before the cursor.
pub(super) fn word(prompt: &Prompt) -> Range<usize> {
    let end = cursor_byte(&prompt.input);
    let before = prompt.input.value().get(..end).unwrap_or_default();
    let start =
        before.rfind(char::is_whitespace).map_or(0, |at| at + before.get(at..).and_then(|c| c.chars().next()).map_or(1, char::len_utf8));
    // A mark may follow the sign of the sort at once: `!#torture`.
    let sign = if start == 0 && before.starts_with(['?', '!', '+', '.']) { 1 } else { 0 };
    start + sign..end
}

pub(super) fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    let value = prompt.input.value();
    let (sort, text) = split(value);
    let word = value.get(word(prompt)).unwrap_or_default();
    if !word.starts_with(['#', '@']) {
        return capture_offers::suggested(sort, text, eye);
    }
    let line = format!("{} {text}", verb(sort));
    let cursor = (line.len() + cursor_byte(&prompt.input)).saturating_sub(value.len());
    capture_offers::marked(word, &line, cursor, (sort, text), eye)
}

/// Tab: themes, then officials, then themes again. What is [`meant`] under a bare mark is taken on the way, never what only stands
/// first; with letters behind the mark what is chosen is always taken.
pub(super) fn complete(prompt: &mut Prompt, eye: &Eye<'_>) {
    let word = word(prompt);
    let marked = prompt.input.value().get(word.clone()).unwrap_or_default();
    let instead = match (marked, meant(prompt, eye), prompt.offers.get(prompt.chosen)) {
        ("#", Some(theme), _) => format!("{} @", theme.insert),
        ("#", None, _) => "@".to_owned(),
        ("@", Some(official), _) => format!("{} ", official.insert),
        ("@", None, _) => "#".to_owned(),
        ("", ..) => capture_offers::missing_mark(prompt.input.value(), eye).to_owned(),
        (letters, _, Some(offer)) if letters.starts_with(['#', '@']) => format!("{} ", offer.insert),
        (letters, _, None) if letters.starts_with(['#', '@']) => letters.to_owned(),
        (letters, ..) => format!("{letters} {}", capture_offers::missing_mark(prompt.input.value(), eye)),
    };
    replace(&mut prompt.input, word, &instead);
    prompt.chosen = 0;
}

/// The chosen offer, if the words suggest it or it was chosen by hand.
fn meant<'a>(prompt: &'a Prompt, eye: &Eye<'_>) -> Option<&'a Offer> {
    let (sort, text) = split(prompt.input.value());
    let suggested = || capture_offers::suggested(sort, text, eye);
    let chosen = prompt.offers.get(prompt.chosen)?;
    (prompt.chosen > 0 || suggested().iter().any(|likely| likely.insert == chosen.insert)).then_some(chosen)
}

pub(super) fn resolve(prompt: &Prompt, drafts: &Drafts, eye: &Eye<'_>) -> Result<Ready, String> {
    let value = prompt.input.value();
    let (sort, text) = split(value);
    if text.trim().is_empty() {
        return Ok(Ready::new("", Entered::Close));
    }
    let word = word(prompt);
    let mut text = text.to_owned();
    if matches!(value.get(word.clone()), Some("#" | "@")) {
        let (before, after) = (value.get(..word.start).unwrap_or_default(), value.get(word.end..).unwrap_or_default());
        if let Some(offer) = meant(prompt, eye) {
            return Ok(Ready::new(format!("take {}", offer.label), Entered::Rewrite(format!("{before}{} {after}", offer.insert))));
        }
        text = split(&format!("{before}{after}")).1.to_owned();
    }
    let text = expand(&text, eye)?;
    let parse = |line: String| language::parse(&line, &eye.state().review).map_err(|refusal| refusal.sentence);
    if let Some(number) = drafts.open.corrects {
        let command = parse(format!("edit {number} {text} sort={}", sort_name(sort)))?;
        return Ok(Ready::new(format!("correct item {number}"), Entered::Do(command.action, eye.now)));
    }
    let command = parse(format!("{} {text}", verb(sort)))?;
    let says = match &command.action {
        Action::Log { said, .. } => says(sort, said, eye),
        _ => String::new(),
    };
    Ok(Ready::new(says, Entered::Do(command.action, drafts.open.moment.unwrap_or(eye.now) - command.ago)))
}

fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "question",
        Sort::Recommendation => "recommendation",
        Sort::Commendation => "commendation",
        Sort::Comment => "comment",
    }
}

fn says(sort: Sort, said: &Said, eye: &Eye<'_>) -> String {
    let name = sort_name(sort);
    let by_key = |written: &str| eye.state().officials.iter().find(|official| official.key.is_some_and(|key| written == key.to_string()));
    let office = |written: &str| by_key(written).map_or_else(|| eye.official_name(written), |official| eye.official_name(&official.id));
    match said.officials.first() {
        Some(lead) => format!("log the {name} → {}", office(lead)),
        None => format!("log the {name}"),
    }
}

/// Puts whole names where the beginning of one was typed.
fn expand(text: &str, eye: &Eye<'_>) -> Result<String, String> {
    let words = text.split(' ').map(|word| match (word.strip_prefix('#'), word.strip_prefix('@')) {
        (Some(theme), _) => capture_offers::whole_theme(theme, eye).map(|theme| format!("#{theme}")),
        (_, Some(official)) => capture_offers::whole_official(official, eye).map(|official| format!("@{official}")),
        _ => Ok(word.to_owned()),
    });
    Ok(words.collect::<Result<Vec<_>, _>>()?.join(" "))
}
