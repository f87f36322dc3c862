//! Which theme an item is about, and who should answer it: shown with the reason, never done by itself.

mod officials;
mod themes;

pub use officials::{Suggestion, in_words, officials_for, officials_of};
pub use themes::{ThemeSuggestion, themes_for, themes_of};
