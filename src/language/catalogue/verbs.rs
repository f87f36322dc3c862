//! The one table of all that can be said to a session.

use super::{Argument, Group, Named, Times, Value, Verb};

use Group::{Answers, Floor, Items, List, Meeting, Record};

const fn one(written: &'static str, value: Value) -> Argument {
    Argument { written, value, times: Times::Once }
}

const fn perhaps(written: &'static str, value: Value) -> Argument {
    Argument { written, value, times: Times::Optional }
}

const fn any(written: &'static str, value: Value) -> Argument {
    Argument { written, value, times: Times::Any }
}

const fn many(written: &'static str, value: Value) -> Argument {
    Argument { written, value, times: Times::Many }
}

const fn option(name: &'static str, written: &'static str, value: Value) -> Named {
    Named { name, written, value, required: false }
}

const fn needed(name: &'static str, written: &'static str, value: Value) -> Named {
    Named { name, written, value, required: true }
}

const fn now(name: &'static str, group: Group, arguments: &'static [Argument], options: &'static [Named], does: &'static str) -> Verb {
    Verb { name, group, arguments, options, does, carried_out: true }
}

const fn later(name: &'static str, group: Group, arguments: &'static [Argument], options: &'static [Named], does: &'static str) -> Verb {
    Verb { name, group, arguments, options, does, carried_out: false }
}

const ENTRY: &[Argument] = &[one("E", Value::Entry)];
const DELEGATIONS: &[Argument] = &[Argument { written: "DEL", value: Value::Delegation, times: Times::ManyOrNamed }];
const TEXT: &[Argument] = &[one("TEXT", Value::Text)];
const ITEMS: &[Argument] = &[many("I", Value::Items)];
const SAID: &[Named] = &[BY, option("turn", "N", Value::Turn), REPEATS];
const REPEATS: Named = option("repeats", "N.N", Value::Text);
const KIND: Named = option("kind", "K", Value::Kind);
const BY: Named = option("by", "DEL,…", Value::Delegations);
const WHY: Named = option("why", "TEXT", Value::Text);
const APPLY: Argument = perhaps("apply", Value::OneOf(&["apply"]));
const LADDER: Argument = perhaps("ladder", Value::OneOf(&["ladder"]));
const GROUP: Argument = one("GROUP", Value::Group);
const RULINGS: Value = Value::OneOf(&["upheld", "dismissed", "noted"]);
const POSITIONS: Value = Value::OneOf(&["supported", "noted", "pending"]);
const INSCRIBE: &[Named] = &[
    KIND,
    option("at", "end|top|N", Value::Place),
    option("time", "D", Value::Span),
    option("re", "I|E", Value::ItemOrEntry),
    option("late", "TEXT", Value::Text),
    option("participant", "NAME", Value::Name),
];
const EDIT: &[Named] = &[BY, option("turn", "N", Value::Turn), option("sort", "SORT", Value::Sort), REPEATS];
const SORT: &[Named] = &[needed("from", "LETTER|DEL", Value::Start)];
const DRAW: &[Named] = &[needed("seed", "N", Value::Number), option("count", "N", Value::Number)];

/// Every verb of the language, in the order of help.
pub const CATALOGUE: &[Verb] = &[
    now("begin", Meeting, &[], &[], "The meeting begins; the ladder sets what each speaker gets."),
    now("suspend", Meeting, &[], &[], "The meeting is suspended; what runs is paused."),
    now("reconvene", Meeting, &[], &[], "The meeting goes on, and what it paused with it."),
    now("adjourn", Meeting, &[], &[], "The meeting ends, and what runs or is held with it."),
    now("segment", Meeting, &[one("NAME", Value::Segment)], &[], "Another part of the meeting begins: opening, dialogue, closing."),
    //
    now(
        "inscribe",
        List,
        DELEGATIONS,
        INSCRIBE,
        "Enters a delegation in the list; several make one joint entry; participant= enters one who is not listed.",
    ),
    now("import", List, &[one("FILE", Value::File)], &[], "Enters a whole list from CSV or plain lines, all or nothing."),
    now("withdraw", List, ENTRY, &[], "Takes an entry out of the list; its place is kept."),
    now("restore", List, ENTRY, &[], "Puts it back between its old neighbours."),
    now(
        "move",
        List,
        ENTRY,
        &[needed("at", "N|top|end|before:E|after:E", Value::Place)],
        "Gives an entry another place; at=N is its place afterwards.",
    ),
    now("time", List, &[one("E", Value::Entry), one("D", Value::Span)], &[], "Gives one entry a time of its own."),
    now("swap", List, &[one("E", Value::Entry), one("E", Value::Entry)], &[], "Two entries exchange their places."),
    now("defer", List, ENTRY, &[], "Sends an entry to the end of the list."),
    now("aside", List, ENTRY, &[], "Sets an entry aside: next passes it over."),
    now("release", List, ENTRY, &[], "An entry set aside comes back to its place."),
    now(
        "sort",
        List,
        &[one("alphabetical", Value::OneOf(&["alphabetical"]))],
        SORT,
        "Orders the list by name from a drawn letter or State.",
    ),
    now("draw", List, &[], DRAW, "Orders the list by lot, all of it or the first N; the seed is recorded."),
    now("open-list", List, &[], &[], "The list takes entries again."),
    now("close-list", List, &[], &[], "The list takes no more entries."),
    now(
        "reconcile",
        List,
        &[one("PARTICIPANT", Value::Participant), one("DEL", Value::Delegation)],
        &[],
        "Who was entered as a participant is that delegation after all, from the start.",
    ),
    //
    now(
        "next",
        Floor,
        &[],
        &[option("seen", "eN", Value::Seen)],
        "The first who waits takes the floor; a turn that runs ends at that instant.",
    ),
    now("give", Floor, &[one("E|DEL", Value::EntryOrDelegation)], &[KIND], "Gives the floor out of order."),
    now("done", Floor, &[], &[], "The speaker has ended; a turn that was held goes on."),
    now("pause", Floor, &[], &[], "Holds the running turn's clock."),
    now("resume", Floor, &[], &[], "The paused clock goes on."),
    now("extend", Floor, &[one("D", Value::Change)], &[], "Makes the running turn longer, or shorter with -D."),
    now("absent", Floor, &[perhaps("E", Value::Entry)], &[], "Who is called is not in the room, and goes to the end of the list."),
    now(
        "answer",
        Floor,
        &[perhaps("O", Value::Official)],
        &[KIND],
        "The State under review takes the floor, with an official or the head of delegation.",
    ),
    now("official", Floor, &[one("O", Value::Official)], &[], "Within the State under review's turn, another official speaks."),
    now("cut", Floor, &[], &[], "The chair ends the turn; its outcome is cut."),
    now("back", Floor, &[one("D", Value::Change)], &[], "The last start, stop or pause happened D earlier, or later with -D."),
    now("again", Floor, &[], &[], "The turn that ended last goes on under its number."),
    now("order", Floor, &[one("DEL", Value::Delegation)], &[], "A point of order: takes the floor at once and holds the running turn."),
    now(
        "ruling",
        Floor,
        &[one("upheld|dismissed|noted", RULINGS), perhaps("TEXT", Value::Text)],
        &[],
        "The chair's ruling on the point of order.",
    ),
    now("retype", Floor, &[one("K", Value::Kind)], &[], "The running turn is of another kind, from its first moment on."),
    now(
        "divide",
        Floor,
        &[LADDER, APPLY],
        &[option("each", "D", Value::Span)],
        "Shows what is left for each who waits: equally, by the ladder, or the figure announced; apply gives it.",
    ),
    now("bank", Floor, &[GROUP, one("D", Value::Span)], &[], "Sets what a group's time bank holds in all."),
    now("redistribute", Floor, &[GROUP, APPLY], &[], "Shows a group's overrun shared among all groups; apply gives it."),
    //
    now("ask", Items, TEXT, SAID, "Logs a question of the statement on the floor."),
    now("recommend", Items, TEXT, SAID, "Logs a recommendation."),
    now("commend", Items, TEXT, SAID, "Logs a commendation."),
    now("comment", Items, TEXT, SAID, "Logs a comment."),
    now("log", Items, &[one("FILE", Value::File)], &[], "Logs the items of a file, a line each, with ? ! + or . before its words."),
    now(
        "edit",
        Items,
        &[one("I,…", Value::Items), perhaps("TEXT", Value::Text)],
        EDIT,
        "Puts an item right, or several without TEXT: 4,7,9-12; an empty by= gives them back to their turns.",
    ),
    now("advance", Items, &[one("FILE", Value::File)], &[], "Enters the questions handed in before the meeting, all or nothing."),
    now("drop", Items, ITEMS, &[], "Takes items out."),
    now("theme", Items, &[many("I", Value::Items), many("#T", Value::Theme)], &[], "Gives items other themes; # alone takes them off."),
    now("split", Items, &[one("I", Value::Item), one("TEXT", Value::Text)], &[], "Makes a second item out of a part of one."),
    now("merge", Items, ITEMS, &[needed("into", "I", Value::Item)], "Items that ask the same become one: also asked by."),
    //
    now(
        "assign",
        Answers,
        &[many("I", Value::Items), one("O", Value::Official)],
        &[option("support", "O,…", Value::Officials), WHY],
        "Gives items to the official who answers them.",
    ),
    now("unassign", Answers, ITEMS, &[], "Takes items back from their official."),
    now(
        "answered",
        Answers,
        &[many("I…|#T", Value::ItemsOrTheme)],
        &[option("by", "O", Value::Official)],
        "Items, or all under a theme, were answered: by the official on the floor, else their lead.",
    ),
    now("reopen", Answers, ITEMS, &[], "Items are to be answered after all."),
    now("written", Answers, ITEMS, &[], "Items will be answered in writing."),
    now("decline", Answers, ITEMS, &[WHY], "Items will not be answered."),
    now(
        "position",
        Answers,
        &[many("I", Value::Items), one("supported|noted|pending", POSITIONS)],
        &[],
        "What the State says of recommendations.",
    ),
    //
    now("note", Record, TEXT, &[], "A remark for the record."),
    later("say", Record, TEXT, &[], "A text onto the hall display."),
    now("undo", Record, &[any("SEQ", Value::Seq)], &[], "Takes back the last change of this seat, or the records named, together."),
    now("redo", Record, &[any("SEQ", Value::Seq)], &[], "Brings back what was taken back last, or the records named, together."),
    now(
        "replace",
        Record,
        &[perhaps("SEQ", Value::Seq), one("COMMAND", Value::Command)],
        &[],
        "Not the last change but this, at its original moment.",
    ),
];
