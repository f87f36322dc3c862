//! What a record is called in a hint, in the log and in `undo`: `next: France`, `ask 38: visits of the mechanism…`.

use unicode_width::UnicodeWidthChar;

use super::catalogue::verb;
use super::print::{item_numbers, log_verb, sort_name};
use crate::dialogue::{Editing, EntryNo, Event, Inscription, ItemNo, Logging, Place, Record, Start, State, Taking, Text, TurnNo};
use crate::review::{Code, Kind, Ms};

/// The longest description, in columns.
const WIDTH: usize = 60;

/// A record in a few words, never wider than 60 columns. Names are those of the state's review; what the state no longer
/// has, because it was undone, is named by its number.
pub fn describe(record: &Record, state: &State) -> String {
    let told = |event: &&Event| !matches!(event, Event::OfficialEntered { .. } | Event::Replaced(_));
    let mut events = record.events.iter().filter(told).peekable();
    let first = events.peek().copied().or(record.events.first());
    let words = first.map_or_else(|| record.command.to_string(), |event| event_in_words(event, record, state));
    shorten(&super::words::clean(&words), WIDTH)
}

/// How many items a record logs.
fn logged(record: &Record) -> usize {
    record.events.iter().filter(|event| matches!(event, Event::Logged(_))).count()
}

fn event_in_words(event: &Event, record: &Record, state: &State) -> String {
    match event {
        Event::Opened(review) => format!("open {}", review.title),
        Event::Began => "begin".to_owned(),
        Event::Suspended => "suspend".to_owned(),
        Event::Reconvened => "reconvene".to_owned(),
        Event::Adjourned => "adjourn".to_owned(),
        Event::Segment(name) => format!("segment {name}"),
        Event::Inscribed(inscription) => inscribed(inscription, state),
        Event::Imported(list) => format!("import {} entries", list.len()),
        Event::Withdrawn(entry) => format!("withdraw {}", entry_name(*entry, state)),
        Event::Restored(entry) => format!("restore {}", entry_name(*entry, state)),
        Event::Moved { entry, .. } if used(record) == "defer" => format!("defer {}", entry_name(*entry, state)),
        Event::Moved { entry, to } => format!("move {} {}", entry_name(*entry, state), place(*to, state)),
        Event::Swapped(one, other) => format!("swap {} and {}", entry_name(*one, state), entry_name(*other, state)),
        Event::SetAside(entry) => format!("aside {}", entry_name(*entry, state)),
        Event::Released(entry) => format!("release {}", entry_name(*entry, state)),
        Event::Sorted(Start::Letter(letter)) => format!("sort alphabetical from {letter}"),
        Event::Sorted(Start::Delegation(code)) => format!("sort alphabetical from {}", names(&[*code], state)),
        Event::Drawn { seed, count: None } => format!("draw with seed {seed}"),
        Event::Drawn { seed, count: Some(count) } => format!("draw {count} with seed {seed}"),
        Event::ListOpened => "open the list".to_owned(),
        Event::ListClosed => "close the list".to_owned(),
        Event::ParticipantEntered { name, .. } => format!("inscribe {name}"),
        Event::Reconciled { participant, delegation } => format!("reconcile {participant} with {}", names(&[*delegation], state)),
        Event::Divided { member, observer, .. } => format!("divide: {}", each(*member, *observer)),
        Event::Banked { group, total } => format!("bank {group} {total}"),
        Event::Redistributed { group, each } => format!("redistribute {group}: {each} to each group"),
        Event::Timed { entry, time } => format!("time of {}: {time}", entry_name(*entry, state)),
        Event::TookFloor(taking) => took_floor(taking, record, state),
        Event::Ended(turn) => format!("done: {}", turn_name(*turn, state)),
        Event::Cut(turn) => format!("cut: {}", turn_name(*turn, state)),
        Event::TookUpAgain(turn) => format!("again: {}", turn_name(*turn, state)),
        Event::Retyped { turn, kind } => format!("retype {} as {kind}", turn_name(*turn, state)),
        Event::Shifted { record, by } => format!("back {}: record {record}", Ms::ZERO - *by),
        Event::Ruled { turn, ruling, .. } => format!("ruling {}: {}", super::print::ruling_name(*ruling), turn_name(*turn, state)),
        Event::Paused(turn) => format!("pause {}", turn_name(*turn, state)),
        Event::Resumed(turn) => format!("resume {}", turn_name(*turn, state)),
        Event::Extended { turn, by } => {
            let sign = if by.0 < 0 { "" } else { "+" };
            format!("extend {} by {sign}{by}", turn_name(*turn, state))
        }
        Event::Passed { official, .. } => format!("official: {}", official.as_ref().map_or("not yet known".into(), |id| office(id, state))),
        Event::Absent { entry, turn } => match (entry, turn) {
            (Some(entry), _) => format!("absent: {}", entry_name(*entry, state)),
            (None, Some(turn)) => format!("absent: {}", turn_name(*turn, state)),
            (None, None) => "absent".to_owned(),
        },
        Event::OfficialEntered { office, .. } => format!("official {office}"),
        Event::Logged(_) if logged(record) > 1 => format!("log {} items", logged(record)),
        Event::Logged(Logging { sort, item, text, .. }) => format!("{} {item}: {text}", log_verb(*sort)),
        Event::AskedBefore(loggings) => format!("advance: {} questions", loggings.len()),
        Event::Split { from, item, text, .. } => format!("split {from}, {item}: {text}"),
        Event::Merged { items, into } => {
            let given = record.events.iter().find_map(|event| if let Event::Assigned { lead, .. } = event { Some(lead) } else { None });
            format!("merge {} into {into}{}", numbers(items), given.map(|lead| format!(", to {}", office(lead, state))).unwrap_or_default())
        }
        Event::PromisedInWriting { items, .. } => format!("written {}", numbers(items)),
        Event::Declined { items, .. } => format!("decline {}", numbers(items)),
        Event::Positioned { items, position } => format!("position {} {}", numbers(items), super::print::position_name(*position)),
        Event::Edited(editing) => edited(editing, record),
        Event::Dropped(_) => {
            let item = |event: &Event| if let Event::Dropped(item) = event { Some(*item) } else { None };
            format!("drop {}", numbers(&record.events.iter().filter_map(item).collect::<Vec<_>>()))
        }
        Event::Assigned { items, lead, .. } => format!("assign {} to {}", numbers(items), office(lead, state)),
        Event::Unassigned(items) => format!("unassign {}", numbers(items)),
        Event::Answered { items, by: None } => format!("answered {}", numbers(items)),
        Event::Answered { items, by: Some(by) } => format!("answered {} by {}", numbers(items), office(by, state)),
        Event::Reopened(items) => format!("reopen {}", numbers(items)),
        Event::Noted(text) => format!("note: {text}"),
        Event::Replaced(seq) => format!("replace record {seq}"),
        Event::Undone(seqs) => format!("undo {}", list(seqs)),
        Event::Redone(seqs) => format!("redo {}", list(seqs)),
    }
}

fn inscribed(inscription: &Inscription, state: &State) -> String {
    let name = names(&inscription.delegations, state);
    let usual = matches!(&*inscription.kind, Kind::STATEMENT | Kind::JOINT_STATEMENT);
    if usual { format!("inscribe {name}") } else { format!("inscribe {name} ({})", inscription.kind) }
}

/// By the verb that was used, since one fact has several: `next`, `give`, `answer`.
fn took_floor(taking: &Taking, record: &Record, state: &State) -> String {
    match (&taking.official, used(record)) {
        (Some(official), "answer") => format!("answer: {}", office(official, state)),
        (_, used) => format!("{used}: {}", who(taking, state)),
    }
}

/// Whose entry it was; another may have been put in the place of the one that was called.
pub(super) fn who(taking: &Taking, state: &State) -> String {
    let theirs = state.turn(taking.turn).filter(|turn| turn.entry.is_some() && turn.entry == taking.entry);
    names(theirs.map_or(&taking.delegations, |turn| &turn.delegations), state)
}

/// The verb of the line as it was given.
fn used(record: &Record) -> &'static str {
    let is_other = |word: &&str| !word.eq_ignore_ascii_case("replace") && word.parse::<u32>().is_err();
    record.command.split_whitespace().find(is_other).and_then(verb).map_or("floor", |verb| verb.name)
}

/// What a division gives: `1:15 each`, `3:00 members, 2:00 others`.
pub(super) fn each(member: Ms, observer: Ms) -> String {
    if member == observer { format!("{member} each") } else { format!("{member} members, {observer} others") }
}

/// The delegations of an entry or a turn, as a sentence names them.
pub(super) fn names(delegations: &[Code], state: &State) -> String {
    match delegations {
        [first, second, _, ..] => {
            format!("{}, {} + {}", state.review.name_of(*first), state.review.name_of(*second), delegations.len() - 2)
        }
        few => few.iter().map(|code| state.review.name_of(*code)).collect::<Vec<_>>().join(", "),
    }
}

/// The items of the whole record, and what became of them: `edit 4 7: turn 3`, `theme 4 7: #torture`.
fn edited(editing: &Editing, record: &Record) -> String {
    let item = |event: &Event| if let Event::Edited(editing) = event { Some(editing.item) } else { None };
    let items: Vec<ItemNo> = record.events.iter().filter_map(item).collect();
    let themes = editing.themes.as_deref().map(|themes| match themes {
        [] => "no theme".to_owned(),
        some => some.iter().map(|theme| format!("#{theme}")).collect::<Vec<_>>().join(" "),
    });
    let changes = [
        editing.sort.map(|sort| sort_name(sort).to_owned()),
        editing.by.as_ref().map(|by| if by.is_empty() { "by those of its turn".to_owned() } else { format!("by {}", list(by)) }),
        editing.turn.map(|turn| format!("turn {turn}")),
        editing.repeats.as_ref().map(|number| if number.is_empty() { "repeats nothing".to_owned() } else { format!("repeats {number}") }),
        themes,
        editing.text.as_ref().map(|text| text.to_string()),
    ];
    let verb = if used(record) == "theme" { "theme" } else { "edit" };
    format!("{verb} {}: {}", numbers(&items), changes.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn entry_name(entry: EntryNo, state: &State) -> String {
    state.entries.get(entry).map_or_else(|| entry.to_string(), |entry| names(&entry.delegations, state))
}

fn turn_name(turn: TurnNo, state: &State) -> String {
    state.turn(turn).map_or_else(|| format!("turn {turn}"), |turn| names(&turn.delegations, state))
}

/// The office of an official.
pub(super) fn office(id: &Text, state: &State) -> Text {
    state.official(id).map_or_else(|| Text::clone(id), |official| Text::clone(&official.office))
}

fn place(to: Place<EntryNo>, state: &State) -> String {
    match to {
        Place::Top => "to the top".to_owned(),
        Place::End => "to the end".to_owned(),
        Place::At(place) => format!("to place {place}"),
        Place::Before(entry) => format!("before {}", entry_name(entry, state)),
        Place::After(entry) => format!("after {}", entry_name(entry, state)),
    }
}

fn numbers(items: &[ItemNo]) -> String {
    match items {
        [_, _, _, _, _, ..] => format!("{} items", items.len()),
        few => item_numbers(few),
    }
}

fn list(numbers: &[impl ToString]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// As much of a text as fits, with `…` where something is missing.
pub(super) fn shorten(text: &str, columns: usize) -> String {
    let width = |c: char| c.width().unwrap_or(0);
    if text.chars().map(width).sum::<usize>() <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += width(*c);
        used <= columns
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}
