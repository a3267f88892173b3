//! Writes the corrupted twin of the labelled commands as JSON lines: `-- SEED` for another than the first.

use std::io::{self, Write};

use serde_json::{Value, json};

#[path = "../tests/corpus/twin.rs"]
mod twin;

use twin::{Dice, Kind, corrupt};

const CORPUS: &str = include_str!("../corpora/commands-dev.jsonl");

fn main() -> io::Result<()> {
    let seed = match std::env::args().nth(1) {
        Some(seed) => seed.parse().map_err(io::Error::other)?,
        None => 1,
    };
    let mut out = io::stdout().lock();
    for kind in Kind::ALL {
        let mut dice = Dice::new(seed);
        for line in CORPUS.lines().filter(|line| !line.trim().is_empty()) {
            let row: Value = serde_json::from_str(line)?;
            if let Some(mut twin) = corrupt(&row, kind, &mut dice) {
                twin["corrupted"] = json!(format!("{kind:?}"));
                writeln!(out, "{twin}")?;
            }
        }
    }
    Ok(())
}
