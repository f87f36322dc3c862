//! `plenary check`: whether a review can be used, and what was understood of it.

use std::path::PathBuf;

use clap::Args;

use super::output::{Output, colours, complain_made};
use super::{Done, Stop};
use crate::review::load;
use crate::review::{Allotment, AtZero, Kind, Review, Rung};

/// Validates a review and prints what was understood
#[derive(Debug, Args)]
pub struct Check {
    /// The review
    review: PathBuf,
    /// What was understood, as JSON
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Checks it. Warnings do not make a review unusable.
    pub fn run(&self, out: &mut Output) -> Done {
        let name = self.review.display();
        if !self.review.exists() {
            return Err(Stop::unusable(format!("There is no file {name}")));
        }
        let loaded = load::review(&self.review).map_err(|problems| {
            complain_made(&problems.report(colours()));
            Stop::failed("")
        })?;
        if !loaded.warnings.is_empty() {
            complain_made(&loaded.warnings.report(colours()));
        }
        if self.json {
            let json = serde_json::to_string_pretty(&loaded.review).map_err(|error| Stop::unusable(error.to_string()))?;
            return Ok(out.line(json)?);
        }
        meeting(&loaded.review, out)?;
        rules(&loaded.review, out)?;
        people(&loaded.review, out)?;
        Ok(out.line(format_args!("{name} can be used"))?)
    }
}

fn names(review: &Review, codes: &[crate::review::Code]) -> String {
    codes.iter().map(|code| review.name_of(*code)).collect::<Vec<_>>().join(", ")
}

fn meeting(review: &Review, out: &mut Output) -> Done {
    out.line(&review.title)?;
    if let Some(session) = &review.session {
        out.line(session)?;
    }
    out.line(format_args!("Starts {} ({})", review.starts.replace('T', " "), review.time_zone))?;
    out.line(format_args!("State under review: {}", review.name_of(review.state_under_review)))?;
    if !review.troika.is_empty() {
        out.line(format_args!("Troika: {}", names(review, &review.troika)))?;
    }
    Ok(())
}

fn rules(review: &Review, out: &mut Output) -> Done {
    let modalities = &review.modalities;
    let source = modalities.source.as_deref().map_or(String::new(), |source| format!(" ({source})"));
    out.line(format_args!("Modalities: {}{source}", modalities.title))?;
    let ends = [("length", modalities.length), ("hard stop", modalities.hard_stop)];
    for (name, end) in ends.into_iter().filter_map(|(name, end)| end.map(|end| (name, end))) {
        out.line(format_args!("  {name} {end}"))?;
    }
    for pool in &modalities.pools {
        out.line(format_args!("  pool {} {}", pool.name, pool.total))?;
    }
    for group in &modalities.groups {
        out.line(format_args!("  bank of the group {} {}", group.name, group.total))?;
    }
    match (&modalities.ladder, review.each) {
        (_, Some(each)) => out.line(format_args!("  {each} each, as announced"))?,
        (Some(ladder), None) => {
            let rungs: Vec<String> = ladder.rungs.iter().map(rung).collect();
            out.line(format_args!("  ladder for the pool {}: {}", ladder.pool, rungs.join("; else ")))?;
        }
        (None, None) => {}
    }
    let at_zero = match modalities.at_zero {
        AtZero::GoOn => "counts on",
        AtZero::Stop => "stands",
        AtZero::Cut => "ends the turn",
    };
    out.line(format_args!("  warning at {}, final at {}; at zero the clock {at_zero}", modalities.warning, modalities.last))?;
    match modalities.closes_after {
        Some(after) => out.line(format_args!("  the list closes {after} after the beginning"))?,
        None => out.line("  the list is closed by hand")?,
    }
    for kind in &modalities.kinds {
        out.line(format_args!("  kind {}: {}", kind.id, described(kind)))?;
    }
    Ok(())
}

fn rung(rung: &Rung) -> String {
    match rung {
        Rung::Standing { member, observer } => format!("{member} for members of the Council and {observer} for all others"),
        Rung::Each(each) => format!("{each} each"),
        Rung::Divide { least } => format!("divided equally, at least {least}"),
    }
}

fn described(kind: &Kind) -> String {
    let time = match &kind.time {
        Allotment::Ladder => "time by the ladder".to_owned(),
        Allotment::Pool => "all that its pool has".to_owned(),
        Allotment::Fixed(time) => time.to_string(),
        Allotment::Successive(times) => times.iter().map(ToString::to_string).collect::<Vec<_>>().join(", then "),
    };
    let pool = kind.pool.as_deref().map_or(String::new(), |pool| format!(", from the pool {pool}"));
    let holds = match (kind.interrupts, kind.holds) {
        (false, _) => "",
        (true, true) => ", interrupts and holds",
        (true, false) => ", interrupts",
    };
    let limit = kind.limit().map_or(String::new(), |limit| format!(", {limit} for each delegation"));
    format!("rank {}, {time}{pool}{holds}{limit}", kind.rank)
}

fn people(review: &Review, out: &mut Output) -> Done {
    let note = review.speakers_note.as_deref().map_or(String::new(), |note| format!(" ({note})"));
    out.line(format_args!("List of speakers: {}{note}", review.speakers.len()))?;
    for (speaker, place) in review.speakers.iter().zip(1_usize..) {
        out.line(format_args!("{place:5}  {}", names(review, &speaker.delegations)))?;
    }
    out.line(format_args!("Delegation of {}: {}", review.name_of(review.state_under_review), review.officials.len()))?;
    for official in &review.officials {
        let key = official.key.map_or(' ', |key| key);
        let name = official.name.as_deref().map_or(String::new(), |name| format!(", {name}"));
        let head = if official.head { " (head)" } else { "" };
        let themes = if official.themes.is_empty() { String::new() } else { format!("  #{}", official.themes.join(" #")) };
        out.line(format_args!("    {key}  {}{name}{head}{themes}", official.office))?;
    }
    out.line(format_args!("Themes: {}", review.themes.len()))?;
    Ok(())
}
