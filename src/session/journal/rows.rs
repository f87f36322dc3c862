//! Records as rows of the session file's one table.

use rusqlite::{CachedStatement, Connection, Row, Statement, params};

use super::kept::{Flaw, Kept};
use super::{Hash, Stored, trouble};

pub(super) const INSERT: &str = "INSERT INTO records (seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events, hash)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
pub(super) const READ: &str =
    "SELECT seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events, hash FROM records WHERE seq >= ?1 ORDER BY seq";
/// What SQLite makes by itself, the table of records and any view are all that a session has: views show records and hold none.
const ADDED: &str = "SELECT iif(type = 'index', 'an ', 'a ') || type || ' ' || name FROM sqlite_schema
    WHERE type <> 'view' AND name <> 'records' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";

/// What made the table of records, as SQLite keeps it.
const TABLE: &str = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'records'";

/// So many numbers in a row are tried behind a damaged place where the file does not say what its last record is.
const REACH: i64 = 10_000;

pub(super) fn insert(statement: &mut CachedStatement<'_>, stored: &Stored<'_>, hash: &Hash) -> rusqlite::Result<()> {
    let Stored { seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events } = *stored;
    statement.execute(params![seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events, hash.as_bytes()])?;
    Ok(())
}

pub(super) fn columns<'a>(row: &'a Row<'_>) -> rusqlite::Result<(Stored<'a>, &'a [u8])> {
    let text = |column: usize| row.get_ref(column).and_then(|value| Ok(value.as_str()?));
    let stored = Stored {
        seq: row.get(0)?,
        id: text(1)?,
        at: row.get(2)?,
        moment: row.get(3)?,
        utc_ms: row.get(4)?,
        boot_id: text(5)?,
        boot_ms: row.get(6)?,
        seat: text(7)?,
        command: text(8)?,
        events: text(9)?,
    };
    Ok((stored, row.get_ref(10)?.as_blob()?))
}

/// Every row in order of number, whatever its number is, also those behind damaged places; and what else is wrong with the file.
///
/// # Errors
/// The file cannot be read at all.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<(Vec<Kept>, Vec<Flaw>)> {
    let (mut kept, mut flaws) = (Vec::new(), Vec::new());
    let damaged = |error: rusqlite::Error| Flaw::of_file(format!("it is damaged ({error})"));
    // Where not even the tables can be made out, no number is worth trying.
    let mut statement = match connection.prepare(READ) {
        Err(error) if trouble::is_damage(&error) => return Ok((kept, vec![damaged(error)])),
        statement => statement?,
    };
    let (mut from, mut damage) = (i64::MIN, None);
    let last: Option<i64> = connection.query_row("SELECT max(seq) FROM records", [], |row| row.get(0)).unwrap_or_default();
    while let Err(error) = read_from(&mut statement, from, &mut kept, &mut flaws) {
        if !trouble::is_damage(&error) {
            return Err(error);
        }
        let next = kept.last().map_or(1, |kept: &Kept| kept.seq.saturating_add(1));
        from = next.max(from.saturating_add(1));
        damage = damage.or(Some(error));
        if from > last.unwrap_or(next.saturating_add(REACH)) {
            break;
        }
    }
    flaws.extend(damage.map(damaged));
    Ok((kept, flaws))
}

fn read_from(statement: &mut Statement<'_>, from: i64, kept: &mut Vec<Kept>, flaws: &mut Vec<Flaw>) -> rusqlite::Result<()> {
    let mut rows = statement.query([from])?;
    while let Some(row) = rows.next()? {
        match columns(row) {
            Ok((stored, hash)) => kept.push(Kept::of(&stored, hash)),
            Err(error) => flaws.push(Flaw::of_record(row.get(0)?, format!("one of its fields cannot be read ({error})"))),
        }
    }
    Ok(())
}

/// What a session's file holds besides records, or holds in disorder.
///
/// # Errors
/// The file cannot be read at all.
pub(super) fn around(connection: &Connection) -> rusqlite::Result<Vec<Flaw>> {
    let sentences = |sql: &str| -> rusqlite::Result<Vec<String>> { connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect() };
    let added = sentences(ADDED)?.into_iter().map(|what| Flaw::of_file(format!("it has {what}, which no session has: it was added")));
    let made_otherwise = (sentences(TABLE)?.first().map(String::as_str) != table())
        .then(|| Flaw::of_file("its table of records is not the one that a session has: what may stand in it was changed"));
    let disorder = sentences("PRAGMA integrity_check(20)").unwrap_or_else(|error| vec![error.to_string()]);
    let disorder = disorder.into_iter().filter(|what| what != "ok").map(|what| Flaw::of_file(format!("it is damaged ({what})")));
    Ok(added.chain(made_otherwise).chain(disorder).collect())
}

/// The statement that makes the table of records in every session of this format.
fn table() -> Option<&'static str> {
    let schema = include_str!("schema.sql");
    schema.get(schema.find("CREATE TABLE")?..).map(|statement| statement.trim_end().trim_end_matches(';'))
}
