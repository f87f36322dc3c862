//! Questions with a harmless answer, which is preselected; and the first instants in which a key is no answer.

use crossterm::event::{KeyCode, KeyEvent};

use super::eye::Eye;
use super::proposal::Asked;
use crate::review::Ms;
use crate::tui::ui::Question;

/// A key pressed within this time was not meant for the question (case IS-12).
const NOT_YET: Ms = Ms(750);

/// The answer to such a key.
pub(super) const BLIND: &str = "Pressed before this could be read, and not taken as an answer: press it again";

/// What a key was to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reply {
    /// The harmless answer.
    Harmless,
    /// The other one.
    Other,
    /// None yet.
    None,
}

/// Whether a key cannot be an answer yet to what has been seen since then; nobody answers what no frame has shown.
pub(super) fn is_early(since: Option<Ms>, at: Ms) -> bool {
    since.is_none_or(|since| at - since < NOT_YET)
}

/// When keys begin to be answers to it.
pub(super) fn answers_from(since: Ms) -> Ms {
    since + NOT_YET
}

/// Moves between the answers, or gives one.
pub(super) fn reply(question: &mut Question, key: &KeyEvent) -> Reply {
    if key.code == KeyCode::Esc {
        return Reply::Harmless;
    }
    let last = question.answers.len().saturating_sub(1);
    match key.code {
        KeyCode::Enter if question.chosen == 0 => return Reply::Harmless,
        KeyCode::Enter => return Reply::Other,
        KeyCode::Left | KeyCode::Up | KeyCode::Char('h' | 'k') | KeyCode::BackTab => question.chosen = question.chosen.saturating_sub(1),
        KeyCode::Right | KeyCode::Down | KeyCode::Char('l' | 'j') => question.chosen = (question.chosen + 1).min(last),
        KeyCode::Tab => question.chosen = if question.chosen == last { 0 } else { question.chosen + 1 },
        _ => {}
    }
    Reply::None
}

/// The words of a question.
pub(super) fn words(asked: Asked, name: &str, eye: &Eye<'_>) -> Question {
    let (title, lines, answers) = match asked {
        Asked::Leave => (format!("Leave the meeting of {}?", eye.state().review.title), leaving(name, eye), ["Stay", "Leave"]),
        Asked::Adjourn => (format!("End the meeting of {}?", eye.state().review.title), adjourning(eye), ["Go on", "Adjourn"]),
        // What is asked of a list is told by the list.
        Asked::LeaveOut => return Question::default(),
        Asked::Together => return eye.together.as_ref().map(|together| together.words(eye)).unwrap_or_default(),
        Asked::GoOn => ("Go on with the last session?".to_owned(), going_on(name, eye), ["Go on", "Begin a new one"]),
    };
    Question { title, lines, answers: answers.map(str::to_owned).to_vec(), chosen: 0 }
}

fn leaving(name: &str, eye: &Eye<'_>) -> Vec<String> {
    let records = match eye.dialogue.records().len() {
        1 => "the one record is".to_owned(),
        many => format!("all {many} records are"),
    };
    let mut lines = vec![format!("Nothing is lost: {records} on the disk.")];
    if let Some(turn) = eye.state().speaking() {
        lines.push(format!("{} has the floor; the clock goes on meanwhile.", eye.turn_name(turn)));
    }
    // A row of its own, so that the whole name is seen.
    lines.extend(["It goes on from here with:".to_owned(), format!("plenary open {name}")]);
    lines
}

fn adjourning(eye: &Eye<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(turn) = eye.state().speaking() {
        lines.push(format!("{} has the floor and is ended.", eye.turn_name(turn)));
    }
    let waiting = eye.state().listed().count();
    if waiting > 0 {
        lines.push(format!("{waiting} on the list have not spoken and are not reached."));
    }
    let counts = eye.state().item_counts();
    lines.push(format!("{} items are to be assigned, {} are open.", counts.to_assign, counts.open));
    lines.push("u takes it back.".to_owned());
    lines
}

fn going_on(name: &str, eye: &Eye<'_>) -> Vec<String> {
    let state = eye.state();
    let mut lines = vec![format!("{} · {} records · {name}", state.review.title, eye.dialogue.records().len())];
    if let Some(turn) = state.speaking() {
        lines.push(format!("{} has the floor, and the clock has gone on.", eye.turn_name(turn)));
    }
    lines.push(format!("{} have spoken, {} wait. It stays as it is if you begin a new one.", state.spoken(), state.listed().count()));
    lines
}
