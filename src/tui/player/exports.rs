//! The exports from a key while a recording is played: the whole meeting as it is known in the end, in files beside the recording, which
//! itself is only read.

use super::deck::Deck;
use super::line::Line;
use crate::export::{Place, Telling};
use crate::session::Session;

impl Deck {
    pub(super) fn show_exports(&mut self) {
        match &self.source {
            Some(source) => self.line = Some(Line::export(Place::all(source, &self.player.state()))),
            None => self.refuse("What is played is in no file: nothing can be written beside it"),
        }
    }

    /// Writes the export that a key has asked for, and says what was written or why nothing was.
    pub async fn write_wanted(&mut self) {
        let Some(place) = self.wanted.take() else { return };
        match self.write(&place).await {
            Ok(text) => self.say(text),
            Err(reason) => self.refuse(reason),
        }
    }

    async fn write(&self, place: &Place) -> Result<String, String> {
        let source = self.source.as_ref().ok_or("What is played is in no file: nothing was written")?;
        let mut session = Session::copied(source).await.map_err(|error| error.to_string())?;
        session.advance();
        place.write(&Telling::of(&session), source)
    }
}
