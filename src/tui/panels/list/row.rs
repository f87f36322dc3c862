//! One entry of the list. What says when it speaks stands at the right, in columns that never move.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dialogue::{Entry, EntryStatus};
use crate::review::{Allotment, Delegation, Kind, Ms};
use crate::tui::view::View;
use crate::tui::widgets::{Strip, choose, columns_of, times};

/// The columns of a name that a word may never take.
const NAME: u16 = 8;

/// An entry where it stands.
pub struct Place<'a> {
    /// Its place, counted from 0.
    pub at: usize,
    /// The entry.
    pub entry: &'a Entry,
    /// Whether it speaks next.
    pub next: bool,
    /// Whether it is reached before the meeting ends.
    pub reached: bool,
}

/// Draws it.
pub fn draw(view: &View, buf: &mut Buffer, area: Rect, place: &Place) {
    let (theme, entry) = (view.theme, place.entry);
    let style = match entry.status {
        EntryStatus::Aside => theme.dim,
        _ if place.next => theme.next,
        _ => Style::new(),
    };
    let first = entry.delegations.first().and_then(|code| view.state.review.delegation(*code));
    let mut strip = Strip::new(buf, area, 0);
    strip.put(if place.next { "▸ " } else { "  " }, theme.accent).number(&entry.number.0.to_string(), 3, style);
    strip.put(if entry.by_hand { "↕" } else { " " }, theme.dim).skip_right(1);
    when(view, &mut strip, place, style, area.width);
    if area.width >= 54 {
        columns(view, &mut strip, first, area.width);
    }
    words(view, &mut strip, entry);
    strip.put(&name(view, entry, strip.room()), style);
    if view.scene.ui.entry == Some(entry.number) || view.scene.ui.swap == Some(entry.number) {
        choose(buf, area, theme.selected);
    }
}

/// What it gets and when; or why that cannot be said; while a division is looked at, what it gets now and then.
fn when(view: &View, strip: &mut Strip, place: &Place, style: Style, columns: u16) {
    let (entry, theme) = (place.entry, view.theme);
    let expected = view.expected(place.at, entry.number);
    let allotted = expected.and_then(|expected| expected.allotted).or(entry.time);
    let shown = allotted.map(times::count_up).unwrap_or_default();
    if let (Some(then), true) = (divided(view, entry), columns >= 32) {
        let then = times::count_up(then);
        strip.field_right(&then, 5, theme.accent).put_right(" → ", theme.dim).number_right(&shown, 5, style);
        return;
    }
    if !place.reached && columns >= 32 && entry.status == EntryStatus::Waiting {
        strip.number_right("not reached", 12, theme.warning).skip_right(1);
        return;
    }
    let time = match entry.status {
        EntryStatus::Aside => "aside".to_owned(),
        _ => expected.and_then(|expected| expected.at).map(|at| view.time_of_day(at)).unwrap_or_default(),
    };
    if columns >= 26 {
        strip.number_right(&time, 5, style).skip_right(2);
    }
    if columns >= 32 {
        strip.number_right(&shown, 5, style).skip_right(1);
    }
}

/// What the division that is looked at would give it; absent where it has a time of its own.
fn divided(view: &View, entry: &Entry) -> Option<Ms> {
    let (member, observer) = view.preview()?.each?;
    let by_ladder = view.state.kind(&entry.kind).is_some_and(|kind| kind.time == Allotment::Ladder);
    (entry.time.is_none() && by_ladder).then_some(if entry.member { member } else { observer })
}

/// The regional group, and member or observer of the Council, each in columns of its own.
fn columns(view: &View, strip: &mut Strip, delegation: Option<&Delegation>, width: u16) {
    let council = delegation.map_or("", |delegation| if delegation.council_member { "member" } else { "observer" });
    let group = delegation.and_then(|delegation| delegation.group.as_deref()).unwrap_or_default();
    let group_columns = if width >= 76 { 16 } else { 7 };
    let initials = initials(group);
    let group = if columns_of(group) > group_columns { &initials } else { group };
    strip.skip_right(1);
    strip.field_right(council, 8, view.theme.dim);
    strip.skip_right(1);
    strip.field_right(group, group_columns, view.theme.dim);
    strip.skip_right(1);
}

/// A group as the United Nations shortens it: `Eastern European` is EEG, `Asia-Pacific` APG.
fn initials(group: &str) -> String {
    let words = group.split(|letter: char| !letter.is_alphanumeric()).filter_map(|word| word.chars().next());
    words.chain(['G']).collect::<String>().to_uppercase()
}

/// What is special about an entry. The first sort of words may take the end of a long name, the second only what the name leaves free.
fn words(view: &View, strip: &mut Strip, entry: &Entry) {
    let urgent = urgent(view, entry).join(" · ");
    let columns = columns_of(&urgent).min(strip.room().saturating_sub(NAME + 1));
    if columns > 2 {
        strip.field_right(&urgent, columns, view.theme.accent).skip_right(1);
    }
    let name = columns_of(&name(view, entry, strip.room()));
    for word in quiet(entry) {
        if strip.room() > name + columns_of(word) {
            strip.put_right(word, view.theme.dim).skip_right(1);
        }
    }
}

fn urgent(view: &View, entry: &Entry) -> Vec<String> {
    let ui = &view.scene.ui;
    let mut words = Vec::new();
    if let Some(moved) = ui.moved.iter().find(|moved| moved.entry == entry.number) {
        words.push(format!("{} was {}", if moved.to < moved.from { "↑" } else { "↓" }, moved.from));
    }
    if let Some(first) = ui.swap
        && (first == entry.number || ui.entry == Some(entry.number))
    {
        words.push("swap".to_owned());
    }
    match &*entry.kind {
        Kind::STATEMENT => {}
        kind => {
            let name = view.kind_name(kind);
            // A joint statement, a video statement: in a list of statements one word will do.
            words.push(name.strip_suffix(" statement").map_or_else(|| name.clone(), str::to_owned));
        }
    }
    if entry.absences > 0 {
        words.push("absent".to_owned());
    }
    if entry.late.is_some() {
        words.push("late".to_owned());
    }
    words
}

fn quiet(entry: &Entry) -> impl Iterator<Item = &'static str> {
    let own = entry.time.is_some().then_some("own");
    let by_hand = entry.by_hand.then_some("by hand");
    own.into_iter().chain(by_hand)
}

/// Who: all names where they fit, else the first and how many more.
fn name(view: &View, entry: &Entry, columns: u16) -> String {
    let names = view.names(&entry.delegations);
    let [first, rest @ ..] = &*entry.delegations else { return names };
    if rest.is_empty() || columns_of(&names) <= columns {
        return names;
    }
    let (first, more) = (view.names(std::slice::from_ref(first)), rest.len());
    let in_words = format!("{first} and {more} more");
    if columns_of(&in_words) <= columns { in_words } else { format!("{first} +{more}") }
}
