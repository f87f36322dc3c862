//! A session's file after someone has been at it: what was changed is found, what is whole is saved, and the file is left as it is.
//!
//! The bytes are edits of a small sound session: of the file's own bytes, and through SQLite of what it stores.

use std::fs;
use std::path::Path;

use plenary::session::journal::{Contents, Hash, ORIGIN, Stored, look};
use rusqlite::Connection;
use rusqlite::types::Value;

use super::jsonl::fields;
use super::{assert_plain, folder, told};

/// The sample of the format's first version.
const SOUND: &[u8] = include_bytes!("../../tests/data/format-1.session");

/// The columns that hold what a record says.
const COLUMNS: [&str; 11] = ["seq", "id", "at", "moment", "utc_ms", "boot_id", "boot_ms", "seat", "command", "events", "hash"];

/// What is left of an input while edits are read out of it.
struct Edits<'a>(&'a [u8]);

/// Takes the bytes for edits, makes them, and has the file read in every way.
pub fn hold(bytes: &[u8]) {
    let folder = folder();
    let path = folder.path().join("edited.session");
    fs::write(&path, SOUND).expect("a file can be written");
    let mut edits = Edits(bytes);
    let is_chained = edits.byte().is_multiple_of(2);
    edits.make(&path);
    if is_chained {
        chain_anew(&path);
    }
    let edited = fs::read(&path).expect("a file can be read");
    is_looked_at(folder.path(), &path);
    is_proven_and_saved(folder.path(), &path, is_chained);
    is_opened(folder.path(), &path);
    assert!(fs::read(&path).expect("a file can be read") == edited, "the file was changed by those who only read it");
}

impl Edits<'_> {
    fn byte(&mut self) -> u8 {
        let first = self.0.split_off_first();
        first.copied().unwrap_or_default()
    }

    fn number(&mut self) -> usize {
        usize::from(self.byte()) << 8 | usize::from(self.byte())
    }

    /// So many bytes as the next one says.
    fn some(&mut self) -> Vec<u8> {
        let count = usize::from(self.byte()).min(self.0.len());
        let (some, rest) = self.0.split_at(count);
        self.0 = rest;
        some.to_vec()
    }

    /// Makes every edit; those in the file's bytes come last, since SQLite would refuse or undo what comes after them.
    fn make(&mut self, path: &Path) {
        let mut bytes: Vec<(usize, u8)> = Vec::new();
        let mut end = None;
        {
            let connection = Connection::open(path).expect("the sample opens");
            connection.pragma_update(None, "journal_mode", "delete").expect("the sample needs no log");
            connection.pragma_update(None, "synchronous", "off").expect("nothing need last");
            let mut left = 40;
            while !self.0.is_empty() && left > 0 {
                left -= 1;
                match self.byte() % 8 {
                    0 => bytes.push((self.number(), self.byte())),
                    1 => end = Some(self.number()),
                    2 => self.store(&connection),
                    3 => self.replace(&connection),
                    4 => self.execute(&connection, "DELETE FROM records WHERE seq = ?1"),
                    5 => self.execute(&connection, "UPDATE records SET seq = -seq WHERE seq = ?1"),
                    6 => self.execute(&connection, "INSERT INTO records SELECT seq + 1000, id || 'x', at, moment, utc_ms, boot_id, boot_ms, seat, command, events, hash FROM records WHERE seq = ?1"),
                    _ => self.define(&connection),
                }
            }
            drop(connection.pragma_update(None, "journal_mode", "wal"));
        }
        let mut file = fs::read(path).expect("a file can be read");
        for (at, byte) in bytes {
            let at = at % file.len();
            file[at] = byte;
        }
        file.truncate(end.map_or(file.len(), |end| end % (file.len() + 1)));
        fs::write(path, file).expect("a file can be written");
    }

    fn record(&mut self) -> i64 {
        i64::from(self.byte() % 72)
    }

    /// Another value in a field, of any type that SQLite takes there.
    fn store(&mut self, connection: &Connection) {
        let (column, record) = (COLUMNS[usize::from(self.byte()) % COLUMNS.len()], self.record());
        let kind = self.byte();
        let some = self.some();
        let value = match kind % 3 {
            0 => Value::Integer(some.iter().take(8).fold(0, |number, byte| number << 8 | i64::from(*byte))),
            1 => Value::Text(String::from_utf8_lossy(&some).into_owned()),
            _ => Value::Blob(some),
        };
        drop(connection.execute(&format!("UPDATE records SET {column} = ?2 WHERE seq = ?1"), (record, value)));
    }

    /// Other words in what happened.
    fn replace(&mut self, connection: &Connection) {
        let record = self.record();
        let [was, now] = [self.some(), self.some()].map(|some| String::from_utf8_lossy(&some).into_owned());
        drop(connection.execute("UPDATE records SET events = replace(events, ?2, ?3) WHERE seq = ?1", (record, was, now)));
    }

    fn execute(&mut self, connection: &Connection, sql: &str) {
        let record = self.record();
        drop(connection.execute(sql, [record]));
    }

    /// Something that no session has.
    fn define(&mut self, connection: &Connection) {
        const DEFINED: [&str; 5] = [
            "CREATE TABLE added (x)",
            "CREATE TRIGGER added AFTER INSERT ON records BEGIN DELETE FROM records; END",
            "CREATE INDEX added ON records (seat)",
            "DROP VIEW IF EXISTS turns",
            "CREATE VIEW added AS SELECT * FROM records",
        ];
        drop(connection.execute_batch(DEFINED[usize::from(self.byte()) % DEFINED.len()]));
    }
}

/// Gives each record a hash that fits, so that what it says is met.
fn chain_anew(path: &Path) {
    let chain = |connection: &Connection| -> rusqlite::Result<()> {
        let mut before = ORIGIN;
        for seq in
            connection.prepare("SELECT seq FROM records ORDER BY seq")?.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?
        {
            before = hash(connection, seq, &before)?;
            connection.execute("UPDATE records SET hash = ?2 WHERE seq = ?1", (seq, before.as_bytes()))?;
        }
        connection.pragma_update(None, "journal_mode", "wal")
    };
    if let Ok(connection) = Connection::open(path) {
        drop(chain(&connection));
    }
}

fn hash(connection: &Connection, seq: i64, before: &Hash) -> rusqlite::Result<Hash> {
    let sql = "SELECT id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events FROM records WHERE seq = ?1";
    connection.query_row(sql, [seq], |row| {
        let text = |column: usize| row.get::<_, String>(column);
        let (id, boot_id, seat, command, events) = (text(0)?, text(4)?, text(6)?, text(7)?, text(8)?);
        let stored = Stored {
            seq,
            id: &id,
            at: row.get(1)?,
            moment: row.get(2)?,
            utc_ms: row.get(3)?,
            boot_id: &boot_id,
            boot_ms: row.get(5)?,
            seat: &seat,
            command: &command,
            events: &events,
        };
        Ok(stored.hash(before, &mut Vec::new()))
    })
}

/// Looking leaves no trace: no file beside the session is made.
fn is_looked_at(folder: &Path, path: &Path) {
    let beside = || fs::read_dir(folder).expect("a folder can be read").count();
    let before = beside();
    match look(path) {
        Ok(found) => {
            let numbers = found.records.iter().map(|record| i64::from(record.seq.0));
            assert!(numbers.eq(1..=found.records.len() as i64), "records out of order");
            assert_plain(&found.damage.unwrap_or_default());
        }
        Err(error) => assert_plain(&error.to_string()),
    }
    assert_eq!(beside(), before, "looking left something behind");
}

/// What says that it is sound says what was written; what is saved out of it is sound.
fn is_proven_and_saved(folder: &Path, path: &Path, is_chained: bool) {
    let contents = match Contents::of(path) {
        Ok(contents) => contents,
        Err(error) => return assert_plain(&error.to_string()),
    };
    let proof = contents.prove(None);
    proof.flaws.iter().for_each(|flaw| assert_plain(&flaw.to_string()));
    if proof.flaws.is_empty() && !is_chained {
        let now = fields(&contents.kept);
        let sound = folder.join("sound.session");
        fs::write(&sound, SOUND).expect("a file can be written");
        let then = fields(&Contents::of(&sound).expect("the sample opens").kept);
        assert!(then.starts_with(&now) && !now.is_empty(), "it was changed and is called sound");
    }
    let saved = folder.join("saved.session");
    match contents.salvage(None) {
        Ok(salvage) => {
            salvage.write(&saved).expect("what was saved can be written");
            let again = Contents::of(&saved).expect("what was saved can be read").prove(Some(&salvage.head));
            assert!(again.flaws.is_empty(), "what was saved is not sound: {:?}", again.flaws);
            if is_chained {
                told::of_session(&saved);
            }
        }
        Err(error) => {
            assert!(!proof.flaws.is_empty(), "nothing is saved out of a file that is sound: {error}");
            assert_plain(&error.to_string());
        }
    }
}

/// Opened for going on, a copy is shown up to the damage, or refused.
fn is_opened(folder: &Path, path: &Path) {
    let copy = folder.join("copy.session");
    fs::copy(path, &copy).expect("a file can be copied");
    match told::opened(&copy) {
        Ok(session) => assert_plain(&session.health().read_only.unwrap_or_default()),
        Err(error) => assert_plain(&error.to_string()),
    }
}
