//! What went wrong with the file, in words for the operator: what happened, what was kept, what to do now.

use rusqlite::{Error, ErrorCode};

use crate::review::names::steers;

/// A reason as it may be shown: SQLite and the reader of JSON quote what they stumble over, and a damaged file can hold anything.
pub(super) fn plain(reason: impl Into<String>) -> String {
    let reason = reason.into();
    let steering = |letter: char| steers(letter) && letter != '\n';
    if reason.contains(steering) { reason.replace(steering, "\u{fffd}") } else { reason }
}

/// Why a record could not be written.
pub(super) fn writing(error: &Error) -> String {
    let (happened, to_do) = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => ("There is no room left on the disk", "Free some space; the key can be pressed again."),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            ("Another program keeps the session's file locked", "Close it; the key can be pressed again.")
        }
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            ("The session's file may not be written", "Give back the right to write it and its folder; the key can be pressed again.")
        }
        Some(ErrorCode::SystemIoFailure) => {
            ("The disk did not take the record", "If it is full, free some space; if it is gone, connect it; the key can be pressed again.")
        }
        _ => ("The record could not be written", "The key can be pressed again."),
    };
    // What is plain already needs no word of the database's.
    let cause = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull | ErrorCode::ReadOnly) => String::new(),
        _ => format!(" ({error})"),
    };
    format!("{happened}{cause}: nothing was recorded and nothing changed. {to_do}")
}

/// The file is no longer where it was opened.
pub(super) fn moved() -> String {
    "The session's file has been deleted, moved or replaced: nothing was recorded and nothing changed. Put it back; the key can be pressed again.".into()
}

/// The log beside the file is no longer there.
pub(super) fn log_moved() -> String {
    "The log beside the session's file, with -wal after its name, has been deleted, moved or replaced: nothing was recorded and nothing changed. \
     All that was recorded before is in the session's file. Leave Plenary at every seat and open the session again."
        .into()
}

/// Why nothing could be read.
pub(super) fn reading(error: &Error) -> String {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            format!("is kept locked by another program ({error}); close that and try again")
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            format!("is damaged ({error}); it was left alone. Take the last copy of it")
        }
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            format!("may not be read by you, or its folder not be written ({error})")
        }
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => {
            format!("cannot be read ({error}); it was left alone. If the disk is full, free some space and try again")
        }
        _ => format!("cannot be read ({error}); it was left alone"),
    }
}

/// Nothing is left of a file that has been cut off.
pub(super) fn short(cut_off: &str) -> String {
    format!("is damaged: {cut_off}; it was left alone. Take the last copy of it")
}

/// Where a session stops making sense.
pub(super) fn damaged(record: i64, reason: &str) -> String {
    plain(format!("record {record}: {reason}; the session is shown up to record {}", record - 1))
}

/// Why a damaged session can only be read.
pub(super) fn closed(damage: &str) -> String {
    format!("it is damaged ({damage}). Nothing was recorded and nothing changed; go on in the last copy of it.")
}

/// Why a file that is not ours to write can only be read.
pub(super) fn not_ours() -> String {
    "its file may not be written by you. Nothing was recorded and nothing changed; get the right to write it, and open it again.".into()
}

/// Whether an error at the very end of writing leaves no doubt that nothing was written.
pub(super) fn is_certain(error: &Error) -> bool {
    !matches!(error.sqlite_error_code(), Some(ErrorCode::SystemIoFailure) | None)
}

/// Whether an error in reading means that the file itself is broken.
pub(super) fn is_damage(error: &Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    fn failure(code: i32) -> Error {
        Error::SqliteFailure(ffi::Error::new(code), None)
    }

    #[test]
    fn every_reason_says_what_happened_what_was_kept_and_what_to_do() {
        let reasons = [
            (ffi::SQLITE_FULL, "no room left on the disk"),
            (ffi::SQLITE_IOERR_WRITE, "did not take the record"),
            (ffi::SQLITE_IOERR_SHMSIZE, "did not take the record"),
            (ffi::SQLITE_READONLY, "may not be written"),
            (ffi::SQLITE_READONLY_DIRECTORY, "may not be written"),
            (ffi::SQLITE_CANTOPEN, "may not be written"),
            (ffi::SQLITE_BUSY, "locked"),
            (ffi::SQLITE_NOMEM, "could not be written"),
        ];
        for (code, happened) in reasons {
            let sentence = writing(&failure(code));
            assert!(sentence.contains(happened), "{sentence}");
            assert!(sentence.contains("nothing was recorded and nothing changed"), "{sentence}");
            assert!(
                sentence.ends_with("the key can be pressed again.") || sentence.ends_with("The key can be pressed again."),
                "{sentence}"
            );
        }
    }

    #[test]
    fn only_a_disk_that_failed_leaves_a_doubt() {
        assert!(is_certain(&failure(ffi::SQLITE_FULL)) && is_certain(&failure(ffi::SQLITE_BUSY)));
        assert!(!is_certain(&failure(ffi::SQLITE_IOERR_FSYNC)));
    }
}
