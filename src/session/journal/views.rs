//! The views of a session's file: those of this version, whichever version made the file. Records are never touched.

use rusqlite::{Connection, TransactionBehavior};

/// What the views are, as SQL.
pub(super) const VIEWS: &str = include_str!("views.sql");

/// The name of each view and what makes it, word for word as SQLite keeps it.
type Stored = Vec<(String, String)>;

/// Puts this version's views in the place of others under their names, all or none; views under other names stay.
///
/// # Errors
/// The file cannot be written now; its views are as they were.
pub(super) fn renew(connection: &mut Connection) -> rusqlite::Result<()> {
    let ours = ours();
    let theirs = of(connection)?;
    if ours.iter().all(|view| theirs.contains(view)) {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (name, view) in ours {
        transaction.execute_batch(&format!("DROP VIEW IF EXISTS {name}; {view}"))?;
    }
    transaction.commit()
}

/// Read out of the text and not out of a database made for it: this stands before the first frame.
fn ours() -> Stored {
    let statements = VIEWS.split(";\n").filter_map(|part| part.get(part.find("CREATE VIEW ")?..));
    let named = |view: &str| Some((view.split_whitespace().nth(2)?.to_owned(), view.trim().trim_end_matches(';').to_owned()));
    statements.filter_map(named).collect()
}

fn of(connection: &Connection) -> rusqlite::Result<Stored> {
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_views_are_read_as_sqlite_keeps_them() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(VIEWS).unwrap();
        let (mut ours, mut kept) = (ours(), of(&connection).unwrap());
        ours.sort();
        kept.sort();
        assert_eq!(ours, kept);
    }
}
