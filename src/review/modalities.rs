//! The rules agreed for a meeting, as data: pools, the ladder of allotments, kinds, thresholds, the list, charges.

use serde::{Deserialize, Serialize};

use super::Ms;

/// Everything that `config/modalities/NAME.toml` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Modalities {
    /// What the rules are called.
    pub title: String,
    /// The decision or rule of procedure that they come from.
    pub source: Option<String>,
    /// Planned length of the meeting, counted from `begin`.
    pub length: Option<Ms>,
    /// When interpretation ends, counted from `begin`; who is not reached is measured against it, else against `length`.
    pub hard_stop: Option<Ms>,
    /// The meeting's segments in order: opening, dialogue, closing.
    pub segments: Vec<String>,
    /// The pools of time in the order of the file.
    pub pools: Vec<Pool>,
    /// How the allotment of a kind with `time = "ladder"` is found.
    pub ladder: Option<Ladder>,
    /// `warning` when no more than this is left.
    pub warning: Ms,
    /// `final` when no more than this is left.
    pub last: Ms,
    /// What happens when a clock that counts down reaches zero.
    pub at_zero: AtZero,
    /// The list closes this long after `begin`; absent: by hand only.
    pub closes_after: Option<Ms>,
    /// How many entries of one kind a delegation may have waiting; 0 is no limit.
    pub entries_per_delegation: u32,
    /// Kinds that a closed list still admits.
    pub closed_admits: Vec<String>,
    /// Where paused time goes: no pool, or the named one.
    pub pause_charge: Option<String>,
    /// Where the time between speakers goes: no pool, or the named one.
    pub gap_charge: Option<String>,
    /// The kinds of turn.
    pub kinds: Vec<Kind>,
    /// How long a clerk takes, as a rule, from what is said to the key: an item's moment is so much earlier.
    #[serde(default)]
    pub reaction: Ms,
    /// Time banks of regional groups, charged beside the pools.
    pub groups: Vec<Pool>,
}

/// A named amount of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// The name used in the modalities and in the state.
    pub name: String,
    /// All that it holds when the meeting begins.
    pub total: Ms,
}

/// Allotments tried from the top until the list fits the pool (product: 3 min and 2 min, else 2 min each, else divided).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// The pool that the list must fit.
    pub pool: String,
    /// The rungs, best first.
    pub rungs: Vec<Rung>,
    /// Taken off for each entry before a rung is tried.
    pub changeover: Ms,
}

/// One rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// Council members and all others have different times.
    Standing {
        /// A member of the Council.
        member: Ms,
        /// Anyone else.
        observer: Ms,
    },
    /// The same fixed time for all.
    Each(Ms),
    /// What the pool has, divided equally and rounded down to a whole second, but not below `least`.
    Divide {
        /// The shortest allotment that is still given.
        least: Ms,
    },
}

/// What happens at zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtZero {
    /// The clock counts on into overtime.
    GoOn,
    /// The clock stands at zero.
    Stop,
    /// The turn ends.
    Cut,
}

/// A kind of turn and its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// The name used in commands: `statement`, `point-of-order`.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// A lower rank waits nearer the top; equal ranks in order of arrival.
    pub rank: u32,
    /// How long a turn of this kind may take.
    pub time: Allotment,
    /// The pool that it draws on, if any.
    pub pool: Option<String>,
    /// How many turns of this kind a delegation may have in the whole meeting, absences not counted.
    pub per_delegation: Option<u32>,
    /// Takes the floor at once, over a running turn.
    pub interrupts: bool,
    /// The interrupted turn's clock stands; otherwise it runs on and is charged.
    pub holds: bool,
    /// Who speaks.
    pub speaker: Speaker,
    /// Which way the clock is shown.
    pub count: Count,
    /// What such a turn takes as a rule, where its own time says little, such as all that a pool has; for the forecast only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Ms>,
    /// The segments of the meeting in which such a turn may begin; none named: in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<String>,
    /// The chair's rulings after which it is charged; none named: whatever is ruled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charged_when: Vec<Ruling>,
}

/// The kinds that mean something to the program itself; any modalities may leave any of them out.
impl Kind {
    /// What a delegation says, where nothing else is said.
    pub const STATEMENT: &str = "statement";
    /// What several say together.
    pub const JOINT_STATEMENT: &str = "joint-statement";
    /// What the State under review says, between its opening and its closing.
    pub const ANSWER: &str = "answer";
    /// What the chair rules upon (General Assembly, rule 71).
    pub const POINT_OF_ORDER: &str = "point-of-order";
    /// What is said of the conduct of the meeting: it may come before the opening, and does not begin the dialogue.
    pub const PROCEDURAL: &str = "procedural";
}

/// The chair's ruling on a point of order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// The point is well taken.
    Upheld,
    /// It is not.
    Dismissed,
    /// It is taken note of.
    Noted,
}

/// Where a kind's time comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Allotment {
    /// What the ladder gives.
    Ladder,
    /// All that its pool still has.
    Pool,
    /// A fixed time.
    Fixed(Ms),
    /// The first, second … turn of a delegation; one more than there are times is refused (a first and a second right of reply).
    Successive(Vec<Ms>),
}

/// Who speaks in turns of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaker {
    /// Any delegation.
    Delegation,
    /// The State under review, through its officials.
    StateUnderReview,
}

/// The direction in which a clock is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// What is left.
    Down,
    /// What has been used; such a turn is never cut.
    Up,
}

impl Modalities {
    /// The kind of that name.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// Whether the State under review answers: without a kind for that it speaks like any other.
    pub fn has_answers(&self) -> bool {
        self.kinds.iter().any(|kind| kind.speaker == Speaker::StateUnderReview)
    }

    /// The pool of that name.
    pub fn pool(&self, name: &str) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.name == name)
    }
}

impl Kind {
    /// How many turns a delegation may have in the whole meeting: the stricter of the number and the list of times.
    pub fn limit(&self) -> Option<usize> {
        let listed = match &self.time {
            Allotment::Successive(times) => Some(times.len()),
            _ => None,
        };
        let counted = self.per_delegation.and_then(|n| usize::try_from(n).ok());
        listed.into_iter().chain(counted).min()
    }
}
