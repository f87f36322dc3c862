//! Who takes part and is not in the review.

use super::{Decided, refuse};
use crate::dialogue::{EntryStatus, Event, Participant, Refusal, RefusalCode, State, Text};
use crate::review::{Code, Fits, Standing, names};

impl State {
    /// The code of a participant, and the fact that enters one who is new.
    pub(super) fn resolve_participant(&self, participant: &Participant) -> Result<(Code, Option<Event>), Refusal> {
        let name = participant.name.trim();
        match self.review.find_exactly(name) {
            Fits::One(code) if self.review.delegation(code).is_some_and(|one| one.standing == Standing::Participant) => Ok((code, None)),
            Fits::None => {
                let key = names::fold(name);
                if key.is_empty() {
                    return refuse(RefusalCode::UnknownDelegation, "Who? A participant needs a name");
                }
                let code = self.free_code(&key);
                let (name, key, sort_key) = (Text::from(name), Text::from(key), Text::clone(&participant.sort_key));
                Ok((code, Some(Event::ParticipantEntered { code, name, key, sort_key })))
            }
            Fits::One(code) => {
                let sentence = format!("{} is a delegation of the review ({code}); inscribe it as that", self.review.name_of(code));
                refuse(RefusalCode::Duplicate, sentence)
            }
            Fits::Several(codes) => refuse(RefusalCode::Ambiguous, format!("\"{name}\" is already what is called {}", self.names(&codes))),
        }
    }

    /// The first letters of the words, else of the first word; numbered where someone has that code.
    fn free_code(&self, key: &str) -> Code {
        let plain = |letter: &char| letter.is_ascii_alphanumeric();
        let initials: String = key.split(' ').filter_map(|word| word.chars().find(plain)).take(6).collect();
        let letters: String = key.chars().filter(plain).take(3).collect();
        let short = if initials.len() > 1 { initials } else { letters };
        let short = if short.is_empty() { "PART".to_owned() } else { short };
        let numbered = (2_u32..).map(|number| format!("{short}{number}"));
        let codes = std::iter::once(short.clone()).chain(numbered).filter_map(|code| Code::new(&code).ok());
        let mut free = codes.filter(|code| self.review.find_exactly(code.as_str()) == Fits::None);
        free.next().unwrap_or(self.review.state_under_review)
    }

    /// What is the participant's becomes the delegation's, where that leaves it within its limits.
    pub(super) fn decide_reconcile(&self, participant: Code, delegation: Code) -> Decided {
        self.not_adjourned()?;
        let standing = |code: Code| self.review.delegation(code).map(|one| one.standing);
        let (ours, theirs) = (self.review.name_of(participant), self.review.name_of(delegation));
        if standing(participant) != Some(Standing::Participant) {
            let sentence =
                format!("{ours} is a delegation of the review; what is reconciled is a participant entered with participant=\"NAME\"");
            return refuse(RefusalCode::NotAllowed, sentence);
        }
        if participant == delegation {
            return Ok(Vec::new());
        }
        for entry in self.entries.iter().filter(|entry| entry.delegations.contains(&participant)) {
            let kind = self.resolve_kind(&entry.kind)?;
            let others: Vec<Code> = entry.delegations.iter().map(|code| if *code == participant { delegation } else { *code }).collect();
            self.may_speak_as(&others, kind)?;
            let waits = self.entries_waiting(delegation, &kind.id);
            let most = usize::try_from(self.review.modalities.entries_per_delegation).unwrap_or(usize::MAX);
            if entry.is_listed() && most > 0 && waits >= most {
                return refuse(
                    RefusalCode::Duplicate,
                    format!("{theirs} is in the list itself ({}); withdraw one of the two first", kind.name),
                );
            }
            if entry.status != EntryStatus::Withdrawn {
                self.within_limit(delegation, kind, waits)?;
            }
        }
        Ok(vec![Event::Reconciled { participant, delegation }])
    }
}
