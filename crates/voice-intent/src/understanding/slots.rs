//! What a command names: the slots of the contract, typed, and absent when they were not said.

use chrono::{DateTime, FixedOffset};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::amount::{Amount, Discount, Measure};
use super::period::Period;
use super::references::Refers;

/// In what a product is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Kilogram.
    Kg,
    /// Gram.
    G,
    /// Litre.
    L,
    /// Millilitre.
    Ml,
    /// Piece.
    Piece,
    /// Packet.
    Packet,
    /// Twelve.
    Dozen,
    /// Box or carton.
    Box,
    /// Bottle.
    Bottle,
    /// Bag or sack.
    Bag,
    /// Metre.
    Metre,
}

impl Unit {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::G => "g",
            Self::L => "l",
            Self::Ml => "ml",
            Self::Piece => "piece",
            Self::Packet => "packet",
            Self::Dozen => "dozen",
            Self::Box => "box",
            Self::Bottle => "bottle",
            Self::Bag => "bag",
            Self::Metre => "metre",
        }
    }
}

/// How money came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PaymentMode {
    /// Notes and coins.
    Cash,
    /// Any UPI app.
    Upi,
    /// Card.
    Card,
    /// Bank transfer.
    Bank,
    /// Cheque.
    Cheque,
}

/// Where a document or reminder is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// `WhatsApp`.
    Whatsapp,
    /// E-mail.
    Email,
    /// Text message.
    Sms,
}

/// One line of a bill as it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The product's name, lower-case, singular, without unit.
    pub product: String,
    /// How much; one when nothing was said, absent when only the price is to change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Measure>,
    /// In what it is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Rupees per unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Amount>,
    /// What was said of how it is to be: "kam cheeni wali", "without onion".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// For one of which unit the price was said, when that is another than the goods are counted in.
    #[serde(skip)]
    pub price_per: Option<Unit>,
}

fn is_false(value: &bool) -> bool {
    !*value
}

/// The slots of one command.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Slots {
    /// The customer named, Title Case; absent for a pronoun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// What tells two people of one name apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub landmark: Option<String>,
    /// The name of a new customer, or the new name of a known one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Lines to bill, add or change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Products to take off the draft.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<String>,
    /// Tax on the bill, when it was said either way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_gst: Option<bool>,
    /// Send the bill in the same breath.
    #[serde(skip_serializing_if = "is_false")]
    pub send: bool,
    /// Where to send it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// A discount on the whole bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// Rupees paid, lent, owed at the start, or to be reminded of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// How the money came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<PaymentMode>,
    /// What the credit was for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// A telephone number, digits as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// An e-mail address, lower-case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What a customer is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// A tax number, upper-case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gstin: Option<String>,
    /// Six digits of a one-time code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otp: Option<String>,
    /// A moment in the future.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<DateTime<FixedOffset>>,
    /// An RFC 5545 rule; then there is no `when`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<String>,
    /// What a reminder should say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The days a question is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// How many to list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Which of the offered choices, from one; the last is −1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<i32>,
    /// A BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The number as on the bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice_number: Option<String>,
    /// All of them.
    #[serde(skip_serializing_if = "is_false")]
    pub all: bool,
    /// The product that stock or price is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// How much came into stock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Measure>,
    /// In what the product is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Rupees per unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Amount>,
    /// A pronoun stood where a customer could: the dialogue's active customer is meant.
    #[serde(skip)]
    pub pronoun: bool,
    /// Whom it points at.
    #[serde(skip)]
    pub refers: Refers,
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_not_said_is_not_written() {
        assert_eq!(serde_json::to_string(&Slots::default()).unwrap(), "{}");
    }

    #[test]
    fn slots_are_written_as_the_contract_has_them() {
        let slots = Slots {
            customer: Some("Rahul".to_owned()),
            items: vec![Item {
                product: "milk".to_owned(),
                quantity: Some(Measure::from_milli(2000)),
                unit: Some(Unit::Packet),
                price: None,
                note: None,
                price_per: None,
            }],
            pronoun: true,
            period: Some(Period::LastMonth),
            ..Slots::default()
        };
        assert_eq!(
            serde_json::to_value(&slots).unwrap(),
            serde_json::json!({"customer":"Rahul","items":[{"product":"milk","quantity":2,"unit":"packet"}],"period":"last_month"})
        );
    }

    #[test]
    fn an_unknown_slot_is_refused() {
        assert!(serde_json::from_str::<Slots>(r#"{"custmer":"Rahul"}"#).is_err());
    }
}
