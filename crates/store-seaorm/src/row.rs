//! Reading one row into domain words; what cannot be read is damage, and is never guessed at.

use chrono::{DateTime, Utc};
use execora_kernel::{Money, Quantity};
use sea_orm::{QueryResult, TryGetable};
use serde::de::DeserializeOwned;
use serde::de::value::{Error as PlainError, StrDeserializer};
use uuid::Uuid;

/// A value that is not what was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unreadable;

/// How a row becomes a `T`, and what it is called when it cannot.
pub(crate) struct Shape<T> {
    pub(crate) what: &'static str,
    pub(crate) read: fn(&Row) -> Result<T, Unreadable>,
}

/// One row of an answer.
pub(crate) struct Row(pub(crate) QueryResult);

impl Row {
    /// A plain value: an integer, a truth value, a text, bytes, a date, an id, or an option of one.
    pub(crate) fn get<T: TryGetable>(&self, column: &str) -> Result<T, Unreadable> {
        self.0.try_get("", column).map_err(|_| Unreadable)
    }

    pub(crate) fn id<T>(&self, column: &str, new: fn(Uuid) -> T) -> Result<T, Unreadable> {
        self.get(column).map(new)
    }

    pub(crate) fn id_opt<T>(&self, column: &str, new: fn(Uuid) -> T) -> Result<Option<T>, Unreadable> {
        Ok(self.get::<Option<Uuid>>(column)?.map(new))
    }

    pub(crate) fn money(&self, column: &str) -> Result<Money, Unreadable> {
        self.get(column).map(Money::from_paise)
    }

    pub(crate) fn money_opt(&self, column: &str) -> Result<Option<Money>, Unreadable> {
        Ok(self.get::<Option<i64>>(column)?.map(Money::from_paise))
    }

    pub(crate) fn quantity(&self, column: &str) -> Result<Quantity, Unreadable> {
        self.get(column).map(Quantity::from_thousandths)
    }

    pub(crate) fn quantity_opt(&self, column: &str) -> Result<Option<Quantity>, Unreadable> {
        Ok(self.get::<Option<i64>>(column)?.map(Quantity::from_thousandths))
    }

    /// A whole number that must fit a smaller type.
    pub(crate) fn small<T: TryFrom<i64>>(&self, column: &str) -> Result<T, Unreadable> {
        T::try_from(self.get::<i64>(column)?).map_err(|_| Unreadable)
    }

    pub(crate) fn instant(&self, column: &str) -> Result<DateTime<Utc>, Unreadable> {
        DateTime::from_timestamp_micros(self.get(column)?).ok_or(Unreadable)
    }

    pub(crate) fn instant_opt(&self, column: &str) -> Result<Option<DateTime<Utc>>, Unreadable> {
        self.get::<Option<i64>>(column)?
            .map(|micros| DateTime::from_timestamp_micros(micros).ok_or(Unreadable))
            .transpose()
    }

    /// A value that is written as one word or text.
    pub(crate) fn text<T: DeserializeOwned>(&self, column: &str) -> Result<T, Unreadable> {
        plain(&self.get::<String>(column)?)
    }

    pub(crate) fn text_opt<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, Unreadable> {
        self.get::<Option<String>>(column)?
            .map(|text| plain(&text))
            .transpose()
    }

    /// A nested value, kept as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, Unreadable> {
        serde_json::from_str(&self.get::<String>(column)?).map_err(|_| Unreadable)
    }

    pub(crate) fn json_opt<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, Unreadable> {
        self.get::<Option<String>>(column)?
            .map(|text| serde_json::from_str(&text).map_err(|_| Unreadable))
            .transpose()
    }
}

fn plain<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(StrDeserializer::<PlainError>::new(text)).map_err(|_| Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use execora_kernel::{Label, StateCode, Unit};

    #[test]
    fn a_word_is_read_by_the_rules_of_its_type() {
        assert_eq!(plain::<Unit>("kg").ok(), Some(Unit::Kg));
        assert!(plain::<Unit>("stone").is_err());
        assert!(plain::<StateCode>("25").is_err());
        assert!(plain::<Label>("").is_err());
    }
}
