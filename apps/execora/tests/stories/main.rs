//! Stories on the real binary.

mod books;
mod browser;
mod chrome;
mod conversations;
mod doors;
mod kill;
mod looks;
mod partner;
mod reports;
mod rest;
mod revoking;
mod settings;
mod shop;
mod signing_out;
mod slow;
mod socket;
mod socket_books;
mod socket_bounds;
mod socket_manners;
mod sound;
mod spoken;
mod terminal;
mod wire;
