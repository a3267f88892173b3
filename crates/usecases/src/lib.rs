//! What a shop can do: one file per verb, each one unit of work.

pub mod credential;
pub mod ports;
pub mod session;
pub mod shop;
