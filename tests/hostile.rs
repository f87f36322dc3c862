//! What comes from outside and is meant to harm, or is only far too much: it is refused in a sentence, in no time and in little memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;
use std::process::Command;

use plenary::dialogue::RefusalCode;
use plenary::language::{parse, parse_arguments, print};
use plenary::review::list::{self, Fault};
use plenary::review::{Review, load, questions};
use tempfile::TempDir;

const REVIEW: &str = "title = \"A\"\nstarts = 2025-01-23T09:00:00\ntime-zone = \"Europe/Zurich\"\nstate-under-review = \"KAZ\"\n\
                      modalities = \"upr-working-group\"\n";

fn sample() -> Review {
    load::sample().unwrap().review
}

/// A review that is right but for what is added: whether it can be used, and what is told of it.
fn checked(folder: &Path, added: &str) -> (Option<Review>, String) {
    let path = folder.join("review.toml");
    fs::write(&path, format!("{REVIEW}{added}\n")).unwrap();
    match load::review(&path) {
        Ok(loaded) => (Some(loaded.review), loaded.warnings.to_string()),
        Err(problems) => (None, problems.to_string()),
    }
}

#[test]
fn from_a_device_or_a_pipe_nothing_is_read() {
    let folder = TempDir::new().unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    for key in ["speakers-file", "advance-questions", "previous-recommendations", "themes-file"] {
        for file in ["/dev/zero", "pipe", "."] {
            let (review, told) = checked(folder.path(), &format!("{key} = \"{file}\""));
            assert_eq!(review, None, "{key} = {file}");
            assert!(told.contains("can't be read: it is not a file"), "{told}");
        }
    }
    let told = load::review("/dev/zero").unwrap_err().to_string();
    assert!(told.contains("it is not a file"), "{told}");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("large.csv"), "FRA\n".repeat(1 << 20)).unwrap();
    let (_, told) = checked(folder.path(), "speakers-file = \"large.csv\"");
    assert!(told.contains("too large; a file of a review has 2048 KiB at the most"), "{told}");
}

/// Each problem on a line shows it anew, and whoever is in a list is looked for among all: both took minutes.
#[test]
fn a_line_or_a_list_of_a_review_without_end_is_not_gone_through() {
    let folder = TempDir::new().unwrap();
    let (review, told) = checked(folder.path(), &format!("# {}", "\0".repeat(1 << 20)));
    assert!(review.is_none() && told.contains("it has a line of more than 64 KiB"), "{told}");
    let names = "\"Nobody at all\",\n".repeat(50_000);
    for key in ["speakers", "troika", "members"] {
        let (review, told) = checked(folder.path(), &format!("{key} = [\n{names}]"));
        assert!(review.is_none() && told.ends_with("\n\n2001 errors"), "{key}: {}", &told[told.len() - 100..]);
    }
}

#[test]
fn speakers_need_a_kind_of_turn_even_where_there_is_none_at_all() {
    let folder = TempDir::new().unwrap();
    for within in ["reviews", "modalities"] {
        fs::create_dir(folder.path().join(within)).unwrap();
    }
    fs::write(folder.path().join("modalities/rules.toml"), "title = \"Plain\"\nsource = \"for the test\"\n").unwrap();
    let path = folder.path().join("reviews/review.toml");
    fs::write(&path, format!("{REVIEW}speakers = [\"FRA\"]\n").replace("upr-working-group", "rules")).unwrap();
    let told = load::review(&path).map(|loaded| loaded.review).expect_err("nobody could speak").to_string();
    assert!(told.contains("these modalities have no kind \"statement\" for the list of speakers"), "{told}");
    fs::write(&path, format!("{REVIEW}speakers = [\"FRA\"]\n").replace("upr-working-group", "missing")).unwrap();
    let told = load::review(&path).map(|loaded| loaded.review).expect_err("there are no rules").to_string();
    assert!(!told.contains("no kind"), "{told}");
}

#[test]
fn a_list_without_end_is_left_where_it_is_clear_that_it_is_none() {
    let review = sample();
    for text in ["FRA\n".repeat(200_000), format!("delegation,kind\n{}", "FRA,x\n".repeat(200_000)), "FRA, ".repeat(200_000)] {
        let rows = list::understand(&text, &review).rows;
        assert_eq!(rows.len(), 2_001);
        let last = rows.last().unwrap().entry.as_ref().unwrap_err();
        assert_eq!((last.fault, last.what.as_str()), (Fault::Line, "from here on nothing was read: it has more than 2000 rows"));
    }
    let asked = format!("delegation,text\n{}", "FRA,Why\n".repeat(20_000));
    let problems = questions::advance(&asked, &review).unwrap_err();
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [2_002]);
}

/// Each of these took minutes while it was gone through again for each of its parts.
#[test]
fn one_line_without_end_is_gone_through_once() {
    let review = sample();
    for part in ["x and ", "\"", "a,", "a;", "\"a\",", "x\" ", "- ", "1. "] {
        let line = part.repeat(5_000);
        for row in list::understand(&line, &review).rows {
            assert!(row.entry.is_err(), "{part}");
        }
        assert!(questions::advance(&line, &review).is_err() && questions::earlier(&line, &review).is_err(), "{part}");
    }
    let header = format!("delegation,{}\n{}", "a,".repeat(40_000), "FRA\n".repeat(1_900));
    assert_eq!(list::understand(&header, &review).rows.len(), 1_900);
}

#[test]
fn of_a_review_that_is_wrong_everywhere_the_first_problems_are_shown_and_the_others_counted() {
    let folder = TempDir::new().unwrap();
    let keys: String = (0..3_000).map(|n| format!("key{n} = {n}\n")).collect();
    let (_, told) = checked(folder.path(), &keys);
    assert_eq!(told.matches("error: key").count(), 200, "{told}");
    assert!(told.ends_with("and 2800 more\n\n3000 errors"), "{}", &told[told.len() - 100..]);
    assert!(told.contains("review.toml:6:1") && told.contains("6 | key0 = 0"), "the lines keep their numbers");
}

#[test]
fn what_is_nested_without_end_is_no_file_of_ours() {
    let folder = TempDir::new().unwrap();
    for (open, close) in [("[", "]"), ("{a = ", "}"), ("[\"", "\"]")] {
        let (review, told) = checked(folder.path(), &format!("each = {}{}", open.repeat(5_000), close.repeat(5_000)));
        assert!(review.is_none() && told.contains("this is not TOML"), "{open}");
    }
    let (review, _) = checked(folder.path(), &format!("{} = 1", ["a"; 5_000].join(".")));
    assert_eq!(review, None);
}

#[test]
fn names_keep_nothing_that_turns_or_hides_what_follows() {
    let folder = TempDir::new().unwrap();
    let (review, told) = checked(folder.path(), "session = \"4\u{202e}8\u{200b}th\u{feff}\"\ntroika = [\"F\u{200b}RA\"]");
    let review = review.expect(&told);
    assert_eq!(review.session.as_deref(), Some("48th"));
    assert_eq!(review.names(&review.troika), "France");
    for steering in ["\\u001b[2J", "\\u0000", "\\u2028", "\\u0085"] {
        let (review, told) = checked(folder.path(), &format!("session = \"{steering}\""));
        assert!(review.is_none() && told.contains("control character"), "{steering}: {told}");
    }
    let (review, told) = checked(folder.path(), "\"\\u001b[2J\\u202e\" = 1");
    assert!(review.is_none() && !told.contains(['\u{1b}', '\u{202e}']), "{told:?}");
    let sample = sample();
    let asked = questions::advance("\u{feff}delegation,text\r\nFRA,\"W\u{202e}h\u{200b}y\"\r\n", &sample).unwrap();
    assert_eq!(asked[0].text, "Why");
    let row = list::understand("FR\u{202e}A\0\u{1b}[2J", &sample).rows.remove(0);
    assert_eq!(row.written, "FR\u{fffd}A\u{fffd}\u{fffd}[2J");
}

/// A spreadsheet took each of these for a row, and the line that was shown for it was another's.
#[test]
fn a_carriage_return_alone_ends_a_line() {
    let review = sample();
    let rows = list::understand("delegation,kind\rFRA,statement\rNobody,\r\nDEU,\r", &review).rows;
    assert_eq!(
        rows.iter().map(|row| (row.line, row.written.as_str())).collect::<Vec<_>>(),
        [(2, "FRA,statement"), (3, "Nobody,"), (4, "DEU,")]
    );
    assert_eq!(list::read("France\rGermany\r", &review).unwrap().len(), 2);
    assert_eq!(questions::advance("delegation,text\rFRA,Why\rDEU,When\r", &review).unwrap().len(), 2);
}

#[test]
fn figures_beyond_all_measure_are_refused_as_what_they_are() {
    let review = sample();
    for (line, code) in [
        ("answered 1-999999999999", RefusalCode::UnknownItem),
        ("answered 1-4000000000", RefusalCode::UnknownItem),
        ("answered 99999999999999999999", RefusalCode::UnknownItem),
        ("extend 999999999999h", RefusalCode::BadDuration),
        ("extend -999999999h", RefusalCode::BadDuration),
        ("back 99999999:00:00", RefusalCode::BadDuration),
        ("note x ago=999999999h", RefusalCode::BadDuration),
        ("inscribe FRA time=0x7fffffff", RefusalCode::BadDuration),
        ("withdraw e99999999999", RefusalCode::UnknownEntry),
        ("withdraw #99999999999", RefusalCode::UnknownEntry),
        ("draw seed=18446744073709551616", RefusalCode::Usage),
        ("undo 99999999999", RefusalCode::Usage),
    ] {
        let refusal = parse(line, &review).unwrap_err();
        assert_eq!(refusal.code, code, "{line}: {refusal}");
    }
}

/// Each took the memory and the stack of all that stands behind it.
#[test]
fn a_replacement_is_not_replaced_however_often_it_is_said() {
    let review = sample();
    for line in ["replace replace next".to_owned(), "replace 3 replace next".to_owned(), "replace ".repeat(200_000)] {
        assert_eq!(parse(&line, &review).unwrap_err().code, RefusalCode::NotAllowed);
    }
    let shell = vec!["replace".to_owned(); 200_000];
    assert_eq!(parse_arguments(&shell, &review).unwrap_err().code, RefusalCode::NotAllowed);
    assert_eq!(print(&parse("replace 3 next", &review).unwrap()), "replace 3 next");
}

#[test]
fn a_giant_line_is_refused_in_a_short_sentence() {
    let review = sample();
    let giant = "x".repeat(1 << 18);
    for before in
        ["", "give ", "inscribe ", "note \"", "extend ", "answered ", "sort ", "move e1 at=", "time e1 ", "ruling ", "undo ", "next "]
    {
        let refusal = parse(&format!("{before}{giant}"), &review).unwrap_err();
        assert!(refusal.sentence.len() < 600, "{before}: {} letters", refusal.sentence.len());
    }
}
