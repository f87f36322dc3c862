//! Who takes part and is not in the review: entered on the fly, and found later to be a delegation of the review.

use std::sync::Arc;

use super::Misfit;
use crate::dialogue::{Item, State, Text, TurnNo};
use crate::review::{Code, Delegation, Ms, Standing};

impl State {
    /// The session's own review knows the participant from now on, so that everything that finds delegations finds them.
    pub(super) fn enter_participant(&mut self, code: Code, name: &Text, key: &Text, sort_key: &Text) -> Result<(), Misfit> {
        if self.review.delegation(code).is_some() {
            return Err("someone else had that code");
        }
        let participant = Delegation {
            code,
            alpha2: None,
            name: name.to_string(),
            short: name.to_string(),
            article: false,
            aliases: Vec::new(),
            standing: Standing::Participant,
            group: None,
            council_member: false,
            keys: vec![key.to_string()],
            sort_key: sort_key.to_string(),
            initial: key.chars().next().map_or('A', |letter| letter.to_ascii_uppercase()),
        };
        Arc::make_mut(&mut self.review).delegations.push(participant);
        Ok(())
    }

    /// What was the participant's is the delegation's: entries, turns and items. The name still finds it.
    pub(super) fn reconcile(&mut self, participant: Code, delegation: Code) -> Result<(), Misfit> {
        let member = self.review.delegation(delegation).ok_or("no such delegation took part")?.council_member;
        let review = Arc::make_mut(&mut self.review);
        let at = review.delegations.iter().position(|one| one.code == participant).ok_or("no such participant took part")?;
        let gone = review.delegations.remove(at);
        if let Some(known) = review.delegations.iter_mut().find(|one| one.code == delegation) {
            known.aliases.push(gone.name);
            known.keys.extend(gone.keys);
        }
        // The delegation's group may have a time bank, and what was spoken before the reconciliation draws on it like the rest.
        let theirs = self.turns.iter().filter(|turn| turn.delegations.contains(&participant));
        let over: Vec<(TurnNo, Ms)> = theirs.filter_map(|turn| Some((turn.number, turn.ended?))).collect();
        over.iter().for_each(|(turn, ended)| self.refund(*turn, *ended));
        let renamed = |codes: &Arc<[Code]>| codes.contains(&participant).then(|| one_for_the_other(codes, participant, delegation));
        self.entries.change(|entry| {
            if let Some(delegations) = renamed(&entry.delegations) {
                entry.delegations = delegations;
                entry.member |= member;
            }
        });
        self.turns.change(|turn| turn.delegations = renamed(&turn.delegations).unwrap_or_else(|| Arc::clone(&turn.delegations)));
        over.iter().for_each(|(turn, ended)| self.charge(*turn, *ended));
        self.items.change(|item| {
            item.by = renamed(&item.by).unwrap_or_else(|| Arc::clone(&item.by));
            let also =
                item.also.iter().map(|other| Item { by: renamed(&other.by).unwrap_or_else(|| Arc::clone(&other.by)), ..other.clone() });
            item.also = also.collect();
        });
        Ok(())
    }
}

fn one_for_the_other(codes: &[Code], participant: Code, delegation: Code) -> Arc<[Code]> {
    let mut named: Vec<Code> = Vec::with_capacity(codes.len());
    for code in codes.iter().map(|code| if *code == participant { delegation } else { *code }) {
        if !named.contains(&code) {
            named.push(code);
        }
    }
    Arc::from(named)
}
