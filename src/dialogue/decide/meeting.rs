//! The meeting as a whole.

use super::{Decided, refuse};
use crate::dialogue::{Event, RefusalCode, State, Status, Text};

impl State {
    pub(super) fn decide_begin(&self) -> Decided {
        self.not_adjourned()?;
        match self.status {
            Status::Waiting => Ok(vec![Event::Began]),
            _ => refuse(RefusalCode::NotAllowed, "The meeting has begun already"),
        }
    }

    pub(super) fn decide_suspend(&self) -> Decided {
        self.begun()?;
        match self.status {
            Status::Open => Ok(vec![Event::Suspended]),
            _ => refuse(RefusalCode::NotAllowed, "The meeting is suspended already"),
        }
    }

    pub(super) fn decide_reconvene(&self) -> Decided {
        self.begun()?;
        match self.status {
            Status::Suspended => Ok(vec![Event::Reconvened]),
            _ => refuse(RefusalCode::NotPaused, "The meeting is not suspended"),
        }
    }

    pub(super) fn decide_adjourn(&self) -> Decided {
        self.begun()?;
        Ok(vec![Event::Adjourned])
    }

    pub(super) fn decide_segment(&self, name: &Text) -> Decided {
        self.begun()?;
        let segments = &self.review.modalities.segments;
        if !segments.is_empty() && !segments.iter().any(|segment| segment.as_str() == &**name) {
            let known = segments.join(", ");
            return refuse(RefusalCode::NotAllowed, format!("The modalities have no segment \"{name}\"; they have {known}"));
        }
        if self.segment.as_ref() == Some(name) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Segment(Text::clone(name))])
    }

    pub(super) fn decide_note(&self, text: &Text) -> Decided {
        if text.trim().is_empty() {
            return refuse(RefusalCode::Usage, "Note what? Write: note TEXT");
        }
        Ok(vec![Event::Noted(Text::clone(text))])
    }
}
