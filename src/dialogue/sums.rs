//! Items counted by official and by delegation, each item once, so that the sums agree with the counts of all.

use std::collections::BTreeMap;

use super::{Item, ItemCounts, ItemStatus, Position, Sort, Speaking, State, Turn};
use crate::review::{Code, Kind, Ms};

impl ItemCounts {
    /// Counts one more.
    pub fn count(&mut self, item: &Item) {
        self.all += 1;
        match item.status {
            ItemStatus::Noted => self.to_assign += u32::from(item.needs_official()),
            ItemStatus::Assigned => self.open += 1,
            ItemStatus::Answered => self.answered += 1,
            ItemStatus::Written => self.written += 1,
            ItemStatus::Declined => self.declined += 1,
        }
        if item.sort == Sort::Recommendation {
            let [pending, supported, noted] = &mut self.positions;
            *match item.position {
                Position::Pending => pending,
                Position::Supported => supported,
                Position::Noted => noted,
            } += 1;
        }
    }
}

/// What will be left at the pace at which the State under review answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerPace {
    /// Answer time that one item has taken, in the mean.
    pub each: Ms,
    /// What the pool still has for answers.
    pub left: Ms,
    /// How many of the items that are outstanding now will not be answered.
    pub unanswered: u32,
}

impl State {
    /// What each official has, in protocol order; the last one, without an official, is what nobody has.
    pub fn counts_by_official(&self) -> Vec<(Option<&Speaking>, ItemCounts)> {
        let mut sums: Vec<(Option<&Speaking>, ItemCounts)> =
            self.officials.iter().map(Some).chain([None]).map(|official| (official, ItemCounts::default())).collect();
        let nobody = self.officials.len();
        for item in self.items.iter() {
            let place = item.whose().and_then(|id| self.officials.iter().position(|official| official.id == *id)).unwrap_or(nobody);
            if let Some((_, counts)) = sums.get_mut(place) {
                counts.count(item);
            }
        }
        sums
    }

    /// What each delegation has said, in the order in which they first said something; each item under its first author.
    pub fn counts_by_delegation(&self) -> Vec<(Option<Code>, ItemCounts)> {
        let mut sums: Vec<(Option<Code>, ItemCounts)> = Vec::new();
        let mut places: BTreeMap<Option<Code>, usize> = BTreeMap::new();
        for item in self.items.iter() {
            let author = self.authors(item).first().copied();
            let place = *places.entry(author).or_insert(sums.len());
            if place == sums.len() {
                sums.push((author, ItemCounts::default()));
            }
            if let Some((_, counts)) = sums.get_mut(place) {
                counts.count(item);
            }
        }
        sums
    }

    /// How many outstanding items will not be answered at the pace of the answers until now, measured over the turns that had one and
    /// the one that runs; nothing before the first answer, or where the answers draw on no pool.
    pub fn answer_pace(&self, now: Ms) -> Option<AnswerPace> {
        let counts = self.item_counts();
        let running = self.speaking().filter(|turn| self.answers(&turn.kind)).map(|turn| turn.number);
        let with_answers = |turn: &&Turn| {
            let has_one = |item: &Item| {
                item.status == ItemStatus::Answered && item.answer.as_ref().is_some_and(|answer| answer.turn == Some(turn.number))
            };
            self.answers(&turn.kind) && (running == Some(turn.number) || self.items.iter().any(has_one))
        };
        let spent: Ms = self.turns.iter().filter(with_answers).map(|turn| turn.speaking.read(now)).sum();
        let kind = self.review.modalities.kind(Kind::ANSWER)?;
        let left = self.pool(kind.pool.as_deref()?, now)?.left.max(Ms::ZERO);
        let each = Ms(spent.0.checked_div(i64::from(counts.answered))?.max(1));
        let fit = u32::try_from(left.0 / each.0).unwrap_or(u32::MAX);
        Some(AnswerPace { each, left, unanswered: counts.outstanding().saturating_sub(fit) })
    }
}
