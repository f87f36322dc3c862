//! The one input line, and what it is for.

use tui_input::Input;

use super::Takes;
use crate::dialogue::{EntryNo, ItemNo};
use crate::export::Place;
use crate::review::Ms;

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
    /// `a` give items to an official
    Lead(Vec<ItemNo>),
    /// `A` give items to an official who adds to the answer
    Support(Vec<ItemNo>),
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
    /// `I` a line of a list that is to be taken over is put right
    PutRight(Reading),
}

/// How a line of a list is read that is put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The number of the line.
    pub number: usize,
    /// The line that names the columns.
    pub header: Option<String>,
    /// What lines are taken as.
    pub takes: Takes,
}

impl Purpose {
    /// Whether what is entered changes items that are there.
    pub fn is_about_items(&self) -> bool {
        matches!(
            self,
            Purpose::Lead(_)
                | Purpose::Support(_)
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
