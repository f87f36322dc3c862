//! Arguments of a shell: quotes are gone, and blanks say where they were.

use plenary::language::{parse, parse_arguments};

use crate::fixture::review;

#[test]
fn arguments_mean_what_the_line_means() {
    let review = review();
    for (arguments, line) in [
        (&["next"][..], "next"),
        (&["inscribe FRA at=top"], "inscribe FRA at=top"),
        (&["ask Which law #torture"], "ask Which law #torture"),
        (&["extend", "-30s"], "extend -30s"),
        (&["inscribe", "United Kingdom", "at=top"], "inscribe \"United Kingdom\" at=top"),
        (&["ask", "Which", "law", "#torture", "by=United Kingdom"], "ask Which law #torture by=\"United Kingdom\""),
        (&["ask", "Which law #torture", "#assembly"], "ask \"Which law #torture\" #assembly"),
        (&["ask", "He said \"no\" twice"], "ask \"He said \\\"no\\\" twice\""),
        (&["ask", "\"literal #torture\""], "ask \"literal #torture\""),
        (&["ask", "Which law", "will", "change"], "ask Which law will change"),
        (&["official", "Chair of the Supreme Court"], "official \"Chair of the Supreme Court\""),
        (&["assign", "4", "j", "why=not ours"], "assign 4 j why=\"not ours\""),
        (&["assign", "4", "j", "why=\"not ours\""], "assign 4 j why=\"not ours\""),
        (&["edit", "4", "by="], "edit 4 by="),
        (&["import", "my list.csv"], "import \"my list.csv\""),
        (&["import", "x=my list.csv"], "import \"x=my list.csv\""),
        (&["back", "-5s"], "back -5s"),
        (&["swap", "FRA", "United Kingdom"], "swap FRA \"United Kingdom\""),
        (&["inscribe", "participant=Nordic Council"], "inscribe participant=\"Nordic Council\""),
        (&["ruling", "upheld", "rule 113 applies"], "ruling upheld \"rule 113 applies\""),
        (&["ruling", "upheld", "rule", "113", "applies"], "ruling upheld rule 113 applies"),
        (&["bank", "Asia-Pacific States", "30m"], "bank \"Asia-Pacific States\" 30m"),
        (&["sort", "alphabetical", "from=Côte d’Ivoire"], "sort alphabetical from=\"Côte d’Ivoire\""),
        (&["order", "United Kingdom"], "order \"United Kingdom\""),
        (&["note", "one\ttwo\nthree"], "note one two three"),
    ] {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        assert_eq!(parse_arguments(&arguments, &review), parse(line, &review), "{arguments:?}");
        assert!(parse(line, &review).is_ok(), "{line}");
    }
}

#[test]
fn no_arguments_are_no_command() {
    assert!(parse_arguments(&[], &review()).is_err());
    assert!(parse_arguments(&[String::new()], &review()).is_err());
    assert!(parse_arguments(&["ask".to_owned(), String::new()], &review()).is_err());
}
