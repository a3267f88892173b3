//! Execora: a shop's books by talking. This crate is the doors and the wiring; what a shop can do is in `execora-usecases`.

pub mod app;
pub mod cli;
pub mod config;
pub mod credential_watch;
pub mod demo;
pub mod hub;
pub mod limits;
pub mod listening;
pub mod logging;
pub mod private;
pub mod problem;
pub mod root_keys;
pub mod server;
pub mod socket;
pub mod views;
pub mod web;
pub mod wiring;
pub mod worker;
