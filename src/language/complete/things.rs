//! The things that a state has, found by what is typed of them: delegations, entries, items, themes, officials.

use super::values::Offer;
use crate::dialogue::{Entry, EntryStatus, Item, ItemNo, ItemStatus, Sort, State};
use crate::language::describe::{names, office};
use crate::review::names::fold;
use crate::review::{Code, Delegation, Standing};

/// Delegations by code or any part of a name.
pub(super) fn delegations(typed: &str, state: &State) -> Vec<Offer> {
    let review = &state.review;
    let found = review.search(typed).into_iter().filter_map(|code| review.delegation(code));
    found.take(super::MOST).map(delegation).collect()
}

/// Who takes part without being a State, the last to enter first.
pub(super) fn participants(typed: &str, state: &State) -> Vec<Offer> {
    let review = &state.review;
    let mut found = review.search(typed);
    if typed.is_empty() {
        found.reverse();
    }
    let participants = found.into_iter().filter_map(|code| review.delegation(code)).filter(|one| one.standing == Standing::Participant);
    participants.take(super::MOST).map(delegation).collect()
}

fn delegation(delegation: &Delegation) -> Offer {
    let standing = match delegation.standing {
        Standing::MemberState => delegation.group.clone(),
        Standing::ObserverState => Some("observer State".to_owned()),
        Standing::Participant => Some("participant".to_owned()),
    };
    let about = standing.map(|standing| format!(" · {standing}")).unwrap_or_default();
    Offer::new(delegation.code.as_str(), format!("{}{about}", delegation.name))
}

/// Who waits or is set aside, by number, place, or any part of a name.
pub(super) fn entries(typed: &str, state: &State) -> Vec<Offer> {
    listed(typed, state, |_| true)
}

/// Who is set aside.
pub(super) fn set_aside(typed: &str, state: &State) -> Vec<Offer> {
    listed(typed, state, |entry| entry.status == EntryStatus::Aside)
}

fn listed(typed: &str, state: &State, wanted: impl Fn(&Entry) -> bool) -> Vec<Offer> {
    let listed: Vec<&Entry> = state.listed().collect();
    let alone = |code: Code| listed.iter().filter(|entry| entry.delegations.contains(&code)).count() == 1;
    let found = found(typed, state);
    let mut fitting: Vec<(usize, usize, &Entry)> = Vec::new();
    for (at, entry) in listed.iter().enumerate().filter(|(_, entry)| wanted(entry)) {
        if let Some(rank) = rank(entry, Some(at + 1), typed, &found) {
            fitting.push((rank, at, entry));
        }
    }
    fitting.sort_by_key(|(rank, at, _)| (*rank, *at));
    let offer = |(_, at, entry): (usize, usize, &Entry)| {
        let text = match entry.delegations.first().copied() {
            Some(code) if alone(code) && !typed.starts_with(['e', '#']) => code.to_string(),
            _ if typed.starts_with('#') => format!("#{}", at + 1),
            _ => entry.number.to_string(),
        };
        let aside = if entry.status == EntryStatus::Aside { " · aside" } else { "" };
        Offer::new(&text, format!("{} · place {} · {}{aside} · {}", names(&entry.delegations, state), at + 1, entry.kind, entry.number))
    };
    fitting.into_iter().take(super::MOST).map(offer).collect()
}

/// Entries that can come back, the last to leave first.
pub(super) fn withdrawn(typed: &str, state: &State) -> Vec<Offer> {
    let found = found(typed, state);
    let gone = state.entries.iter().rev().filter(|entry| entry.status == EntryStatus::Withdrawn);
    let fitting = gone.filter(|entry| rank(entry, None, typed, &found).is_some());
    fitting.map(|entry| Offer::new(&entry.number.to_string(), format!("{} · {}", names(&entry.delegations, state), entry.kind))).collect()
}

fn found(typed: &str, state: &State) -> Vec<Code> {
    if typed.is_empty() { Vec::new() } else { state.review.search(typed) }
}

/// How well an entry fits: by its number or place at once, by a name as well as that name does.
fn rank(entry: &Entry, place: Option<usize>, typed: &str, found: &[Code]) -> Option<usize> {
    let by_place = place.is_some_and(|place| format!("#{place}").starts_with(typed) || place.to_string() == typed);
    if typed.is_empty() || by_place || entry.number.to_string().starts_with(typed) {
        return Some(0);
    }
    found.iter().position(|code| entry.delegations.contains(code)).map(|at| at + 1)
}

/// Items by number or words; first those that the verb is for, the newest of them first.
pub(super) fn items(typed: &str, verb: &str, state: &State) -> Vec<Offer> {
    let wanted = |item: &Item| match verb {
        "assign" => item.status == ItemStatus::Noted && item.sort == Sort::Question,
        "answered" | "unassign" => item.status == ItemStatus::Assigned,
        "reopen" => item.status == ItemStatus::Answered,
        _ => true,
    };
    let words = fold(typed);
    let fits = |item: &&Item| {
        item.number.to_string().starts_with(typed) || (words.chars().any(char::is_alphabetic) && fold(&item.text).contains(&words))
    };
    let mut fitting: Vec<&Item> = state.items.iter().rev().filter(fits).collect();
    let exact = typed.parse().ok().map(ItemNo);
    fitting.sort_by_key(|item| (Some(item.number) != exact, !wanted(item)));
    fitting.into_iter().take(super::MOST).map(|item| Offer::new(&item.number.to_string(), about(item, state))).collect()
}

fn about(item: &Item, state: &State) -> String {
    let sign = match item.sort {
        Sort::Question => '?',
        Sort::Recommendation => '!',
        Sort::Comment => '.',
        Sort::Commendation => '+',
    };
    let authors = state.authors(item).iter().map(Code::to_string).collect::<Vec<_>>().join(",");
    let lead = item.lead.as_ref().map(|lead| format!(" → {}", office(lead, state))).unwrap_or_default();
    format!("{authors} {sign} {}{lead}", item.text).trim_start().to_owned()
}

/// Themes by id or name, `#` included.
pub(super) fn themes(typed: &str, state: &State) -> Vec<Offer> {
    let wanted = fold(typed.trim_start_matches('#'));
    let fits = |id: &str, name: &str| match (id.starts_with(&wanted), begins_a_word(name, &wanted) || begins_a_word(id, &wanted)) {
        (true, _) => Some(0),
        (_, true) => Some(1),
        _ => None,
    };
    let mut fitting: Vec<(u8, &crate::review::Theme)> =
        state.review.themes.iter().filter_map(|theme| fits(&theme.id, &theme.name).map(|rank| (rank, theme))).collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting.into_iter().take(super::MOST).map(|(_, theme)| Offer::new(&format!("#{}", theme.id), &theme.name)).collect()
}

/// Officials by key, id or office, with what they have to answer.
pub(super) fn officials(typed: &str, state: &State) -> Vec<Offer> {
    let typed = typed.trim_start_matches('@');
    let wanted = fold(typed);
    let rank = |official: &crate::dialogue::Speaking| {
        let is_key = official.key.is_some_and(|key| typed.chars().eq([key]));
        let fits = begins_a_word(&official.office, &wanted) || begins_a_word(&official.id, &wanted);
        if is_key { Some(0) } else { fits.then_some(1) }
    };
    let loaded = state.officials.iter().zip(state.loads(state.as_of));
    let mut fitting: Vec<_> = loaded.filter_map(|(official, load)| Some((rank(official)?, official, load.open))).collect();
    fitting.sort_by_key(|(rank, ..)| *rank);
    let offer = |(_, official, open): (u8, &crate::dialogue::Speaking, u32)| {
        let key = official.key.map(|key| format!("{key} · ")).unwrap_or_default();
        Offer::new(&official.id, format!("{key}{} · {open} open", official.office))
    };
    fitting.into_iter().take(super::MOST).map(offer).collect()
}

/// The entry that `next` would call.
pub(super) fn first_waiting(typed: &str, state: &State) -> Vec<Offer> {
    let first = state.first_waiting().filter(|entry| entry.number.to_string().starts_with(typed));
    first.map(|entry| Offer::new(&entry.number.to_string(), names(&entry.delegations, state))).into_iter().collect()
}

/// Turns by number, the newest first.
pub(super) fn turns(typed: &str, state: &State) -> Vec<Offer> {
    let fitting = state.turns.iter().rev().filter(|turn| turn.number.to_string().starts_with(typed));
    let offer =
        |turn: &crate::dialogue::Turn| Offer::new(&turn.number.to_string(), format!("{} · {}", names(&turn.delegations, state), turn.kind));
    fitting.take(super::MOST).map(offer).collect()
}

fn begins_a_word(name: &str, wanted: &str) -> bool {
    let name = fold(name);
    name.starts_with(wanted) || name.match_indices(wanted).any(|(at, _)| name.get(..at).is_some_and(|before| before.ends_with(' ')))
}
