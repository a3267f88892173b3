//! Stories on the real binary.

mod books;
mod rest;
mod shop;
mod socket;
mod sound;
mod spoken;
mod terminal;
mod wire;
