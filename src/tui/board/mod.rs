//! The board of items: which of them are shown, in which order and under which headings. Only what changed is looked at anew.

mod grouping;
mod index;
mod sorting;

use crate::dialogue::{Dialogue, ItemNo, State, Text};

pub use grouping::Grouping;
use index::{Indexed, Wanted};
pub use sorting::Sorting;

/// What one terminal shows of the items. Nothing of it is a record.
#[derive(Debug, Clone, Default)]
pub struct Board {
    filter: String,
    grouping: Grouping,
    sorting: Sorting,
    /// The newest record that the index knows of.
    knows: Option<Text>,
    index: Vec<Indexed>,
    /// Places in the index that fit the filter, the newest item first.
    fitting: Vec<usize>,
    rows: Vec<Row>,
}

/// A row of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// What the items below have in common, and how many those are.
    Heading(String, usize),
    /// An item.
    Item(ItemNo),
}

impl Board {
    /// What has been recorded since is taken in.
    pub fn follow(&mut self, dialogue: &Dialogue) {
        let newest = dialogue.records().last().map(|record| &record.id);
        if self.knows.as_ref() != newest {
            self.show(dialogue.state());
            self.knows = newest.cloned();
        }
    }

    /// The items are those of this state, whichever was seen before.
    pub fn show(&mut self, state: &State) {
        self.knows = None;
        index::bring_up_to_date(&mut self.index, state);
        self.fitting = (0..self.index.len()).rev().collect();
        self.narrow_to(&Wanted::read(&self.filter));
        self.arrange(state);
    }

    /// Another filter: several words, which must all fit. A longer one only looks at what fitted the shorter.
    pub fn narrow(&mut self, filter: &str, state: &State) {
        if filter == self.filter {
            return;
        }
        let (before, wanted) = (Wanted::read(&self.filter), Wanted::read(filter));
        if !wanted.narrows(&before) {
            self.fitting = (0..self.index.len()).rev().collect();
        }
        filter.clone_into(&mut self.filter);
        self.narrow_to(&wanted);
        self.arrange(state);
    }

    /// Other headings, unless the filter names some.
    pub fn group(&mut self, grouping: Grouping, state: &State) {
        self.grouping = grouping;
        self.arrange(state);
    }

    /// Another order, unless the filter names one.
    pub fn sort(&mut self, sorting: Sorting, state: &State) {
        self.sorting = sorting;
        self.arrange(state);
    }

    /// The filter as typed.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// What the rows are grouped by: as the filter says, else as it was chosen by key.
    pub fn grouping(&self) -> Grouping {
        Wanted::read(&self.filter).grouping.unwrap_or(self.grouping)
    }

    /// The order of the rows: as the filter says, else as it was chosen by key.
    pub fn sorting(&self) -> Sorting {
        Wanted::read(&self.filter).sorting.unwrap_or(self.sorting)
    }

    /// What is shown, from the top.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The items among the rows, from the top.
    pub fn items(&self) -> impl Iterator<Item = ItemNo> {
        self.rows.iter().filter_map(|row| match row {
            Row::Item(number) => Some(*number),
            Row::Heading(..) => None,
        })
    }

    /// How many items fit the filter.
    pub fn count(&self) -> usize {
        self.fitting.len()
    }

    fn narrow_to(&mut self, wanted: &Wanted) {
        let index = &self.index;
        self.fitting.retain(|at| index.get(*at).is_some_and(|indexed| wanted.fits(indexed)));
    }

    fn arrange(&mut self, state: &State) {
        let mut fitting: Vec<&Indexed> = self.fitting.iter().filter_map(|at| self.index.get(*at)).collect();
        self.sorting().sort(&mut fitting, state);
        self.rows = grouping::rows(self.grouping(), fitting.into_iter().map(|indexed| &indexed.item), state);
    }
}
