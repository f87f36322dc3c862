//! How the meeting will go on, or how it went: when it ends, at which pace, and who is not reached.

use super::{Row, group, sentence, single};
use crate::dialogue::Status;
use crate::review::Ms;
use crate::tui::view::View;
use crate::tui::widgets::times;

/// The rows. Names of who is not reached are broken into lines of so many columns.
pub fn rows(view: &View, columns: u16) -> Vec<Row> {
    let mut all = vec![Row::Heading(if is_over(view) { "The meeting" } else { "Forecast" }.to_owned())];
    all.extend(ends(view));
    all.extend(pace(view));
    all.extend(group("Planned answer blocks", planned(view)));
    all.extend(unreached(view, columns));
    all
}

fn is_over(view: &View) -> bool {
    view.state.status == Status::Adjourned
}

fn ends(view: &View) -> Vec<Row> {
    let modalities = &view.state.review.modalities;
    let begun = view.state.begun.unwrap_or(view.now);
    let at = |length: Option<Ms>| length.map(|length| view.time_of_day(begun + length));
    let word = if is_over(view) { "ended" } else { "ends" };
    let rows = [
        (word, view.forecast.ends.map(|ends| view.time_of_day(ends))),
        ("planned end", at(modalities.length)),
        ("hard stop", at(modalities.hard_stop)),
        ("against the plan", view.forecast.behind.map(times::behind)),
    ];
    rows.into_iter().filter_map(|(label, figure)| Some(single(label, figure?))).collect()
}

/// What was measured, and what is assumed where nothing was.
fn pace(view: &View) -> Vec<Row> {
    let pace = view.state.pace;
    let planned = view.state.review.modalities.ladder.as_ref().map(|ladder| ladder.changeover);
    let gap = match (pace.gap(), planned) {
        (Some(gap), _) => Some(("mean gap, measured", gap)),
        (None, Some(planned)) => Some(("gap, as planned", planned)),
        (None, None) => None,
    };
    let gap = gap.map(|(label, gap)| single(label, tenths(gap)));
    let overrun = pace.overrun().map(|over| {
        let label = if over < Ms::ZERO { "mean below the allotment" } else { "mean beyond the allotment" };
        single(label, tenths(if over < Ms::ZERO { -over } else { over }))
    });
    let each = view.state.allotments.map(|all| {
        let (member, observer) = (times::count_up(all.member), times::count_up(all.observer));
        single("each gets", if member == observer { member } else { format!("{member} and {observer}") })
    });
    let divided = view.forecast.divide_each.filter(|each| *each > Ms::ZERO);
    let divided = divided.map(|each| single("if divided now", times::count_up(each)));
    gap.into_iter().chain(overrun).chain(each).chain(divided).collect()
}

/// Seconds to a tenth: a mean is finer than a clock.
fn tenths(time: Ms) -> String {
    format!("{}.{} s", time.0 / 1000, time.0 % 1000 / 100)
}

/// Before the end who will not be reached, after it who was not.
fn unreached(view: &View, columns: u16) -> Vec<Row> {
    let unreached = &view.forecast.unreached;
    let heading = match (unreached.len(), is_over(view)) {
        (0, true) => return group("Everyone was reached", [Row::Air]),
        (0, false) => return Vec::new(),
        (count, true) => format!("{count} were not reached"),
        (count, false) => format!("{count} will not be reached"),
    };
    group(heading, sentence(&view.names(unreached), columns))
}

/// Blocks of the State under review that stand in the list.
fn planned(view: &View) -> Vec<Row> {
    let blocks = view.state.listed().enumerate().filter(|(_, entry)| view.state.answers(&entry.kind));
    let row = |(at, entry): (usize, &crate::dialogue::Entry)| {
        let expected = view.expected(at, entry.number);
        let when = expected.and_then(|expected| expected.at).map(|at| format!("at {}", view.time_of_day(at))).unwrap_or_default();
        let time = expected.and_then(|expected| expected.allotted).map(times::count_up).unwrap_or_default();
        single(&format!("{} in place {}", view.kind_name(&entry.kind), at + 1), format!("{time}  {when}"))
    };
    blocks.map(row).collect()
}
