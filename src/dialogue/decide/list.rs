//! The list of speakers.

use super::{Decided, Numbers, refuse};
use crate::dialogue::{EntryNo, EntryRef, Event, Inscribe, Inscription, Place, Reference, Refusal, RefusalCode, State, Text};
use crate::review::{Code, Inscribed, Kind, Ms, Speaker};

impl State {
    pub(super) fn decide_inscribe(&self, numbers: Numbers, inscribe: &Inscribe, now: Ms) -> Decided {
        self.not_adjourned()?;
        let (delegations, entered) = match &inscribe.participant {
            Some(participant) => self.resolve_participant(participant).map(|(code, entered)| (vec![code], entered))?,
            None => (inscribe.delegations.clone(), None),
        };
        let kind = self.kind_to_inscribe(&delegations, inscribe.kind.as_deref())?;
        self.may_be_inscribed(&delegations, kind)?;
        if !self.list_is_open(now) && inscribe.late.is_none() && !self.review.modalities.closed_admits.contains(&kind.id) {
            let sentence = "The list of speakers is closed; late=\"the reason that the chair decided\" admits an entry";
            return refuse(RefusalCode::ListClosed, sentence);
        }
        positive(inscribe.time)?;
        let inscription = Inscription {
            entry: numbers.next_entry(),
            delegations,
            kind: Text::from(kind.id.as_str()),
            at: inscribe.at.map(|place| self.resolve_place(place)).transpose()?,
            time: inscribe.time,
            re: inscribe.re.map(|reference| self.resolve_reference(reference)).transpose()?,
            late: inscribe.late.clone(),
        };
        Ok(entered.into_iter().chain([Event::Inscribed(inscription)]).collect())
    }

    /// The whole file or nothing; every row that cannot be inscribed is named.
    pub(super) fn decide_import(&self, numbers: Numbers, file: &str, rows: &[Inscribed], now: Ms) -> Decided {
        self.not_adjourned()?;
        if !self.list_is_open(now) {
            return refuse(
                RefusalCode::ListClosed,
                "The list of speakers is closed, so nothing of the file was taken; inscribe with late=\"the reason that the chair decided\" admits an entry",
            );
        }
        if rows.is_empty() {
            return refuse(RefusalCode::Unreadable, format!("{file} names nobody; nothing was changed"));
        }
        // Each row is held against the list with those above it: together they may be one too many.
        let mut standing = self.clone();
        let mut inscriptions: Vec<Inscription> = Vec::with_capacity(rows.len());
        let mut refusals: Vec<Refusal> = Vec::new();
        for (row, entry) in rows.iter().zip((numbers.next_entry().0..).map(EntryNo)) {
            match standing.decide_row(entry, row) {
                Ok(inscription) => {
                    standing.inscribe(&inscription).map_err(|reason| Refusal::new(RefusalCode::NotAllowed, reason))?;
                    inscriptions.push(inscription);
                }
                Err(refusal) => refusals.push(refusal),
            }
        }
        match refusals.first() {
            None => Ok(vec![Event::Imported(inscriptions)]),
            Some(first) => {
                let all: Vec<&str> = refusals.iter().map(|refusal| refusal.sentence.as_str()).collect();
                refuse(first.code, format!("Nothing of {file} was taken: {}", all.join("; ")))
            }
        }
    }

    fn decide_row(&self, entry: EntryNo, row: &Inscribed) -> Result<Inscription, Refusal> {
        let kind = self.kind_to_inscribe(&row.delegations, row.kind.as_deref())?;
        self.may_be_inscribed(&row.delegations, kind)?;
        positive(row.time)?;
        Ok(Inscription {
            entry,
            delegations: row.delegations.clone(),
            kind: Text::from(kind.id.as_str()),
            at: None,
            time: row.time,
            re: None,
            late: None,
        })
    }

    pub(super) fn decide_withdraw(&self, entry: EntryRef) -> Decided {
        self.not_adjourned()?;
        Ok(vec![Event::Withdrawn(self.listed_entry(entry)?.number)])
    }

    pub(super) fn decide_restore(&self, entry: EntryRef) -> Decided {
        self.not_adjourned()?;
        let entry = self.withdrawn_entry(entry)?;
        let kind = self.resolve_kind(&entry.kind)?;
        self.may_be_inscribed(&entry.delegations, kind)?;
        Ok(vec![Event::Restored(entry.number)])
    }

    pub(super) fn decide_move(&self, entry: EntryRef, to: Place<EntryRef>) -> Decided {
        self.not_adjourned()?;
        let entry = self.listed_entry(entry)?.number;
        let to = self.resolve_place(to)?;
        if self.stands_there(entry, to) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Moved { entry, to }])
    }

    /// Moving what stands there already changes nothing and is not recorded (case TQ-07).
    fn stands_there(&self, entry: EntryNo, to: Place<EntryNo>) -> bool {
        let order: Vec<EntryNo> = self.listed().map(|listed| listed.number).collect();
        let neighbours = |first: EntryNo, second: EntryNo| order.windows(2).any(|pair| pair == [first, second]);
        let last = u32::try_from(order.len()).unwrap_or(u32::MAX);
        match to {
            Place::Top => order.first() == Some(&entry),
            Place::End => order.last() == Some(&entry),
            Place::At(place) => {
                let stands = order.iter().position(|other| *other == entry).and_then(|at| u32::try_from(at + 1).ok());
                stands == Some(place.clamp(1, last))
            }
            Place::Before(other) => other == entry || neighbours(entry, other),
            Place::After(other) => other == entry || neighbours(other, entry),
        }
    }

    pub(super) fn decide_time(&self, entry: EntryRef, time: Ms) -> Decided {
        self.not_adjourned()?;
        let entry = self.listed_entry(entry)?;
        positive(Some(time))?;
        if entry.time == Some(time) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Timed { entry: entry.number, time }])
    }

    /// The kind named, else a statement; several delegations speak only where the modalities have joint statements.
    fn kind_to_inscribe(&self, delegations: &[Code], kind: Option<&str>) -> Result<&Kind, Refusal> {
        if delegations.len() > 1 && self.kind(Kind::JOINT_STATEMENT).is_none() {
            return refuse(RefusalCode::UnknownKind, "These modalities have no joint statements; inscribe each delegation for itself");
        }
        let kind = self.resolve_kind(kind.unwrap_or(self.review.usual_kind(delegations)))?;
        self.may_speak_as(delegations, kind)?;
        Ok(kind)
    }

    /// Answers are the State under review's, and it takes the floor for nothing else.
    pub(super) fn may_speak_as(&self, delegations: &[Code], kind: &Kind) -> Result<(), Refusal> {
        let reviewed = self.review.state_under_review;
        let ours = delegations == [reviewed];
        match kind.speaker {
            Speaker::StateUnderReview if !ours => {
                let sentence = format!("\"{}\" is for {} only, the State under review", kind.id, self.review.name_of(reviewed));
                refuse(RefusalCode::NotAllowed, sentence)
            }
            Speaker::Delegation if self.review.modalities.has_answers() && delegations.contains(&reviewed) && !kind.interrupts => {
                let sentence =
                    format!("{} is under review: it takes the floor to answer, not for \"{}\"", self.review.name_of(reviewed), kind.id);
                refuse(RefusalCode::NotAllowed, sentence)
            }
            _ => Ok(()),
        }
    }

    fn may_be_inscribed(&self, delegations: &[Code], kind: &Kind) -> Result<(), Refusal> {
        if delegations.iter().enumerate().any(|(at, code)| delegations.iter().skip(at + 1).any(|other| other == code)) {
            return refuse(RefusalCode::Duplicate, format!("The same delegation is named twice: {}", self.names(delegations)));
        }
        // Several answer blocks may be planned ahead; the guard is against entering a delegation twice.
        let most = if kind.speaker == Speaker::StateUnderReview { 0 } else { self.review.modalities.entries_per_delegation };
        for code in delegations {
            let waiting = self.entries_waiting(*code, &kind.id);
            if most > 0 && u32::try_from(waiting).is_ok_and(|waiting| waiting >= most) {
                let sentence = format!("{} is in the list already ({})", self.review.name_of(*code), kind.name);
                return refuse(RefusalCode::Duplicate, sentence);
            }
            self.within_limit(*code, kind, waiting)?;
        }
        Ok(())
    }

    /// Refused when a delegation has had, is having or has `waiting` all the turns of a kind that it may have.
    pub(super) fn within_limit(&self, code: Code, kind: &Kind, waiting: usize) -> Result<(), Refusal> {
        match kind.limit() {
            Some(limit) if self.turns_had(code, &kind.id) + waiting >= limit => {
                let (name, kind) = (self.review.name_of(code), &kind.id);
                let sentence = format!(
                    "{name} has no turn of the kind \"{kind}\" left (limit {limit}, those that wait counted); kind= names another, \"withdraw\" takes an entry out"
                );
                refuse(RefusalCode::LimitReached, sentence)
            }
            _ => Ok(()),
        }
    }

    fn resolve_place(&self, place: Place<EntryRef>) -> Result<Place<EntryNo>, Refusal> {
        Ok(match place {
            Place::Top => Place::Top,
            Place::End => Place::End,
            Place::At(place) => Place::At(place),
            Place::Before(entry) => Place::Before(self.listed_entry(entry)?.number),
            Place::After(entry) => Place::After(self.listed_entry(entry)?.number),
        })
    }

    fn resolve_reference(&self, reference: Reference<EntryRef>) -> Result<Reference<EntryNo>, Refusal> {
        match reference {
            Reference::Item(item) => self.resolve_item(item).map(|item| Reference::Item(item.number)),
            Reference::Entry(EntryRef::Number(entry)) => match self.entries.get(entry) {
                Some(entry) => Ok(Reference::Entry(entry.number)),
                None => refuse(RefusalCode::UnknownEntry, format!("There is no entry {entry}")),
            },
            Reference::Entry(entry) => self.listed_entry(entry).map(|entry| Reference::Entry(entry.number)),
        }
    }
}

fn positive(time: Option<Ms>) -> Result<(), Refusal> {
    match time {
        Some(time) if time <= Ms::ZERO => refuse(RefusalCode::BadDuration, format!("{time} is no time to speak; write 1:30 or 90s")),
        _ => Ok(()),
    }
}
