//! What a person is told about a file that is wrong: every problem in one go, each with line, caret and what would be right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use plenary::review::load::{self, Problems};

const REVIEW: &str = "title = \"A\"\nstarts = 2025-01-23T09:00:00\ntime-zone = \"Europe/Zurich\"\nstate-under-review = \"KAZ\"\n";

fn checked(files: &[(&str, &[u8])]) -> Result<load::Loaded, Problems> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    load::review(folder.path().join(files[0].0))
}

/// The problems of a review that is right but for what is added, under the modalities of the UPR.
fn problems(added: &str) -> Problems {
    let review = format!("{REVIEW}modalities = \"upr-working-group\"\n{added}");
    checked(&[("review.toml", review.as_bytes())]).map_or_else(|problems| problems, |loaded| loaded.warnings)
}

/// The problems of modalities.
fn wrong_rules(rules: &str) -> Problems {
    let review = format!("{REVIEW}modalities = \"rules.toml\"\n");
    checked(&[("review.toml", review.as_bytes()), ("rules.toml", rules.as_bytes())])
        .map_or_else(|problems| problems, |loaded| loaded.warnings)
}

/// One problem, at that line, whose text has all of this.
#[track_caller]
fn assert_told(problems: &Problems, line: usize, told: &[&str]) {
    let text = problems.to_string();
    let found = problems.iter().any(|problem| {
        let all = format!("{} {}", problem.what, problem.help.as_deref().unwrap_or_default());
        problem.line() == line && told.iter().all(|words| all.contains(words))
    });
    assert!(found, "nothing on line {line} says {told:?} in\n{text}");
    assert!(text.contains('^'), "no caret in\n{text}");
}

#[test]
fn a_language_that_orders_no_list_names_those_that_do() {
    assert_told(&problems("language = \"french \"\nlanguage-of = 1\n"), 7, &["language-of", "language"]);
    assert_told(&problems("language = \"fr\"\n"), 6, &["\"fr\"", "\"english\" or \"french\" or \"spanish\""]);
    assert_told(&problems("language = 1\n"), 6, &["text, not a number"]);
}

#[test]
fn a_kind_names_segments_of_the_meeting_and_rulings_that_there_are() {
    let rules = |segments: &str, kind: &str| {
        wrong_rules(&format!("[meeting]\n{segments}\n[pools]\ndialogue = \"1h\"\n[kinds.reply]\ntime = \"1m\"\n{kind}\n"))
    };
    let segments = "segments = [\"debate\", \"replies\"]";
    assert_told(&rules(segments, "segments = [\"replys\"]"), 7, &["\"replys\"", "did you mean \"replies\""]);
    assert_told(&rules(segments, "segments = [\"x\"]"), 7, &["\"x\"", "debate, replies"]);
    assert!(rules("", "segments = [\"anything\"]").is_empty(), "a meeting that lists no segments may have any");
    assert_told(&rules(segments, "pool = \"dialogue\"\ncharged-when = [\"rejected\"]"), 8, &["\"rejected\"", "\"dismissed\""]);
    assert_told(&rules(segments, "charged-when = [\"dismissed\"]"), 7, &["does not say to which pool", "pool = \"dialogue\""]);
}

#[test]
fn a_key_that_is_not_known_names_the_nearest_one() {
    assert_told(&problems("troka = [\"FRA\"]\n"), 6, &["troka", "troika"]);
    assert_told(&problems("[[officials]]\nid = \"a\"\nhead = true\nofice = \"x\"\n"), 9, &["ofice", "office"]);
    assert_told(&problems("[themes.water]\nnames = \"x\"\n"), 7, &["names", "name"]);
    assert_told(&problems("speakers = [{ delegations = [\"FRA\"], tiem = \"2m\" }]\n"), 6, &["tiem", "time"]);
    assert_told(&wrong_rules("[kinds.statement]\ntime = \"1m\"\nrnk = 3\n"), 3, &["rnk", "rank"]);
    assert_told(&wrong_rules("[meeting]\nlenght = \"3h\"\n"), 2, &["lenght", "length"]);
    assert_told(&wrong_rules("[threshold]\nwarning = \"30s\"\n"), 1, &["threshold", "thresholds"]);
    assert_told(
        &wrong_rules("[pools]\ndialogue = \"1h\"\n[ladder]\npool = \"dialogue\"\nrungs = [{ eech = \"2m\" }]\n"),
        5,
        &["eech", "each"],
    );
}

#[test]
fn a_speaker_without_delegations_has_that_one_problem() {
    let told = problems("speakers = [{ kind = \"statement\" }]\n");
    assert_told(&told, 6, &["delegations is missing"]);
    assert_eq!(told.len(), 1, "{told}");
}

#[test]
fn the_keys_that_are_known_are_named_once() {
    let told = problems("speakers = [{ delegations = [\"FRA\"], tiem = \"2m\" }]\n").to_string();
    assert!(told.contains("The keys here: delegations, kind, time\n"), "{told}");
}

#[test]
fn modalities_that_are_checked_as_a_review_are_told_apart() {
    let told = checked(&[("rules.toml", b"title = \"A\"\n[pools]\na = \"1h\"\n[kinds.statement]\ntime = \"1m\"\n")]).unwrap_err();
    assert_told(&told, 4, &["these are modalities and not a review"]);
    assert_eq!(told.len(), 1, "{told}");
    assert_told(&problems("[kinds.statement]\ntime = \"1m\"\n"), 6, &["kinds is not a key of the review"]);
}

#[test]
fn a_number_below_zero_is_named() {
    assert_told(&wrong_rules("[list]\nentries-per-delegation = -1\n"), 2, &["whole number from 0", "not -1"]);
    assert_told(&wrong_rules("[list]\nslots = 99999999999\n"), 2, &["not 99999999999"]);
}

#[test]
fn a_key_of_two_letters_is_not_held_against_the_others() {
    let told = problems("[[officials]]\nid = \"a-b\"\nkey = \"jj\"\nhead = true\n[[officials]]\nid = \"c-d\"\nkey = \"j\"\n");
    assert_told(&told, 8, &["a key is one letter"]);
    assert_eq!(told.len(), 1, "{told}");
}

#[test]
fn a_bank_of_no_regional_group_is_pointed_at() {
    let told = wrong_rules("[kinds.a]\ntime = \"1m\"\n[groups]\nAfrcan = \"30m\"\n");
    assert_told(&told, 4, &["Afrcan", "did you mean \"African\"?"]);
    assert!(wrong_rules("[kinds.a]\ntime = \"1m\"\n[groups]\nAfrican = \"30m\"\n").is_empty());
}

#[test]
fn a_figure_announced_by_the_chair_needs_no_ladder() {
    let rules = "[kinds.statement]\ntime = \"ladder\"\n";
    assert_told(&wrong_rules(rules), 2, &["the ladder, and there is none", "each in the review"]);
    let review = format!("{REVIEW}modalities = \"rules.toml\"\neach = \"50s\"\nspeakers = [\"FRA\"]\n");
    let loaded = checked(&[("review.toml", review.as_bytes()), ("rules.toml", rules.as_bytes())]);
    assert!(loaded.is_ok(), "{}", loaded.unwrap_err());
}

#[test]
fn what_is_required_is_asked_for() {
    let missing = checked(&[("review.toml", b"session = \"x\"\n")]).unwrap_err();
    for key in ["title", "starts", "time-zone", "state-under-review", "modalities"] {
        assert_told(&missing, 1, &[key, "is missing"]);
    }
    assert_eq!(missing.len(), 5);
    assert_told(&wrong_rules("[kinds.statement]\nrank = 3\n"), 1, &["time is missing"]);
}

#[test]
fn an_unknown_state_comes_with_a_suggestion_and_is_never_guessed() {
    assert_told(&problems("troika = [\n  \"FRA\",\n  \"Germny\",\n]\n"), 8, &["Germny", "Germany (DEU)"]);
    assert_told(&problems("speakers = [\"korea\"]\n"), 6, &["korea", "PRK", "KOR"]);
    assert_told(&problems("members = [\"Nigerr\"]\n"), 6, &["Niger"]);
    assert_told(&problems("speakers = [\"AAA\", \"Fran\"]\n"), 6, &["Fran", "did you mean France (FRA)?"]);
}

#[test]
fn nobody_is_in_the_list_twice() {
    assert_told(&problems("speakers = [\"FRA\",\n  \"NOR\",\n  \"France\"]\n"), 8, &["France", "twice"]);
    assert!(problems("speakers = [\"FRA\", { delegations = [\"FRA\"], kind = \"right-of-reply\" }]\n").is_empty());
    assert_told(&problems("speakers = [{ delegations = [\"FRA\", \"NOR\"] }]\n"), 6, &["joint-statement"]);
    assert_told(&problems("speakers = [{ delegations = [\"FRA\"], kind = \"statment\" }]\n"), 6, &["statment", "\"statement\""]);
    let review = format!("{REVIEW}modalities = \"rules.toml\"\nspeakers = [\"FRA\"]\n");
    let told = checked(&[("review.toml", review.as_bytes()), ("rules.toml", b"[kinds.speech]\ntime = \"1m\"\n")]).unwrap_err();
    assert_told(&told, 6, &["no kind \"statement\""]);
}

#[test]
fn officials_can_be_told_apart_and_have_one_head() {
    let official = |id: &str, key: &str, head: bool| format!("[[officials]]\nid = \"{id}\"\nkey = \"{key}\"\nhead = {head}\n");
    assert_told(&problems(&(official("a", "j", true) + &official("b", "j", false))), 12, &["key \"j\""]);
    assert_told(&problems(&(official("a", "j", true) + &official("a", "k", false))), 11, &["id \"a\""]);
    assert_told(&problems(&(official("a", "j", true) + &official("b", "k", true))), 13, &["more than one", "head"]);
    assert_told(&problems(&official("a", "j", false)), 7, &["no official", "head = true"]);
    assert_told(&problems(&official("a", "jk", true)), 8, &["one letter"]);
    assert_told(&problems(&(official("k", "j", true) + &official("b", "k", false))), 11, &["the key of one official is the id of another"]);
}

#[test]
fn themes_and_officials_fit_together() {
    let reviewed = problems("[themes.torture]\n[themes.water]\n[[officials]]\nid = \"a\"\nhead = true\nthemes = [\"torture\"]\n");
    assert_told(&reviewed, 7, &["nobody answers", "water"]);
    let misspelt = problems("[themes.torture]\n[[officials]]\nid = \"a\"\nhead = true\nthemes = [\"tortur\"]\n");
    assert_told(&misspelt, 10, &["tortur", "\"torture\""]);
}

#[test]
fn a_length_of_time_needs_its_unit() {
    assert_told(&problems("each = 50\n"), 6, &["50 what", "50s", "50m"]);
    assert_told(&problems("each = \"50\"\n"), 6, &["50 what"]);
    assert_told(&problems("each = \"50 minutes\"\n"), 6, &["50 minutes", "1m30s"]);
    assert_told(&problems("each = \"-50s\"\n"), 6, &["below zero"]);
    assert_told(&wrong_rules("[pools]\ndialogue = 140\n"), 2, &["140 what"]);
    assert_told(&wrong_rules("[kinds.a]\ntime = [\"3m\", 2]\n"), 2, &["2 what"]);
    assert_told(&wrong_rules("[kinds.a]\ntime = true\n"), 2, &["a length of time", "not true or false"]);
}

#[test]
fn quotas_must_add_up_to_the_slots() {
    let told = wrong_rules("[list]\nslots = 60\nquotas = { African = 17, Asia-Pacific = 17, EEG = 8, GRULAC = 10, WEOG = 9 }\n");
    assert_told(&told, 3, &["sum 61", "60 slots"]);
    assert!(
        wrong_rules(
            "[list]\nslots = 61\nquotas = { African = 17, Asia-Pacific = 17, EEG = 8, GRULAC = 10, WEOG = 9 }\n[kinds.a]\ntime = \"1m\"\n"
        )
        .is_empty()
    );
}

#[test]
fn pools_and_the_ladder_must_be_there() {
    let pools = "[pools]\ndialogue = \"1h\"\n";
    assert_told(&wrong_rules(&format!("{pools}[kinds.a]\ntime = \"1m\"\npool = \"dialog\"\n")), 5, &["dialog", "\"dialogue\""]);
    assert_told(
        &wrong_rules(&format!("{pools}[ladder]\npool = \"none\"\nrungs = [{{ each = \"2m\" }}]\n")),
        4,
        &["no pool \"none\"", "dialogue"],
    );
    assert_told(&wrong_rules(&format!("{pools}[charges]\ngap = \"dialoge\"\n")), 4, &["dialoge", "dialogue"]);
    assert_told(&wrong_rules("title = \"No kinds\"\n"), 1, &["no kinds", "[kinds.statement]"]);
    assert_told(&wrong_rules("[kinds.a]\ntime = \"ladder\"\n"), 2, &["ladder", "there is none"]);
    assert_told(&wrong_rules("[kinds.a]\ntime = \"pool\"\n"), 2, &["pool", "does not say which"]);
    assert_told(
        &wrong_rules(&format!("{pools}[ladder]\npool = \"dialogue\"\nrungs = [{{ member = \"3m\" }}]\n")),
        5,
        &["no rung", "observer"],
    );
}

#[test]
fn dates_zones_and_words_are_checked() {
    let review = |line: &str, instead: &str| format!("{REVIEW}modalities = \"upr-working-group\"\n").replace(line, instead);
    let told = |text: String| checked(&[("review.toml", text.as_bytes())]).unwrap_err();
    assert_told(&told(review("Europe/Zurich", "Europe/Zurick")), 3, &["Europe/Zurick", "Europe/Zurich"]);
    assert_told(&told(review("09:00:00", "09:00:00Z")), 2, &["offset"]);
    assert_told(&told(review("2025-01-23T09:00:00", "2025-01-23")), 2, &["time of day"]);
    assert_told(&told(review("2025-01-23T09:00:00", "\"23 January\"")), 2, &["23 January"]);
    assert_told(&wrong_rules("[thresholds]\nat-zero = \"explode\"\n"), 2, &["go-on", "stop", "cut"]);
    assert_told(&problems("session = 48\n"), 6, &["text", "number"]);
    assert_told(&problems("session = \"a\\u001b[31m\"\n"), 6, &["control character"]);
}

#[test]
fn files_that_are_not_there_are_named_with_where_they_were_looked_for() {
    let told = checked(&[("review.toml", format!("{REVIEW}modalities = \"upr-working-grup\"\n").as_bytes())]).unwrap_err();
    assert_told(&told, 5, &["upr-working-grup", "did you mean \"upr-working-group\"?", "config/modalities/upr-working-grup.toml"]);
    let told = checked(&[("review.toml", format!("{REVIEW}modalities = \"mine.toml\"\n").as_bytes())]).unwrap_err();
    assert_told(&told, 5, &["mine.toml"]);
    assert_told(&problems("speakers-file = \"nowhere.csv\"\n"), 6, &["nowhere.csv"]);
    for key in ["advance-questions", "previous-recommendations", "themes-file"] {
        assert_told(&problems(&format!("{key} = \"nowhere.csv\"\n")), 6, &["nowhere.csv"]);
    }
    let officials = "[[officials]]\nid = \"one\"\nkey = \"o\"\nhead = true\nthemes = [\"torture\", \"labour\"]\n";
    let no_vocabulary = problems(&format!("themes-file = \"nowhere.toml\"\n{officials}"));
    assert_eq!(no_vocabulary.iter().count(), 1, "what follows from a vocabulary that is not there is not told as well: {no_vocabulary}");
    assert_told(&problems("speakers = []\nspeakers-file = \"list.csv\"\n"), 7, &["twice"]);
    let nothing = load::review(Path::new("no/such/review.toml")).unwrap_err().to_string();
    assert!(nothing.contains("no/such/review.toml"), "{nothing}");
    assert!(load::review(std::env::temp_dir()).is_err());
}

#[test]
fn every_bad_line_of_what_was_written_before_is_named() {
    let told = |key: &str, text: &str| {
        let themes = "[themes.torture]\nname = \"Torture\"\n";
        let review = format!("{REVIEW}modalities = \"upr-working-group\"\n{key} = \"before.csv\"\n{themes}");
        checked(&[("review.toml", review.as_bytes()), ("before.csv", text.as_bytes())]).unwrap_err()
    };
    let questions = told(
        "advance-questions",
        "delegation,text,theme,official\nFrence,Example,,\nFRA,Example,tortur,\nFRA, ,torture,\nDEU,Example,,minister\nDEU,a\u{1b}[31m,,\nNOR,Example,torture,\n",
    );
    assert_eq!(questions.iter().count(), 5, "{questions}");
    assert_told(&questions, 2, &["\"Frence\" is not a delegation", "France"]);
    assert_told(&questions, 3, &["no theme \"tortur\"", "did you mean \"torture\"?"]);
    assert_told(&questions, 4, &["no words"]);
    assert_told(&questions, 5, &["no official \"minister\""]);
    assert_told(&questions, 6, &["control character"]);
    assert_told(&told("advance-questions", "\ndelegation,theme\nFRA,torture\n"), 2, &["delegation and text"]);
    let earlier = told("previous-recommendations", "number,delegation,text\n1,FRA,Example\n,FRA,Example\n1,DEU,Example\n");
    assert_told(&earlier, 3, &["no number", "125.34"]);
    assert_told(&earlier, 4, &["1 stands twice"]);
    assert_told(&wrong_rules("[items]\nreaction = 1\n"), 2, &["1 what?"]);
}

#[test]
fn a_delegations_file_of_ones_own_is_checked_too() {
    let folder = tempfile::tempdir().unwrap();
    let reviews = folder.path().join("reviews");
    fs::create_dir(&reviews).unwrap();
    fs::write(reviews.join("review.toml"), format!("{REVIEW}modalities = \"upr-working-group\"\n")).unwrap();
    let everyone = "[KAZ]\nname = \"Kazakhstan\"\n[NER]\nname = \"Niger\"\n[NGA]\nname = \"Nigeria\"\naliases = [\"The Niger\"]\nregion = \"x\"\n\
                    [\"too long a code\"]\nname = \"X\"\n[FRA]\ncouncil = [\"2025\"]\n";
    fs::write(folder.path().join("delegations.toml"), everyone).unwrap();
    let told = load::review(reviews.join("review.toml")).unwrap_err();
    assert_told(&told, 5, &["niger", "NER", "NGA"]);
    assert_told(&told, 8, &["region"]);
    assert_told(&told, 9, &["not a code", "[FRA]"]);
    assert_told(&told, 11, &["name is missing"]);
    assert_told(&told, 12, &["number"]);
}

#[test]
fn every_bad_line_of_a_list_is_named() {
    let review = format!("{REVIEW}modalities = \"upr-working-group\"\nspeakers-file = \"list.csv\"\n");
    let list = "FRA\n\nGermny\nkorea\n\"France\"\nDEU,Italy\nXXX,Italy\nNOR\n";
    let told = checked(&[("review.toml", review.as_bytes()), ("list.csv", list.as_bytes())]).unwrap_err();
    assert_told(&told, 3, &["Germny", "Germany (DEU)"]);
    assert_told(&told, 4, &["korea", "KOR"]);
    assert_told(&told, 5, &["France", "line 1"]);
    assert_told(&told, 6, &["DEU is Germany", "Italy"]);
    assert_told(&told, 7, &["XXX"]);
    assert_eq!(told.len(), 5);
    assert!(told.to_string().contains("list.csv:3"), "{told}");
    let list = "delegation,kind,time\nFRA,speech,\nNOR,,90\nDEU,,-30s\nITA;ESP,,\n";
    let told = checked(&[("review.toml", review.as_bytes()), ("list.csv", list.as_bytes())]).unwrap_err();
    assert_told(&told, 2, &["no kind \"speech\"", "statement"]);
    assert_told(&told, 3, &["time", "90 what"]);
    assert_told(&told, 4, &["a time of nothing"]);
    assert_told(&told, 5, &["Italy, Spain together"]);
    let told = checked(&[("review.toml", review.as_bytes()), ("list.csv", b"FRA\nC\xf4te d'Ivoire\n")]).unwrap_err();
    assert_told(&told, 2, &["not UTF-8"]);
}

#[test]
fn a_file_that_can_not_be_read_says_why() {
    for (bytes, line, told) in [
        (&b""[..], 1, "empty"),
        (b"\n  \n", 1, "empty"),
        (b"\xef\xbb\xbf", 1, "empty"),
        (b"title = \"A\"\nsession = \"Gen\xe8ve\"\n", 2, "UTF-8"),
        (b"\xff\xfet\0", 1, "UTF-16"),
        (b"title = \"A\"\nstarts = \n", 2, "TOML"),
        (b"title = \"A\"\ntitle = \"B\"\n", 2, "TOML"),
        (b"title = Kazakhstan\n[[officials\n", 1, "TOML"),
    ] {
        let problems = checked(&[("review.toml", bytes)]).unwrap_err();
        assert_told(&problems, line, &[told]);
    }
    let two = checked(&[("review.toml", b"title = A\nstarts = 2025-13-45\n")]).unwrap_err();
    assert!(two.len() >= 2, "{two}");
}

#[test]
fn all_problems_of_all_files_are_told_in_one_go_in_their_order() {
    let review = b"titel = \"x\"\ntitle = \"A\"\nstarts = 9\ntime-zone = \"Mars\"\nstate-under-review = \"KAZ\"\nmodalities = \"rules.toml\"\nspeakers = [\"XYZ\"]\n";
    let told = checked(&[("review.toml", review), ("rules.toml", b"[kinds.statement]\n"), ("unused", b"")]).unwrap_err();
    let places: Vec<(bool, usize)> = told.iter().map(|problem| (problem.file().ends_with("review.toml"), problem.line())).collect();
    assert_eq!(places, [(true, 1), (true, 3), (true, 4), (true, 7), (false, 1)]);
    assert!(told.to_string().ends_with("5 errors"), "{told}");
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_as_a_control_sequence() {
    let told = problems("speakers = [\"\\u001b[31mX\"]\n# \u{1b}[2J\n").to_string()
        + &checked(&[("review.toml", b"title = \x1b[31m\n")]).unwrap_err().to_string()
        + &problems("\"\\u001b]0;x\\u0007\" = 1\n").to_string()
        + &problems("titel = \"\u{9b}31m\"\n").to_string()
        + &checked(&[("review.toml", b"title = \"\xff\xc2\x9b31m\"\n")]).unwrap_err().to_string();
    assert!(!told.chars().any(|letter| letter.is_control() && letter != '\n'), "{told:?}");
}

#[test]
fn a_time_of_a_kind_that_is_no_word_of_the_modalities_names_them() {
    let kind = |time: &str| wrong_rules(&format!("[pools]\na = \"1h\"\n[kinds.statement]\npool = \"a\"\ntime = \"{time}\"\n"));
    assert_told(&kind("laddder"), 5, &["\"laddder\" is no time of a kind", "did you mean \"ladder\""]);
    assert_told(&kind("unlimited"), 5, &["\"unlimited\"", "\"ladder\", \"pool\"", "\"2m\""]);
    assert_told(&kind("2"), 5, &["2 what?"]);
}

#[test]
fn rules_that_cannot_take_effect_are_told() {
    assert_told(&wrong_rules("[meeting]\nlength = \"3h\"\nhard-stop = \"2h\"\n"), 3, &["before the end of the meeting"]);
    assert_told(&wrong_rules("[thresholds]\nwarning = \"10s\"\nfinal = \"30s\"\n"), 3, &["final seconds before it is warned"]);
    assert!(!wrong_rules("[thresholds]\nfinal = \"30s\"\n").to_string().contains("warned"), "one of the two alone is right");
    let least = "[pools]\na = \"1h\"\n[ladder]\npool = \"a\"\nrungs = [{ each = \"2m\", least = \"45s\" }]\n";
    assert_told(&wrong_rules(least), 5, &["this is no rung of a ladder"]);
}

#[test]
fn the_keys_of_officials_differ_in_more_than_case() {
    let told = problems("[[officials]]\nid = \"ab\"\nkey = \"j\"\nhead = true\n[[officials]]\nid = \"cd\"\nkey = \"J\"\n");
    assert_told(&told, 12, &["two officials have the key \"J\""]);
}

#[test]
fn nobody_is_given_no_time_to_speak() {
    assert_told(&problems("each = \"0s\"\n"), 6, &["nobody can speak in no time"]);
    assert_told(&problems("speakers = [{ delegations = [\"FRA\"], time = \"0s\" }]\n"), 6, &["nobody can speak in no time"]);
}
