//! The one input line, and what Enter does in it: a command, finding, inscribing, items, officials, an entry's time.
//!
//! Every purpose has its own file with the same two functions: what fits what was typed, and what Enter would come to.

mod arrange;
mod authors;
mod capture;
mod capture_offers;
mod command;
mod decline;
mod divide;
mod drafts;
mod earlier;
mod editing;
pub mod exports;
mod filter;
mod find;
mod history;
mod inscribe;
mod matching;
mod officials;
mod order;
mod position;
mod put_right;
pub mod reading;
mod retype;
mod ruling;
mod split;
mod themes;
mod time;
mod turn;
mod wording;

use tui_input::Input;

use crate::dialogue::{Action, Command, Refusal, Sort};
use crate::export::Place;
use crate::review::Ms;
use crate::tui::input::{Asked, Eye};
use crate::tui::ui::{ImportLine, Offer, Prompt, Purpose};

pub use authors::open as open_authors;
pub use drafts::Drafts;
pub use editing::{clean, edit, too_many};
pub use find::Target;
pub use history::History;

/// The sort that the line of an item has so far.
pub fn sort_of(prompt: &Prompt) -> Sort {
    capture::split(prompt.input.value()).0
}

pub use officials::passed_to;
pub use wording::footer;

/// What Enter comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// A command, counted from the moment at which it was begun.
    Do(Action, Ms),
    /// A line of the language, as typed.
    Line(String),
    /// A file with a list of speakers, to be seen before it is taken over.
    Read(String),
    /// An export is written to its file.
    Export(Place),
    /// Something is selected.
    Select(Target),
    /// A line of a list is this instead.
    PutRight(Vec<ImportLine>),
    /// A question comes first.
    Ask(Asked),
    /// The line goes on with this text.
    Rewrite(String),
    /// Nothing; the line closes.
    Close,
}

/// What Enter comes to, in words and in deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// In words.
    pub says: String,
    /// In deed.
    pub entered: Entered,
}

impl Ready {
    fn new(says: impl Into<String>, entered: Entered) -> Ready {
        Ready { says: says.into(), entered }
    }
}

/// Opens the line for a purpose.
pub fn open(purpose: Purpose, begins: &str, drafts: &mut Drafts, eye: &Eye<'_>) -> Prompt {
    let begins = match &purpose {
        Purpose::Filter(before) | Purpose::FilterRecords(before) => before.clone(),
        Purpose::Amend(item) => capture::as_typed(*item, eye),
        Purpose::Theme(items) => themes::as_typed(items, eye),
        _ => begins.to_owned(),
    };
    let mut prompt = Prompt {
        footer: footer(&purpose).to_owned(),
        title: String::new(),
        purpose,
        opened: eye.now,
        input: Input::new(begins),
        offers: Vec::new(),
        chosen: 0,
        does: Ok(String::new()),
        preview: None,
    };
    if prompt.purpose == Purpose::Capture {
        drafts.begin(&mut prompt, eye);
    }
    refresh(&mut prompt, drafts, eye);
    prompt
}

/// Brings the line up to date with what has been typed and with the session.
pub fn refresh(prompt: &mut Prompt, drafts: &Drafts, eye: &Eye<'_>) {
    prompt.title = wording::title(prompt, drafts, eye);
    prompt.offers = offers(prompt, eye);
    prompt.chosen = prompt.chosen.min(prompt.offers.len().saturating_sub(1));
    prompt.preview = match prompt.purpose {
        Purpose::Divide => divide::preview(prompt, eye),
        Purpose::Command => command::preview(prompt, eye),
        _ => None,
    }
    .map(Box::new);
    prompt.does = meant(prompt, drafts, eye).and_then(|ready| trial(ready, prompt, eye));
}

/// What Enter would come to now.
///
/// # Errors
/// One sentence: why it comes to nothing.
pub fn resolve(prompt: &Prompt, drafts: &Drafts, eye: &Eye<'_>) -> Result<Ready, String> {
    let ready = meant(prompt, drafts, eye)?;
    let Entered::Do(action, began) = &ready.entered else { return Ok(ready) };
    let began = counted_from(action, *began, prompt, eye).unwrap_or(*began);
    Ok(Ready { entered: Entered::Do(action.clone(), began), says: ready.says })
}

/// What is picked counts from the key that opened the line; where the floor or the list has changed since so that it does not fit there
/// any more, from now on. An item keeps its moment.
fn counted_from(action: &Action, began: Ms, prompt: &Prompt, eye: &Eye<'_>) -> Result<Ms, Refusal> {
    let tried = |from: Ms| eye.dialogue.decide(eye.seat, &Command { action: action.clone(), ago: eye.now - from }, eye.now).map(|_| from);
    tried(began).or_else(|refusal| if prompt.purpose == Purpose::Capture { Err(refusal) } else { tried(eye.now).map_err(|_| refusal) })
}

fn meant(prompt: &Prompt, drafts: &Drafts, eye: &Eye<'_>) -> Result<Ready, String> {
    match &prompt.purpose {
        Purpose::Command => command::resolve(prompt, eye),
        Purpose::Find => find::resolve(prompt, eye),
        Purpose::Inscribe => inscribe::resolve(prompt, eye),
        Purpose::Capture => capture::resolve(prompt, drafts, eye),
        Purpose::Amend(item) => capture::resolve_amended(prompt, *item, eye),
        Purpose::Filter(_) => Ok(filter::resolve(prompt, "items")),
        Purpose::FilterRecords(_) => Ok(filter::resolve(prompt, "records")),
        Purpose::Decline(items) => Ok(decline::resolve(prompt, items)),
        Purpose::Position(items) => position::resolve(prompt, items),
        Purpose::Theme(items) => themes::resolve(prompt, items, eye),
        Purpose::Split(item) => split::resolve(prompt, *item, eye),
        Purpose::Turn(items) => turn::resolve(prompt, items, eye),
        Purpose::Lead(items) => officials::resolve_lead(prompt, items, eye),
        Purpose::Support(items) => officials::resolve_support(prompt, items, eye),
        Purpose::Pass => officials::resolve_pass(prompt, eye),
        Purpose::Time(entry) => time::resolve(prompt, *entry, eye),
        Purpose::Order => order::resolve(prompt, eye),
        Purpose::Ruling => ruling::resolve(prompt, eye),
        Purpose::Retype => retype::resolve(prompt, eye),
        Purpose::Arrange => arrange::resolve(prompt, eye),
        Purpose::Divide => divide::resolve(prompt, eye),
        Purpose::PutRight(reading) => put_right::resolve(prompt, reading, eye),
        Purpose::Export(places) => {
            let (place, says) = exports::chosen(prompt.input.value(), prompt.chosen, places, eye.state())?;
            Ok(Ready::new(says, Entered::Export(place)))
        }
    }
}

/// The same, held against the session without changing it.
fn trial(ready: Ready, prompt: &Prompt, eye: &Eye<'_>) -> Result<String, String> {
    if let Entered::Do(action, began) = &ready.entered {
        counted_from(action, *began, prompt, eye).map_err(|refusal| refusal.sentence)?;
    }
    Ok(ready.says)
}

fn offers(prompt: &Prompt, eye: &Eye<'_>) -> Vec<Offer> {
    match &prompt.purpose {
        Purpose::Command => command::offers(prompt, eye),
        Purpose::Find => find::offers(prompt, eye),
        Purpose::Inscribe => inscribe::offers(prompt, eye),
        Purpose::Capture | Purpose::Amend(_) | Purpose::Split(_) => capture::offers(prompt, eye),
        Purpose::Filter(_) | Purpose::FilterRecords(_) | Purpose::Decline(_) => Vec::new(),
        Purpose::Position(_) => position::offers(prompt),
        Purpose::Theme(items) => themes::offers(prompt, items, eye),
        Purpose::Turn(_) => turn::offers(prompt, eye),
        Purpose::Lead(_) | Purpose::Support(_) | Purpose::Pass => officials::offers(prompt, eye),
        Purpose::Time(_) => Vec::new(),
        Purpose::Order => order::offers(prompt, eye),
        Purpose::Ruling => ruling::offers(prompt),
        Purpose::Retype => retype::offers(prompt, eye),
        Purpose::Arrange => arrange::offers(prompt, eye),
        Purpose::Divide => divide::offers(prompt, eye),
        Purpose::PutRight(reading) => put_right::offers(prompt, reading, eye),
        Purpose::Export(places) => exports::offers(prompt.input.value(), places, eye.state()),
    }
}

/// Whether a first character takes an official, or a position, without Enter.
pub fn takes_at_once(prompt: &Prompt, typed: char, eye: &Eye<'_>) -> bool {
    officials::takes_at_once(prompt, typed, eye) || position::takes_at_once(prompt, typed)
}

/// Tab: what is chosen is put into the line.
pub fn complete(prompt: &mut Prompt, eye: &Eye<'_>) {
    match prompt.purpose.clone() {
        Purpose::PutRight(reading) => put_right::complete(prompt, &reading, eye),
        Purpose::Command => command::complete(prompt, eye),
        Purpose::Capture | Purpose::Amend(_) | Purpose::Split(_) => capture::complete(prompt, eye),
        Purpose::Theme(_) => themes::complete(prompt),
        Purpose::Lead(_) | Purpose::Support(_) => officials::begin_reason(prompt, eye),
        _ => choose(prompt, 1),
    }
}

/// Up and down among what fits.
pub fn choose(prompt: &mut Prompt, by: isize) {
    if prompt.purpose == Purpose::Ruling {
        return ruling::choose(prompt, by);
    }
    let last = prompt.offers.len().saturating_sub(1);
    prompt.chosen = match prompt.chosen.checked_add_signed(by) {
        Some(chosen) if chosen <= last => chosen,
        Some(_) => 0,
        None => last,
    };
}
