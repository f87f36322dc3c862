//! Nothing that was accepted is ever lost: processes killed at any moment, a log cut off at any byte, a disk without room.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use plenary::dialogue::{RefusalCode, Seq};
use plenary::review::{Ms, load};
use plenary::session::{Press, Session, SystemClock, VirtualClock};
use tempfile::TempDir;

/// So many processes are killed.
const KILLS: usize = 500;
/// In so many streams at once, all on one session.
const STREAMS: usize = 2;

fn create(path: &Path) {
    let review = load::sample().unwrap().review;
    block_on(async { drop(Session::create(path, review, SystemClock::new()).await.unwrap()) });
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

fn plenary_do(session: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg("do").arg(session).args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a person who watched it has seen: the process said that the command was accepted, or ended as if it was.
fn saw_it_accepted(output: &Output) -> bool {
    output.status.success() || !output.stdout.is_empty()
}

/// How often each note is in the session, which must open and be whole.
fn notes(path: &Path) -> BTreeMap<String, usize> {
    block_on(async {
        let session = Session::open(path, SystemClock::new()).await.expect("the file opens every time");
        assert_eq!(session.health().read_only, None, "the file is whole every time");
        let mut notes = BTreeMap::new();
        for note in session.state().notes.iter() {
            *notes.entry(note.text.to_string()).or_default() += 1;
        }
        notes
    })
}

/// Numbers that look like any others.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end.max(1)
    }
}

/// One process after another; most are killed at a moment that is drawn from somewhat more than the time they need.
fn stream(path: &Path, stream: usize) -> Vec<String> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15 ^ (stream as u64 + 1));
    let mut needs = Duration::from_millis(50);
    let mut accepted = Vec::new();
    let mut killed = 0;
    for turn in 0.. {
        let note = format!("note {stream}-{turn}");
        let started = Instant::now();
        let mut child = plenary_do(path, &["note", &note]).spawn().unwrap();
        let spared = turn % 8 == 0;
        if !spared {
            std::thread::sleep(Duration::from_micros(chance.below(needs.as_micros() as u64 * 5 / 4)));
            child.kill().unwrap();
            killed += 1;
        }
        let output = child.wait_with_output().unwrap();
        if spared {
            needs = started.elapsed();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        if saw_it_accepted(&output) {
            accepted.push(note);
        }
        // Not after each: the log is to grow, too.
        if turn % 3 == 0 {
            let there = notes(path);
            assert!(accepted.iter().all(|note| there.contains_key(note)), "an accepted command is missing: {accepted:?} {there:?}");
        }
        if killed == KILLS / STREAMS {
            break;
        }
    }
    accepted
}

#[test]
fn killed_at_any_moment_no_accepted_command_is_missing() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("session.plenary");
    create(&path);
    let streams: Vec<_> = (0..STREAMS)
        .map(|number| {
            let path = path.clone();
            std::thread::spawn(move || stream(&path, number))
        })
        .collect();
    let accepted: Vec<String> = streams.into_iter().flat_map(|stream| stream.join().unwrap()).collect();
    let there = notes(&path);
    for note in &accepted {
        assert_eq!(there.get(note), Some(&1), "{note}");
    }
    assert!(there.values().all(|times| *times == 1), "a command counts twice: {there:?}");
    assert!(there.len() <= KILLS + KILLS / 4);
}

/// A power cut leaves a part of the log. Whatever part it is, the session opens, and with it all records up to some point.
#[tokio::test]
async fn a_log_cut_off_at_any_byte_leaves_a_session_that_opens() {
    let folder = TempDir::new().unwrap();
    let (path, copy) = (folder.path().join("session.plenary"), folder.path().join("copy.plenary"));
    let clock = VirtualClock::new(1_737_619_200_000);
    let mut session = Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap();
    let mut chance = Chance(88_172_645_463_325_252);
    for line in ["begin", "next", "ask Why? #torture @justice", "pause", "resume", "done", "next", "undo"] {
        clock.pass(Ms(250));
        let press = Press::new("operator", &session);
        session.submit_line(&press, line).await.unwrap();
    }
    let file = fs::read(&path).unwrap();
    let log = fs::read(beside(&path, "-wal")).unwrap();
    let all = session.dialogue().records();
    let mut least = 1;
    let mut cuts: Vec<usize> = (0..200).map(|_| chance.below(log.len() as u64 + 1) as usize).chain([0, log.len()]).collect();
    cuts.sort_unstable();
    for cut in cuts {
        let _ = fs::remove_file(beside(&copy, "-shm"));
        fs::write(&copy, &file).unwrap();
        fs::write(beside(&copy, "-wal"), &log[..cut]).unwrap();
        let opened = Session::open(&copy, clock.clone()).await.unwrap();
        assert_eq!(opened.health().read_only, None);
        let records = opened.dialogue().records();
        assert_eq!(records, &all[..records.len()], "cut at {cut}");
        assert!(records.len() >= least, "a longer log holds no less");
        least = records.len();
    }
    assert_eq!(least, all.len());
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

/// A file system of a few hundred KiB, unmounted when dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    /// Nothing, where that may not be mounted; as root in continuous integration it must.
    fn mount() -> Option<SmallDisk> {
        let folder = TempDir::new().unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=768k", "tmpfs"]).arg(folder.path()).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(SmallDisk(folder));
        }
        let is_root = fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
        assert!(!is_root || std::env::var_os("CI").is_none(), "root must be able to mount a small disk here");
        // Past the capture of the test's output, so that nobody takes it for done.
        let _ = std::io::stderr().write_all(b"SKIPPED: a full disk: mounting a small one needs root\n");
        None
    }

    fn fill(&self) -> PathBuf {
        let path = self.0.path().join("filler");
        let mut filler = File::create(&path).unwrap();
        let error = std::iter::repeat_with(|| filler.write_all(&[b'x'; 512])).find_map(Result::err).unwrap();
        assert_eq!(error.kind(), ErrorKind::StorageFull);
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[tokio::test]
async fn a_full_disk_refuses_keys_and_takes_them_when_there_is_room_again() {
    let Some(disk) = SmallDisk::mount() else { return };
    let path = disk.0.path().join("session.plenary");
    let clock = VirtualClock::new(1_737_619_200_000);
    let mut session = Session::create(&path, load::sample().unwrap().review, clock.clone()).await.unwrap();
    for line in ["begin", "next"] {
        let press = Press::new("operator", &session);
        session.submit_line(&press, line).await.unwrap();
    }
    let filler = disk.fill();

    let line = format!("note {}", "word ".repeat(2_000));
    let mut accepted = 0;
    let (press, refusal, before) = loop {
        let press = Press::new("operator", &session);
        let before = session.state().clone();
        match session.submit_line(&press, &line).await {
            Ok(_) => accepted += 1,
            Err(refusal) => break (press, refusal, before),
        }
        assert!(accepted < 100, "the disk is never full");
    };
    assert_eq!(refusal.code, RefusalCode::NotWritten);
    assert!(refusal.sentence.contains("nothing was recorded and nothing changed"), "{refusal}");
    assert!(refusal.sentence.contains("free some space") || refusal.sentence.contains("Free some space"), "{refusal}");
    assert_eq!(session.state(), &before);
    assert!(session.health().failure.is_some_and(|failure| failure.lasts));

    // Another process is told the same.
    let other = plenary_do(&path, &["note", &line]).output().unwrap();
    assert_eq!(other.status.code(), Some(1), "{other:?}");
    assert!(String::from_utf8_lossy(&other.stderr).contains("nothing was recorded"), "{other:?}");

    fs::remove_file(filler).unwrap();
    clock.pass(Ms::seconds(5));
    session.submit_line(&press, &line).await.expect("the same key is taken now");
    assert_eq!(session.state().notes.iter().count(), accepted + 1);
    let records = session.dialogue().records().to_vec();
    assert_eq!(records.last().unwrap().seq, Seq(3 + accepted as u32 + 1));
    drop(session);
    assert_eq!(Session::open(&path, clock).await.unwrap().dialogue().records(), records);
}
