//! One JSON line in, one JSON line out.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::Value;

use super::{Options, read_with};

/// A longer line is refused.
pub const LINE_BYTES_MAX: usize = 1 << 20;

/// The answer to one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParsedLine {
    /// The line was empty: nothing is written.
    Skipped,
    /// The reading, as one JSON object.
    Read(String),
    /// The line could not be read: an error object; the run goes on and ends with status 1.
    Refused(String),
}

impl ParsedLine {
    /// What is to be written, without a line end.
    #[must_use]
    pub fn json(&self) -> Option<&str> {
        match self {
            Self::Skipped => None,
            Self::Read(json) | Self::Refused(json) => Some(json),
        }
    }

    /// Does the run end with status 1 because of it?
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

#[derive(Serialize)]
struct Answer<'a, T: Serialize> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Value>,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct Refusal<'a> {
    error: &'a str,
    line: u64,
}

/// Reads one line of the input; `line_number` counts from one.
#[must_use]
pub fn parse_line(line: &str, line_number: u64, default_now: DateTime<FixedOffset>) -> ParsedLine {
    parse_line_with(line, line_number, default_now, &Options::default())
}

/// Reads one line of the input under `options`.
#[must_use]
pub fn parse_line_with(
    line: &str,
    line_number: u64,
    default_now: DateTime<FixedOffset>,
    options: &Options<'_>,
) -> ParsedLine {
    if line.len() > LINE_BYTES_MAX {
        return refuse(None, "the line is longer than 1 MiB", line_number);
    }
    if line.trim().is_empty() {
        return ParsedLine::Skipped;
    }
    let Ok(value) = serde_json::from_str::<Value>(line) else {
        return refuse(None, "not JSON", line_number);
    };
    let Some(object) = value.as_object() else {
        return refuse(None, "not a JSON object", line_number);
    };
    let id = object.get("id").filter(|id| !id.is_null());
    let Some(text) = object.get("text").and_then(Value::as_str) else {
        return refuse(id, "no text", line_number);
    };
    let now = match object.get("now") {
        None | Some(Value::Null) => default_now,
        Some(now) => match now
            .as_str()
            .and_then(|now| DateTime::parse_from_rfc3339(now).ok())
        {
            Some(now) => now,
            None => return refuse(id, "now is not a moment with an offset", line_number),
        },
    };
    let reading = read_with(text, now, options);
    match serde_json::to_string(&Answer { id, body: reading }) {
        Ok(json) => ParsedLine::Read(json),
        Err(_) => refuse(id, "the reading could not be written", line_number),
    }
}

fn refuse(id: Option<&Value>, error: &str, line: u64) -> ParsedLine {
    let answer = Answer {
        id,
        body: Refusal { error, line },
    };
    ParsedLine::Refused(
        serde_json::to_string(&answer)
            .unwrap_or_else(|_| format!("{{\"error\":\"unreadable\",\"line\":{line}}}")),
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]
    use super::*;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap()
    }

    #[test]
    fn the_id_comes_back_as_it_was_given() {
        let line = parse_line(r#"{"id":7,"text":"haan"}"#, 1, now());
        assert_eq!(
            line.json().unwrap(),
            r#"{"id":7,"intent":"AFFIRM","confidence":0.95,"slots":{},"language":"hi-Latn"}"#
        );
    }

    #[test]
    fn a_bad_line_is_an_error_with_its_number_and_an_empty_one_is_skipped() {
        assert_eq!(
            parse_line("{", 3, now()),
            ParsedLine::Refused(r#"{"error":"not JSON","line":3}"#.to_owned())
        );
        assert_eq!(
            parse_line(r#"{"id":"a","txt":"x"}"#, 4, now()),
            ParsedLine::Refused(r#"{"id":"a","error":"no text","line":4}"#.to_owned())
        );
        assert_eq!(parse_line("  ", 5, now()), ParsedLine::Skipped);
        assert!(parse_line(&"x".repeat(LINE_BYTES_MAX + 1), 6, now()).is_refused());
    }
}
