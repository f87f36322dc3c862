//! The operator's terminal: the desk, and the session that its orders are for.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use jiff::tz::TimeZone;
use ratatui::Frame;

use super::console::{Console, attend, on_a_terminal};
use super::input::{Asked, Desk, Order, Step, What};
use super::keymap::Keymap;
use super::opening::{Left, Opened, Opening, Trouble, open};
use super::scene::Scene;
use super::theme::Theme;
use super::ui::Message;
use super::widgets::times;
use super::{wake, wall};
use crate::dialogue::{Refusal, Status};
use crate::export::{Place, Telling};
use crate::language;
use crate::review::{Ms, Review};
use crate::session::{self, Accepted, Clock, Drafts, Press, Session, SystemClock};

/// Whose terminal this is.
const SEAT: &str = "operator";

/// Opens the operator's terminal and comes back when it is left.
///
/// # Errors
/// [`Trouble`], before anything was drawn.
pub fn run(opening: Opening) -> Result<Left, Trouble> {
    run_by(opening, SystemClock::new())
}

/// The same by another clock than the host's: a whole meeting can be rehearsed in less time than it takes.
///
/// # Errors
/// Those of [`run`].
pub fn run_by(opening: Opening, clock: impl Clock + 'static) -> Result<Left, Trouble> {
    on_a_terminal(async {
        let clock: Arc<dyn Clock> = Arc::new(clock);
        let (keymap, theme) = (Keymap::load()?, Theme::load()?);
        let Opened { session, path, afresh, sentence } = open(opening, &clock).await?;
        let desk = Desk::new(keymap, SEAT, path.display().to_string());
        let zone = wall::zone(&session);
        let drafts = Drafts::beside(&path, SEAT);
        let mut app = App { session, clock, path, afresh, desk, drafts, theme, zone };
        app.welcome(sentence);
        app.take_in_drafts();
        attend(&mut app).await?;
        app.session.settle().await;
        Ok(Left { records: app.session.health().newest.0, path: app.path })
    })
}

struct App {
    session: Session,
    clock: Arc<dyn Clock>,
    path: PathBuf,
    /// The new session that is begun instead, if the operator wants one.
    afresh: Option<(Box<Review>, PathBuf)>,
    desk: Desk,
    drafts: Drafts,
    theme: Theme,
    zone: TimeZone,
}

impl Console for App {
    async fn press(&mut self, event: &Event, arrived: Instant) -> bool {
        self.session.advance();
        let waited = Ms(i64::try_from(arrived.elapsed().as_millis()).unwrap_or_default());
        let mut press = Press::new(self.desk.seat().clone(), &self.session);
        press.at = (press.at - waited).max(self.session.health().saved);
        let wall = |moment| wall::time(&self.session, &self.zone, moment);
        let seat = self.desk.seat().clone();
        let eye = self.desk.eye(self.session.dialogue(), &seat, press.at, &wall);
        match self.desk.press(event, &eye) {
            Step::None => true,
            Step::Submit(order) => {
                self.submit(&press, &order).await;
                true
            }
            Step::Read(file) => {
                let seat = self.desk.seat().clone();
                let eye = self.desk.eye(self.session.dialogue(), &seat, press.at, &wall);
                match session::list_in(&self.session.folder, &file) {
                    Ok(text) => self.desk.show_list(&file, &text, &eye),
                    Err(refusal) => self.desk.refuse(refusal.sentence),
                }
                true
            }
            Step::Exports => {
                let eye = self.desk.eye(self.session.dialogue(), &seat, press.at, &wall);
                self.desk.show_exports(Place::all(&self.path, self.session.state()), &eye);
                true
            }
            Step::Export(place) => {
                let written = place.write(&Telling::of(&self.session), &self.path);
                let eye = self.desk.eye(self.session.dialogue(), &seat, press.at, &wall);
                self.desk.exported(written, Place::all(&self.path, self.session.state()), &eye);
                true
            }
            Step::Leave => false,
            Step::BeginNew => {
                self.begin_new().await;
                true
            }
        }
    }

    /// What is typed and not logged is on the disk before anything else is waited for.
    fn pressed(&mut self) {
        if let Err(error) = self.drafts.keep(&self.desk.drafts()) {
            let text = format!("What is typed here is not kept beside the session: {error}. Enter still logs it");
            self.desk.ui.message.get_or_insert(Message { text, refused: true });
        }
    }

    fn changes_after(&self) -> Option<Duration> {
        let now = self.session.now();
        let figures = wake::after(self.session.state(), now, self.session.utc_of(now));
        let rest = self.desk.changes_at().map_or(figures, |at| figures.min(at - now).max(Ms::ZERO));
        // One more, so that the figure has surely changed by then.
        Some(Duration::from_millis(u64::try_from(rest.0).unwrap_or_default() + 1))
    }

    /// Others may have written, and figures have changed.
    async fn wake(&mut self) -> bool {
        if let Err(refusal) = self.session.catch_up().await {
            self.tell(refusal);
        }
        if self.session.state().status != Status::Open {
            self.session.settle().await;
        }
        true
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.session.advance();
        let now = self.session.now();
        let wall = |moment| wall::time(&self.session, &self.zone, moment);
        let dialogue = self.session.dialogue();
        let seat = self.desk.seat().clone();
        let eye = self.desk.eye(dialogue, &seat, now, &wall);
        let hints = self.desk.look_again(&eye);
        let scene = Scene {
            state: dialogue.state(),
            now,
            ui: &self.desk.ui,
            theme: &self.theme,
            wall: &wall,
            hints: &hints,
            records: dialogue.records(),
            saved: dialogue.seq(),
        };
        super::draw(frame, &scene);
        self.desk.shown(&eye);
    }
}

impl App {
    /// Carries out an order, and those that follow from the same key.
    async fn submit(&mut self, press: &Press, order: &Order) {
        self.carry_out(press, order).await;
        while let Some(order) = self.desk.goes_on() {
            let mut next = Press::new(self.desk.seat().clone(), &self.session);
            next.at = press.at.max(self.session.health().saved);
            self.carry_out(&next, &order).await;
        }
    }

    async fn carry_out(&mut self, press: &Press, order: &Order) {
        let answer = self.answer(press, order).await;
        self.session.advance();
        let wall = |moment| wall::time(&self.session, &self.zone, moment);
        let seat = self.desk.seat().clone();
        let eye = self.desk.eye(self.session.dialogue(), &seat, self.session.now(), &wall);
        self.desk.settle(order, answer.map(|accepted| accepted.seq), &eye);
    }

    /// Asked right before it is decided whether the order is still aimed at what the screen shows.
    async fn answer(&mut self, press: &Press, order: &Order) -> Result<Accepted, Refusal> {
        let (command, typed) = match &order.what {
            What::Command(command) => (command.clone(), language::print(command)),
            What::Line(line) => (language::parse(line, &self.session.state().review)?, line.trim().to_owned()),
        };
        let desk = &mut self.desk;
        self.session.submit_if(press, &command, &typed, |dialogue| desk.still(order, &command, press.at, dialogue)).await
    }

    /// Leaves the last session as it is and begins the new one.
    async fn begin_new(&mut self) {
        let Some((review, path)) = self.afresh.take() else { return };
        match Session::create(&path, *review, Arc::clone(&self.clock)).await {
            Ok(session) => {
                self.session.settle().await;
                self.session = session;
                self.desk.look_afresh();
                self.zone = wall::zone(&self.session);
                self.desk.name = path.display().to_string();
                self.drafts = Drafts::beside(&path, SEAT);
                self.path = path;
                self.take_in_drafts();
                (self.desk.ui.message, self.desk.ui.not_written) = (None, None);
            }
            Err(error) => self.desk.ui.message = Some(Message { text: error.to_string(), refused: true }),
        }
    }

    /// What was typed and not logged when the program last ended.
    fn take_in_drafts(&mut self) {
        let kept = self.drafts.read();
        let what = match self.desk.take_in_drafts(&kept) {
            0 => return,
            1 => "An item was typed and not logged: q brings it back".to_owned(),
            many => format!("{many} items were typed and not logged: q brings them back, the last one first"),
        };
        let before = self.desk.ui.message.take();
        let text = before.as_ref().map_or(what.clone(), |before| format!("{what} · {}", before.text));
        self.desk.ui.message = Some(Message { text, refused: before.is_some_and(|before| before.refused) });
    }

    /// What the operator must know at once of a session that goes on.
    fn welcome(&mut self, sentence: Option<String>) {
        self.desk.ui.message = sentence.map(|text| Message { text, refused: true });
        let wall = |moment| wall::time(&self.session, &self.zone, moment);
        let health = self.session.health();
        let now = self.session.now();
        if let Some(turn) = self.session.state().speaking() {
            let name = self.session.state().review.names(&turn.delegations);
            let since = times::to_the_second(wall(turn.began));
            let last = times::count_up(now - health.saved);
            let clock = if turn.paused { "is still paused" } else { "has gone on" };
            let text = format!("{name} has the floor since {since}; the clock {clock} (last record {last} ago)");
            self.desk.ui.message = Some(Message { text, refused: false });
        }
        self.desk.ui.not_written = health.read_only.map(|reason| format!("This session can only be read: {reason}"));
        if self.afresh.is_some() {
            let seat = self.desk.seat().clone();
            let eye = self.desk.eye(self.session.dialogue(), &seat, now, &wall);
            self.desk.ask(Asked::GoOn, &eye);
        }
    }

    fn tell(&mut self, refusal: Refusal) {
        self.desk.ui.message = Some(Message { text: refusal.sentence, refused: true });
    }
}
