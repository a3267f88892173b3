//! Indian postal codes.

use execora_kernel::TextRefused;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A six-digit postal code; the first digit is a zone and never 0.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Pincode(String);

impl Pincode {
    /// Reads six digits; one space in the middle, as it is often written, is fine.
    ///
    /// # Errors
    /// When it is no such code.
    pub fn parse(text: &str) -> Result<Self, TextRefused> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextRefused::Empty);
        }
        let digits = match text.split_once(' ') {
            Some((zone, rest)) if zone.len() == 3 => format!("{zone}{rest}"),
            _ => text.to_owned(),
        };
        let fits =
            digits.len() == 6 && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        if fits {
            Ok(Self(digits))
        } else {
            Err(TextRefused::Malformed)
        }
    }

    /// The six digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pincode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Pincode {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postal_code_is_six_digits_and_does_not_begin_with_zero() {
        for text in ["226001", " 226001 ", "226 001"] {
            assert_eq!(
                Pincode::parse(text).map(|p| p.0),
                Ok("226001".to_owned()),
                "{text}"
            );
        }
        for text in ["", "026001", "22600", "2260011", "22 6001", "22600a", "२२६००१"] {
            assert!(Pincode::parse(text).is_err(), "{text}");
        }
    }
}
