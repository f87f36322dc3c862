//! What is said of the list as a whole, in the edge of its panel.

use ratatui::style::Style;

use super::stop;
use crate::dialogue::{Entry, EntryStatus, Status};
use crate::review::Ms;
use crate::tui::view::View;
use crate::tui::widgets::times;

/// `open` or `closed`.
pub fn state(view: &View) -> String {
    let open = view.state.list_is_open(view.now) && view.state.status != Status::Adjourned;
    if open { "open" } else { "closed" }.to_owned()
}

/// `· 63 waiting · 2 aside`
pub fn waiting(view: &View) -> String {
    let waiting = view.state.listed().filter(|entry| entry.status == EntryStatus::Waiting).count();
    let aside = view.listed - waiting;
    let word = if view.state.status == Status::Adjourned { "not reached" } else { "waiting" };
    if aside > 0 { format!("· {waiting} {word} · {aside} aside") } else { format!("· {waiting} {word}") }
}

/// `· 1:21 each`, or both figures where members of the Council have more; while a division is looked at, what it would be instead.
pub fn each_gets(view: &View) -> String {
    let now = view.state.allotments.map(|allotments| (allotments.member, allotments.observer));
    let then = view.preview().and_then(|preview| preview.each);
    match (now, then) {
        (Some((now, all)), Some((then, each))) if now == all && then == each => {
            format!("· {} → {} each", times::count_up(now), times::count_up(then))
        }
        (Some(now), Some(then)) => format!("· {} → {}", figures(now), figures(then)),
        (Some(only), None) | (None, Some(only)) => format!("· {}", figures(only)),
        (None, None) => String::new(),
    }
}

fn figures((member, observer): (Ms, Ms)) -> String {
    let (member, observer) = (times::count_up(member), times::count_up(observer));
    if member == observer { format!("{member} each") } else { format!("{member} members · {observer} others") }
}

/// What must be known of it, and how that looks: what a swap waits for, what is special about the entry that is selected, who is not
/// reached, when the list closed, and where it comes from.
pub fn foot(view: &View) -> (String, Style) {
    let theme = view.theme;
    if let Some(words) = swap(view) {
        return (words, theme.accent);
    }
    if let Some(words) = view.scene.ui.entry.and_then(|number| view.state.entries.get(number)).and_then(|entry| special(view, entry)) {
        return (words, Style::new());
    }
    let known: Vec<String> = stop::in_words(view).into_iter().chain(list_status(view)).collect();
    if known.is_empty() {
        return (view.state.review.speakers_note.clone().unwrap_or_default(), theme.dim);
    }
    (known.join(" · "), if view.forecast.unreached.is_empty() { Style::new() } else { theme.warning })
}

/// The swap whose second entry is still to be chosen.
fn swap(view: &View) -> Option<String> {
    let first = view.state.entries.get(view.scene.ui.swap?)?;
    let second = view.scene.ui.entry.filter(|entry| *entry != first.number).and_then(|entry| view.state.entries.get(entry));
    let with = second.map_or_else(|| "…".to_owned(), |entry| view.names(&entry.delegations));
    Some(format!("swap {} with {with}", view.names(&first.delegations)))
}

/// Why an entry was admitted late, its own time, and who all speak in it.
fn special(view: &View, entry: &Entry) -> Option<String> {
    let late = entry.late.as_ref().map(|reason| format!("late: {reason}"));
    let own = entry.time.map(|time| format!("own time {}", times::count_up(time)));
    let joint = (entry.delegations.len() > 1).then(|| view.names(&entry.delegations));
    let words: Vec<String> = late.into_iter().chain(own).chain(joint).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// When it was opened or closed by hand, or closes by itself: whichever counts.
fn list_status(view: &View) -> Option<String> {
    if view.state.status == Status::Adjourned {
        return None;
    }
    let by_itself = view.state.list_closes();
    let by_hand = view.state.list_status.filter(|list| by_itself.is_none_or(|closes| closes > view.now || list.at >= closes));
    match (by_hand, by_itself) {
        (Some(list), _) => Some(format!("{} by the chair at {}", if list.open { "opened" } else { "closed" }, view.time_of_day(list.at))),
        (None, Some(closes)) => {
            let word = if closes <= view.now { "closed" } else { "closes" };
            Some(format!("{word} by itself at {}", view.time_of_day(closes)))
        }
        (None, None) => None,
    }
}
