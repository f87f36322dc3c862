//! The chain of hashes: each record's covers the one before it and every field exactly as stored, so that checking never writes anything anew.

use crate::dialogue::{Event, Record, Seq, Text};
use crate::review::Ms;

pub use blake3::Hash;

/// What stands in the place of the hash before the first record.
pub const ORIGIN: Hash = Hash::from_bytes([0; 32]);

/// A record as its store has it.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    /// [`Record::seq`]
    pub seq: i64,
    /// [`Record::id`]
    pub id: &'a str,
    /// [`Record::at`], in milliseconds
    pub at: i64,
    /// [`Record::moment`], in milliseconds
    pub moment: i64,
    /// [`Record::utc_ms`]
    pub utc_ms: i64,
    /// [`Record::boot_id`]
    pub boot_id: &'a str,
    /// [`Record::boot_ms`]
    pub boot_ms: i64,
    /// [`Record::seat`]
    pub seat: &'a str,
    /// [`Record::command`]
    pub command: &'a str,
    /// [`Record::events`] as JSON text
    pub events: &'a str,
}

impl Stored<'_> {
    /// The record's hash: BLAKE3 over the hash before it, then its fields in the order of this type, numbers as 8 bytes, the lowest
    /// first, and texts after their length in bytes as such a number. `buffer` is only there to be used again.
    pub fn hash(&self, before: &Hash, buffer: &mut Vec<u8>) -> Hash {
        buffer.clear();
        buffer.extend_from_slice(before.as_bytes());
        number(buffer, self.seq);
        text(buffer, self.id);
        number(buffer, self.at);
        number(buffer, self.moment);
        number(buffer, self.utc_ms);
        text(buffer, self.boot_id);
        number(buffer, self.boot_ms);
        text(buffer, self.seat);
        text(buffer, self.command);
        text(buffer, self.events);
        blake3::hash(buffer)
    }

    /// The record itself. Texts that are mostly the same from record to record are shared with `before`.
    ///
    /// # Errors
    /// What of it is not understood.
    pub fn decode(&self, before: Option<&Record>) -> Result<Record, String> {
        // There is mostly one, and a list of any length takes room for four: over a long session the difference is felt when it is opened.
        let events = serde_json::from_str::<[Event; 1]>(self.events).map(Vec::from).or_else(|_| serde_json::from_str(self.events));
        let events = events.map_err(|error| error.to_string())?;
        let seq = u32::try_from(self.seq).map_err(|_| format!("{} is not the number of a record", self.seq))?;
        Ok(Record {
            seq: Seq(seq),
            id: self.id.into(),
            at: Ms(self.at),
            moment: Ms(self.moment),
            utc_ms: self.utc_ms,
            boot_id: shared(before.map(|record| &record.boot_id), self.boot_id),
            boot_ms: self.boot_ms,
            seat: shared(before.map(|record| &record.seat), self.seat),
            command: shared(before.map(|record| &record.command), self.command),
            events,
        })
    }
}

fn number(buffer: &mut Vec<u8>, number: i64) {
    buffer.extend_from_slice(&number.to_le_bytes());
}

fn text(buffer: &mut Vec<u8>, text: &str) {
    buffer.extend_from_slice(&(text.len() as u64).to_le_bytes());
    buffer.extend_from_slice(text.as_bytes());
}

fn shared(before: Option<&Text>, text: &str) -> Text {
    match before {
        Some(before) if &**before == text => Text::clone(before),
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORED: Stored<'static> = Stored {
        seq: 2,
        id: "a",
        at: 10,
        moment: 9,
        utc_ms: 1_700_000_000_000,
        boot_id: "b",
        boot_ms: 5,
        seat: "operator",
        command: "begin",
        events: r#"["began"]"#,
    };

    /// Files that exist must verify for ever: this value never changes.
    #[test]
    fn the_hash_of_a_record_is_fixed() {
        let hash = STORED.hash(&ORIGIN, &mut Vec::new());
        assert_eq!(hash.to_hex().as_str(), "9911f0118332ed38971bc17a21ce73658ff9634750f00cc06259297a0665731d");
    }

    #[test]
    fn every_field_counts() {
        let hash = |stored: Stored<'_>| stored.hash(&ORIGIN, &mut Vec::new());
        let changed = [
            Stored { seq: 3, ..STORED },
            Stored { id: "c", ..STORED },
            Stored { at: 11, ..STORED },
            Stored { moment: 8, ..STORED },
            Stored { utc_ms: 1, ..STORED },
            Stored { boot_id: "c", ..STORED },
            Stored { boot_ms: 6, ..STORED },
            Stored { seat: "clerk", ..STORED },
            Stored { command: "begin ", ..STORED },
            Stored { events: r#"[ "began"]"#, ..STORED },
            // The same letters, divided between two fields in another way.
            Stored { seat: "operatorb", command: "egin", ..STORED },
        ];
        for stored in changed {
            assert_ne!(hash(stored), hash(STORED), "{stored:?}");
        }
        assert_ne!(STORED.hash(&blake3::hash(b"another"), &mut Vec::new()), hash(STORED));
    }
}
