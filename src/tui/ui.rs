//! What the terminal knows beside the session: where the eye and the hand are. Nothing of it is a record.

use tui_input::Input;

use super::board::Board;
use super::log::Log;
use crate::dialogue::{Action, EntryNo, ItemNo, Seq, State, Text};
use crate::export::Place;
use crate::review::{Inscribed, Ms};

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

/// What lies over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The input line, whatever it is for: commands, finding, items, pickers.
    Prompt(Prompt),
    /// The keys that work now.
    Keys,
    /// All of an item, or all that an official has.
    Sheet(Sheet),
    /// A question with a harmless answer preselected.
    Question(Question),
    /// What was understood of a list that is to be taken over.
    Import(Import),
}

/// The one input line. It is drawn the same for every purpose.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it is for.
    pub purpose: Purpose,
    /// The moment of the key that opened it; what is entered counts from here.
    pub opened: Ms,
    /// Stands in the frame: `39 · FRANCE, turn 37 · 15:47:05`.
    pub title: String,
    /// What has been typed.
    pub input: Input,
    /// What fits, best first.
    pub offers: Vec<Offer>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// What Enter will do; an error says why it would do nothing.
    pub does: Result<String, String>,
    /// The keys of this line.
    pub footer: String,
    /// What it would come to, in figures; stands beside the list while the line is open.
    pub preview: Option<Box<Preview>>,
}

/// What a division, or the sharing of an overrun, would come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// What is shown: `equal division of 90:30`.
    pub title: String,
    /// What is to be known of it and how much it is: `each gets` `1:17`.
    pub rows: Vec<(String, String)>,
    /// Who would not be reached, by name, in the order of the list.
    pub unreached: Vec<String>,
    /// What a Council member and anyone else would get; absent where no entry's time would change.
    pub each: Option<(Ms, Ms)>,
}

/// What was understood of a list that is to be taken over, line by line; Enter takes all of it, or nothing is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Where it comes from: a file, or `pasted lines`.
    pub from: String,
    /// Every line that says something, in its order.
    pub lines: Vec<ImportLine>,
    /// How many of them have been scrolled past.
    pub scrolled: usize,
    /// What is taken, once nothing is wrong.
    pub takes: Takes,
    /// What Enter will do; an error says why it would do nothing.
    pub does: Result<String, String>,
}

/// What lines are taken as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// Entries of the list of speakers, in one record.
    Entries(Vec<Inscribed>),
    /// Items, a record each, said at one moment.
    Items(Vec<Action>, Ms),
}

/// A line of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportLine {
    /// Its number, from 1.
    pub number: usize,
    /// As it was written, on one row and without control characters.
    pub written: String,
    /// Who was understood, as `France` or `Chad, Mali · joint-statement · 2:00`; an error says what is wrong and what would be right.
    pub understood: Result<String, String>,
}

/// All that is known of one item, or all that one official has: label and text, a row each, under headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Of what.
    pub about: About,
    /// Stands in the frame.
    pub title: String,
    /// What is known.
    pub rows: Vec<SheetRow>,
    /// How many rows have been scrolled past.
    pub scrolled: usize,
}

/// What a sheet is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An item, with its history.
    Item(ItemNo),
    /// An official, with what they are to answer and have answered.
    Official(Text),
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetRow {
    /// What those below are about.
    Heading(String),
    /// A short label, and a text of any length.
    Fact(String, String),
}

/// What the input line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// `:` a command of the language
    Command,
    /// `/` find an entry or an item
    Find,
    /// `i` inscribe
    Inscribe,
    /// `q ! + .` log an item
    Capture,
    /// `a A` give items to an official
    Assign {
        /// Which.
        items: Vec<ItemNo>,
        /// As one who adds to the answer.
        support: bool,
    },
    /// `f` which items are shown; until then these were
    Filter(String),
    /// `f` which records are shown; until then these were
    FilterRecords(String),
    /// `R` why items will not be answered
    Decline(Vec<ItemNo>),
    /// `P` what the State under review says of recommendations
    Position(Vec<ItemNo>),
    /// `,` the themes of items
    Theme(Vec<ItemNo>),
    /// `%` what the second of two items says
    Split(ItemNo),
    /// `I` an item is put right
    Amend(ItemNo),
    /// `T` the turn that items belong to
    Turn(Vec<ItemNo>),
    /// `v` pass the floor to an official
    Pass,
    /// `l` an entry's own allotment
    Time(EntryNo),
    /// `o` a point of order
    Order,
    /// `y` the chair's ruling on it
    Ruling,
    /// `O` the running turn is of another kind
    Retype,
    /// `S` the whole list ordered by name or by lot
    Arrange,
    /// `=` what is left, divided
    Divide,
    /// `H` the exports, each with its file
    Export(Vec<Place>),
}

impl Purpose {
    /// Whether what is entered changes items that are there.
    pub fn is_about_items(&self) -> bool {
        matches!(
            self,
            Purpose::Assign { .. }
                | Purpose::Decline(_)
                | Purpose::Position(_)
                | Purpose::Theme(_)
                | Purpose::Split(_)
                | Purpose::Amend(_)
                | Purpose::Turn(_)
        )
    }
}

/// One thing that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is: `FRA`, `#torture`, `@i`.
    pub label: String,
    /// What to know of it: the full name, why it is offered, how loaded an official is.
    pub detail: String,
    /// What is put into the line when it is taken.
    pub insert: String,
}

/// A question to the operator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub title: String,
    /// What is at stake, a line each.
    pub lines: Vec<String>,
    /// The answers; the harmless one first.
    pub answers: Vec<String>,
    /// Which is chosen.
    pub chosen: usize,
}
