//! A typed command back into its line: the one that [`super::parse`] reads as the same command.

use super::catalogue::{Verb, verb};
use super::parse::read_text;
use super::words::{cut, quote, word};
use crate::dialogue::{
    Action, Command, Division, EntryRef, Inscribe, ItemNo, OfficialRef, Place, Position, Reference, Said, Seq, Sort, Start, Which,
};
use crate::review::{Code, Ms, Ruling};

/// The command as it would be typed, with quotes only where they are needed.
pub fn print(command: &Command) -> String {
    let mut line = written(&command.action);
    if command.ago != Ms::ZERO {
        line.push_str(&format!(" ago={}", command.ago));
    }
    line
}

fn written(action: &Action) -> String {
    match action {
        Action::Begin => "begin".to_owned(),
        Action::Suspend => "suspend".to_owned(),
        Action::Reconvene => "reconvene".to_owned(),
        Action::Adjourn => "adjourn".to_owned(),
        Action::Segment(name) => format!("segment {}", word(name)),
        Action::Inscribe(what) => inscribe(what),
        Action::Import { file, .. } => format!("import {}", word(file)),
        Action::Withdraw(who) => format!("withdraw {}", entry(*who)),
        Action::Restore(who) => format!("restore {}", entry(*who)),
        Action::Move { entry: who, to } => format!("move {} at={}", entry(*who), place(*to)),
        Action::Swap(one, other) => format!("swap {} {}", entry(*one), entry(*other)),
        Action::Defer(who) => format!("defer {}", entry(*who)),
        Action::Aside(who) => format!("aside {}", entry(*who)),
        Action::Release(who) => format!("release {}", entry(*who)),
        Action::Sort(Start::Letter(letter)) => format!("sort alphabetical from={letter}"),
        Action::Sort(Start::Delegation(code)) => format!("sort alphabetical from={code}"),
        Action::Draw { seed, count } => format!("draw seed={seed}{}", named("count", *count)),
        Action::OpenList => "open-list".to_owned(),
        Action::CloseList => "close-list".to_owned(),
        Action::Reconcile { participant, delegation } => format!("reconcile {participant} {delegation}"),
        Action::Time { entry: who, time } => format!("time {} {time}", entry(*who)),
        Action::Next { seen } => format!("next{}", named("seen", *seen)),
        Action::Give { to, kind } => format!("give {}{}", entry(*to), named("kind", kind.as_deref().map(word))),
        Action::Done => "done".to_owned(),
        Action::Pause => "pause".to_owned(),
        Action::Resume => "resume".to_owned(),
        Action::Extend(by) => format!("extend {by}"),
        Action::Cut => "cut".to_owned(),
        Action::Back(by) => format!("back {by}"),
        Action::Again => "again".to_owned(),
        Action::Order(code) => format!("order {code}"),
        Action::Rule { ruling, text } => {
            format!("ruling {}{}", ruling_name(*ruling), after(text.as_deref().map(|text| free_text(text, "ruling"))))
        }
        Action::Retype(kind) => format!("retype {}", word(kind)),
        Action::Divide { by, apply } => format!("divide{}{}", division(*by), applied(*apply)),
        Action::Bank { group, total } => format!("bank {} {total}", word(group)),
        Action::Redistribute { group, apply } => format!("redistribute {}{}", word(group), applied(*apply)),
        Action::Absent(who) => format!("absent{}", after(who.map(entry))),
        Action::Answer { official: who, kind } => {
            format!("answer{}{}", after(who.as_ref().map(official)), named("kind", kind.as_deref().map(word)))
        }
        Action::Official(who) => format!("official {}", official(who)),
        Action::Log { sort, said: what, by, turn, repeats } => {
            let (verb, repeats) = (log_verb(*sort), repeats.as_deref().map(word));
            format!("{verb} {}{}{}{}", said(what, verb), named("by", codes(by)), named("turn", *turn), named("repeats", repeats))
        }
        Action::Edit { items: which, said: what, by, turn, sort, repeats } => {
            let (by, repeats) = (by.as_ref().map(|by| codes(by).unwrap_or_default()), repeats.as_deref().map(word));
            let text = after(what.as_ref().map(|what| said(what, "edit")));
            let options = [named("by", by), named("turn", *turn), named("sort", sort.map(sort_name)), named("repeats", repeats)];
            format!("edit {}{text}{}", item_numbers(which).replace(' ', ","), options.concat())
        }
        Action::Theme { items: which, themes } if themes.is_empty() => format!("theme {} #", item_numbers(which)),
        Action::Theme { items: which, themes } => {
            format!("theme {}{}", item_numbers(which), themes.iter().map(|theme| format!(" #{theme}")).collect::<String>())
        }
        Action::Split { item, said: what } => format!("split {item} {}", said(what, "split")),
        Action::Merge { items: which, into } => format!("merge {} into={into}", item_numbers(which)),
        Action::LogAll { file, .. } => format!("log {}", word(file)),
        Action::Advance { file, .. } => format!("advance {}", word(file)),
        Action::Drop(which) => format!("drop {}", item_numbers(which)),
        Action::Assign { items: which, lead, support, why } => {
            let support = Some(support.iter().map(official).collect::<Vec<_>>().join(",")).filter(|list| !list.is_empty());
            let options = [named("support", support), named("why", why.as_deref().map(word))];
            format!("assign {} {}{}", item_numbers(which), official(lead), options.concat())
        }
        Action::Unassign(which) => format!("unassign {}", item_numbers(which)),
        Action::Answered { which: Which::Items(which), by } => {
            format!("answered {}{}", item_numbers(which), named("by", by.as_ref().map(official)))
        }
        Action::Answered { which: Which::Theme(theme), by } => format!("answered #{theme}{}", named("by", by.as_ref().map(official))),
        Action::Written(which) => format!("written {}", item_numbers(which)),
        Action::Decline { items: which, why } => {
            format!("decline {}{}", item_numbers(which), named("why", why.as_deref().map(word)))
        }
        Action::Position { items: which, position } => format!("position {} {}", item_numbers(which), position_name(*position)),
        Action::Reopen(which) => format!("reopen {}", item_numbers(which)),
        Action::Note(text) => format!("note {}", free_text(text, "note")),
        Action::Undo(seqs) => format!("undo{}", records(seqs)),
        Action::Redo(seqs) => format!("redo{}", records(seqs)),
        Action::Replace { record, by } => format!("replace{} {}", after(record.map(|seq| seq.to_string())), written(by)),
        Action::NotYet { verb, rest } => format!("{verb}{}", after(Some(rest.to_string()).filter(|rest| !rest.is_empty()))),
    }
}

fn after(part: Option<String>) -> String {
    part.map(|part| format!(" {part}")).unwrap_or_default()
}

fn named(name: &str, value: Option<impl ToString>) -> String {
    value.map(|value| format!(" {name}={}", value.to_string())).unwrap_or_default()
}

fn inscribe(what: &Inscribe) -> String {
    let who = what.delegations.iter().map(|code| format!(" {code}")).collect::<String>();
    let re = what.re.map(|re| match re {
        Reference::Item(item) => item.to_string(),
        Reference::Entry(who) => entry(who),
    });
    let options = [
        named("participant", what.participant.as_ref().map(|participant| word(&participant.name))),
        named("kind", what.kind.as_deref().map(word)),
        named("at", what.at.map(place)),
        named("time", what.time),
        named("re", re),
        named("late", what.late.as_deref().map(word)),
    ];
    format!("inscribe{who}{}", options.concat())
}

fn entry(entry: EntryRef) -> String {
    match entry {
        EntryRef::Number(number) => number.to_string(),
        EntryRef::Place(place) => format!("#{place}"),
        EntryRef::Delegation(code) => code.to_string(),
        EntryRef::Bare(number) => number.to_string(),
    }
}

fn place(place: Place<EntryRef>) -> String {
    match place {
        Place::Top => "top".to_owned(),
        Place::End => "end".to_owned(),
        Place::At(number) => number.to_string(),
        Place::Before(who) => format!("before:{}", entry(who)),
        Place::After(who) => format!("after:{}", entry(who)),
    }
}

fn official(official: &OfficialRef) -> String {
    match official {
        OfficialRef::Unknown => "?".to_owned(),
        OfficialRef::Named(name) if word(name) == **name && !name.starts_with('@') => name.to_string(),
        // In quotes it would enter an office that is not listed.
        OfficialRef::Named(name) => format!("@{name}"),
        OfficialRef::Office(office) => quote(office),
    }
}

fn codes(codes: &[Code]) -> Option<String> {
    Some(codes.iter().map(Code::to_string).collect::<Vec<_>>().join(",")).filter(|list| !list.is_empty())
}

/// Numbers in their order, a run of three or more as a range.
pub(super) fn item_numbers(items: &[ItemNo]) -> String {
    let mut written: Vec<String> = Vec::new();
    let follows = |run: &[ItemNo]| matches!(run, [a, b] if a.0.checked_add(1) == Some(b.0));
    let mut rest = items;
    while let Some((first, _)) = rest.split_first() {
        let length = 1 + rest.windows(2).take_while(|pair| follows(pair)).count();
        let (run, others) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        match run.last() {
            Some(last) if length > 2 => written.push(format!("{first}-{last}")),
            _ => written.extend(run.iter().map(ItemNo::to_string)),
        }
        rest = others;
    }
    written.join(" ")
}

/// The verb that logs an item of a sort.
pub(super) fn log_verb(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "ask",
        Sort::Recommendation => "recommend",
        Sort::Commendation => "commend",
        Sort::Comment => "comment",
    }
}

fn division(by: Division) -> String {
    match by {
        Division::Equal => String::new(),
        Division::Ladder => " ladder".to_owned(),
        Division::Each(each) => format!(" each={each}"),
    }
}

fn applied(apply: bool) -> &'static str {
    if apply { " apply" } else { "" }
}

/// A ruling as `ruling` has it.
pub(super) fn ruling_name(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Upheld => "upheld",
        Ruling::Dismissed => "dismissed",
        Ruling::Noted => "noted",
    }
}

/// A position as `position` has it.
pub fn position_name(position: Position) -> &'static str {
    match position {
        Position::Supported => "supported",
        Position::Noted => "noted",
        Position::Pending => "pending",
    }
}

/// A sort as `sort=` has it.
pub fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Question => "question",
        Sort::Recommendation => "recommendation",
        Sort::Commendation => "commendation",
        Sort::Comment => "comment",
    }
}

fn said(said: &Said, verb: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    if !said.text.is_empty() {
        words.push(free_text(&said.text, verb));
    }
    words.extend(said.themes.iter().map(|theme| format!("#{theme}")));
    words.extend(said.officials.iter().map(|official| format!("@{official}")));
    words.join(" ")
}

/// Records by their numbers, each after a blank.
fn records(seqs: &[Seq]) -> String {
    seqs.iter().map(|seq| format!(" {seq}")).collect()
}

/// Text as it stands where it is read back as it stands, else in quotes.
fn free_text(text: &str, name: &str) -> String {
    let reads_back = |verb: &'static Verb| {
        read_text(verb, &cut(text)).is_ok_and(|tail| tail.said == Said { text: text.into(), ..Said::default() } && tail.options.is_empty())
    };
    if verb(name).is_some_and(reads_back) { text.to_owned() } else { quote(text) }
}
