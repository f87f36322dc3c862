//! What the operator is looking at when a key is pressed, and the words for it.

use std::sync::Arc;

use super::selection;
use super::together::Together;
use crate::dialogue::{Dialogue, Entry, EntryNo, Item, ItemNo, Record, Sort, State, Status, Text, Turn};
use crate::language;
use crate::review::{Code, Ms};
use crate::tui::board::{Grouping, Sorting};
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::log::Picked;
use crate::tui::scene::WallTime;
use crate::tui::ui::{Focus, Screen};

/// One moment of one session, with what is selected on the screen.
#[derive(Clone)]
pub struct Eye<'a> {
    /// The session.
    pub dialogue: &'a Dialogue,
    /// Whose hand it is.
    pub seat: &'a str,
    /// When.
    pub now: Ms,
    /// Which screen is open.
    pub screen: Screen,
    /// Which panel has the selection keys.
    pub focus: Focus,
    /// The selected entry.
    pub entry: Option<EntryNo>,
    /// The selected item.
    pub item: Option<ItemNo>,
    /// The items that keys act on together.
    pub marked: Vec<ItemNo>,
    /// The theme that is selected as a whole.
    pub theme: Option<Text>,
    /// The selected official.
    pub official: Option<Text>,
    /// What the board of items shows.
    pub board: Shown,
    /// What the log shows.
    pub log: RecordsShown,
    /// The first of two entries that are to exchange places.
    pub swap: Option<EntryNo>,
    /// How many lines of items were put by, unfinished.
    pub drafts: usize,
    /// Who stood first in the list on the last frame; absent: no frame has been drawn.
    pub shown_first: Option<Option<EntryNo>>,
    /// What was refused for the sake of other records, which can be taken back as well.
    pub together: Option<Arc<Together>>,
    /// Makes times of day out of moments.
    pub wall: &'a dyn Fn(Ms) -> WallTime,
    /// The operator's keys, for sentences that name one.
    pub keys: Arc<Keymap>,
}

/// What the board of items shows, in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it is grouped by.
    pub grouping: Grouping,
    /// In which order its items stand.
    pub sorting: Sorting,
    /// The filter as typed.
    pub filter: String,
    /// Whether any item fits it.
    pub any: bool,
}

/// What the log of records shows, in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordsShown {
    /// The filter as typed.
    pub filter: String,
    /// Whether any record fits it.
    pub any: bool,
    /// The selected record, and what its keys would do.
    pub picked: Option<Picked>,
}

impl<'a> Eye<'a> {
    /// The session's state.
    pub fn state(&self) -> &'a State {
        self.dialogue.state()
    }

    /// The key that does something, as printed on it.
    pub fn key(&self, deed: Deed) -> String {
        self.keys.keys(deed).next().map(|chord| chord.to_string()).unwrap_or_default()
    }

    /// The State under review.
    pub fn state_under_review(&self) -> String {
        let review = &self.state().review;
        review.name_of(review.state_under_review)
    }

    /// Delegations in a few words: `Norway`, `Norway and 3 more`.
    pub fn names(&self, delegations: &[Code]) -> String {
        in_brief(delegations, self.state())
    }

    /// An entry in a few words.
    pub fn entry_name(&self, entry: &Entry) -> String {
        self.names(&entry.delegations)
    }

    /// A turn in a few words.
    pub fn turn_name(&self, turn: &Turn) -> String {
        self.names(&turn.delegations)
    }

    /// A kind of turn as a sentence names it: `point of order`.
    pub fn kind_name(&self, id: &str) -> String {
        self.state().kind(id).map_or_else(|| id.replace('-', " "), |kind| kind.name.to_lowercase())
    }

    /// An item in a few words: `38 FRA ? visits of the NPM`.
    pub fn item_name(&self, item: &Item) -> String {
        let authors: Vec<String> = self.state().authors(item).iter().map(ToString::to_string).collect();
        let text: String = item.text.chars().take(40).collect();
        let more = if text.len() < item.text.len() { "…" } else { "" };
        format!("{} {} {} {text}{more}", item.number, authors.join(" "), sign(item.sort))
    }

    /// A record in a few words; one that puts others right by those.
    pub fn record_name(&self, record: &Record) -> String {
        language::logged(record, self.dialogue.records(), self.state())
    }

    /// An official's office in a few letters.
    pub fn official_name(&self, id: &str) -> String {
        official_name(id, self.state())
    }

    /// The selected entry, while it is in the list.
    ///
    /// # Errors
    /// A sentence, when there is none.
    pub fn selected_entry(&self) -> Result<&'a Entry, String> {
        self.entry.and_then(|number| self.state().listed().find(|entry| entry.number == number)).ok_or_else(|| {
            let (down, up, find) = (self.key(Deed::Down), self.key(Deed::Up), self.key(Deed::Find));
            format!("No speaker is selected; the arrows and {down} {up} select one, {find} finds one")
        })
    }

    /// The meeting is not over.
    ///
    /// # Errors
    /// A sentence, when it is.
    pub fn not_over(&self) -> Result<(), String> {
        match self.state().status {
            Status::Adjourned => Err(format!("The meeting is over: it was adjourned, {} takes that back", self.key(Deed::Undo))),
            _ => Ok(()),
        }
    }

    /// The meeting has begun and is not over.
    ///
    /// # Errors
    /// A sentence with the key that would help.
    pub fn begun(&self) -> Result<(), String> {
        match self.state().status {
            Status::Waiting => Err(format!("The meeting has not begun; {} begins it", self.key(Deed::Next))),
            _ => self.not_over(),
        }
    }

    /// The meeting is in progress, so that someone can be given the floor.
    ///
    /// # Errors
    /// A sentence with the key that would help.
    pub fn in_progress(&self) -> Result<(), String> {
        match self.state().status {
            Status::Suspended => Err(format!("The meeting is suspended; {} lets it go on", self.key(Deed::Next))),
            _ => self.begun(),
        }
    }

    /// The selected item.
    ///
    /// # Errors
    /// A sentence, when there is none.
    pub fn selected_item(&self) -> Result<&'a Item, String> {
        self.item.and_then(|number| self.state().item(number)).ok_or_else(|| {
            let (panel, down, up) = (self.key(Deed::Panel), self.key(Deed::Down), self.key(Deed::Up));
            format!("No item is selected; {panel} goes to the items, the arrows and {down} {up} select one")
        })
    }

    /// The items that a key acts on: those that are marked, else those under the selected theme, else the selected one.
    ///
    /// # Errors
    /// A sentence, when there are none.
    pub fn chosen_items(&self) -> Result<Vec<&'a Item>, String> {
        if self.marked.is_empty() {
            return match &self.theme {
                Some(theme) => Ok(selection::under(theme, self.state())),
                None => self.selected_item().map(|item| vec![item]),
            };
        }
        Ok(self.marked.iter().filter_map(|number| self.state().item(*number)).collect())
    }

    /// The point of order that a ruling would be on: the one on the floor, running or held, else the last one.
    pub fn ruled_upon(&self) -> Option<&'a Turn> {
        self.state().ruled_upon()
    }

    /// Whether the turn is the State under review's.
    pub fn answers(&self, turn: &Turn) -> bool {
        self.state().answers(&turn.kind)
    }
}

/// An official's office in a few letters.
pub(super) fn official_name(id: &str, state: &State) -> String {
    let short = state.review.official(id).map(|official| official.short.clone());
    short.or_else(|| state.official(id).map(|official| official.office.to_string())).unwrap_or_else(|| id.to_owned())
}

/// Delegations in a few words: `Norway`, `Norway and 3 more`.
pub(super) fn in_brief(delegations: &[Code], state: &State) -> String {
    match delegations {
        [] => "nobody".to_owned(),
        [one] => state.review.name_of(*one),
        [first, rest @ ..] => format!("{} and {} more", state.review.name_of(*first), rest.len()),
    }
}

/// The sign by which a sort is typed and shown.
pub fn sign(sort: Sort) -> char {
    match sort {
        Sort::Question => '?',
        Sort::Recommendation => '!',
        Sort::Comment => '.',
        Sort::Commendation => '+',
    }
}
