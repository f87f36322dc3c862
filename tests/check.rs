//! What is understood of a review file that is right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use plenary::review::{Allotment, AtZero, Code, Count, Ms, Review, Ruling, Rung, Speaker, load, summary};

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

fn loaded(folder: &Path, files: &[(&str, &str)]) -> load::Loaded {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    load::review(folder.join(files[0].0)).unwrap_or_else(|problems| panic!("{problems}"))
}

fn understood(files: &[(&str, &str)]) -> Review {
    let folder = tempfile::tempdir().unwrap();
    let loaded = loaded(folder.path(), files);
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    loaded.review
}

const REVIEW: &str = r#"
title = "Kazakhstan"
session = "48th session of the Working Group on the Universal Periodic Review"
starts = 2025-01-23T09:00:00          # local to time-zone
time-zone = "Europe/Zurich"
state-under-review = "KAZ"
modalities = "rules.toml"
troika = ["DEU", "Kuwait", "The Republic of Korea"]
speakers = ["FRA", "Côte d'Ivoire", { delegations = ["NOR"], kind = "statement", time = "2m" }]
each = "50s"
advance-questions = "advance.csv"
members = ["FRA"]
speakers-note = "a note"

[themes.torture]
name = "Torture and ill-treatment"
words = ["torture", "ill-treatment", "NPM"]

[[officials]]
id = "justice"
key = "j"
office = "Minister of Justice"
name = "Yerlan Sarsembayev"
head = true
themes = ["torture"]
"#;

const RULES: &str = r#"
title = "UPR Working Group"
source = "A/HRC/DEC/17/119"

[meeting]
length = "3h30m"
hard-stop = "3h45m"
segments = ["opening", "dialogue", "closing"]

[pools]
state-under-review = "70m"
dialogue = "140m"

[ladder]
pool = "dialogue"
rungs = [{ member = "3m", observer = "2m" }, { each = "2m" }, { divide = true, least = "45s" }]
changeover = "5s"

[thresholds]
warning = "30s"
final = "10s"
at-zero = "cut"

[list]
closes-after = "15m"
entries-per-delegation = 0
closed-admits = ["point-of-order", "right-of-reply", "answer"]
slots = 61
quotas = { African = 17, Asia-Pacific = 17, "Eastern European" = 8, GRULAC = 10, WEOG = 9 }

[charges]
pause = "none"
gap = "dialogue"

[kinds.statement]
name = "Statement"
rank = 40
time = "ladder"
pool = "dialogue"
per-delegation = 1

[kinds.point-of-order]
rank = 10
interrupts = true
holds = true
time = "2m"

[kinds.right-of-reply]
rank = 90
time = ["3m", "2m"]

[kinds.answer]
speaker = "state-under-review"
pool = "state-under-review"
time = "pool"
count = "up"

[groups]
African = "30m"
"#;

#[test]
fn every_key_of_the_contract_is_understood() {
    let review = understood(&[("deep/er/review.toml", REVIEW), ("deep/er/rules.toml", RULES), ("deep/er/advance.csv", "FRA,Why?\n")]);
    assert_eq!(review.starts, "2025-01-23T09:00:00");
    assert_eq!(review.troika, [code("DEU"), code("KWT"), code("KOR")]);
    assert_eq!(review.each, Some(Ms::seconds(50)));
    assert_eq!(review.speakers[1].delegations, [code("CIV")]);
    assert_eq!((review.speakers[2].kind.as_deref(), review.speakers[2].time), (Some("statement"), Some(Ms::seconds(120))));
    let members: Vec<&str> = review.delegations.iter().filter(|one| one.council_member).map(|one| one.code.as_str()).collect();
    assert_eq!(members, ["FRA"]);
    let official = &review.officials[0];
    assert_eq!((official.key, official.head, official.short.as_str()), (Some('j'), true, "Minister of Justice"));
    let words: Vec<&str> = review.themes[0].words.iter().map(|phrase| phrase.written()).collect();
    assert_eq!(words, ["torture", "ill-treatment", "NPM"]);

    let rules = &review.modalities;
    assert_eq!((rules.length, rules.hard_stop), (Some(Ms::seconds(12_600)), Some(Ms::seconds(13_500))));
    assert_eq!(rules.segments, ["opening", "dialogue", "closing"]);
    let pools: Vec<(&str, i64)> = rules.pools.iter().map(|pool| (pool.name.as_str(), pool.total.0)).collect();
    assert_eq!(pools, [("state-under-review", 4_200_000), ("dialogue", 8_400_000)], "in the order of the file");
    let ladder = rules.ladder.as_ref().unwrap();
    assert_eq!(ladder.changeover, Ms::seconds(5));
    assert_eq!(ladder.rungs[0], Rung::Standing { member: Ms::seconds(180), observer: Ms::seconds(120) });
    assert_eq!(ladder.rungs[1..], [Rung::Each(Ms::seconds(120)), Rung::Divide { least: Ms::seconds(45) }]);
    assert_eq!((rules.warning, rules.last, rules.at_zero), (Ms::seconds(30), Ms::seconds(10), AtZero::Cut));
    assert_eq!((rules.closes_after, rules.entries_per_delegation), (Some(Ms::seconds(900)), 0));
    assert_eq!((rules.pause_charge.as_deref(), rules.gap_charge.as_deref()), (None, Some("dialogue")));
    let kinds: Vec<&str> = rules.kinds.iter().map(|kind| kind.id.as_str()).collect();
    assert_eq!(kinds, ["statement", "point-of-order", "right-of-reply", "answer"]);
    assert_eq!((rules.kinds[0].rank, &rules.kinds[0].time, rules.kinds[0].per_delegation), (40, &Allotment::Ladder, Some(1)));
    assert!(rules.kinds[1].interrupts && rules.kinds[1].holds);
    assert_eq!(rules.kinds[1].name, "Point of order", "a kind without name is shown readably");
    assert_eq!(rules.kinds[2].time, Allotment::Successive(vec![Ms::seconds(180), Ms::seconds(120)]));
    assert_eq!((rules.kinds[3].speaker, rules.kinds[3].count), (Speaker::StateUnderReview, Count::Up));
    assert_eq!((rules.groups[0].name.as_str(), rules.groups[0].total), ("African", Ms::seconds(1800)));
}

#[test]
fn what_is_not_required_has_the_default_of_the_contract() {
    let review =
        "title = \"A\"\nstarts = 2030-01-01T10:00:00\ntime-zone = \"UTC\"\nstate-under-review = \"kaz\"\nmodalities = \"rules.toml\"\n";
    let review = understood(&[("review.toml", review), ("rules.toml", "[kinds.statement]\ntime = \"1m\"\n")]);
    assert_eq!((review.session, review.speakers_note, review.each), (None, None, None));
    assert!(review.speakers.is_empty() && review.officials.is_empty() && review.themes.is_empty() && review.troika.is_empty());
    let rules = review.modalities;
    let kind = &rules.kinds[0];
    assert_eq!((kind.rank, kind.count, &kind.pool, kind.per_delegation), (50, Count::Down, &None, None));
    assert_eq!((kind.speaker, kind.interrupts, kind.holds), (Speaker::Delegation, false, false));
    assert_eq!((rules.length, rules.closes_after, rules.entries_per_delegation, rules.at_zero), (None, None, 1, AtZero::GoOn));
    assert!(rules.pools.is_empty() && rules.ladder.is_none() && rules.segments.is_empty() && rules.closed_admits.is_empty());
}

const SHORT: &str = "title = \"A\"\nstarts = 2025-01-23T09:00:00\ntime-zone = \"Europe/Zurich\"\nstate-under-review = \"KAZ\"\nmodalities = \"upr-working-group\"\n";

#[test]
fn a_kind_may_be_kept_to_segments_and_be_charged_after_some_rulings_only() {
    let rules = "[meeting]\nsegments = [\"debate\", \"replies\"]\n[pools]\ndialogue = \"1h\"\n\
        [kinds.statement]\ntime = \"1m\"\n[kinds.right-of-reply]\ntime = \"2m\"\nsegments = \"replies\"\n\
        [kinds.point-of-order]\ntime = \"2m\"\npool = \"dialogue\"\ncharged-when = [\"dismissed\", \"noted\"]\n";
    let review = understood(&[("review.toml", &SHORT.replace("upr-working-group", "rules.toml")), ("rules.toml", rules)]);
    let kinds = &review.modalities.kinds;
    assert_eq!((kinds[0].segments.len(), kinds[0].charged_when.len()), (0, 0));
    assert_eq!(kinds[1].segments, ["replies"]);
    assert_eq!(kinds[2].charged_when, [Ruling::Dismissed, Ruling::Noted]);
    let text = summary(&review);
    assert!(text.contains("only in replies") && text.contains("charged only when dismissed or noted"), "{text}");
}

#[test]
fn a_meeting_may_be_another_than_a_review_of_the_upr() {
    for (name, said) in [
        ("council-general-debate", "rung 1 of 1, 5:30:00 for 7 speakers: 3:00 for members, 2:00 for others"),
        ("group-banks", "African 50:00, Asia-Pacific 50:00, Eastern European 22:00, GRULAC 31:00, WEOG 27:00"),
    ] {
        let loaded = load::review(format!("tests/reviews/{name}.toml")).unwrap_or_else(|problems| panic!("{problems}"));
        assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
        let text = summary(&loaded.review);
        assert!(text.contains(said) && text.contains("Kazakhstan (KAZ), without a kind to answer in"), "{text}");
        let kazakhstan = [loaded.review.state_under_review];
        assert_eq!(loaded.review.usual_kind(&kazakhstan), "statement");
    }
}

#[test]
fn the_language_of_the_review_orders_its_list() {
    let text = |language: &str| summary(&understood(&[("review.toml", &format!("{SHORT}{language}"))]));
    for (written, said) in [("", "English"), ("language = \"french\"\n", "French"), ("language = \"spanish\"\n", "Spanish")] {
        assert!(text(written).lines().any(|line| line.starts_with("alphabetical order") && line.ends_with(said)), "{said}");
    }
}

#[test]
fn a_name_of_modalities_is_found_beside_the_folder_of_the_review_before_anywhere_else() {
    let own = understood(&[
        ("reviews/review.toml", SHORT),
        ("modalities/upr-working-group.toml", "title = \"Own\"\n[kinds.statement]\ntime = \"1m\"\n"),
    ]);
    assert_eq!(own.modalities.title, "Own");
    assert_eq!(understood(&[("reviews/review.toml", SHORT)]).modalities.title, "UPR Working Group");
}

#[test]
fn delegations_of_its_own_stand_beside_the_folder_of_the_review() {
    let everyone =
        "[KAZ]\nname = \"Kazakhstan\"\n[AAA]\nname = \"Aland\"\narticle = true\naliases = [\"Åland Isles\"]\nstanding = \"participant\"\n";
    let review =
        understood(&[("reviews/review.toml", &format!("{SHORT}speakers = [\"the aland isles\"]\n")), ("delegations.toml", everyone)]);
    assert_eq!(review.delegations.len(), 2);
    assert_eq!(review.speakers[0].delegations, [code("AAA")]);
}

#[test]
fn a_file_of_speakers_may_be_written_in_many_ways() {
    for (how, text) in [
        ("one code a line, with Windows line ends and blank lines", "FRA\r\n\r\nIRN\r\nCIV\r\n"),
        ("names, with a byte order mark", "\u{feff}France\nIran (Islamic Republic of)\nCote d'Ivoire"),
        ("quoted names with commas", "\"France\"\n\"Iran, Islamic Republic of\"\n\"Côte d’Ivoire\"\n"),
        ("commas without quotes", "France\nIran, Islamic Republic of\nCôte d’Ivoire\n"),
        ("code and name without header", "FRA,France\nIRN,\"Iran, Islamic Republic of\"\nCIV,Ivory Coast\n"),
        ("name and code without header", "France,FRA\nIran,IRN\nIvory Coast,CIV\n"),
        (
            "columns by header",
            "order,Delegation,alpha3,seen\n1,France,FRA,no\n2,Iran (Islamic republic of),IRN,no\n3,Côte d’Ivoire,CIV,yes\n",
        ),
        ("a header with a code only, after a blank line", "\n\nCode\nfr\nir\nci\n"),
        ("tabs out of a spreadsheet", "State\tkind\nFrance\tstatement\nIran\t\nIvory Coast\t\n"),
        ("semicolons", "code;name\nFRA;France\nIRN;Iran\nCIV;Côte d’Ivoire\n"),
        ("numbered", "1. France\n2. Iran\n3. Côte d’Ivoire\n"),
    ] {
        let review = understood(&[("review.toml", &format!("{SHORT}speakers-file = \"list.csv\"\n")), ("list.csv", text)]);
        let codes: Vec<&str> = review.speakers.iter().map(|entry| entry.delegations[0].as_str()).collect();
        assert_eq!(codes, ["FRA", "IRN", "CIV"], "{how}");
    }
}

#[test]
fn a_file_of_speakers_may_give_kinds_and_times() {
    let list = "delegation,kind,time\nFRA,,\nNOR,video,1m30s\n";
    let review = understood(&[("review.toml", &format!("{SHORT}speakers-file = \"list.csv\"\n")), ("list.csv", list)]);
    assert_eq!((review.speakers[1].kind.as_deref(), review.speakers[1].time), (Some("video"), Some(Ms::seconds(90))));
    assert_eq!((review.speakers[0].kind.as_deref(), review.speakers[0].time), (None, None));
}

#[test]
fn what_was_written_before_the_meeting_is_part_of_the_review() {
    let answering = "advance-questions = \"asked.csv\"\nprevious-recommendations = \"before.csv\"\n[themes.water]\nname = \"Clean water\"\n\
                     [[officials]]\nid = \"rivers\"\nkey = \"r\"\noffice = \"Ministry of Rivers\"\nhead = true\nthemes = [\"water\"]\n";
    let before = (
        "before.csv",
        "No,State,Recommendation\n125.1,\"Norway; Sweden\",\"Example: clean\nthe rivers\"\n125.2,FRA,Example: and the lakes\n",
    );
    for (how, text) in [
        ("commas", "delegation,text,theme,official\nNOR,\"Example: who, and when?\",water,\nFRA,Example: why?,,rivers\n"),
        ("semicolons, another order, codes", "theme;text;code\nClean Water;Example: who, and when?;NOR\n;Example: why?;FRA\n"),
        (
            "tabs, a byte order mark, Windows line ends",
            "\u{feff}Official\tDelegation\tQuestion\tThemes\r\n\tNorway\tExample: who, and when?\t#water\r\nr\tFrance\tExample: why?\t\r\n",
        ),
    ] {
        let review = understood(&[("review.toml", &format!("{SHORT}{answering}")), ("asked.csv", text), before]);
        let asked: Vec<(&str, &str, usize)> =
            review.advance.iter().map(|one| (one.delegations[0].as_str(), one.text.as_str(), one.themes.len())).collect();
        assert_eq!(asked, [("NOR", "Example: who, and when?", 1), ("FRA", "Example: why?", 0)], "{how}");
        assert_eq!(review.lead_of(&review.advance[0]), Some("rivers"), "{how}");
        let [first, second] = &review.earlier[..] else { panic!("{:?}", review.earlier) };
        assert_eq!(
            (first.number.as_str(), &first.delegations[..], first.text.as_str()),
            ("125.1", &[code("NOR"), code("SWE")][..], "Example: clean the rivers")
        );
        assert_eq!((second.number.as_str(), second.delegations[0]), ("125.2", code("FRA")));
        let told = summary(&review);
        assert!(told.contains("2 questions of 2 delegations") && told.contains("125.1 to 125.2"), "{told}");
    }
}

#[test]
fn themes_may_come_out_of_a_vocabulary_that_several_reviews_share() {
    let vocabulary = "[water]\nname = \"Clean water\"\nwords = [\"rivers\"]\n[air]\nwords = [\"smoke\"]\n";
    let own = "themes-file = \"words.toml\"\n[themes.water]\nwords = [\"lakes\"]\n[themes.soil]\nname = \"Soil\"\n[[officials]]\nid = \"one\"\n\
               key = \"o\"\noffice = \"One\"\nhead = true\nthemes = [\"water\", \"soil\"]\n";
    let review = understood(&[("review.toml", &format!("{SHORT}{own}")), ("words.toml", vocabulary)]);
    let themes: Vec<(&str, &str, Vec<&str>)> = review
        .themes
        .iter()
        .map(|theme| (theme.id.as_str(), theme.name.as_str(), theme.words.iter().map(|phrase| phrase.written()).collect()))
        .collect();
    let wanted = [("water", "Clean water", vec!["rivers", "lakes"]), ("air", "Air", vec!["smoke"]), ("soil", "Soil", vec![])];
    assert_eq!(themes, wanted, "nobody has to answer what only the vocabulary has");
}

#[test]
fn the_reaction_of_who_logs_is_a_rule_of_the_modalities() {
    let rules = |items: &str| format!("{RULES}{items}");
    let review = |items: &str| understood(&[("review.toml", REVIEW), ("rules.toml", &rules(items)), ("advance.csv", "")]);
    assert_eq!(review("").modalities.reaction, Ms::ZERO);
    let with = review("\n[items]\nreaction = \"1.5s\"\n");
    assert_eq!(with.modalities.reaction, Ms(1500));
    assert!(summary(&with).contains("1.5"), "{}", summary(&with));
}

#[test]
fn the_beginning_may_be_text_and_may_leave_out_the_seconds() {
    for starts in ["2025-01-23T09:00", "\"2025-01-23T09:00\"", "\"2025-01-23 09:00:00\"", "2025-01-23 09:00:00"] {
        let review = SHORT.replace("2025-01-23T09:00:00", starts);
        assert_eq!(understood(&[("review.toml", &review)]).starts, "2025-01-23T09:00:00", "{starts}");
    }
}

#[test]
fn the_sample_is_kazakhstan_with_103_speakers() {
    let loaded = load::sample().unwrap_or_else(|problems| panic!("{problems}"));
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    let review = loaded.review;
    assert_eq!(review.delegations.len(), 195);
    assert_eq!(review.delegations.iter().filter(|one| one.council_member).count(), 47);
    assert_eq!((review.speakers.len(), review.officials.len(), review.themes.len()), (103, 10, 39));
    assert_eq!(review.head().unwrap().id, "justice");
    assert_eq!(review.speakers_note.as_deref(), Some("illustrative list"));
    assert_eq!(review.officials.iter().filter(|official| official.name.is_some()).count(), 2);
    assert!(review.delegations.iter().all(|one| one.short.chars().count() <= 22));
    let text = summary(&review);
    for said in [
        "Thursday 23 January 2025, 09:00, Europe/Zurich",
        "List of speakers: 103 (illustrative list)",
        "rung 3 of 3, 2:20:00 for 103 speakers: 1:21 each",
        "Minister of Justice (head), Yerlan Sarsembayev",
        "Côte d’Ivoire (CIV, member)",
        "Norway (NOR)",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn the_review_of_2014_has_its_73_speakers() {
    let loaded = load::review("config/reviews/kazakhstan-2014.toml").unwrap_or_else(|problems| panic!("{problems}"));
    assert!(loaded.warnings.is_empty(), "{}", loaded.warnings);
    assert_eq!(loaded.review.speakers.len(), 73);
    assert_eq!(loaded.review.delegations.iter().filter(|one| one.council_member).count(), 47);
    assert!(summary(&loaded.review).contains("for 73 speakers: 1:55 each"));
}

#[test]
fn a_summary_says_who_answers_nothing_and_who_counts_as_a_member() {
    let folder = tempfile::tempdir().unwrap();
    let review = SHORT.replace("2025", "2031")
        + "speakers = [\"FRA\", \"GHA\"]\n[themes.torture]\n[themes.water]\n[[officials]]\nid = \"justice\"\nhead = true\nthemes = [\"water\"]\n";
    let text = summary(&loaded(folder.path(), &[("review.toml", &review)]).review);
    assert!(text.contains("everyone counts as an observer"), "{text}");
    assert!(text.lines().any(|line| line.starts_with("answered by nobody") && line.ends_with("torture")), "{text}");
    assert!(text.contains("rung 1 of 3, 2:20:00 for 2 speakers: 3:00 for members, 2:00 for others"), "{text}");
}
