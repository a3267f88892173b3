//! Every seed of the fuzzer, and everything it ever found, is an ordinary test.
#![expect(clippy::unwrap_used)]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::path::Path;

fn each(target: &str, holds: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/seeds")
        .join(target);
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // Shown when the seed fails, so that it can be found.
        println!("{}", path.display());
        holds(&std::fs::read(&path).unwrap());
        seen += 1;
    }
    assert!(seen > 0, "{target} has seeds");
}

#[test]
fn whatever_is_said_is_read_as_something_sound() {
    each("parse", fuzz::parse);
}

#[test]
fn whatever_is_counted_is_a_number_within_bounds_or_none() {
    each("numbers", fuzz::numbers);
}

#[test]
fn whenever_it_is_said_a_reminder_is_in_the_future() {
    each("dates", fuzz::dates);
}

#[test]
fn whatever_is_spelt_stays_short_and_folds_once() {
    each("transliteration", fuzz::transliteration);
}

#[test]
fn whatever_was_stored_a_conversation_goes_on() {
    each("dialogue_state", fuzz::dialogue_state);
}
