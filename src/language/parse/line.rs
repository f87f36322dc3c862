//! A line taken apart as the table says: what stands in its place, what has a name, what is text.

use super::text::{self, Tail};
use super::values::shown;
use crate::dialogue::{Refusal, RefusalCode, Said};
use crate::language::catalogue::{Argument, Times, Value, Verb};
use crate::language::words::Word;
use crate::review::{Fits, Review};

/// One command's words, sorted out and counted, not yet understood.
pub(super) struct Line<'a> {
    pub verb: &'static Verb,
    pub review: &'a Review,
    /// What stands in its place, text apart.
    pub words: Vec<Word>,
    /// The text, where the verb has one.
    pub said: Said,
    options: Vec<(&'static str, String)>,
}

impl<'a> Line<'a> {
    /// Sorts words into arguments, text and options.
    pub fn read(verb: &'static Verb, words: Vec<Word>, review: &'a Review) -> Result<Line<'a>, Refusal> {
        let mut line = Line { verb, review, words: Vec::new(), said: Said::default(), options: Vec::new() };
        if verb.takes_text() {
            line.read_text(words)?;
        } else {
            line.read_words(words)?;
        }
        line.count()?;
        Ok(line)
    }

    fn read_text(&mut self, words: Vec<Word>) -> Result<(), Refusal> {
        let before = self.verb.arguments.len() - 1;
        let mut words = words.into_iter();
        self.words = words.by_ref().take(before).collect();
        let words: Vec<Word> = words.collect();
        let Tail { said, options } = text::read(self.verb, &words).map_err(|complaint| self.usage(&complaint))?;
        self.said = said;
        for (name, value) in options {
            self.add_option(name, value)?;
        }
        Ok(())
    }

    fn read_words(&mut self, words: Vec<Word>) -> Result<(), Refusal> {
        // A text without quotes, in an option behind all that the verb needs.
        let mut bare: Option<(&'static str, String)> = None;
        for word in words {
            if word.open {
                return Err(self.usage(&format!("The quotation mark in {} is never closed.", shown(&word.raw))));
            }
            match word.option() {
                None => match bare {
                    Some((name, begun)) => {
                        let begun = shown(&format!("{begun} {}", word.raw));
                        return Err(self.usage(&format!("A text with blanks stands in quotes: {name}=\"{begun} …\".")));
                    }
                    None => self.words.push(word),
                },
                Some((name, value)) => match self.verb.option(name) {
                    Some(option) => {
                        let is_bare =
                            option.value == Value::Text && !value.starts_with('"') && self.words.len() >= self.verb.least().max(1);
                        bare = is_bare.then(|| (option.name, value.to_owned()));
                        self.add_option(option.name, value.to_owned())?;
                    }
                    None => return Err(self.usage(&format!("{} has no {}=.", self.verb.name, shown(name)))),
                },
            }
        }
        Ok(())
    }

    fn add_option(&mut self, name: &'static str, value: String) -> Result<(), Refusal> {
        if self.options.iter().any(|(known, _)| *known == name) {
            return Err(self.usage(&format!("{name}= is there twice.")));
        }
        self.options.push((name, value));
        Ok(())
    }

    /// Whether there are as many arguments as the table asks for, and every option that is needed.
    fn count(&mut self) -> Result<(), Refusal> {
        let most = self.verb.most().unwrap_or(usize::MAX);
        if self.words.len() > most {
            self.join_name(most);
        }
        if self.words.len() < self.verb.least() {
            let needed = |argument: &&Argument| matches!(argument.times, Times::Once | Times::Many);
            let missing = self.verb.arguments.iter().filter(needed).nth(self.words.len());
            return Err(self.usage(&format!("{} is missing.", missing.map_or("Something", |argument| argument.written))));
        }
        if let Some(word) = self.words.get(most) {
            return Err(self.usage(&format!("\"{}\" is too much; what has blanks in it stands in quotes.", shown(&word.text))));
        }
        match self.verb.options.iter().find(|option| option.required && self.option(option.name).is_none()) {
            Some(option) => Err(self.usage(&format!("{}= is missing.", option.name))),
            None => Ok(()),
        }
    }

    /// `withdraw United Kingdom`: a delegation's name without its quotes, at the first place where it can be meant.
    fn join_name(&mut self, most: usize) {
        let surplus = self.words.len() - most + 1;
        let is_name = |(_, argument): &(usize, &Argument)| argument.value.is_delegation();
        for (at, _) in self.verb.arguments.iter().enumerate().filter(is_name) {
            if let Some(name) = self.words.get(at..at + surplus).and_then(|words| joined_name(words, self.review)) {
                self.words.splice(at..at + surplus, [name]);
                return;
            }
        }
    }

    /// The value of an option.
    pub fn option(&self, name: &str) -> Option<Word> {
        self.raw_option(name).map(Word::value)
    }

    /// The value of an option, quotes included.
    pub fn raw_option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The only argument, or the first.
    pub fn first(&self) -> Result<&Word, Refusal> {
        self.word(0)
    }

    /// The argument at a place, counted from 0.
    pub fn word(&self, at: usize) -> Result<&Word, Refusal> {
        self.words.get(at).ok_or_else(|| self.usage("Something is missing."))
    }

    /// What is wrong with the line, and how the command is written.
    pub fn usage(&self, complaint: &str) -> Refusal {
        Refusal::new(RefusalCode::Usage, format!("{complaint} Write: {}", self.verb.form()))
    }
}

/// Several words that are together the name of one delegation, and are not codes or names each for itself: `st lucia`, not `st lu`.
pub(super) fn joined_name(words: &[Word], review: &Review) -> Option<Word> {
    let is_name = |word: &Word| matches!(review.find_exactly(&word.text), Fits::One(_));
    if words.len() < 2 || words.iter().any(|word| word.quoted) || words.iter().all(is_name) {
        return None;
    }
    let name = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    (review.find(&name) != Fits::None).then(|| Word { raw: name.clone(), text: name, quoted: true, open: false })
}
