//! The pools of time and the time banks of groups: what each still has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::dialogue::{Bank, State};
use crate::review::{Code, Ms};
use crate::tui::theme::Theme;
use crate::tui::view::View;
use crate::tui::widgets::{Strip, columns_of, gauge, times};

/// The widest figure, `140:00`.
const FIGURE: u16 = 6;

/// A pool or a bank, as it is drawn.
struct Store {
    name: String,
    /// In place of a name that does not fit.
    code: Option<Code>,
    used: Ms,
    total: Ms,
    left: Ms,
}

impl Store {
    /// The name, or the code where only that fits.
    fn name_in(&self, columns: u16) -> &str {
        match &self.code {
            Some(code) if columns_of(&self.name) > columns => code.as_str(),
            _ => &self.name,
        }
    }
}

/// A row for each pool: name, bar where there is room, what is left. In the rows after them the banks: first those of whoever speaks or
/// is called, then those that are overdrawn, then the others.
pub fn pools(view: &View, buf: &mut Buffer, area: Rect) {
    let pools = view.state.review.modalities.pools.iter().filter_map(|pool| {
        let figures = view.state.pool(&pool.name, view.now)?;
        let name = view.pool_name(&pool.name);
        let code = view.state.review.state_under_review;
        let code = (name == view.names(&[code])).then_some(code);
        Some(Store { name, code, used: figures.used, total: figures.total, left: figures.left })
    });
    for (row, store) in (0..area.height).zip(pools.chain(banks(view))) {
        draw(view, buf, Rect { y: area.y + row, height: 1, ..area }, &store);
    }
}

fn draw(view: &View, buf: &mut Buffer, area: Rect, store: &Store) {
    let (theme, over) = (view.theme, times::is_over(store.left));
    let mut strip = Strip::new(buf, area, 0);
    figure(&mut strip, &times::countdown(store.left), over, theme);
    if area.width < 44 {
        strip.skip_right(1);
        strip.put(store.name_in(strip.room()), theme.dim);
        return;
    }
    let columns = area.width / 4;
    strip.field(store.name_in(columns), columns, theme.dim).skip(1);
    let bar = Rect { x: strip.column(), width: strip.room().saturating_sub(1), ..area };
    gauge(buf, bar, store.used, store.total, if over { theme.over } else { theme.dim }, theme.rest);
}

/// A time at the right end, with the word that says what it is.
pub fn figure(strip: &mut Strip, time: &str, over: bool, theme: &Theme) {
    strip.put_right(if over { " over" } else { " left" }, theme.dim);
    strip.number_right(time, FIGURE, if over { theme.over } else { theme.who });
}

fn banks(view: &View) -> Vec<Store> {
    let state = view.state;
    let now: Vec<&str> = on_the_floor(state).iter().filter_map(|code| state.review.delegation(*code)?.group.as_deref()).collect();
    let groups = state.review.modalities.groups.iter().filter_map(|group| Some((group.name.as_str(), state.bank(&group.name, view.now)?)));
    let mut banks: Vec<(&str, Bank)> = groups.collect();
    banks.sort_by_key(|(name, bank)| (!now.contains(name), bank.left() >= Ms::ZERO));
    let store = |(name, bank): (&str, Bank)| {
        let total = bank.total + bank.extra;
        Store { name: name.to_owned(), code: None, used: bank.used, total, left: bank.left() }
    };
    banks.into_iter().map(store).collect()
}

/// Who speaks, else who is called.
fn on_the_floor(state: &State) -> &[Code] {
    let speaking = state.speaking().map(|turn| &*turn.delegations);
    speaking.or_else(|| state.called().map(|entry| &*entry.delegations)).unwrap_or_default()
}
