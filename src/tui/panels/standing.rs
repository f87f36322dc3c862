//! What the floor says, in words: who, how long, in what state. Every screen and every size says the same.

use ratatui::style::Style;

use crate::dialogue::{Clock, Phase, Status, Turn};
use crate::review::{Count, Ms};
use crate::tui::view::View;
use crate::tui::widgets::times;

/// The floor at this moment.
pub struct Standing {
    /// Who has it, or is called to it.
    pub who: String,
    /// Called, and not yet speaking.
    pub called: bool,
    /// As what: `statement`.
    pub kind: String,
    /// `37 of 103`
    pub place: String,
    /// The large clock.
    pub clock: String,
    /// The state, as a word in capitals.
    pub word: String,
    /// The style of both.
    pub style: Style,
    /// The clock again in small, with what it is measured against: ` 0:27 of 1:21`, `+0:12 on 1:21`.
    pub measure: String,
    /// What else is to be known of it, most important first.
    pub remarks: Vec<String>,
    /// How much is used, out of how much.
    pub used: Option<(Ms, Ms)>,
    /// Turns underneath, the one that goes on next first.
    pub held: Vec<Held>,
}

/// A turn underneath another.
pub struct Held {
    /// Whose.
    pub who: String,
    /// What it is: `statement 37 of 103`.
    pub what: String,
    /// What it has left, or how far it is over.
    pub time: String,
    /// Which of the two.
    pub over: bool,
    /// Whether it runs on underneath, as some kinds have it.
    pub runs: bool,
}

impl Standing {
    /// Reads it off the state.
    pub fn of(view: &View) -> Standing {
        match (view.state.speaking(), view.state.status) {
            (Some(turn), _) => speaking(view, turn),
            (None, Status::Waiting) => not_begun(view),
            (None, Status::Open) => between(view),
            (None, Status::Suspended) => suspended(view),
            (None, Status::Adjourned) => adjourned(view),
        }
    }

    /// Who, and whether only called: `called: GERMANY`.
    pub fn label(&self) -> String {
        if self.called { format!("called: {}", self.who) } else { self.who.clone() }
    }
}

fn speaking(view: &View, turn: &Turn) -> Standing {
    let clock = view.state.clock(turn, view.now);
    let (word, style) = word_of(view, turn, clock);
    let counts_up = view.state.kind(&turn.kind).is_some_and(|kind| kind.count == Count::Up);
    let shown = if counts_up { times::count_up(clock.elapsed) } else { times::countdown(clock.left) };
    let allotted = times::count_up(clock.allotted);
    let joined = if !counts_up && times::is_over(clock.left) { "on" } else { "of" };
    // As wide as it gets, so that nothing behind it moves when it gains or loses a digit.
    let measure = format!("{shown:>5} {joined} {allotted}");
    Standing {
        who: view.names(&turn.delegations).to_uppercase(),
        called: false,
        kind: view.kind_name(&turn.kind),
        place: view.place_of(turn).unwrap_or_default(),
        clock: shown,
        word,
        style,
        measure,
        remarks: remarks(view, turn),
        used: Some((clock.elapsed, clock.allotted)),
        held: view.state.held().map(|turn| held(view, turn)).collect(),
    }
}

/// Zero is final and not over (case ON-09): the word changes when the clock does, one whole second later.
fn word_of(view: &View, turn: &Turn, clock: Clock) -> (String, Style) {
    let theme = view.theme;
    if view.state.status == Status::Suspended {
        return ("SUSPENDED".to_owned(), theme.paused);
    }
    if turn.paused {
        return ("PAUSED".to_owned(), theme.paused);
    }
    match clock.phase {
        Phase::Over if times::is_over(clock.left) => (format!("OVER {}", times::overtime(clock.left)), theme.over),
        Phase::Over | Phase::Final if !clock.runs => ("TIME IS UP".to_owned(), theme.last),
        Phase::Over | Phase::Final => ("FINAL".to_owned(), theme.last),
        Phase::Warning => ("WARNING".to_owned(), theme.warning),
        Phase::Normal if view.state.floor.len() > 1 => (view.kind_name(&turn.kind).to_uppercase(), theme.accent),
        Phase::Normal => ("SPEAKING".to_owned(), theme.speaking),
    }
}

fn remarks(view: &View, turn: &Turn) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(pass) = turn.passes.last() {
        remarks.push(pass.official.as_deref().map_or_else(|| "official unknown".to_owned(), |id| view.office(id).to_owned()));
    }
    let paused = turn.pausing.read(view.now);
    if turn.paused {
        remarks.push(format!("for {}", times::count_up(paused)));
    } else if paused >= Ms::seconds(1) {
        remarks.push(format!("{} paused", times::count_up(paused)));
    }
    if turn.extension != Ms::ZERO {
        let (time, word) = if turn.extension > Ms::ZERO { (turn.extension, "added") } else { (-turn.extension, "taken off") };
        remarks.push(format!("{} {word}", times::count_up(time)));
    }
    remarks
}

fn held(view: &View, turn: &Turn) -> Held {
    let clock = view.state.clock(turn, view.now);
    let place = view.place_of(turn).map(|place| format!(" {place}")).unwrap_or_default();
    Held {
        who: view.names(&turn.delegations).to_uppercase(),
        what: format!("{}{place}", view.kind_name(&turn.kind)),
        time: times::countdown(clock.left),
        over: times::is_over(clock.left),
        runs: clock.runs,
    }
}

/// Nobody speaks: the next one is called, and the time since the last turn runs. How long that took stays to be seen (case IS-23).
fn between(view: &View) -> Standing {
    let gap = times::count_up(view.state.gap.read(view.now));
    let last = view.state.last_turn.and_then(|turn| view.state.turn(turn));
    let used = |turn: &Turn| {
        let clock = view.state.clock(turn, view.now);
        format!("{} of {}", times::count_up(clock.elapsed), times::count_up(clock.allotted))
    };
    let called = view.state.called();
    Standing {
        who: called.map_or_else(|| "NOBODY WAITS".to_owned(), |entry| view.names(&entry.delegations).to_uppercase()),
        called: called.is_some(),
        kind: called.map(|entry| view.kind_name(&entry.kind)).unwrap_or_default(),
        place: called.map(|_| format!("{} of {}", view.taken + 1, view.taken + view.listed)).unwrap_or_default(),
        word: if called.is_some() { "CALLED" } else { "FLOOR FREE" }.to_owned(),
        style: view.theme.idle,
        measure: format!("gap {gap}"),
        clock: gap,
        remarks: last.map(|turn| vec![format!("after {}", view.names(&turn.delegations)), used(turn)]).unwrap_or_default(),
        used: None,
        held: Vec::new(),
    }
}

/// Before the meeting no clock shows seconds, so that nothing has to wake up for it.
fn not_begun(view: &View) -> Standing {
    let first = view.state.first_waiting().map(|entry| format!("first: {}", view.names(&entry.delegations)));
    let planned = view.state.review.starts.split('T').nth(1).and_then(|time| time.get(..5)).map(|time| format!("planned {time}"));
    at_rest(view, "NOT BEGUN", view.theme.idle, format!("{} inscribed", view.listed), planned.into_iter().chain(first).collect())
}

fn suspended(view: &View) -> Standing {
    let minutes = view.state.suspension.read(view.now).0 / 60_000;
    at_rest(view, "SUSPENDED", view.theme.paused, format!("for {minutes} min in all"), next_remark(view))
}

fn adjourned(view: &View) -> Standing {
    let at = view.state.adjourned.map(|at| format!("at {}", view.time_of_day(at))).unwrap_or_default();
    let remarks = vec![format!("{} spoke", view.state.spoken()), format!("{} not reached", view.listed)];
    at_rest(view, "ADJOURNED", view.theme.idle, at, remarks)
}

fn next_remark(view: &View) -> Vec<String> {
    view.state.first_waiting().map(|entry| format!("next: {}", view.names(&entry.delegations))).into_iter().collect()
}

fn at_rest(view: &View, word: &str, style: Style, measure: String, remarks: Vec<String>) -> Standing {
    Standing {
        who: view.state.review.title.to_uppercase(),
        called: false,
        kind: String::new(),
        place: String::new(),
        clock: view.time_of_day(view.now),
        word: word.to_owned(),
        style,
        measure,
        remarks,
        used: None,
        held: Vec::new(),
    }
}
