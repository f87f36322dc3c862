//! The desk and its screen: what the last frame showed, what has changed since, and what that does to the keys.

use super::aim::Aim;
use super::desk::Desk;
use super::eye::Eye;
use super::guard::Guard;
use super::seen::Seen;
use super::step::{Order, Then, What};
use super::{guard, hints, import, latch, question, selection};
use crate::dialogue::{Command, Dialogue, Event, Refusal, RefusalCode, Seq};
use crate::review::Ms;
use crate::tui::keymap::Deed;
use crate::tui::prompts;
use crate::tui::scene::Hint;
use crate::tui::ui::{Message, Overlay, Purpose, Screen};

impl Desk {
    /// Brings selection, line and hints up to date with the session, before a frame is drawn.
    pub fn look_again(&mut self, eye: &Eye<'_>) -> Vec<Hint> {
        let mut hints = self.renewed(eye);
        if self.ui.past.is_none() {
            self.show_lock(eye, &mut hints);
        }
        self.offered.clone_from(&hints);
        hints
    }

    fn renewed(&mut self, eye: &Eye<'_>) -> Vec<Hint> {
        self.ui.too_early = question::is_early(self.asked_since, eye.now);
        // What it says to do now would be wrong from here on.
        self.ui.message = self.ui.message.take().filter(|message| self.ui.too_early || message.text != question::BLIND);
        self.follow_board(eye);
        let then = self.ui.past.as_ref().map(|past| past.state.clone());
        selection::keep(&mut self.ui, then.as_ref().unwrap_or(eye.state()));
        self.unread = false;
        if then.is_some() {
            return self.past_again(eye);
        }
        if self.ui.screen == Screen::Log {
            self.ui.log.look_at(self.ui.record, eye.dialogue);
        }
        let eye = &Eye { log: self.records_shown(eye.dialogue), ..eye.clone() };
        match &mut self.ui.overlay {
            Some(Overlay::Prompt(prompt)) => {
                prompts::refresh(prompt, &self.drafts, eye);
                hints::line_hints(&self.keymap, eye)
            }
            Some(Overlay::Import(import)) => {
                import.does = import::may_be_taken(import, eye);
                let mut hints = import::hints(import, &self.keymap);
                hints.extend(hints::line_hints(&self.keymap, eye));
                hints
            }
            Some(Overlay::Sheet(_)) => {
                self.renew_sheet(eye);
                hints::hints(&self.keymap, eye)
            }
            // A question takes all keys.
            Some(Overlay::Question(_)) => {
                self.renew_question(eye);
                Vec::new()
            }
            Some(Overlay::Keys) | None => hints::hints(&self.keymap, eye),
        }
    }

    /// A frame has been drawn; keys pressed from now on are pressed on it.
    pub fn shown(&mut self, eye: &Eye<'_>) {
        // Of the present nothing was shown, but a question that lies over the past was.
        if self.ui.past.is_some() {
            self.asked_since.get_or_insert(eye.now);
            return;
        }
        if self.seen.as_ref().is_some_and(|seen| guard::stood_still(seen, eye.now)) {
            self.awake_since = Some(eye.now);
        }
        self.seen = Some(match self.seen.take() {
            Some(seen) => seen.again(eye.dialogue, &self.seat, eye.now),
            None => Seen::of(eye.dialogue, &self.seat, eye.now),
        });
        self.asked_since.get_or_insert(eye.now);
    }

    /// Forgets what was seen: another session is on the screen.
    pub fn look_afresh(&mut self) {
        (self.seen, self.awake_since, self.line_saw, self.latch) = (None, None, None, latch::Latch::default());
        self.own.clear();
    }

    /// Whether an order still aims at what the operator saw when the key was pressed, `at`. It is asked right before the order is decided,
    /// of all that is recorded by then, so that nothing can come in between.
    ///
    /// # Errors
    /// `stale`, with what has changed and by whom; once a frame has shown it, the same key works.
    pub fn still(&mut self, order: &Order, command: &Command, at: Ms, dialogue: &Dialogue) -> Result<(), Refusal> {
        self.latch.watch(dialogue.state());
        let typed = matches!(order.what, What::Line(_));
        let Some(guard) = self.guard() else { return Ok(()) };
        let of_line = |(purpose, _): &&(Purpose, Seen)| order.then == Then::Close && self.is_open(purpose);
        let line = self.line_saw.as_ref().filter(of_line);
        let in_line = line.and_then(|(_, seen)| Guard { seen, ..guard }.stale(&command.action, typed, dialogue));
        let stale = guard.was_away(at).map(str::to_owned).or(in_line).or_else(|| guard.stale(&command.action, typed, dialogue));
        match stale {
            None => Ok(()),
            Some(sentence) => {
                self.line_saw = None;
                Err(Refusal::new(RefusalCode::Stale, sentence))
            }
        }
    }

    /// An order of this desk is on the record: what follows from it is no surprise, unless it is a whole list at once.
    pub(super) fn recorded(&mut self, seq: Seq, dialogue: &Dialogue) {
        self.own.push(seq);
        let is_list = |event: &Event| matches!(event, Event::Imported(_));
        if !dialogue.record(seq).is_some_and(|record| record.events.iter().any(is_list)) {
            self.latch.obey(dialogue.state());
        }
    }

    /// Why a key is not to be acted upon: `next` is locked, or something else is true than what the screen says of the key.
    pub(super) fn withheld(&self, deed: Deed, says: &str, eye: &Eye<'_>) -> Option<String> {
        if deed == Deed::Next && self.latch.is_locked(eye.now) {
            let because = latch::because(eye);
            return Some(format!("{because}; it opens by itself within 2 s"));
        }
        let said = self.offered.iter().find(|hint| hint.deed.outside() == deed).map(|hint| hint.does.as_str());
        let behind = self.guard().is_some_and(|guard| guard.is_behind(eye.dialogue));
        (behind && said != Some(says)).then(|| {
            format!("Something has changed that this screen does not show yet; the key is now \"{says}\", press it again if you want that")
        })
    }

    /// Before a frame: whether `next` is locked by what it shows, in the hints and in the answer to the last key.
    pub(super) fn show_lock(&mut self, eye: &Eye<'_>, hints: &mut [Hint]) {
        let before = self.latch.is_locked(eye.now);
        self.latch.watch(eye.state());
        let locks = self.latch.show(eye.now);
        let because = latch::because(eye);
        let told = self.ui.message.as_ref().is_some_and(|message| message.text.starts_with(latch::LOCKED_BY));
        if locks && (told || !before) {
            let by = self.guard().and_then(|guard| guard.culprit(Aim::First, eye.dialogue).map(|record| guard.by(record, eye.dialogue)));
            let by = by.map(|by| format!(" ({by})")).unwrap_or_default();
            self.ui.message = Some(Message { text: format!("{because}{by}"), refused: true });
        }
        if self.latch.is_locked(eye.now) {
            hints.iter_mut().filter(|hint| hint.deed.outside() == Deed::Next).for_each(|hint| hint.does.clone_from(&because));
        } else if told {
            self.ui.message = None;
        }
    }

    /// When the screen changes without a record: the lock opens, or a question begins to take answers.
    pub fn changes_at(&self) -> Option<Ms> {
        let asks = matches!(self.ui.overlay, Some(Overlay::Question(_) | Overlay::Import(_)));
        let answers = self.asked_since.filter(|_| asks && self.ui.too_early).map(question::answers_from);
        self.latch.opens().into_iter().chain(answers).min()
    }

    fn guard(&self) -> Option<Guard<'_>> {
        self.seen.as_ref().map(|seen| Guard { seen, own: &self.own, seat: &self.seat, awake_since: self.awake_since })
    }

    fn is_open(&self, purpose: &Purpose) -> bool {
        matches!(&self.ui.overlay, Some(Overlay::Prompt(prompt)) if prompt.purpose == *purpose)
    }
}
