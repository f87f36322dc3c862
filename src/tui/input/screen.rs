//! The keys that change nothing but this screen.

use super::eye::Eye;
use super::proposal::{Act, Asked, Look, Proposal};
use super::selection::picks;
use crate::tui::keymap::Deed;
use crate::tui::ui::{Focus, Purpose, Screen};

/// What a key of the screen would do.
pub(super) fn propose(deed: Deed, eye: &Eye<'_>) -> Option<Result<Proposal, String>> {
    Some(match deed {
        Deed::Find => Ok(Proposal::line("find", Purpose::Find, "")),
        Deed::Command => Ok(Proposal::line("command", Purpose::Command, "")),
        Deed::Exports => Ok(Proposal { says: "export".to_owned(), act: Act::Exports }),
        Deed::Keys => Ok(Proposal::look("keys", Look::Keys)),
        Deed::Panel => panel(eye),
        Deed::Down => select(eye, 1, "select below"),
        Deed::Up => select(eye, -1, "select above"),
        Deed::Quit => Ok(Proposal { says: "leave".to_owned(), act: Act::Ask(Asked::Leave) }),
        Deed::FloorScreen if eye.screen == Screen::Floor => Err("The floor's screen is open".to_owned()),
        Deed::ItemsScreen if eye.screen == Screen::Items => {
            Err(format!("The items' screen is open; {} goes back to the floor", eye.key(Deed::FloorScreen)))
        }
        Deed::DelegationScreen if eye.screen == Screen::Delegation => {
            Err(format!("The officials' screen is open; {} goes back to the floor", eye.key(Deed::FloorScreen)))
        }
        Deed::FiguresScreen if eye.screen == Screen::Figures => {
            Err(format!("The figures are open; {} goes back to the floor", eye.key(Deed::FloorScreen)))
        }
        Deed::OutstandingScreen if eye.screen == Screen::Outstanding => {
            Err(format!("What is outstanding is shown; {} goes back to the floor", eye.key(Deed::FloorScreen)))
        }
        Deed::LogScreen if eye.screen == Screen::Log => {
            Err(format!("The log is open; {} goes back to the floor", eye.key(Deed::FloorScreen)))
        }
        Deed::LogScreen => Ok(Proposal::look("log", Look::Screen(Screen::Log))),
        Deed::FloorScreen => Ok(Proposal::look("floor", Look::Screen(Screen::Floor))),
        Deed::ItemsScreen => Ok(Proposal::look("items", Look::Screen(Screen::Items))),
        Deed::DelegationScreen => Ok(Proposal::look("officials", Look::Screen(Screen::Delegation))),
        Deed::FiguresScreen => Ok(Proposal::look("figures", Look::Screen(Screen::Figures))),
        Deed::OutstandingScreen => Ok(Proposal::look("outstanding", Look::Screen(Screen::Outstanding))),
        _ => return None,
    })
}

fn panel(eye: &Eye<'_>) -> Result<Proposal, String> {
    match (eye.screen, eye.focus) {
        (Screen::Floor, Focus::List) => Ok(Proposal::look("items", Look::Focus(Focus::Items))),
        (Screen::Floor, Focus::Items) => Ok(Proposal::look("list", Look::Focus(Focus::List))),
        _ => Err(format!("The list is on the floor's screen; {} goes there", eye.key(Deed::FloorScreen))),
    }
}

/// What the selection keys would do, by so many rows.
pub(super) fn select(eye: &Eye<'_>, by: i32, says: &str) -> Result<Proposal, String> {
    if matches!(eye.screen, Screen::Figures | Screen::Outstanding) {
        return Ok(Proposal::look(if by > 0 { "further down" } else { "further up" }, Look::Scroll(by)));
    }
    let (any, none, helps) = match eye.focus {
        Focus::List => (eye.state().listed().next().is_some(), "The list is empty", (Deed::Inscribe, "inscribes")),
        Focus::Items if eye.state().items.iter().next().is_none() => (false, "There are no items yet", (Deed::Question, "logs one")),
        Focus::Officials => {
            (!eye.state().officials.is_empty(), "The review names no officials", (Deed::FloorScreen, "goes back to the floor"))
        }
        Focus::Records if eye.log.any => return Ok(Proposal::look(says, Look::Select(by))),
        Focus::Records => return Err("No record fits the filter; Esc shows all of them".to_owned()),
        Focus::Items if eye.screen == Screen::Items => {
            return if eye.board.any {
                Ok(Proposal::look(says, Look::Select(by)))
            } else {
                Err("No item fits the filter; Esc shows all of them".to_owned())
            };
        }
        Focus::Items => {
            let any = !picks(eye.screen, eye.state()).is_empty();
            (any, "Nothing is to be answered here", (Deed::ItemsScreen, "shows all items"))
        }
    };
    let (deed, does) = helps;
    if any { Ok(Proposal::look(says, Look::Select(by))) } else { Err(format!("{none}; {} {does}", eye.key(deed))) }
}
