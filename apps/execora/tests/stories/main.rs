//! Stories on the real binary.

mod rest;
mod shop;
mod socket;
mod terminal;
