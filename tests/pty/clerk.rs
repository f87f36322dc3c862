//! A clerk who logs the 194 recommendations of a real review with theme and official, by keys only, four out of each statement; and how
//! many keys an item takes beyond its text.

use std::path::Path;
use std::time::Duration;

use plenary::review::names::fold;
use plenary::review::{Review, load};

use crate::terminal::Terminal;

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
    terminal: Terminal,
    keys: usize,
}

impl Clerk {
    fn press(&mut self, keys: &[&str]) {
        self.keys += keys.len();
        self.terminal.press(&keys.concat());
    }

    /// What the line offers, best first, once it has come to rest with this at the end of what is typed.
    fn offered(&mut self, typed: &str) -> Vec<String> {
        let squeezed = |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && *letter != '│').collect::<String>();
        let ending = format!("{}Enterlogtherecommendation", squeezed(typed));
        let mut written = 0;
        self.terminal.see_that(typed, |shown| squeezed(shown).contains(&ending));
        while written != self.terminal.written().len() {
            written = self.terminal.written().len();
            std::thread::sleep(Duration::from_millis(15));
        }
        let shown = self.terminal.shown();
        let rows = shown.lines().map(|row| row.trim_matches(['│', ' '])).skip_while(|row| !row.starts_with("Enter log"));
        rows.filter(|row| row.starts_with(['#', '@'])).map(|row| row.split_whitespace().next().unwrap().to_owned()).collect()
    }

    /// Takes an offer as it stands; one that does not stand among the first three is typed.
    fn take(&mut self, offered: &[String], mark: &str, shortest: &str) {
        match offered.iter().take(3).position(|label| label == mark) {
            Some(down) => self.press(&[vec!["\x1b[B"; down], vec!["\t"]].concat()),
            None => {
                let letters: Vec<String> = format!("{shortest}\t").chars().map(String::from).collect();
                self.press(&letters.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
    }

    /// Logs one, and tells the keys it took.
    fn log(&mut self, one: &Recommended, review: &Review) -> usize {
        self.keys = 0;
        self.press(&["!"]);
        self.terminal.see("› !").press(&one.text);
        let theme = format!("#{}", one.theme);
        let offered = self.offered(&one.text);
        let shortest = (2..=theme.len()).find(|end| {
            let begun = |id: &str| theme.get(1..*end).is_some_and(|begun| id.starts_with(begun));
            review.themes.iter().filter(|theme| begun(&theme.id)).count() == 1
        });
        self.take(&offered, &theme, &format!(" {}", &theme[..shortest.unwrap_or(theme.len())]));
        let offered = self.offered(&format!("{}{theme}", one.text));
        let (official, key) = &one.official;
        self.take(&offered, &format!("@{official}"), &format!("@{key}"));
        self.terminal.see_that(official, |shown| shown.contains(&format!("@{official}")) || shown.contains(&format!("@{key} ")));
        self.press(&["\r"]);
        self.terminal.see_that("an empty line", |shown| shown.contains("› ") && !shown.contains("Enter log the"));
        self.keys
    }
}

#[test]
fn a_clerk_logs_194_recommendations_with_theme_and_official_by_keys_only() {
    let folder = tempfile::tempdir().unwrap();
    let source = file("config/reviews/kazakhstan-2014.toml");
    let review = load::review(&source).unwrap().review;
    let all = recommendations(&review);
    assert_eq!(all.len(), 194);
    let mut terminal = Terminal::open(folder.path(), &["open", &source]);
    terminal.see("NOT BEGUN").press("n").see("called:").press_until("n", "SPEAKING");
    let mut clerk = Clerk { terminal, keys: 0 };
    let mut taken = Vec::new();
    for (statement, four) in all.chunks(4).enumerate() {
        if statement > 0 {
            clerk.terminal.press_until("n", &format!("{} of 73", statement + 1));
        }
        taken.extend(four.iter().map(|one| clerk.log(one, &review)));
        // The line is closed by one key more, which is the last item's.
        clerk.terminal.press("\r").see_that("the line is closed", |shown| !shown.contains("Esc keep draft"));
        *taken.last_mut().unwrap() += 1;
    }
    taken.sort_unstable();
    let mean = taken.iter().sum::<usize>() as f64 / taken.len() as f64;
    println!("keys an item beyond its text: median {}, mean {mean:.2}, most {}", taken[taken.len() / 2], taken[taken.len() - 1]);
    assert!(taken[taken.len() / 2] <= 4, "{taken:?}");

    let session = std::fs::read_dir(folder.path().join("sessions")).unwrap().map(|file| file.unwrap().path());
    let session = session.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "session")).unwrap();
    let shown = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("plenary"))
        .args(["show", session.to_str().unwrap(), "--json", "items"])
        .output();
    let items: serde_json::Value = serde_json::from_slice(&shown.unwrap().stdout).unwrap();
    for (at, one) in all.iter().enumerate() {
        let item = &items[at];
        assert_eq!(item["sort"], "recommendation", "{item}");
        assert_eq!((&item["themes"][0], &item["lead"]), (&one.theme.as_str().into(), &one.official.0.as_str().into()), "{item}");
        assert_eq!(fold(item["text"].as_str().unwrap()), fold(&one.text));
    }
}
