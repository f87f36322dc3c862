//! Every row of the table of commands: what is written, and what it means.

use std::sync::Arc;

use plenary::dialogue::{
    Action, Command, Division, EntryNo, EntryRef, Inscribe, ItemNo, OfficialRef, Place, Reference, Said, Seq, Sort, Start, TurnNo, Which,
};
use plenary::language::{parse, print};
use plenary::review::{Ms, Ruling, load};

use crate::fixture::{code, participant, review};

fn text(text: &str) -> Arc<str> {
    text.into()
}

fn said(words: &str, themes: &[&str], officials: &[&str]) -> Said {
    Said { text: words.into(), themes: themes.iter().map(|t| text(t)).collect(), officials: officials.iter().map(|t| text(t)).collect() }
}

fn log(sort: Sort, said: Said) -> Action {
    Action::Log { sort, said, by: Vec::new(), turn: None, repeats: None }
}

fn ask(words: &str, themes: &[&str], officials: &[&str]) -> Action {
    log(Sort::Question, said(words, themes, officials))
}

/// Read as meant, and what is printed for it means the same.
fn means(rows: &[(&str, Action)]) {
    let review = review();
    for (line, action) in rows {
        let command = parse(line, &review).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        assert_eq!(command, Command::now(action.clone()), "{line}");
        let printed = print(&command);
        assert_eq!(parse(&printed, &review).as_ref(), Ok(&command), "{line} printed as {printed}");
    }
}

#[test]
fn the_meeting() {
    means(&[
        ("begin", Action::Begin),
        ("  Begin  ", Action::Begin),
        ("suspend", Action::Suspend),
        ("reconvene", Action::Reconvene),
        ("adjourn", Action::Adjourn),
        ("segment dialogue", Action::Segment(text("dialogue"))),
        ("segment \"second part\"", Action::Segment(text("second part"))),
    ]);
}

#[test]
fn the_list() {
    let fra = EntryRef::Delegation(code("FRA"));
    let one = |name| Inscribe { delegations: vec![code(name)], ..Inscribe::default() };
    let inscribe = Action::Inscribe;
    means(&[
        ("inscribe FRA", inscribe(one("FRA"))),
        ("inscribe fr", inscribe(one("FRA"))),
        ("inscribe cote", inscribe(one("CIV"))),
        ("inscribe cote d'ivoire", inscribe(one("CIV"))),
        ("inscribe united kingdom", inscribe(one("GBR"))),
        ("inscribe guinea-bissau", inscribe(one("GNB"))),
        ("inscribe niger", inscribe(one("NER"))),
        ("inscribe \"Korea, Republic of\"", inscribe(one("KOR"))),
        ("inscribe FRA DEU", inscribe(Inscribe { delegations: vec![code("FRA"), code("DEU")], ..Inscribe::default() })),
        (
            "inscribe FRA kind=point-of-order at=top time=90s re=4 late=\"the chair said so\"",
            inscribe(Inscribe {
                kind: Some(text("point-of-order")),
                at: Some(Place::Top),
                time: Some(Ms::seconds(90)),
                re: Some(Reference::Item(ItemNo(4))),
                late: Some(text("the chair said so")),
                ..one("FRA")
            }),
        ),
        ("inscribe at=end FRA", inscribe(Inscribe { at: Some(Place::End), ..one("FRA") })),
        ("inscribe FRA at=3 re=e7", {
            inscribe(Inscribe { at: Some(Place::At(3)), re: Some(Reference::Entry(EntryRef::Number(EntryNo(7)))), ..one("FRA") })
        }),
        ("inscribe FRA re=deu", { inscribe(Inscribe { re: Some(Reference::Entry(EntryRef::Delegation(code("DEU")))), ..one("FRA") }) }),
        ("import \"list of speakers.csv\"", Action::Import { file: text("list of speakers.csv"), rows: Vec::new() }),
        ("withdraw e12", Action::Withdraw(EntryRef::Number(EntryNo(12)))),
        ("withdraw #3", Action::Withdraw(EntryRef::Place(3))),
        ("withdraw 3", Action::Withdraw(EntryRef::Bare(3))),
        ("withdraw france", Action::Withdraw(fra)),
        ("withdraw United Kingdom", Action::Withdraw(EntryRef::Delegation(code("GBR")))),
        ("restore e1", Action::Restore(EntryRef::Number(EntryNo(1)))),
        ("move FRA at=top", Action::Move { entry: fra, to: Place::Top }),
        ("move FRA at=end", Action::Move { entry: fra, to: Place::End }),
        ("move FRA at=2", Action::Move { entry: fra, to: Place::At(2) }),
        ("move at=before:e2 #1", Action::Move { entry: EntryRef::Place(1), to: Place::Before(EntryRef::Number(EntryNo(2))) }),
        ("move FRA at=after:\"United Kingdom\"", { Action::Move { entry: fra, to: Place::After(EntryRef::Delegation(code("GBR"))) } }),
        ("time FRA 1:30", Action::Time { entry: fra, time: Ms::seconds(90) }),
        ("time united kingdom 2m", Action::Time { entry: EntryRef::Delegation(code("GBR")), time: Ms::seconds(120) }),
        ("inscribe participant=\"Nordic Council\" at=top", {
            let participant = Some(participant("Nordic Council"));
            inscribe(Inscribe { participant, at: Some(Place::Top), ..Inscribe::default() })
        }),
        ("reconcile niger nigeria", Action::Reconcile { participant: code("NER"), delegation: code("NGA") }),
        ("reconcile NER United Kingdom", Action::Reconcile { participant: code("NER"), delegation: code("GBR") }),
    ]);
}

#[test]
fn the_order_of_the_list() {
    let fra = EntryRef::Delegation(code("FRA"));
    let gbr = EntryRef::Delegation(code("GBR"));
    let letter = |letter| Action::Sort(Start::Letter(letter));
    let from = |name| Action::Sort(Start::Delegation(code(name)));
    means(&[
        ("swap FRA e4", Action::Swap(fra, EntryRef::Number(EntryNo(4)))),
        ("swap #1 3", Action::Swap(EntryRef::Place(1), EntryRef::Bare(3))),
        ("swap United Kingdom FRA", Action::Swap(gbr, fra)),
        ("swap FRA United Kingdom", Action::Swap(fra, gbr)),
        ("defer FRA", Action::Defer(fra)),
        ("aside united kingdom", Action::Aside(gbr)),
        ("release e4", Action::Release(EntryRef::Number(EntryNo(4)))),
        ("sort alphabetical from=F", letter('F')),
        ("sort from=f alphabetical", letter('F')),
        ("sort alphabetical from=é", letter('E')),
        ("sort alphabetical from=\"Å\"", letter('A')),
        ("sort alphabetical from=FRA", from("FRA")),
        ("sort alphabetical from=de", from("DEU")),
        ("sort alphabetical from=\"United Kingdom\"", from("GBR")),
        ("draw seed=4", Action::Draw { seed: 4, count: None }),
        ("draw seed=18446744073709551615 count=13", Action::Draw { seed: u64::MAX, count: Some(13) }),
        ("draw count=1 seed=0", Action::Draw { seed: 0, count: Some(1) }),
        ("open-list", Action::OpenList),
        ("close-list", Action::CloseList),
    ]);
}

#[test]
fn two_codes_are_two_delegations_whatever_they_spell_together() {
    let review = load::sample().unwrap().review;
    for (line, codes) in [
        ("inscribe st lu", &["STP", "LUX"][..]),
        ("inscribe st lucia", &["LCA"]),
        ("inscribe guinea bissau", &["GNB"]),
        ("inscribe niger nigeria", &["NER", "NGA"]),
        ("inscribe south sudan", &["SSD"]),
    ] {
        let expected: Vec<_> = codes.iter().map(|name| code(name)).collect();
        match parse(line, &review).map(|command| command.action) {
            Ok(Action::Inscribe(inscribe)) => assert_eq!(inscribe.delegations, expected, "{line}"),
            other => panic!("{line}: {other:?}"),
        }
    }
}

#[test]
fn the_floor() {
    let kind = || Some(text("answer"));
    let fra = EntryRef::Delegation(code("FRA"));
    let justice = || OfficialRef::Named(text("justice"));
    means(&[
        ("next", Action::Next { seen: None }),
        ("next seen=e4", Action::Next { seen: Some(EntryNo(4)) }),
        ("give e4", Action::Give { to: EntryRef::Number(EntryNo(4)), kind: None }),
        ("give FRA kind=statement", Action::Give { to: fra, kind: Some(text("statement")) }),
        ("done", Action::Done),
        ("pause", Action::Pause),
        ("resume", Action::Resume),
        ("extend 30s", Action::Extend(Ms::seconds(30))),
        ("extend -30s", Action::Extend(Ms::seconds(-30))),
        ("extend +1:00", Action::Extend(Ms::seconds(60))),
        ("absent", Action::Absent(None)),
        ("absent FRA", Action::Absent(Some(fra))),
        ("answer", Action::Answer { official: None, kind: None }),
        ("answer justice kind=answer", Action::Answer { official: Some(justice()), kind: kind() }),
        ("answer @justice", Action::Answer { official: Some(justice()), kind: None }),
        ("answer ?", Action::Answer { official: Some(OfficialRef::Unknown), kind: None }),
        ("official ?", Action::Official(OfficialRef::Unknown)),
        ("official j", Action::Official(OfficialRef::Named(text("j")))),
        ("official \"Chair of the Supreme Court\"", Action::Official(OfficialRef::Office(text("Chair of the Supreme Court")))),
    ]);
}

#[test]
fn the_chair_and_the_clock() {
    let rule = |ruling, words: Option<&str>| Action::Rule { ruling, text: words.map(text) };
    means(&[
        ("cut", Action::Cut),
        ("back 5s", Action::Back(Ms::seconds(5))),
        ("back -5s", Action::Back(Ms::seconds(-5))),
        ("back +0:05", Action::Back(Ms::seconds(5))),
        ("again", Action::Again),
        ("order DEU", Action::Order(code("DEU"))),
        ("order united kingdom", Action::Order(code("GBR"))),
        ("ruling upheld", rule(Ruling::Upheld, None)),
        ("ruling dismissed Rule 113 does not apply", rule(Ruling::Dismissed, Some("Rule 113 does not apply"))),
        ("ruling noted \"in the record, ago=5s\"", rule(Ruling::Noted, Some("in the record, ago=5s"))),
        ("ruling noted #torture is no theme here", rule(Ruling::Noted, Some("#torture is no theme here"))),
        ("retype point-of-order", Action::Retype(text("point-of-order"))),
        ("retype \"of our own\"", Action::Retype(text("of our own"))),
    ]);
}

#[test]
fn the_time_that_is_left() {
    let divide = |by, apply| Action::Divide { by, apply };
    let bank = |group, seconds| Action::Bank { group: text(group), total: Ms::seconds(seconds) };
    let redistribute = |group, apply| Action::Redistribute { group: text(group), apply };
    means(&[
        ("divide", divide(Division::Equal, false)),
        ("divide apply", divide(Division::Equal, true)),
        ("divide ladder", divide(Division::Ladder, false)),
        ("divide ladder apply", divide(Division::Ladder, true)),
        ("divide apply ladder", divide(Division::Ladder, true)),
        ("divide each=50s", divide(Division::Each(Ms::seconds(50)), false)),
        ("divide each=50s apply", divide(Division::Each(Ms::seconds(50)), true)),
        ("bank African 30m", bank("African", 1800)),
        ("bank \"Western European and others\" 0s", bank("Western European and others", 0)),
        ("redistribute African", redistribute("African", false)),
        ("redistribute \"Asia-Pacific States\" apply", redistribute("Asia-Pacific States", true)),
    ]);
}

#[test]
fn items() {
    means(&[
        ("ask Which law will change #torture", ask("Which law will change", &["torture"], &[])),
        ("recommend Ratify the protocol", log(Sort::Recommendation, said("Ratify the protocol", &[], &[]))),
        ("commend Abolition", log(Sort::Commendation, said("Abolition", &[], &[]))),
        ("comment Noted #assembly @j @interior", log(Sort::Comment, said("Noted", &["assembly"], &["j", "interior"]))),
        ("ask Which law #Torture?", ask("Which law?", &["Torture"], &[])),
        ("ask Protect #assembly, and soon", ask("Protect, and soon", &["assembly"], &[])),
        ("ask #torture how many visits", ask("how many visits", &["torture"], &[])),
        ("ask why #ill-treatment", ask("why", &["ill-treatment"], &[])),
        ("ask see entry #3 and C# or a@b", ask("see entry #3 and C# or a@b", &[], &[])),
        ("ask who @?", ask("who @?", &[], &[])),
        ("ask   two   blanks  ", ask("two blanks", &[], &[])),
        ("ask \"literal #torture  by=FRA @j\"", ask("literal #torture  by=FRA @j", &[], &[])),
        ("ask \"say \\\"no\\\" c:\\d\"", ask("say \"no\" c:\\d", &[], &[])),
        ("ask \"Which law\" #torture @j", ask("Which law", &["torture"], &["j"])),
        ("ask Is a=b or turn= given", ask("Is a=b or turn= given", &[], &[])),
        ("ask He said \"stop", ask("He said \"stop", &[], &[])),
        ("ask \"Torture\" is still practised", ask("\"Torture\" is still practised", &[], &[])),
        ("ask kind=answer", ask("kind=answer", &[], &[])),
        ("drop 4", Action::Drop(vec![ItemNo(4)])),
        ("drop 4 7-9", Action::Drop(vec![ItemNo(4), ItemNo(7), ItemNo(8), ItemNo(9)])),
        ("note by=FRA is text here #torture", Action::Note(text("by=FRA is text here #torture"))),
    ]);
    let by = |by: &[&str], turn: Option<u32>, said: Said| Action::Log {
        sort: Sort::Question,
        said,
        by: by.iter().map(|c| code(c)).collect(),
        turn: turn.map(TurnNo),
        repeats: None,
    };
    means(&[
        ("ask Which law by=FRA", by(&["FRA"], None, said("Which law", &[], &[]))),
        ("ask Which law by=FRA,DEU turn=3", by(&["FRA", "DEU"], Some(3), said("Which law", &[], &[]))),
        ("ask Which law turn=3 by=\"United Kingdom\",fr", by(&["GBR", "FRA"], Some(3), said("Which law", &[], &[]))),
        ("ask Which law by=FRA #torture", by(&["FRA"], None, said("Which law", &["torture"], &[]))),
        ("ask Which law by=FRA then by=DEU", by(&["DEU"], None, said("Which law by=FRA then", &[], &[]))),
        ("ask \"Which law\" by=\"United Kingdom, France\"", by(&["GBR", "FRA"], None, said("Which law", &[], &[]))),
    ]);
}

#[test]
fn putting_an_item_right() {
    let edit = |said, by: Option<&[&str]>, turn: Option<u32>, sort| Action::Edit {
        items: vec![ItemNo(4)],
        said,
        by: by.map(|by| by.iter().map(|c| code(c)).collect()),
        turn: turn.map(TurnNo),
        sort,
        repeats: None,
    };
    means(&[
        ("edit 4 New words #torture", edit(Some(said("New words", &["torture"], &[])), None, None, None)),
        ("edit 4 #torture", edit(Some(said("", &["torture"], &[])), None, None, None)),
        ("edit 4 by=", edit(None, Some(&[]), None, None)),
        ("edit 4 by=FRA", edit(None, Some(&["FRA"]), None, None)),
        ("edit 4 sort=recommendation turn=2", edit(None, None, Some(2), Some(Sort::Recommendation))),
        ("edit 4 New words sort=comment", edit(Some(said("New words", &[], &[])), None, None, Some(Sort::Comment))),
        ("edit 4 7", edit(Some(said("7", &[], &[])), None, None, None)),
    ]);
    let items = |numbers: &[u32]| numbers.iter().map(|number| ItemNo(*number)).collect::<Vec<_>>();
    let several = |numbers: &[u32], said, turn: Option<u32>| Action::Edit {
        items: items(numbers),
        said,
        by: None,
        turn: turn.map(TurnNo),
        sort: None,
        repeats: None,
    };
    let theme =
        |numbers: &[u32], themes: &[&str]| Action::Theme { items: items(numbers), themes: themes.iter().map(|id| text(id)).collect() };
    means(&[
        ("edit 4,7,9-12 turn=2", several(&[4, 7, 9, 10, 11, 12], None, Some(2))),
        ("edit 9-10 #torture @j", several(&[9, 10], Some(said("", &["torture"], &["j"])), None)),
        ("theme 4 #torture", theme(&[4], &["torture"])),
        ("theme 4 7 9-11 #torture treaties", theme(&[4, 7, 9, 10, 11], &["torture", "treaties"])),
        ("theme 4 #", theme(&[4], &[])),
        ("theme 4,7 #torture", theme(&[4, 7], &["torture"])),
    ]);
}

#[test]
fn who_answers() {
    let items = |numbers: &[u32]| numbers.iter().map(|n| ItemNo(*n)).collect::<Vec<_>>();
    let named = |name| OfficialRef::Named(text(name));
    let assign =
        |numbers: &[u32], lead, support, why: Option<&str>| Action::Assign { items: items(numbers), lead, support, why: why.map(text) };
    means(&[
        ("assign 38 j", assign(&[38], named("j"), vec![], None)),
        ("assign 4 7 9-12 justice", assign(&[4, 7, 9, 10, 11, 12], named("justice"), vec![], None)),
        ("assign 4,7 4 justice", assign(&[4, 7], named("justice"), vec![], None)),
        ("assign 4 ?", assign(&[4], OfficialRef::Unknown, vec![], None)),
        (
            "assign 4 \"Supreme Court\" support=j,\"Chair of the Majilis\" why=\"not ours, theirs\"",
            assign(
                &[4],
                OfficialRef::Office(text("Supreme Court")),
                vec![named("j"), OfficialRef::Office(text("Chair of the Majilis"))],
                Some("not ours, theirs"),
            ),
        ),
        ("unassign 4 5", Action::Unassign(items(&[4, 5]))),
        ("answered 1-3", Action::Answered { which: Which::Items(items(&[1, 2, 3])), by: None }),
        ("answered #torture by=j", Action::Answered { which: Which::Theme(text("torture")), by: Some(named("j")) }),
        ("reopen 2", Action::Reopen(items(&[2]))),
    ]);
}

#[test]
fn the_record() {
    means(&[
        ("note The chair asked for silence", Action::Note(text("The chair asked for silence"))),
        ("undo", Action::Undo(vec![])),
        ("undo 12", Action::Undo(vec![Seq(12)])),
        ("redo", Action::Redo(vec![])),
        ("redo 12 13", Action::Redo(vec![Seq(12), Seq(13)])),
    ]);
}

#[test]
fn every_verb_takes_ago() {
    let review = review();
    for line in [
        "next ago=5s",
        "done ago=0:05",
        "ask Which law ago=5s",
        "inscribe FRA ago=5s",
        "undo 3 ago=5s",
        "segment closing ago=5s",
        "back 3s ago=5s",
        "ruling upheld ago=5s",
        "divide apply ago=5s",
    ] {
        let command = parse(line, &review).unwrap();
        assert_eq!(command.ago, Ms::seconds(5), "{line}");
        assert_eq!(parse(&print(&command), &review), Ok(command), "{line}");
    }
}

#[test]
fn an_official_who_is_named_by_something_odd_stays_named() {
    let review = review();
    for line in [
        "assign 1 @a=b",
        "assign 1 @\"a",
        "assign 1 @@a",
        "assign 1 @@",
        "assign 1 j support=@a=b,@@c",
        "answered 1 by=@a=b",
        "answer @a=b",
    ] {
        let command = parse(line, &review).unwrap();
        assert_eq!(parse(&print(&command), &review), Ok(command), "{line}");
    }
}

#[test]
fn what_steers_a_terminal_never_reaches_a_text() {
    let review = review();
    for line in [
        "ask a\u{1b}[2Jb\u{202e}c\td\ne",
        "note \"a\u{9b}b\u{2066}\"",
        "inscribe FRA late=\"a\nb\u{7}\"",
        "ruling noted a\u{1b}[2Jb",
        "say \u{1b}",
    ] {
        let printed = print(&parse(line, &review).unwrap());
        assert!(!printed.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{2069}').contains(&c)), "{printed:?}");
    }
}
