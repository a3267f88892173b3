//! Stories on the real binary.

mod browser;
mod page;
mod rest;
mod shop;
mod socket;
mod spoken;
mod talk;
mod terminal;
