//! The exchange format: JSON Lines, one record a line with the fields as stored and its hash, in the order of [`Stored`].
//!
//! What happened stands in the line as the very JSON that is stored, so that the hash can be checked on either side.
//! A later version of the format will say so in a field that this one does not know.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::kept::{Flaw, Kept};
use super::{Hash, Stored};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    seq: i64,
    #[serde(borrow)]
    id: Cow<'a, str>,
    at: i64,
    moment: i64,
    utc_ms: i64,
    #[serde(borrow)]
    boot_id: Cow<'a, str>,
    boot_ms: i64,
    #[serde(borrow)]
    seat: Cow<'a, str>,
    #[serde(borrow)]
    command: Cow<'a, str>,
    #[serde(borrow)]
    events: &'a RawValue,
    #[serde(borrow)]
    hash: Cow<'a, str>,
}

/// A record as a line, without the line's end.
///
/// # Errors
/// Why it cannot be one: what is stored as its events is no JSON, or not on one line; its hash is none.
pub fn written(kept: &Kept) -> Result<String, String> {
    let Stored { seq, id, at, moment, utc_ms, boot_id, boot_ms, seat, command, events } = kept.stored();
    let hash = kept.hash().ok_or("its hash is none")?;
    let line = Line {
        seq,
        id: id.into(),
        at,
        moment,
        utc_ms,
        boot_id: boot_id.into(),
        boot_ms,
        seat: seat.into(),
        command: command.into(),
        events: serde_json::from_str(events).map_err(|error| error.to_string())?,
        hash: hash.to_hex().as_str().to_owned().into(),
    };
    if events != line.events.get() || events.contains('\n') {
        return Err("what happened in it is not stored on one line".into());
    }
    serde_json::to_string(&line).map_err(|error| error.to_string())
}

/// The record of a line.
///
/// # Errors
/// Why it is none.
pub(super) fn read(line: &[u8]) -> Result<Kept, String> {
    if line.trim_ascii().is_empty() {
        return Err("it is empty".into());
    }
    let line: Line<'_> = serde_json::from_slice(line).map_err(|error| why(&error))?;
    let hash = Hash::from_hex(line.hash.as_bytes()).map_err(|_| "its hash is none")?;
    let stored = Stored {
        seq: line.seq,
        id: &line.id,
        at: line.at,
        moment: line.moment,
        utc_ms: line.utc_ms,
        boot_id: &line.boot_id,
        boot_ms: line.boot_ms,
        seat: &line.seat,
        command: &line.command,
        events: line.events.get(),
    };
    Ok(Kept::of(&stored, hash.as_bytes()))
}

fn why(error: &serde_json::Error) -> String {
    let reason = error.to_string();
    match reason.starts_with("unknown field") {
        true => format!("it says more than this version understands, and may be of a newer Plenary ({reason})"),
        false => format!("it is no record of a session ({reason})"),
    }
}

/// Every record of a file in the order in which they stand there, and what is wrong with the lines, down to the byte.
pub(super) fn all(file: &[u8]) -> (Vec<Kept>, Vec<Flaw>) {
    let (mut kept, mut flaws) = (Vec::new(), Vec::new());
    let whole = file.strip_suffix(b"\n");
    let count = file.split(|byte| *byte == b'\n').count() - usize::from(whole.is_some());
    for (line, number) in file.split(|byte| *byte == b'\n').take(count).zip(1..) {
        let breaks_off = number == count && whole.is_none();
        match read(line) {
            Ok(mut record) => {
                if written(&record).ok().as_deref().map(str::as_bytes) != Some(line) {
                    flaws.push(Flaw::of_line(number, "it is not written as it was exported"));
                }
                if breaks_off {
                    flaws.push(Flaw::of_line(number, "it has no end: the file may be cut off there"));
                }
                record.line = Some(number);
                kept.push(record);
            }
            Err(_) if breaks_off => {
                flaws.push(Flaw::of_line(number, "it breaks off: the file is cut off there, and its record is not whole"))
            }
            Err(reason) => flaws.push(Flaw::of_line(number, reason)),
        }
    }
    (kept, flaws)
}
