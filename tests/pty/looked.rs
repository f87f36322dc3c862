//! Whoever only looks leaves nothing behind and changes nothing: beside a live operator, after a crash, in a folder that is not
//! theirs, and while others come and go.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use tempfile::TempDir;

use crate::terminal::Terminal;

/// A user who owns nothing.
const NOBODY: u32 = 65_534;

/// Every call that only looks, with the place in which it says how many records there are.
const CALLS: &[(&[&str], Said)] = &[
    (&["verify", "m.session"], Said::Records),
    (&["show", "m.session", "seq"], Said::Number),
    (&["show", "m.session"], Said::Nothing),
    (&["show", "m.session", "--json"], Said::Field),
    (&["export", "m.session", "--format", "jsonl"], Said::Lines),
    (&["export", "m.session", "--format", "turns"], Said::Nothing),
    (&["export", "m.session", "--format", "report"], Said::Nothing),
    (&["replay", "m.session", "--json"], Said::Field),
    (&["replay", "m.session", "--dump"], Said::Nothing),
];

enum Said {
    Nothing,
    Number,
    Records,
    Field,
    Lines,
}

impl Said {
    fn records(&self, text: &str) -> Option<usize> {
        Some(match self {
            Said::Nothing => return None,
            Said::Number => text.trim().parse().unwrap(),
            Said::Records => text.split_once(" is sound: ").unwrap().1.split_once(' ').unwrap().0.parse().unwrap(),
            Said::Field => text.split_once("\"seq\": ").unwrap().1.split_once(',').unwrap().0.parse().unwrap(),
            Said::Lines => text.lines().filter(|line| line.contains("\"seq\":")).count(),
        })
    }
}

/// The program as whoever looks has it.
struct Looker(PathBuf, Option<u32>);

impl Looker {
    fn me() -> Looker {
        Looker(assert_cmd::cargo::cargo_bin!("plenary").to_path_buf(), None)
    }

    fn call(&self, folder: &Path, arguments: &[&str]) -> Output {
        let mut command = Command::new(&self.0);
        self.1.map(|user| command.uid(user));
        command.current_dir(folder).args(arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// How many records there are; all calls that say so agree.
    fn looks(&self, folder: &Path) -> usize {
        let mut records = Vec::new();
        for (arguments, said) in CALLS {
            let called = self.call(folder, arguments);
            let (says, complains) = (String::from_utf8_lossy(&called.stdout), String::from_utf8_lossy(&called.stderr));
            assert!(called.status.success() && complains.is_empty(), "{arguments:?}: {says}{complains}");
            records.extend(said.records(&says));
        }
        records.dedup();
        assert_eq!(records.len(), 1, "they differ: {records:?}");
        records[0]
    }

    /// The same, and everything there is as it was.
    fn leaves_no_trace(&self, folder: &Path) -> usize {
        let before = everything(folder);
        let records = self.looks(folder);
        assert!(before == everything(folder), "looking has left a trace: {:?}, {:?}", before.keys(), everything(folder).keys());
        records
    }
}

/// The folder itself and what is in it: inode, last change, bytes.
fn everything(folder: &Path) -> BTreeMap<PathBuf, (u64, SystemTime, Vec<u8>)> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let seen = |path: PathBuf| {
        let file = fs::metadata(&path).unwrap();
        let kept = (file.ino(), file.modified().unwrap(), fs::read(&path).unwrap_or_default());
        (path, kept)
    };
    files.chain([folder.to_path_buf()]).map(seen).collect()
}

fn beside(folder: &Path, ending: &str) -> PathBuf {
    folder.join(format!("m.session{ending}"))
}

fn session(folder: &Path) {
    let review = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reviews/three-states.toml");
    fs::write(folder.join("m.plenary"), format!("review {}\n0:10 begin\n0:20 next\n", review.display())).unwrap();
    let made = Looker::me().call(folder, &["script", "m.plenary", "--keep", "m.session"]);
    assert!(made.status.success(), "{made:?}");
    fs::remove_file(folder.join("m.plenary")).unwrap();
}

/// As SQLite leaves a session that it closes by itself: the file alone, and all that was in the log in it.
fn close_alone(folder: &Path) {
    let connection = rusqlite::Connection::open(folder.join("m.session")).unwrap();
    connection.query_row("SELECT max(seq) FROM records", [], |row| row.get::<_, u32>(0)).unwrap();
}

#[test]
fn a_session_that_lies_there_is_left_as_it_lies() {
    let folder = TempDir::new().unwrap();
    session(folder.path());
    assert_eq!(Looker::me().leaves_no_trace(folder.path()), 3);
    close_alone(folder.path());
    assert!(!beside(folder.path(), "-wal").exists() && !beside(folder.path(), "-shm").exists());
    assert_eq!(Looker::me().leaves_no_trace(folder.path()), 3);
    // Whatever is left of what lay beside it.
    for left in [&["-wal"][..], &["-shm"], &["-wal", "-shm"]] {
        left.iter().for_each(|ending| fs::write(beside(folder.path(), ending), "").unwrap());
        assert_eq!(Looker::me().leaves_no_trace(folder.path()), 3, "{left:?}");
        left.iter().for_each(|ending| fs::remove_file(beside(folder.path(), ending)).unwrap());
    }
}

#[test]
fn the_records_of_one_who_was_killed_are_seen_and_stay_where_they_are() {
    let folder = TempDir::new().unwrap();
    session(folder.path());
    let mut live = Terminal::open(folder.path(), &["open", "m.session"]);
    live.see("n next").press_until("n", "done: Germany");
    // The live program itself touches the index of its log.
    let kept = || ["", "-wal"].map(|ending| everything(folder.path()).remove(&beside(folder.path(), ending)).unwrap());
    let before = kept();
    assert!(!before[1].2.is_empty(), "its records are in the log");
    assert_eq!(Looker::me().looks(folder.path()), 4);
    assert!(before == kept(), "looking has disturbed the one who writes");
    assert_eq!(everything(folder.path()).len(), 4);

    assert!(Command::new("kill").args(["-s", "KILL", &live.child.process_id().unwrap().to_string()]).status().unwrap().success());
    live.child.wait().unwrap();
    assert_eq!(Looker::me().leaves_no_trace(folder.path()), 4);
    let alone = TempDir::new().unwrap();
    fs::copy(folder.path().join("m.session"), alone.path().join("m.session")).unwrap();
    assert_eq!(Looker::me().leaves_no_trace(alone.path()), 3, "what the log holds is in the log only");
    // Copied with its log, without the index.
    fs::copy(beside(folder.path(), "-wal"), beside(alone.path(), "-wal")).unwrap();
    assert_eq!(Looker::me().leaves_no_trace(alone.path()), 4);
    for folder in [folder.path(), alone.path()] {
        assert!(Looker::me().call(folder, &["do", "m.session", "note", "it goes on"]).status.success());
        assert_eq!(Looker::me().leaves_no_trace(folder), 5);
    }
}

#[test]
fn what_belongs_to_others_is_looked_at_without_the_right_to_write() {
    let (folder, programs) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    session(folder.path());
    let mut live = Terminal::open(folder.path(), &["open", "m.session"]);
    live.see("n next").press_until("n", "done: Germany");
    assert!(Command::new("kill").args(["-s", "KILL", &live.child.process_id().unwrap().to_string()]).status().unwrap().success());
    live.child.wait().unwrap();
    // Root may write everywhere, and another user may not reach where the program was built.
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let program = programs.path().join("plenary");
    fs::copy(Looker::me().0, &program).unwrap();
    let looker = Looker(program, is_root.then_some(NOBODY));
    let allow = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    allow(programs.path(), 0o755);
    for left in [&["-wal", "-shm"][..], &["-wal"], &[]] {
        for ending in ["-wal", "-shm"].iter().filter(|ending| !left.contains(ending)) {
            let _ = fs::remove_file(beside(folder.path(), ending));
        }
        left.iter().chain(&[""]).for_each(|ending| allow(&beside(folder.path(), ending), 0o444));
        allow(folder.path(), 0o555);
        assert_eq!(looker.leaves_no_trace(folder.path()), if left.is_empty() { 3 } else { 4 }, "{left:?}");
        allow(folder.path(), 0o755);
    }
}

/// Each that writes comes, records, and is gone with all that lay beside the file; whoever looks meanwhile sees a sound session, and in it
/// all that was accepted before.
#[test]
fn who_looks_while_others_come_and_go_sees_all_that_was_accepted_before() {
    let folder = TempDir::new().unwrap();
    session(folder.path());
    let (accepted, looks) = (AtomicUsize::new(3), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            while looks.load(Ordering::SeqCst) < 60 {
                let done = Looker::me().call(folder.path(), &["do", "m.session", "note", "one more"]);
                assert!(done.status.success(), "{done:?}");
                accepted.fetch_add(1, Ordering::SeqCst);
                close_alone(folder.path());
            }
        });
        while !writer.is_finished() {
            let (arguments, said) = &CALLS[[0, 1, 4, 7][looks.fetch_add(1, Ordering::SeqCst) % 4]];
            let before = accepted.load(Ordering::SeqCst);
            let called = Looker::me().call(folder.path(), arguments);
            assert!(called.status.success(), "{called:?}");
            let there = said.records(&String::from_utf8_lossy(&called.stdout)).unwrap();
            assert!(there >= before, "{arguments:?} has seen {there} records of {before}");
        }
    });
}
