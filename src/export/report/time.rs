//! What the meeting's time went into: by delegation, by group, by official, by pool.

use super::super::Telling;
use super::super::markdown::{Document, plain};
use super::super::telling::minutes;

/// All tables of time.
pub(super) fn spent(telling: &Telling<'_>, document: &mut Document) {
    let (state, now) = (telling.state, telling.now);
    document.heading(2, "Time by delegation");
    let totals = state.totals(now);
    let joint = state.turns.iter().any(|turn| turn.delegations.len() > 1);
    let rows: Vec<[String; 3]> = totals
        .into_iter()
        .map(|(code, total)| [plain(&state.review.name_of(code)), total.turns.to_string(), minutes(total.spoken)])
        .collect();
    document.table(["Delegation", "Turns", "Spoke"], &rows, "Nobody spoke.");
    if joint {
        document.paragraph("A joint turn counts in full for each of its delegations.");
    }
    document.heading(2, "Time by group");
    let rows: Vec<[String; 3]> = state
        .group_totals(now)
        .into_iter()
        .filter(|(_, total)| total.turns > 0)
        .map(|(group, total)| [plain(group), total.turns.to_string(), minutes(total.spoken)])
        .collect();
    document.table(["Group", "Turns", "Spoke"], &rows, "No group spoke.");
    document.heading(2, "Time by official");
    let rows: Vec<[String; 5]> = state
        .officials
        .iter()
        .map(|official| (official, state.load(&official.id, now)))
        .map(|(official, load)| {
            let counts = [load.answered, load.written, load.open].map(|count| count.to_string());
            let [answered, written, open] = counts;
            [plain(&official.office), minutes(load.spoken), answered, written, open]
        })
        .collect();
    document.table(["Official", "Spoke", "Answered", "In writing", "Open"], &rows, "The review names no officials.");
    document.heading(2, "Pools");
    let pools = state.review.modalities.pools.iter().filter_map(|pool| Some((pool, state.pool(&pool.name, now)?)));
    let rows: Vec<[String; 4]> =
        pools.map(|(pool, figures)| [plain(&pool.name), minutes(figures.total), minutes(figures.used), minutes(figures.left)]).collect();
    document.table(["Pool", "In all", "Used", "Left"], &rows, "The modalities have no pools.");
}
