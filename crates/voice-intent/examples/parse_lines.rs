//! Reads commands as JSON lines on stdin and writes their readings on stdout; `--explain` says how, and the names of a
//! vocabulary file win.

use std::io::{self, BufRead, Write};

use chrono::DateTime;
use execora_voice_intent::understanding::{Options, Vocabulary, parse_line_with};

fn main() -> io::Result<()> {
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").map_err(io::Error::other)?;
    let mut vocabulary = None;
    let mut explain = false;
    for argument in std::env::args().skip(1) {
        if argument == "--explain" {
            explain = true;
        } else {
            let names = serde_json::from_str(&std::fs::read_to_string(argument)?)?;
            vocabulary = Some(Vocabulary::new(&names));
        }
    }
    let options = Options {
        explain,
        vocabulary: vocabulary.as_ref(),
    };
    let mut out = io::stdout().lock();
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        if let Some(json) = parse_line_with(&line?, number, now, &options).json() {
            writeln!(out, "{json}")?;
        }
    }
    Ok(())
}
