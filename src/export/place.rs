//! Where each export of a session is written if nobody says where: beside the session, under a name that is free.

use std::path::{Path, PathBuf};

use super::{Form, NotKept, Over, Telling, keep};
use crate::dialogue::State;

/// An export and its file, which is still to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What is written.
    pub form: Form,
    /// Where.
    pub path: PathBuf,
    /// The file that has the plain name already and stays.
    pub there: Option<PathBuf>,
}

impl Place {
    /// `kazakhstan-turns.csv` beside `kazakhstan.plenary`, or `kazakhstan-turns-2.csv` once that is there.
    pub fn beside(session: &Path, form: Form) -> Place {
        let stem = session.file_stem().map_or_else(|| "session".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let (part, ending) = form.file();
        let named = |number: &str| session.with_file_name(format!("{stem}-{part}{number}.{ending}"));
        let first = named("");
        if !first.exists() {
            return Place { form, path: first, there: None };
        }
        let mut others = (2_u32..).map(|number| named(&format!("-{number}")));
        let free = others.find(|path| !path.exists()).unwrap_or_else(|| first.clone());
        Place { form, path: free, there: Some(first) }
    }

    /// Every export of a session.
    pub fn all(session: &Path, state: &State) -> Vec<Place> {
        Form::all(state).into_iter().map(|form| Place::beside(session, form)).collect()
    }

    /// Writes what is told of the session at `session`; what was written and where, as a sentence.
    ///
    /// # Errors
    /// A sentence: what went wrong, and what to do. Nothing was written then.
    pub fn write(&self, telling: &Telling<'_>, session: &Path) -> Result<String, String> {
        let text = self.form.made(telling, session).map_err(|reason| reason.to_string())?;
        let name = self.path.display();
        match keep(&self.path, &text, Over::Nothing) {
            Ok(()) => Ok(format!("written: {name}, {} kB", text.len().div_ceil(1000))),
            Err(NotKept::IsThere(_)) => Err(format!("{name} has come to be there meanwhile and was left alone; nothing was written")),
            Err(reason @ NotKept::Failed(..)) => Err(format!("{reason}; \"plenary export\" with --out writes it elsewhere")),
            Err(reason) => Err(reason.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_next_name_that_is_free_is_taken_and_what_is_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("kazakhstan-2025.plenary");
        for expected in ["kazakhstan-2025-turns.csv", "kazakhstan-2025-turns-2.csv", "kazakhstan-2025-turns-3.csv"] {
            let place = Place::beside(&session, Form::Turns);
            assert_eq!(place.path, folder.path().join(expected));
            let first = folder.path().join("kazakhstan-2025-turns.csv");
            assert_eq!(place.there, (expected != "kazakhstan-2025-turns.csv").then_some(first));
            keep(&place.path, b"a\r\n", Over::Nothing).unwrap();
        }
        let sheet = Place::beside(&session, Form::Sheet("minister/of justice".into()));
        assert_eq!(sheet.path, folder.path().join("kazakhstan-2025-sheet-minister-of-justice.md"));
    }
}
