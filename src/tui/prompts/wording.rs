//! What stands around a line: its title, and its keys at the foot.

use super::{Drafts, exports};
use crate::dialogue::ItemNo;
use crate::tui::input::{Eye, in_words};
use crate::tui::ui::{Prompt, Purpose};
use crate::tui::widgets::times;

/// What the line is for, and what it is about.
pub(super) fn title(prompt: &Prompt, drafts: &Drafts, eye: &Eye<'_>) -> String {
    match &prompt.purpose {
        Purpose::Command => "command".to_owned(),
        Purpose::Find => "find a speaker or an item".to_owned(),
        Purpose::Inscribe => "inscribe".to_owned(),
        Purpose::Capture => drafts.title(prompt, eye),
        Purpose::Amend(item) => format!("edit {}", named(&[*item], eye)),
        Purpose::Filter(_) => "which items are shown".to_owned(),
        Purpose::FilterRecords(_) => "which records are shown".to_owned(),
        Purpose::Decline(items) => format!("will not be answered: {}", named(items, eye)),
        Purpose::Position(items) => format!("{} says of {}", eye.state_under_review(), named(items, eye)),
        Purpose::Theme(items) => format!("themes of {}", named(items, eye)),
        Purpose::Split(item) => format!("a second item out of {}", named(&[*item], eye)),
        Purpose::Turn(items) => format!("said in another turn: {}", named(items, eye)),
        Purpose::Lead(items) => format!("who answers: {}", named(items, eye)),
        Purpose::Support(items) => format!("who adds to the answer: {}", named(items, eye)),
        Purpose::Pass => format!("{}: who speaks · {}", eye.state_under_review(), times::to_the_second((eye.wall)(prompt.opened))),
        Purpose::Time(entry) => {
            let name = eye.state().entries.get(*entry).map_or_else(|| entry.to_string(), |entry| eye.entry_name(entry));
            format!("own time of {name}")
        }
        Purpose::Order => format!("point of order · {}", times::to_the_second((eye.wall)(prompt.opened))),
        Purpose::Ruling => {
            let whose = eye.ruled_upon().map(|turn| eye.turn_name(turn)).unwrap_or_default();
            format!("the chair's ruling on the point of order of {whose}")
        }
        Purpose::Retype => {
            let whose = eye.state().speaking().map(|turn| eye.turn_name(turn)).unwrap_or_default();
            format!("of another kind: {whose}")
        }
        Purpose::Arrange => "order the whole list: a letter, a State, or lots".to_owned(),
        Purpose::Divide => "divide what is left".to_owned(),
        Purpose::Export(places) => exports::title(places),
        Purpose::PutRight(reading) => format!("line {}, put right", reading.number),
    }
}

/// One item with its words, several by their numbers.
fn named(items: &[ItemNo], eye: &Eye<'_>) -> String {
    match items {
        [one] => eye.state().item(*one).map_or_else(|| one.to_string(), |item| eye.item_name(item)),
        several => format!("{} items, {}", several.len(), in_words(several)),
    }
}

/// The keys of a line, in a few words.
pub fn footer(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Command => "Enter do it   Tab complete   ↑↓ earlier lines   Esc close",
        Purpose::Find | Purpose::Inscribe => "Enter take it   ↑↓ choose   Esc close",
        Purpose::Capture => "Enter log  Tab take  # @ open  Ctrl-r earlier  ↑ last item  Esc keep draft",
        Purpose::Amend(_) => "Enter put right   Tab theme, official   by= turn= at the end   Esc no change",
        Purpose::Split(_) => "Enter split   Tab theme, official   Esc no change",
        Purpose::Filter(_) => "fra torture open  #theme @official ? ! + .  by:theme by:official  Esc back",
        Purpose::FilterRecords(_) => "clerk   next   germany   torture   412   undone   replaced   Enter leave it so   Esc as it was",
        Purpose::Decline(_) => "Enter decline, with the reason if one is given   Esc close",
        Purpose::Position(_) => "a letter takes it   Esc close",
        Purpose::Theme(_) => "Enter set them   Tab complete   Esc no change",
        Purpose::Turn(_) => "a number or a name   Enter take it   ↑↓ choose   Esc close",
        Purpose::Lead(_) | Purpose::Support(_) => "a letter takes its official   space searches   Tab reason   Esc close",
        Purpose::Pass => "a letter takes its official   space searches   Esc close",
        Purpose::Order | Purpose::Retype | Purpose::Arrange => "Enter take it   ↑↓ choose   Esc close",
        Purpose::Ruling => "1 upheld   2 dismissed   3 noted   then words, or Enter   Esc close",
        Purpose::Divide => "Enter apply   ↑↓ choose, or type a time: 1:30, 90s, 2m   Esc close",
        Purpose::PutRight(_) => "Enter take it so   Tab complete   ↑↓ choose   Esc as it was",
        Purpose::Export(_) => "Enter write it   ↑↓ choose, or type its name   Esc close",
        Purpose::Time(_) => "Enter set it: 1:30, 90s, 2m   Esc close",
    }
}
