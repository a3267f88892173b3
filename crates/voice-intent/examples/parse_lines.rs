//! Reads commands as JSON lines on stdin and writes their readings on stdout.

use std::io::{self, BufRead, Write};

use chrono::DateTime;
use execora_voice_intent::understanding::parse_line;

fn main() -> io::Result<()> {
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").map_err(io::Error::other)?;
    let mut out = io::stdout().lock();
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        if let Some(json) = parse_line(&line?, number, now).json() {
            writeln!(out, "{json}")?;
        }
    }
    Ok(())
}
