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
        deed if opens(deed) == Some(eye.screen) => Err(is_open(eye)),
        deed => Ok(Proposal::look(name_of(opens(deed)?), Look::Screen(opens(deed)?))),
    })
}

/// The screen that a number key opens.
pub(in crate::tui) fn opens(deed: Deed) -> Option<Screen> {
    Some(match deed {
        Deed::FloorScreen => Screen::Floor,
        Deed::ItemsScreen => Screen::Items,
        Deed::DelegationScreen => Screen::Delegation,
        Deed::FiguresScreen => Screen::Figures,
        Deed::LogScreen => Screen::Log,
        Deed::OutstandingScreen => Screen::Outstanding,
        _ => return None,
    })
}

fn name_of(screen: Screen) -> &'static str {
    match screen {
        Screen::Floor => "floor",
        Screen::Items => "items",
        Screen::Delegation => "officials",
        Screen::Figures => "figures",
        Screen::Log => "log",
        Screen::Outstanding => "outstanding",
    }
}

fn is_open(eye: &Eye<'_>) -> String {
    let open = match eye.screen {
        Screen::Floor => return "The floor's screen is open".to_owned(),
        Screen::Items => "The items' screen is open",
        Screen::Delegation => "The officials' screen is open",
        Screen::Figures => "The figures are open",
        Screen::Log => "The log is open",
        Screen::Outstanding => "What is outstanding is shown",
    };
    format!("{open}; {} goes back to the floor", eye.key(Deed::FloorScreen))
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
