//! The exports from a key: shown with their files, and what became of the one that was to be written.

use super::desk::Desk;
use super::eye::Eye;
use crate::dialogue::Text;
use crate::export::{Form, Place};
use crate::tui::prompts;
use crate::tui::ui::{About, Message, Overlay, Purpose, Screen, Sheet};

impl Desk {
    /// Shows the exports. On the sheet of an official, or while one is selected, theirs is chosen.
    pub fn show_exports(&mut self, places: Vec<Place>, eye: &Eye<'_>) {
        let sheet = self.official_in_sight(eye).map(Form::Sheet);
        let chosen = sheet.and_then(|sheet| places.iter().position(|place| place.form == sheet)).unwrap_or_default();
        self.open(Purpose::Export(places), "", eye);
        if let Some(Overlay::Prompt(prompt)) = &mut self.ui.overlay {
            prompt.chosen = chosen;
            prompts::refresh(prompt, &self.drafts, eye);
        }
    }

    /// Says what was written and closes the line; or says why nothing was, and goes on with the names that are free now.
    pub fn exported(&mut self, written: Result<String, String>, places: Vec<Place>, eye: &Eye<'_>) {
        match written {
            Ok(text) => {
                self.uncover();
                self.ui.message = Some(Message { text, refused: false });
            }
            Err(reason) => {
                if let Some(Overlay::Prompt(prompt)) = &mut self.ui.overlay {
                    prompt.purpose = Purpose::Export(places);
                    prompts::refresh(prompt, &self.drafts, eye);
                }
                self.refuse(reason);
            }
        }
    }

    fn official_in_sight(&self, eye: &Eye<'_>) -> Option<Text> {
        match &self.ui.overlay {
            Some(Overlay::Sheet(Sheet { about: About::Official(id), .. })) => Some(id.clone()),
            _ if eye.screen == Screen::Delegation => eye.official.clone(),
            _ => None,
        }
    }
}
