//! What is known to go wrong in players, each as a case (AS in the list of cases).

use std::time::Duration;

use plenary::replay::{Mark, Player, Telling, position};
use plenary::review::Ms;

use super::recorded::{Hand, MEETING, player};

const TWO: &str = "
    0:01 begin
    0:10 next
";

fn pass(player: &mut Player, ms: u64) -> Ms {
    player.pass(Duration::from_millis(ms));
    player.position().moment
}

#[test]
fn as_01_space_plays_and_space_pauses() {
    let mut hand = Hand::at_the_meeting();
    hand.press(" ");
    assert!(hand.deck.player.plays());
    hand.press(" ");
    assert!(!hand.deck.player.plays());
    hand.wait(5_000);
    assert_eq!(hand.at(), "0:00:00");
}

#[test]
fn as_02_the_arrows_go_by_seconds_and_the_brackets_by_turn() {
    let mut hand = Hand::at_the_meeting();
    hand.press("<Right><Right><Right><Left>");
    assert_eq!(hand.at(), "0:00:02");
    hand.press("<PageDown><Left><Left><Left>");
    assert_eq!(hand.at(), "0:00:59");
    hand.press("<Home><Left>");
    assert_eq!(hand.at(), "0:00:00");
    hand.press("<End><Right>");
    assert_eq!(hand.at(), "1:18:30");
    hand.press(">");
    assert_eq!((hand.at().as_str(), hand.said().as_str()), ("1:18:30", "No turn comes after this"));
    // With Shift a tenth of the 48:30 from the beginning of the meeting to its end.
    hand.press("<S-Left>");
    assert_eq!(hand.at(), "1:13:39");
    hand.press("<S-Left><Left>");
    assert_eq!(hand.at(), "1:08:47");
    hand.press("<S-Right><S-Right><S-Right>");
    assert_eq!(hand.at(), "1:18:30", "not past the end");
    hand.press("<Home><S-Right>");
    assert_eq!(hand.at(), "0:04:51");
    hand.press("<S-Left><S-Left>");
    assert_eq!(hand.at(), "0:00:00", "not before the start");
    hand.press("j<S-Down>");
    assert_eq!(hand.deck.ui.entry.map(|entry| entry.0), Some(2), "an arrow that means nothing else with Shift is the arrow");
}

#[test]
fn as_03_from_mark_to_mark_and_to_a_tenth() {
    let mut hand = Hand::at_the_meeting();
    hand.press(">");
    assert_eq!((hand.at().as_str(), hand.speaker().as_str()), ("0:30:10", "KAZ"));
    hand.press(">");
    assert_eq!((hand.at().as_str(), hand.speaker().as_str()), ("0:48:10", "MWI"));
    hand.press("<");
    assert_eq!(hand.at(), "0:30:10");
    hand.press(".");
    assert_eq!((hand.at(), hand.state().items.iter().count()), ("0:48:40".to_owned(), 1));
    hand.press(".,");
    assert_eq!(hand.at(), "0:48:40");
    hand.press("o");
    assert_eq!((hand.at().as_str(), hand.speaker().as_str()), ("0:50:10", "RUS"));
    hand.press("<Right>O");
    assert_eq!(hand.at(), "0:50:10");
    // The meeting goes from 0:30:00 to 1:18:30; half of it is 24:15.
    hand.press("%5");
    assert_eq!(hand.at(), "0:54:15");
    hand.press("%0");
    assert_eq!(hand.at(), "0:30:00");
}

#[test]
fn as_05_silence_is_passed_over_after_so_much_of_it() {
    for (patience, second) in [(None, 3_000), (Some(Ms(4_000)), 5_000)] {
        let mut player = player(TWO);
        player.set_patience(patience.unwrap_or(Ms(2_000)));
        assert!(player.toggle_silence());
        player.play();
        assert_eq!(pass(&mut player, 1_000), Ms(1_000));
        assert_eq!(player.position().after, 1);
        pass(&mut player, second - 1_000 - 1);
        assert_eq!(player.position().after, 1, "the second is still to come");
        pass(&mut player, 1);
        assert_eq!((player.position().after, player.position().moment), (2, Ms(10_000)));
    }
    let mut player = player(TWO);
    player.play();
    assert_eq!(pass(&mut player, 9_000), Ms(9_000), "not asked for, it is played");
}

#[test]
fn as_07_marks_belong_to_records_and_are_never_past_the_end() {
    let player = player(MEETING);
    for telling in [Telling::Corrected, Telling::AsSeen] {
        let track = player.recording().track(telling);
        for mark in [Mark::Turn, Mark::Order, Mark::Item] {
            assert!(!track.course.marks(mark).is_empty());
            for at in track.course.marks(mark) {
                assert!(at.moment <= track.end() && *at == track.after(at.after));
            }
        }
    }
}

#[test]
fn as_10_at_the_end_it_plays_from_the_start_and_time_stands_there() {
    let mut player = player(TWO);
    player.play();
    assert_eq!(pass(&mut player, 60_000), Ms(10_000));
    assert!(player.is_at_end() && !player.plays());
    assert_eq!(pass(&mut player, 60_000), Ms(10_000));
    player.play();
    assert_eq!((player.position().moment, player.position().after, player.plays()), (Ms(0), 0, true));
    player.skip(Ms(60_000));
    assert!(player.is_at_end() && !player.plays(), "to the end by hand is the end as well");
}

#[test]
fn as_11_it_stops_at_every_chosen_mark_and_goes_on() {
    let mut player = player(MEETING);
    assert!(player.toggle_stop(Mark::Order));
    player.speed = "1000".parse().unwrap();
    player.play();
    pass(&mut player, 3_600_000);
    assert_eq!((player.position().moment, player.plays()), (Ms(3_010_000), false));
    player.play();
    pass(&mut player, 3_600_000);
    assert!(player.is_at_end());

    let mut hand = Hand::at_the_meeting();
    hand.press("s> ");
    for stop in ["0:30:10", "0:48:10", "0:49:31"] {
        hand.wait(3_600_000);
        assert_eq!(hand.at(), stop);
        hand.press(" ");
    }
}

#[test]
fn as_11_several_sorts_of_marks_are_chosen_and_let_go_one_by_one() {
    let mut hand = Hand::at_the_meeting();
    hand.press("s");
    assert_eq!(hand.said(), "Stop at > turns, o points of order, . items, or no longer; s nowhere");
    hand.press("o").press("s.");
    assert_eq!(hand.said(), "stops at points of order, items");
    let stops = |hand: &mut Hand| {
        let mut stops = Vec::new();
        while {
            hand.press(" ").wait(86_400_000);
            !hand.deck.player.is_at_end()
        } {
            stops.push(hand.at());
        }
        hand.press("<Home>");
        stops
    };
    assert_eq!(stops(&mut hand), ["0:48:40", "0:49:50", "0:50:10", "0:53:00"]);
    hand.press("s.");
    assert_eq!(hand.said(), "stops at points of order");
    assert_eq!(stops(&mut hand), ["0:50:10"]);
    hand.press("sx");
    assert_eq!(hand.said(), "That was none of > o .: it stops where it did before");
    hand.press("s<Esc>").press("ss");
    assert_eq!(hand.said(), "stops only at the end");
    assert!(stops(&mut hand).is_empty());
}

/// What is a key in capitals too is that key; what is no key does nothing.
#[test]
fn tu_04_a_capital_is_its_letter_and_an_unknown_key_is_harmless() {
    let mut hand = Hand::at_the_meeting();
    hand.press("M");
    assert_eq!(hand.said(), "Silence is passed over");
    hand.press("G0:48:10<Enter>S> ");
    assert_eq!((hand.at().as_str(), hand.deck.player.plays()), ("0:48:10", true));
    let before = hand.state();
    for unknown in ["z", "Z", "é", "w", "^", "<Tab>", "<Delete>"] {
        hand.press(unknown);
    }
    assert!(hand.state() == before && hand.deck.player.plays() && !hand.left);
    assert_eq!(hand.said(), "That key means nothing here; ? shows those that do");
}

#[test]
fn as_13_a_bad_target_is_a_message_and_the_player_goes_on() {
    let mut hand = Hand::at_the_meeting();
    hand.press("g25:99:00<Enter>");
    assert_eq!(hand.at(), "0:00:00");
    hand.press("<Esc>>");
    assert_eq!(hand.at(), "0:30:10");
    let wall = |moment: Ms| u32::try_from(52_200 + moment.0 / 1000).unwrap();
    let player = player(MEETING);
    for (wrong, reason) in [
        ("25:00:00", "it goes from 0:00:00 to 1:18:30, which is 14:30:00 to 15:48:30 by the time of day"),
        ("14:29:59", "The recording has no \"14:29:59\""),
        ("110%", "write 0% to 100%"),
        ("turn 99", "The recording has no turn 99"),
        ("record 13", "Record 13 was taken back"),
        ("record 99", "the last is 25"),
        ("nowhere", "neither a time"),
        ("united", "could be"),
        ("SWE", "Sweden never has the floor"),
        ("", "Where to?"),
    ] {
        let told = position(wrong, &player, &wall).unwrap_err();
        assert!(told.contains(reason), "{wrong}: {told}");
    }
}

#[test]
fn as_14_where_it_begins_counts_once_and_a_pause_leaves_nothing_pending() {
    let mut player = player(TWO);
    player.seek(player.track().at(Ms(5_000)));
    player.play();
    pass(&mut player, 60_000);
    player.play();
    assert_eq!(player.position().moment, Ms(0), "the second time it begins at the start");

    player.speed = "0.1".parse().unwrap();
    pass(&mut player, 9);
    player.play_or_pause();
    player.play_or_pause();
    assert_eq!(pass(&mut player, 9), Ms(0), "nine tenths of a millisecond before the pause are gone");

    let mut hand = Hand::at_the_meeting();
    hand.press("%<Esc>5");
    assert_eq!(hand.at(), "0:00:00");
    hand.press("g0:40:00<Esc> ");
    assert!(hand.deck.player.plays());
    assert_eq!(hand.at(), "0:00:00");
}

#[test]
fn every_way_of_writing_a_place_leads_there() {
    let wall = |moment: Ms| u32::try_from(52_200 + moment.0 / 1000).unwrap();
    let mut player = player(MEETING);
    for (written, at) in [
        ("0:48:40", 2_920_000),
        ("48:40", 2_920_000),
        ("90s", 90_000),
        ("15:18:40", 2_920_000),
        ("15:20", 920_000),
        ("23:59", 1_439_000),
        ("50%", 3_255_000),
        ("2", 2_990_000),
        ("item 3", 3_180_000),
        ("turn 3", 2_971_000),
        ("record 3", 1_810_000),
        ("record 1", 0),
        ("malawi", 2_890_000),
        ("RUS", 3_010_000),
    ] {
        assert_eq!(position(written, &player, &wall).map(|to| to.moment), Ok(Ms(at)), "{written}");
    }
    // A delegation's next turn, and from the last on the first again.
    let first = position("kaz", &player, &wall).unwrap();
    player.seek(first);
    let second = position("kaz", &player, &wall).unwrap();
    assert_eq!((first.moment, second.moment), (Ms(1_810_000), Ms(4_090_000)));
    player.seek(second);
    assert_eq!(position("kaz", &player, &wall), Ok(first));
}

/// A long session is folded from kept states in the middle of it: what comes out is what a fold from the first record gives.
#[test]
fn in_a_long_session_every_position_is_the_fold_up_to_it() {
    use plenary::dialogue::Dialogue;
    use std::sync::Arc;

    let mut lines = String::from("0:00 begin\n0:01 next\n");
    for second in 2..3_000_u32 {
        let line = match second % 50 {
            0 => "next",
            10 | 13 => "undo",
            14 => "redo",
            30 => "back 1s",
            40 => "ask too late ago=7s",
            other if other % 2 == 0 => "ask how many #torture @j",
            _ => "recommend ratify",
        };
        lines.push_str(&format!("{}s {line}\n", second));
    }
    let session = super::recorded::session(super::recorded::sample(), &lines);
    let recording = super::recorded::recording(&session);
    let track = recording.track(Telling::AsSeen);
    let mut fold = Dialogue::open(Arc::clone(&session.records()[0])).unwrap();
    for (after, record) in (1..).zip(&session.records()[1..]) {
        fold.apply(Arc::clone(record)).unwrap();
        if after % 7 == 0 || (1000..1060).contains(&after) {
            assert!(track.state(track.after(after)) == *fold.state(), "after {after}: {}", record.command);
        }
    }
    assert!(track.kept() < 400, "undo and redo of what is near cost nothing: {}", track.kept());
}
