//! What a verb of the language is: its arguments, its options, what it does, and how all that is written down.

mod verbs;

pub use verbs::CATALOGUE;

use crate::dialogue::RefusalCode;

/// One verb of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// The first word of the line.
    pub name: &'static str,
    /// Where it stands in help.
    pub group: Group,
    /// What follows it, in this order.
    pub arguments: &'static [Argument],
    /// Its own `NAME=…` words; every verb takes [`AGO`] besides.
    pub options: &'static [Named],
    /// One sentence for the operator.
    pub does: &'static str,
    /// Whether this version carries it out.
    pub carried_out: bool,
}

/// A value that is known by its place in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// How help writes it: `E`, `DEL`, `TEXT`.
    pub written: &'static str,
    /// What may stand there.
    pub value: Value,
    /// How often.
    pub times: Times,
}

/// How often an argument may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// Once.
    Once,
    /// Once or not at all.
    Optional,
    /// As often as one likes, or not at all.
    Any,
    /// Once or more.
    Many,
    /// Once or more, or not at all where an option says it instead.
    ManyOrNamed,
}

/// A value that is known by its name: `at=top`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The word before `=`.
    pub name: &'static str,
    /// How help writes what comes after it: `N|top|end`.
    pub written: &'static str,
    /// What may stand after it.
    pub value: Value,
    /// Whether the verb is nothing without it.
    pub required: bool,
}

/// `ago=D`, which every verb takes: it happened D before now.
pub const AGO: Named = Named { name: "ago", written: "D", value: Value::Span, required: false };

/// What a value is, for the parser, for completion and for help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A delegation.
    Delegation,
    /// Delegations with commas between them.
    Delegations,
    /// An entry of the list.
    Entry,
    /// An entry, or any delegation.
    EntryOrDelegation,
    /// Someone who was entered as a participant.
    Participant,
    /// The name of someone whom the review does not list.
    Name,
    /// A letter or a delegation, where an alphabetical order begins.
    Start,
    /// A place in the list.
    Place,
    /// An item or an entry.
    ItemOrEntry,
    /// An item's number.
    Item,
    /// Item numbers and ranges.
    Items,
    /// Item numbers and ranges, or a theme.
    ItemsOrTheme,
    /// `#theme`
    Theme,
    /// An official.
    Official,
    /// Officials with commas between them.
    Officials,
    /// A kind of turn.
    Kind,
    /// A segment of the meeting.
    Segment,
    /// A sort of item.
    Sort,
    /// A length of time.
    Span,
    /// A length of time with a sign: longer or shorter.
    Change,
    /// The number of an entry that was seen: `e12`.
    Seen,
    /// The number of a turn.
    Turn,
    /// The number of a record.
    Seq,
    /// Any number.
    Number,
    /// A regional group.
    Group,
    /// A file.
    File,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole command.
    Command,
    /// The rest of the line up to the first trailing option.
    Text,
}

impl Value {
    /// Whether a delegation can be meant by it, and so a name of several words.
    pub(super) fn is_delegation(self) -> bool {
        matches!(self, Value::Delegation | Value::Participant | Value::Entry | Value::EntryOrDelegation)
    }
}

/// The parts of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The meeting as a whole.
    Meeting,
    /// The list of speakers.
    List,
    /// The floor and its time.
    Floor,
    /// What is logged out of statements.
    Items,
    /// Who answers.
    Answers,
    /// The record, and taking back.
    Record,
}

impl Group {
    /// Every group, in the order of help.
    pub const ALL: [Group; 6] = [Group::Meeting, Group::List, Group::Floor, Group::Items, Group::Answers, Group::Record];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Group::Meeting => "The meeting",
            Group::List => "List of speakers",
            Group::Floor => "The floor",
            Group::Items => "Items",
            Group::Answers => "Who answers",
            Group::Record => "The record",
        }
    }
}

impl Verb {
    /// How the whole command is written: `move E at=N|top|end|before:E|after:E`.
    pub fn form(&self) -> String {
        let mut form = self.name.to_owned();
        for argument in self.arguments {
            let written = argument.written;
            form.push_str(&match argument.times {
                Times::Once => format!(" {written}"),
                Times::Optional => format!(" [{written}]"),
                Times::Any => format!(" [{written}…]"),
                Times::Many | Times::ManyOrNamed if written.contains('…') => format!(" {written}"),
                Times::Many | Times::ManyOrNamed => format!(" {written}…"),
            });
        }
        for option in self.options {
            let (name, written) = (option.name, option.written);
            form.push_str(&if option.required { format!(" {name}={written}") } else { format!(" [{name}={written}]") });
        }
        form
    }

    /// The option of that name.
    pub fn option(&self, name: &str) -> Option<&'static Named> {
        self.options.iter().chain([&AGO]).find(|option| option.name == name)
    }

    /// How many arguments must stand there, text apart.
    pub(super) fn least(&self) -> usize {
        self.places().filter(|argument| matches!(argument.times, Times::Once | Times::Many)).count()
    }

    /// How many may stand there, text apart; absent: any number.
    pub(super) fn most(&self) -> Option<usize> {
        let many = self.places().any(|argument| matches!(argument.times, Times::Many | Times::ManyOrNamed | Times::Any));
        (!many).then(|| self.places().count())
    }

    fn places(&self) -> impl Iterator<Item = &'static Argument> {
        self.arguments.iter().filter(|argument| argument.value != Value::Text)
    }

    /// Whether the line ends in free text.
    pub fn takes_text(&self) -> bool {
        self.arguments.last().is_some_and(|argument| argument.value == Value::Text)
    }
}

/// The verb of that name, in either case.
pub fn verb(name: &str) -> Option<&'static Verb> {
    CATALOGUE.iter().find(|verb| verb.name.eq_ignore_ascii_case(name))
}

/// What `plenary help commands` prints.
pub fn help_text() -> String {
    const COLUMN: usize = 34;
    let mut help = String::from(VALUES);
    for group in Group::ALL {
        help.push_str(&format!("\n{}\n", group.title()));
        for verb in CATALOGUE.iter().filter(|verb| verb.group == group) {
            let form = verb.form();
            let later = if verb.carried_out { "" } else { " (not yet in this version)" };
            if form.chars().count() > COLUMN {
                help.push_str(&format!("  {form}\n  {:COLUMN$}  {}{later}\n", "", verb.does));
            } else {
                help.push_str(&format!("  {form:COLUMN$}  {}{later}\n", verb.does));
            }
        }
    }
    help.push_str("\nWhy a command is refused\n");
    for codes in RefusalCode::ALL.chunks(CODES_IN_A_LINE) {
        let codes: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
        help.push_str(&format!("  {}\n", codes.join("  ")));
    }
    help
}

/// As many as 80 columns hold.
const CODES_IN_A_LINE: usize = 4;

const VALUES: &str = "\
Every command takes ago=D: it happened D before now.

  D      a length of time: 1:17, 90s, 2m, 1m30s, 1h, 0.5s; a bare number is refused
  DEL    a delegation: FRA, fr, france, or any part of its name in quotes
  E      an entry of the list: e12, its place now #3, or the delegation that waits
  O      an official: id or key; ? not yet known; an office in quotes enters a new one
  I      an item's number; several: 4 7 9-12
  K      a kind of turn of the modalities
  GROUP  a regional group that has a time bank
  TEXT   all up to the first trailing option; \"in quotes\" it is taken as it stands
         #theme and @official are taken out of the text of an item
";
