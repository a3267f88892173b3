//! Conversations as scripts: who says what, and what the shop does and answers.
#![expect(clippy::unwrap_used, clippy::panic)]

mod asides;
mod bills;
mod books;
mod choices;
mod codes;
mod corrections;
mod deletion;
mod drafts;
mod fixed;
mod half_read;
mod measures;
mod money;
mod priced;
mod reports;
mod sending;
mod shop;
mod spoken;
mod state;
mod talk;
mod undo;
mod waiting;
mod world;
