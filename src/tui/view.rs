//! A scene, with what several panels need to know worked out once for the frame.

use ratatui::style::Style;

use super::scene::Scene;
use super::theme::Theme;
use super::ui::{Overlay, Preview};
use super::widgets::times;
use crate::dialogue::{EntryNo, EntryStatus, Expected, Forecast, Item, ItemCounts, ItemNo, Load, Outcome, Sort, State, Turn};
use crate::review::{Code, Ms, Speaker};

/// What panels draw from.
pub struct View<'a> {
    /// The scene.
    pub scene: &'a Scene<'a>,
    /// Its state.
    pub state: &'a State,
    /// Its colours.
    pub theme: &'a Theme,
    /// Its moment.
    pub now: Ms,
    /// How the rest of the meeting will go.
    pub forecast: Forecast,
    /// How many items there are.
    pub counts: ItemCounts,
    /// How much each official has to do, in protocol order.
    pub loads: Vec<Load>,
    /// How many entries have, or had, the floor.
    pub taken: usize,
    /// How many are in the list.
    pub listed: usize,
}

impl<'a> View<'a> {
    /// Works it out.
    pub fn of(scene: &'a Scene<'a>) -> View<'a> {
        let state = scene.state;
        View {
            scene,
            state,
            theme: scene.theme,
            now: scene.now,
            forecast: state.forecast(scene.now),
            counts: state.item_counts(),
            loads: state.loads(scene.now),
            taken: state.entries.iter().filter(|entry| entry.status == EntryStatus::Taken).count(),
            listed: state.listed().count(),
        }
    }

    /// The names of delegations, as on a list of speakers.
    pub fn names(&self, codes: &[Code]) -> String {
        let mut names = String::new();
        for code in codes {
            if !names.is_empty() {
                names.push_str(", ");
            }
            names.push_str(self.state.review.delegation(*code).map_or(code.as_str(), |delegation| &delegation.short));
        }
        names
    }

    /// A kind's name as running text has it: `point of order`.
    pub fn kind_name(&self, id: &str) -> String {
        self.state.kind(id).map_or_else(|| id.replace('-', " "), |kind| kind.name.to_lowercase())
    }

    /// A pool's name; that of the State under review carries its name, as the room says it.
    pub fn pool_name(&self, pool: &str) -> String {
        let modalities = &self.state.review.modalities;
        let mut drawing = modalities.kinds.iter().filter(|kind| kind.pool.as_deref() == Some(pool)).peekable();
        let answers = drawing.peek().is_some() && drawing.all(|kind| kind.speaker == Speaker::StateUnderReview);
        if answers { self.names(&[self.state.review.state_under_review]) } else { pool.replace('-', " ") }
    }

    /// `37 of 103`, for a turn that came out of the list.
    pub fn place_of(&self, turn: &Turn) -> Option<String> {
        turn.entry?;
        let before = self.state.turns.iter().take_while(|other| other.number <= turn.number);
        let place = before.filter(|other| other.entry.is_some() && other.outcome != Some(Outcome::Absent)).count();
        Some(format!("{place} of {}", self.taken + self.listed))
    }

    /// What the forecast says of the entry at a place of the list, counted from 0.
    pub fn expected(&self, at: usize, entry: EntryNo) -> Option<&Expected> {
        let here = self.forecast.expected.get(at).filter(|expected| expected.entry == entry);
        here.or_else(|| self.forecast.expected.iter().find(|expected| expected.entry == entry))
    }

    /// What the open line would come to, in figures.
    pub fn preview(&self) -> Option<&Preview> {
        match self.scene.ui.overlay.as_ref()? {
            Overlay::Prompt(prompt) => prompt.preview.as_deref(),
            _ => None,
        }
    }

    /// A moment as a time of day, to the minute.
    pub fn time_of_day(&self, moment: Ms) -> String {
        times::to_the_minute((self.scene.wall)(moment))
    }

    /// The item that a key for officials would act on: the selected one, else the oldest that nobody has.
    pub fn target(&self) -> Option<ItemNo> {
        self.scene.ui.item.or_else(|| self.state.oldest_to_assign().map(|item| item.number))
    }

    /// How much an official has to do.
    pub fn load(&self, id: &str) -> Load {
        let at = self.state.officials.iter().position(|official| &*official.id == id);
        at.and_then(|at| self.loads.get(at)).copied().unwrap_or_default()
    }

    /// An official in as few letters as possible: the handle, else the id.
    pub fn handle(&self, id: &str) -> String {
        self.state.official(id).and_then(|official| official.key).map_or_else(|| id.to_owned(), String::from)
    }

    /// An official's office, short where the review has a short form.
    pub fn office<'s>(&'s self, id: &'s str) -> &'s str {
        let listed = self.state.review.official(id).map(|official| official.short.as_str());
        listed.or_else(|| self.state.official(id).map(|official| &*official.office)).unwrap_or(id)
    }

    /// The official who answers the themes of an item, if one does.
    pub fn suggested(&self, item: &Item) -> Option<&str> {
        let answers = |theme: &str| self.state.review.officials.iter().find(|official| official.themes.iter().any(|own| own == theme));
        item.themes.iter().find_map(|theme| answers(theme)).map(|official| official.id.as_str())
    }

    /// The sign of a sort of item, and its style.
    pub fn sign(&self, sort: Sort) -> (&'static str, Style) {
        match sort {
            Sort::Question => ("?", self.theme.question),
            Sort::Recommendation => ("!", self.theme.recommendation),
            Sort::Commendation => ("+", self.theme.commendation),
            Sort::Comment => (".", self.theme.comment),
        }
    }

    /// Who asks it too: ` also BRA, CHL`; nothing where nobody does.
    pub fn also(&self, item: &Item) -> String {
        match self.state.also_asked_by(item).as_slice() {
            [] => String::new(),
            also => format!(" also {}", also.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        }
    }

    /// The authors of an item in one word: `FRA`, and `FRA+` for several.
    pub fn authors(&self, item: &Item) -> String {
        let authors = self.state.authors(item);
        match &*authors {
            [] => "–".to_owned(),
            [one] => one.to_string(),
            [first, ..] => format!("{first}+"),
        }
    }
}
