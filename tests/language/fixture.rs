//! A small review with the names that are easily confused.

use plenary::dialogue::Participant;
use plenary::review::names::fold;
use plenary::review::{
    Allotment, AtZero, Code, Count, Delegation, Kind, Modalities, Ms, Official, Phrase, Pool, Review, Speaker, Standing, Theme,
};

pub fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// Someone whom the review does not list.
pub fn participant(name: &str) -> Participant {
    Participant { name: name.into(), sort_key: review().sort_key(name).into() }
}

fn delegation(alpha3: &str, alpha2: &str, name: &str, short: &str, aliases: &[&str]) -> Delegation {
    let names = [name, short].into_iter().chain(aliases.iter().copied());
    Delegation {
        code: code(alpha3),
        alpha2: Some(code(alpha2)),
        name: name.to_owned(),
        short: short.to_owned(),
        article: false,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        standing: Standing::MemberState,
        group: None,
        council_member: false,
        keys: names.map(fold).collect(),
        sort_key: name.to_owned(),
        initial: name.chars().next().unwrap(),
    }
}

fn kind(id: &str, speaker: Speaker) -> Kind {
    Kind {
        id: id.to_owned(),
        name: id.replace('-', " "),
        rank: 50,
        time: Allotment::Ladder,
        pool: None,
        per_delegation: None,
        interrupts: false,
        holds: false,
        speaker,
        count: Count::Down,
        planned: None,
        segments: vec![],
        charged_when: vec![],
    }
}

fn official(id: &str, key: char, office: &str, head: bool, themes: &[&str]) -> Official {
    Official {
        id: id.to_owned(),
        key: Some(key),
        office: office.to_owned(),
        short: office.to_owned(),
        name: None,
        head,
        themes: themes.iter().map(|theme| (*theme).to_owned()).collect(),
    }
}

fn theme(id: &str, name: &str, words: &[&str]) -> Theme {
    Theme { id: id.to_owned(), name: name.to_owned(), words: words.iter().map(|word| Phrase::from(*word)).collect() }
}

pub fn review() -> Review {
    Review {
        title: "Kazakhstan".to_owned(),
        session: None,
        starts: "2025-01-23T09:00:00".to_owned(),
        time_zone: "Europe/Zurich".to_owned(),
        state_under_review: code("KAZ"),
        modalities: Modalities {
            title: "Test".to_owned(),
            source: None,
            length: None,
            hard_stop: None,
            segments: ["opening", "dialogue", "closing"].map(str::to_owned).to_vec(),
            pools: vec![Pool { name: "dialogue".to_owned(), total: Ms::seconds(8400) }],
            ladder: None,
            warning: Ms::seconds(30),
            last: Ms::seconds(10),
            at_zero: AtZero::GoOn,
            closes_after: None,
            entries_per_delegation: 1,
            closed_admits: Vec::new(),
            pause_charge: None,
            gap_charge: None,
            kinds: vec![
                kind("statement", Speaker::Delegation),
                kind("joint-statement", Speaker::Delegation),
                kind("point-of-order", Speaker::Delegation),
                kind("answer", Speaker::StateUnderReview),
            ],
            reaction: Ms::ZERO,
            groups: Vec::new(),
        },
        troika: Vec::new(),
        delegations: vec![
            delegation("FRA", "FR", "France", "France", &[]),
            delegation("DEU", "DE", "Germany", "Germany", &["Allemagne"]),
            delegation("GBR", "GB", "United Kingdom of Great Britain and Northern Ireland", "United Kingdom", &[]),
            delegation("USA", "US", "United States of America", "United States", &[]),
            delegation("CIV", "CI", "Côte d’Ivoire", "Côte d’Ivoire", &["Ivory Coast"]),
            delegation("NER", "NE", "Niger", "Niger", &[]),
            delegation("NGA", "NG", "Nigeria", "Nigeria", &[]),
            delegation("GIN", "GN", "Guinea", "Guinea", &[]),
            delegation("GNB", "GW", "Guinea-Bissau", "Guinea-Bissau", &[]),
            delegation("KOR", "KR", "Republic of Korea", "Republic of Korea", &["Korea, Republic of"]),
            delegation("KAZ", "KZ", "Kazakhstan", "Kazakhstan", &[]),
        ],
        themes: vec![
            theme("torture", "Torture and ill-treatment", &["torture", "ill-treatment", "NPM", "preventive mechanism"]),
            theme("ill-treatment", "Ill-treatment", &[]),
            theme("assembly", "Freedom of assembly", &["peaceful assembly", "demonstrations"]),
        ],
        officials: vec![
            official("justice", 'j', "Minister of Justice", true, &["torture"]),
            official("interior", 'i', "Ministry of Internal Affairs", false, &["assembly"]),
        ],
        speakers: Vec::new(),
        advance: vec![],
        earlier: vec![],
        language: Default::default(),
        speakers_note: None,
        each: None,
    }
}
