//! The values of the language, each read in one place: delegations, entries, officials, items, kinds, lengths of time.

use std::str::FromStr;

use crate::dialogue::{EntryNo, EntryRef, ItemNo, OfficialRef, Place, Reference, Refusal, RefusalCode, Sort, Start};
use crate::language::words::Word;
use crate::review::names::fold;
use crate::review::{Code, Fits, Ms, Review, Ruling, duration};

/// No command names more items than this; a slip in a range must not cost memory.
const MOST_ITEMS: u32 = 1000;

/// No length of time is longer; it keeps sums of times far from what a number can hold.
const LONGEST: Ms = Ms::seconds(1000 * 3600);

/// What was written, short enough for a sentence.
pub(super) fn shown(written: &str) -> String {
    let mut shown: String = written.chars().take(40).collect();
    if written.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

fn refuse<T>(code: RefusalCode, sentence: String) -> Result<T, Refusal> {
    Err(Refusal::new(code, sentence))
}

/// A delegation of the review.
pub(super) fn delegation(word: &Word, review: &Review) -> Result<Code, Refusal> {
    let named = |codes: &[Code]| codes.iter().map(|code| format!("{code} {}", review.name_of(*code))).collect::<Vec<_>>().join(", ");
    match review.find(&word.text) {
        Fits::One(code) => Ok(code),
        Fits::Several(codes) => {
            let more = if codes.len() > 8 { format!(" and {} more", codes.len() - 8) } else { String::new() };
            let some = codes.get(..8).unwrap_or(&codes);
            refuse(RefusalCode::Ambiguous, format!("\"{}\" fits several: {}{more}; write the code", shown(&word.text), named(some)))
        }
        Fits::None => {
            let near = review.near(&word.text);
            let hint = if near.is_empty() { String::new() } else { format!("; near it: {}", named(&near)) };
            refuse(RefusalCode::UnknownDelegation, format!("No delegation is called \"{}\"{hint}", shown(&word.text)))
        }
    }
}

/// Delegations with commas between them; none at all is an empty list.
pub(super) fn delegations(raw: &str, review: &Review) -> Result<Vec<Code>, Refusal> {
    let mut codes = Vec::new();
    for word in Word::list(raw) {
        if word.text.contains(',') && review.find(&word.text) == Fits::None {
            for part in word.text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
                codes.push(delegation(&Word::value(part), review)?);
            }
        } else if !word.text.is_empty() {
            codes.push(delegation(&word, review)?);
        }
    }
    Ok(codes)
}

/// An entry as someone names it; whether it exists is for the session to say.
pub(super) fn entry(word: &Word, review: &Review) -> Result<EntryRef, Refusal> {
    if word.quoted {
        return Ok(EntryRef::Delegation(delegation(word, review)?));
    }
    if let Some(place) = word.text.strip_prefix('#') {
        return match place.parse() {
            Ok(place) if is_number(word.text.get(1..)) => Ok(EntryRef::Place(place)),
            _ => no_entry(word),
        };
    }
    if is_number(Some(&word.text)) {
        return word.text.parse().map_or_else(|_| no_entry(word), |number| Ok(EntryRef::Bare(number)));
    }
    if is_number(word.text.strip_prefix(['e', 'E'])) {
        return seen(word).map(EntryRef::Number);
    }
    Ok(EntryRef::Delegation(delegation(word, review)?))
}

/// The number of an entry, `e12`.
pub(super) fn seen(word: &Word) -> Result<EntryNo, Refusal> {
    let digits = word.text.strip_prefix(['e', 'E']).filter(|digits| is_number(Some(digits)));
    match digits.and_then(|digits| digits.parse().ok()) {
        Some(number) => Ok(EntryNo(number)),
        None => no_entry(word),
    }
}

fn no_entry<T>(word: &Word) -> Result<T, Refusal> {
    let written = shown(&word.text);
    refuse(
        RefusalCode::UnknownEntry,
        format!("There is no entry {written}; an entry is written e12, #3 for the third now, or by its delegation"),
    )
}

fn is_number(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
}

/// A place in the list; absent where it is none.
pub(super) fn place(word: &Word, review: &Review) -> Result<Option<Place<EntryRef>>, Refusal> {
    let place = match word.text.to_ascii_lowercase().as_str() {
        "top" => Place::Top,
        "end" => Place::End,
        written => match (written.strip_prefix("before:"), written.strip_prefix("after:")) {
            (Some(entry_written), _) => Place::Before(entry(&Word::value(entry_written), review)?),
            (_, Some(entry_written)) => Place::After(entry(&Word::value(entry_written), review)?),
            _ => match written.strip_prefix('#').unwrap_or(written) {
                // A place beyond the end is the end, however far beyond.
                number if is_number(Some(number)) => match number.parse().unwrap_or(u32::MAX) {
                    0 => return Ok(None),
                    number => Place::At(number),
                },
                _ => return Ok(None),
            },
        },
    };
    Ok(Some(place))
}

/// What an entry refers to: a bare number is an item here.
pub(super) fn reference(word: &Word, review: &Review) -> Result<Reference<EntryRef>, Refusal> {
    if is_number(Some(&word.text)) && !word.quoted { item(word).map(Reference::Item) } else { entry(word, review).map(Reference::Entry) }
}

/// An official as someone names them; an `@` before the name does no harm.
pub(super) fn official(word: &Word) -> Option<OfficialRef> {
    let name = word.text.strip_prefix('@').filter(|name| !name.is_empty() && !word.quoted).unwrap_or(&word.text);
    match name {
        "" => None,
        "?" if !word.quoted => Some(OfficialRef::Unknown),
        name if word.quoted => Some(OfficialRef::Office(name.into())),
        name => Some(OfficialRef::Named(name.into())),
    }
}

/// One item.
pub(super) fn item(word: &Word) -> Result<ItemNo, Refusal> {
    match word.text.parse() {
        Ok(number @ 1..) if is_number(Some(&word.text)) => Ok(ItemNo(number)),
        _ => no_item(&word.text),
    }
}

/// Items in the order written, each once: `4 7 9-12`, with blanks or commas.
pub(super) fn items(words: &[Word]) -> Result<Vec<ItemNo>, Refusal> {
    let mut items: Vec<ItemNo> = Vec::new();
    for part in words.iter().flat_map(|word| word.text.split(',')).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (Ok(ItemNo(first)), Ok(ItemNo(last))) = (item(&Word::value(first)), item(&Word::value(last))) else {
            return no_item(part);
        };
        if first > last {
            return no_item(part);
        }
        if last - first >= MOST_ITEMS {
            return refuse(RefusalCode::UnknownItem, format!("{} is more than {MOST_ITEMS} items at once", shown(part)));
        }
        items.extend((first..=last).map(ItemNo));
    }
    let mut known = std::collections::HashSet::new();
    items.retain(|item| known.insert(*item));
    if items.len() > usize::try_from(MOST_ITEMS).unwrap_or(usize::MAX) {
        return refuse(RefusalCode::UnknownItem, format!("That is more than {MOST_ITEMS} items at once"));
    }
    if items.is_empty() { no_item("") } else { Ok(items) }
}

fn no_item<T>(written: &str) -> Result<T, Refusal> {
    refuse(RefusalCode::UnknownItem, format!("\"{}\" is not an item; items are written 4 7 9-12", shown(written)))
}

/// A sort of item.
pub(super) fn sort(word: &Word) -> Option<Sort> {
    match word.text.to_ascii_lowercase().as_str() {
        "question" => Some(Sort::Question),
        "recommendation" => Some(Sort::Recommendation),
        "comment" => Some(Sort::Comment),
        "commendation" => Some(Sort::Commendation),
        _ => None,
    }
}

/// A length of time; a sign has no place in it.
pub(super) fn span(word: &Word) -> Result<Ms, Refusal> {
    if word.text.starts_with(['+', '-']) {
        let without = shown(word.text.get(1..).unwrap_or_default());
        return refuse(RefusalCode::BadDuration, format!("A sign is for a change; here it is a length of time: {without}"));
    }
    change(word)
}

/// A change: longer, or with `-` shorter.
pub(super) fn change(word: &Word) -> Result<Ms, Refusal> {
    match duration::parse(&word.text) {
        Ok(time) if time <= LONGEST && time >= -LONGEST => Ok(time),
        Ok(_) => refuse(RefusalCode::BadDuration, format!("{} is longer than any meeting", shown(&word.text))),
        Err(_) if word.text.chars().count() > 40 => {
            refuse(RefusalCode::BadDuration, format!("\"{}\" is not a length of time", shown(&word.text)))
        }
        Err(complaint) => refuse(RefusalCode::BadDuration, complaint),
    }
}

/// Where an alphabetical order begins: one letter, whatever its accents, is itself, all else a delegation. Absent: a letter of
/// another alphabet.
pub(super) fn start(word: &Word, review: &Review) -> Result<Option<Start>, Refusal> {
    let mut letters = word.text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_alphabetic() => {
            let capital = fold(&word.text).chars().next().map(|plain| plain.to_ascii_uppercase());
            Ok(capital.filter(char::is_ascii_uppercase).map(Start::Letter))
        }
        _ => delegation(word, review).map(|code| Some(Start::Delegation(code))),
    }
}

/// A ruling of the chair.
pub(super) fn ruling(word: &Word) -> Option<Ruling> {
    match word.text.to_ascii_lowercase().as_str() {
        "upheld" => Some(Ruling::Upheld),
        "dismissed" => Some(Ruling::Dismissed),
        "noted" => Some(Ruling::Noted),
        _ => None,
    }
}

/// Digits and nothing else, as far as they are a number.
pub(super) fn digits<N: FromStr>(word: &Word) -> Option<N> {
    if is_number(Some(&word.text)) { word.text.parse().ok() } else { None }
}

/// A number from 1, as of a turn or a record.
pub(super) fn number(word: &Word) -> Option<u32> {
    digits(word).filter(|number| *number > 0)
}
