//! 10,000 random changes to a session of thousands of records: each is found, in the place where it was made.
//!
//! A record is proven by itself and by the hash before it, so many changes are made at once and looked for in one go, none beside another:
//! exactly those records must be named. What moves others out of their places is changed alone. `PLENARY_ALONE=10000` changes so many alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use plenary::review::Ms;
use plenary::session::journal::{Contents, Flaw, lines};
use plenary::session::{Press, Session, VirtualClock};
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use tempfile::TempDir;

use crate::{plenary, repository, stdout};

/// So many changes are made in all.
const CHANGES: usize = 10_000;
/// So many records the large session has.
const RECORDS: usize = 4_000;
/// Every so many records one is changed.
const APART: usize = 3;

/// How many changes are made alone, each in a file of its own.
fn alone() -> usize {
    std::env::var("PLENARY_ALONE").ok().and_then(|count| count.parse().ok()).unwrap_or(24)
}

/// In memory where the host has such a place: nothing here has to outlive the test.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// The large session, and its records as lines.
struct Large {
    session: Vec<u8>,
    lines: Vec<u8>,
}

/// The recorded rehearsal, and the secretariat's work on its record after that.
static LARGE: LazyLock<Large> = LazyLock::new(|| {
    let folder = folder();
    let path = folder.path().join("large.session");
    let recording = Contents::of(repository().join("sessions/kazakhstan-2025-rehearsal.jsonl")).unwrap();
    recording.salvage(None).unwrap().write(&path).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let clock = VirtualClock::new(1_767_225_600_000);
        let mut session = Session::open(&path, clock.clone()).await.unwrap();
        for nth in recording.kept.len()..RECORDS {
            clock.pass(Ms(700));
            let line = match nth % 5 {
                0 => format!("ask Which \"law\" №{nth} <will> change, and when? #torture @justice"),
                1 => format!("recommend Ratify №{nth}\\and report by=FRA"),
                2 => format!("note Côte d’Ivoire asked for the text of {nth}"),
                3 => "undo".to_owned(),
                _ => "redo".to_owned(),
            };
            let press = Press::new(["operator", "clerk"][nth / 50 % 2], &session);
            session.submit_line(&press, &line).await.unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        }
        session.settle().await;
    });
    let kept = Contents::of(&path).unwrap().kept;
    assert_eq!(kept.len(), RECORDS);
    let lines = kept.iter().map(|kept| lines::written(kept).unwrap() + "\n").collect::<String>().into_bytes();
    Large { session: fs::read(&path).unwrap(), lines }
});

/// Numbers that look like any others.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Any other byte.
    fn instead_of(&mut self, byte: u8) -> u8 {
        byte.wrapping_add(1 + self.below(255) as u8)
    }
}

fn flaws_of_lines(bytes: &[u8]) -> Vec<Flaw> {
    Contents::in_lines("large.jsonl", bytes).unwrap().prove(None).flaws
}

/// Whether a byte of a line moves no other line out of its place: it is neither the line's end nor of the record's number.
fn stays_in_its_line(line: &[u8], at: usize) -> bool {
    at + 1 < line.len() && line.iter().position(|byte| *byte == b',').is_some_and(|number_ends| at < 7 || at >= number_ends)
}

#[test]
fn any_changed_byte_of_a_large_file_of_lines_is_found() {
    let large = &*LARGE;
    assert_eq!(flaws_of_lines(&large.lines), []);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut made = 0;
    for phase in (0..APART).cycle() {
        let (mut bytes, mut changed, mut start) = (large.lines.clone(), BTreeSet::new(), 0);
        for (nth, line) in large.lines.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let at = chance.below(line.len());
            let now = chance.instead_of(line[at]);
            if nth % APART == phase && made < CHANGES && now != b'\n' && stays_in_its_line(line, at) {
                made += 1;
                bytes[start + at] = now;
                changed.insert(nth + 1);
            }
            start += line.len();
        }
        let named: BTreeSet<usize> = flaws_of_lines(&bytes).iter().filter_map(|flaw| flaw.line).collect();
        assert_eq!(named, changed);
        if made == CHANGES {
            break;
        }
    }
}

#[test]
fn a_changed_byte_that_moves_the_others_is_found_too() {
    let large = &*LARGE;
    let ends: Vec<usize> = (0..large.lines.len()).filter(|at| large.lines[*at] == b'\n').collect();
    let mut chance = Chance(6_700_417);
    for nth in 0..alone() {
        let end = chance.of(&ends);
        // The line's end, a digit of the next one's number, an end where none was, or any byte.
        let (at, now) = match nth % 4 {
            0 => (end, b' '),
            1 => ((end + 8).min(large.lines.len() - 1), b'7'),
            2 => (chance.below(large.lines.len()), b'\n'),
            _ => (chance.below(large.lines.len()), b'~'),
        };
        if large.lines[at] == now {
            continue;
        }
        let mut bytes = large.lines.clone();
        bytes[at] = now;
        let line = 1 + large.lines[..at].iter().filter(|byte| **byte == b'\n').count();
        let flaws = flaws_of_lines(&bytes);
        let is_named = |flaw: &Flaw| flaw.line.is_some_and(|named| named.abs_diff(line) <= 1) || flaw.record == Some(line as i64);
        assert!(flaws.iter().any(is_named), "byte {at} in line {line} as {now}: {flaws:?}");
    }
}

/// The large session with something done to it. What no session may hold is put into it by whoever may change what made its table.
fn changed(path: &Path, is_lax: bool, change: impl FnOnce(&Connection)) -> Vec<Flaw> {
    fs::write(path, &LARGE.session).unwrap();
    let table = |connection: &Connection, edit: &str| {
        connection.execute_batch("PRAGMA writable_schema = ON").unwrap();
        connection.execute(&format!("UPDATE sqlite_schema SET sql = {edit} WHERE name = 'records'"), []).unwrap();
        connection.execute_batch("PRAGMA writable_schema = RESET").unwrap();
    };
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF").unwrap();
    let made_by: String = connection.query_row("SELECT sql FROM sqlite_schema WHERE name = 'records'", [], |row| row.get(0)).unwrap();
    if is_lax {
        table(&connection, "replace(replace(sql, ' STRICT', ''), 'NOT NULL', '')");
    }
    connection.execute_batch("BEGIN").unwrap();
    change(&connection);
    connection.execute_batch("COMMIT").unwrap();
    if is_lax {
        table(&connection, &format!("'{}'", made_by.replace('\'', "''")));
    }
    drop(connection);
    let contents = Contents::of(path);
    contents.map_or_else(|error| panic!("{error}"), |contents| contents.prove(None).flaws)
}

const NUMBERS: &[&str] = &["at", "moment", "utc_ms", "boot_ms"];
const TEXTS: &[&str] = &["id", "boot_id", "seat", "command", "events"];

/// Another value of the same sort for a column.
fn another(chance: &mut Chance, was: Value) -> Value {
    match was {
        Value::Integer(was) => {
            let now = chance.of(&[was ^ 1, was + 1_000, -was, 0, i64::MAX, was.swap_bytes()]);
            Value::Integer(if now == was { was + 1 } else { now })
        }
        Value::Text(was) => {
            let mut letters: Vec<char> = was.chars().collect();
            let at = chance.below(letters.len() + 1);
            let is_letter = at < letters.len();
            match chance.below(4) {
                0 | 1 if is_letter => letters[at] = if letters[at] == '~' { '\0' } else { '~' },
                2 if is_letter => drop(letters.remove(at)),
                _ => letters.insert(at, chance.of(&[' ', '\0', '\u{301}', 'x'])),
            }
            Value::Text(letters.into_iter().collect())
        }
        Value::Blob(mut was) => {
            let at = chance.below(was.len());
            match chance.below(4) {
                0 => was.truncate(at),
                _ => was[at] ^= 1 << chance.below(8),
            }
            Value::Blob(was)
        }
        other => panic!("{other:?} is in no session"),
    }
}

/// The same or nearly the same, of another sort.
fn of_another_sort(chance: &mut Chance, was: &Value) -> Value {
    let sorts = match was {
        Value::Integer(number) => [Value::Null, Value::Real(*number as f64 + 0.5), Value::Text("noon".into()), Value::Blob(vec![1])],
        Value::Text(text) => {
            [Value::Null, Value::Blob(text.clone().into_bytes()), Value::Null, Value::Blob([text.as_bytes(), &[0xff]].concat())]
        }
        Value::Blob(_) => [Value::Null, Value::Text("hash".into()), Value::Integer(1), Value::Real(0.5)],
        other => panic!("{other:?} is in no session"),
    };
    chance.of(&sorts)
}

#[test]
fn any_changed_value_of_a_large_session_is_found() {
    let folder = folder();
    let path = folder.path().join("changed.session");
    assert_eq!(changed(&path, false, |_| ()), []);
    assert_eq!(changed(&path, true, |_| ()), [], "the table is made as it was");
    let columns = [NUMBERS, TEXTS, &["hash", "hash"]].concat();
    let mut chance = Chance(88_172_645_463_325_252);
    let mut set = |connection: &Connection, seq: usize, is_lax: bool| {
        let column = chance.of(&columns);
        let was: Value = connection.query_row(&format!("SELECT {column} FROM records WHERE seq = {seq}"), [], |row| row.get(0)).unwrap();
        let now = if is_lax { of_another_sort(&mut chance, &was) } else { another(&mut chance, was) };
        let sql = format!("UPDATE records SET {column} = ?2 WHERE seq = ?1");
        assert_eq!(connection.prepare_cached(&sql).unwrap().execute(params![seq as i64, now]).unwrap(), 1);
    };
    let mut made = 0;
    for (round, phase) in (0..APART).cycle().enumerate() {
        let which: Vec<usize> = (1..=RECORDS).filter(|seq| seq % APART == phase).take(CHANGES - made).collect();
        let is_lax = round % 4 == 3;
        let flaws = changed(&path, is_lax, |connection| which.iter().for_each(|seq| set(connection, *seq, is_lax)));
        let named: BTreeSet<usize> = flaws.iter().filter_map(|flaw| usize::try_from(flaw.record?).ok()).collect();
        assert_eq!(named, BTreeSet::from_iter(which.iter().copied()));
        made += which.len();
        if made == CHANGES {
            break;
        }
    }
    for nth in 0..alone() {
        let (seq, is_lax) = (1 + nth * 7_919 % RECORDS, nth % 4 == 3);
        let flaws = changed(&path, is_lax, |connection| set(connection, seq, is_lax));
        assert!(flaws.iter().any(|flaw| flaw.record == Some(seq as i64)), "record {seq}: {flaws:?}");
    }
}

#[test]
fn rows_that_were_taken_away_added_or_moved_are_found_in_a_large_session() {
    let folder = folder();
    let path = folder.path().join("changed.session");
    let mut chance = Chance(1_000_003);
    let copy = "INSERT INTO records SELECT {to}, id || 'x', at, moment, utc_ms, boot_id, boot_ms, seat, command, events, hash FROM records WHERE seq = {seq}";
    for _ in 0..3 {
        let (seq, other) = (1 + chance.below(RECORDS - 1), 1 + chance.below(RECORDS - 1));
        let added = |to: i64| copy.replace("{to}", &to.to_string()).replace("{seq}", &seq.to_string());
        let next = seq + 1;
        for (sql, named) in [
            (format!("DELETE FROM records WHERE seq = {seq}"), seq as i64),
            (
                format!(
                    "UPDATE records SET seq = -9 WHERE seq = {seq}; UPDATE records SET seq = {seq} WHERE seq = {next}; UPDATE records SET seq = {next} WHERE seq = -9"
                ),
                seq as i64,
            ),
            (format!("UPDATE records SET seq = seq + 1000000 WHERE seq >= {seq}"), seq as i64),
            (
                format!(
                    "DELETE FROM records WHERE seq = {seq}; {}",
                    added(seq as i64).replace(&format!("WHERE seq = {seq}"), &format!("WHERE seq = {}", next.min(RECORDS)))
                ),
                seq as i64,
            ),
            (added(RECORDS as i64 + 1), RECORDS as i64 + 1),
            (added(0), 0),
            (added(-(other as i64)), -(other as i64)),
        ] {
            let flaws = changed(&path, false, |connection| connection.execute_batch(&sql).unwrap());
            assert!(flaws.iter().any(|flaw| flaw.record == Some(named)), "{sql}: {flaws:?}");
        }
    }
}

#[test]
fn what_else_is_stored_in_a_large_session_is_looked_at_too() {
    let folder = folder();
    let path = folder.path().join("changed.session");
    for edit in ["replace(sql, 'STRICT', '')", "replace(sql, 'BLOB    NOT NULL', 'BLOB')"] {
        let sql = format!("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = {edit} WHERE name = 'records'");
        let flaws = changed(&path, false, |connection| connection.execute_batch(&sql).unwrap());
        assert!(flaws.iter().any(|flaw| flaw.to_string().contains("its table of records is not the one")), "{edit}: {flaws:?}");
    }
    for (added, sentence) in [("INDEX quick ON records (seat)", "an index quick"), ("TABLE notes (a)", "a table notes")] {
        let flaws = changed(&path, false, |connection| connection.execute_batch(&format!("CREATE {added}")).unwrap());
        assert!(flaws.iter().any(|flaw| flaw.to_string().contains(sentence)), "{added}: {flaws:?}");
    }
    for (pragma, sentence) in
        [("user_version = 0", "in which format"), ("user_version = 7", "newer"), ("application_id = 7", "another application")]
    {
        fs::write(&path, &LARGE.session).unwrap();
        Connection::open(&path).unwrap().execute_batch(&format!("PRAGMA {pragma}; PRAGMA wal_checkpoint(TRUNCATE)")).unwrap();
        let verified = plenary(folder.path(), &["verify", "changed.session"]);
        assert!(verified.status.code() == Some(2) && crate::stderr(&verified).contains(sentence), "{pragma}: {}", stdout(&verified));
    }
}
