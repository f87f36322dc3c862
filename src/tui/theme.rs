//! Named styles out of a theme file: what is a warning looks the same on every screen.

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use toml::Spanned;

/// The theme that the program carries with it.
const STANDARD: &str = include_str!("../../config/theme.toml");

/// The file that is laid over it, from where the program is started.
const FILE: &str = "config/theme.toml";

/// What is wrong with a theme file, for the operator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {what}; the colours in use stay as they are", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct BadTheme {
    /// The file as it was named.
    pub file: String,
    /// Counted from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong and what would be right.
    pub what: String,
}

macro_rules! styles {
    ($($(#[$doc:meta])* $field:ident = $key:literal,)*) => {
        /// One style for each thing that has a meaning of its own.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$doc])* pub $field: Style,)*
        }

        impl Theme {
            /// The names that a theme file may give a style.
            pub const NAMES: &'static [&'static str] = &[$($key,)*];

            fn named(&mut self, name: &str) -> Option<&mut Style> {
                match name {
                    $($key => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

styles! {
    /// The bar at the top.
    title = "title",
    /// The title of a panel.
    panel = "panel",
    /// Frames and rules.
    border = "border",
    /// The frame of the panel that has the selection keys.
    focus = "focus",
    /// What is there to be looked up, not to be read.
    dim = "dim",
    /// A key that does something now.
    key = "key",
    /// The name of whoever has the floor.
    who = "who",
    /// A clock with enough time.
    speaking = "speaking",
    /// A clock near its end.
    warning = "warning",
    /// A clock at its end.
    last = "final",
    /// A clock beyond its end.
    over = "over",
    /// A clock that was stopped by hand, or with the meeting.
    paused = "paused",
    /// A turn underneath another.
    held = "held",
    /// A clock while nobody speaks.
    idle = "idle",
    /// The filled part of a bar. It keeps its colour in every state: to repaint clock and bar at once is too much for a slow line.
    used = "used",
    /// The part of a bar that is not filled.
    rest = "rest",
    /// What needs the hand now.
    accent = "accent",
    /// Who speaks next.
    next = "next",
    /// What the selection keys have chosen.
    selected = "selected",
    /// The sign of a question.
    question = "question",
    /// The sign of a recommendation.
    recommendation = "recommendation",
    /// The sign of a commendation.
    commendation = "commendation",
    /// The sign of a comment.
    comment = "comment",
    /// A theme's name.
    theme = "theme",
    /// A question that nobody has.
    to_assign = "to-assign",
    /// An item that an official has.
    assigned = "assigned",
    /// An item that was answered.
    answered = "answered",
    /// The answer to the last key.
    message = "message",
    /// The answer to a key that was refused.
    refused = "refused",
    /// Everything is on the disk.
    saved = "saved",
    /// Something could not be written.
    not_saved = "not-saved",
}

impl Theme {
    /// The styles of `config/theme.toml` where the program is started, laid over those that it carries with it;
    /// without colours where `NO_COLOR` says so (no-color.org: set and not empty).
    ///
    /// # Errors
    /// The first thing in the file that is not a style.
    pub fn load() -> Result<Theme, BadTheme> {
        let theme = match std::fs::read_to_string(FILE) {
            Ok(text) => Theme::read(&text, FILE)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Theme::standard(),
            Err(error) => return Err(BadTheme { file: FILE.to_owned(), line: None, what: error.to_string() }),
        };
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Ok(if plain { theme.without_colours() } else { theme })
    }

    /// The theme that the program carries with it.
    pub fn standard() -> Theme {
        let mut theme = Theme::default();
        // A test reads the same text, so that nothing can be wrong with it here.
        let _ = theme.lay_over(STANDARD, FILE);
        theme
    }

    /// The standard theme with a file's styles laid over it.
    ///
    /// # Errors
    /// The first thing in it that is not a style, with its line.
    pub fn read(text: &str, file: &str) -> Result<Theme, BadTheme> {
        let mut theme = Theme::standard();
        theme.lay_over(text, file)?;
        Ok(theme)
    }

    /// The same without colours, for `NO_COLOR`: bold, underlined and reversed stay.
    #[must_use]
    pub fn without_colours(mut self) -> Theme {
        for name in Theme::NAMES {
            if let Some(style) = self.named(name) {
                (style.fg, style.bg) = (None, None);
            }
        }
        self
    }

    fn lay_over(&mut self, text: &str, file: &str) -> Result<(), BadTheme> {
        let bad = |at: Option<usize>, what: String| {
            let line = at.and_then(|at| text.get(..at)).map(|before| before.matches('\n').count() + 1);
            BadTheme { file: file.to_owned(), line, what }
        };
        let styles: BTreeMap<Spanned<String>, Spanned<String>> =
            toml::from_str(text).map_err(|error| bad(error.span().map(|span| span.start), error.message().to_owned()))?;
        for (name, words) in &styles {
            let Some(style) = self.named(name.get_ref()) else {
                let what = format!("\"{}\" is not a style; the styles are {}", name.get_ref(), Theme::NAMES.join(", "));
                return Err(bad(Some(name.span().start), what));
            };
            *style = style_of(words.get_ref()).map_err(|what| bad(Some(words.span().start), what))?;
        }
        Ok(())
    }
}

/// Reads `bold reversed yellow on black`.
fn style_of(words: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut behind = false;
    for word in words.split_whitespace() {
        match word {
            "on" => behind = true,
            "bold" => style = style.add_modifier(Modifier::BOLD),
            "dim" => style = style.add_modifier(Modifier::DIM),
            "italic" => style = style.add_modifier(Modifier::ITALIC),
            "underlined" => style = style.add_modifier(Modifier::UNDERLINED),
            "reversed" => style = style.add_modifier(Modifier::REVERSED),
            colour => {
                let known = Color::from_str(colour).map_err(|_| {
                    format!("\"{colour}\" is not a colour; write a name such as red, light-blue or dark-gray, \"#ff8800\", or 0 to 255")
                })?;
                style = if behind { style.bg(known) } else { style.fg(known) };
                behind = false;
            }
        }
    }
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_theme_names_every_style() {
        let mut theme = Theme::default();
        assert_eq!(theme.lay_over(STANDARD, "theme.toml"), Ok(()));
        for name in Theme::NAMES {
            assert!(STANDARD.contains(&format!("\n{name} = ")), "{name}");
        }
        assert_eq!(theme.over, Style::new().fg(Color::Red).add_modifier(Modifier::BOLD | Modifier::REVERSED));
    }

    #[test]
    fn a_file_changes_only_what_it_names() {
        let theme = Theme::read("warning = \"underlined #ff8800 on 17\"", "mine.toml").unwrap_or_default();
        assert_eq!(theme.warning, Style::new().fg(Color::Rgb(255, 136, 0)).bg(Color::Indexed(17)).add_modifier(Modifier::UNDERLINED));
        assert_eq!(theme.over, Theme::standard().over);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let wrong = |text: &str| Theme::read(text, "mine.toml").map_err(|bad| bad.to_string()).err().unwrap_or_default();
        assert!(
            wrong("dim = \"red\"\nacent = \"red\"")
                .starts_with("mine.toml, line 2: \"acent\" is not a style; the styles are title, panel,")
        );
        assert!(wrong("over = \"bold redd\"").starts_with("mine.toml, line 1: \"redd\" is not a colour"));
        assert!(wrong("\nover = 3").starts_with("mine.toml, line 2: "), "{}", wrong("\nover = 3"));
        assert!(wrong("over").starts_with("mine.toml, line 1: "));
    }

    #[test]
    fn without_colours_every_urgent_style_still_stands_out() {
        let plain = Theme::standard().without_colours();
        for style in [plain.warning, plain.last, plain.over, plain.paused, plain.held, plain.not_saved, plain.accent, plain.to_assign] {
            assert!(style.fg.is_none() && style.bg.is_none() && !style.add_modifier.is_empty());
        }
    }
}
