//! Items in words, and under their themes: the same in every document.

use super::Telling;
use super::markdown::plain;
use super::telling::word;
use crate::dialogue::{Item, ItemStatus, Sort};
use crate::language::outside_turns;

/// Items under the first of their themes, in the order of the review; those without one come last.
pub(super) fn by_theme<'a>(telling: &Telling<'_>, items: Vec<&'a Item>) -> Vec<(String, Vec<&'a Item>)> {
    let themes = &telling.state.review.themes;
    let place = |item: &Item| item.themes.first().and_then(|theme| themes.iter().position(|known| *known.id == **theme));
    let named = themes.iter().enumerate().map(|(at, theme)| (Some(at), plain(&theme.name)));
    let groups = named.chain([(None, "Without a theme".to_owned())]);
    let under = |at| items.iter().copied().filter(|item| place(item) == at).collect::<Vec<_>>();
    groups.map(|(at, name)| (name, under(at))).filter(|(_, items)| !items.is_empty()).collect()
}

/// Who said what when: `**4** Question of France, 09:12:31, turn 3: which law…`; what was handed in beforehand has no time of day.
pub(super) fn said(telling: &Telling<'_>, item: &Item) -> String {
    let sort = match item.sort {
        Sort::Question => "Question",
        Sort::Recommendation => "Recommendation",
        Sort::Comment => "Comment",
        Sort::Commendation => "Commendation",
    };
    let authors = plain(&telling.state.review.names(&telling.state.authors(item)));
    let of = if authors.is_empty() { String::new() } else { format!(" of {authors}") };
    let when =
        item.turn.map_or(outside_turns(item, telling.state).to_owned(), |turn| format!("{}, turn {turn}", telling.at(item.at, "%H:%M:%S")));
    let others: Vec<String> = item.themes.iter().skip(1).map(|theme| theme_name(telling, theme)).collect();
    let others = if others.is_empty() { String::new() } else { format!(" (also: {})", others.join(", ")) };
    format!("**{}** {sort}{of}, {when}: {}{others}", item.number, plain(&item.text))
}

fn theme_name(telling: &Telling<'_>, id: &str) -> String {
    plain(telling.state.review.theme(id).map_or(id, |theme| theme.name.as_str()))
}

/// What came of it: `– answered 09:40:02 by the Minister of Justice, turn 9`.
pub(super) fn became(telling: &Telling<'_>, item: &Item) -> String {
    let office = |id: Option<&str>| plain(&telling.office(id));
    let by = item.answer.as_ref().and_then(|answer| answer.by.as_deref());
    let by_whom = by.map_or(String::new(), |by| format!(" by {}", office(Some(by))));
    let mut parts = Vec::new();
    match item.status {
        ItemStatus::Noted if item.needs_official() => parts.push("given to nobody".to_owned()),
        ItemStatus::Noted => {}
        ItemStatus::Assigned => parts.push(format!("waits for {}", office(item.lead.as_deref()))),
        ItemStatus::Answered => {
            let at = item.answer.as_ref().map_or(String::new(), |answer| format!(" {}", telling.at(answer.at, "%H:%M:%S")));
            let turn = item.answer.as_ref().and_then(|answer| answer.turn).map_or(String::new(), |turn| format!(", turn {turn}"));
            parts.push(format!("answered{at}{by_whom}{turn}"));
        }
        ItemStatus::Written => parts.push(format!("to be answered in writing{by_whom}")),
        ItemStatus::Declined => parts.push("not answered".to_owned()),
    }
    if !item.support.is_empty() && item.status != ItemStatus::Noted {
        parts.push(format!("with {}", item.support.iter().map(|id| office(Some(id))).collect::<Vec<_>>().join(", ")));
    }
    // What was said when it was handed on says nothing once it is answered or handed back.
    if let (Some(why), ItemStatus::Assigned | ItemStatus::Declined) = (&item.why, item.status) {
        parts.push(plain(why));
    }
    parts.extend(repeats(telling, item));
    if item.sort == Sort::Recommendation {
        parts.push(word(&item.position));
    }
    if parts.is_empty() { String::new() } else { format!("– {}", parts.join("; ")) }
}

/// `repeats 125.34 (Norway)`, with who made the recommendation of the review before this one.
pub(super) fn repeats(telling: &Telling<'_>, item: &Item) -> Option<String> {
    let number = item.repeats.as_ref()?;
    let review = &telling.state.review;
    let earlier = review.earlier.iter().find(|earlier| *earlier.number == **number);
    let of = earlier.map_or(String::new(), |earlier| format!(" ({})", plain(&review.names(&earlier.delegations))));
    Some(format!("repeats {}{of}", plain(number)))
}
