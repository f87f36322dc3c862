//! Themes out of the words and out of what was asked before, officials out of the themes: on the review of Kazakhstan.

use plenary::dialogue::ItemNo;
use plenary::language::suggest::{officials_for, officials_of, themes_for, themes_of};
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
fn words_are_heard_in_three_languages_whatever_their_accents_and_endings() {
    let room = room();
    for (text, first) in [
        ("Combien de visites le mécanisme national de prévention a-t-il faites ?", "torture"),
        ("ratifier le Protocole facultatif", "treaties"),
        ("RATIFICACION DEL PROTOCOLO FACULTATIVO", "treaties"),
        ("garantir l’indépendance des juges", "fair-trial"),
        ("garantizar la independencia de los jueces", "fair-trial"),
        ("abolir la peine de mort", "death-penalty"),
        ("abolicion de la pena de muerte", "death-penalty"),
        ("violences faites aux femmes", "violence-against-women"),
        ("la violencia contra las mujeres", "violence-against-women"),
        ("les travailleurs migrants et leurs familles", "migrants"),
        ("los derechos de las personas con discapacidad", "disabilities"),
        ("l'acces a l'education dans les ecoles rurales", "education"),
        ("la liberté de réunion pacifique", "assembly"),
        ("libertad de prensa y periodistas", "media"),
    ] {
        let themes = themes_for(text, room.state());
        assert_eq!(themes.first().map(|theme| &*theme.theme), Some(first), "{text}: {themes:?}");
    }
}

#[test]
fn words_of_a_phrase_are_heard_in_any_order_but_not_from_afar() {
    let room = room();
    let reason = |text: &str| themes_for(text, room.state()).into_iter().next().map(|heard| heard.reason);
    assert_eq!(reason("women who are victims of violence"), reason("violence whose victims are women"));
    let far =
        "Women were thanked for the report that the delegation presented this morning in the hall, and then came penalties for violence";
    assert!(themes_for(far, room.state()).iter().all(|heard| heard.reason != "\"violence against women\""));
}

#[test]
fn what_a_delegation_asked_before_is_suggested_too() {
    let mut room = room();
    room.run(&["begin", "next", "ask One #health", "ask Two #torture"]);
    let said = |room: &Room, text: &str| {
        themes_for(text, room.state()).into_iter().map(|heard| (heard.theme.to_string(), heard.reason)).collect::<Vec<_>>()
    };
    let before = [("torture".to_owned(), "their item 2".to_owned()), ("health".to_owned(), "their item 1".to_owned())];
    assert_eq!(said(&room, "And what comes next?"), before);
    let heard = said(&room, "in schools");
    assert_eq!(heard.iter().map(|(theme, _)| theme.as_str()).collect::<Vec<_>>(), ["education", "torture", "health"]);
    let first = room.state().item(ItemNo(1)).unwrap().clone();
    assert_eq!(themes_of(&first, room.state()).iter().map(|heard| heard.reason.as_str()).collect::<Vec<_>>(), ["their item 2"]);
    room.run(&["next"]);
    assert!(said(&room, "And what comes next?").is_empty(), "another delegation did not ask it");
}

#[test]
fn themes_suggest_who_answers_and_say_why() {
    let mut room = room();
    let best = |room: &Room, theme: &str| {
        let suggestions = officials_for(&[theme.into()], room.state());
        suggestions.into_iter().map(|s| (s.official.to_string(), s.reason, s.open)).collect::<Vec<_>>()
    };
    let fewest = |official: &str| (official.to_owned(), "fewest open".to_owned(), 0);
    assert_eq!(best(&room, "torture"), [("prosecutor".to_owned(), "theme".to_owned(), 0), fewest("justice")]);
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
            fewest("foreign-affairs"),
        ]
    );
    assert_eq!(best(&room, "health").into_iter().map(|(official, ..)| official).collect::<Vec<_>>(), ["health", "foreign-affairs"]);
    let two = officials_for(&["health".into(), "torture".into()], room.state());
    assert_eq!(two.iter().take(2).map(|one| &*one.official).collect::<Vec<_>>(), ["health", "prosecutor"], "the first theme counts most");
    assert!(officials_for(&[], room.state()).is_empty());
}

#[test]
fn who_has_least_to_answer_is_suggested_where_the_theme_is_nobodys() {
    let mut review = load::sample().unwrap().review;
    review.officials.iter_mut().for_each(|official| official.themes.retain(|theme| theme != "treaties"));
    let mut room = Room::on(review);
    room.run(&["begin", "next", "ask One @justice", "ask Two @foreign-affairs", "ask And the Rome Statute?", "ask And of that?"]);
    let suggested = |room: &Room, item: u32| {
        let item = room.state().item(ItemNo(item)).unwrap();
        officials_of(item, room.state()).into_iter().map(|one| (one.official.to_string(), one.reason)).collect::<Vec<_>>()
    };
    assert_eq!(suggested(&room, 3), [("prosecutor".to_owned(), "fewest open".to_owned())]);
    assert!(suggested(&room, 4).is_empty(), "nothing speaks for anyone");
    room.run(&["theme 3 #treaties", "assign 3 courts", "answered 3 by=courts"]);
    assert_eq!(
        suggested(&room, 4),
        [("courts".to_owned(), "answered the like".to_owned()), ("prosecutor".to_owned(), "fewest open".to_owned())]
    );
}
