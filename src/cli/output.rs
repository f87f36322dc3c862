//! Plain lines to stdout and stderr. Text from outside never reaches a terminal as control sequences.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use crate::review::names::steers;

/// Stdout, a line at a time.
pub struct Output {
    stdout: BufWriter<Stdout>,
}

impl Output {
    /// The program's stdout.
    pub fn new() -> Output {
        Output { stdout: BufWriter::new(io::stdout()) }
    }

    /// Writes one line, or several; what would move a terminal's cursor or change its colours is made visible instead.
    ///
    /// # Errors
    /// The reader has gone, or the disk is full.
    pub fn line(&mut self, line: impl fmt::Display) -> io::Result<()> {
        writeln!(self.stdout, "{}", harmless(&line.to_string()))
    }

    /// Writes text that this program has made itself, colours included.
    ///
    /// # Errors
    /// As for [`Output::line`].
    pub fn made(&mut self, text: &[u8]) -> io::Result<()> {
        self.stdout.write_all(text)
    }

    /// Writes what is still held back.
    ///
    /// # Errors
    /// As for [`Output::line`].
    pub fn finish(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// Says on stderr why something was not done. An empty sentence says nothing.
pub fn complain(sentence: &str) {
    if !sentence.is_empty() {
        // Nobody is left to tell if stderr is gone.
        let _ = writeln!(io::stderr(), "{}", harmless(sentence));
    }
}

/// Says something on stderr that this program has made itself, colours included.
pub fn complain_made(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Whether whoever reads stderr wants colours.
pub fn colours() -> bool {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    wanted && io::stderr().is_terminal()
}

/// Text without what steers a terminal or turns the direction of reading, except for line ends.
pub fn harmless(text: &str) -> String {
    text.chars().map(|letter| if steers(letter) && letter != '\n' { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_a_terminal_is_made_visible() {
        assert_eq!(harmless("a\u{1b}[2Jb\r\n\u{9b}c"), "a\u{fffd}[2Jb\u{fffd}\n\u{fffd}c");
        assert_eq!(harmless("a\u{202e}b\u{2028}c e\u{301}\u{a0}\u{200d}"), "a\u{fffd}b\u{fffd}c e\u{301}\u{a0}\u{200d}");
    }
}
