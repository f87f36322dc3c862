//! What is refused because other records depend on it: they are named, and can be taken back as well after a question.

use std::sync::Arc;

use super::desk::Desk;
use super::eye::Eye;
use super::log::numbers;
use super::proposal::Asked;
use super::step::{Order, Step, Then, What};
use crate::dialogue::{Action, Command, Refusal, Seq};
use crate::language;
use crate::tui::ui::Question;

/// So many records are named, a row each.
const ROWS: usize = 6;

/// Orders that would be accepted in the place of one that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// What was refused, in words.
    refused: String,
    /// What stands in the way.
    in_the_way: Vec<Seq>,
    /// What would be carried out: all of it taken back in one step, or what is in the way first and then the order itself.
    orders: Vec<Order>,
}

impl Together {
    fn of(order: &Order, in_the_way: &[Seq], eye: &Eye<'_>) -> Option<Together> {
        let command = match &order.what {
            What::Command(command) => command.clone(),
            What::Line(line) => language::parse(line, &eye.state().review).ok()?,
        };
        let undo = |mut seqs: Vec<Seq>, says: String, then: Then| {
            seqs.sort_unstable();
            Order { what: What::Command(Command::now(Action::Undo(seqs))), says, then }
        };
        let mut refused = language::print(&command);
        let orders = match command.action {
            Action::Undo(seqs) => {
                let named = if seqs.is_empty() { vec![eye.dialogue.undoable(eye.seat)?.seq] } else { seqs };
                let first = named.first().and_then(|seq| eye.dialogue.record(*seq)).filter(|_| named.len() == 1);
                let name = first.map(|record| format!(" {}", eye.record_name(record))).unwrap_or_default();
                refused = format!("undo {}{name}", numbers(&named));
                let says = format!("undo: {}{name} together with {}", numbers(&named), numbers(in_the_way));
                vec![undo(named.into_iter().chain(in_the_way.iter().copied()).collect(), says, order.then)]
            }
            _ => vec![undo(in_the_way.to_vec(), format!("undo: {}", numbers(in_the_way)), Then::Stay), order.clone()],
        };
        Some(Together { refused, in_the_way: in_the_way.to_vec(), orders })
    }

    /// The question.
    pub(super) fn words(&self, eye: &Eye<'_>) -> Question {
        let many = self.in_the_way.len();
        let (title, does) = match self.orders.as_slice() {
            [_] if many == 1 => ("Another record depends on this".to_owned(), "Undo both, as one step".to_owned()),
            [_] => (format!("{many} records depend on this"), format!("Undo all {}, as one step", many + 1)),
            _ if many == 1 => ("A record does not fit then".to_owned(), format!("Undo it, and {}", self.refused)),
            _ => (format!("{many} records do not fit then"), format!("Undo these {many}, and {}", self.refused)),
        };
        let named = |seq: &Seq| eye.dialogue.record(*seq).map(|record| format!("{seq}  {}", eye.record_name(record)));
        let mut lines = vec![format!("Nothing is changed yet: {}", self.refused)];
        lines.extend(self.in_the_way.iter().take(ROWS).filter_map(named));
        if let Some(more @ 1..) = many.checked_sub(ROWS) {
            lines.push(format!("and {more} more"));
        }
        Question { title, lines, answers: vec!["Leave all as it is".to_owned(), does], chosen: 0 }
    }
}

impl Desk {
    /// Asks whether what stands in the way of an order is taken back as well; whether there is anything to ask.
    pub(super) fn offer_together(&mut self, order: &Order, refusal: &Refusal, eye: &Eye<'_>) -> bool {
        if refusal.in_the_way.is_empty() {
            return false;
        }
        let Some(together) = Together::of(order, &refusal.in_the_way, eye) else { return false };
        self.together = Some(Arc::new(together));
        self.ask(Asked::Together, &Eye { together: self.together.clone(), ..eye.clone() });
        true
    }

    /// The other answer: what stands in the way is taken back as well.
    pub(super) fn take_together(&mut self) -> Step {
        let Some(together) = self.together.take() else { return Step::None };
        let mut orders = together.orders.iter().cloned();
        let Some(first) = orders.next() else { return Step::None };
        self.waiting.extend(orders);
        Step::Submit(first)
    }
}
