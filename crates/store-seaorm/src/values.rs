//! Domain words as the values that statements bind.

use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{Money, Quantity, StoreError};
use sea_orm::Value;
use serde::Serialize;
use uuid::Uuid;

pub(crate) fn id(id: Uuid) -> Value {
    Value::from(id)
}

pub(crate) fn id_opt(id: Option<Uuid>) -> Value {
    Value::from(id)
}

pub(crate) fn int(n: i64) -> Value {
    Value::from(n)
}

pub(crate) fn money(amount: Money) -> Value {
    Value::from(amount.paise())
}

pub(crate) fn money_opt(amount: Option<Money>) -> Value {
    Value::from(amount.map(Money::paise))
}

pub(crate) fn quantity(quantity: Quantity) -> Value {
    Value::from(quantity.thousandths())
}

pub(crate) fn quantity_opt(quantity: Option<Quantity>) -> Value {
    Value::from(quantity.map(Quantity::thousandths))
}

/// Whole microseconds since 1970.
pub(crate) fn instant(at: DateTime<Utc>) -> Value {
    Value::from(at.timestamp_micros())
}

pub(crate) fn instant_opt(at: Option<DateTime<Utc>>) -> Value {
    Value::from(at.map(|at| at.timestamp_micros()))
}

pub(crate) fn date(date: NaiveDate) -> Value {
    Value::from(date)
}

pub(crate) fn date_opt(date: Option<NaiveDate>) -> Value {
    Value::from(date)
}

pub(crate) fn truth(b: bool) -> Value {
    Value::from(b)
}

pub(crate) fn bytes(bytes: &[u8]) -> Value {
    Value::from(bytes.to_vec())
}

pub(crate) fn text(text: impl AsRef<str>) -> Value {
    Value::from(text.as_ref().to_owned())
}

pub(crate) fn text_opt(text: Option<impl AsRef<str>>) -> Value {
    Value::from(text.map(|t| t.as_ref().to_owned()))
}

/// A value of a type that is written as one word, such as a status.
pub(crate) fn word<T: Serialize>(value: &T) -> Result<Value, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(Value::from(word)),
        _ => Err(UNWRITABLE),
    }
}

pub(crate) fn json_opt<T: Serialize>(value: Option<&T>) -> Result<Value, StoreError> {
    match value {
        Some(value) => json(value),
        None => Ok(Value::from(None::<String>)),
    }
}

pub(crate) fn json<T: Serialize>(value: &T) -> Result<Value, StoreError> {
    serde_json::to_string(value)
        .map(Value::from)
        .map_err(|_| UNWRITABLE)
}

const UNWRITABLE: StoreError = StoreError::Corrupt {
    what: "a value that cannot be written down",
};
