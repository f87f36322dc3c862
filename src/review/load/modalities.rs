//! `config/modalities/NAME.toml`: the rules agreed, and whether they fit together.

use super::fields::Fields;
use super::file::File;
use super::{kinds, pools};
use crate::review::{AtZero, Kind, Ladder, Modalities, Ms, Pool, Rung, spelling};

/// What is known of a review when its modalities are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known<'a> {
    /// The review has the figure announced by the chair, so that no ladder is needed.
    pub announced: bool,
    /// The regional groups of the delegations.
    pub groups: &'a [&'a str],
}

/// Reads the rules. What is missing or wrong has been reported and stands at its default.
pub(super) fn read(root: Fields<'_>, known: Known<'_>) -> Modalities {
    let file = root.file;
    let title = root.plain("title").unwrap_or_else(|| named_after(file));
    let source = root.plain("source");
    let (length, hard_stop, segments) = root.table("meeting", "the meeting").map(meeting).unwrap_or_default();
    let pools = root.table("pools", "the pools").map(|table| pools::amounts(&table)).unwrap_or_default();
    let groups = root.table("groups", "the groups").map(|table| {
        groups_exist(&table, known.groups);
        pools::amounts(&table)
    });
    let ladder = root.table("ladder", "the ladder").map(|table| ladder(table, &pools));
    let usual = (Ms::ZERO, Ms::ZERO, AtZero::GoOn);
    let (warning, last, at_zero) = root.table("thresholds", "the thresholds").map_or(usual, thresholds);
    let list = root.table("list", "the list");
    let (pause_charge, gap_charge) = root.table("charges", "the charges").map(|table| charges(table, &pools)).unwrap_or_default();
    let reaction = root.table("items", "the items").map(reaction).unwrap_or_default();
    let around = kinds::Around { pools: &pools, segments: &segments, laddered: known.announced || ladder.is_some() };
    let kinds = root.table("kinds", "the kinds").map(|table| kinds::read(&table, around)).unwrap_or_default();
    if kinds.is_empty() {
        let help = "add [kinds.statement] with its time: else nobody can take the floor";
        file.warning(root.span.clone(), "these modalities have no kinds of turn", help);
    }
    let (closes_after, entries_per_delegation, closed_admits) = list.map_or((None, 1, Vec::new()), |list| rules_of_the_list(list, &kinds));
    root.done();
    Modalities {
        title,
        source,
        length,
        hard_stop,
        segments,
        pools,
        ladder,
        warning,
        last,
        at_zero,
        closes_after,
        entries_per_delegation,
        closed_admits,
        pause_charge,
        gap_charge,
        kinds,
        reaction,
        groups: groups.unwrap_or_default(),
    }
}

/// Rules without a title are called by their file.
fn named_after(file: File<'_>) -> String {
    file.source.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml").to_owned()
}

fn meeting(table: Fields<'_>) -> (Option<Ms>, Option<Ms>, Vec<String>) {
    let (length, hard_stop) = (table.duration("length"), table.duration("hard-stop"));
    if length.zip(hard_stop).is_some_and(|(length, stop)| stop < length) {
        let help = "the hard stop is when interpretation ends, at or after the length of the meeting";
        table.file.warning(table.place("hard-stop"), "the hard stop is before the end of the meeting", help);
    }
    let segments = table.texts("segments").into_iter().map(|segment| segment.value).collect();
    table.done();
    (length, hard_stop, segments)
}

/// The bank of a group that no delegation belongs to would never be charged.
fn groups_exist(table: &Fields<'_>, known: &[&str]) {
    for (name, _) in table.entries().iter().filter(|(name, _)| !known.is_empty() && !known.contains(&name.value)) {
        let help = spelling::did_you_mean(name.value, known.iter().copied()).unwrap_or(format!("the groups: {}", known.join(", ")));
        table.file.warning(name.span.clone(), format!("no delegation belongs to a group \"{}\"", name.value), help);
    }
}

fn ladder(table: Fields<'_>, pools: &[Pool]) -> Ladder {
    let file = table.file;
    let pool = table.required_text("pool", "\"dialogue\"");
    if let Some(pool) = &pool {
        pools::must_exist(file, &pool.value, pool.span.clone(), pools);
    }
    let steps = table.list_of_tables("rungs", "the rung");
    if steps.is_empty() {
        table.missing("rungs", "[{ each = \"2m\" }, { divide = true, least = \"45s\" }]");
    }
    let rungs = steps.into_iter().filter_map(rung).collect();
    let changeover = table.duration("changeover").unwrap_or_default();
    table.done();
    Ladder { pool: pool.map(|pool| pool.value).unwrap_or_default(), rungs, changeover }
}

fn rung(table: Fields<'_>) -> Option<Rung> {
    let (member, observer) = (table.duration("member"), table.duration("observer"));
    let (each, least) = (table.duration("each"), table.duration("least"));
    let divide = table.flag("divide");
    let (file, span) = (table.file, table.span.clone());
    table.done();
    match (member, observer, each, divide) {
        (Some(member), Some(observer), None, false) if least.is_none() => Some(Rung::Standing { member, observer }),
        (None, None, Some(each), false) if least.is_none() => Some(Rung::Each(each)),
        (None, None, None, true) => Some(Rung::Divide { least: least.unwrap_or_default() }),
        _ => {
            let help = "write { member = \"3m\", observer = \"2m\" }, or { each = \"2m\" }, or { divide = true, least = \"45s\" }";
            file.error(span, "this is no rung of a ladder", help);
            None
        }
    }
}

/// When a clock warns, and what happens at zero.
fn thresholds(table: Fields<'_>) -> (Ms, Ms, AtZero) {
    let (warning, last) = (table.duration("warning").unwrap_or_default(), table.duration("final").unwrap_or_default());
    let at_zero = [("go-on", AtZero::GoOn), ("stop", AtZero::Stop), ("cut", AtZero::Cut)];
    let at_zero = table.choice("at-zero", &at_zero, AtZero::GoOn);
    if table.value("warning").is_some() && last > warning {
        let help = "final comes after warning: with less time left";
        table.file.warning(table.place("final"), "a turn would be in its final seconds before it is warned", help);
    }
    table.done();
    (warning, last, at_zero)
}

fn reaction(items: Fields<'_>) -> Ms {
    let reaction = items.duration("reaction").unwrap_or_default();
    items.done();
    reaction
}

/// When the list closes, how many entries a delegation may have waiting, and which kinds a closed list admits.
fn rules_of_the_list(list: Fields<'_>, kinds: &[Kind]) -> (Option<Ms>, u32, Vec<String>) {
    let closes_after = list.duration("closes-after");
    let entries_per_delegation = list.number("entries-per-delegation").unwrap_or(1);
    let admitted = list.texts("closed-admits");
    for kind in admitted.iter().filter(|admitted| !kinds.iter().any(|kind| kind.id == admitted.value)) {
        let help = spelling::did_you_mean(&kind.value, kinds.iter().map(|kind| kind.id.as_str()));
        let what = format!("\"{}\" is not a kind of these modalities", kind.value);
        list.file.warning(kind.span.clone(), what, help.unwrap_or("it admits nothing".to_owned()));
    }
    let slots = list.number("slots");
    if let Some(quotas) = list.table("quotas", "the quotas") {
        let parts = quotas.entries().iter().filter_map(|(name, value)| list.file.number_of(value, name.value));
        let sum: u64 = parts.map(u64::from).sum();
        if let Some(slots) = slots.filter(|slots| u64::from(*slots) != sum) {
            let problem =
                list.file.problem(list.place("quotas"), format!("the quotas do not add up: sum {sum}, but there are {slots} slots"));
            let problem = problem.label(format!("sum {sum}")).also(list.place("slots"), format!("{slots} slots"));
            list.file.keep(problem.help(format!("change the quotas, or write slots = {sum}")));
        }
    }
    list.done();
    (closes_after, entries_per_delegation, admitted.into_iter().map(|kind| kind.value).collect())
}

/// Where paused time and the time between speakers go.
fn charges(table: Fields<'_>, pools: &[Pool]) -> (Option<String>, Option<String>) {
    let charges = (charge(&table, "pause", pools), charge(&table, "gap", pools));
    table.done();
    charges
}

fn charge(charges: &Fields<'_>, key: &'static str, pools: &[Pool]) -> Option<String> {
    let to = charges.text(key).filter(|to| to.value != "none")?;
    pools::must_exist(charges.file, &to.value, to.span, pools);
    Some(to.value)
}
