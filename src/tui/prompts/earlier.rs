//! `repeats=`: the recommendation of the review before this one that an item repeats, by its number, who made it, or its words.

use crate::review::Earlier;
use crate::review::names::fold;
use crate::tui::input::Eye;
use crate::tui::ui::Offer;

/// Begins what an item repeats.
pub(super) const REPEATS: &str = "repeats=";

const SHOWN: usize = 8;

/// Earlier recommendations that fit what is typed behind `repeats=`; before anything is, those with most words of the item.
pub(super) fn offers(begun: &str, said: &str, eye: &Eye<'_>) -> Vec<Offer> {
    let review = &eye.state().review;
    let wanted = fold(begun);
    let fits = |earlier: &&Earlier| {
        let by_name = || fold(&review.names(&earlier.delegations)).split(' ').any(|word| word.starts_with(&wanted));
        earlier.number.starts_with(begun) || (!wanted.is_empty() && (by_name() || fold(&earlier.text).contains(&wanted)))
    };
    let words: Vec<String> = fold(said).split(' ').filter(|word| word.len() > 3).map(str::to_owned).collect();
    let in_common = |earlier: &&Earlier| {
        let text = fold(&earlier.text);
        words.iter().filter(|word| text.split(' ').any(|other| other == word.as_str())).count()
    };
    let mut fitting: Vec<&Earlier> = review.earlier.iter().filter(fits).collect();
    fitting.sort_by_key(|earlier| std::cmp::Reverse(in_common(earlier)));
    let offer = |earlier: &Earlier| Offer {
        label: earlier.number.clone(),
        detail: format!("{}: {}", review.names(&earlier.delegations), earlier.text),
        insert: format!("{REPEATS}{}", earlier.number),
    };
    fitting.into_iter().take(SHOWN).map(offer).collect()
}

/// Whether nothing is left to be chosen.
pub(super) fn is_whole(written: &str, eye: &Eye<'_>) -> bool {
    eye.state().review.earlier.iter().any(|earlier| earlier.number == written)
}
