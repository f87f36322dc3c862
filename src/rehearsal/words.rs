//! What is said in a rehearsal: a theme of the review and general words on it, and nobody's.

use super::dice::Dice;
use crate::dialogue::{Action, Said, Sort, State, Text};
use crate::review::Theme;

/// So often in a hundred.
const SORTS: [(usize, Sort); 3] = [(22, Sort::Question), (13, Sort::Commendation), (9, Sort::Comment)];

/// Each follows the name of a theme and a colon, so that it is a sentence with any.
const QUESTIONS: [&str; 6] = [
    "what steps are planned before the next review?",
    "which body follows up, and with what means?",
    "how are those concerned consulted?",
    "what has been learned so far from the measures taken?",
    "by when will the announced measures be in place?",
    "which difficulties remain?",
];
const RECOMMENDATIONS: [&str; 8] = [
    "strengthen the measures taken",
    "continue the efforts made",
    "adopt a timetable for further steps",
    "publish figures regularly",
    "provide training and means",
    "consult those concerned on further steps",
    "review the legislation",
    "report on progress at midterm",
];
const COMMENTS: [&str; 3] =
    ["was raised in the previous review too", "information is still incomplete", "this remains a challenge for many States"];
const COMMENDATIONS: [&str; 3] = ["progress is welcomed", "the steps taken are noted with appreciation", "the national plan is commended"];

/// Something said, under a theme where the review has any, most often with the official whose theme it is.
pub(super) fn item(state: &State, dice: &mut Dice) -> Action {
    let sort = sort(dice);
    let phrases: &[&str] = match sort {
        Sort::Question => &QUESTIONS,
        Sort::Recommendation => &RECOMMENDATIONS,
        Sort::Comment => &COMMENTS,
        Sort::Commendation => &COMMENDATIONS,
    };
    let phrase = dice.pick(phrases).copied().unwrap_or_default();
    let theme = dice.pick(&state.review.themes);
    let subject = theme.map_or("In general", |theme| theme.name.as_str());
    let names_official = dice.chance(60);
    let official = theme.filter(|_| sort == Sort::Question && names_official).and_then(|theme| responsible(state, &theme.id));
    let said = Said {
        text: format!("{subject}: {phrase}").into(),
        themes: theme.map(|theme: &Theme| Text::from(theme.id.as_str())).into_iter().collect(),
        officials: official.into_iter().collect(),
    };
    Action::Log { sort, said, by: Vec::new(), turn: None, repeats: None }
}

fn sort(dice: &mut Dice) -> Sort {
    let drawn = usize::try_from(dice.between(0, 99)).unwrap_or(0);
    let mut below = 0;
    let found = SORTS.iter().find(|(often, _)| {
        below += often;
        drawn < below
    });
    found.map_or(Sort::Recommendation, |(_, sort)| *sort)
}

/// The official who answers a theme.
pub(super) fn responsible(state: &State, theme: &str) -> Option<Text> {
    let official = state.review.officials.iter().find(|official| official.themes.iter().any(|own| own == theme))?;
    Some(Text::from(official.id.as_str()))
}
