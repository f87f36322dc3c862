//! What the floor says, in words: who, how long, in what state. Every screen and every size says the same.

mod nobody;
mod turn;
mod zero;

use ratatui::style::Style;

use crate::review::Ms;
use crate::tui::view::View;
use crate::tui::widgets::{columns_of, shortened};

/// The floor at this moment.
pub struct Standing {
    /// Who has it, or is called to it.
    pub who: String,
    /// Called, and not yet speaking.
    pub called: bool,
    /// As what: `statement`.
    pub kind: String,
    /// Whether it came over the turn of someone else.
    pub interrupts: bool,
    /// `37 of 103`
    pub place: String,
    /// The large clock.
    pub clock: String,
    /// The state, as a word in capitals.
    pub word: String,
    /// The style of both.
    pub style: Style,
    /// How much of the floor stands out in that style.
    pub loud: Loud,
    /// The clock again in small, with what it is measured against: ` 0:27 of 1:21`, `+0:12 on 1:21`.
    pub measure: String,
    /// What else is to be known of it, most important first.
    pub remarks: Vec<String>,
    /// The row under the clock.
    pub bar: Bar,
    /// The chair's ruling on a point of order, or that it is awaited and by which key.
    pub ruling: Option<(String, Style)>,
    /// Turns underneath, the one that goes on next first.
    pub held: Vec<Held>,
}

/// How much of the floor stands out, so that a state is seen across a room and without colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Loud {
    /// The word alone.
    #[default]
    Word,
    /// The large clock too: there is nothing left.
    Clock,
    /// The whole width of clock and words: more is used than there was.
    All,
}

/// The row under the clock.
pub enum Bar {
    /// Nothing.
    Empty,
    /// How much is used, out of how much.
    Used(Ms, Ms),
    /// A band with a few words in it.
    Band(Words, Style),
    /// What is left to be seen of the turn that ended last.
    Last(Words),
}

/// A few words of someone, of which the name gives way where there is not room for all.
pub struct Words {
    /// What stands before the name.
    pub before: &'static str,
    /// The name, or several.
    pub name: String,
    /// What is said of them.
    pub after: String,
}

impl Words {
    /// As much of the name as leaves room for the rest, and the rest.
    pub fn fit(&self, columns: u16) -> String {
        let rest = columns_of(self.before).saturating_add(columns_of(&self.after));
        format!("{}{}{}", self.before, shortened(&self.name, columns.saturating_sub(rest)), self.after)
    }
}

/// A turn underneath another.
pub struct Held {
    /// Whose.
    pub who: String,
    /// The same by code, where the names do not fit.
    pub code: String,
    /// What it is: `statement 37 of 103`.
    pub what: String,
    /// What it has left, or how far it is over.
    pub time: String,
    /// Which of the two.
    pub over: bool,
    /// How it waits: held, still paused, or running on underneath as some kinds have it.
    pub word: &'static str,
}

impl Standing {
    /// Reads it off the state.
    pub fn of(view: &View) -> Standing {
        match view.state.speaking() {
            Some(turn) => turn::speaking(view, turn),
            None => nobody::speaks(view),
        }
    }

    /// Who, and whether only called: `called: GERMANY`.
    pub fn label(&self) -> String {
        if self.called { format!("called: {}", self.who) } else { self.who.clone() }
    }
}
