//! Files of records in JSON Lines: what is sound comes back to the byte, what is not is named, and what is saved out of it is sound.

use std::fs;
use std::path::Path;

use plenary::export;
use plenary::session::journal::{Contents, Hash, Kept, ORIGIN, Stored};
use serde_json::Value;

use super::{assert_plain, folder, told};

/// An input that begins with this line is chained anew, so that what its records say is met and not only their hashes.
const CHAIN: &[u8] = b"chain\n";

/// Takes the bytes for a file of records.
pub fn hold(bytes: &[u8]) {
    match bytes.strip_prefix(CHAIN) {
        Some(lines) => holds(&chained(lines)),
        None => holds(bytes),
    }
}

fn holds(bytes: &[u8]) {
    let folder = folder();
    let (file, path) = (folder.path().join("records.jsonl"), folder.path().join("new.session"));
    fs::write(&file, bytes).expect("a file can be written");
    let contents = match Contents::of(&file) {
        Ok(contents) => contents,
        Err(error) => return assert_plain(&error.to_string()),
    };
    let proof = contents.prove(None);
    proof.flaws.iter().for_each(|flaw| assert_plain(&flaw.to_string()));
    let is_sound = proof.flaws.is_empty();
    if is_sound {
        assert!(exported(&file) == bytes, "it is called sound, and its export is another file");
        assert_eq!(proof.head.map(|head| head.seq), contents.kept.last().map(|kept| kept.seq), "it is not sound to its end");
    } else {
        assert_plain(&export::records(&file).expect_err("what is not sound is not exported").to_string());
    }
    let salvage = match contents.salvage(None) {
        Ok(salvage) => salvage,
        Err(error) => {
            assert!(!is_sound, "nothing is made of a file that is sound");
            return assert_plain(&error.to_string());
        }
    };
    salvage.flaws.iter().for_each(|flaw| assert_plain(&flaw.to_string()));
    salvage.write(&path).expect("what was saved can be written");
    let session = Contents::of(&path).expect("what was written can be read");
    let saved = session.prove(Some(&salvage.head));
    assert!(saved.flaws.is_empty(), "what was saved is not sound: {:?}", saved.flaws);
    assert_eq!(saved.head, Some(salvage.head));
    let lines = exported(&path);
    assert!(!is_sound || lines == bytes, "what was imported is exported as something else");
    let again = Contents::in_lines("again.jsonl", &lines).expect("what was exported can be read").prove(None);
    assert!(again.flaws.is_empty(), "what was exported is not sound: {:?}", again.flaws);
    told::of_session(&path);
}

fn exported(path: &Path) -> Vec<u8> {
    export::records(path).expect("what is sound can be exported")
}

/// The records that the lines hold, each on a line with a hash that fits; lines that hold none stay as they are.
fn chained(lines: &[u8]) -> Vec<u8> {
    let mut before = ORIGIN;
    let mut chained = Vec::new();
    for line in lines.split_inclusive(|byte| *byte == b'\n') {
        match with_hash(line, &before) {
            None => chained.extend_from_slice(line),
            Some((record, hash)) => {
                chained.extend_from_slice(record.as_bytes());
                chained.push(b'\n');
                before = hash;
            }
        }
    }
    chained
}

fn with_hash(line: &[u8], before: &Hash) -> Option<(String, Hash)> {
    let mut record: Value = serde_json::from_slice(line).ok()?;
    let text = |name: &str| record.get(name)?.as_str().map(str::to_owned);
    let number = |name: &str| record.get(name)?.as_i64();
    let (id, boot_id, seat, command) = (text("id")?, text("boot_id")?, text("seat")?, text("command")?);
    let events = record.get("events")?.to_string();
    let stored = Stored {
        seq: number("seq")?,
        id: &id,
        at: number("at")?,
        moment: number("moment")?,
        utc_ms: number("utc_ms")?,
        boot_id: &boot_id,
        boot_ms: number("boot_ms")?,
        seat: &seat,
        command: &command,
        events: &events,
    };
    let hash = stored.hash(before, &mut Vec::new());
    record.as_object_mut()?.insert("hash".into(), hash.to_hex().as_str().into());
    Some((record.to_string(), hash))
}

/// What the records of a file say, without where they stand.
pub fn fields(kept: &[Kept]) -> Vec<(String, Option<Hash>)> {
    kept.iter().map(|kept| (format!("{:?}", kept.stored()), kept.hash())).collect()
}
