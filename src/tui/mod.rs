//! The terminal: what is seen, and what a key does.
//!
//! A screen is a function. [`draw`] makes a frame out of a [`scene::Scene`] and nothing else; it decides nothing and keeps nothing.
//!
//! * [`scene`]: all that a frame is drawn from
//! * [`ui`]: where the eye and the hand are
//! * [`board`]: which items are shown, in which order
//! * [`log`]: which records are shown, and what became of each
//! * [`keymap`]: which key does what
//! * `console`: the loop of every terminal, whatever one sits at
//! * `terminal`: the terminal itself, taken over and given back
//! * [`player`]: a recording, played back on the same screens
//! * [`theme`]: named styles
//! * `screens`: which panels stand where; `panels`: the parts of a screen; `overlays`: what lies over it;
//!   `widgets`: the marks that they are made of

mod app;
pub mod board;
mod console;
pub mod input;
pub mod keymap;
pub mod log;
mod opening;
mod overlays;
mod panels;
pub mod player;
mod prompts;
pub mod scene;
mod screens;
mod terminal;
pub mod theme;
pub mod ui;
mod view;
mod wake;
mod wall;
mod widgets;

pub use app::{run, run_by};
pub use opening::{Left, Opening, Trouble};
pub use screens::draw;
pub use widgets::times;
