//! `plenary replay`: a session played back on a terminal, or one moment of it printed. The session is only read.

use std::path::PathBuf;

use clap::Args;

use super::output::{Output, complain};
use super::{Done, Stop};
use crate::dialogue::{Dialogue, Record};
use crate::language::describe;
use crate::replay::{Player, Position, Recording, Speed, Telling, moment};
use crate::review::{Ms, duration};
use crate::session::journal::{Found, look};
use crate::session::snapshot::Snapshot;
use crate::tui::Trouble;
use crate::tui::keymap::Keymap;
use crate::tui::player::{self, Deck, sheet};
use crate::tui::theme::Theme;
use crate::tui::ui::Message;

/// Plays a session back, or prints one moment of it; the session is only read
#[derive(Debug, Args)]
pub struct Replay {
    /// The session
    session: PathBuf,
    /// Where to begin: a session time (1:02:03) or a time of day (15:47:12)
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// How fast, from 0.1 to 1000; it plays at once then
    #[arg(long, value_name = "X")]
    speed: Option<String>,
    /// Print the screen of that moment as plain lines
    #[arg(long, conflicts_with = "json")]
    dump: bool,
    /// Print the state of that moment as JSON
    #[arg(long)]
    json: bool,
    /// Columns and rows of the printed screen
    #[arg(long, default_value = "80x24", value_name = "COLUMNSxROWS", requires = "dump")]
    size: String,
    /// With what was taken back later, as the screen showed it then
    #[arg(long)]
    undone: bool,
    /// Time without a record that is played before the rest is passed over, while silence is
    #[arg(long, value_name = "TIME", default_value = "2s")]
    silence: String,
}

impl Replay {
    /// Plays it, or prints what was asked for.
    pub fn run(self, out: &mut Output) -> Done {
        let speed: Option<Speed> = self.speed.as_deref().map(str::parse).transpose().map_err(Stop::unusable)?;
        let size = size(&self.size).map_err(Stop::unusable)?;
        let patience = duration::parse(&self.silence).map_err(Stop::unusable)?.max(Ms::ZERO);
        let (recording, damage) = self.recording()?;
        let keymap = Keymap::load().map_err(|bad| Stop::unusable(bad.to_string()))?;
        let theme = Theme::load().map_err(|bad| Stop::unusable(bad.to_string()))?;
        let telling = if self.undone { Telling::AsSeen } else { Telling::Corrected };
        let mut deck = Deck::new(Player::new(recording, telling), keymap);
        deck.source = Some(self.session.clone());
        deck.player.set_patience(patience);
        deck.player.seek(self.begins(&deck)?);
        if self.json {
            return json(&deck, out);
        }
        if self.dump {
            let rows = sheet(&mut deck, &theme, size.0, size.1).map_err(|small| Stop::unusable(small.to_string()))?;
            return Ok(out.line(rows.join("\n"))?);
        }
        // What was said before is behind the screen now.
        deck.message = damage.map(|text| Message { text, refused: true });
        if let Some(speed) = speed {
            deck.player.speed = speed;
            deck.player.play();
        }
        player::replay(deck, theme).map_err(|trouble| match trouble {
            Trouble::Terminal(error) => Stop::unusable(format!(
                "The player needs a terminal: {error}. Nothing was changed; with --dump one moment is printed without one"
            )),
            other => Stop::unusable(other.to_string()),
        })
    }

    /// Where it begins; what is printed without a time is the last moment.
    fn begins(&self, deck: &Deck) -> Result<Position, Stop> {
        let track = deck.player.track();
        match &self.at {
            Some(at) => {
                let moment = moment(at, deck.player.recording(), &|moment| deck.second_of_day(moment)).map_err(Stop::unusable)?;
                Ok(track.at(moment))
            }
            None if self.json || self.dump => Ok(track.last()),
            None => Ok(Position::default()),
        }
    }

    /// All that can be played, and why there is no more, which has been said.
    fn recording(&self) -> Result<(Recording, Option<String>), Stop> {
        let name = self.session.display();
        let Found { records, damage } = self.records()?;
        if records.is_empty() {
            let why = damage.map_or("holds no record".to_owned(), |damage| format!("is damaged: {damage}"));
            return Err(Stop::unusable(format!("{name}: {why}; it was left alone")));
        }
        let recording =
            Recording::of(records).map_err(|broken| Stop::unusable(format!("{name}: is damaged: {broken}; it was left alone")))?;
        let damage = damage.or_else(|| recording.damage.as_ref().map(ToString::to_string));
        let damage = damage.map(|damage| format!("{name}: {damage}; it is played up to there"));
        complain(damage.as_deref().unwrap_or_default());
        Ok((recording, damage))
    }

    fn records(&self) -> Result<Found, Stop> {
        if self.session.extension().is_some_and(|extension| extension == "toml") {
            return Err(Stop::unusable(format!("{} is a review and not a session; nothing of it can be played", self.session.display())));
        }
        look(&self.session).map_err(|error| Stop::unusable(error.to_string()))
    }
}

/// `80x24` as columns and rows.
fn size(written: &str) -> Result<(u16, u16), String> {
    let parts = written.split_once('x').and_then(|(columns, rows)| Some((columns.parse().ok()?, rows.parse().ok()?)));
    parts
        .filter(|(columns, rows)| (1..=1000).contains(columns) && (1..=1000).contains(rows))
        .ok_or_else(|| format!("\"{written}\" is no size of a screen; write columns and rows, as 80x24 or 120x40"))
}

/// What `plenary show --json` would have printed then.
fn json(deck: &Deck, out: &mut Output) -> Done {
    let (state, moment) = (deck.player.state(), deck.player.position().moment);
    let then: Option<Dialogue> = deck.player.recording().dialogue_until(moment).ok();
    let name = |record: &std::sync::Arc<Record>| describe(record, &state);
    let seat = "operator";
    let undo = then.as_ref().and_then(|then| then.undoable(seat).map(name));
    let redo = then.as_ref().and_then(|then| then.redoable(seat).map(name));
    let seq = then.as_ref().map_or(deck.player.newest(), Dialogue::seq);
    let snapshot = Snapshot::new(&state, seq, moment, undo, redo);
    let text = serde_json::to_string_pretty(&snapshot).map_err(|error| Stop::unusable(error.to_string()))?;
    Ok(out.line(text)?)
}
