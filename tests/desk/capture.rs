//! The capture line: what is logged carries the moment at which it was begun, and belongs to the turn of that moment.

use plenary::dialogue::{ItemNo, ItemStatus, Sort};
use plenary::review::Ms;

use crate::table::Table;

#[test]
fn an_item_carries_the_moment_of_the_key_that_opened_the_line() {
    let mut table = Table::begun();
    let opened = table.now;
    table.press("q").wait(4000).press("How many visits #tor @j").wait(9000).press("<Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!(item.at, opened);
    assert_eq!((&*item.text, item.status, item.lead.as_deref()), ("How many visits", ItemStatus::Assigned, Some("justice")));
    assert_eq!(item.themes.iter().map(|theme| &**theme).collect::<Vec<_>>(), ["torture"]);
    assert_eq!(table.line().input.value(), "", "the line is open for the next");
}

#[test]
fn the_first_character_tells_the_sort() {
    let mut table = Table::begun();
    table.press("qOne<Enter>!two<Enter>+three<Enter>.four<Enter>?five<Enter><Enter>");
    table.press("! six<Enter><Enter>").press("+seven<Enter><Enter>").press(".eight<Enter><Enter>");
    let sorts: Vec<Sort> = table.state().items.iter().map(|item| item.sort).collect();
    let four = [Sort::Question, Sort::Recommendation, Sort::Commendation, Sort::Comment];
    assert_eq!(sorts[..4], four);
    assert_eq!(sorts[4..], [Sort::Question, Sort::Recommendation, Sort::Commendation, Sort::Comment]);
    assert!(table.desk.ui.overlay.is_none());
    assert_eq!(&*table.state().item(ItemNo(6)).unwrap().text, "six");
}

#[test]
fn a_further_item_begins_with_its_first_character_but_never_after_its_turn() {
    let mut table = Table::begun();
    table.press("qOne<Enter>").wait(3000);
    let first_letter = table.now;
    table.press("T").wait(2000).press("wo<Enter>");
    assert_eq!(table.state().item(ItemNo(2)).unwrap().at, first_letter);
    table.wait(1000).press("<C-n>").wait(6000).press("Three<Enter>");
    let three = table.state().item(ItemNo(3)).unwrap();
    let malawi = table.state().turns.iter().next().unwrap();
    assert_eq!(three.turn, Some(malawi.number));
    assert!(three.at < malawi.ended.unwrap() && three.at >= malawi.ended.unwrap() - Ms(1));
    assert!(table.line().title.contains("MALAWI, turn 1"), "{}", table.line().title);
}

#[test]
fn an_item_logged_after_the_next_speaker_began_stays_with_its_own() {
    let mut table = Table::begun();
    table.press("qWhat").wait(2000).press("<C-n>").wait(2000).press(" of it<Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!(table.state().authors(item)[0].as_str(), "MWI");
    assert_eq!(table.speaker(), "MYS");
}

#[test]
fn escape_keeps_the_draft_with_its_moment() {
    let mut table = Table::begun();
    let opened = table.now;
    table.press("qHalf a sent<Esc>").wait(5000).press("!other<Enter><Enter>").wait(5000).press("q");
    assert_eq!(table.line().input.value(), "Half a sent");
    table.press("ence<Enter>");
    let item = table.state().item(ItemNo(2)).unwrap();
    assert_eq!((&*item.text, item.at), ("Half a sentence", opened));
    table.press("<Enter>").press("q");
    assert_eq!(table.line().input.value(), "", "a draft that was logged is gone");
}

#[test]
fn a_mark_opens_themes_or_officials_and_enter_takes_what_is_chosen() {
    let mut table = Table::begun();
    table.press("qWhat of torture #");
    assert_eq!(table.line().offers[0].label, "#torture", "{:?}", table.line().offers);
    assert_eq!(table.does(), "take #torture");
    table.press("<Enter>");
    assert_eq!(table.line().input.value(), "What of torture #torture ");
    table.press("@");
    assert_eq!(table.line().input.value(), "What of torture #torture @");
    assert_eq!(table.line().offers[0].label, "@prosecutor", "{:?}", table.line().offers);
    table.press("<Enter><Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!(&*item.text, "What of torture");
    assert_eq!((item.status, item.lead.as_deref()), (ItemStatus::Assigned, Some("prosecutor")));
}

#[test]
fn tab_takes_what_the_words_suggest_and_goes_on_to_the_officials() {
    let mut table = Table::begun();
    table.press("qWhat of torture");
    assert!(table.does().ends_with("Tab #torture"), "{}", table.does());
    table.press("<Tab>");
    assert_eq!(table.line().input.value(), "What of torture #torture ");
    assert!(table.does().ends_with("Tab @prosecutor"), "{}", table.does());
    table.press("<Tab><Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!((&*item.text, item.lead.as_deref()), ("What of torture", Some("prosecutor")));
}

#[test]
fn tab_never_takes_a_theme_or_an_official_only_because_it_stands_first() {
    let mut table = Table::begun();
    table.press("qWhat about xyzzy<Tab><Tab>");
    assert_eq!(table.line().input.value(), "What about xyzzy @");
    assert_eq!(table.does(), "log the question");
    table.press("<Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!((&*item.text, item.lead.as_deref(), item.themes.len()), ("What about xyzzy", None, 0));
}

#[test]
fn what_may_mean_two_things_is_not_guessed() {
    let mut table = Table::begun();
    table.press("qWhat #h<Enter>");
    assert!(table.refused().contains("#h may be"), "{}", table.refused());
    assert_eq!(table.line().input.value(), "What #h");
    assert_eq!(table.state().items.iter().count(), 0);
}

#[test]
fn words_suggest_a_theme_and_the_theme_its_official() {
    let mut table = Table::begun();
    table.press("qHow is torture prevented");
    let labels: Vec<&str> = table.line().offers.iter().map(|offer| offer.label.as_str()).collect();
    assert!(labels.contains(&"#torture"), "{labels:?}");
    assert!(labels.iter().any(|label| label.starts_with('@')), "{labels:?}");
}

#[test]
fn up_in_an_empty_line_brings_the_last_item_back_to_be_corrected() {
    let mut table = Table::begun();
    let at = table.now;
    table.press("qHow many visit #torture @j<Enter>").wait(2000).press("<Up>");
    assert_eq!(table.line().input.value(), "? How many visit #torture");
    assert!(table.line().title.starts_with("correct 1"), "{}", table.line().title);
    table.press("<C-u>!As many visits #torture<Enter>");
    let items: Vec<_> = table.state().items.iter().collect();
    assert_eq!(items.len(), 2, "what is emptied first is a new item");
    table.press("<Up>");
    for _ in 0.."visits #torture".len() {
        table.press("<Bs>");
    }
    table.press("cells #nhri<Enter>");
    let item = table.state().item(ItemNo(2)).unwrap();
    assert_eq!((&*item.text, &*item.themes[0], item.at), ("As many cells", "nhri", at + Ms(2000)));
    table.press("qNext<Enter>");
    assert_eq!(table.state().items.iter().count(), 3);
}

#[test]
fn the_moment_is_put_before_the_key_by_the_clerks_reaction_but_not_before_the_turn() {
    let mut review = plenary::review::load::sample().unwrap_or_else(|problems| panic!("{problems}")).review;
    review.modalities.reaction = Ms::seconds(2);
    let mut table = Table::of(review);
    table.press("n").wait(1000).press("n").wait(10_000);
    let opened = table.now;
    table.press("qOne");
    assert!(table.line().title.ends_with(", 2 s before the key"), "{}", table.line().title);
    table.press("<Enter><Enter>");
    assert_eq!(table.state().item(ItemNo(1)).unwrap().at, opened - Ms::seconds(2));
    table.wait(1000).press("n").wait(500);
    let began = table.speaking().began;
    table.press("qTwo<Enter>");
    let two = table.state().item(ItemNo(2)).unwrap();
    assert_eq!((two.at, table.state().authors(two)[0].as_str()), (began, "MYS"));
}

#[test]
fn a_key_puts_the_moment_earlier_and_later_within_the_turn() {
    let mut table = Table::begun();
    let opened = table.now;
    table.press("qOne<C-r><C-r><C-r><C-t>").wait(500);
    assert!(table.line().title.ends_with(", 2 s before the key"), "{}", table.line().title);
    table.press("<C-t><C-t><C-t><C-t>");
    assert!(!table.refused().is_empty(), "not after this very moment");
    for _ in 0..20 {
        table.press("<C-r>");
    }
    assert!(table.refused().contains("at the beginning of its turn"), "{}", table.refused());
    table.press("<Enter>");
    assert_eq!(table.state().item(ItemNo(1)).unwrap().at, table.speaking().began);
    assert!(table.state().item(ItemNo(1)).unwrap().at < opened);
}

#[test]
fn who_made_it_is_named_by_key_where_it_is_not_who_speaks() {
    let mut table = Table::begun();
    table.press("qOne<C-y>");
    assert_eq!(table.line().input.value(), "One by=");
    table.press("fran");
    assert_eq!(table.line().offers[0].label, "FRA");
    table.press("<Enter>");
    assert_eq!(table.line().input.value(), "One by=FRA");
    table.press("<Enter>");
    let one = table.state().item(ItemNo(1)).unwrap();
    assert_eq!((&*one.text, table.state().authors(one)[0].as_str()), ("One", "FRA"));
}

#[test]
fn what_repeats_an_earlier_recommendation_is_found_by_its_words_or_who_made_it() {
    let mut review = plenary::review::load::sample().unwrap_or_else(|problems| panic!("{problems}")).review;
    let earlier = |number: &str, code: &str, text: &str| plenary::review::Earlier {
        number: number.to_owned(),
        delegations: vec![plenary::review::Code::new(code).unwrap()],
        text: text.to_owned(),
    };
    review.earlier = vec![earlier("125.1", "FRA", "Abolish the death penalty"), earlier("125.34", "NOR", "Ratify the optional protocol")];
    let mut table = Table::of(review);
    table.press("n").wait(1000).press("n").wait(1000).press("!ratify that protocol repeats=");
    assert_eq!(table.line().offers[0].label, "125.34", "{:?}", table.line().offers);
    table.press("fran");
    assert_eq!(table.does(), "repeats 125.1, France: Abolish the death penalty");
    table.press("<Bs><Bs><Bs><Bs><Tab><Enter>");
    let item = table.state().item(ItemNo(1)).unwrap();
    assert_eq!((&*item.text, item.repeats.as_deref()), ("ratify that protocol", Some("125.34")));
}

#[test]
fn pasted_lines_are_items_once_they_were_seen() {
    let mut table = Table::begun();
    let opened = table.now;
    table.press("!").wait(3000).paste("- ratify the protocol #treaties\r\n\r\n? which shelters @i\r+ the moratorium\n");
    let Some(plenary::tui::ui::Overlay::Import(import)) = &table.desk.ui.overlay else { panic!("no preview") };
    let understood: Vec<&str> = import.lines.iter().map(|line| line.understood.as_deref().unwrap()).collect();
    assert_eq!(understood, ["recommendation #treaties", "question → Internal Affairs", "commendation"]);
    assert_eq!(import.does.as_deref(), Ok("log all 3 items"));
    assert_eq!(table.state().items.iter().count(), 0);
    table.wait(800).press("<Enter>");
    let items: Vec<(&str, Ms)> = table.state().items.iter().map(|item| (&*item.text, item.at)).collect();
    assert_eq!(items, [("ratify the protocol", opened), ("which shelters", opened), ("the moratorium", opened)]);
    assert_eq!(table.line().input.value(), "!", "the line is there again");
    assert_eq!(table.said(), "log all 3 items");
    // One key logged them, one takes them back, and one brings them back under their numbers.
    assert_eq!(table.record().last(), Some(&"log \"pasted lines\" ago=3.8s"));
    table.press("<Esc>u");
    assert_eq!(table.state().items.iter().count(), 0);
    table.press("U");
    assert_eq!(table.state().items.iter().map(|item| item.number).collect::<Vec<_>>(), [ItemNo(1), ItemNo(2), ItemNo(3)]);
    table.press("!");
    table.paste("one #xyzzy\ntwo");
    table.wait(800).press("<Enter>");
    assert_eq!(table.question().title, "Take 1 of 2 lines?");
    table.press("<Esc><Esc>");
    assert_eq!(table.state().items.iter().count(), 3);
}

#[test]
fn what_is_typed_and_not_logged_is_kept_for_the_next_start() {
    let mut table = Table::begun();
    table.press("qOne half<Esc>qOne half").press("<C-u>!two<Esc>+three");
    let kept = table.desk.drafts();
    assert_eq!(kept.lines().count(), 2, "{kept}");
    let began = table.now;
    let mut later = Table::begun();
    assert_eq!(later.desk.take_in_drafts(&kept), 2);
    later.wait(5000).press("q");
    assert_eq!(later.line().input.value(), "+three");
    assert!(later.line().title.starts_with("draft · "), "{}", later.line().title);
    later.press("<Enter>");
    let three = later.state().item(ItemNo(1)).unwrap();
    assert_eq!((&*three.text, three.at), ("three", began));
    assert_eq!(later.desk.drafts().lines().count(), 1);
    later.press("<Enter>q<Enter><Enter>");
    assert_eq!(later.desk.drafts(), "");
}

#[test]
fn an_item_without_a_theme_is_offered_to_whom_its_words_suggest() {
    let mut table = Table::begun();
    table.press("qHow is torture prevented<Enter><Enter>a");
    let first = &table.line().offers[0];
    assert_eq!(first.label, "p", "{:?}", table.line().offers);
    table.press("<Enter>");
    assert_eq!(table.state().item(ItemNo(1)).unwrap().lead.as_deref(), Some("prosecutor"));
}

#[test]
fn that_an_item_was_put_by_stands_on_its_key_until_it_is_logged() {
    let mut table = Table::begun();
    assert_eq!(table.hint("q"), Some("item"));
    table.press("qWhich law<Esc>").wait(1000);
    assert_eq!(table.hint("q"), Some("draft"));
    table.press("!another<Esc>").wait(1000);
    assert_eq!(table.hint("q"), Some("last of 2 drafts"));
    table.press("q<Enter><Enter>").wait(1000).press("q<Enter><Enter>").wait(1000);
    assert_eq!(table.hint("q"), Some("item"));
    assert_eq!(table.state().items.iter().count(), 2);
}

#[test]
fn a_file_with_questions_is_only_read_when_enter_is_pressed() {
    let mut table = Table::begun();
    table.press(":advance nowhere.csv");
    assert_eq!(table.line().does.as_deref(), Ok("advance nowhere.csv"));
}

#[test]
fn several_authors_may_be_typed_in_small_letters() {
    let mut table = Table::begun();
    table.press("qThey echo it by=fra,deu<Enter>");
    assert_eq!(table.line().input.value(), "They echo it by=fra,DEU");
    table.press("<Enter>");
    let by: Vec<String> = table.state().item(ItemNo(1)).unwrap().by.iter().map(ToString::to_string).collect();
    assert_eq!(by, ["FRA", "DEU"]);
}

#[test]
fn a_logged_item_that_is_only_looked_at_is_no_draft() {
    let mut table = Table::begun();
    table.press("qWhich law #police<Enter><Up>");
    assert!(table.line().title.starts_with("correct 1 "), "{}", table.line().title);
    table.press("<Esc>").wait(1000);
    assert_eq!((table.hint("q"), table.said()), (Some("item"), ""));
    table.press("q<Up> now<Esc>");
    assert_eq!(table.said(), "Kept as a draft; q brings it back");
    table.wait(1000).press("q<Enter>");
    assert_eq!(&*table.state().item(ItemNo(1)).unwrap().text, "Which law now", "it was put right, and not logged once more");
    assert_eq!(table.state().items.iter().count(), 1);
}

#[test]
fn every_draft_is_reached_by_looking_at_one_after_the_other() {
    let mut table = Table::begun();
    for text in ["one", "two", "three"] {
        table.press("!").press(text).press("<Esc>").wait(1000);
    }
    assert!(table.hint("q").unwrap().contains("3 drafts"));
    let mut seen = Vec::new();
    for _ in 0..3 {
        table.press("q");
        seen.push(table.line().input.value().to_owned());
        table.press("<Esc>").wait(1000);
    }
    assert_eq!(seen, ["!three", "!two", "!one"]);
}

#[test]
fn the_line_says_when_an_item_was_said_that_is_put_back() {
    let mut table = Table::begun();
    table.press("q");
    assert_eq!(table.does(), "close the line   ? asks  ! recommends  + commends  . comments");
    table.press("Which law ago=5s");
    assert!(table.does().starts_with("log the question, said at 09:00:07 "), "{}", table.does());
    table.press("<Enter>");
    assert_eq!(table.state().item(ItemNo(1)).unwrap().at, table.now - Ms(5000));
}
