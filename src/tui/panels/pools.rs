//! The pools of time: what each still has.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::dialogue::PoolFigures;
use crate::review::Speaker;
use crate::tui::theme::Theme;
use crate::tui::view::View;
use crate::tui::widgets::{Strip, gauge, times};

/// The widest figure, `140:00`.
const FIGURE: u16 = 6;

/// A row for each pool: name, bar where there is room, what is left.
pub fn pools(view: &View, buf: &mut Buffer, area: Rect) {
    let modalities = &view.state.review.modalities;
    for (row, pool) in (0..area.height).zip(&modalities.pools) {
        let Some(figures) = view.state.pool(&pool.name, view.now) else { continue };
        let mut strip = Strip::new(buf, area, row);
        figure(&mut strip, &times::countdown(figures.left), times::is_over(figures.left), view.theme);
        if area.width < 44 {
            strip.skip_right(1).put(&name_of(view, &pool.name), view.theme.dim);
            continue;
        }
        strip.field(&name_of(view, &pool.name), area.width / 4, view.theme.dim).skip(1);
        let bar = Rect { x: strip.column(), y: area.y + row, width: strip.room().saturating_sub(1), height: 1 };
        gauge(buf, bar, figures.used, figures.total, spent(view, figures), view.theme.rest);
    }
}

/// A time at the right end, with the word that says what it is.
pub fn figure(strip: &mut Strip, time: &str, over: bool, theme: &Theme) {
    strip.put_right(if over { " over" } else { " left" }, theme.dim);
    strip.number_right(time, FIGURE, if over { theme.over } else { theme.who });
}

fn spent(view: &View, figures: PoolFigures) -> Style {
    if times::is_over(figures.left) { view.theme.over } else { view.theme.dim }
}

/// The State under review's pool carries its name, as the room says it.
fn name_of(view: &View, pool: &str) -> String {
    let modalities = &view.state.review.modalities;
    let mut drawing = modalities.kinds.iter().filter(|kind| kind.pool.as_deref() == Some(pool)).peekable();
    let answers = drawing.peek().is_some() && drawing.all(|kind| kind.speaker == Speaker::StateUnderReview);
    if answers { view.names(&[view.state.review.state_under_review]) } else { pool.replace('-', " ") }
}
