//! A sheet over the screen: all of an item, all that an official has, or all that was refused. Kept up to date while it is looked at.

use crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::eye::Eye;
use super::screen;
use super::step::Step;
use super::told::{Told, fact, of_item, of_official};
use crate::dialogue::{ItemNo, Text};
use crate::tui::keymap::{Deed, Keymap};
use crate::tui::ui::{About, Focus, Overlay, Sheet, SheetRow};

/// So many rows are passed with one page.
const PAGE: isize = 10;

impl Desk {
    pub(super) fn show_sheet(&mut self, about: About, eye: &Eye<'_>) {
        let shown = sheet(about, &self.told(eye));
        self.ui.overlay = shown.map(Overlay::Sheet);
    }

    /// Says why an order was refused: over the line where that is more than one thing, each on its own row.
    pub(super) fn refuse_for(&mut self, sentence: &str, eye: &Eye<'_>) {
        if sentence.contains('\n') {
            self.under.extend(self.ui.overlay.take());
            self.show_sheet(About::Refused(sentence.into()), eye);
        }
        self.refuse(first_of(sentence));
    }

    /// What has changed since is taken in; a sheet of what is no longer there closes.
    pub(super) fn renew_sheet(&mut self, eye: &Eye<'_>) {
        if let Some(Overlay::Sheet(old)) = self.ui.overlay.take() {
            let renewed = renewed(old, &self.told(eye));
            self.ui.overlay = renewed.map(Overlay::Sheet);
        }
    }

    /// What is looked at, now or then.
    fn told<'a>(&'a self, eye: &'a Eye<'_>) -> Told<'a> {
        let (records, wall) = (eye.dialogue.records(), eye.wall);
        match &self.ui.past {
            Some(past) => Told { state: &past.state, records: past.records(records), now: past.at, wall },
            None => Told { state: eye.state(), records, now: eye.now, wall },
        }
    }

    /// A key over a sheet: it scrolls or closes it, or does what it does everywhere, and the sheet stays.
    pub(super) fn sheet_key(&mut self, mut sheet: Sheet, key: &KeyEvent, eye: &Eye<'_>) -> Step {
        self.ui.message = None;
        match (key.code, self.keymap.deed(key)) {
            (KeyCode::Esc | KeyCode::Enter, _) => {
                self.uncover();
                if let About::Refused(sentence) = &sheet.about {
                    self.refuse(first_of(sentence));
                }
                return Step::None;
            }
            (KeyCode::PageDown, _) => sheet.scroll(PAGE),
            (KeyCode::PageUp, _) => sheet.scroll(-PAGE),
            (_, Some(Deed::Down)) => sheet.scroll(1),
            (_, Some(Deed::Up)) => sheet.scroll(-1),
            // What was refused lies over the line in which it is put right.
            _ if matches!(sheet.about, About::Refused(_)) => {
                self.uncover();
                return self.key_once(key, eye);
            }
            // It lies over what these show, and the screen under it is asked for as much as any other.
            (_, Some(deed)) if screen::opens(deed) == Some(self.ui.screen) => return Step::None,
            _ => {
                self.ui.overlay = Some(Overlay::Sheet(sheet));
                return self.free_key(key, eye);
            }
        }
        self.ui.overlay = Some(Overlay::Sheet(sheet));
        Step::None
    }
}

/// All of an item or of an official; absent where there is no such thing.
pub(in crate::tui) fn sheet(about: About, told: &Told<'_>) -> Option<Sheet> {
    let (title, rows) = match &about {
        About::Item(number) => {
            let item = told.state.item(*number)?;
            (format!("Item {number}"), of_item(item, told))
        }
        About::Official(id) => {
            let official = told.state.official(id)?;
            (official.office.to_string(), of_official(id, told))
        }
        About::Refused(sentence) => {
            let (what, each) = sentence.split_once('\n').unwrap_or((sentence, ""));
            ("Refused".to_owned(), std::iter::once(fact("", what)).chain(each.lines().map(reason)).collect())
        }
    };
    Some(Sheet { about, title, rows, scrolled: 0 })
}

/// The first of several reasons, and how many more there are.
fn first_of(sentence: &str) -> String {
    let mut reasons = sentence.lines().skip(1);
    match (reasons.next(), reasons.count()) {
        (None, _) => sentence.to_owned(),
        (Some(first), 0) => first.to_owned(),
        (Some(first), more) => format!("{first} ({more} more; Enter shows all of them again)"),
    }
}

/// `line 4: no delegation is called that`, the place beside what is wrong there.
fn reason(line: &str) -> SheetRow {
    let (place, what) = line.split_once(": ").unwrap_or(("", line));
    fact(place, what)
}

/// The same sheet of what is true now, or at another moment, as far down as it was; absent where there is no such thing.
pub(in crate::tui) fn renewed(old: Sheet, told: &Told<'_>) -> Option<Sheet> {
    let mut new = sheet(old.about, told)?;
    new.scroll(isize::try_from(old.scrolled).unwrap_or_default());
    Some(new)
}

/// Of what Enter shows all: the selected official or item.
///
/// # Errors
/// A sentence, where none is selected.
pub(in crate::tui) fn chosen(focus: Focus, official: Option<&Text>, item: Option<ItemNo>, keys: &Keymap) -> Result<About, String> {
    let key = |deed| keys.keys(deed).next().map(|chord| chord.to_string()).unwrap_or_default();
    let (down, up) = (key(Deed::Down), key(Deed::Up));
    match (focus, official, item) {
        (Focus::Officials, Some(official), _) => Ok(About::Official(Text::clone(official))),
        (Focus::Officials, None, _) => Err(format!("No official is selected; the arrows and {down} {up} select one")),
        (Focus::Items, _, Some(item)) => Ok(About::Item(item)),
        (Focus::Items, _, None) => Err(format!("No item is selected; the arrows and {down} {up} select one")),
        (Focus::List | Focus::Records, ..) => {
            Err(format!("That works on the items, {} goes there: {}", key(Deed::ItemsScreen), Deed::Detail.does()))
        }
    }
}
