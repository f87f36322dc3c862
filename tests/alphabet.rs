//! The alphabetical order of the list: every State where the United Nations' own lists have it, in three languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use plenary::review::{Code, Delegation, Review, load};

fn review_in(language: &str) -> Review {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("review.toml");
    let rest = "title = \"A\"\nstarts = 2025-01-23T09:00:00\ntime-zone = \"Europe/Zurich\"\nstate-under-review = \"KAZ\"\nmodalities = \"upr-working-group\"\n";
    fs::write(&path, format!("{rest}{language}")).unwrap();
    load::review(path).unwrap_or_else(|problems| panic!("{problems}")).review
}

fn in_order(review: &Review) -> Vec<&Delegation> {
    let mut delegations: Vec<&Delegation> = review.delegations.iter().collect();
    delegations.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
    delegations
}

fn codes(delegations: &[&Delegation]) -> Vec<Code> {
    delegations.iter().map(|one| one.code).collect()
}

/// That these stand next to each other, in this order.
#[track_caller]
fn assert_neighbours(review: &Review, wanted: &[&str]) {
    let order = codes(&in_order(review));
    let first = order.iter().position(|code| code.as_str() == wanted[0]).unwrap();
    let stand: Vec<&str> = order[first..].iter().take(wanted.len()).map(|code| code.as_str()).collect();
    assert_eq!(stand, wanted);
}

#[track_caller]
fn assert_under(review: &Review, letters: &[(&str, char)]) {
    for (code, letter) in letters {
        let one = review.delegation(Code::new(code).unwrap()).unwrap();
        assert_eq!(one.initial, *letter, "{code}");
    }
}

#[test]
fn in_english_the_order_is_that_of_the_list_of_member_states() {
    let review = review_in("");
    let order = codes(&in_order(&review));
    let mut reader = csv::Reader::from_path("tests/data/un-member-states.csv").unwrap();
    let mut states: Vec<(u32, Code)> =
        reader.records().map(|row| row.unwrap()).map(|row| (row[0].parse().unwrap(), Code::new(&row[2]).unwrap())).collect();
    states.sort_unstable();
    assert_eq!(order.len(), 195);
    assert_eq!(order, states.into_iter().map(|(_, code)| code).collect::<Vec<_>>());
    assert_eq!(order, review.delegations.iter().map(|one| one.code).collect::<Vec<_>>(), "the order of delegations.toml");
}

#[test]
fn a_state_stands_under_its_base_name() {
    let english = [
        ("IRN", 'I'),
        ("NLD", 'N'),
        ("VEN", 'V'),
        ("GMB", 'G'),
        ("PSE", 'S'),
        ("KOR", 'R'),
        ("MDA", 'R'),
        ("PRK", 'D'),
        ("TZA", 'U'),
        ("MKD", 'N'),
        ("CIV", 'C'),
        ("TUR", 'T'),
    ];
    assert_under(&review_in("language = \"english\"\n"), &english);
    let french =
        [("DEU", 'A'), ("ARE", 'E'), ("EGY", 'E'), ("NLD", 'P'), ("USA", 'E'), ("MHL", 'I'), ("KOR", 'R'), ("IRN", 'I'), ("CHE", 'S')];
    assert_under(&review_in("language = \"french\"\n"), &french);
    let spanish = [("DEU", 'A'), ("NLD", 'P'), ("USA", 'E'), ("SVN", 'E'), ("GBR", 'R'), ("IRN", 'I'), ("PHL", 'F'), ("VAT", 'S')];
    assert_under(&review_in("language = \"spanish\"\n"), &spanish);
}

#[test]
fn every_initial_is_that_of_its_place_in_the_order() {
    for language in ["english", "french", "spanish"] {
        let review = review_in(&format!("language = \"{language}\"\n"));
        let initials: Vec<char> = in_order(&review).iter().map(|one| one.initial).collect();
        assert!(initials.is_sorted(), "{language}: {initials:?}");
        assert!(initials.iter().all(char::is_ascii_uppercase), "{language}");
    }
}

/// As the list of member States in the press release ORG/1469 of 3 July 2006 has them.
#[test]
fn in_french_neither_accents_nor_hyphens_nor_blanks_count() {
    let review = review_in("language = \"french\"\n");
    assert_neighbours(&review, &["AFG", "ZAF", "ALB", "DZA", "DEU", "AND"]);
    assert_neighbours(&review, &["EGY", "SLV", "ARE", "ECU", "ERI", "ESP", "EST", "SWZ", "PSE", "USA", "ETH"]);
    assert_neighbours(&review, &["GIN", "GNB", "GNQ", "GUY"]);
    assert_neighbours(&review, &["MHL", "SLB", "IND", "IDN", "IRN", "IRQ", "IRL", "ISL", "ISR"]);
    assert_neighbours(&review, &["KOR", "COD", "LAO", "MDA", "DOM", "PRK", "TZA", "ROU", "GBR"]);
    assert_neighbours(&review, &["LCA", "KNA", "SMR", "VAT", "VCT", "WSM"]);
}

#[test]
fn in_spanish_the_n_with_a_tilde_is_a_letter_of_its_own() {
    let review = review_in("language = \"spanish\"\n");
    assert_neighbours(&review, &["SVN", "ESP", "PSE", "USA", "EST", "SWZ", "ETH"]);
    assert_neighbours(&review, &["GIN", "GNB", "GNQ", "GUY"]);
    assert_neighbours(&review, &["NER", "NGA", "NOR", "NZL", "OMN"]);
    let keys = ["Nuble", "Nz", "Ñuble", "Ober"].map(|name| review.sort_key(name));
    assert!(keys.is_sorted(), "ñ after n, before o");
    let english = review_in("");
    assert!(english.sort_key("Ñuble") < english.sort_key("Nz"), "elsewhere it is an n with an accent");
}

#[test]
fn the_list_of_2014_stands_in_this_order_from_china_on_but_for_those_who_came_last() {
    let review = load::review("config/reviews/kazakhstan-2014.toml").unwrap().review;
    let china = Code::new("CHN").unwrap();
    assert_eq!(review.speakers[0].delegations, [china]);
    let from = review.delegation(china).unwrap().sort_key.clone();
    let keys: Vec<(bool, &str)> = review
        .speakers
        .iter()
        .map(|entry| review.delegation(entry.delegations[0]).unwrap())
        .map(|one| (one.sort_key < from, one.sort_key.as_str()))
        .collect();
    let moved = ["MEX", "PRK", "MRT", "MAR"];
    let (alphabetical, last) = keys.split_at(keys.len() - moved.len());
    assert!(alphabetical.is_sorted());
    let last: Vec<Code> = review.speakers[keys.len() - last.len()..].iter().map(|entry| entry.delegations[0]).collect();
    assert_eq!(last.iter().map(Code::as_str).collect::<Vec<_>>(), moved);
}

#[test]
fn whoever_is_not_listed_has_a_place_too() {
    let review = review_in("");
    let after = |name: &str| {
        let key = review.sort_key(name);
        in_order(&review).iter().rev().find(|one| one.sort_key < key).map(|one| one.code.to_string())
    };
    assert_eq!(after("European Union").as_deref(), Some("ETH"));
    assert_eq!(after("Åland"), Some("AFG".into()));
    assert_eq!(after("International Organization of la Francophonie").as_deref(), Some("IDN"));
    assert_eq!(review.sort_key("Norway"), review.delegation(Code::new("NOR").unwrap()).unwrap().sort_key);
}
