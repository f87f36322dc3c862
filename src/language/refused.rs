//! A refusal in the words of the screen: the records that it quotes as they were typed, by what they are called in the log.

use super::logged::logged;
use crate::dialogue::{Dialogue, Refusal, Seq};

/// The same refusal, with `5 (next: France)` in the place of `5 (next seen=e10)`.
pub fn refused(refusal: Refusal, dialogue: &Dialogue) -> Refusal {
    let numbers = refusal.sentence.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok());
    let quoted = numbers.filter_map(|number| dialogue.record(Seq(number)));
    let sentence = quoted.fold(refusal.sentence.clone(), |sentence, record| {
        let called = logged(record, dialogue.records(), dialogue.state());
        sentence.replace(&record.quoted(), &format!("{} ({called})", record.seq))
    });
    Refusal { sentence, ..refusal }
}
