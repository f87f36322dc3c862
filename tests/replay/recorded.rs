//! Recordings out of lines of the language, each at its moment.

use std::sync::Arc;

use crossterm::event::{Event as Terminal, KeyCode, KeyEvent, KeyModifiers};
use plenary::dialogue::{Dialogue, Event, Record, Seq, State};
use plenary::language;
use plenary::replay::{Player, Recording, Telling};
use plenary::review::{Ms, Review, duration, load};
use plenary::tui::keymap::Keymap;
use plenary::tui::player::Deck;

/// 23 January 2025, 14:30:00 in Geneva.
pub const OPENED: i64 = 1_737_639_000_000;

pub fn sample() -> Review {
    load::sample().unwrap_or_else(|problems| panic!("{problems}")).review
}

/// A session in which these lines were given, each at its moment.
pub fn session(review: Review, lines: &str) -> Dialogue {
    let mut dialogue = Dialogue::open(Arc::new(record(Seq(1), Ms::ZERO, "open", vec![Event::Opened(Arc::new(review))]))).unwrap();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (at, line) = line.split_once(' ').unwrap();
        let at = duration::parse(at).unwrap();
        let command = language::parse(line, &dialogue.state().review).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let decision = dialogue.decide("operator", &command, at).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let record = record(dialogue.seq().next(), at, line, decision.events);
        dialogue.apply(Arc::new(Record { moment: decision.moment, ..record })).unwrap();
    }
    dialogue
}

fn record(seq: Seq, at: Ms, command: &str, events: Vec<Event>) -> Record {
    Record { utc_ms: OPENED + at.0, seat: "operator".into(), command: command.into(), ..Record::of(seq, at, events) }
}

pub fn recording(dialogue: &Dialogue) -> Recording {
    Recording::of(dialogue.records().iter().map(|record| Record::clone(record))).unwrap()
}

/// A player with these lines.
pub fn player(lines: &str) -> Player {
    Player::new(recording(&session(sample(), lines)), Telling::Corrected)
}

/// A meeting with all that a bar shows: an answer at the opening, statements with items, a point of order, a wrong key, a
/// suspension, answers, the end.
pub const MEETING: &str = "
    0:30:00 begin
    0:30:10 answer foreign-affairs kind=opening
    0:48:00 done
    0:48:10 next
    0:48:40 ask How many visits in 2024? #torture @j
    0:49:31 next
    0:49:50 recommend ratify the protocol #treaties
    0:50:10 order RUS
    0:50:40 ruling dismissed
    0:50:45 done
    0:51:30 next
    0:51:32 next
    0:51:34 undo
    0:52:50 next
    0:53:00 commend the moratorium on executions
    0:54:10 suspend
    1:08:00 reconvene
    1:08:10 answer justice
    1:16:00 done
    1:16:30 note the chair thanks the interpreters
    1:17:00 next
    1:17:30 pause
    1:18:00 resume
    1:18:30 adjourn
";

/// A deck, a clock that stands until it is told, and someone's fingers.
pub struct Hand {
    pub deck: Deck,
    pub left: bool,
}

impl Hand {
    pub fn at_the_meeting() -> Hand {
        Hand::of(player(MEETING))
    }

    pub fn of(player: Player) -> Hand {
        Hand { deck: Deck::new(player, Keymap::standard()), left: false }
    }

    /// Keys at this very moment: characters, and `<Enter>`, `<Esc>`, `<Left>`, `<S-Left>` with Shift, `<PageDown>`.
    pub fn press(&mut self, keys: &str) -> &mut Hand {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).filter(|(name, _)| !name.is_empty());
            let mut held = KeyModifiers::NONE;
            let code = match named {
                Some((name, after)) => {
                    rest = after;
                    let shifted = name.strip_prefix("S-");
                    held.set(KeyModifiers::SHIFT, shifted.is_some());
                    match shifted.unwrap_or(name) {
                        "Enter" => KeyCode::Enter,
                        "Esc" => KeyCode::Esc,
                        "Left" => KeyCode::Left,
                        "Right" => KeyCode::Right,
                        "PageDown" => KeyCode::PageDown,
                        "PageUp" => KeyCode::PageUp,
                        "Tab" => KeyCode::Tab,
                        "Delete" => KeyCode::Delete,
                        "Up" => KeyCode::Up,
                        "Down" => KeyCode::Down,
                        "Home" => KeyCode::Home,
                        "End" => KeyCode::End,
                        other => panic!("no key {other}"),
                    }
                }
                None => {
                    rest = &rest[first.len_utf8()..];
                    KeyCode::Char(first)
                }
            };
            self.left |= !self.deck.press(&Terminal::Key(KeyEvent::new(code, held)));
        }
        self
    }

    pub fn wait(&mut self, ms: u64) -> &mut Hand {
        self.deck.pass(std::time::Duration::from_millis(ms));
        self
    }

    /// Where one is, as a session time: `0:52:50`, with `.5` where it is between two seconds.
    pub fn at(&self) -> String {
        let ms = self.deck.player.position().moment.0;
        let rest = if ms % 1000 == 0 { String::new() } else { format!(".{}", (ms % 1000) / 100) };
        format!("{}:{:02}:{:02}{rest}", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60)
    }

    pub fn state(&self) -> State {
        self.deck.player.state()
    }

    pub fn speaker(&self) -> String {
        self.state().speaking().map_or("nobody".to_owned(), |turn| turn.delegations[0].to_string())
    }

    pub fn said(&self) -> String {
        self.deck.message.as_ref().map_or(String::new(), |message| message.text.clone())
    }
}
