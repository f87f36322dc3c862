//! A list of speakers is understood however it was written down, and what is not understood is said, row by row.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::sync::LazyLock;

use plenary::review::list::{Fault, Row, read, understand};
use plenary::review::{Ms, Review, load};
use proptest::prelude::*;

static REVIEW: LazyLock<Review> = LazyLock::new(|| load::review("config/reviews/kazakhstan-2025.toml").unwrap().review);
static JOINT: LazyLock<Review> = LazyLock::new(|| load::review("tests/reviews/joint.toml").unwrap().review);

fn entries_under(text: &str, review: &Review) -> Vec<String> {
    let entries = read(text, review).unwrap_or_else(|problems| panic!("{text:?}: {problems:#?}"));
    entries.iter().map(|entry| entry.delegations.iter().map(ToString::to_string).collect::<Vec<_>>().join("+")).collect()
}

#[track_caller]
fn assert_read(text: &str, codes: &str) {
    assert_eq!(entries_under(text, &REVIEW).join(" "), codes, "{text:?}");
}

/// What every row was written as, and the codes or the fault.
fn rows(text: &str) -> Vec<(String, String)> {
    let said = |row: &Row| match &row.entry {
        Ok(entry) => entry.delegations.iter().map(ToString::to_string).collect::<Vec<_>>().join("+"),
        Err(complaint) => format!("{:?}", complaint.fault),
    };
    understand(text, &REVIEW).rows.iter().map(|row| (row.written.clone(), said(row))).collect()
}

#[track_caller]
fn assert_rows(text: &str, wanted: &[(&str, &str)]) {
    let found = rows(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(written, said)| (written.as_str(), said.as_str())).collect();
    assert_eq!(found, wanted, "{text:?}");
}

#[test]
fn names_one_after_the_other_in_one_line() {
    assert_read("France, Germany, Norway", "FRA DEU NOR");
    assert_read("France; Germany; Norway;", "FRA DEU NOR");
    assert_read("FRA, DEU, NOR", "FRA DEU NOR");
    assert_read("France, Germany", "FRA DEU");
    assert_read("France, Germany, Trinidad and Tobago and Norway.", "FRA DEU TTO NOR");
    assert_read("la France, l’Allemagne et la Norvège".replace("la ", "").replace("l’", "").as_str(), "FRA DEU NOR");
    assert_read("Francia, Alemania, Trinidad y Tabago y Noruega", "FRA DEU TTO NOR");
    assert_read("The Sudan, and the Holy See", "SDN VAT");
}

#[test]
fn names_with_commas_among_commas() {
    assert_read("Korea, Republic of, France", "KOR FRA");
    assert_read("France, Iran, Islamic Republic of, Iraq", "FRA IRN IRQ");
    assert_read("Congo, Democratic Republic of the, Congo, Cuba", "COD COG CUB");
    assert_read("Congo, Cuba, Micronesia, Federated States of", "COG CUB FSM");
    assert_read("Iran; Tanzania, United Republic of; Netherlands, Kingdom of the", "IRN TZA NLD");
    assert_read("France, \"Venezuela, Bolivarian Republic of\", Peru", "FRA VEN PER");
}

#[test]
fn lines_as_a_document_breaks_them() {
    assert_read(
        "Bolivia (Plurinational State of), Bosnia and\nHerzegovina, Democratic People’s Republic\nof Korea, Republic\r\nof Moldova,\nNorway.\n",
        "BOL BIH PRK MDA NOR",
    );
    assert_read(
        "Antigua and Barbuda; Saint Vincent\nand the Grenadines; United Kingdom of Great Britain\nand Northern Ireland",
        "ATG VCT GBR",
    );
    assert_read("France, Germany,\nUSA, Norway", "FRA DEU USA NOR");
    assert_read("France, Germany\nNorway, Spain, Italy", "FRA DEU NOR ESP ITA");
}

#[test]
fn numbers_in_front_count_the_speakers() {
    assert_read("1. France 2. Germany".replace(" 2", ", 2").as_str(), "FRA DEU");
    assert_read("1. France, 2. Iran, Islamic Republic of, 3. Norway", "FRA IRN NOR");
    assert_read("1) France\n2) Germany\n(3) Norway\n 4 Spain\n5- Italy\n6: Peru", "FRA DEU NOR ESP ITA PER");
    assert_read("1\tFrance\n2\tKorea (Republic of)\n", "FRA KOR");
    assert_read("1,China,CHN,24,1\n2,Costa Rica,CRI,25,1\n", "CHN CRI");
    assert_read("• France\n• Germany\n- NOR\n", "FRA DEU NOR");
}

#[test]
fn a_code_and_its_name_are_one() {
    assert_read("FRA,France\nIRN,\"Iran, Islamic Republic of\"\nVAT,Holy See\n", "FRA IRN VAT");
    assert_read("FRA,France,DEU,Germany", "FRA DEU");
    assert_read("FRA;France\nDEU;Germany\n", "FRA DEU");
    assert_read("Norway\tNOR\nGB\tUnited Kingdom\n", "NOR GBR");
    assert_rows("FRA,France\nXXX,Italy\nDEU,Spain\n", &[("FRA,France", "FRA"), ("XXX,Italy", "Unknown"), ("DEU,Spain", "Line")]);
}

#[test]
fn under_a_header_its_columns_count() {
    let list = "No.\tState\tkind\ttime\n1\tFrance\tvideo\t1m30s\n2\tKorea, Republic of\t\t\n";
    let entries = read(list, &REVIEW).unwrap();
    assert_eq!((entries[0].kind.as_deref(), entries[0].time), (Some("video"), Some(Ms::seconds(90))));
    assert_eq!(entries[1].delegations[0].as_str(), "KOR");
    assert_read("\u{feff}\"Delegation\",\"Remarks\"\r\n\"Iran, Islamic Republic of\",\"first, if there\"\r\n", "IRN");
    assert_read("code;name\nFRA;France\nCIV;Côte d'Ivoire\n", "FRA CIV");
}

#[test]
fn those_who_speak_together_have_a_semicolon_between_them() {
    assert_eq!(entries_under("Norway; Antigua and Barbuda\nGhana\n", &JOINT), ["NOR+ATG", "GHA"]);
    assert_eq!(entries_under("delegations\nNOR;FRA\n", &JOINT), ["NOR+FRA"]);
    assert_eq!(entries_under("Norway; France; Ghana", &JOINT), ["NOR", "FRA", "GHA"], "in one line it separates");
    assert_eq!(entries_under("Norway; France;\nGhana; Chad", &JOINT), ["NOR", "FRA", "GHA", "TCD"], "and where lines break off at it");
}

#[test]
fn what_is_not_understood_is_shown_beside_what_is() {
    assert_rows(
        "France, Germny, Norway, Ruritania and Spain",
        &[("France", "FRA"), ("Germny", "Unknown"), ("Norway", "NOR"), ("Ruritania", "Unknown"), ("Spain", "ESP")],
    );
    assert_rows("France, Antigua and Barbudda, Korea", &[("France", "FRA"), ("Antigua and Barbudda", "Unknown"), ("Korea", "Ambiguous")]);
    assert_rows("List of speakers\nFrance\n", &[("List of speakers", "Unknown"), ("France", "FRA")]);
    assert_rows("France\n12\n", &[("France", "FRA"), ("12", "Unknown")]);
    let understood = understand("France, Germny,\nAntigua and Barbudda", &REVIEW);
    let told: Vec<String> = understood.entries().unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(told[0], "line 1: \"Germny\" is not a delegation; did you mean Germany (DEU)?");
    assert!(told[1].starts_with("line 2: \"Antigua and Barbudda\" is not a delegation; did you mean Antigua"), "{}", told[1]);
}

#[test]
fn whoever_is_there_twice_is_shown_before_anything_is_taken() {
    assert_rows(
        "France\nGermany\nFrancia\nFRA\n",
        &[("France", "FRA"), ("Germany", "DEU"), ("Francia", "Duplicate"), ("FRA", "Duplicate")],
    );
    let list = "delegation,kind\nFrance,\nFrance,right-of-reply\n";
    assert!(read(list, &REVIEW).is_ok(), "once a statement and once a right of reply");
    let standing = read("Norway\nGermany", &REVIEW).unwrap();
    let rows = understand("France\nNorway\n", &REVIEW).beside(&standing, &REVIEW).rows;
    assert!(rows[0].entry.is_ok());
    let complaint = rows[1].entry.clone().unwrap_err();
    assert_eq!((complaint.fault, complaint.what.as_str()), (Fault::Duplicate, "Norway is in the list already"));
}

#[test]
fn a_row_is_shown_as_it_was_written_and_where() {
    let text = "\u{feff}France,\n  Bosnia and\n  Herzegovina, A\u{1b}B\n";
    let rows = understand(text, &REVIEW).rows;
    let shown: Vec<(usize, &str)> = rows.iter().map(|row| (row.line, row.written.as_str())).collect();
    assert_eq!(shown, [(1, "France"), (2, "Bosnia and Herzegovina"), (3, "A\u{fffd}B")]);
    assert_eq!(&text[rows[1].span.clone()], "Bosnia and\n  Herzegovina");
    assert!(!rows[2].entry.clone().unwrap_err().what.contains('\u{1b}'));
}

/// Names that stand next to each other must never be taken for a third.
#[test]
fn no_two_names_make_a_third() {
    let names: HashMap<&str, &str> =
        REVIEW.delegations.iter().flat_map(|one| one.keys.iter().map(|key| (key.as_str(), one.code.as_str()))).collect();
    for first in names.keys() {
        for second in names.keys() {
            assert!(!names.contains_key(format!("{first} {second}").as_str()), "{first}, {second}");
            assert!(!names.contains_key(format!("{first} and {second}").as_str()), "{first} and {second}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Any list, by any names, with any of the separators, in lines of any width, is the list again.
    #[test]
    fn however_it_is_wrapped_it_is_the_same_list(
        which in proptest::sample::subsequence((0..195usize).collect::<Vec<_>>(), 2..30).prop_shuffle(),
        separator in proptest::sample::select(vec![", ", "; ", ",", ";", "\n", ",\n", "\r\n"]),
        names in proptest::collection::vec(any::<proptest::sample::Index>(), 30),
        width in proptest::option::of(18..90usize),
    ) {
        let delegations: Vec<_> = which.iter().map(|at| &REVIEW.delegations[*at]).collect();
        let written = delegations.iter().zip(&names).map(|(one, which)| {
            let all: Vec<&String> = [&one.name, &one.short].into_iter().chain(&one.aliases).collect();
            all[which.index(all.len())].clone()
        });
        let text = written.collect::<Vec<_>>().join(separator);
        let wrapped = width.filter(|_| separator.ends_with(' ')).map_or(text.clone(), |width| wrap(&text, width));
        let wanted: Vec<String> = delegations.iter().map(|one| one.code.to_string()).collect();
        prop_assert_eq!(entries_under(&wrapped, &REVIEW), wanted, "{:?}", wrapped);
    }

    #[test]
    fn whatever_is_pasted_is_answered(text in "[\\PC\\s,;\"]{0,200}", joint: bool) {
        for row in understand(&text, if joint { &JOINT } else { &REVIEW }).rows {
            prop_assert!(text.get(row.span.clone()).is_some());
            prop_assert!(!row.written.contains(char::is_control));
        }
    }
}

fn wrap(text: &str, width: usize) -> String {
    let (mut wrapped, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        let gap = if column == 0 {
            ""
        } else if column + 1 + length > width {
            "\n"
        } else {
            " "
        };
        column = if gap == " " { column + 1 + length } else { length };
        wrapped.push_str(gap);
        wrapped.push_str(word);
    }
    wrapped
}

#[test]
fn a_remark_is_no_name_and_nobody_behind_it_is_left_out_unseen() {
    for (text, wanted) in [
        ("# as received, 3 February and later\nFrance\nNorway\n", [1, 0]),
        ("delegation,kind\nFRA,\n# France asked to be first,\n", [3, 0]),
        ("France\n#2 Norway\nPeru\n #4 Chile", [2, 4]),
    ] {
        let problems = read(text, &REVIEW).unwrap_err();
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, wanted.into_iter().filter(|line| *line > 0).collect::<Vec<_>>(), "{text:?}: {problems:#?}");
        let told = problems[0].to_string();
        assert!(told.contains("a list has no remarks; take the line out, or only the #"), "{told}");
    }
}

#[test]
fn a_cell_that_names_two_as_a_sentence_does_is_told_how_those_who_are_together_stand() {
    let problems = read("delegation,kind\n\"NOR, SWE\",joint-statement\n", &JOINT).unwrap_err();
    assert!(problems[0].to_string().contains("write NOR; SWE, with semicolons between"), "{}", problems[0]);
}

#[test]
fn a_page_in_one_cell_is_told_by_how_it_begins_and_ends() {
    let page = format!("Nobody {} at all", "at any time ".repeat(400));
    let problems = read(&format!("delegation,kind\n\"{page}\",\n"), &REVIEW).unwrap_err();
    let told = &problems[0].complaint.what;
    assert!(
        told.chars().count() < 700 && told.starts_with("\"Nobody at any time") && told.ends_with("at all\" is not a delegation"),
        "{told}"
    );
}
