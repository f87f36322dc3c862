//! The last two rows: where one is in the meeting and what shape it has, and the keys, or the answer to the last one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::deck::Deck;
use crate::dialogue::State;
use crate::replay::{Column, Doing};
use crate::tui::keymap::Deed;
use crate::tui::theme::Theme;
use crate::tui::widgets::{Strip, columns_of, times};

/// What is left to the shape of the meeting, at least; the figures beside it give way.
const SHAPE: u16 = 20;
const SPEED: u16 = 6;

/// Draws the bar into one row.
pub(super) fn bar(deck: &Deck, state: &State, theme: &Theme, buf: &mut Buffer, area: Rect) {
    let player = &deck.player;
    let mut strip = Strip::new(buf, area, 0);
    strip.fill(' ', Style::new());
    let mut strip = Strip::new(buf, area, 0);
    let sign = match (player.plays(), player.is_at_end()) {
        (true, _) => "▶",
        (false, true) => "■",
        (false, false) => "‖",
    };
    strip.put(" ", theme.message).put(sign, theme.accent).put(" ", theme.message);
    strip.field(&player.speed.to_string(), SPEED, theme.message);
    strip.put(&times::to_the_second(deck.wall(player.position().moment)), theme.who).skip(2).skip_right(1);
    let turn = state.speaking().or(state.last_turn.and_then(|turn| state.turn(turn))).map_or(0, |turn| turn.number.0);
    let item = state.items.iter().next_back().map_or(0, |item| item.number.0);
    let (_, until) = player.track().meeting();
    for (text, columns) in [(format!("item {item}"), 9), (format!("turn {turn}"), 9), (times::to_the_minute(deck.wall(until)), 6)] {
        if strip.room() > SHAPE + columns {
            strip.field_right(&text, columns, theme.dim).skip_right(1);
        }
    }
    let columns = strip.room().saturating_sub(2);
    let here = player.track().column_of(player.position().moment, usize::from(columns));
    let passage = passage(deck, usize::from(columns));
    strip.put("├", theme.border);
    for (at, column) in player.track().shape(usize::from(columns)).iter().enumerate() {
        let (mark, style) = match passage {
            (Some(from), _) if from == at => ("[", theme.accent),
            (_, Some(until)) if until == at => ("]", theme.accent),
            (Some(from), Some(until)) if (from..until).contains(&at) => (drawn(column, theme).0, theme.accent),
            _ => drawn(column, theme),
        };
        strip.put(mark, if at == here { style.add_modifier(Modifier::REVERSED) } else { style });
    }
    strip.put("┤", theme.border);
}

/// The columns of the brackets around the passage that is played again and again; only the first while its end is still to come.
fn passage(deck: &Deck, columns: usize) -> (Option<usize>, Option<usize>) {
    let column = |moment| deck.player.track().column_of(moment, columns);
    let Some((from, until)) = deck.player.passage() else { return (deck.from.map(column), None) };
    // However short it is, both can be seen.
    let until = column(until).max(1);
    (Some(column(from).min(until - 1)), Some(until))
}

/// A statement is as high as what was logged in it.
fn drawn(column: &Column, theme: &Theme) -> (&'static str, Style) {
    match (column.doing, column.begins) {
        (Doing::Nothing, _) => ("─", theme.border),
        (Doing::Statement, _) => match column.items {
            0 => ("▁", theme.message),
            1 => ("▂", theme.message),
            2 | 3 => ("▃", theme.message),
            _ => ("▄", theme.message),
        },
        (Doing::Answer('o'), true) => ("O", theme.speaking),
        (Doing::Answer('c'), true) => ("C", theme.speaking),
        (Doing::Answer(_), true) => ("A", theme.speaking),
        (Doing::Answer(_), false) => ("═", theme.speaking),
        (Doing::Order, _) => ("!", theme.warning),
        (Doing::Paused, _) => ("┄", theme.warning),
        (Doing::Suspended, _) => ("|", theme.warning),
    }
}

/// Draws the keys into one row, or the answer to the last one; what is set otherwise than usual stands at the right, where there is room.
pub(super) fn keys(deck: &Deck, theme: &Theme, buf: &mut Buffer, area: Rect) {
    let mut strip = Strip::new(buf, area, 0);
    strip.fill(' ', Style::new());
    let mut strip = Strip::new(buf, area, 0);
    strip.skip(1).skip_right(1);
    let answered = deck.message.as_ref().map_or(0, |message| columns_of(&message.text).saturating_add(4));
    let settings = deck.settings();
    // What is most out of the ordinary stands first; as many as there is room for.
    let fits = |many: &usize| {
        settings.get(..*many).is_some_and(|some| columns_of(&some.join(" · ")) <= strip.room().saturating_sub(answered.max(SHAPE)))
    };
    let many = (0..=settings.len()).rev().find(fits).unwrap_or_default();
    strip.put_right(&settings.get(..many).unwrap_or_default().join(" · "), theme.accent);
    if let Some(message) = &deck.message {
        let style = if message.refused { theme.refused } else { theme.message };
        strip.put(if message.refused { "✗ " } else { "" }, style).put(&message.text, style);
        return;
    }
    for (deeds, does) in OFTEN {
        let keys: Vec<String> = deeds.iter().filter_map(|deed| Some(deck.keymap.keys(*deed).next()?.to_string())).collect();
        let keys = keys.join(" ");
        if columns_of(&keys).saturating_add(columns_of(does)).saturating_add(1) > strip.room() {
            break;
        }
        strip.put(&keys, theme.key).put(" ", theme.dim).put(does, theme.message).skip(2);
    }
}

/// What is wanted most, in this order; each way and its way back together.
const OFTEN: &[(&[Deed], &str)] = &[
    (&[Deed::Keys], "keys"),
    (&[Deed::Play], "play"),
    (&[Deed::TurnBack, Deed::TurnOn], "turn"),
    (&[Deed::ItemBack, Deed::ItemOn], "item"),
    (&[Deed::Slower, Deed::Faster], "speed"),
    (&[Deed::GoTo], "go to"),
    (&[Deed::Search], "find"),
    (&[Deed::Quit], "leave"),
    (&[Deed::SecondBack, Deed::SecondOn], "1 s"),
    (&[Deed::OrderBack, Deed::OrderOn], "point of order"),
    (&[Deed::RecordBack, Deed::RecordOn], "record"),
    (&[Deed::Silence], "silence"),
    (&[Deed::StopAt], "stops"),
    (&[Deed::Repeat], "passage"),
    (&[Deed::TakenBack], "taken back"),
    (&[Deed::TenthBack, Deed::TenthOn], "10 %"),
];
