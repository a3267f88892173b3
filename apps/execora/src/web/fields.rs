//! Turning fields of a body into values, gathering every refusal instead of the first alone.

use crate::problem::{FieldRefusal, Problem};
use chrono::{DateTime, NaiveDate, Utc};
use execora_invoice::Discount;
use execora_kernel::quantity::QuantityRefused;
use execora_kernel::{Label, Money, Quantity, TextRefused};
use execora_usecases::FieldCode;
use serde::{Deserialize, Deserializer};

/// Tells an absent field from `null`, as a merge needs (RFC 7396).
///
/// # Errors
/// When the value is of the wrong type.
pub fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(d: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(d).map(Some)
}

/// What was refused so far.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldRefusal>);

impl Fields {
    /// Refuses a field.
    pub fn refuse(&mut self, pointer: impl Into<String>, code: FieldCode) {
        self.0.push(FieldRefusal {
            pointer: pointer.into(),
            code,
        });
    }

    /// Keeps a value or refuses its field.
    pub fn put<T>(&mut self, pointer: impl Into<String>, result: Result<T, FieldCode>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(code) => {
                self.refuse(pointer, code);
                None
            }
        }
    }

    /// An optional field by a parser.
    pub fn opt<T>(
        &mut self,
        pointer: &str,
        text: Option<&String>,
        parse: impl Fn(&str) -> Result<T, FieldCode>,
    ) -> Option<T> {
        text.and_then(|t| self.put(pointer, parse(t)))
    }

    /// A field of a merge by a parser: absent keeps, null clears.
    pub fn merge<T>(
        &mut self,
        pointer: &str,
        text: Option<&Option<String>>,
        parse: impl Fn(&str) -> Result<T, FieldCode>,
    ) -> Option<Option<T>> {
        match text {
            None => None,
            Some(None) => Some(None),
            Some(Some(text)) => self.put(pointer, parse(text)).map(Some),
        }
    }

    /// A list of labels.
    pub fn labels(&mut self, pointer: &str, texts: &[String]) -> Vec<Label> {
        texts
            .iter()
            .enumerate()
            .filter_map(|(i, t)| self.put(format!("{pointer}/{i}"), label(t)))
            .collect()
    }

    /// The days of a list, both included; the last is not before the first.
    pub fn days(
        &mut self,
        from: Option<&String>,
        to: Option<&String>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let (from, to) = (self.opt("/from", from, date), self.opt("/to", to, date));
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            self.refuse("/to", FieldCode::OutOfRange);
        }
        (from, to)
    }

    /// Ends the reading of a query.
    ///
    /// # Errors
    /// `validation_failed` with every parameter that was refused.
    pub fn finish_query(self) -> Result<(), Problem> {
        self.finish().map_err(Problem::in_query)
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// `validation_failed` with everything that was refused.
    pub fn finish(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Problem::fields(self.0))
        }
    }
}

/// Ends the reading with a value that a refusal may have left out.
///
/// # Errors
/// `validation_failed` with everything that was refused.
pub fn finish<T>(mut fields: Fields, pointer: &str, value: Option<T>) -> Result<T, Problem> {
    match value {
        Some(value) => fields.finish().map(|()| value),
        None => {
            if fields.0.is_empty() {
                fields.refuse(pointer, FieldCode::Required);
            }
            Err(Problem::fields(fields.0))
        }
    }
}

/// A field that may change and not be cleared.
pub fn kept<T: Clone>(fields: &mut Fields, pointer: &str, value: Option<&Option<T>>) -> Option<T> {
    match value {
        Some(None) => {
            fields.refuse(pointer, FieldCode::Required);
            None
        }
        Some(Some(value)) => Some(value.clone()),
        None => None,
    }
}

fn text_code(refused: TextRefused) -> FieldCode {
    match refused {
        TextRefused::Empty => FieldCode::Required,
        TextRefused::TooLong => FieldCode::TooLong,
        TextRefused::Unprintable | TextRefused::Malformed => FieldCode::InvalidFormat,
    }
}

/// A short text.
///
/// # Errors
/// Which rule it breaks.
pub fn label(text: &str) -> Result<Label, FieldCode> {
    Label::parse(text).map_err(text_code)
}

/// A note of at most 1,000 characters.
///
/// # Errors
/// Which rule it breaks.
pub fn note(text: &str) -> Result<Label, FieldCode> {
    Label::parse_within(text, 1_000).map_err(text_code)
}

/// Anything that parses from text.
///
/// # Errors
/// `invalid_format`.
pub fn form<T: std::str::FromStr>(text: &str) -> Result<T, FieldCode> {
    text.parse().map_err(|_| FieldCode::InvalidFormat)
}

/// A phone number.
///
/// # Errors
/// Which rule it breaks.
pub fn phone(text: &str) -> Result<execora_kernel::Phone, FieldCode> {
    execora_kernel::Phone::parse(text).map_err(text_code)
}

/// An e-mail address.
///
/// # Errors
/// Which rule it breaks.
pub fn email(text: &str) -> Result<execora_kernel::Email, FieldCode> {
    execora_kernel::Email::parse(text).map_err(text_code)
}

/// A decimal string.
///
/// # Errors
/// Which rule it breaks.
pub fn quantity(text: &str) -> Result<Quantity, FieldCode> {
    Quantity::parse(text).map_err(|refused| match refused {
        QuantityRefused::Malformed => FieldCode::InvalidFormat,
        QuantityRefused::TooManyDecimals => FieldCode::TooManyDecimals,
        QuantityRefused::OutOfRange => FieldCode::OutOfRange,
    })
}

/// A quantity of a line: 0.001 to 99,999.999.
///
/// # Errors
/// Which rule it breaks.
pub fn line_quantity(text: &str) -> Result<Quantity, FieldCode> {
    quantity(text).and_then(|q| {
        if q.is_bookable() {
            Ok(q)
        } else {
            Err(FieldCode::OutOfRange)
        }
    })
}

/// An amount above nothing and within the largest.
///
/// # Errors
/// `out_of_range`.
pub fn amount(paise: i64) -> Result<Money, FieldCode> {
    let amount = Money::from_paise(paise);
    if amount.is_bookable() {
        Ok(amount)
    } else {
        Err(FieldCode::OutOfRange)
    }
}

/// A local date.
///
/// # Errors
/// `invalid_format`.
pub fn date(text: &str) -> Result<NaiveDate, FieldCode> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| FieldCode::InvalidFormat)?;
    if date.to_string() == text {
        Ok(date)
    } else {
        Err(FieldCode::InvalidFormat)
    }
}

/// An instant in RFC 3339.
///
/// # Errors
/// `invalid_format`.
pub fn instant(text: &str) -> Result<DateTime<Utc>, FieldCode> {
    use chrono::SubsecRound;
    let at = DateTime::parse_from_rfc3339(text).map_err(|_| FieldCode::InvalidFormat)?;
    Ok(at.with_timezone(&Utc).trunc_subsecs(6))
}

/// A discount: an amount or a percentage, not both.
pub fn discount(fields: &mut Fields, at: &str, paise: Option<i64>, percent: Option<&String>) -> Discount {
    match (paise, percent) {
        (None, None) => Discount::None,
        (Some(paise), None) => {
            if paise < 0 {
                fields.refuse(format!("{at}/discount_paise"), FieldCode::OutOfRange);
            }
            Discount::Amount(Money::from_paise(paise))
        }
        (None, Some(percent)) => {
            let pointer = format!("{at}/discount_percent");
            let percent = fields.put(&pointer, quantity(percent)).unwrap_or_default();
            if percent < Quantity::ZERO || percent > Quantity::from_thousandths(100_000) {
                fields.refuse(pointer, FieldCode::OutOfRange);
            }
            Discount::Percent(percent)
        }
        (Some(_), Some(_)) => {
            fields.refuse(format!("{at}/discount_percent"), FieldCode::InvalidFormat);
            Discount::None
        }
    }
}
