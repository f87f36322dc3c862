//! What was understood of a review, for the person who wrote it.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{
    Allotment, AtZero, Code, Count, Fitting, Given, Inscribed, Kind, Ladder, Language, Modalities, Ms, Official, Pool, Review, Ruling,
    Rung, Speaker, Standing,
};

/// What `plenary check` prints: the meeting, the rules with the rung that the list takes, the speakers, who answers what.
pub fn summary(review: &Review) -> String {
    let mut lines = Lines::default();
    meeting(review, &mut lines);
    rules(&review.modalities, &mut lines);
    speakers(review, &mut lines);
    before(review, &mut lines);
    delegation(review, &mut lines);
    lines.0
}

/// Lines of a name and what is said about it, the names in one column.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn say(&mut self, name: &str, text: impl std::fmt::Display) {
        // Writing to a String can't fail.
        let _ = writeln!(self.0, "{name:<24} {text}");
    }

    fn head(&mut self, text: &str) {
        let _ = writeln!(self.0, "\n{text}");
    }
}

fn meeting(review: &Review, lines: &mut Lines) {
    lines.say("review", &review.title);
    if let Some(session) = &review.session {
        lines.say("session", session);
    }
    lines.say("starts", format!("{}, {}", when(&review.starts), review.time_zone));
    let sur = review.state_under_review;
    let answers = if review.modalities.has_answers() { "" } else { ", without a kind to answer in: speaks like any other" };
    lines.say("State under review", format!("{} ({sur}){answers}", review.name_of(sur)));
    if !review.troika.is_empty() {
        lines.say("troika", review.names(&review.troika));
    }
}

/// `2025-01-23T09:00:00` → `Thursday 23 January 2025, 09:00`.
fn when(starts: &str) -> String {
    let parsed = starts.parse::<jiff::civil::DateTime>();
    parsed.map_or_else(|_| starts.to_owned(), |at| at.strftime("%A %-d %B %Y, %H:%M").to_string())
}

fn rules(modalities: &Modalities, lines: &mut Lines) {
    lines.head(&format!("Modalities: {}", modalities.title));
    if let Some(source) = &modalities.source {
        lines.say("source", source);
    }
    let length = modalities.length.map_or("no length given".to_owned(), |length| length.to_string());
    let stop = modalities.hard_stop.map_or(String::new(), |stop| format!(", hard stop after {stop}"));
    let segments = if modalities.segments.is_empty() { String::new() } else { format!(": {}", modalities.segments.join(", ")) };
    lines.say("meeting", format!("{length}{stop}{segments}"));
    for pool in &modalities.pools {
        lines.say(&format!("pool {}", pool.name), pool.total);
    }
    if let Some(ladder) = &modalities.ladder {
        let rungs: Vec<String> = ladder.rungs.iter().map(|rung| in_words(*rung)).collect();
        let changeover =
            if ladder.changeover > Ms::ZERO { format!(", {} taken off for each change", ladder.changeover) } else { String::new() };
        lines.say("ladder", format!("{} out of {}{changeover}", rungs.join("; else "), ladder.pool));
    }
    let at_zero = match modalities.at_zero {
        AtZero::GoOn => "the clock counts on",
        AtZero::Stop => "the clock stands",
        AtZero::Cut => "the turn ends",
    };
    lines.say("thresholds", format!("warning {}, final {}; at zero {at_zero}", modalities.warning, modalities.last));
    let closes = modalities.closes_after.map_or("by hand".to_owned(), |after| format!("{after} after begin"));
    lines.say("list closes", format!("{closes}; then admits {}", or_nothing(&modalities.closed_admits)));
    let charged = |to: &Option<String>| to.clone().unwrap_or_else(|| "nobody".to_owned());
    lines.say("charged", format!("pauses to {}, gaps to {}", charged(&modalities.pause_charge), charged(&modalities.gap_charge)));
    if modalities.reaction > Ms::ZERO {
        lines.say("items", format!("belong to {} before the key: the reaction of who logs them", modalities.reaction));
    }
    for kind in &modalities.kinds {
        lines.say(&format!("kind {}", kind.id), rules_of(kind));
    }
    if !modalities.groups.is_empty() {
        let banks: Vec<String> = modalities.groups.iter().map(|Pool { name, total }| format!("{name} {total}")).collect();
        lines.say("time banks", banks.join(", "));
    }
}

fn in_words(rung: Rung) -> String {
    match rung {
        Rung::Standing { member, observer } => format!("{member} members, {observer} others"),
        Rung::Each(each) => format!("{each} each"),
        Rung::Divide { least } => format!("divided, at least {least}"),
    }
}

fn rules_of(kind: &Kind) -> String {
    let time = match &kind.time {
        Allotment::Ladder => "the ladder".to_owned(),
        Allotment::Pool => "what its pool has".to_owned(),
        Allotment::Fixed(time) => time.to_string(),
        Allotment::Successive(times) => times.iter().map(Ms::to_string).collect::<Vec<_>>().join(" then "),
    };
    let mut rules = vec![time];
    rules.extend(kind.pool.as_ref().map(|pool| format!("from {pool}")));
    rules.push(format!("rank {}", kind.rank));
    rules.extend((kind.count == Count::Up).then(|| "counts up".to_owned()));
    rules.extend(kind.interrupts.then(|| if kind.holds { "interrupts and holds" } else { "interrupts" }.to_owned()));
    rules.extend((kind.speaker == Speaker::StateUnderReview).then(|| "the State under review".to_owned()));
    rules.extend(kind.per_delegation.map(|times| format!("{times} for each delegation")));
    rules.extend((!kind.segments.is_empty()).then(|| format!("only in {}", kind.segments.join(" or "))));
    rules.extend((!kind.charged_when.is_empty()).then(|| {
        let rulings: Vec<&str> = kind.charged_when.iter().map(|ruling| ruled(*ruling)).collect();
        format!("charged only when {}", rulings.join(" or "))
    }));
    rules.join(", ")
}

fn ruled(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Upheld => "upheld",
        Ruling::Dismissed => "dismissed",
        Ruling::Noted => "noted",
    }
}

fn speakers(review: &Review, lines: &mut Lines) {
    let note = review.speakers_note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
    lines.head(&format!("List of speakers: {}{note}", review.speakers.len()));
    let delegations = || review.speakers.iter().flat_map(|entry| &entry.delegations).filter_map(|code| review.delegation(*code));
    let members = delegations().filter(|one| one.council_member).count();
    let observers = delegations().filter(|one| !one.council_member && one.standing == Standing::MemberState).count();
    lines.say(
        "standing",
        format!(
            "{members} members of the Council, {observers} other member States, {} others",
            delegations().count() - members - observers
        ),
    );
    if !review.delegations.iter().any(|one| one.council_member) {
        lines.say("", "the Council's membership in this year is not in delegations.toml: everyone counts as an observer; members = [...] says who is one");
    }
    let mut groups: Vec<(&str, usize)> = Vec::new();
    for group in delegations().map(|one| one.group.as_deref().unwrap_or("none")) {
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, count)) => *count += 1,
            None => groups.push((group, 1)),
        }
    }
    groups.sort_unstable();
    let groups: Vec<String> = groups.into_iter().map(|(name, count)| format!("{name} {count}")).collect();
    lines.say("groups", or_nothing(&groups));
    lines.say("alphabetical order", alphabet(review.language));
    lines.say("allotment", allotment(review));
    for (entry, place) in review.speakers.iter().zip(1..) {
        lines.say(&format!("{place:>4}"), inscribed(entry, review));
    }
}

fn alphabet(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::French => "French",
        Language::Spanish => "Spanish",
    }
}

fn inscribed(entry: &Inscribed, review: &Review) -> String {
    let who = |code: &Code| match review.delegation(*code) {
        Some(one) => format!("{} ({code}{})", one.name, if one.council_member { ", member" } else { "" }),
        None => code.to_string(),
    };
    let mut said = vec![entry.delegations.iter().map(who).collect::<Vec<_>>().join(" with ")];
    said.extend(entry.kind.clone());
    said.extend(entry.time.map(|time| time.to_string()));
    said.join(", ")
}

/// Which rung the list takes as it stands, and what each then gets.
fn allotment(review: &Review) -> String {
    if let Some(each) = review.each {
        return format!("{each} each, as announced by the chair: no rung is tried");
    }
    let Some(ladder) = &review.modalities.ladder else { return "as each kind says: there is no ladder".to_owned() };
    let fitted = fitting(review, ladder);
    let Some(given) = ladder.give(fitted) else { return "none: the ladder has no rungs".to_owned() };
    let Given { rung, member, observer } = given;
    let each =
        if member == observer { format!("{each} each", each = member) } else { format!("{member} for members, {observer} for others") };
    format!("rung {} of {}, {} for {}: {each}", rung + 1, ladder.rungs.len(), fitted.room, counted(fitted.count(), "speaker"))
}

/// Those of the list who draw on the ladder's pool, before the meeting begins.
fn fitting(review: &Review, ladder: &Ladder) -> Fitting {
    let room = review.modalities.pool(&ladder.pool).map_or(Ms::ZERO, |pool| pool.total);
    let mut fitting = Fitting { room, ..Fitting::default() };
    for entry in &review.speakers {
        let Some(kind) = review.modalities.kind(review.kind_of(entry)).filter(|kind| kind.pool.as_deref() == Some(&ladder.pool)) else {
            continue;
        };
        let is_member = |code: &Code| review.delegation(*code).is_some_and(|one| one.council_member);
        let own = entry.time.or(match &kind.time {
            Allotment::Fixed(time) => Some(*time),
            Allotment::Successive(times) => times.first().copied(),
            Allotment::Ladder | Allotment::Pool => None,
        });
        fitting.room = fitting.room - ladder.changeover - own.unwrap_or_default();
        match own {
            Some(_) => {}
            None if entry.delegations.iter().any(is_member) => fitting.members += 1,
            None => fitting.observers += 1,
        }
    }
    fitting
}

/// What was written before the meeting.
fn before(review: &Review, lines: &mut Lines) {
    if review.advance.is_empty() && review.earlier.is_empty() {
        return;
    }
    lines.head("Before the meeting");
    if !review.advance.is_empty() {
        let askers: BTreeSet<&Code> = review.advance.iter().flat_map(|asked| &asked.delegations).collect();
        let given = review.advance.iter().filter(|asked| review.lead_of(asked).is_some()).count();
        let (questions, askers) = (counted(review.advance.len(), "question"), counted(askers.len(), "delegation"));
        lines.say("advance questions", format!("{questions} of {askers}, {given} of them given to an official"));
    }
    if !review.earlier.is_empty() {
        let (first, last) = (review.earlier.first(), review.earlier.last());
        let numbers: Vec<&str> = first.into_iter().chain(last).map(|earlier| earlier.number.as_str()).collect();
        lines.say("earlier recommendations", format!("{}, {}", review.earlier.len(), numbers.join(" to ")));
    }
}

fn delegation(review: &Review, lines: &mut Lines) {
    lines.head(&format!("Delegation of {}: {}", review.name_of(review.state_under_review), counted(review.officials.len(), "official")));
    for official in &review.officials {
        let key = official.key.map_or(" ".to_owned(), String::from);
        lines.say(&format!("{key} {}", official.id), about(official, review));
    }
    let answered = |id: &String| review.officials.iter().any(|official| official.themes.contains(id));
    let unanswered: Vec<String> = review.themes.iter().map(|theme| &theme.id).filter(|id| !answered(id)).cloned().collect();
    lines.say("themes", review.themes.len());
    if !unanswered.is_empty() {
        lines.say("answered by nobody", unanswered.join(", "));
    }
}

fn about(official: &Official, review: &Review) -> String {
    let head = if official.head { " (head)" } else { "" };
    let name = official.name.as_ref().map_or(String::new(), |name| format!(", {name}"));
    let themes: Vec<&str> = official.themes.iter().filter_map(|id| review.theme(id)).map(|theme| theme.name.as_str()).collect();
    let themes = if themes.is_empty() { "no theme".to_owned() } else { themes.join("; ") };
    format!("{}{head}{name}: {themes}", official.office)
}

fn counted<N: PartialEq + From<u8> + std::fmt::Display>(n: N, what: &str) -> String {
    if n == N::from(1) { format!("1 {what}") } else { format!("{n} {what}s") }
}

fn or_nothing(words: &[String]) -> String {
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}
