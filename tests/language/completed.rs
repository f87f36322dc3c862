//! What is offered at the cursor, and what part of the line it takes the place of.

use plenary::language::complete;
use plenary::review::{Ms, Pool};
use proptest::prelude::*;

use crate::fixture::review;
use crate::room::Room;

fn room() -> Room {
    let mut review = review();
    review.modalities.groups =
        ["African", "Asia-Pacific States"].map(|name| Pool { name: name.to_owned(), total: Ms::seconds(1800) }).to_vec();
    let mut room = Room::on(review);
    room.run(&[
        "inscribe FRA",
        "inscribe DEU",
        "inscribe CIV",
        "inscribe NER",
        "withdraw NER",
        "aside CIV",
        "inscribe participant=\"Nordic Council\"",
        "begin",
        "next",
        "ask How many visits of the mechanism #torture",
        "ask Which law on demonstrations #assembly @i",
        "recommend Ratify it",
    ]);
    room
}

/// The line as it reads once each offer is taken.
fn taken(line: &str) -> Vec<String> {
    let room = room();
    let offers = complete(line, line.len(), room.state());
    assert!(offers.len() <= 20);
    offers
        .into_iter()
        .map(|offer| {
            let mut line = line.to_owned();
            line.replace_range(offer.replaces, &offer.text);
            line
        })
        .collect()
}

#[test]
fn what_fits_comes_first() {
    for (line, first) in [
        ("ne", "next"),
        ("insc", "inscribe"),
        ("nxt", "next"),
        ("replace ne", "replace next"),
        ("replace 40 di", "replace 40 divide"),
        ("replace 40 give \"united k", "replace 40 give GBR"),
        ("REPLACE extend -", "REPLACE extend -30s"),
        ("inscribe fr", "inscribe FRA"),
        ("inscribe cote", "inscribe CIV"),
        ("inscribe FRA ger", "inscribe FRA DEU"),
        ("give \"united k", "give GBR"),
        ("inscribe FRA ki", "inscribe FRA kind="),
        ("inscribe FRA kind=po", "inscribe FRA kind=point-of-order"),
        ("inscribe FRA at=", "inscribe FRA at=top"),
        ("move DEU at=be", "move DEU at=before:"),
        ("move DEU at=before:iv", "move DEU at=before:CIV"),
        ("move ", "move DEU"),
        ("withdraw e3", "withdraw e3"),
        ("withdraw #1", "withdraw #1"),
        ("restore ", "restore e4"),
        ("next seen=", "next seen=e2"),
        ("answer j", "answer justice"),
        ("official aff", "official interior"),
        ("assign ", "assign 1"),
        ("assign 1 inter", "assign 1 interior"),
        ("assign 1 j support=i", "assign 1 j support=interior"),
        ("unassign ", "unassign 2"),
        ("edit demon", "edit 2"),
        ("edit 1 sort=re", "edit 1 sort=recommendation"),
        ("ask Which law #as", "ask Which law #assembly"),
        ("ask Which law @j", "ask Which law @justice"),
        ("ask Visits of the NPM ", "ask Visits of the NPM #torture"),
        ("ask Which law by=ger", "ask Which law by=DEU"),
        ("ask Which law by=FRA,ger", "ask Which law by=FRA,DEU"),
        ("answered #to", "answered #torture"),
        ("segment cl", "segment closing"),
        ("sw", "swap"),
        ("swap DEU ", "swap DEU DEU"),
        ("release ", "release CIV"),
        ("aside ", "aside DEU"),
        ("sort ", "sort alphabetical"),
        ("sort alphabetical from=f", "sort alphabetical from=F"),
        ("sort alphabetical from=ger", "sort alphabetical from=DEU"),
        ("draw se", "draw seed="),
        ("order ger", "order DEU"),
        ("ruling di", "ruling dismissed"),
        ("retype po", "retype point-of-order"),
        ("divide ", "divide ladder"),
        ("divide a", "divide apply"),
        ("divide ladder ", "divide ladder apply"),
        ("divide ea", "divide each="),
        ("redistribute ", "redistribute African"),
        ("redistribute as", "redistribute \"Asia-Pacific States\""),
        ("redistribute African ", "redistribute African apply"),
        ("bank \"asia-p", "bank \"Asia-Pacific States\""),
        ("reconcile ", "reconcile NC"),
        ("reconcile NC ger", "reconcile NC DEU"),
        ("inscribe par", "inscribe participant="),
    ] {
        assert_eq!(taken(line).first().map(String::as_str), Some(first), "{line}: {:?}", taken(line));
    }
}

#[test]
fn details_tell_what_is_chosen() {
    let room = room();
    let detail = |line: &str| complete(line, line.len(), room.state()).remove(0).detail;
    assert_eq!(detail("official i"), "i · Ministry of Internal Affairs · 1 open");
    assert_eq!(detail("withdraw deu"), "Germany · place 1 · statement · e2");
    assert_eq!(detail("edit 2"), "FRA ? Which law on demonstrations → Ministry of Internal Affairs");
    assert_eq!(detail("inscribe FRA ti"), "time=D");
}

#[test]
fn words_of_a_text_are_left_alone() {
    assert_eq!(taken("ask Which"), Vec::<String>::new());
    assert_eq!(taken("note #t"), Vec::<String>::new());
    assert_eq!(taken("frobnicate x"), Vec::<String>::new());
}

#[test]
fn the_cursor_may_stand_inside_the_line() {
    let room = room();
    let offers = complete("insc FRA", 4, room.state());
    assert_eq!((offers[0].text.as_str(), offers[0].replaces.clone()), ("inscribe", 0..4));
}

proptest! {
    #[test]
    fn every_offer_fits_into_the_line(line in "(|next|ask|move|assign|inscribe|give|edit)( [a-zé#@\"=:,0-9]{0,6}){0,4}", cursor in 0..40_usize) {
        let room = room();
        for offer in complete(&line, cursor, room.state()) {
            prop_assert!(line.get(offer.replaces.clone()).is_some(), "{:?}", offer);
        }
    }

    #[test]
    fn no_line_panics(line in ".*", cursor in any::<usize>()) {
        let _ = complete(&line, cursor, room().state());
    }
}
