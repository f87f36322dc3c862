//! What the operator had before their eyes when the last frame was drawn: what a key pressed on it is aimed at.

use crate::dialogue::{Dialogue, Record, Seq, State};
use crate::review::Ms;

/// What a frame showed.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The newest record then.
    pub seq: Seq,
    /// When, in session time.
    pub at: Ms,
    /// What was true.
    pub state: State,
    /// What undo would have taken back.
    pub undo: Option<Seq>,
    /// What redo would have brought back.
    pub redo: Option<Seq>,
    /// The last start or stop of the floor that counted, and its moment.
    pub shifts: Option<(Seq, Ms)>,
}

impl Seen {
    /// What a frame of this moment shows to a seat.
    pub fn of(dialogue: &Dialogue, seat: &str, at: Ms) -> Seen {
        let seq_of = |record: Option<&std::sync::Arc<Record>>| record.map(|record| record.seq);
        Seen {
            seq: dialogue.seq(),
            at,
            state: dialogue.state().clone(),
            undo: seq_of(dialogue.undoable(seat)),
            redo: seq_of(dialogue.redoable(seat)),
            shifts: shifts(dialogue),
        }
    }

    /// Another frame; what is the same as on the last one is not looked up again.
    pub fn again(self, dialogue: &Dialogue, seat: &str, at: Ms) -> Seen {
        let same = self.seq == dialogue.seq() && self.state.as_of == dialogue.state().as_of;
        if same { Seen { at, ..self } } else { Seen::of(dialogue, seat, at) }
    }

    /// The records that were not on the disk then, or not known here.
    pub fn since<'a>(&self, dialogue: &'a Dialogue) -> impl DoubleEndedIterator<Item = &'a Record> + use<'a> {
        let known = usize::try_from(self.seq.0).unwrap_or(usize::MAX);
        dialogue.records().get(known..).unwrap_or_default().iter().map(|record| &**record)
    }
}

/// What `back` would put at another moment, and where it stands.
pub(super) fn shifts(dialogue: &Dialogue) -> Option<(Seq, Ms)> {
    dialogue.last_of_floor().map(|(slot, _)| (slot.seq, slot.moment))
}
