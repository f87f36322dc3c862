//! What a key can do, and what that is called in `keys.toml` and on the screen.

/// Where a key works, and under which heading it stands in `?`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Everywhere outside a line.
    Anywhere,
    /// The number keys.
    Screens,
    /// While the list of speakers has the selection keys.
    List,
    /// While the items have them.
    Items,
    /// Inside every line.
    Line,
    /// While a moment of the past is looked at from the log.
    Past,
    /// While a recording is played back.
    Replay,
}

impl Group {
    /// All, in the order of the file.
    pub const ALL: [Group; 7] = [Group::Anywhere, Group::Screens, Group::List, Group::Items, Group::Line, Group::Past, Group::Replay];

    /// The table of `keys.toml`, and the heading.
    pub fn name(self) -> &'static str {
        match self {
            Group::Anywhere => "anywhere",
            Group::Screens => "screens",
            Group::List => "list",
            Group::Items => "items",
            Group::Line => "line",
            Group::Past => "past",
            Group::Replay => "replay",
        }
    }
}

macro_rules! deeds {
    ($($group:ident { $($deed:ident = $name:literal, $does:literal $(, $later:literal)?;)* })*) => {
        /// Everything that a key can be bound to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Deed {
            $($(#[doc = $does] $deed,)*)*
        }

        impl Deed {
            /// Every deed, in the order in which keys are listed.
            pub const ALL: &'static [Deed] = &[$($(Deed::$deed,)*)*];

            /// Its name in `keys.toml`.
            pub fn name(self) -> &'static str {
                match self { $($(Deed::$deed => $name,)*)* }
            }

            /// What it does, in general; what it will do now is said by its hint.
            pub fn does(self) -> &'static str {
                match self { $($(Deed::$deed => $does,)*)* }
            }

            /// The same without what it does at other times, which stands behind a semicolon.
            pub fn does_first(self) -> &'static str {
                self.does().split("; ").next().unwrap_or_default()
            }

            /// Where it works.
            pub fn group(self) -> Group {
                match self { $($(Deed::$deed => Group::$group,)*)* }
            }

            /// Whether this version does not carry it out yet: the key is kept for it and says so.
            pub fn is_later(self) -> bool {
                match self { $($(Deed::$deed => deeds!(@later $($later)?),)*)* }
            }
        }
    };
    (@later) => { false };
    (@later $later:literal) => { true };
}

deeds! {
    Anywhere {
        Next = "next", "the next speaker; before the meeting: begin it";
        TakeBackNext = "take-back-next", "take back the last next";
        Done = "done", "the speaker has ended";
        Cut = "cut", "the chair ends the turn";
        Pause = "pause", "hold the clock, let it go on";
        Longer = "longer", "30 s longer";
        Shorter = "shorter", "30 s shorter";
        Earlier = "earlier", "the last start or stop was 5 s earlier";
        Later = "later", "the last start or stop was 5 s later";
        PointOfOrder = "point-of-order", "point of order";
        Ruling = "ruling", "the ruling on a point of order";
        Retype = "retype", "the running turn is of another kind";
        Answer = "answer", "the State under review takes the floor";
        Pass = "pass", "the floor passes to another official";
        Question = "question", "log a question";
        Recommendation = "recommendation", "log a recommendation";
        Commendation = "commendation", "log a commendation";
        Comment = "comment", "log a comment";
        Lead = "lead", "who answers the item";
        Support = "support", "who adds to the answer";
        Answered = "answered", "the item has been answered";
        Reopen = "reopen", "it has not been answered after all";
        Absent = "absent", "not in the room";
        Again = "again", "the floor back to the last speaker";
        Divide = "divide", "divide the time that is left";
        Inscribe = "inscribe", "inscribe a delegation";
        Find = "find", "find a speaker or an item";
        Undo = "undo", "take back the last change";
        Redo = "redo", "bring back what was taken back";
        HandOver = "hand-over", "the sheet for the next operator", "later";
        Replace = "replace", "not that but this, at its moment";
        Exports = "exports", "write tables, report, sheets";
        Command = "command", "any command";
        Keys = "keys", "the keys that work now";
        Panel = "panel", "the selection keys go to the other panel";
        Down = "down", "select the one below";
        Up = "up", "select the one above";
        Quit = "quit", "leave; asks first";
    }
    Screens {
        FloorScreen = "floor", "floor, list and items";
        ItemsScreen = "items", "all items";
        DelegationScreen = "delegation", "the officials";
        FiguresScreen = "figures", "statistics and forecast";
        LogScreen = "log", "all records: what was done, when, by whom";
        OutstandingScreen = "outstanding", "what is still to be answered";
        HallScreen = "hall", "what the hall sees", "later";
    }
    List {
        MoveDown = "move-down", "one place down";
        MoveUp = "move-up", "one place up";
        Top = "top", "to the top of the list";
        OwnTime = "own-time", "its own time";
        Swap = "swap", "exchange places";
        Defer = "defer", "to the end of the list";
        Aside = "aside", "set aside";
        Release = "release", "back to its place, waiting";
        Withdraw = "withdraw", "out of the list";
        Restore = "restore", "back into the list";
        Give = "give", "give the floor, out of order";
        Arrange = "arrange", "order the whole list, by name or by lot";
        OpenList = "open-list", "the list takes entries again";
        CloseList = "close-list", "the list takes no more entries";
    }
    Items {
        Filter = "filter", "show some of the items, or of the records";
        Group = "group", "headings: by theme, official, delegation, or none";
        Order = "order", "their order: newest, oldest, open ones or delegations first";
        InWriting = "in-writing", "to be answered in writing";
        Decline = "decline", "will not be answered";
        Mark = "mark", "mark several items";
        Merge = "merge", "also asked by";
        Split = "split", "two items out of one";
        Theme = "theme", "other themes";
        Position = "position", "what the State under review says of a recommendation";
        Amend = "amend", "put an item right";
        MoveTurn = "move-turn", "an item belongs to another turn";
        Detail = "detail", "all of one item or official; the moment of a record";
    }
    Line {
        LineNext = "next", "the next speaker";
        LineDone = "done", "the speaker has ended";
        LinePointOfOrder = "point-of-order", "point of order";
        LineEarlier = "earlier", "the item was said 1 s earlier";
        LineLater = "later", "the item was said 1 s later";
        LineAuthors = "authors", "who made the item, if not who has the floor";
    }
    Past {
        PastOn = "record-on", "a record later";
        PastBack = "record-back", "a record earlier";
    }
    Replay {
        Play = "play", "play, stand still";
        TurnOn = "turn-on", "to the next turn";
        TurnBack = "turn-back", "to the turn before";
        ItemOn = "item-on", "to the next item";
        ItemBack = "item-back", "to the item before";
        SecondOn = "second-on", "one second on";
        SecondBack = "second-back", "one second back";
        Slower = "slower", "slower";
        Faster = "faster", "faster";
        Tenth = "tenth", "and a digit: tenths of it all";
        TenthOn = "tenth-on", "10 % of the meeting on";
        TenthBack = "tenth-back", "10 % of the meeting back";
        Search = "search", "find in names, items and notes";
        GoTo = "go-to", "a time, name, number or speed";
        OrderOn = "order-on", "to the next point of order";
        OrderBack = "order-back", "to the point of order before";
        HitOn = "hit-on", "find the next";
        HitBack = "hit-back", "find the one before";
        RecordOn = "record-on", "one record on";
        RecordBack = "record-back", "one record back";
        MinuteOn = "minute-on", "one minute on";
        MinuteBack = "minute-back", "one minute back";
        ToStart = "to-start", "to the start";
        ToEnd = "to-end", "to the end";
        Silence = "silence", "pass over silence";
        StopAt = "stop-at", "then a mark's key: stop there";
        Repeat = "repeat", "a passage again: from, to, off";
        TakenBack = "taken-back", "what was taken back, or not";
    }
}

impl Deed {
    /// The deed of that name in a group.
    pub fn named(group: Group, name: &str) -> Option<Deed> {
        Deed::ALL.iter().copied().find(|deed| deed.group() == group && deed.name() == name)
    }

    /// What it does outside a line.
    pub fn outside(self) -> Deed {
        match self {
            Deed::LineNext => Deed::Next,
            Deed::LineDone => Deed::Done,
            Deed::LinePointOfOrder => Deed::PointOfOrder,
            other => other,
        }
    }
}
