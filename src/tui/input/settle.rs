//! What the session answered: shown in words, and the line closed, emptied or kept.

use super::desk::Desk;
use super::eye::Eye;
use super::selection::{self, Pick};
use super::step::{Order, Then, What};
use super::{moved, other_turns, shifted};
use crate::dialogue::{Action, ItemNo, Refusal, RefusalCode, Seq, Which};
use crate::tui::prompts;
use crate::tui::ui::{Message, Overlay, Screen};

impl Desk {
    /// Takes in the answer to an order: the record that keeps it (none: nothing changed), or why it was refused.
    pub fn settle(&mut self, order: &Order, answer: Result<Option<Seq>, Refusal>, eye: &Eye<'_>) {
        match answer {
            Ok(seq) => {
                if let Some(seq) = seq {
                    self.recorded(seq, eye.dialogue);
                }
                self.follow_log(eye);
                self.ui.moved = seq.map(|seq| moved::by_record(seq, &self.places, eye.dialogue)).unwrap_or_default();
                let text = match seq {
                    Some(_) => self.done(order, eye),
                    None => format!("{}: it is so already, nothing was recorded", order.says),
                };
                self.ui.message = Some(Message { text, refused: false });
                self.ui.not_written = self.ui.not_written.take().filter(|_| seq.is_none());
                self.leave_for_the_next(order, eye);
                // Marks that were acted on have done their work.
                if items_of(order).iter().any(|item| self.ui.marked.contains(item)) {
                    self.ui.marked.clear();
                }
                self.line_after(order.then, eye);
            }
            Err(refusal) => {
                self.waiting.clear();
                if refusal.code == RefusalCode::NotWritten {
                    self.ui.not_written = Some(refusal.sentence.clone());
                }
                if !self.offer_together(order, &refusal, eye) {
                    self.refuse_for(&refusal.sentence, eye);
                }
            }
        }
    }

    /// Who speaks now is asked their own items: one that was selected elsewhere is not on their panel, and of one that has just been
    /// answered there the hand goes on to the next.
    fn leave_for_the_next(&mut self, order: &Order, eye: &Eye<'_>) {
        let leaves = match action_of(order) {
            Some(Action::Answer { .. } | Action::Official(_)) => true,
            Some(Action::Answered { .. } | Action::Written(_) | Action::Decline { .. }) => self.ui.screen != Screen::Items,
            _ => false,
        };
        if leaves {
            self.ui.item = self.ui.item.filter(|item| selection::picks(Screen::Floor, eye.state()).contains(&Pick::Item(*item)));
        }
    }

    /// What was announced, as done: the hint beside it says what the next undo would take back.
    fn done(&self, order: &Order, eye: &Eye<'_>) -> String {
        let says = match order.says.split_once(' ') {
            Some(("undo:", what)) => format!("taken back: {what}"),
            // From the line, where a number comes first if one was typed.
            Some(("undo", what)) => format!("taken back: {what}"),
            Some(("redo", what)) => format!("brought back: {what}"),
            Some(("redo:", what)) => format!("brought back: {what}"),
            _ => order.says.clone(),
        };
        let done = shifted::total(eye.dialogue, eye.wall).unwrap_or(says);
        let moved = moved::in_words(&self.ui.moved).filter(|_| shifted::total(eye.dialogue, eye.wall).is_none());
        // Who moved an item has just said so.
        let other_turns = other_turns::in_words(&self.turns, eye).filter(|_| !matches!(action_of(order), Some(Action::Edit { .. })));
        [Some(done), moved, other_turns].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn line_after(&mut self, then: Then, eye: &Eye<'_>) {
        match (then, &mut self.ui.overlay) {
            (Then::NextItem, Some(Overlay::Prompt(prompt))) => {
                self.drafts.logged(prompt);
                prompts::refresh(prompt, &self.drafts, eye);
            }
            (Then::Close, Some(Overlay::Prompt(_) | Overlay::Import(_))) => self.uncover(),
            _ => {}
        }
    }
}

fn action_of(order: &Order) -> Option<&Action> {
    let What::Command(command) = &order.what else { return None };
    Some(&command.action)
}

/// The items that an order names.
fn items_of(order: &Order) -> &[ItemNo] {
    let What::Command(command) = &order.what else { return &[] };
    match &command.action {
        Action::Edit { items, .. }
        | Action::Theme { items, .. }
        | Action::Merge { items, .. }
        | Action::Assign { items, .. }
        | Action::Answered { which: Which::Items(items), .. }
        | Action::Written(items)
        | Action::Decline { items, .. }
        | Action::Position { items, .. }
        | Action::Reopen(items) => items,
        _ => &[],
    }
}
