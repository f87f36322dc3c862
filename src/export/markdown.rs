//! Markdown in which text from outside is text and nothing else.

use crate::review::names::steers;

/// A document while it is written; its parts stand a blank line apart.
#[derive(Debug, Default)]
pub(super) struct Document {
    text: String,
    in_list: bool,
}

impl Document {
    /// A heading, the first level for the document's own.
    pub fn heading(&mut self, level: usize, text: &str) {
        self.part(&format!("{} {text}", "#".repeat(level)));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.part(text);
    }

    /// One point of a list.
    pub fn point(&mut self, text: &str) {
        let point = format!("- {}", text.trim_end());
        if self.in_list {
            self.line(&point)
        } else {
            self.part(&point)
        }
        self.in_list = true;
    }

    /// A table. Where it has no rows, a sentence in its place.
    pub fn table<const WIDTH: usize>(&mut self, heading: [&str; WIDTH], rows: &[[String; WIDTH]], otherwise: &str) {
        if rows.is_empty() {
            return self.paragraph(otherwise);
        }
        let line = |cells: &[&str]| format!("| {} |", cells.join(" | "));
        self.part(&line(&heading));
        self.line(&line(&["---"; WIDTH]));
        for row in rows {
            self.line(&line(&row.each_ref().map(String::as_str)));
        }
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.text
    }

    fn part(&mut self, first: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(first);
        self.in_list = false;
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// Text from outside, on one line, without what Markdown or a terminal would take for more than its letters.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$') {
            plain.push('\\');
        }
        plain.push(if steers(c) { ' ' } else { c });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_makes_no_markup() {
        assert_eq!(plain("a|b <b>*x*</b>\n# [y](z)"), "a\\|b \\<b\\>\\*x\\*\\</b\\> \\# \\[y\\](z)");
    }

    #[test]
    fn a_table_without_rows_is_a_sentence() {
        let mut document = Document::default();
        document.table(["Who"], &[], "Nobody.");
        document.table(["Who"], &[["France".to_owned()]], "Nobody.");
        assert_eq!(document.finish(), "Nobody.\n\n| Who |\n| --- |\n| France |\n");
    }
}
