//! The reviews that the laws are held against: one plain, and any that the modalities can make of it.

use plenary::review::*;
use proptest::prelude::*;
use proptest::sample::select;

/// Who may take the floor; the last is under review, and the one before belongs to no group.
pub const CODES: [&str; 7] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "SUR"];

pub fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// Five speakers, statements out of a pool that a ladder divides, points of order that hold, answers out of another pool.
pub fn review(at_zero: AtZero) -> Review {
    Review {
        title: "Laws".to_owned(),
        session: None,
        starts: "2025-01-23T09:00:00".to_owned(),
        time_zone: "Europe/Zurich".to_owned(),
        state_under_review: code("SUR"),
        troika: vec![],
        delegations: CODES.iter().map(|code| delegation(code)).collect(),
        themes: vec![Theme { id: "torture".to_owned(), name: "Torture".to_owned(), words: vec![] }],
        officials: ["justice", "health"].iter().map(|id| official(id)).collect(),
        speakers: CODES.iter().take(5).map(|of| Inscribed { delegations: vec![code(of)], kind: None, time: None }).collect(),
        advance: vec![],
        earlier: vec![],
        language: Language::default(),
        speakers_note: None,
        each: None,
        modalities: modalities(at_zero),
    }
}

fn delegation(code_of: &str) -> Delegation {
    let group = match code_of {
        "AAA" | "BBB" => Some("North".to_owned()),
        "CCC" | "DDD" | "EEE" => Some("South".to_owned()),
        _ => None,
    };
    Delegation {
        code: code(code_of),
        alpha2: None,
        name: code_of.to_owned(),
        short: code_of.to_owned(),
        article: false,
        aliases: vec![],
        standing: Standing::MemberState,
        group,
        council_member: code_of == "AAA",
        keys: vec![code_of.to_lowercase()],
        sort_key: code_of.to_owned(),
        initial: code_of.chars().next().unwrap(),
    }
}

fn official(id: &str) -> Official {
    Official {
        id: id.to_owned(),
        key: id.chars().next(),
        office: id.to_owned(),
        short: id.to_owned(),
        name: None,
        head: id == "justice",
        themes: vec![],
    }
}

fn modalities(at_zero: AtZero) -> Modalities {
    let kind = |id: &str, rank, time, pool: Option<&str>| Kind {
        id: id.to_owned(),
        name: id.to_owned(),
        rank,
        time,
        pool: pool.map(str::to_owned),
        per_delegation: None,
        interrupts: false,
        holds: false,
        speaker: Speaker::Delegation,
        count: Count::Down,
        planned: None,
        segments: vec![],
        charged_when: vec![],
    };
    let answer = Kind { speaker: Speaker::StateUnderReview, ..kind("answer", 50, Allotment::Pool, Some("sur")) };
    let order = Kind { interrupts: true, holds: true, ..kind("point-of-order", 10, Allotment::Fixed(Ms(20_000)), None) };
    Modalities {
        title: "Laws".to_owned(),
        source: None,
        length: Some(Ms(600_000)),
        hard_stop: None,
        segments: ["opening", "dialogue", "closing"].map(str::to_owned).to_vec(),
        pools: vec![Pool { name: "dialogue".to_owned(), total: Ms(300_000) }, Pool { name: "sur".to_owned(), total: Ms(120_000) }],
        ladder: Some(Ladder {
            pool: "dialogue".to_owned(),
            rungs: vec![Rung::Standing { member: Ms(90_000), observer: Ms(80_000) }, Rung::Divide { least: Ms(45_000) }],
            changeover: Ms::ZERO,
        }),
        warning: Ms(30_000),
        last: Ms(10_000),
        at_zero,
        closes_after: Some(Ms(200_000)),
        entries_per_delegation: 1,
        closed_admits: vec![],
        pause_charge: None,
        gap_charge: None,
        kinds: vec![kind("statement", 50, Allotment::Ladder, Some("dialogue")), order, answer],
        reaction: Ms::ZERO,
        groups: vec![],
    }
}

pub fn at_zero() -> impl Strategy<Value = AtZero> {
    prop_oneof![3 => Just(AtZero::GoOn), 1 => Just(AtZero::Stop), 1 => Just(AtZero::Cut)]
}

/// What a modalities file can say differently.
#[derive(Debug, Clone)]
pub struct Rules {
    at_zero: AtZero,
    pause_charge: Option<String>,
    gap_charge: Option<String>,
    entries_per_delegation: u32,
    closes_after: Option<Ms>,
    /// A closed list admits points of order and answers.
    admits: bool,
    changeover: Ms,
    /// What the ladder's last rung gives at the least; absent: its last rung is a figure for each.
    least: Option<Ms>,
    room: Ms,
    hard_stop: Option<Ms>,
    /// A video holds what ran; otherwise that runs on underneath.
    holds: bool,
    groups: bool,
    /// A point of order that was dismissed or noted is charged.
    order_charged: bool,
    /// A right of reply has its number, and its segments.
    reply_bound: bool,
}

prop_compose! {
    /// Any modalities.
    pub fn rules()(
        (at_zero, closes_after) in (at_zero(), select(vec![None, Some(Ms(1_500_000))])),
        (pause_charge, gap_charge) in (pool(), pool()),
        (entries_per_delegation, admits) in (0_u32..3, any::<bool>()),
        (changeover, least) in (select(vec![Ms(0), Ms(5_000)]), proptest::option::weighted(0.8, (0_i64..60_000).prop_map(Ms))),
        (room, hard_stop) in (select(vec![Ms(600_000), Ms(6_000_000)]), select(vec![None, Some(Ms(700_000))])),
        (holds, groups, order_charged, reply_bound) in (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
    ) -> Rules {
        Rules { at_zero, pause_charge, gap_charge, entries_per_delegation, closes_after, admits, changeover, least, room, hard_stop, holds, groups, order_charged, reply_bound }
    }
}

fn pool() -> impl Strategy<Value = Option<String>> {
    select(vec![None, Some("dialogue".to_owned()), Some("sur".to_owned())])
}

impl Rules {
    /// Whether every kind that interrupts lets the clock underneath stand, so that never more than one clock runs.
    pub fn hold_everywhere(&self) -> bool {
        self.holds
    }

    /// A review under these rules.
    pub fn review(self) -> Review {
        let mut review = review(self.at_zero);
        let modalities = &mut review.modalities;
        modalities.pools[0].total = self.room;
        modalities.hard_stop = self.hard_stop;
        modalities.closes_after = self.closes_after;
        modalities.entries_per_delegation = self.entries_per_delegation;
        modalities.closed_admits = if self.admits { vec!["point-of-order".to_owned(), "answer".to_owned()] } else { vec![] };
        (modalities.pause_charge, modalities.gap_charge) = (self.pause_charge, self.gap_charge);
        modalities.ladder = modalities.ladder.take().map(|ladder| Ladder {
            changeover: self.changeover,
            rungs: [ladder.rungs[0], Rung::Each(Ms(70_000))].into_iter().chain(self.least.map(|least| Rung::Divide { least })).collect(),
            ..ladder
        });
        if self.groups {
            modalities.groups = ["North", "South"].map(|name| Pool { name: name.to_owned(), total: Ms(60_000) }).to_vec();
        }
        if self.order_charged {
            modalities.kinds[1].pool = Some("dialogue".to_owned());
            modalities.kinds[1].charged_when = vec![Ruling::Dismissed, Ruling::Noted];
        }
        more_kinds(modalities, self.holds, self.reply_bound);
        review
    }
}

fn more_kinds(modalities: &mut Modalities, holds: bool, bound: bool) {
    let statement = modalities.kind("statement").unwrap().clone();
    let video = Kind { id: "video".to_owned(), interrupts: true, holds, time: Allotment::Fixed(Ms(15_000)), ..statement.clone() };
    let question = Kind { id: "interposed-question".to_owned(), rank: 20, holds: true, ..video.clone() };
    let joint = Kind { id: "joint-statement".to_owned(), ..statement.clone() };
    let reply = Kind {
        id: "right-of-reply".to_owned(),
        rank: 90,
        time: Allotment::Successive(vec![Ms(30_000), Ms(20_000), Ms(10_000)]),
        pool: None,
        count: Count::Up,
        per_delegation: if bound { Some(2) } else { None },
        segments: if bound { vec!["dialogue".to_owned(), "closing".to_owned()] } else { vec![] },
        ..statement
    };
    modalities.kinds.extend([video, question, joint, reply]);
}
