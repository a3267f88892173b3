//! GST registration numbers and state codes.
//!
//! Check digit: base 36, weights 1, 2, 1, 2 …, quotient and remainder added, as the GST network's own verifier does.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A two-digit GST state code, such as `09` for Uttar Pradesh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StateCode(u8);

/// Text that is no GST number or state code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid GST number or state code")]
pub struct GstinRefused;

impl StateCode {
    /// Reads a two-digit code of a state, a union territory, 96 (other country) or 97 (other territory).
    ///
    /// # Errors
    /// When the code is not in use; 25 and 28 were given up.
    pub fn parse(text: &str) -> Result<Self, GstinRefused> {
        let code: u8 = match text.as_bytes() {
            [a @ b'0'..=b'9', b @ b'0'..=b'9'] => (a - b'0') * 10 + (b - b'0'),
            _ => return Err(GstinRefused),
        };
        match code {
            25 | 28 => Err(GstinRefused),
            1..=38 | 96 | 97 => Ok(Self(code)),
            _ => Err(GstinRefused),
        }
    }
}

impl fmt::Display for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

impl Serialize for StateCode {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StateCode {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// A GST registration number of 15 characters whose form and check digit are right.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Gstin(String);

impl Gstin {
    /// Reads a number in either case.
    ///
    /// # Errors
    /// When its length, form, state or check digit is wrong.
    pub fn parse(text: &str) -> Result<Self, GstinRefused> {
        let text = text.trim().to_ascii_uppercase();
        let bytes = text.as_bytes();
        let form = b"00AAAAA0000A*Z*";
        let fits = |(b, f): (&u8, &u8)| match f {
            b'0' => b.is_ascii_digit(),
            b'A' => b.is_ascii_uppercase(),
            b'Z' => *b == b'Z' || b.is_ascii_alphanumeric(),
            _ => b.is_ascii_alphanumeric(),
        };
        if bytes.len() != 15 || !bytes.iter().zip(form).all(fits) {
            return Err(GstinRefused);
        }
        StateCode::parse(text.get(..2).ok_or(GstinRefused)?)?;
        let sum: u32 = bytes[..14]
            .iter()
            .enumerate()
            .map(|(i, b)| {
                let weighted = value(*b) * if i % 2 == 0 { 1 } else { 2 };
                weighted / 36 + weighted % 36
            })
            .sum();
        if (36 - sum % 36) % 36 == value(bytes[14]) {
            Ok(Self(text))
        } else {
            Err(GstinRefused)
        }
    }

    /// The number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The state that the registration belongs to.
    #[must_use]
    pub fn state(&self) -> Option<StateCode> {
        StateCode::parse(self.0.get(..2)?).ok()
    }
}

fn value(b: u8) -> u32 {
    match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        _ => u32::from(b.wrapping_sub(b'A')) + 10,
    }
}

impl<'de> Deserialize<'de> for Gstin {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_is_checked() {
        assert!(Gstin::parse("27AAPFU0939F1ZV").is_ok());
        assert!(Gstin::parse("29aafca7488l1zw").is_ok());
        for wrong in [
            "29AAFCA7488L1Z0",
            "27AAPFU0939F1Z",
            "25AAPFU0939F1ZV",
            "२७AAPFU0939F1Z",
        ] {
            assert!(Gstin::parse(wrong).is_err(), "{wrong}");
        }
    }
}
