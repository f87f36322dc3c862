//! What is no command, and what names something that nobody knows: the code, and words that help.

use plenary::dialogue::RefusalCode::{self, *};
use plenary::language::parse;

use crate::fixture::review;

fn refused(rows: &[(&str, RefusalCode, &str)]) {
    let review = review();
    for (line, code, words) in rows {
        let refusal = parse(line, &review).expect_err(line);
        assert_eq!(refusal.code, *code, "{line}: {refusal}");
        assert!(refusal.sentence.contains(words), "{line}: {refusal}");
    }
}

#[test]
fn lines_that_are_no_command() {
    refused(&[
        ("", Usage, "verb"),
        ("   ", Usage, "verb"),
        ("nxet", Usage, "next"),
        ("frobnicate", Usage, "no command"),
        ("\"next\"", Usage, "no command"),
        ("move FRA", Usage, "move E at=N|top|end|before:E|after:E"),
        ("move FRA at=0", Usage, "not a place"),
        ("move FRA at=-1", Usage, "not a place"),
        ("move FRA at=beside:e2", Usage, "not a place"),
        ("withdraw", Usage, "E is missing. Write: withdraw E"),
        ("withdraw e1 e2", Usage, "too much"),
        ("begin now", Usage, "too much"),
        ("inscribe", Usage, "inscribe DEL…"),
        ("inscribe FRA late=", Usage, "reason"),
        ("inscribe FRA place=top", Usage, "no place="),
        ("inscribe FRA at=top at=end", Usage, "twice"),
        ("time FRA", Usage, "D is missing. Write: time E D"),
        ("give \"United", Usage, "never closed"),
        ("ask", Usage, "no words"),
        ("ask #torture", Usage, "no words"),
        ("ask \"\"", Usage, "no words"),
        ("ask by=FRA", Usage, "no words"),
        ("ask \"Which law", Usage, "never closed"),
        ("ask Which law by=\"United Kingdom", Usage, "never closed"),
        ("ask Which law turn=seven", Usage, "turn"),
        ("note", Usage, "nothing to note"),
        ("edit 4", Usage, "edit I"),
        ("edit 4 sort=rant", Usage, "recommendation"),
        ("assign 4", Usage, "assign I… O"),
        ("assign 4 7", Usage, "official"),
        ("answered", Usage, "answered"),
        ("answered 4 #torture", Usage, "theme"),
        ("answered #", Usage, "theme"),
        ("official", Usage, "official O"),
        ("official Chair of it", Usage, "quotes"),
        ("inscribe participant=", Usage, "name"),
        ("inscribe FRA participant=Nobody", Usage, "Either delegations"),
        ("swap FRA", Usage, "E is missing. Write: swap E E"),
        ("defer", Usage, "defer E"),
        ("aside", Usage, "aside E"),
        ("release e1 e2", Usage, "too much"),
        ("sort alphabetical", Usage, "from= is missing"),
        ("sort by-rank from=F", Usage, "alphabetical"),
        ("sort from=F", Usage, "alphabetical is missing"),
        ("sort alphabetical from=Ж", Usage, "not a letter from A to Z"),
        ("draw", Usage, "seed= is missing"),
        ("draw seed=-4", Usage, "A seed is a number"),
        ("draw seed=18446744073709551616", Usage, "A seed is a number from 0 to 18446744073709551615"),
        ("draw seed=4 count=0", Usage, "how many"),
        ("close-list now", Usage, "too much"),
        ("reconcile NER", Usage, "DEL is missing. Write: reconcile PARTICIPANT DEL"),
        ("cut now", Usage, "too much"),
        ("back", Usage, "D is missing. Write: back D"),
        ("order", Usage, "DEL is missing. Write: order DEL"),
        ("ruling", Usage, "upheld|dismissed|noted is missing"),
        ("ruling accepted", Usage, "upheld, dismissed or noted"),
        ("retype", Usage, "retype K"),
        ("retype \"\"", Usage, "has a name"),
        ("divide equally", Usage, "not a way to divide. Write: divide [ladder] [apply] [each=D]"),
        ("divide apply apply", Usage, "twice"),
        ("divide ladder each=50s", Usage, "Either"),
        ("divide ladder apply now", Usage, "too much"),
        ("bank African", Usage, "D is missing. Write: bank GROUP D"),
        ("bank \"\" 30m", Usage, "has a name"),
        ("redistribute", Usage, "redistribute GROUP [apply]"),
        ("redistribute African now", Usage, "apply"),
        ("undo first", Usage, "number"),
        ("undo #3", Usage, "number"),
        ("undo 0", Usage, "number"),
    ]);
}

#[test]
fn delegations() {
    refused(&[
        ("inscribe united", Ambiguous, "GBR United Kingdom, USA United States"),
        ("inscribe nig", Ambiguous, "NGA"),
        ("inscribe Atlantis", UnknownDelegation, "Atlantis"),
        ("inscribe Germny", UnknownDelegation, "DEU Germany"),
        ("inscribe FRA Atlantis", UnknownDelegation, "Atlantis"),
        ("withdraw Atlantis", UnknownDelegation, "Atlantis"),
        ("ask Which law by=Atlantis", UnknownDelegation, "Atlantis"),
        ("inscribe FRA re=Atlantis", UnknownDelegation, "Atlantis"),
        ("order united", Ambiguous, "GBR United Kingdom, USA United States"),
        ("order Atlantis", UnknownDelegation, "Atlantis"),
        ("sort alphabetical from=Atlantis", UnknownDelegation, "Atlantis"),
        ("sort alphabetical from=zz", UnknownDelegation, "zz"),
        ("reconcile Atlantis FRA", UnknownDelegation, "Atlantis"),
        ("swap FRA Atlantis", UnknownDelegation, "Atlantis"),
    ]);
}

#[test]
fn entries_and_items() {
    refused(&[
        ("withdraw #", UnknownEntry, "e12"),
        ("withdraw #x", UnknownEntry, "e12"),
        ("withdraw #+3", UnknownEntry, "e12"),
        ("withdraw e99999999999", UnknownEntry, "e12"),
        ("withdraw 99999999999", UnknownEntry, "e12"),
        ("aside #x", UnknownEntry, "e12"),
        ("swap e1 #", UnknownEntry, "e12"),
        ("next seen=FRA", UnknownEntry, "e12"),
        ("next seen=3", UnknownEntry, "e12"),
        ("drop x", UnknownItem, "x"),
        ("drop 0", UnknownItem, "0"),
        ("drop +4", UnknownItem, "+4"),
        ("drop #4", UnknownItem, "#4"),
        ("assign 4-x j", UnknownItem, "4-x"),
        ("assign 9-4 j", UnknownItem, "9-4"),
        ("assign 1-4000000000 j", UnknownItem, "at once"),
        ("assign 1-900 2000-2900 j", UnknownItem, "at once"),
        ("unassign , ", UnknownItem, ""),
    ]);
}

#[test]
fn lengths_of_time() {
    refused(&[
        ("extend 30", BadDuration, "30 what? write 30s or 30m"),
        ("extend 1.5", BadDuration, ""),
        ("extend 5000h", BadDuration, "longer than any meeting"),
        ("time FRA 90", BadDuration, "90 what?"),
        ("time FRA -30s", BadDuration, "sign"),
        ("inscribe FRA time=+30s", BadDuration, "sign"),
        ("back 5", BadDuration, "5 what?"),
        ("back soon", BadDuration, "soon"),
        ("divide each=50", BadDuration, "50 what?"),
        ("divide each=-50s", BadDuration, "sign"),
        ("bank African 30", BadDuration, "30 what?"),
        ("bank African -30m", BadDuration, "sign"),
        ("next ago=5", BadDuration, "5 what?"),
        ("next ago=-5s", BadDuration, "sign"),
        ("ask Which law ago=soon", BadDuration, "soon"),
    ]);
}
