//! From what was said to what the books want: items, discounts, modes, names, numbers.

use crate::billing::{ItemWanted, ProductWanted};
use crate::refusal::{FieldCode, Refusal, Subject};
use execora_invoice::Discount;
use execora_kernel::{Email, Gstin, Label, Money, Phone, Quantity};
use execora_ledger::PaymentMode;
use execora_reminder::Channel;
use execora_voice_intent::dialogue::LineToSave;
use execora_voice_intent::understanding as said;

/// One item as the books want it: a product that the shop does not know is made when the bill is issued.
pub(super) fn item(line: &LineToSave) -> Result<ItemWanted, Refusal> {
    Ok(ItemWanted {
        product: match line.product {
            Some(id) => ProductWanted::Id(id),
            None => ProductWanted::New(label(&line.name)?),
        },
        quantity: line.quantity,
        unit: line.unit,
        price: line.price,
        discount: line.discount.map(discount).unwrap_or_default(),
    })
}

pub(super) fn discount(said: said::Discount) -> Discount {
    match said {
        said::Discount::Amount(amount) => Discount::Amount(Money::from_paise(amount.paise())),
        said::Discount::Percent(share) => Discount::Percent(Quantity::from_thousandths(share.milli())),
    }
}

pub(super) fn payment_mode(mode: said::PaymentMode) -> PaymentMode {
    match mode {
        said::PaymentMode::Cash => PaymentMode::Cash,
        said::PaymentMode::Upi => PaymentMode::Upi,
        said::PaymentMode::Card => PaymentMode::Card,
        said::PaymentMode::Bank => PaymentMode::Bank,
        said::PaymentMode::Cheque => PaymentMode::Cheque,
    }
}

pub(super) fn channel(channel: said::Channel) -> Channel {
    match channel {
        said::Channel::Whatsapp => Channel::Whatsapp,
        said::Channel::Email => Channel::Email,
        said::Channel::Sms => Channel::Sms,
    }
}

pub(super) fn label(text: &str) -> Result<Label, Refusal> {
    Label::parse(text).map_err(|_| Refusal::of(Subject::Name, FieldCode::InvalidFormat))
}

pub(super) fn phone(text: &str) -> Result<Phone, Refusal> {
    Phone::parse(text).map_err(|_| Refusal::of(Subject::Phone, FieldCode::InvalidFormat))
}

pub(super) fn email(text: &str) -> Result<Email, Refusal> {
    Email::parse(text).map_err(|_| Refusal::of(Subject::Email, FieldCode::InvalidFormat))
}

pub(super) fn gstin(text: &str) -> Result<Gstin, Refusal> {
    Gstin::parse(text).map_err(|_| Refusal::of(Subject::Gstin, FieldCode::InvalidFormat))
}
