//! `plenary show`: the state of a session now, in readable lines or as JSON.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;

use super::output::{Output, complain};
use super::{Done, Stop, looked_at, wait_for};
use crate::dialogue::{Bank, EntryStatus, Item, Sort, State};
use crate::language;
use crate::review::{Code, Ms};
use crate::script::{Path, written};
use crate::session::Session;
use crate::session::journal::CopiedJournal;
use crate::session::snapshot::Snapshot;
use crate::tui::times;

/// Shows the state of a session now, or one value of it
#[derive(Debug, Args)]
pub struct Show {
    /// The session
    session: PathBuf,
    /// As JSON
    #[arg(long)]
    json: bool,
    /// One value only: floor.left, list.entries[0].delegations
    path: Option<String>,
    /// Whose undo and redo are shown
    #[arg(long, value_name = "SEAT", default_value = "operator")]
    name: String,
}

impl Show {
    /// Prints it.
    pub fn run(&self, out: &mut Output) -> Done {
        let path = self.path.as_deref().map(str::parse::<Path>).transpose().map_err(Stop::unusable)?;
        let session = wait_for(async {
            let mut session = looked_at(&self.session).await?;
            session.advance();
            Ok::<_, Stop>(session)
        })??;
        match path {
            Some(path) => self.one(&path, &session, out)?,
            None if self.json => out.line(pretty(&Snapshot::of(&session, &self.name))?)?,
            None => self.all(&session, out)?,
        }
        if let Some(reason) = session.health().read_only {
            complain(&format!("{}: {reason}", self.session.display()));
        }
        Ok(())
    }

    fn one(&self, path: &Path, session: &Session<CopiedJournal>, out: &mut Output) -> Done {
        let unprintable = |error: serde_json::Error| Stop::unusable(error.to_string());
        let state = serde_json::to_value(Snapshot::of(session, &self.name)).map_err(unprintable)?;
        let found = path.find(&state).map_err(Stop::unusable)?;
        let plain = !self.json && !matches!(found.value, Value::Object(_));
        Ok(out.line(if plain { written(found) } else { pretty(found.value)? })?)
    }

    fn all(&self, session: &Session<CopiedJournal>, out: &mut Output) -> Done {
        let (state, now) = (session.state(), session.now());
        // Of a meeting that is over, what is told last is when it ended.
        let since = match state.adjourned {
            None => format!(", {} after the session was opened", times::count_up(now)),
            Some(_) => String::new(),
        };
        let status = word(&state.status);
        let segment = state.segment.as_deref().map_or(String::new(), |segment| format!(", {segment}"));
        out.line(format_args!("{}: {status}{segment}{since}", state.review.title))?;
        floor(state, now, out)?;
        list(state, now, out)?;
        forecast(state, now, out)?;
        times_left(state, now, out)?;
        items(state, now, out)?;
        for (does, record) in [("undo", session.dialogue().undoable(&self.name)), ("redo", session.dialogue().redoable(&self.name))] {
            if let Some(record) = record {
                out.line(format_args!("{does}: {}", language::describe(record, state)))?;
            }
        }
        Ok(())
    }
}

fn pretty(value: &impl serde::Serialize) -> Result<String, Stop> {
    serde_json::to_string_pretty(value).map_err(|error| Stop::unusable(error.to_string()))
}

/// A word of the language for one of its values.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn floor(state: &State, now: Ms, out: &mut Output) -> Done {
    let names = |codes: &[Code]| state.review.names(codes);
    match (state.speaking(), state.called()) {
        (Some(turn), _) => {
            let clock = state.clock(turn, now);
            let speaks = if clock.runs { word(&clock.phase) } else { "paused".to_owned() };
            let (left, allotted) = (times::countdown(clock.left), times::count_up(clock.allotted));
            out.line(format_args!(
                "Floor: {} ({}, turn {}), {left} of {allotted}, {speaks}",
                names(&turn.delegations),
                turn.kind,
                turn.number
            ))?;
            if let Some(official) = turn.passes.last() {
                let id = official.official.as_deref().unwrap_or("?");
                out.line(format_args!("  speaks: {}", state.official(id).map_or(id, |official| &official.office)))?;
            }
        }
        (None, Some(entry)) => out.line(format_args!("Called: {} ({})", names(&entry.delegations), entry.number))?,
        (None, None) => out.line("Nobody has the floor")?,
    }
    for turn in state.held() {
        out.line(format_args!("  held: {}, {}", names(&turn.delegations), times::countdown(state.clock(turn, now).left)))?;
    }
    for (turn, ruled) in state.turns.iter().filter_map(|turn| Some((turn, turn.ruling.as_ref()?))) {
        let (ruling, text) = (word(&ruled.ruling), ruled.text.as_ref().map_or(String::new(), |text| format!(": {text}")));
        out.line(format_args!("Ruling on {} ({}, turn {}): {ruling}{text}", names(&turn.delegations), turn.kind, turn.number))?;
    }
    Ok(())
}

fn list(state: &State, now: Ms, out: &mut Output) -> Done {
    let open = if state.list_is_open(now) { "open" } else { "closed" };
    let waiting = state.listed().filter(|entry| entry.status == EntryStatus::Waiting).count();
    out.line(format_args!("List of speakers: {open}, {waiting} waiting, {} have spoken", state.spoken()))?;
    if let Some(each) = language::ladder_taken(state) {
        out.line(format_args!("Allotment: {each}"))?;
    }
    let forecast = state.forecast(now);
    for ((entry, place), expected) in state.listed().zip(1_usize..).zip(&forecast.expected) {
        let names = state.review.names(&entry.delegations);
        let time = expected.allotted.map_or(String::new(), |time| format!("  {}", times::count_up(time)));
        let aside = if entry.status == EntryStatus::Aside { "  aside" } else { "" };
        out.line(format_args!("{place:5}  {}  {}  {}{time}{aside}", entry.number, names, entry.kind))?;
    }
    Ok(())
}

fn forecast(state: &State, now: Ms, out: &mut Output) -> Done {
    let forecast = state.forecast(now);
    if !forecast.unreached.is_empty() {
        out.line(format_args!("Not reached ({}): {}", forecast.unreached.len(), state.review.names(&forecast.unreached)))?;
    }
    if let Some(ends) = forecast.ends {
        let behind = forecast.behind.map_or(String::new(), |by| format!(", {}", times::behind(by)));
        let ended = if state.adjourned.is_some() { "Ended" } else { "Will end" };
        out.line(format_args!("{ended} {} after the session was opened{behind}", times::count_up(ends)))?;
    }
    Ok(())
}

/// What pools and time banks have; an overdrawn one as overtime.
fn times_left(state: &State, now: Ms, out: &mut Output) -> Done {
    let modalities = &state.review.modalities;
    let pools =
        modalities.pools.iter().filter_map(|pool| Some(("Pool", pool, state.pool(&pool.name, now).map(|has| (has.left, has.total))?)));
    let bank = |bank: &Bank| (bank.left(), bank.total + bank.extra);
    let banks = modalities.groups.iter().filter_map(|group| Some(("Bank", group, state.bank(&group.name, now).as_ref().map(bank)?)));
    for (what, pool, (left, total)) in pools.chain(banks) {
        out.line(format_args!("{what} {}: {} of {}", pool.name, times::countdown(left), times::count_up(total)))?;
    }
    Ok(())
}

fn items(state: &State, now: Ms, out: &mut Output) -> Done {
    let counts = state.item_counts();
    out.line(format_args!("Items: {}, {} to assign, {} open, {} answered", counts.all, counts.to_assign, counts.open, counts.answered))?;
    for item in state.items.iter() {
        let authors: Vec<String> = state.authors(item).iter().map(ToString::to_string).collect();
        let lead = item.lead.as_deref().map_or(String::new(), |lead| format!("  {lead}"));
        out.line(format_args!("{:5}  {}  {}  {}{lead}  {}", item.number, authors.join(" "), mark(item), item.text, word(&item.status)))?;
    }
    for official in &state.officials {
        let load = state.load(&official.id, now);
        let spoken = times::count_up(load.spoken);
        out.line(format_args!("{}: {} open, {} answered, spoke {spoken}", official.office, load.open, load.answered))?;
    }
    Ok(())
}

/// The first character that logs an item of that sort.
fn mark(item: &Item) -> char {
    match item.sort {
        Sort::Question => '?',
        Sort::Recommendation => '!',
        Sort::Comment => '.',
        Sort::Commendation => '+',
    }
}
