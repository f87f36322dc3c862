//! What is seen when a clock has nothing left: as the modalities have it, the clock runs on, stands, or ends the turn.

use ratatui::style::Style;

use super::{Bar, Loud, Words};
use crate::dialogue::{Clock, Phase, Turn};
use crate::review::{AtZero, Count, Ms};
use crate::tui::view::View;
use crate::tui::widgets::times;

/// A clock at its end or beyond it.
pub struct Zero {
    /// The state's word.
    pub word: String,
    /// Its style.
    pub style: Style,
    /// How much of the floor is in that style.
    pub loud: Loud,
    /// The band under the clock.
    pub bar: Bar,
}

/// What a running turn shows that has nothing left; absent while something is.
///
/// Zero is final and not over (case ON-09): the word changes when the clock does, one whole second later. Nothing in the band changes
/// with the seconds, so that none of them costs more than its digits.
pub fn reached(view: &View, clock: Clock) -> Option<Zero> {
    let theme = view.theme;
    if clock.left > Ms::ZERO {
        return None;
    }
    let zero = |word: &str, style, loud, band: &str| {
        let words = Words { before: "", name: String::new(), after: band.to_owned() };
        Zero { word: word.to_owned(), style, loud, bar: Bar::Band(words, style) }
    };
    Some(if times::is_over(clock.left) {
        let word = format!("OVER {}", times::overtime(clock.left));
        Zero { word, ..zero("", theme.over, Loud::All, "O V E R   T I M E") }
    } else if clock.runs {
        zero("FINAL", theme.last, Loud::Clock, "T I M E   I S   U P")
    } else {
        zero("STANDS AT 0:00", theme.last, Loud::Clock, "S T A N D S   A T   0:00")
    })
}

/// What will happen at zero, where it is something else than that the clock runs on; said in the last seconds.
pub fn ahead(view: &View, turn: &Turn, clock: Clock) -> Option<String> {
    let counts_down = view.state.kind(&turn.kind).is_none_or(|kind| kind.count == Count::Down);
    if clock.phase != Phase::Final || clock.left <= Ms::ZERO {
        return None;
    }
    match view.state.review.modalities.at_zero {
        AtZero::Cut if counts_down => Some("is cut at 0:00".to_owned()),
        AtZero::Stop => Some("stands at 0:00".to_owned()),
        AtZero::Cut | AtZero::GoOn => None,
    }
}
