//! Phone numbers and e-mail addresses, in one spelling each.

use crate::TextRefused;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A phone number in E.164 form, `+919876543210`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Reads an Indian mobile number in any usual writing (`98765 43210`, `+91-…`, `0091…`, `0…`, Devanagari digits)
    /// or any other number in international form with `+`. One number has one result, so that it can be compared.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, TextRefused> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextRefused::Empty);
        }
        if text.chars().count() > 40 {
            return Err(TextRefused::TooLong);
        }
        let mut digits = String::with_capacity(16);
        for (i, c) in text.chars().enumerate() {
            match c {
                '+' if i == 0 => {}
                ' ' | '-' | '(' | ')' | '.' => {}
                '0'..='9' => digits.push(c),
                '\u{966}'..='\u{96f}' => digits.extend(char::from_digit(u32::from(c) - 0x966, 10)),
                _ => return Err(TextRefused::Malformed),
            }
        }
        let national = |d: &str| d.len() == 10 && d.starts_with(['6', '7', '8', '9']);
        if text.starts_with('+') && !digits.starts_with("91") {
            return if (8..=15).contains(&digits.len()) && !digits.starts_with('0') {
                Ok(Self(format!("+{digits}")))
            } else {
                Err(TextRefused::Malformed)
            };
        }
        ["", "91", "0091", "0"]
            .iter()
            .filter_map(|prefix| digits.strip_prefix(prefix))
            .find(|rest| national(rest))
            .map(|rest| Self(format!("+91{rest}")))
            .ok_or(TextRefused::Malformed)
    }

    /// The number as `+…`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last four digits, which are enough to tell two people apart.
    #[must_use]
    pub fn last4(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(4)..).unwrap_or_default()
    }
}

impl fmt::Debug for Phone {
    // A phone number must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// An e-mail address in lower case.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Reads an address: one `@`, a local part of 1–64 plain characters, a domain of dotted labels.
    /// Quoted local parts and address literals of RFC 5321 are refused: nobody says them to a shop.
    ///
    /// # Errors
    /// When it is no such address.
    pub fn parse(text: &str) -> Result<Self, TextRefused> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(TextRefused::Empty);
        }
        if text.len() > 254 {
            return Err(TextRefused::TooLong);
        }
        let (local, domain) = text.split_once('@').ok_or(TextRefused::Malformed)?;
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
        let dots_fine = |s: &str| !s.starts_with('.') && !s.ends_with('.') && !s.contains("..");
        let label = |l: &str| {
            !l.is_empty()
                && l.len() <= 63
                && !l.starts_with('-')
                && !l.ends_with('-')
                && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let local_fine = (1..=64).contains(&local.len()) && local.bytes().all(plain) && dots_fine(local);
        if local_fine && domain.contains('.') && domain.split('.').all(label) {
            Ok(Self(text))
        } else {
            Err(TextRefused::Malformed)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_has_one_spelling() {
        for text in [
            "9876543210",
            "+91 98765 43210",
            "91-9876543210",
            "00919876543210",
            "09876543210",
            "९८७६५४३२१०",
        ] {
            assert_eq!(
                Phone::parse(text).map(|p| p.0),
                Ok("+919876543210".to_owned()),
                "{text}"
            );
        }
        assert_eq!(
            Phone::parse("+1 415 555 2671").map(|p| p.0),
            Ok("+14155552671".to_owned())
        );
        for text in [
            "",
            "12345",
            "1234567890",
            "98765432101",
            "98765x3210",
            "+91 12345 67890",
        ] {
            assert!(Phone::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_are_lower_case_and_plain() {
        assert_eq!(
            Email::parse("Rahul@Gmail.com").map(|e| e.0),
            Ok("rahul@gmail.com".to_owned())
        );
        for text in [
            "rahul", "a@b", "a@@b.in", ".a@b.in", "a@-b.in", "a b@c.in", "a@b..in",
        ] {
            assert!(Email::parse(text).is_err(), "{text}");
        }
    }
}
