//! What a seat has typed and not logged, in a small file beside the session: no record, and gone when it is logged.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file of one seat.
#[derive(Debug)]
pub struct Drafts {
    path: PathBuf,
    kept: String,
}

impl Drafts {
    /// The file of a seat beside a session: `kazakhstan.session` has `kazakhstan.operator.drafts`.
    pub fn beside(session: &Path, seat: &str) -> Drafts {
        let seat: String = seat.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
        Drafts { path: session.with_extension(format!("{seat}.drafts")), kept: String::new() }
    }

    /// What is kept there; nothing where there is no such file, or it cannot be read.
    pub fn read(&mut self) -> String {
        self.kept = fs::read_to_string(&self.path).unwrap_or_default();
        self.kept.clone()
    }

    /// Keeps this instead, and takes the file away where there is nothing to keep. The file is always whole: it is written beside, and
    /// put in the place of the old one.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn keep(&mut self, drafts: &str) -> io::Result<()> {
        if drafts == self.kept {
            return Ok(());
        }
        if drafts.is_empty() {
            match fs::remove_file(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        } else {
            let beside = self.path.with_extension("drafts-new");
            let mut file = fs::File::create(&beside)?;
            file.write_all(drafts.as_bytes())?;
            fs::rename(&beside, &self.path)?;
        }
        drafts.clone_into(&mut self.kept);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_gone_when_it_is_logged() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("kazakhstan-2025.plenary");
        let mut drafts = Drafts::beside(&session, "operator");
        assert_eq!(drafts.read(), "");
        drafts.keep("one\n").unwrap();
        assert_eq!(Drafts::beside(&session, "operator").read(), "one\n");
        assert_eq!(Drafts::beside(&session, "clerk/2").read(), "", "each seat has its own");
        drafts.keep("").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let mut drafts = Drafts::beside(Path::new("/nowhere/at/all.plenary"), "operator");
        assert!(drafts.keep("one\n").is_err());
        assert!(drafts.keep("").is_ok(), "nothing is there to be taken away");
    }
}
