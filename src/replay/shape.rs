//! The shape of a meeting in so many columns: who spoke, as what, and how much was logged.

use super::course::{Mark, Span};
use super::track::Track;
use crate::dialogue::{State, Status};
use crate::review::Ms;

/// What a meeting is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Doing {
    /// Nobody has the floor.
    #[default]
    Nothing,
    /// A delegation speaks.
    Statement,
    /// The State under review speaks, in a kind that begins with this letter.
    Answer(char),
    /// Someone is heard on a point of order.
    Order,
    /// Someone has the floor and the clock is held.
    Paused,
    /// The meeting is suspended.
    Suspended,
}

impl Doing {
    pub(super) fn of(state: &State) -> Doing {
        match (state.status, state.speaking()) {
            (Status::Suspended, _) => Doing::Suspended,
            (_, None) => Doing::Nothing,
            (_, Some(turn)) if turn.paused => Doing::Paused,
            (_, Some(turn)) if turn.is_point_of_order() => Doing::Order,
            (_, Some(turn)) if state.answers(&turn.kind) => Doing::Answer(turn.kind.chars().next().unwrap_or('a')),
            _ => Doing::Statement,
        }
    }
}

/// One column of the shape.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Column {
    /// What the meeting did for most of its time; a point of order, if there was any.
    pub doing: Doing,
    /// Whether a turn of the State under review began in it.
    pub begins: bool,
    /// How many items were logged in it.
    pub items: usize,
}

impl Track {
    /// From where to where the meeting went: from its beginning, or that of the session, to its end, or that of the recording.
    pub fn meeting(&self) -> (Ms, Ms) {
        let (begun, adjourned) = self.course.meeting();
        let end = adjourned.unwrap_or(self.end()).min(self.end());
        (begun.unwrap_or(Ms::ZERO).min(end), end)
    }

    /// The moment at so many parts of the meeting, out of so many.
    pub fn part(&self, part: i64, of: i64) -> Ms {
        let (from, to) = self.meeting();
        Ms(from.0.saturating_add((to - from).0.saturating_mul(part) / of.max(1)))
    }

    /// The column, out of so many, that a moment falls into; those before and after the meeting into the first and the last.
    pub fn column_of(&self, moment: Ms, columns: usize) -> usize {
        let (from, to) = self.meeting();
        let columns = i64::try_from(columns).unwrap_or(i64::MAX);
        let along = (moment - from).0.max(0).saturating_mul(columns) / (to - from).0.max(1);
        usize::try_from(along.min(columns.saturating_sub(1))).unwrap_or_default()
    }

    /// The shape of the meeting in so many columns.
    pub fn shape(&self, columns: usize) -> Vec<Column> {
        let many = i64::try_from(columns).unwrap_or(i64::MAX);
        let mut shape: Vec<Column> =
            (0..many).map(|at| self.doing_between(self.part(at, many), self.part(at.saturating_add(1), many))).collect();
        let (from, to) = self.meeting();
        for item in self.course.marks(Mark::Item).iter().filter(|item| item.moment >= from && item.moment <= to) {
            if let Some(column) = shape.get_mut(self.column_of(item.moment, columns)) {
                column.items += 1;
            }
        }
        shape
    }

    fn doing_between(&self, from: Ms, to: Ms) -> Column {
        let spans = self.course.spans();
        let first = spans.partition_point(|span| span.from <= from).saturating_sub(1);
        let mut longest = (Ms(-1), Doing::Nothing);
        let mut begins = None;
        let mut order = false;
        for (at, Span { from: began, doing, turn }) in spans.iter().enumerate().skip(first).take_while(|(_, span)| span.from < to) {
            let ends = spans.get(at + 1).map_or(to, |next| next.from.min(to));
            let long = ends - (*began).max(from);
            if long > longest.0 {
                longest = (long, *doing);
            }
            order |= *doing == Doing::Order && long > Ms::ZERO;
            let goes_on = at.checked_sub(1).and_then(|before| spans.get(before)).is_some_and(|before| before.turn == *turn);
            if *began >= from && matches!(doing, Doing::Answer(_)) && !goes_on {
                begins = Some(*doing);
            }
        }
        let doing = if order { Doing::Order } else { begins.unwrap_or(longest.1) };
        Column { doing, begins: begins.is_some() && !order, items: 0 }
    }
}
