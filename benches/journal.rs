//! The journal: from the key to the disk, and a long session read, checked and decoded. `cargo bench --bench journal`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use divan::Bencher;
use plenary::dialogue::{Event, ItemNo, Logging, Seq, Sort};
use plenary::review::load;
use plenary::session::journal::{Hash, Journal, SqliteJournal, Stored};
use plenary::session::{Press, Session, SystemClock};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

fn main() {
    key_to_durable();
    divan::main();
}

/// On the disk that the project is on, not in memory.
fn folder() -> TempDir {
    TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

fn runtime() -> Runtime {
    Builder::new_current_thread().build().unwrap()
}

/// One key (decide, append, apply), one plain INSERT and one plain append, in turn, so that the disk is the same for all three.
fn key_to_durable() {
    const ROUNDS: usize = 2_000;
    let folder = folder();
    let runtime = runtime();
    let path = folder.path().join("session.plenary");
    let mut session = runtime.block_on(Session::create(&path, load::sample().unwrap().review, SystemClock::new())).unwrap();
    for line in ["begin", "next"] {
        let press = Press::new("operator", &session);
        runtime.block_on(session.submit_line(&press, line)).unwrap();
    }
    let plain = Connection::open(folder.path().join("plain.db")).unwrap();
    plain
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (seq INTEGER PRIMARY KEY, bytes BLOB)")
        .unwrap();
    let mut file = File::create(folder.path().join("plain")).unwrap();
    let bytes = [b'x'; 200];

    let (mut keys, mut inserts, mut appends) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        keys.push(took(|| {
            let press = Press::new("operator", &session);
            runtime.block_on(session.submit_line(&press, "ask How many visits were made in 2024 #torture @justice")).unwrap();
        }));
        inserts.push(took(|| {
            plain.prepare_cached("INSERT INTO t (bytes) VALUES (?1)").unwrap().execute([&bytes[..]]).unwrap();
        }));
        appends.push(took(|| {
            file.write_all(&bytes).unwrap();
            file.sync_data().unwrap();
        }));
    }
    let (key, insert, append) = (median(keys), median(inserts), median(appends));
    println!("median of {ROUNDS}, in turn:");
    println!("  key to durable             {key:>10.1?}   {:.2} times the INSERT", key.as_secs_f64() / insert.as_secs_f64());
    println!("  one INSERT of 200 bytes    {insert:>10.1?}   {:.2} times the append", insert.as_secs_f64() / append.as_secs_f64());
    println!("  one append and fdatasync   {append:>10.1?}");
}

fn took(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A session with so many records, made once.
fn long_session(records: u32) -> PathBuf {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let path = FOLDER.get_or_init(folder).path().join(format!("{records}.plenary"));
    if !path.exists() {
        drop(runtime().block_on(Session::create(&path, load::sample().unwrap().review, SystemClock::new())).unwrap());
        fill(&path, records);
    }
    path
}

fn fill(path: &Path, records: u32) {
    let connection = Connection::open(path).unwrap();
    let mut hash = connection.query_row("SELECT hash FROM records", [], |row| Ok(Hash::from_bytes(row.get(0)?))).unwrap();
    let mut buffer = Vec::new();
    connection.execute_batch("BEGIN").unwrap();
    for seq in 2..=records {
        let event = Event::Logged(Logging {
            item: ItemNo(seq),
            sort: Sort::Question,
            text: format!("How many visits did the preventive mechanism make in 2024, and how many of them at night? ({seq})").into(),
            themes: vec!["torture".into()],
            lead: Some("justice".into()),
            support: vec![],
            by: vec![],
            turn: None,
            repeats: None,
        });
        let (at, id) = (i64::from(seq) * 100, format!("018d5f2a-7c3b-7e1d-9f00-{seq:012}"));
        let events = serde_json::to_string(&[event]).unwrap();
        let boot_id = "6d0f3c1e-2f64-4a57-8f64-1f0c9f3f1a11";
        let command = format!("ask How many visits were made, record {seq} #torture @justice");
        let stored = Stored {
            seq: i64::from(seq),
            id: &id,
            at,
            moment: at,
            utc_ms: at,
            boot_id,
            boot_ms: at,
            seat: "operator",
            command: &command,
            events: &events,
        };
        hash = stored.hash(&hash, &mut buffer);
        connection
            .prepare_cached("INSERT INTO records VALUES (?1, ?2, ?3, ?3, ?3, ?4, ?3, 'operator', ?5, ?6, ?7)")
            .unwrap()
            .execute(rusqlite::params![seq, id, at, boot_id, command, events, hash.as_bytes()])
            .unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
}

/// Reading, checking and decoding.
#[divan::bench(args = [10_000, 100_000], sample_count = 15)]
fn read(bencher: Bencher<'_, '_>, records: u32) {
    let path = long_session(records);
    let runtime = runtime();
    bencher.bench_local(|| {
        let found = runtime.block_on(SqliteJournal::open(&path).unwrap().read(Seq(1))).unwrap();
        assert_eq!((found.records.len(), found.damage.as_deref()), (records as usize, None));
        found
    });
}

/// The same and the fold: a session that can go on.
#[divan::bench(args = [10_000, 100_000], sample_count = 15)]
fn open(bencher: Bencher<'_, '_>, records: u32) {
    let path = long_session(records);
    let runtime = runtime();
    bencher.bench_local(|| {
        let session = runtime.block_on(Session::open(&path, SystemClock::new())).unwrap();
        assert_eq!(session.health().newest, Seq(records));
        session
    });
}
