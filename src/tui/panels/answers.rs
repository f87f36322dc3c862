//! While the State under review speaks: what the official at the microphone is to answer, by theme, and what nobody has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::window;
use crate::dialogue::{Item, ItemNo, Load, Pass};
use crate::tui::keymap::Deed;
use crate::tui::view::View;
use crate::tui::widgets::{Edge, Pane, Strip, choose, split, times};

/// Who speaks for the State under review, while it has the floor; their part may not have a name yet.
pub fn who_answers<'a>(view: &'a View) -> Option<&'a Pass> {
    let turn = view.state.speaking().filter(|turn| view.state.answers(&turn.kind))?;
    turn.passes.last()
}

/// A row of the panel.
enum Row<'a> {
    /// A theme's id, empty for what has none, and its name.
    Theme(&'a str, &'a str),
    Item(&'a Item),
    Nobody,
    Sentence(&'static str),
}

/// Draws the panel. A third of it is kept for what nobody has, so that it is never pushed out of sight.
pub fn answers(view: &View, pass: &Pass, buf: &mut Buffer, area: Rect, edge: Edge) {
    let official = pass.official.as_deref();
    let own = own(view, official);
    let nobody = nobody(view);
    let pace = pace(view);
    let high = usize::from(area.height.saturating_sub(2)).saturating_sub(usize::from(pace.is_some()));
    let kept = nobody.len().min(high / 3);
    let own_rows = own.len().min(high - kept);
    let hidden = own.len() + nobody.len() - own_rows - nobody.len().min(high - own_rows);
    let inside = frame(view, official, buf, area, edge, hidden);
    let target = answered_next(view);
    let (inside, last) = split::bottom(inside, u16::from(pace.is_some()));
    Strip::new(buf, last, 0).skip(1).put(pace.as_deref().unwrap_or_default(), view.theme.warning);
    let (above, below) = split::top(inside, split::rows(own_rows));
    for (part, rows) in [(above, &own), (below, &nobody)] {
        let selected = rows.iter().position(|row| is_selected(view, row));
        let from = window(usize::from(part.height), selected);
        for (line, row) in (0..part.height).zip(rows.iter().skip(from)) {
            write(view, buf, Rect { y: part.y + line, height: 1, ..part }, row, official, target);
        }
    }
}

fn frame(view: &View, official: Option<&str>, buf: &mut Buffer, area: Rect, edge: Edge, hidden: usize) -> Rect {
    let theme = view.theme;
    let load = official.map(|id| view.load(id)).unwrap_or_default();
    let Load { open, answered, spoken, .. } = load;
    let name = official.map_or("Official not yet known", |id| view.office(id));
    let open = if official.is_some() { format!("· {open} open of {}", open + answered) } else { String::new() };
    let kind = view.state.speaking().and_then(|turn| view.state.kind(&turn.kind));
    let pool = kind.and_then(|kind| view.state.pool(kind.pool.as_deref()?, view.now)).map(|pool| pool.total).unwrap_or_default();
    let spoken = if official.is_some() { format!("{} of {}", times::count_up(spoken), times::count_up(pool)) } else { String::new() };
    let keys = keys(view);
    let more = if hidden > 0 { format!("{hidden} more") } else { String::new() };
    let pane = Pane {
        edge,
        style: theme.focus,
        title: &[(name, theme.panel), (&open, Style::new())],
        corner: (&spoken, Style::new()),
        foot: [(&keys, theme.dim), (&more, theme.dim)],
    };
    pane.draw(buf, area)
}

/// The official's open items under their themes, in the order of the review.
fn own<'a>(view: &'a View, official: Option<&str>) -> Vec<Row<'a>> {
    let Some(official) = official else { return vec![Row::Sentence("name who speaks, and what they have to answer stands here")] };
    let own = view.state.to_answer(official);
    if own.is_empty() {
        return vec![Row::Sentence("nothing open")];
    }
    let mut rows = Vec::with_capacity(own.len() * 2);
    for under in own.chunk_by(|one, other| one.themes.first() == other.themes.first()) {
        let id = under.first().and_then(|item| item.themes.first()).map_or("", |theme| theme);
        rows.push(Row::Theme(id, view.state.review.theme(id).map_or("Without a theme", |theme| theme.name.as_str())));
        rows.extend(under.iter().map(|item| Row::Item(item)));
    }
    rows
}

fn nobody<'a>(view: &'a View) -> Vec<Row<'a>> {
    let mut waiting = view.state.items.iter().filter(|item| item.needs_official()).map(Row::Item).peekable();
    if waiting.peek().is_none() { Vec::new() } else { std::iter::once(Row::Nobody).chain(waiting).collect() }
}

/// What the key for an answer would mark: the selected item, else what this official answers next.
fn answered_next(view: &View) -> Option<ItemNo> {
    let selected = view.scene.ui.item.filter(|_| view.scene.ui.theme.is_none());
    let next = || view.state.answered_next().filter(|_| view.scene.ui.theme.is_none()).map(|item| item.number);
    selected.or_else(next)
}

fn write(view: &View, buf: &mut Buffer, area: Rect, row: &Row, official: Option<&str>, target: Option<ItemNo>) {
    let theme = view.theme;
    let mut strip = Strip::new(buf, area, 0);
    match row {
        Row::Item(item) => self::item(view, buf, area, item, official, target == Some(item.number)),
        Row::Theme(_, name) => {
            strip.skip(1).put(name, theme.theme);
        }
        Row::Sentence(words) => {
            strip.skip(1).put(words, theme.dim);
        }
        Row::Nobody => strip.put("─", theme.border).put(" nobody has these ", theme.to_assign).fill('─', theme.border),
    }
    if is_selected(view, row) {
        choose(buf, area, theme.selected);
    }
}

fn is_selected(view: &View, row: &Row) -> bool {
    match row {
        Row::Item(item) => view.scene.ui.item == Some(item.number),
        Row::Theme(id, _) => view.scene.ui.theme.as_deref() == Some(id),
        Row::Nobody | Row::Sentence(_) => false,
    }
}

/// `at this pace 9 items will not be answered`
pub fn pace(view: &View) -> Option<String> {
    match view.state.answer_pace(view.now)?.unanswered {
        0 => None,
        1 => Some("at this pace 1 item will not be answered".to_owned()),
        many => Some(format!("at this pace {many} items will not be answered")),
    }
}

fn item(view: &View, buf: &mut Buffer, area: Rect, item: &Item, official: Option<&str>, target: bool) {
    let (sign, style) = view.sign(item.sort);
    let mut strip = Strip::new(buf, area, 0);
    strip.skip_right(1).put(if target { " ▸" } else { "  " }, view.theme.accent);
    strip.number(&item.number.to_string(), 4, view.theme.dim).skip(1);
    strip.field(&view.authors(item), 4, Style::new()).skip(1).put(sign, style).skip(1);
    if let Some(lead) = item.lead.as_deref().filter(|lead| official.is_some_and(|id| id != *lead)) {
        strip.put_right_sparing(20, &format!(" adds to {}", view.handle(lead)), view.theme.dim);
    }
    if item.needs_official()
        && let Some(official) = view.suggested(item)
    {
        let handle = view.handle(official);
        let words = if area.width < 52 { format!(" → {handle}?") } else { format!(" suggests {handle}") };
        strip.put_right_sparing(12, &words, view.theme.accent);
    }
    strip.put_right_sparing(24, &view.also(item), view.theme.dim);
    strip.put(&item.text, Style::new());
}

/// The keys that belong to answering, where they do something now.
fn keys(view: &View) -> String {
    let of_answering = view.scene.hints.iter().filter(|hint| matches!(hint.deed, Deed::Answered | Deed::InWriting | Deed::Pass));
    of_answering.map(|hint| format!("{} {}", hint.key, hint.does)).collect::<Vec<_>>().join("   ")
}
