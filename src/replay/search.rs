//! Finding a name, an item or a note, from where one is, in either direction.

use std::ops::Range;

use super::track::{Position, Step, Track};
use crate::dialogue::{Event, Logging};
use crate::review::names::fold;
use crate::review::{Code, Review};

impl Track {
    /// The next step in which something is said by or of what is looked for: a delegation that takes the floor or is inscribed, the words
    /// of an item, a note, an official. Of several words all must fit; to those of an item the names of whoever asked belong. Letters
    /// count without case and accents. From the last it goes on with the first.
    pub fn hit_after(&self, from: Position, wanted: &str) -> Option<Position> {
        let (before, behind) = self.around(from);
        self.first_hit(wanted, behind.chain(before))
    }

    /// The last such step before. From the first it goes on with the last.
    pub fn hit_before(&self, from: Position, wanted: &str) -> Option<Position> {
        let (before, behind) = self.around(from);
        self.first_hit(wanted, before.rev().chain(behind.rev()))
    }

    /// The steps before a position and those behind it; the one that it stands after is neither.
    fn around(&self, from: Position) -> (Range<usize>, Range<usize>) {
        (0..from.after.saturating_sub(1), from.after..self.steps().len())
    }

    fn first_hit(&self, wanted: &str, mut among: impl Iterator<Item = usize>) -> Option<Position> {
        let wanted = Wanted::of(wanted, self.review())?;
        let fits = |at: &usize| self.steps().get(*at).is_some_and(|step| wanted.is_in(step, self.course.authors(at + 1)));
        among.find(fits).map(|at| self.after(at + 1))
    }

    /// So many of the next such steps, the nearest first.
    pub fn nearest(&self, wanted: &str, from: Position, many: usize) -> Vec<Position> {
        let mut hits: Vec<Position> = Vec::new();
        while hits.len() < many {
            match self.hit_after(hits.last().copied().unwrap_or(from), wanted) {
                Some(hit) if !hits.contains(&hit) => hits.push(hit),
                _ => break,
            }
        }
        hits
    }
}

/// What is looked for, word by word.
struct Wanted<'a>(Vec<Word<'a>>);

impl Wanted<'_> {
    fn of<'a>(wanted: &str, review: &'a Review) -> Option<Wanted<'a>> {
        let words: Vec<Word<'_>> = fold(wanted).split_whitespace().map(|word| Word::of(word, review)).collect();
        (!words.is_empty()).then_some(Wanted(words))
    }

    /// Whoever asked is not enough by themselves, or every item of a statement would be found with its beginning.
    fn is_in(&self, step: &Step, authors: &[Code]) -> bool {
        let own: Vec<bool> = self.0.iter().map(|word| word.is_in(step)).collect();
        own.contains(&true) && self.0.iter().zip(own).all(|(word, own)| own || word.names(authors))
    }
}

/// Folded letters, and the delegations whose name or code has them.
struct Word<'a> {
    text: String,
    codes: Vec<Code>,
    review: &'a Review,
}

impl Word<'_> {
    fn of<'a>(text: &str, review: &'a Review) -> Word<'a> {
        let named = review.delegations.iter().filter(|one| {
            let is_code = [Some(one.code), one.alpha2].iter().flatten().any(|code| code.as_str().eq_ignore_ascii_case(text));
            is_code || one.keys.iter().any(|key| key.contains(text))
        });
        Word { codes: named.map(|one| one.code).collect(), text: text.to_owned(), review }
    }

    fn is_in(&self, step: &Step) -> bool {
        step.facts().iter().any(|event| match event {
            Event::TookFloor(taking) => self.names(&taking.delegations) || taking.official.as_deref().is_some_and(|id| self.is_office(id)),
            Event::Passed { official: Some(id), .. } => self.is_office(id),
            Event::Inscribed(inscription) => self.names(&inscription.delegations),
            Event::Imported(inscriptions) => inscriptions.iter().any(|inscription| self.names(&inscription.delegations)),
            Event::Logged(logging) => self.is_logged(logging),
            Event::AskedBefore(loggings) => loggings.iter().any(|logging| self.is_logged(logging)),
            Event::Split { text, .. } | Event::Noted(text) => self.is_said(text),
            Event::Ruled { text: words, .. } | Event::Assigned { why: words, .. } | Event::Declined { why: words, .. } => {
                words.as_ref().is_some_and(|words| self.is_said(words))
            }
            Event::Edited(editing) => editing.text.as_ref().is_some_and(|text| self.is_said(text)),
            Event::ParticipantEntered { key, .. } => key.contains(&self.text),
            Event::OfficialEntered { office, .. } => self.is_said(office),
            _ => false,
        })
    }

    fn is_logged(&self, logging: &Logging) -> bool {
        self.is_said(&logging.text) || self.names(&logging.by) || logging.themes.iter().any(|theme| self.is_theme(theme))
    }

    fn names(&self, delegations: &[Code]) -> bool {
        delegations.iter().any(|code| self.codes.contains(code))
    }

    fn is_office(&self, id: &str) -> bool {
        self.is_said(id) || self.review.official(id).is_some_and(|official| self.is_said(&official.office))
    }

    fn is_theme(&self, id: &str) -> bool {
        self.is_said(id) || self.review.theme(id).is_some_and(|theme| self.is_said(&theme.name))
    }

    fn is_said(&self, text: &str) -> bool {
        fold(text).contains(&self.text)
    }
}
