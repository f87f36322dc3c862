//! A clerk who logs the 194 recommendations of a real review with theme and official, by keys only, four a minute of session time, out of a
//! statement a minute; and how many keys an item takes beyond its text.

use std::path::Path;

use plenary::dialogue::{Event, Sort};
use plenary::replay::Recording;
use plenary::review::names::fold;
use plenary::review::{Ms, Review, load};
use plenary::session::journal::look;

use crate::paced::Paced;

/// The first statement begins then.
const FIRST: Ms = Ms::seconds(60);
/// An item is begun so long after the one before it.
const SLOT: Ms = Ms::seconds(15);
/// In its slot: when the item's first letter is typed, when its text has been, and when it is logged.
const BEGUN: Ms = Ms::seconds(1);
const TYPED: Ms = Ms::seconds(9);
const LOGGED: Ms = Ms::seconds(12);

/// What is to be logged.
struct Recommended {
    text: String,
    theme: String,
    /// The official's id and handle.
    official: (String, char),
}

fn file(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name).display().to_string()
}

fn recommendations(review: &Review) -> Vec<Recommended> {
    let data = file("tests/data/recommendations-kazakhstan-2014.tsv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(data).unwrap();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let name = if &row[2] == "UN cooperation" { "cooperation" } else { &row[2] };
        let exact = review.themes.iter().find(|theme| fold(&theme.name) == fold(name) || fold(&theme.id) == fold(name));
        let theme = exact.or_else(|| review.themes.iter().find(|theme| fold(&theme.name).contains(&fold(name)))).unwrap();
        let official = review.officials.iter().find(|one| one.themes.contains(&theme.id)).unwrap();
        Recommended { text: row[3].to_owned(), theme: theme.id.clone(), official: (official.id.clone(), official.key.unwrap()) }
    });
    rows.collect()
}

/// A hand on the keys that counts what it presses beyond the text.
struct Clerk {
    paced: Paced,
    keys: usize,
}

impl Clerk {
    fn press(&mut self, at: Ms, keys: &[&str]) {
        self.keys += keys.len();
        self.paced.at(at).press(&keys.concat());
    }

    /// What the line offers, best first, once a whole frame shows this at the end of what is typed.
    fn offered(&mut self, typed: &str) -> Vec<String> {
        let squeezed = |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && *letter != '│').collect::<String>();
        let ending = format!("{}Enterlogtherecommendation", squeezed(typed));
        self.paced.terminal.see_in_a_frame(typed, |shown| squeezed(shown).contains(&ending));
        let shown = self.paced.terminal.shown();
        let rows = shown.lines().map(|row| row.trim_matches(['│', ' '])).skip_while(|row| !row.starts_with("Enter log"));
        rows.filter(|row| row.starts_with(['#', '@'])).map(|row| row.split_whitespace().next().unwrap().to_owned()).collect()
    }

    /// Takes an offer as it stands; one that does not stand among the first three is typed.
    fn take(&mut self, at: Ms, offered: &[String], mark: &str, shortest: &str) {
        match offered.iter().take(3).position(|label| label == mark) {
            Some(down) => self.press(at, &[vec!["\x1b[B"; down], vec!["\t"]].concat()),
            None => {
                let letters: Vec<String> = format!("{shortest}\t").chars().map(String::from).collect();
                self.press(at, &letters.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
    }

    /// Logs one in the slot that begins then, and tells the keys it took.
    fn log(&mut self, slot: Ms, one: &Recommended, review: &Review) -> usize {
        self.keys = 0;
        self.press(slot + BEGUN, &["!"]);
        self.paced.terminal.see("› !").press(&one.text);
        let theme = format!("#{}", one.theme);
        let offered = self.offered(&one.text);
        let shortest = (2..=theme.len()).find(|end| {
            let begun = |id: &str| theme.get(1..*end).is_some_and(|begun| id.starts_with(begun));
            review.themes.iter().filter(|theme| begun(&theme.id)).count() == 1
        });
        self.take(slot + TYPED, &offered, &theme, &format!(" {}", &theme[..shortest.unwrap_or(theme.len())]));
        let offered = self.offered(&format!("{}{theme}", one.text));
        let (official, key) = &one.official;
        self.take(slot + TYPED, &offered, &format!("@{official}"), &format!("@{key}"));
        self.paced.terminal.see_that(official, |shown| shown.contains(&format!("@{official}")) || shown.contains(&format!("@{key} ")));
        self.press(slot + LOGGED, &["\r"]);
        self.paced.terminal.see_that("an empty line", |shown| shown.contains("› ") && !shown.contains("Enter log the"));
        self.keys
    }
}

/// When the slot of an item begins, counted from 0.
fn slot(item: usize) -> Ms {
    FIRST + Ms(SLOT.0 * i64::try_from(item).unwrap())
}

#[test]
fn a_clerk_logs_194_recommendations_at_four_a_minute_with_theme_and_official_by_keys_only() {
    let folder = tempfile::tempdir().unwrap();
    let (source, session) = (file("config/reviews/kazakhstan-2014.toml"), folder.path().join("clerk.session"));
    let review = load::review(&source).unwrap().review;
    let all = recommendations(&review);
    assert_eq!(all.len(), 194);
    let mut paced = Paced::open(folder.path(), &source, &session);
    paced.terminal.see("NOT BEGUN").press("n").see("called:");
    let mut clerk = Clerk { paced, keys: 0 };
    let mut taken = Vec::new();
    for (statement, four) in all.chunks(4).enumerate() {
        clerk.paced.at(slot(statement * 4)).press("n").see(&format!("{} of 73", statement + 1));
        for (at, one) in four.iter().enumerate() {
            taken.push(clerk.log(slot(statement * 4 + at), one, &review));
        }
        // The line is closed by one key more, which is the last item's.
        clerk.paced.terminal.press("\r").see_that("the line is closed", |shown| !shown.contains("Esc keep draft"));
        *taken.last_mut().unwrap() += 1;
    }
    taken.sort_unstable();
    let mean = taken.iter().sum::<usize>() as f64 / taken.len() as f64;
    println!("keys an item beyond its text: median {}, mean {mean:.2}, most {}", taken[taken.len() / 2], taken[taken.len() - 1]);
    assert!(taken[taken.len() / 2] <= 4, "{taken:?}");

    let recording = Recording::of(look(&session).unwrap().records).unwrap();
    let logged = |events: &[Event]| events.iter().any(|event| matches!(event, Event::Logged(_)));
    let records: Vec<_> = recording.records().iter().filter(|record| logged(&record.events)).collect();
    let dialogue = recording.dialogue_until(recording.end()).unwrap();
    let items: Vec<_> = dialogue.state().items.iter().collect();
    assert_eq!((items.len(), records.len()), (194, 194));
    for (at, ((one, item), record)) in all.iter().zip(items).zip(records).enumerate() {
        let own = slot(at).0..slot(at + 1).0;
        assert!(own.contains(&item.at.0) && own.contains(&record.at.0), "{at}: begun {}, logged {}, {own:?}", item.at, record.at);
        assert_eq!((item.sort, item.turn.map(|turn| turn.0)), (Sort::Recommendation, u32::try_from(at / 4 + 1).ok()), "{item:?}");
        assert_eq!((&*item.themes[0], item.lead.as_deref()), (one.theme.as_str(), Some(one.official.0.as_str())), "{item:?}");
        assert_eq!(fold(&item.text), fold(&one.text));
    }
}
