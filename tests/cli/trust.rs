//! Whatever is changed in a session or in a file of its records is found, and whatever is whole is saved.

use std::fs;
use std::path::{Path, PathBuf};

use plenary::session::journal::{Contents, Kept};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::fixture::small_session;
use crate::{plenary, stderr, stdout};

/// A folder with the small session and its export.
pub struct Kit {
    pub folder: TempDir,
    pub lines: Vec<u8>,
}

impl Kit {
    pub fn new() -> Kit {
        let folder = TempDir::new().unwrap();
        small_session(&folder.path().join("s.session"));
        let exported = plenary(folder.path(), &["export", "s.session", "--format", "jsonl"]);
        assert_eq!(exported.status.code(), Some(0), "{}", stderr(&exported));
        Kit { lines: exported.stdout, folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn kept(&self) -> Vec<Kept> {
        Contents::of(self.path("s.session")).unwrap().kept
    }

    pub fn verify(&self, name: &str) -> (i32, String) {
        let verified = plenary(self.folder.path(), &["verify", name]);
        (verified.status.code().unwrap(), stdout(&verified) + &stderr(&verified))
    }
}

/// The records' fields and hashes, wherever they stand.
fn same(one: &[Kept], other: &[Kept]) -> bool {
    let plain = |kept: &Kept| (format!("{:?}", kept.stored()), kept.hash());
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| plain(one) == plain(other))
}

#[test]
fn a_session_goes_out_and_comes_back_the_same() {
    let kit = Kit::new();
    assert_eq!(kit.lines.iter().filter(|byte| **byte == b'\n').count(), kit.kept().len());
    fs::write(kit.path("out.jsonl"), &kit.lines).unwrap();
    let (code, said) = kit.verify("out.jsonl");
    assert_eq!(code, 0, "{said}");
    let head = said.lines().find_map(|line| line.strip_prefix("head ")).unwrap().to_owned();
    let imported = plenary(kit.folder.path(), &["import", "out.jsonl", "--out", "t.session", "--head", &head]);
    assert_eq!(imported.status.code(), Some(0), "{}{}", stdout(&imported), stderr(&imported));
    assert!(stdout(&imported).contains(&format!("head {head}")), "{}", stdout(&imported));
    let again = plenary(kit.folder.path(), &["export", "t.session", "--format", "jsonl"]);
    assert!(again.stdout == kit.lines, "the second export is another");
    for path in ["turns", "items", "totals", "notes"] {
        let shown = ["s.session", "t.session"].map(|session| stdout(&plenary(kit.folder.path(), &["show", session, "--json", path])));
        assert_eq!(shown[0], shown[1], "{path}");
    }
    assert_eq!(kit.verify("t.session").0, 0);
}

#[test]
fn one_changed_byte_anywhere_in_a_file_of_lines_is_found() {
    let kit = Kit::new();
    let path = kit.path("changed.jsonl");
    // The first twelve records are a session, too.
    let mut bytes = kit.lines.split_inclusive(|byte| *byte == b'\n').take(12).collect::<Vec<_>>().concat();
    for at in 0..bytes.len() {
        let was = bytes[at];
        // Another letter, the other case, and what counts for nothing in JSON.
        for now in [was ^ 1, was ^ 0x20, if was == b' ' { b'\t' } else { b' ' }] {
            bytes[at] = now;
            let found = Contents::in_lines(&path, &bytes).is_ok_and(|contents| !contents.prove(None).flaws.is_empty());
            assert!(found, "byte {at}: {:?} instead of {:?} is not found", char::from(now), char::from(was));
        }
        bytes[at] = was;
    }
    let mut bytes = kit.lines.clone();
    for at in (0..bytes.len()).step_by(bytes.len() / 40) {
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let (code, said) = kit.verify("changed.jsonl");
        let line = 1 + kit.lines[..at].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(code, 1, "byte {at}: {said}");
        assert!(said.contains(&format!("line {line}")), "byte {at} is in line {line}: {said}");
        bytes[at] ^= 1;
    }
}

#[test]
fn one_changed_value_anywhere_in_a_session_is_found() {
    let kit = Kit::new();
    let count = kit.kept().len();
    let changes = [
        ("id", "id || 'x'"),
        ("id", "replace(id, '-', '_')"),
        ("at", "at + 1"),
        ("moment", "moment - 1"),
        ("utc_ms", "utc_ms + 1000"),
        ("boot_id", "'b' || boot_id"),
        ("boot_ms", "boot_ms + 1"),
        ("seat", "'clerk'"),
        ("command", "command || ' '"),
        ("events", "replace(events, ':', ': ') || ' '"),
        ("events", "upper(events)"),
        ("hash", "zeroblob(32)"),
        ("hash", "x'00'"),
        ("hash", "substr(hash, 1, 31)"),
        ("seq", "seq + 1000"),
        ("seq", "-seq"),
    ];
    for seq in 1..=count {
        for (column, value) in changes {
            fs::copy(kit.path("s.session"), kit.path("c.session")).unwrap();
            let connection = Connection::open(kit.path("c.session")).unwrap();
            connection.execute_batch("PRAGMA synchronous = OFF").unwrap();
            let changed = connection.execute(&format!("UPDATE records SET {column} = {value} WHERE seq = {seq}"), []).unwrap();
            assert_eq!(changed, 1);
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
            drop(connection);
            let flaws = Contents::of(kit.path("c.session")).unwrap().prove(None).flaws;
            assert!(!flaws.is_empty(), "{column} of record {seq} as {value} is not found");
            if column != "seq" {
                assert!(flaws.iter().any(|flaw| flaw.record == Some(seq as i64)), "record {seq} is not named: {flaws:?}");
            }
            if seq % 16 == 3 {
                let (code, said) = kit.verify("c.session");
                assert_eq!(code, 1, "{said}");
                assert!(said.contains(&format!("record {seq}")), "{said}");
            }
        }
    }
}

#[test]
fn what_was_removed_added_or_reordered_is_told_apart() {
    let kit = Kit::new();
    let count = kit.kept().len();
    let copy = "INSERT INTO records SELECT {n}, 'another', at, moment, utc_ms, boot_id, boot_ms, seat, command, events, hash FROM records WHERE seq = 9";
    let last = copy.replace("{n}", &(count + 1).to_string());
    let before = copy.replace("{n}", "0");
    let cases = [
        ("DELETE FROM records WHERE seq IN (9, 10, 11)", "record 9: it and all up to record 11 are missing"),
        ("DELETE FROM records WHERE seq = 1", "record 1: it is missing"),
        (last.as_str(), "it does not fit its hash"),
        (before.as_str(), "record 0: no record has such a number: it was added"),
        ("UPDATE records SET hash = zeroblob(32) WHERE seq = 9", "record 9: its hash was changed; the record itself is sound"),
        ("CREATE TABLE minutes (text TEXT)", "it has a table minutes, which no session has"),
        ("CREATE TRIGGER quiet AFTER INSERT ON records BEGIN DELETE FROM records WHERE seq > 20; END", "it has a trigger quiet"),
        (
            "UPDATE records SET seq = -1 WHERE seq = 9; UPDATE records SET seq = 9 WHERE seq = 10; UPDATE records SET seq = 10 WHERE seq = -1",
            "record 9: it does not fit its hash",
        ),
    ];
    for (sql, sentence) in cases {
        fs::copy(kit.path("s.session"), kit.path("c.session")).unwrap();
        Connection::open(kit.path("c.session")).unwrap().execute_batch(sql).unwrap();
        let (code, said) = kit.verify("c.session");
        assert_eq!(code, 1, "{sql}: {said}");
        assert!(said.contains(sentence), "{sql}: {said}");
    }
    let whole: Vec<&[u8]> = kit.lines.split_inclusive(|byte| *byte == b'\n').collect();
    let mut swapped = whole.clone();
    swapped.swap(8, 9);
    let mut twice = whole.clone();
    twice.insert(9, whole[8]);
    let mut blank = whole.clone();
    blank.insert(9, b"\n");
    for (lines, sentence) in [
        (swapped, "line 10, record 9: it stands behind record 10: the order was changed"),
        (twice, "record 9: there is another one with its number: it was added"),
        (blank, "line 10: it is empty"),
    ] {
        fs::write(kit.path("c.jsonl"), lines.concat()).unwrap();
        let (code, said) = kit.verify("c.jsonl");
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(sentence), "{said}");
    }
}

#[test]
fn a_file_cut_off_at_any_byte_gives_what_is_whole_of_it() {
    let kit = Kit::new();
    let (path, kept) = (kit.path("cut.jsonl"), kit.kept());
    let first = kit.lines.iter().position(|byte| *byte == b'\n').unwrap();
    // Within the long first record there is nothing to save at any byte.
    let many: usize = kit.lines.split_inclusive(|byte| *byte == b'\n').take(24).map(<[u8]>::len).sum();
    for end in (0..first).step_by(13).chain(first..many) {
        let cut = &kit.lines[..end];
        let Ok(contents) = Contents::in_lines(&path, cut) else {
            assert!(end < first, "{end}");
            continue;
        };
        let salvage = contents.salvage(None).unwrap();
        let ends = cut.iter().filter(|byte| **byte == b'\n').count();
        let whole = if kit.lines[end] == b'\n' { ends + 1 } else { ends };
        assert_eq!((salvage.saved, salvage.lost), (whole, 0), "cut at {end}");
        assert!(same(&contents.kept, &kept[..whole]), "cut at {end}");
        match cut.ends_with(b"\n") {
            true => assert_eq!(salvage.flaws, [], "cut at {end}"),
            false => assert_eq!(salvage.flaws[0].line, Some(ends + 1), "cut at {end}: {:?}", salvage.flaws),
        }
    }
    for end in (0..kit.lines.len()).step_by(kit.lines.len() / 20) {
        fs::write(&path, &kit.lines[..end]).unwrap();
        let out = format!("cut-{end}.session");
        let imported = plenary(kit.folder.path(), &["import", "cut.jsonl", "--out", &out]);
        let said = stdout(&imported) + &stderr(&imported);
        if end <= first {
            assert_eq!(imported.status.code(), Some(2), "{said}");
            assert!(said.contains("holds no whole record") && !kit.path(&out).exists(), "{said}");
            continue;
        }
        let line = 1 + kit.lines[..end].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(imported.status.code(), Some(1), "{said}");
        assert!(said.contains(&format!("line {line}: it breaks off")), "{said}");
        assert_eq!(stdout(&plenary(kit.folder.path(), &["show", &out, "seq"])), format!("{}\n", line - 1));
        assert_eq!(kit.verify(&out).0, 0);
    }
}

#[test]
fn what_is_lost_in_the_middle_leaves_the_rest_as_it_was() {
    let kit = Kit::new();
    let count = kit.kept().len();
    // The first question was logged in record 19.
    fs::copy(kit.path("s.session"), kit.path("c.session")).unwrap();
    let damage = "UPDATE records SET events = replace(events, 'Which', 'What') WHERE seq = 19; DELETE FROM records WHERE seq = 30";
    Connection::open(kit.path("c.session")).unwrap().execute_batch(damage).unwrap();
    let before = fs::read(kit.path("c.session")).unwrap();
    let recovered = plenary(kit.folder.path(), &["recover", "c.session", "--out", "r.session"]);
    let said = stdout(&recovered);
    assert_eq!(recovered.status.code(), Some(0), "{said}{}", stderr(&recovered));
    assert!(said.contains("record 19: it does not fit its hash") && said.contains("record 30: it is missing"), "{said}");
    assert_eq!(fs::read(kit.path("c.session")).unwrap(), before, "the damaged file was touched");
    assert_eq!(kit.verify("r.session").0, 0);
    let show = |session: &str, path: &str| stdout(&plenary(kit.folder.path(), &["show", session, "--json", path]));
    assert_eq!(show("r.session", "seq"), format!("{count}\n"));
    assert_eq!(show("r.session", "items[1].text"), show("s.session", "items[2].text"), "the second item is the first now");
    let notes: serde_json::Value = serde_json::from_str(&show("r.session", "notes")).unwrap();
    assert!(notes.as_array().unwrap().iter().any(|note| note["text"] == "Record 19 is lost"), "{notes}");
}

#[test]
fn nothing_that_is_there_is_ever_written_over() {
    let kit = Kit::new();
    fs::write(kit.path("out.jsonl"), &kit.lines).unwrap();
    fs::write(kit.path("minutes.txt"), "the minutes\n").unwrap();
    let session = fs::read(kit.path("s.session")).unwrap();
    let call = |arguments: &[&str]| {
        let called = plenary(kit.folder.path(), arguments);
        assert_eq!(called.status.code(), Some(2), "{arguments:?}: {}", stderr(&called));
        stderr(&called)
    };
    assert!(call(&["import", "out.jsonl", "--out", "s.session"]).contains("is there already"));
    assert!(call(&["recover", "out.jsonl", "--out", "s.session"]).contains("is there already"));
    assert!(call(&["import", "minutes.txt"]).contains("neither a session nor a file of records"));
    assert!(call(&["import", "s.session"]).contains("is a session already"));
    assert!(call(&["import", "nowhere.jsonl"]).contains("no such file"));
    assert!(call(&["import", "."]).contains("is not a file"));
    assert!(call(&["verify", "minutes.txt"]).contains("neither a session"));
    assert!(call(&["export", "s.session", "--format", "jsonl", "--out", "minutes.txt"]).contains("is there already"));
    assert!(call(&["export", "s.session", "--format", "jsonl", "--out", "s.session", "--overwrite"]).contains("is a session"));
    assert!(call(&["export", "s.session", "--format", "jsonl", "--out", "no/such/folder.jsonl"]).contains("could not be written"));
    assert_eq!(fs::read(kit.path("s.session")).unwrap(), session);
    assert_eq!(fs::read(kit.path("minutes.txt")).unwrap(), b"the minutes\n");
    let over = plenary(kit.folder.path(), &["export", "s.session", "--format", "jsonl", "--out", "minutes.txt", "--overwrite"]);
    assert_eq!(over.status.code(), Some(0), "{}", stderr(&over));
    assert!(stderr(&over).contains("minutes.txt was there already and was overwritten"));
    assert_eq!(fs::read(kit.path("minutes.txt")).unwrap(), kit.lines);
    let drafts =
        fs::read_dir(kit.folder.path()).unwrap().filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
    assert_eq!(drafts.count(), 0, "something is left lying about");
}

#[test]
fn an_imported_session_without_a_name_comes_to_the_others() {
    let kit = Kit::new();
    fs::write(kit.path("out.jsonl"), &kit.lines).unwrap();
    for _ in 0..2 {
        let imported = plenary(kit.folder.path(), &["import", "out.jsonl"]);
        assert_eq!(imported.status.code(), Some(0), "{}", stderr(&imported));
    }
    assert_eq!(stdout(&plenary(kit.folder.path(), &["sessions"])).lines().count(), 2);
}

/// A byte that is changed in a session's file and does not show has changed no record.
#[test]
fn a_damaged_file_never_passes_for_another_session() {
    let kit = Kit::new();
    let (whole, kept, path) = (fs::read(kit.path("s.session")).unwrap(), kit.kept(), kit.path("c.session"));
    for at in (0..whole.len()).step_by(229) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x41;
        fs::write(&path, &bytes).unwrap();
        let Ok(contents) = Contents::of(&path) else { continue };
        if contents.prove(None).flaws.is_empty() {
            assert!(same(&contents.kept, &kept), "byte {at}");
        } else if let Ok(salvage) = contents.salvage(None) {
            let out: &Path = &kit.path("r.session");
            salvage.write(out).unwrap();
            let again = Contents::of(out).unwrap();
            assert_eq!(again.prove(Some(&salvage.head)).flaws, [], "byte {at}");
            fs::remove_file(out).unwrap();
        }
    }
}
