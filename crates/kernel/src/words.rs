//! Short texts that people write: trimmed, bounded, without control or direction marks.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextRefused {
    /// Nothing but spaces.
    #[error("empty")]
    Empty,
    /// More characters than fit.
    #[error("too long")]
    TooLong,
    /// Control characters, or marks that turn the writing direction.
    #[error("has characters that cannot be shown")]
    Unprintable,
    /// Not of the form that such a text has.
    #[error("not of the right form")]
    Malformed,
}

/// A name, landmark, nickname or note: 1–255 characters (or a bound of its own), spaces collapsed at the ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Label(String);

impl Label {
    /// Reads a text of at most 255 characters.
    ///
    /// # Errors
    /// When it is empty, too long or has characters that cannot be shown.
    pub fn parse(text: &str) -> Result<Self, TextRefused> {
        Self::parse_within(text, 255)
    }

    /// Reads a text of at most `characters_max` characters; line breaks are kept for notes longer than 255.
    ///
    /// # Errors
    /// As [`Label::parse`].
    pub fn parse_within(text: &str, characters_max: usize) -> Result<Self, TextRefused> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextRefused::Empty);
        }
        if text.chars().count() > characters_max {
            return Err(TextRefused::TooLong);
        }
        let line_break_fine = characters_max > 255;
        let shows = |c: char| !(c.is_control() || turns_direction(c)) || (line_break_fine && c == '\n');
        if !text.chars().all(shows) {
            return Err(TextRefused::Unprintable);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Marks that make text read differently from how it is stored.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Label {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse_within(&String::deserialize(d)?, 1_000).map_err(serde::de::Error::custom)
    }
}
