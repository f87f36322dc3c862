//! Every delegation is understood as the right State, however it is written, and no State is ever taken for another.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::LazyLock;

use plenary::review::{Code, Fits, Review, load};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

static REVIEW: LazyLock<Review> = LazyLock::new(|| load::review("config/reviews/kazakhstan-2025.toml").unwrap().review);

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

fn table(name: &str, delimiter: u8) -> Vec<Vec<String>> {
    let reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(format!("tests/data/{name}"));
    reader.unwrap().records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn assert_understood(written: &str, alpha3: &str) {
    assert_eq!(REVIEW.find(written), Fits::One(code(alpha3)), "{written:?}");
    assert_eq!(REVIEW.find_exactly(written), Fits::One(code(alpha3)), "{written:?} in a file");
}

#[test]
fn every_state_by_its_codes_and_its_names_in_three_languages() {
    let states = table("un-member-states.csv", b',');
    assert_eq!(states.len(), 195);
    for row in &states {
        for written in [&row[1], &row[2], &row[3], &row[4], &row[5]] {
            assert_understood(written, &row[2]);
        }
        assert_understood(&format!("The {}", row[3]), &row[2]);
        if !row[3].contains('(') {
            assert_understood(&format!("{} (the)", row[3]), &row[2]);
        }
        if let Some((base, form)) = row[3].strip_suffix(')').and_then(|name| name.split_once(" (")) {
            assert_understood(&format!("The {form} {base}"), &row[2]);
            assert_understood(&format!("{base}, {form}"), &row[2]);
            assert_understood(base, &row[2]);
        }
    }
}

#[test]
fn every_speaker_of_2014_as_the_report_prints_them() {
    let speakers = table("speakers-kazakhstan-2014.csv", b',');
    assert_eq!(speakers.len(), 73);
    for row in speakers {
        assert_understood(&row[1], &row[2]);
    }
}

#[test]
fn every_delegation_of_the_recommendations_is_among_those_that_spoke() {
    let spoke: Vec<(Vec<String>, Code)> =
        table("speakers-kazakhstan-2014.csv", b',').into_iter().map(|row| (row.clone(), code(&row[2]))).collect();
    let mut seen = 0;
    for row in table("recommendations-kazakhstan-2014.tsv", b'\t') {
        for written in row[1].split("; ") {
            let Fits::One(found) = REVIEW.find_exactly(written) else { panic!("{written:?} of {} is not understood", row[0]) };
            let plain = |name: &str| name.to_lowercase().replace("the ", "").replace(['(', ')'], "");
            let same = spoke.iter().find(|(_, code)| *code == found).unwrap_or_else(|| panic!("{written:?} was taken for {found}"));
            let first_word = plain(written).split(' ').next().unwrap().to_owned();
            assert!(plain(&same.0[1]).contains(&first_word), "{written:?} was taken for {}", same.0[1]);
            seen += 1;
        }
    }
    assert!(seen > 194, "{seen}");
}

#[test]
fn close_pairs_are_never_taken_for_each_other() {
    for (written, alpha3) in [
        ("niger", "NER"),
        ("Nigeria", "NGA"),
        ("guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("congo", "COG"),
        ("The Congo", "COG"),
        ("Republic of the Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Democratic Republic of Congo", "COD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("Republic of Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Korea (Democratic People's Republic of)", "PRK"),
        ("Sudan", "SDN"),
        ("The Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("iran", "IRN"),
        ("Iran (Islamic republic of)", "IRN"),
        ("Iraq", "IRQ"),
        ("Slovakia", "SVK"),
        ("Slovenia", "SVN"),
        ("Mauritania", "MRT"),
        ("Mauritius", "MUS"),
        ("Mali", "MLI"),
        ("Malawi", "MWI"),
        ("Maldives", "MDV"),
        ("Malta", "MLT"),
        ("Austria", "AUT"),
        ("Australia", "AUS"),
        ("Samoa", "WSM"),
        ("Ireland", "IRL"),
        ("Grenada", "GRD"),
        ("Saint Vincent and the Grenadines", "VCT"),
        ("Gambia", "GMB"),
        ("Zambia", "ZMB"),
        ("Georgia", "GEO"),
        ("Jordan", "JOR"),
        ("Libya", "LBY"),
        ("Liberia", "LBR"),
        ("Lebanon", "LBN"),
    ] {
        assert_understood(written, alpha3);
    }
}

#[test]
fn former_names_and_usual_abbreviations() {
    for (written, alpha3) in [
        ("Turkey", "TUR"),
        ("Czech Republic", "CZE"),
        ("The Czech Republic", "CZE"),
        ("Cape Verde", "CPV"),
        ("Swaziland", "SWZ"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("The Bolivarian Republic of Venezuela", "VEN"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Kingdom of the Netherlands", "NLD"),
        ("Netherlands", "NLD"),
        ("dprk", "PRK"),
        ("uk", "GBR"),
        ("usa", "USA"),
        ("drc", "COD"),
        ("uae", "ARE"),
        ("rok", "KOR"),
        ("Laos", "LAO"),
        ("Syria", "SYR"),
        ("Russia", "RUS"),
        ("Vietnam", "VNM"),
        ("Moldova", "MDA"),
        ("Tanzania", "TZA"),
        ("Brunei", "BRN"),
        ("Palestine", "PSE"),
        ("Cote d'Ivoire", "CIV"),
        ("São Tomé and Príncipe", "STP"),
        ("Trinidad & Tobago", "TTO"),
        ("Antigua & Barbuda", "ATG"),
        ("St. Lucia", "LCA"),
    ] {
        assert_understood(written, alpha3);
    }
}

#[test]
fn a_slip_is_understood_as_one_and_no_more_than_three_are_offered() {
    for (written, alpha3) in [("Germny", "DEU"), ("Herzegowina", "BIH"), ("Kirgistan", "KGZ"), ("Cote dIvore", "CIV"), ("Lnaka", "LKA")] {
        assert_eq!(REVIEW.near(written).first(), Some(&code(alpha3)), "{written}");
        assert_eq!(REVIEW.find_exactly(written), Fits::None, "{written} is offered, never taken");
    }
    assert!(REVIEW.near("Qwxyz").is_empty());
    assert!(REVIEW.delegations.iter().all(|one| REVIEW.near(&format!("{}x", one.short)).len() <= 3));
}

#[test]
fn the_beginning_of_a_word_is_enough_where_it_fits_one_only() {
    for (written, alpha3) in
        [("germ", "DEU"), ("cote", "CIV"), ("lanka", "LKA"), ("bolivar", "VEN"), ("zeal", "NZL"), ("kaza", "KAZ"), ("holy", "VAT")]
    {
        assert_eq!(REVIEW.find(written), Fits::One(code(alpha3)), "{written}");
        assert_eq!(REVIEW.find_exactly(written), Fits::None, "{written} in a file");
    }
}

#[test]
fn where_several_fit_all_are_named_and_none_is_chosen() {
    for (written, among) in [
        ("korea", vec!["KOR", "PRK"]),
        ("guin", vec!["GIN", "GNB", "GNQ", "PNG"]),
        ("nige", vec!["NER", "NGA"]),
        ("turk", vec!["TUR", "TKM"]),
        ("south", vec!["ZAF", "SSD"]),
        ("slov", vec!["SVK", "SVN"]),
        ("mauri", vec!["MRT", "MUS"]),
        ("dominic", vec!["DMA", "DOM"]),
        ("united", vec!["ARE", "GBR", "TZA", "USA"]),
        ("aust", vec!["AUS", "AUT"]),
    ] {
        let Fits::Several(found) = REVIEW.find(written) else { panic!("{written} was taken for {:?}", REVIEW.find(written)) };
        for one in among {
            assert!(found.contains(&code(one)), "{written}: {one} is not in {found:?}");
        }
    }
    for nobody in ["", " ", "the", "xx9", "atlantis", "’"] {
        assert_eq!(REVIEW.find(nobody), Fits::None, "{nobody:?}");
    }
}

#[test]
fn a_picker_shows_the_likeliest_first() {
    for (typed, first) in [
        ("cote", "CIV"),
        ("ivoire", "CIV"),
        ("turk", "TUR"),
        ("dprk", "PRK"),
        ("FR", "FRA"),
        ("kaz", "KAZ"),
        ("niger", "NER"),
        ("guinea", "GIN"),
        ("stan ka", "KAZ"),
        ("akhst", "KAZ"),
        ("united king", "GBR"),
        ("herzeg", "BIH"),
        ("venez", "VEN"),
        ("swtzrlnd", "CHE"),
    ] {
        assert_eq!(REVIEW.search(typed).first(), Some(&code(first)), "{typed}: {:?}", REVIEW.search(typed));
    }
    assert_eq!(REVIEW.search("guinea").len(), 4);
    assert_eq!(REVIEW.search("").len(), 195);
    assert!(REVIEW.search("qqqq").is_empty());
}

/// Something done to a name that makes no difference to a reader.
#[derive(Debug, Clone, Copy)]
enum Writing {
    Upper,
    Lower,
    WithoutAccents,
    Decomposed,
    Straight,
    Backtick,
    WithArticle,
    Spaced,
}

fn write(name: &str, how: Writing) -> String {
    match how {
        Writing::Upper => name.to_uppercase(),
        Writing::Lower => name.to_lowercase(),
        Writing::WithoutAccents => name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect(),
        Writing::Decomposed => name.nfd().collect(),
        Writing::Straight => name.replace('’', "'"),
        Writing::Backtick => name.replace('’', "`"),
        Writing::WithArticle => format!("The {name}"),
        Writing::Spaced => format!("  {}\u{a0}", name.replace(' ', "  ")),
    }
}

proptest! {
    #[test]
    fn case_accents_apostrophes_and_articles_make_no_difference(
        nth in 0_usize..195,
        which in any::<prop::sample::Index>(),
        how in prop::collection::vec(prop::sample::select(vec![
            Writing::Upper, Writing::Lower, Writing::WithoutAccents, Writing::Decomposed, Writing::Straight, Writing::Backtick, Writing::WithArticle,
            Writing::Spaced,
        ]), 0..4),
    ) {
        let delegation = &REVIEW.delegations[nth];
        let names: Vec<&String> = [&delegation.name, &delegation.short].into_iter().chain(&delegation.aliases).collect();
        let articles = how.iter().filter(|how| matches!(how, Writing::WithArticle)).count();
        prop_assume!(articles <= 1);
        let written = how.iter().fold(names[which.index(names.len())].clone(), |name, how| write(&name, *how));
        prop_assert_eq!(REVIEW.find_exactly(&written), Fits::One(delegation.code), "{:?}", written);
    }

    #[test]
    fn whatever_is_typed_is_answered(typed in "\\PC{0,24}") {
        let _ = (REVIEW.find(&typed), REVIEW.search(&typed), REVIEW.near(&typed));
    }
}
