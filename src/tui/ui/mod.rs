//! What the terminal knows beside the session: where the eye and the hand are. Nothing of it is a record.

mod line;
mod over;

use std::sync::Arc;

use super::board::Board;
use super::log::Log;
use crate::dialogue::{EntryNo, ItemNo, Record, Seq, State, Text};
use crate::review::Ms;

pub use line::{Offer, Preview, Prompt, Purpose, Reading};
pub use over::{About, Import, ImportLine, Meant, Overlay, Question, Sheet, SheetRow, Takes};

/// The whole of it. A screen is drawn from this, the state and a moment.
#[derive(Debug, Clone, Default)]
pub struct Ui {
    /// Which screen is open.
    pub screen: Screen,
    /// Which panel the selection keys move in.
    pub focus: Focus,
    /// The selected entry; belongs to the entry, not to a row.
    pub entry: Option<EntryNo>,
    /// The selected item.
    pub item: Option<ItemNo>,
    /// The items that keys act on together.
    pub marked: Vec<ItemNo>,
    /// The theme that is selected as a whole, among what the official on the floor is to answer.
    pub theme: Option<Text>,
    /// The selected official.
    pub official: Option<Text>,
    /// Which items are shown on their screen, and how.
    pub board: Board,
    /// Which records are shown on theirs.
    pub log: Log,
    /// The selected record.
    pub record: Option<Seq>,
    /// The moment that is looked at instead of the present.
    pub past: Option<Box<Past>>,
    /// The first of two entries that are to exchange places, until the second is chosen.
    pub swap: Option<EntryNo>,
    /// The entries that the last key gave another place; until the next key.
    pub moved: Vec<Moved>,
    /// What lies over the screen, if anything.
    pub overlay: Option<Overlay>,
    /// How many rows of the keys have been scrolled past.
    pub keys_from: usize,
    /// How many rows of the figures, or of the sums, have been scrolled past.
    pub figures_from: usize,
    /// The last answer to a key, shown in the status line until the next key.
    pub message: Option<Message>,
    /// What is asked over the screen takes no answer yet.
    pub too_early: bool,
    /// Why the last record could not be written; a bar that stays until one can.
    pub not_written: Option<String>,
}

impl Ui {
    /// Opens another screen, seen from its top.
    pub fn open(&mut self, screen: Screen) {
        (self.screen, self.figures_from) = (screen, 0);
        // Marks act only where they are seen.
        self.marked.clear();
        self.record = None;
        // The selection keys move only what is on the screen.
        self.focus = match screen {
            Screen::Floor if matches!(self.focus, Focus::Officials | Focus::Records) => Focus::List,
            Screen::Floor => self.focus,
            Screen::Delegation => Focus::Officials,
            Screen::Log => Focus::Records,
            Screen::Items | Screen::Figures | Screen::Outstanding => Focus::Items,
        };
    }
}

/// The screens, by number key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Screen {
    /// `1` the floor
    #[default]
    Floor,
    /// `2` all items
    Items,
    /// `3` officials with load and time
    Delegation,
    /// `4` forecast and statistics
    Figures,
    /// `5` all records
    Log,
    /// `6` what is still to be answered
    Outstanding,
}

/// The panel that has the selection keys.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list of speakers.
    #[default]
    List,
    /// The items.
    Items,
    /// The officials.
    Officials,
    /// The records.
    Records,
}

/// The moment of a record, looked at from the log: what was seen just after it. The meeting goes on meanwhile.
#[derive(Debug, Clone)]
pub struct Past {
    /// After which record.
    pub record: Seq,
    /// When that was made.
    pub at: Ms,
    /// What it is called.
    pub says: String,
    /// What was true then.
    pub state: State,
}

impl Past {
    /// Those of all records that there were then.
    pub fn records<'a>(&self, all: &'a [Arc<Record>]) -> &'a [Arc<Record>] {
        let many = usize::try_from(self.record.0).unwrap_or(usize::MAX).min(all.len());
        all.get(..many).unwrap_or_default()
    }
}

/// An answer to a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// Whether the key was refused.
    pub refused: bool,
}

/// An entry that has just been given another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub entry: EntryNo,
    /// Its place before, counted from 1 in the list as it is shown.
    pub from: usize,
    /// Its place now; less than before: it moved up.
    pub to: usize,
}
