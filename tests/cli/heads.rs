//! A head, written down elsewhere, catches what no file can tell of itself: a cut tail, and a chain of hashes made anew.

use std::fs;

use plenary::session::journal::{Hash, Head, Kept, ORIGIN, Stored};
use rusqlite::Connection;

use crate::trust::Kit;
use crate::{plenary, stderr, stdout};

fn heads(kept: &[Kept]) -> Vec<String> {
    kept.iter().map(|kept| Head { seq: kept.seq, hash: kept.hash().unwrap() }.to_string()).collect()
}

#[test]
fn a_head_catches_a_cut_tail_and_a_chain_made_anew() {
    let kit = Kit::new();
    let kept = kit.kept();
    let heads = heads(&kept);
    let verify = |name: &str, head: &str| {
        let verified = plenary(kit.folder.path(), &["verify", name, "--head", head]);
        (verified.status.code().unwrap(), stdout(&verified))
    };
    assert_eq!(verify("s.session", heads.last().unwrap()).0, 0);
    assert_eq!(verify("s.session", &heads[4]).0, 0, "a head of earlier is still true");

    fs::copy(kit.path("s.session"), kit.path("cut.session")).unwrap();
    Connection::open(kit.path("cut.session")).unwrap().execute("DELETE FROM records WHERE seq > 10", []).unwrap();
    assert_eq!(kit.verify("cut.session").0, 0, "nothing in the file itself tells");
    let (code, said) = verify("cut.session", heads.last().unwrap());
    assert!(code == 1 && said.contains("the end was cut off"), "{said}");

    // Someone leaves a record out and makes all hashes anew.
    fs::write(kit.path("short.jsonl"), kit.lines.split_inclusive(|byte| *byte == b'\n').take(10).collect::<Vec<_>>().concat()).unwrap();
    let other = plenary(kit.folder.path(), &["import", "short.jsonl", "--out", "other.session"]);
    assert_eq!(other.status.code(), Some(0), "{}", stderr(&other));
    assert_eq!(plenary(kit.folder.path(), &["do", "other.session", "note another"]).status.code(), Some(0));
    assert_eq!(kit.verify("other.session").0, 0);
    let (code, said) = verify("other.session", &heads[10]);
    assert!(code == 1 && said.contains("made anew"), "{said}");
    for wrong in ["", "9", "9:abc", "0:00", "x:y", &heads[3][1..]] {
        assert_eq!(verify("s.session", wrong).0, 2, "{wrong}");
    }
}

/// Someone puts other words into one record and makes its hash and all after it as they would be.
#[test]
fn a_head_catches_every_hash_made_anew() {
    let kit = Kit::new();
    let (kept, changed) = (kit.kept(), 19);
    let heads = heads(&kept);
    fs::copy(kit.path("s.session"), kit.path("forged.session")).unwrap();
    let connection = Connection::open(kit.path("forged.session")).unwrap();
    connection.execute("UPDATE records SET events = replace(events, 'Which', 'What') WHERE seq = ?1", [changed]).unwrap();
    let mut before = ORIGIN;
    for kept in &kept {
        let events: String = connection.query_row("SELECT events FROM records WHERE seq = ?1", [kept.seq], |row| row.get(0)).unwrap();
        let hash: Hash = Stored { events: &events, ..kept.stored() }.hash(&before, &mut Vec::new());
        assert_eq!(kept.hash() == Some(hash), kept.seq < changed);
        connection.execute("UPDATE records SET hash = ?2 WHERE seq = ?1", rusqlite::params![kept.seq, hash.as_bytes()]).unwrap();
        before = hash;
    }
    drop(connection);
    let exported = plenary(kit.folder.path(), &["export", "forged.session", "--format", "jsonl", "--out", "forged.jsonl"]);
    assert_eq!(exported.status.code(), Some(0), "{}", stderr(&exported));
    for file in ["forged.session", "forged.jsonl"] {
        assert_eq!(kit.verify(file).0, 0, "nothing in the file itself tells");
        for (head, seq) in heads.iter().zip(1..) {
            let verified = plenary(kit.folder.path(), &["verify", file, "--head", head]);
            let said = stdout(&verified);
            assert_eq!(verified.status.code(), Some(i32::from(seq >= changed)), "{head}: {said}");
            assert!(seq < changed || said.contains(&format!("record {seq}: its hash is not that of the head")), "{said}");
        }
    }
    // Who takes it in all the same is told.
    let taken = plenary(kit.folder.path(), &["import", "forged.jsonl", "--out", "i.session", "--head", heads.last().unwrap()]);
    assert!(stdout(&taken).contains("made anew"), "{}{}", stdout(&taken), stderr(&taken));
}
