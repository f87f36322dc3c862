//! Input lines as they come before an operator.

use plenary::dialogue::{EntryNo, ItemNo};
use plenary::review::Ms;
use plenary::tui::ui::{Offer, Overlay, Prompt, Purpose};

pub fn prompt(purpose: Purpose, title: &str, typed: &str, offers: &[(&str, &str)], does: &str, footer: &str) -> Overlay {
    let offer = |(label, detail): &(&str, &str)| Offer { label: (*label).to_owned(), detail: (*detail).to_owned(), insert: String::new() };
    Overlay::Prompt(Prompt {
        purpose,
        opened: Ms::ZERO,
        title: title.to_owned(),
        input: typed.into(),
        offers: offers.iter().map(offer).collect(),
        chosen: usize::from(offers.len() > 1),
        does: Ok(does.to_owned()),
        footer: footer.to_owned(),
        preview: None,
    })
}

pub fn prompts() -> Vec<(&'static str, Overlay)> {
    let officials = [("@p", "Prosecutor   answers #torture   0 open"), ("@j", "Justice   answered the like   4 open")];
    let found = [("BEL", "Belgium   53, at 10:10"), ("BEN", "Benin   54, at 10:11"), ("BTN", "Bhutan   55, at 10:12")];
    let capture = "? How many visits did the preventive mechanism make in 2024 to pre-trial detention #torture @";
    let keys = "Enter log, next   Tab theme, official   ? ! + . sort   ↑ last item   Esc keep draft";
    let open = "Enter take   Esc no change";
    vec![
        (
            "capture",
            prompt(Purpose::Capture, "38 · UZBEKISTAN, turn 38 · 09:50:27", capture, &officials, "log question 38, to Justice", keys),
        ),
        (
            "command",
            prompt(
                Purpose::Command,
                "Command",
                "withd",
                &[("withdraw", "E   out of the list")],
                "withdraw what? e12, #3 or a delegation",
                open,
            ),
        ),
        ("find", prompt(Purpose::Find, "Find", "b", &found, "select 54 Benin", open)),
        ("inscribe", prompt(Purpose::Inscribe, "Inscribe", "b", &found, "inscribe Benin at the end", open)),
        ("assign", prompt(Purpose::Lead(vec![ItemNo(2)]), "Item 2 to", "", &officials, "give item 2 to Justice", open)),
        ("pass", prompt(Purpose::Pass, "Pass the floor to", "", &officials, "Justice speaks", open)),
        ("time", prompt(Purpose::Time(EntryNo(42)), "Time of 42 Albania", "2m", &[], "Albania gets 2:00", open)),
    ]
}
