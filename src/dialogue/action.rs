//! What a command makes happen: every verb of the language with its arguments.

use super::{Division, EntryNo, EntryRef, Inscribe, ItemNo, OfficialRef, Place, Position, Said, Seq, Sort, Start, Text, TurnNo, Which};
use crate::review::{Asked, Code, Inscribed, Ms, Ruling};

/// The commands of `language.md`, one variant a verb (the four sorts of item are one).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// `begin`
    Begin,
    /// `suspend`
    Suspend,
    /// `reconvene`
    Reconvene,
    /// `adjourn`
    Adjourn,
    /// `segment NAME`
    Segment(Text),
    /// `inscribe DEL… [kind=] [at=] [time=] [re=] [late=]`
    Inscribe(Inscribe),
    /// `import FILE`; the rows are read by the session before the command is decided.
    Import {
        /// The file as written.
        file: Text,
        /// What it holds.
        rows: Vec<Inscribed>,
    },
    /// `withdraw E`
    Withdraw(EntryRef),
    /// `restore E`
    Restore(EntryRef),
    /// `move E at=…`
    Move {
        /// What moves.
        entry: EntryRef,
        /// Where it is to stand afterwards.
        to: Place<EntryRef>,
    },
    /// `swap E E`
    Swap(EntryRef, EntryRef),
    /// `defer E`
    Defer(EntryRef),
    /// `aside E`
    Aside(EntryRef),
    /// `release E`
    Release(EntryRef),
    /// `sort alphabetical from=LETTER|DEL`
    Sort(Start),
    /// `draw seed=N [count=N]`
    Draw {
        /// From which the lots follow.
        seed: u64,
        /// How many are drawn; absent: all.
        count: Option<u32>,
    },
    /// `open-list`
    OpenList,
    /// `close-list`
    CloseList,
    /// `reconcile DEL DEL`
    Reconcile {
        /// Who was entered as an unlisted participant.
        participant: Code,
        /// Who that is.
        delegation: Code,
    },
    /// `time E D`
    Time {
        /// Whose time.
        entry: EntryRef,
        /// The new allotment.
        time: Ms,
    },
    /// `next [seen=eN]`
    Next {
        /// The entry that stood first on the screen of whoever pressed the key.
        seen: Option<EntryNo>,
    },
    /// `give E|DEL [kind=K]`
    Give {
        /// To whom.
        to: EntryRef,
        /// As what.
        kind: Option<Text>,
    },
    /// `done`
    Done,
    /// `pause`
    Pause,
    /// `resume`
    Resume,
    /// `extend D`, negative for shorter
    Extend(Ms),
    /// `cut`
    Cut,
    /// `back D`, negative for later
    Back(Ms),
    /// `again`
    Again,
    /// `order DEL`
    Order(Code),
    /// `ruling upheld|dismissed|noted [TEXT]`
    Rule {
        /// What the chair ruled.
        ruling: Ruling,
        /// In which words.
        text: Option<Text>,
    },
    /// `retype K`
    Retype(Text),
    /// `divide [ladder] [each=D] [apply]`
    Divide {
        /// By what.
        by: Division,
        /// Whether it is done, and not only shown.
        apply: bool,
    },
    /// `bank GROUP D`
    Bank {
        /// The group, as written.
        group: Text,
        /// What its time bank holds in all.
        total: Ms,
    },
    /// `redistribute GROUP [apply]`
    Redistribute {
        /// The group, as written.
        group: Text,
        /// Whether it is done, and not only shown.
        apply: bool,
    },
    /// `absent [E]`
    Absent(Option<EntryRef>),
    /// `answer [O] [kind=K]`
    Answer {
        /// Who speaks first; absent: the head of delegation.
        official: Option<OfficialRef>,
        /// Absent: as the segment says.
        kind: Option<Text>,
    },
    /// `official O`
    Official(OfficialRef),
    /// `ask`, `recommend`, `commend`, `comment`
    Log {
        /// Which of the four.
        sort: Sort,
        /// What was said.
        said: Said,
        /// `by=`: who made it, if not the delegations of its turn.
        by: Vec<Code>,
        /// `turn=`: the turn it belongs to, if not the one of its moment.
        turn: Option<TurnNo>,
        /// `repeats=`: the earlier recommendation that it repeats, by its number.
        repeats: Option<Text>,
    },
    /// `log FILE`; the lines are read by the session before the command is decided.
    LogAll {
        /// The file as written.
        file: Text,
        /// What it holds, each an [`Action::Log`].
        items: Vec<Action>,
    },
    /// `edit I [TEXT] [by=] [turn=] [sort=]`; several are one word: `4,7,9-12`
    Edit {
        /// Which items.
        items: Vec<ItemNo>,
        /// New text, for one item only; new themes and officials.
        said: Option<Said>,
        /// New authors; an empty list: those of its turn again.
        by: Option<Vec<Code>>,
        /// Another turn.
        turn: Option<TurnNo>,
        /// Another sort.
        sort: Option<Sort>,
        /// The earlier recommendation that it repeats.
        repeats: Option<Text>,
    },
    /// `theme I… #T…`
    Theme {
        /// Which items.
        items: Vec<ItemNo>,
        /// Their themes from now on, as written.
        themes: Vec<Text>,
    },
    /// `split I TEXT`
    Split {
        /// Which item.
        item: ItemNo,
        /// What the second one says.
        said: Said,
    },
    /// `merge I… into=I`
    Merge {
        /// Which items.
        items: Vec<ItemNo>,
        /// The one that stays.
        into: ItemNo,
    },
    /// `advance FILE`; the rows are read by the session before the command is decided.
    Advance {
        /// The file as written.
        file: Text,
        /// What it holds.
        rows: Vec<Asked>,
    },
    /// `drop I…`
    Drop(Vec<ItemNo>),
    /// `assign I… O [support=] [why=]`
    Assign {
        /// Which items.
        items: Vec<ItemNo>,
        /// Who answers them.
        lead: OfficialRef,
        /// Who adds to the answer.
        support: Vec<OfficialRef>,
        /// Why it is handed on.
        why: Option<Text>,
    },
    /// `unassign I…`
    Unassign(Vec<ItemNo>),
    /// `answered I…|#T [by=O]`
    Answered {
        /// Which items.
        which: Which,
        /// Who answered; absent: the official on the floor, else the lead.
        by: Option<OfficialRef>,
    },
    /// `written I…`
    Written(Vec<ItemNo>),
    /// `decline I… [why=TEXT]`
    Decline {
        /// Which items.
        items: Vec<ItemNo>,
        /// Why they will not be answered.
        why: Option<Text>,
    },
    /// `position I… supported|noted|pending`
    Position {
        /// Which recommendations.
        items: Vec<ItemNo>,
        /// What the State under review says of them.
        position: Position,
    },
    /// `reopen I…`
    Reopen(Vec<ItemNo>),
    /// `note TEXT`
    Note(Text),
    /// `undo [SEQ…]`; none named: the last change of the same seat
    Undo(Vec<Seq>),
    /// `redo [SEQ…]`; none named: what was taken back last
    Redo(Vec<Seq>),
    /// `replace [SEQ] COMMAND`
    Replace {
        /// Which record; absent: the last change of the same seat.
        record: Option<Seq>,
        /// What is to stand in its place.
        by: Box<Action>,
    },
    /// A verb of the language that this version knows and does not yet carry out.
    NotYet {
        /// The verb.
        verb: &'static str,
        /// The rest of the line as written.
        rest: Text,
    },
}
