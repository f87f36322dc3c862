//! Themes out of the words, officials out of the themes: on the review of Kazakhstan.

use plenary::language::suggest::{officials_for, themes_for};
use plenary::review::load;

use crate::room::Room;

fn room() -> Room {
    Room::on(load::sample().unwrap().review)
}

#[test]
fn words_suggest_their_themes() {
    let room = room();
    for (text, first) in [
        ("How many visits did the preventive mechanism make in 2024", "torture"),
        ("ratifying the second Optional Protocol", "treaties"),
        ("Ratification of the Rome Statute", "treaties"),
        ("protect peaceful demonstrations in law", "assembly"),
        ("conditions in prisons", "detention"),
        ("shelters for victims of DOMESTIC VIOLENCE", "domestic-violence"),
        ("independence of judges", "fair-trial"),
        ("abolition of the death penalty", "death-penalty"),
    ] {
        let themes = themes_for(text, room.state());
        assert_eq!(themes.first().map(|theme| &*theme.theme), Some(first), "{text}: {themes:?}");
    }
    assert!(themes_for("Policies of the government", room.state()).iter().all(|theme| &*theme.theme != "police"));
    assert!(themes_for("", room.state()).is_empty());
}

#[test]
fn themes_suggest_who_answers_and_say_why() {
    let mut room = room();
    let best = |room: &Room, theme: &str| {
        let suggestions = officials_for(&[theme.into()], room.state());
        suggestions.into_iter().map(|s| (s.official.to_string(), s.reason, s.open)).collect::<Vec<_>>()
    };
    assert_eq!(best(&room, "torture"), [("prosecutor".to_owned(), "theme".to_owned(), 0)]);
    room.run(&[
        "begin",
        "next",
        "ask One #torture @prosecutor",
        "ask Two #torture @justice",
        "ask Three #torture @courts",
        "answered 3 by=courts",
    ]);
    assert_eq!(
        best(&room, "torture"),
        [
            ("prosecutor".to_owned(), "theme".to_owned(), 1),
            ("courts".to_owned(), "answered the like".to_owned(), 0),
            ("justice".to_owned(), "was given the like".to_owned(), 1),
        ]
    );
    assert!(best(&room, "health").iter().all(|(official, ..)| official == "health"));
    assert!(officials_for(&[], room.state()).is_empty());
}
