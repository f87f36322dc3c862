//! An export as a file: it appears whole or not at all, and never in the place of another one unless that was asked for.

use std::fs::Permissions;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::session::journal::is_database;

/// What is to become of a file that has the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It stays.
    Nothing,
    /// It gives way, unless it is a session.
    File,
}

/// Why a file was not written. Nothing was, and nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// Another one is there.
    #[error("{} is there already and was left alone; choose another name, or say --overwrite", .0.display())]
    IsThere(PathBuf),
    /// A session is there.
    #[error("{} is a session and was left alone; choose another name", .0.display())]
    IsSession(PathBuf),
    /// The disk, or the folder, did not take it.
    #[error("{} could not be written: {}; nothing was exported", .0.display(), cause(.1))]
    Failed(PathBuf, io::Error),
}

/// Writes a file.
///
/// # Errors
/// [`NotKept`].
pub fn keep(path: &Path, text: &[u8], over: Over) -> Result<(), NotKept> {
    let failed = |error: io::Error| NotKept::Failed(path.to_path_buf(), error);
    if over == Over::Nothing && path.exists() {
        return Err(NotKept::IsThere(path.to_path_buf()));
    }
    if path.exists() && is_database(path).map_err(|error| failed(io::Error::other(error.to_string())))? {
        return Err(NotKept::IsSession(path.to_path_buf()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let for_all = Permissions::from_mode(0o666);
    // A draft that goes no further is taken away again.
    let mut draft = tempfile::Builder::new().prefix(".plenary-").permissions(for_all).tempfile_in(folder).map_err(failed)?;
    draft.as_file_mut().write_all(text).and_then(|()| draft.as_file().sync_all()).map_err(failed)?;
    let persisted = match over {
        Over::File => draft.persist(path),
        Over::Nothing => draft.persist_noclobber(path),
    };
    match persisted {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(NotKept::IsThere(path.to_path_buf())),
        Err(error) => Err(failed(error.error)),
    }
}

/// What the disk said, in words, and what to do.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "there is no room left; free some space".to_owned(),
        io::ErrorKind::FileTooLarge => "no file may be so large there; free some space, or choose another disk".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not write there; choose a folder that is yours".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written to that disk; choose another".to_owned(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "there is no such folder".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_there_stays_unless_it_is_to_give_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("turns.csv");
        keep(&path, b"one", Over::Nothing).unwrap();
        let refused = keep(&path, b"two", Over::Nothing).unwrap_err().to_string();
        assert!(refused.contains("is there already and was left alone"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"one");
        keep(&path, b"two", Over::File).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["turns.csv"], "no draft is left behind");
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let refused = keep(Path::new("/nowhere/at/all.csv"), b"one", Over::Nothing).unwrap_err().to_string();
        assert!(refused.contains("there is no such folder; nothing was exported"), "{refused}");
    }
}
