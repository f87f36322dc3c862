//! What someone named, found in the state: entries, officials, themes, items, kinds.

use super::refuse;
use crate::dialogue::{Entry, EntryNo, EntryRef, EntryStatus, Event, Item, ItemNo, OfficialRef, Refusal, RefusalCode, State, Text, TurnNo};
use crate::review::{Code, Kind};

impl State {
    /// An entry that waits or is set aside; a delegation is named for the one that waits, where it has both.
    pub(super) fn listed_entry(&self, named: EntryRef) -> Result<&Entry, Refusal> {
        match named {
            EntryRef::Number(number) => {
                let entry = self.numbered(number)?;
                match entry.status {
                    EntryStatus::Waiting | EntryStatus::Aside => Ok(entry),
                    EntryStatus::Withdrawn => self.not_listed(entry, "was withdrawn; \"restore\" brings it back"),
                    EntryStatus::Taken => self.not_listed(entry, "has had the floor"),
                }
            }
            EntryRef::Place(place) => self.at_place(place).ok_or_else(|| self.nobody_at(place)),
            EntryRef::Bare(place) => Err(self.bare(place)),
            EntryRef::Delegation(code) if self.has_entry(code, EntryStatus::Waiting) => {
                self.only(code, self.listed().filter(|entry| entry.status == EntryStatus::Waiting), "waiting")
            }
            EntryRef::Delegation(code) => self.only(code, self.listed(), "waiting"),
        }
    }

    /// An entry that is to come back: a delegation is named for the one that is set aside, where it has both.
    pub(super) fn entry_aside(&self, named: EntryRef) -> Result<&Entry, Refusal> {
        match named {
            EntryRef::Delegation(code) if self.has_entry(code, EntryStatus::Aside) => {
                self.only(code, self.listed().filter(|entry| entry.status == EntryStatus::Aside), "set aside")
            }
            named => self.listed_entry(named),
        }
    }

    fn has_entry(&self, code: Code, status: EntryStatus) -> bool {
        self.listed().any(|entry| entry.status == status && entry.delegations.contains(&code))
    }

    /// An entry that was withdrawn.
    pub(super) fn withdrawn_entry(&self, named: EntryRef) -> Result<&Entry, Refusal> {
        let withdrawn = |entry: &&Entry| entry.status == EntryStatus::Withdrawn;
        match named {
            EntryRef::Number(number) => {
                let entry = self.numbered(number)?;
                if withdrawn(&entry) { Ok(entry) } else { self.not_listed(entry, "was not withdrawn") }
            }
            EntryRef::Place(_) => {
                refuse(RefusalCode::UnknownEntry, "An entry that was withdrawn has no place; name it by its delegation or its id")
            }
            EntryRef::Bare(place) => Err(self.bare(place)),
            EntryRef::Delegation(code) => self.only(code, self.entries.iter().filter(withdrawn), "withdrawn"),
        }
    }

    fn numbered(&self, number: EntryNo) -> Result<&Entry, Refusal> {
        let unknown = || Refusal::new(RefusalCode::UnknownEntry, format!("There is no entry {number}"));
        self.entries.get(number).ok_or_else(unknown)
    }

    fn at_place(&self, place: u32) -> Option<&Entry> {
        self.listed().nth(usize::try_from(place.checked_sub(1)?).ok()?)
    }

    fn nobody_at(&self, place: u32) -> Refusal {
        let sentence = format!("Nobody stands at place {place}; the list has {} entries", self.listed().count());
        Refusal::new(RefusalCode::UnknownEntry, sentence)
    }

    /// A screen shows entries under their ids, so that one is offered first.
    fn bare(&self, number: u32) -> Refusal {
        let shown = self.entries.get(number).map(|entry| format!("{} is {}", entry.number, self.names(&entry.delegations)));
        let placed = self.at_place(number).map(|entry| format!("#{number} is {} now", self.names(&entry.delegations)));
        let offers: Vec<String> = shown.into_iter().chain(placed).collect();
        let offer = if offers.is_empty() { "write e3 for an id, #3 for a place".to_owned() } else { offers.join(", ") };
        Refusal::new(RefusalCode::Ambiguous, format!("{number} could be an entry's id or a place in the list: {offer}"))
    }

    fn not_listed<T>(&self, entry: &Entry, why: &str) -> Result<T, Refusal> {
        let sentence = format!("{} ({}) {why}", entry.number, self.names(&entry.delegations));
        refuse(RefusalCode::UnknownEntry, sentence)
    }

    fn only<'a>(&self, code: Code, entries: impl Iterator<Item = &'a Entry>, state: &str) -> Result<&'a Entry, Refusal> {
        let theirs: Vec<&Entry> = entries.filter(|entry| entry.delegations.contains(&code)).collect();
        let name = self.review.name_of(code);
        match theirs.as_slice() {
            [entry] => Ok(entry),
            [] => refuse(RefusalCode::UnknownEntry, format!("{name} has no entry {state}")),
            several => {
                let listed: Vec<String> = several.iter().map(|entry| format!("{} ({})", entry.number, entry.kind)).collect();
                let sentence = format!("{name} has several entries {state}: {}; name one", listed.join(", "));
                refuse(RefusalCode::Ambiguous, sentence)
            }
        }
    }

    /// The names of delegations in a sentence.
    pub(in crate::dialogue) fn names(&self, delegations: &[Code]) -> String {
        delegations.iter().map(|code| self.review.name_of(*code)).collect::<Vec<_>>().join(", ")
    }

    /// The id of an official, and the fact that enters one who is not listed.
    pub(super) fn resolve_official(&self, named: &OfficialRef) -> Result<(Option<Text>, Option<Event>), Refusal> {
        match named {
            OfficialRef::Unknown => Ok((None, None)),
            OfficialRef::Named(word) => self.listed_official(word).map(|id| (Some(id), None)),
            OfficialRef::Office(office) => {
                if let Some(id) = self.known_as(office) {
                    return Ok((Some(id), None));
                }
                let id = self.free_id(office);
                Ok((Some(Text::clone(&id)), Some(Event::OfficialEntered { id, office: Text::clone(office) })))
            }
        }
    }

    /// Who is listed under these very words: an office, in full or short, a person's name, an id, a key.
    fn known_as(&self, words: &str) -> Option<Text> {
        let wanted = words.to_lowercase();
        let is_it = |known: &str| known.to_lowercase() == wanted;
        let is_key = |key: Option<char>| key.is_some_and(|key| is_it(key.encode_utf8(&mut [0; 4])));
        let speaking = self.officials.iter().find(|one| is_it(&one.office) || is_it(&one.id) || is_key(one.key));
        let in_the_review = || self.review.officials.iter().find(|one| is_it(&one.short) || one.name.as_deref().is_some_and(is_it));
        speaking.map(|one| Text::clone(&one.id)).or_else(|| in_the_review().map(|one| Text::from(one.id.as_str())))
    }

    /// An official who must be known.
    pub(super) fn known_official(&self, named: &OfficialRef) -> Result<(Text, Option<Event>), Refusal> {
        match self.resolve_official(named)? {
            (Some(id), entered) => Ok((id, entered)),
            (None, _) => refuse(RefusalCode::UnknownOfficial, "Which official? An item cannot be given to \"?\""),
        }
    }

    /// By id or key, else by the unambiguous beginning of an id.
    pub(super) fn listed_official(&self, word: &str) -> Result<Text, Refusal> {
        let mut letters = word.chars();
        let key = letters.next().filter(|_| letters.next().is_none());
        let exact = self.officials.iter().find(|official| {
            official.id.eq_ignore_ascii_case(word)
                || (key.is_some() && official.key.map(|k| k.to_ascii_lowercase()) == key.map(|k| k.to_ascii_lowercase()))
        });
        if let Some(official) = exact {
            return Ok(Text::clone(&official.id));
        }
        let beginning: Vec<&Text> = self.officials.iter().map(|official| &official.id).filter(|id| begins(id, word)).collect();
        match beginning.as_slice() {
            [id] => Ok(Text::clone(id)),
            [] => {
                let known: Vec<String> = self.officials.iter().map(handle).collect();
                let sentence =
                    format!("There is no official \"{word}\"; there are {}; an office in quotes enters another", known.join(", "));
                refuse(RefusalCode::UnknownOfficial, sentence)
            }
            several => {
                let fit: Vec<&str> = several.iter().map(|id| &***id).collect();
                refuse(RefusalCode::Ambiguous, format!("\"{word}\" fits several officials: {}", fit.join(", ")))
            }
        }
    }

    fn free_id(&self, office: &str) -> Text {
        let mut id = String::new();
        for letter in office.chars().flat_map(char::to_lowercase) {
            match letter {
                letter if letter.is_alphanumeric() => id.push(letter),
                _ if id.is_empty() || id.ends_with('-') => {}
                _ => id.push('-'),
            }
        }
        let id = if id.is_empty() { "official" } else { id.trim_end_matches('-') };
        let numbered = (2_u32..).map(|n| format!("{id}-{n}"));
        let mut free = std::iter::once(id.to_owned()).chain(numbered).filter(|id| self.official(id).is_none());
        free.next().map_or_else(|| Text::from(id), Text::from)
    }

    /// By id, else by the unambiguous beginning of an id.
    pub(super) fn resolve_theme(&self, word: &str) -> Result<Text, Refusal> {
        let themes = &self.review.themes;
        if let Some(theme) = themes.iter().find(|theme| theme.id.eq_ignore_ascii_case(word)) {
            return Ok(Text::from(theme.id.as_str()));
        }
        let beginning: Vec<&str> = themes.iter().map(|theme| theme.id.as_str()).filter(|id| begins(id, word)).collect();
        match beginning.as_slice() {
            [id] => Ok(Text::from(*id)),
            [] => {
                let known: Vec<&str> = themes.iter().map(|theme| theme.id.as_str()).collect();
                refuse(RefusalCode::UnknownTheme, format!("There is no theme \"{word}\"; there are {}", known.join(", ")))
            }
            several => refuse(RefusalCode::Ambiguous, format!("\"{word}\" fits several themes: {}", several.join(", "))),
        }
    }

    pub(super) fn resolve_item(&self, number: ItemNo) -> Result<&Item, Refusal> {
        let unknown = || {
            let merged = self.items.iter().find(|item| item.also.iter().any(|other| other.number == number));
            let sentence = match merged {
                Some(item) => format!("Item {number} was merged into {}; name that one", item.number),
                None => format!("There is no item {number}"),
            };
            Refusal::new(RefusalCode::UnknownItem, sentence)
        };
        self.items.get(number).ok_or_else(unknown)
    }

    pub(super) fn resolve_items(&self, numbers: &[ItemNo]) -> Result<Vec<&Item>, Refusal> {
        if numbers.is_empty() {
            return refuse(RefusalCode::UnknownItem, "Which items? Name them by number: 4 7 9-12");
        }
        numbers.iter().map(|number| self.resolve_item(*number)).collect()
    }

    pub(super) fn resolve_turn(&self, turn: Option<TurnNo>) -> Result<(), Refusal> {
        match turn.filter(|turn| self.turns.get(*turn).is_none()) {
            Some(turn) => refuse(RefusalCode::UnknownEntry, format!("There is no turn {turn}")),
            None => Ok(()),
        }
    }

    pub(super) fn resolve_kind(&self, id: &str) -> Result<&Kind, Refusal> {
        let unknown = || {
            let known: Vec<&str> = self.review.modalities.kinds.iter().map(|kind| kind.id.as_str()).collect();
            Refusal::new(RefusalCode::UnknownKind, format!("The modalities have no kind \"{id}\"; they have {}", known.join(", ")))
        };
        self.kind(id).ok_or_else(unknown)
    }
}

fn begins(id: &str, word: &str) -> bool {
    word.len() > 1 && id.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn handle(official: &crate::dialogue::Speaking) -> String {
    official.key.map_or_else(|| official.id.to_string(), |key| format!("{key} ({})", official.id))
}
