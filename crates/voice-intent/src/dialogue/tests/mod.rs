//! Conversations as scripts: who says what, and what the shop does and answers.
#![expect(clippy::unwrap_used, clippy::panic)]

mod asides;
mod bills;
mod choices;
mod deletion;
mod fixed;
mod money;
mod reports;
mod sending;
mod spoken;
mod talk;
mod undo;
mod waiting;
mod world;
