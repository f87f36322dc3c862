//! The items of a statement as they are pasted or handed in, a line each: `? which shelters #women`, `! ratify the protocol`.

use super::parse;
use crate::dialogue::{Action, Command, Refusal, RefusalCode, Sort};
use crate::language::print::log_verb;
use crate::review::{Ms, Review};

/// The sort of a line by the sign before its words, else this one, and the words. What marks it as one of a list falls away.
pub fn item_line(line: &str, otherwise: Sort) -> (Sort, &str) {
    let line = line.trim().trim_start_matches(['-', '•', '*', '–']).trim_start();
    let signs = [('?', Sort::Question), ('!', Sort::Recommendation), ('+', Sort::Commendation), ('.', Sort::Comment)];
    signs.into_iter().find_map(|(sign, sort)| Some((sort, line.strip_prefix(sign)?))).unwrap_or((otherwise, line))
}

/// All items of a text, each an [`Action::Log`]; a line without a sign is a question.
///
/// # Errors
/// The first line that is no item refuses all; the sentence names every such line.
pub fn items(text: &str, review: &Review) -> Result<Vec<Action>, Refusal> {
    let (mut items, mut wrong) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (sort, words) = item_line(line, Sort::Question);
        match parse(&format!("{} {words}", log_verb(sort)), review) {
            Ok(Command { action, ago: Ms::ZERO }) => items.push(action),
            Ok(_) => wrong.push((at, Refusal::new(RefusalCode::Usage, "An item of a list has no ago= of its own"))),
            Err(refusal) => wrong.push((at, refusal)),
        }
    }
    match wrong.first() {
        None => Ok(items),
        Some((_, first)) => {
            let lines: Vec<String> = wrong.iter().map(|(at, refusal)| format!("line {}: {}", at + 1, refusal.sentence)).collect();
            let sentence = match lines.as_slice() {
                [one] => one.clone(),
                several => format!("{} lines cannot be taken\n{}", several.len(), several.join("\n")),
            };
            Err(Refusal::new(first.code, sentence))
        }
    }
}
