//! Damaged and foreign files among the sessions: each is named for what it is, none is touched, and the sound ones go on.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use crate::fixture::small_session;
use crate::{plenary, stderr, stdout};

/// What is there under each name, and how its line in the list begins or what it says.
const THERE: &[(&str, &str)] = &[
    ("sound", "sessions/sound.session  Three states  adjourned  1:44 long  65 records  last 2025-01-23 09:01  50 kB\n"),
    ("damaged", "50 kB  damaged: record 30: "),
    ("cut", "cannot be opened: is damaged: the file is cut off"),
    ("newer", "cannot be opened: was written by a newer Plenary"),
    ("foreign", "cannot be opened: belongs to another application"),
    ("minutes", "cannot be opened: is not a session of Plenary"),
    ("empty", "cannot be opened: is empty"),
    ("folder", "cannot be opened: is a folder"),
    ("nowhere", "cannot be opened: there is no such file"),
];

fn disorder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join("sessions").join(format!("{name}.session"));
    fs::create_dir(folder.path().join("sessions")).unwrap();
    small_session(&at("sound"));
    let whole = fs::read(at("sound")).unwrap();
    fs::write(at("damaged"), &whole).unwrap();
    let damage = "UPDATE records SET events = '[]' WHERE seq = 30; PRAGMA wal_checkpoint(TRUNCATE)";
    Connection::open(at("damaged")).unwrap().execute_batch(damage).unwrap();
    fs::write(at("cut"), &whole[..5_000]).unwrap();
    let mut newer = whole.clone();
    newer[63] = 2;
    fs::write(at("newer"), newer).unwrap();
    Connection::open(at("foreign")).unwrap().execute_batch("CREATE TABLE accounts (sum)").unwrap();
    fs::write(at("minutes"), "the minutes\n").unwrap();
    fs::write(at("empty"), "").unwrap();
    fs::create_dir(at("folder")).unwrap();
    symlink("nothing", at("nowhere")).unwrap();
    for left in ["sound", "damaged"] {
        for beside in ["-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{beside}", at(left).display()));
        }
    }
    folder
}

/// Every file of a folder with what is in it.
fn everything(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap_or_default())).collect()
}

#[test]
fn the_list_names_each_and_leaves_no_trace() {
    let folder = disorder();
    let before = everything(&folder.path().join("sessions"));
    let listed = plenary(folder.path(), &["sessions"]);
    assert_eq!(listed.status.code(), Some(0), "{}", stderr(&listed));
    let said = stdout(&listed);
    assert_eq!(said.lines().count(), THERE.len(), "{said}");
    for (name, says) in THERE {
        let line =
            said.lines().find(|line| line.starts_with(&format!("sessions/{name}.session  "))).unwrap_or_else(|| panic!("{name}: {said}"));
        assert!(format!("{line}\n").contains(says), "{name}: {line}");
    }
    let json = stdout(&plenary(folder.path(), &["sessions", "--json"]));
    let listed: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(listed.len(), THERE.len());
    assert_eq!((listed[0]["seq"].as_u64(), listed[0]["damage"].is_null()), (Some(65), true), "{json}");
    assert!(before == everything(&folder.path().join("sessions")), "looking has left a trace");
}

#[test]
fn whatever_is_called_on_them_harms_nothing() {
    let folder = disorder();
    let sessions = folder.path().join("sessions");
    let before = everything(&sessions);
    for (name, _) in THERE.iter().filter(|(name, _)| *name != "sound") {
        let file = format!("sessions/{name}.session");
        let is_read = *name == "damaged";
        for arguments in [&["do", &file, "begin"][..], &["show", &file], &["open", &file], &["verify", &file]] {
            let called = plenary(folder.path(), arguments);
            let code = called.status.code().unwrap();
            assert!(code == 2 || is_read && code <= 1 || *name == "cut", "{arguments:?}: {code} {}", stderr(&called));
            assert!(!stderr(&called).is_empty() || code == 0 || arguments[0] == "verify", "{arguments:?} says why");
        }
        for source in ["sound", name] {
            let source = format!("sessions/{source}.session");
            for call in ["import", "recover"] {
                let called = plenary(folder.path(), &[call, &source, "--out", &file]);
                assert_ne!(called.status.code(), Some(0), "{call} {source} over {file}");
            }
        }
    }
    let mut after = everything(&sessions);
    // What SQLite keeps beside a file that was opened is no harm to it.
    after.retain(|name, _| !name.ends_with("-wal") && !name.ends_with("-shm"));
    assert!(before == after, "a file was changed, made or removed: {:?}", after.keys());
    assert_eq!(plenary(folder.path(), &["do", "sessions/sound.session", "note still here"]).status.code(), Some(0));
    assert_eq!(plenary(folder.path(), &["verify", "sessions/sound.session"]).status.code(), Some(0));
}

#[test]
fn a_meeting_that_is_over_does_not_grow_longer() {
    let folder = disorder();
    let said = stdout(&plenary(folder.path(), &["show", "sessions/sound.session"]));
    assert!(said.starts_with("Three states: adjourned, closing\n"), "{said}");
    assert!(said.contains("\nEnded 1:44 after the session was opened"), "{said}");
}
