//! The list of speakers: who is next, and when each one is reached. The number shown is the entry's own, which never changes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::window;
use crate::dialogue::{Allotments, Entry, EntryStatus, Status};
use crate::review::Delegation;
use crate::tui::ui::Focus;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, choose, clear, columns_of, times};

/// Draws the panel. In its lower edge stands what must be known of the list, unless something else is more important.
pub fn list(view: &View, buf: &mut Buffer, area: Rect, edge: Edge, instead: Option<(&str, Style)>) {
    let theme = view.theme;
    let name = if area.width < 50 { "List" } else { "List of speakers" };
    let over = view.state.status == Status::Adjourned;
    let open = if view.state.list_is_open(view.now) && !over { "open" } else { "closed" };
    let waiting = view.state.listed().filter(|entry| entry.status == EntryStatus::Waiting).count();
    let aside = view.listed - waiting;
    let word = if over { "not reached" } else { "waiting" };
    let waiting = if aside > 0 { format!("· {waiting} {word} · {aside} aside") } else { format!("· {waiting} {word}") };
    let each = view.state.allotments.map(each_gets).unwrap_or_default();
    let rows = usize::from(area.height.saturating_sub(2));
    let more = view.listed.saturating_sub(rows);
    let more = if more > 0 { format!("{more} more") } else { String::new() };
    let pane = Pane {
        edge,
        style: if view.scene.ui.focus == Focus::List { theme.focus } else { theme.border },
        title: &[(name, theme.panel), (open, Style::new()), (&waiting, Style::new()), (&each, Style::new())],
        corner: ("", Style::new()),
        foot: [instead.unwrap_or((view.state.review.speakers_note.as_deref().unwrap_or_default(), theme.dim)), (&more, theme.dim)],
    };
    let inside = pane.draw(buf, area);
    if view.listed == 0 {
        Strip::new(buf, inside, 0).put(if over { "  everyone was reached" } else { "  nobody waits; i inscribes" }, theme.dim);
        return;
    }
    let selected = view.scene.ui.entry.and_then(|entry| view.state.place_of(entry)).map(|place| place - 1);
    let first = view.state.first_waiting().filter(|_| !over);
    let next = first.map(|entry| entry.number);
    let from = window(usize::from(inside.height), selected);
    let shown = view.state.listed().enumerate().skip(from);
    for (row, (at, entry)) in (0..inside.height).zip(shown) {
        self::entry(view, buf, Rect { y: inside.y + row, height: 1, ..inside }, at, entry, next == Some(entry.number));
    }
    // Who is next stays in sight however far the selection is.
    let place = first.and_then(|entry| Some((view.state.place_of(entry.number)? - 1, entry)));
    if let Some((at, entry)) = place.filter(|(at, _)| *at < from && inside.height > 1) {
        let first = Rect { height: 1, ..inside };
        clear(buf, first);
        self::entry(view, buf, first, at, entry, true);
    }
}

/// `1:21 each`, or both figures where members of the Council have more.
fn each_gets(allotments: Allotments) -> String {
    let (member, observer) = (times::count_up(allotments.member), times::count_up(allotments.observer));
    if member == observer { format!("· {member} each") } else { format!("· {member} members · {observer} others") }
}

/// One entry. What says when it speaks stands at the right, in columns that never move.
fn entry(view: &View, buf: &mut Buffer, area: Rect, at: usize, entry: &Entry, next: bool) {
    let theme = view.theme;
    let style = if next { theme.next } else { Style::new() };
    let expected = view.expected(at, entry.number);
    let time = expected.and_then(|expected| expected.at).map(|at| view.time_of_day(at)).unwrap_or_default();
    let allotted = expected.and_then(|expected| expected.allotted).or(entry.time).map(times::count_up).unwrap_or_default();
    let first = entry.delegations.first().and_then(|code| view.state.review.delegation(*code));
    let number = entry.number.0.to_string();
    let mut strip = Strip::new(buf, area, 0);
    strip.put(if next { "▸ " } else { "  " }, theme.accent).number(&number, 3, style).skip(1).skip_right(1);
    if area.width >= 26 {
        strip.number_right(&time, 5, style).skip_right(2);
    }
    if area.width >= 32 {
        strip.number_right(&allotted, 5, style).skip_right(1);
    }
    if area.width >= 54 {
        columns(view, &mut strip, first, area.width);
    }
    let status = status_of(view, entry);
    strip.put_right_sparing(8, &status, theme.accent).skip_right(u16::from(!status.is_empty()));
    strip.put(&view.names(&entry.delegations), style);
    if view.scene.ui.entry == Some(entry.number) {
        choose(buf, area, theme.selected);
    }
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

/// What is special about an entry, as words.
fn status_of(view: &View, entry: &Entry) -> String {
    let mut words = Vec::new();
    if &*entry.kind != "statement" {
        words.push(view.kind_name(&entry.kind));
    }
    if entry.status == EntryStatus::Aside {
        words.push("aside".to_owned());
    }
    if entry.absences > 0 {
        words.push("absent".to_owned());
    }
    if entry.late.is_some() {
        words.push("late".to_owned());
    }
    words.join(" · ")
}

/// Who is next, for a screen that has one row for it: `▸ 38 Germany`; after the meeting how many were not reached.
pub fn next_in_words(view: &View) -> Option<String> {
    if view.state.status == Status::Adjourned {
        return Some(format!("{} not reached", view.listed));
    }
    let entry = view.state.first_waiting()?;
    Some(format!("▸ {} {}", entry.number.0, view.names(&entry.delegations)))
}
