//! While the State under review speaks: what the official at the microphone is to answer, by theme, and what nobody has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dialogue::{Item, ItemNo, ItemStatus, Pass};
use crate::tui::view::{View, needs_official};
use crate::tui::widgets::{Edge, Pane, Strip, times};

/// Who speaks for the State under review, while it has the floor; their part may not have a name yet.
pub fn who_answers<'a>(view: &'a View) -> Option<&'a Pass> {
    let turn = view.state.speaking().filter(|turn| view.state.answers(&turn.kind))?;
    turn.passes.last()
}

/// A row of the panel.
enum Row<'a> {
    Theme(&'a str),
    Item(&'a Item),
    Nobody,
    Nothing(&'static str),
}

/// Draws the panel.
pub fn answers(view: &View, pass: &Pass, buf: &mut Buffer, area: Rect, edge: Edge) {
    let theme = view.theme;
    let official = pass.official.as_deref();
    let load = official.map(|id| view.state.load(id, view.now)).unwrap_or_default();
    let name = official.map_or("Official not yet known", |id| view.office(id));
    let open = format!("· {} open of {}", load.open, load.open + load.answered);
    let pool = view.state.speaking().map(|turn| view.state.clock(turn, view.now).allotted).unwrap_or_default();
    let spoken = format!("{} of {}", times::count_up(load.spoken), times::count_up(pool));
    let keys = keys(view);
    let rows = rows(view, official);
    let hidden = rows.len().saturating_sub(usize::from(area.height.saturating_sub(2)));
    let more = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let pane = Pane {
        edge,
        style: theme.focus,
        title: &[(name, theme.panel), (&open, Style::new())],
        corner: (if official.is_some() { &spoken } else { "" }, Style::new()),
        foot: [(&keys, theme.dim), (&more, theme.dim)],
    };
    let inside = pane.draw(buf, area);
    let target = answered_next(view, official);
    for (row, line) in (0..inside.height).zip(&rows) {
        let place = Rect { y: inside.y + row, height: 1, ..inside };
        match line {
            Row::Theme(name) => {
                Strip::new(buf, place, 0).put(" ", theme.theme).put(name, theme.theme);
            }
            Row::Item(item) => self::item(view, buf, place, item, target == Some(item.number)),
            Row::Nothing(sentence) => {
                Strip::new(buf, place, 0).put(" ", theme.dim).put(sentence, theme.dim);
            }
            Row::Nobody => {
                let mut strip = Strip::new(buf, place, 0);
                strip.put("─ ", theme.border).put("nobody has these", theme.to_assign).put(" ", theme.border).fill('─', theme.border);
            }
        }
    }
}

/// The official's open items under their themes, in the order of the review; then what is still to be assigned.
fn rows<'a>(view: &'a View, official: Option<&str>) -> Vec<Row<'a>> {
    let own: Vec<&Item> = view.state.items.iter().filter(|item| official.is_some_and(|id| is_open_for(item, id))).collect();
    let mut rows = Vec::new();
    let themes = view.state.review.themes.iter().map(|theme| (Some(theme.id.as_str()), theme.name.as_str()));
    for (id, name) in themes.chain([(None, "other")]) {
        let mut under = own.iter().filter(|item| item.themes.first().map(|theme| &**theme) == id).peekable();
        if under.peek().is_some() {
            rows.push(Row::Theme(name));
            rows.extend(under.map(|item| Row::Item(item)));
        }
    }
    if own.is_empty() {
        rows.push(Row::Nothing(if official.is_some() {
            "nothing open"
        } else {
            "name the official who speaks, and what they have to answer stands here"
        }));
    }
    let nobody: Vec<Row> = view.state.items.iter().filter(|item| needs_official(item)).map(Row::Item).collect();
    if !nobody.is_empty() {
        rows.push(Row::Nobody);
        rows.extend(nobody);
    }
    rows
}

fn is_open_for(item: &Item, official: &str) -> bool {
    let adds = item.support.iter().any(|id| &**id == official);
    item.status == ItemStatus::Assigned && (item.lead.as_deref() == Some(official) || adds)
}

/// What the key for an answer would mark: the selected item, else the oldest that this official has.
fn answered_next(view: &View, official: Option<&str>) -> Option<ItemNo> {
    let oldest = || view.state.items.iter().find(|item| official.is_some_and(|id| is_open_for(item, id)));
    view.scene.ui.item.or_else(|| oldest().map(|item| item.number))
}

fn item(view: &View, buf: &mut Buffer, area: Rect, item: &Item, target: bool) {
    let (sign, style) = view.sign(item.sort);
    let mut strip = Strip::new(buf, area, 0);
    strip.skip_right(1).put(if target { " ▸" } else { "  " }, view.theme.accent);
    strip.number(&item.number.to_string(), 4, view.theme.dim).skip(1).field(&view.authors(item), 4, Style::new()).put(sign, style).skip(1);
    if needs_official(item)
        && let Some(official) = view.suggested(item)
    {
        strip.put_right_sparing(20, &format!(" suggests {}", view.handle(official)), view.theme.accent);
    }
    strip.put(&item.text, Style::new());
    if view.scene.ui.item == Some(item.number) {
        buf.set_style(area, view.theme.selected);
    }
}

/// The keys that belong to answering, where they do something now.
fn keys(view: &View) -> String {
    let of_answering = view.scene.hints.iter().filter(|hint| matches!(hint.key.as_str(), "c" | "r" | "v"));
    of_answering.map(|hint| format!("{} {}", hint.key, hint.does)).collect::<Vec<_>>().join("   ")
}
