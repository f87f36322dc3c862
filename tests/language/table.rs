//! The table itself: every verb of it is read, known, and explained.

use plenary::dialogue::{Action, RefusalCode};
use plenary::language::{CATALOGUE, help_text, parse, print};

use crate::fixture::review;

#[test]
fn what_is_not_carried_out_yet_is_known_with_any_arguments() {
    let review = review();
    let later = "say";
    let listed: Vec<&str> = CATALOGUE.iter().filter(|verb| !verb.carried_out).map(|verb| verb.name).collect();
    for verb in later.split_whitespace() {
        assert!(listed.contains(&verb), "{verb} is not in the table");
        for rest in ["", "DEU", "e1 \"e2", "x=y #torture"] {
            let command = parse(&format!("{verb} {rest}"), &review).unwrap();
            let Action::NotYet { verb: known, rest: kept } = &command.action else { panic!("{verb}: {command:?}") };
            assert_eq!((*known, &**kept), (verb, rest));
            assert_eq!(parse(&print(&command), &review).as_ref(), Ok(&command));
        }
    }
    assert_eq!(listed.len(), later.split_whitespace().count());
}

#[test]
fn every_verb_of_the_table_is_read_by_the_parser() {
    let review = review();
    for verb in CATALOGUE.iter().filter(|verb| verb.carried_out) {
        if let Err(refusal) = parse(verb.name, &review) {
            assert!(refusal.sentence.contains(&verb.form()), "{}: {refusal}", verb.name);
        }
    }
}

#[test]
fn help_has_every_verb_with_its_form_and_says_what_is_not_carried_out_yet() {
    let help = help_text();
    for code in RefusalCode::ALL {
        assert!(help.contains(code.as_str()), "{code}");
    }
    for verb in CATALOGUE {
        let line = help.lines().find(|line| line.trim_start().starts_with(&verb.form())).unwrap_or_else(|| panic!("{}", verb.name));
        assert!(help.contains(verb.does), "{line}");
    }
    assert!(help.contains("  move E at=N|top|end|before:E|after:E"));
    assert!(help.contains("inscribe DEL… [kind=K] [at=end|top|N] [time=D] [re=I|E] [late=TEXT] [participant=NAME]"));
    assert_eq!(help.matches("(not yet in this version)").count(), CATALOGUE.iter().filter(|verb| !verb.carried_out).count());
    assert!(help.lines().all(|line| line.chars().count() <= 160), "{help}");
}
