//! What the meeting's time went into: pools, the whole by its parts, kinds of turn, groups with their banks, officials, delegations.

use super::{Figure, Row, group};
use crate::dialogue::{Bank, Total};
use crate::review::Ms;
use crate::tui::view::View;
use crate::tui::widgets::times;

/// The widest number of turns, and the widest time.
const TURNS: u16 = 4;
const TIME: u16 = 7;

/// The rows, most asked for first.
pub fn rows(view: &View) -> Vec<Row> {
    let mut all = group("Pools: used, left", pools(view));
    all.extend(group("Since the beginning", spent(view)));
    all.extend(group("Kinds: turns, time", kinds(view)));
    all.extend(groups(view));
    all.extend(group("Officials: open, answered, time", officials(view)));
    all.extend(group("Delegations: turns, time", delegations(view)));
    all
}

fn clock(time: Ms) -> Figure {
    Figure::new(times::count_up(time), TIME)
}

/// What is left; overtime as the clock shows it.
fn left(time: Ms) -> Figure {
    Figure::new(times::countdown(time), TIME).over(times::is_over(time))
}

fn of_total(label: String, total: Total) -> Row {
    Row::Figure(label, vec![Figure::new(total.turns.to_string(), TURNS), clock(total.spoken)])
}

fn pools(view: &View) -> Vec<Row> {
    let pools = view.state.review.modalities.pools.iter();
    let figures = pools.filter_map(|pool| Some((view.pool_name(&pool.name), view.state.pool(&pool.name, view.now)?)));
    figures.map(|(name, pool)| Row::Figure(name, vec![clock(pool.used), left(pool.left)])).collect()
}

/// The parts add up to the last row, to the millisecond; what is shown of them is rounded down.
fn spent(view: &View) -> Vec<Row> {
    let Some(spent) = view.state.spent(view.now) else { return Vec::new() };
    let parts = [
        ("spoken", spent.spoken),
        ("paused", spent.paused),
        ("standing at zero", spent.standing),
        ("between speakers", spent.gaps),
        ("suspended", spent.suspended),
        ("counted twice, as a clock ran on", -spent.twice),
    ];
    let row = |label: &str, time: Ms| Row::Figure(label.to_owned(), vec![exact(time)]);
    let parts = parts.into_iter().filter(|(_, time)| *time != Ms::ZERO).map(|(label, time)| row(label, time));
    parts.chain([row("in all", spent.all)]).collect()
}

/// To the millisecond, so that whoever adds up finds the sum.
fn exact(time: Ms) -> Figure {
    let sign = if time < Ms::ZERO { "−" } else { "" };
    let time = time.0.unsigned_abs();
    Figure::new(format!("{sign}{}:{:02}.{:03}", time / 60_000, time / 1000 % 60, time % 1000), TIME + 4)
}

fn kinds(view: &View) -> Vec<Row> {
    view.state.kind_totals(view.now).into_iter().map(|(kind, total)| of_total(kind.name.clone(), total)).collect()
}

/// Regional groups, and what their banks have left where they have any.
fn groups(view: &View) -> Vec<Row> {
    let banked = !view.state.review.modalities.groups.is_empty();
    let row = |(name, total): (&str, Total)| {
        let bank = view.state.bank(name, view.now).map(Bank::left);
        match of_total(name.to_owned(), total) {
            Row::Figure(label, mut figures) if banked => {
                figures.push(bank.map_or_else(|| Figure::new("", TIME), left));
                Row::Figure(label, figures)
            }
            plain => plain,
        }
    };
    let heading = if banked { "Groups: turns, time, bank" } else { "Groups: turns, time" };
    group(heading, view.state.group_totals(view.now).into_iter().map(row))
}

fn officials(view: &View) -> Vec<Row> {
    let row = |official: &crate::dialogue::Speaking| {
        let load = view.load(&official.id);
        let figures = vec![Figure::new(load.open.to_string(), TURNS), Figure::new(load.answered.to_string(), TURNS), clock(load.spoken)];
        Row::Figure(view.office(&official.id).to_owned(), figures)
    };
    view.state.officials.iter().map(row).collect()
}

/// Who spoke longest first; of two who spoke as long, who came first.
fn delegations(view: &View) -> Vec<Row> {
    let mut totals = view.state.totals(view.now);
    totals.sort_by_key(|(_, total)| std::cmp::Reverse(total.spoken));
    totals.into_iter().map(|(code, total)| of_total(view.names(&[code]), total)).collect()
}
