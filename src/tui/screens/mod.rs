//! Which panels stand where on each screen, and how a screen degrades when it gets smaller.

mod delegation;
mod figures;
mod floor;
mod items;
mod log;
mod outstanding;
mod small;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::overlays;
use super::panels::{self, Inset, Standing};
use super::scene::Scene;
use super::ui::Screen;
use super::view::View;
use super::widgets::split::{bottom, rows, top};

/// Draws one frame: the open screen, and what lies over it; while the past is looked at, all of it as it was then.
pub fn draw(frame: &mut Frame, scene: &Scene) {
    match &scene.ui.past {
        Some(past) => {
            let records = past.records(scene.records);
            draw_scene(frame, &Scene { state: &past.state, now: past.at, records, saved: past.record, ..*scene });
        }
        None => draw_scene(frame, scene),
    }
}

fn draw_scene(frame: &mut Frame, scene: &Scene) {
    let area = frame.area();
    if area.is_empty() {
        return;
    }
    let view = View::of(scene);
    let standing = Standing::of(&view);
    let buf = frame.buffer_mut();
    let under = if small::is_for(area) {
        small::draw(&view, &standing, buf, area);
        area
    } else {
        let layout = Layout::of(&view, area).above(overlays::covers(&view, area));
        layout.draw_common(&view, &standing, buf);
        // What a line would come to stands beside the list, wherever it was opened.
        let screen = if view.preview().is_some() { Screen::Floor } else { scene.ui.screen };
        match screen {
            Screen::Floor => floor::draw(&view, buf, &layout),
            Screen::Items => items::draw(&view, buf, &layout),
            Screen::Delegation => delegation::draw(&view, buf, &layout),
            Screen::Figures => figures::draw(&view, buf, &layout),
            Screen::Log => log::draw(&view, buf, &layout),
            Screen::Outstanding => outstanding::draw(&view, buf, &layout),
        }
        // Last, since a long answer begins over what is above its row.
        panels::foot(&view, buf, layout.message, layout.hints);
        layout.under_floor
    };
    if let Some(cursor) = overlays::draw(&view, buf, area, under) {
        frame.set_cursor_position(cursor);
    }
}

/// What all screens have in common: the title above, the last rows, and the floor between them, always in the same place.
struct Layout {
    title: Rect,
    /// Everything between the title and the last rows.
    body: Rect,
    message: Rect,
    hints: Rect,
    /// How the floor looks at this size.
    inset: Inset,
    /// The floor, and what is left below it over the whole width.
    floor: Rect,
    under_floor: Rect,
    /// Framed panels in two columns.
    framed: bool,
}

impl Layout {
    fn of(view: &View, area: Rect) -> Layout {
        let framed = area.width >= 100 && area.height >= 30;
        let hint_rows = if area.height >= 30 { 2 } else { 1 };
        let (title, rest) = top(area, panels::title_rows(view, area.width));
        let (rest, hints) = bottom(rest, hint_rows);
        let (body, message) = bottom(rest, 1);
        let clock = match area.height {
            50.. => 7,
            44.. => 5,
            20.. => 4,
            _ => 3,
        };
        let (pools, banks) = (view.state.review.modalities.pools.len(), view.state.review.modalities.groups.len());
        let pools = rows(pools + banks.min(if framed { 3 } else { 2 }));
        let large_name = framed && area.height >= 36;
        let inset = Inset { framed, clock, large_name, pools, held: if area.height >= 40 { 2 } else { 1 } };
        let width = match area.width {
            160.. if framed => area.width * 2 / 5,
            _ if framed => (area.width / 2).max(60),
            _ => area.width,
        };
        let (floor, under_floor) = top(body, inset.rows());
        Layout { title, body, message, hints, inset, floor: Rect { width, ..floor }, under_floor, framed }
    }

    /// What a line with figures covers is left free, so that they and the list are seen to their end.
    fn above(self, covered: Option<Rect>) -> Layout {
        let Some(covered) = covered else { return self };
        let free = |area: Rect| Rect { height: area.bottom().min(covered.y).saturating_sub(area.y), ..area };
        Layout { body: free(self.body), under_floor: free(self.under_floor), ..self }
    }

    fn draw_common(&self, view: &View, standing: &Standing, buf: &mut Buffer) {
        panels::title(view, buf, self.title);
        panels::floor(view, standing, buf, self.floor, self.inset);
    }
}
