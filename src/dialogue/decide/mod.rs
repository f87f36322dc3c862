//! Whether a command can be carried out on a state, and as what facts it is recorded. Nothing changes here.

mod answers;
mod chair;
mod floor;
mod items;
mod list;
mod meeting;
mod numbering;
mod order;
mod participants;
mod resolve;

use super::{Action, Editing, Event, Place, Refusal, RefusalCode, State, Status};
use crate::review::Ms;

pub use numbering::Numbers;

type Decided = Result<Vec<Event>, Refusal>;

fn refuse<T>(code: RefusalCode, sentence: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal::new(code, sentence))
}

impl State {
    /// Decides an action at a moment. No events: it is accepted and changes nothing.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing is recorded then. `undo`, `redo`, `back`, `retype` and `replace` concern slots, not the state, and are
    /// decided in [`super::Dialogue`].
    pub(super) fn decide(&self, numbers: Numbers, action: &Action, now: Ms) -> Decided {
        match action {
            Action::Begin => self.decide_begin(),
            Action::Suspend => self.decide_suspend(),
            Action::Reconvene => self.decide_reconvene(),
            Action::Adjourn => self.decide_adjourn(),
            Action::Segment(name) => self.decide_segment(name),
            Action::Note(text) => self.decide_note(text),
            Action::Inscribe(inscribe) => self.decide_inscribe(numbers, inscribe, now),
            Action::Import { file, rows } => self.decide_import(numbers, file, rows, now),
            Action::Withdraw(entry) => self.decide_withdraw(*entry),
            Action::Restore(entry) => self.decide_restore(*entry),
            Action::Move { entry, to } => self.decide_move(*entry, *to),
            Action::Time { entry, time } => self.decide_time(*entry, *time),
            Action::Next { seen } => self.decide_next(numbers, *seen),
            Action::Give { to, kind } => self.decide_give(numbers, *to, kind.as_ref()),
            Action::Done => self.decide_done(),
            Action::Pause => self.decide_pause(),
            Action::Resume => self.decide_resume(),
            Action::Extend(by) => self.decide_extend(*by),
            Action::Absent(entry) => self.decide_absent(*entry),
            Action::Answer { official, kind } => self.decide_answer(numbers, official.as_ref(), kind.as_ref()),
            Action::Official(official) => self.decide_official(official),
            Action::Log { sort, said, by, turn, repeats } => self.decide_log(numbers, *sort, said, by, *turn, repeats.as_ref()),
            Action::LogAll { file, items } => self.decide_log_all(numbers, file, items),
            Action::Edit { items, said, by, turn, sort, repeats } => {
                let asked = Editing { by: by.clone(), turn: *turn, sort: *sort, repeats: repeats.clone(), ..Editing::default() };
                self.decide_edit(items, &asked, said.as_ref())
            }
            Action::Theme { items, themes } => self.decide_theme(items, themes),
            Action::Split { item, said } => self.decide_split(numbers, *item, said),
            Action::Merge { items, into } => self.decide_merge(items, *into),
            Action::Advance { file, rows } => self.decide_advance(numbers, file, rows),
            Action::Drop(items) => self.decide_drop(items),
            Action::Assign { items, lead, support, why } => self.decide_assign(items, lead, support, why.as_ref()),
            Action::Unassign(items) => self.decide_unassign(items),
            Action::Answered { which, by } => self.decide_answered(which, by.as_ref()),
            Action::Written(items) => self.decide_written(items),
            Action::Decline { items, why } => self.decide_decline(items, why.as_ref()),
            Action::Position { items, position } => self.decide_position(items, *position),
            Action::Reopen(items) => self.decide_reopen(items),
            Action::Undo(_) | Action::Redo(_) | Action::Back(_) | Action::Retype(_) | Action::Replace { .. } => Ok(Vec::new()),
            Action::Swap(one, other) => self.decide_swap(*one, *other),
            Action::Defer(entry) => self.decide_move(*entry, Place::End),
            Action::Aside(entry) => self.decide_aside(*entry),
            Action::Release(entry) => self.decide_release(*entry),
            Action::Sort(start) => self.decide_sort(*start),
            Action::Draw { seed, count } => self.decide_draw(*seed, *count),
            Action::OpenList => self.decide_open_list(now),
            Action::CloseList => self.decide_close_list(now),
            Action::Reconcile { participant, delegation } => self.decide_reconcile(*participant, *delegation),
            Action::Cut => self.decide_cut(),
            Action::Again => self.decide_again(),
            Action::Order(code) => self.decide_order(numbers, *code),
            Action::Rule { ruling, text } => self.decide_rule(*ruling, text.as_ref()),
            Action::Divide { by, apply } => self.decide_divide(*by, *apply, now),
            Action::Bank { group, total } => self.decide_bank(group, *total),
            Action::Redistribute { group, apply } => self.decide_redistribute(group, *apply, now),
            Action::NotYet { verb, .. } => {
                refuse(RefusalCode::NotYet, format!("\"{verb}\" is known and comes with a later version; nothing was changed"))
            }
        }
    }

    /// Commands of meeting and list need a meeting that is not over.
    fn not_adjourned(&self) -> Result<(), Refusal> {
        if self.status == Status::Adjourned {
            return refuse(RefusalCode::MeetingAdjourned, "The meeting is adjourned; undo the adjournment to go on with it");
        }
        Ok(())
    }

    /// Before `begin` nothing takes the floor.
    pub(super) fn begun(&self) -> Result<(), Refusal> {
        self.not_adjourned()?;
        if self.status == Status::Waiting {
            return refuse(RefusalCode::MeetingNotBegun, "The meeting has not begun; say \"begin\" first");
        }
        Ok(())
    }

    /// While the meeting is suspended nobody is given the floor.
    fn in_progress(&self) -> Result<(), Refusal> {
        self.begun()?;
        if self.status == Status::Suspended {
            return refuse(RefusalCode::NotAllowed, "The meeting is suspended; say \"reconvene\" first");
        }
        Ok(())
    }
}
