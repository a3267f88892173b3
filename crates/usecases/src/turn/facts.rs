//! From the things of the shop to the few facts that a conversation needs of them.

use crate::shop::Shop;
use crate::turn::kept::Kept;
use execora_customer::{Customer, CustomerStatus};
use execora_inventory::Product;
use execora_invoice::{Discount, Draft, Invoice, InvoiceStatus, Line, Missing};
use execora_kernel::{CustomerId, Money, ProductId, Quantity};
use execora_reminder::{Reminder, Schedule};
use execora_voice_intent::dialogue;
use execora_voice_intent::understanding as said;
use std::collections::BTreeMap;

/// A customer who can be traded with; nobody otherwise.
pub(super) fn customer(customer: &Customer) -> Option<dialogue::CustomerFact> {
    (customer.status == CustomerStatus::Active).then(|| customer_as_is(customer))
}

pub(super) fn customer_as_is(customer: &Customer) -> dialogue::CustomerFact {
    dialogue::CustomerFact {
        id: customer.id,
        name: customer.name.as_str().to_owned(),
        landmark: customer
            .landmark
            .as_ref()
            .map(|landmark| landmark.as_str().to_owned()),
        phone_last4: customer.phone.as_ref().map(|phone| phone.last4().to_owned()),
        balance: customer.balance,
        reachable: customer.phone.is_some() || customer.email.is_some(),
        has_email: customer.email.is_some(),
    }
}

pub(super) fn product(product: &Product) -> dialogue::ProductFact {
    dialogue::ProductFact {
        id: product.id,
        name: product.name.as_str().to_owned(),
        unit: product.unit,
        price: product.price,
        stock: product.stock,
    }
}

/// A discount as a conversation says it.
fn discount(agreed: Discount) -> Option<said::Discount> {
    match agreed {
        Discount::None => None,
        Discount::Amount(amount) => Some(said::Discount::Amount(said::Amount::from_paise(amount.paise()))),
        Discount::Percent(percent) => Some(said::Discount::Percent(said::Measure::from_milli(
            percent.thousandths(),
        ))),
    }
}

/// How much of each product a draft takes in all its lines.
fn taken(lines: &[Line]) -> BTreeMap<ProductId, Quantity> {
    let mut taken: BTreeMap<ProductId, Quantity> = BTreeMap::new();
    for line in lines {
        if let Some(product) = line.product {
            let sum = taken.entry(product).or_default();
            *sum = sum.plus(line.quantity).unwrap_or(Quantity::LINE_MAX);
        }
    }
    taken
}

/// A draft as it is read back; `products` are those of its lines.
pub(super) fn draft(
    shop: &Shop,
    draft: &Draft,
    customer: Option<&Customer>,
    products: &[Product],
) -> dialogue::DraftFact {
    let taken = taken(&draft.lines);
    let short = |line: &Line| {
        let product = line
            .product
            .and_then(|id| products.iter().find(|product| product.id == id))?;
        let wanted = taken.get(&product.id)?;
        (!shop.allow_negative_stock && product.stock < *wanted).then_some(product.stock)
    };
    let line = |line: &Line| dialogue::LineFact {
        product: line.product,
        name: line.name.as_str().to_owned(),
        quantity: line.quantity,
        unit: line.unit,
        price: line.price,
        price_given: line.price_given,
        discount: discount(line.discount),
        total: line.price.map(|_| line.amounts.total),
        only_left: short(line),
    };
    let totals = &draft.totals;
    let taxes = [totals.cgst, totals.sgst, totals.igst, totals.cess];
    dialogue::DraftFact {
        id: draft.id,
        version: draft.version,
        customer: draft.customer,
        customer_name: customer.map(|customer| match &customer.landmark {
            Some(landmark) => format!("{} ({landmark})", customer.name),
            None => customer.name.as_str().to_owned(),
        }),
        lines: draft.lines.iter().map(line).collect(),
        discount: discount(draft.discount),
        taken_off: totals.discount,
        tax: Money::sum(taxes).unwrap_or_default(),
        round_off: totals.round_off,
        total: totals.total,
        with_gst: draft.with_gst,
        notes: draft.notes.as_ref().map(|notes| notes.as_str().to_owned()),
        missing: draft.missing().into_iter().map(missing).collect(),
    }
}

fn missing(missing: Missing) -> dialogue::Missing {
    match missing {
        Missing::Customer => dialogue::Missing::Customer,
        Missing::Items => dialogue::Missing::Items,
        Missing::Price => dialogue::Missing::Price,
    }
}

pub(super) fn invoice(invoice: &Invoice) -> dialogue::InvoiceFact {
    dialogue::InvoiceFact {
        id: invoice.id,
        number: invoice.number.as_str().to_owned(),
        customer: invoice.customer,
        customer_name: invoice.buyer.name.as_str().to_owned(),
        total: invoice.totals.total,
        open: invoice.open(),
        date: invoice.date,
        cancelled: invoice.status == InvoiceStatus::Cancelled,
    }
}

pub(super) fn reminder(reminder: &Reminder, customer: Option<&Customer>) -> dialogue::ReminderFact {
    let unreachable = |customer: &Customer| customer.phone.is_none() && customer.email.is_none();
    dialogue::ReminderFact {
        id: reminder.id,
        customer: reminder.customer,
        customer_name: customer.map(|customer| customer.name.as_str().to_owned()),
        amount: reminder.amount,
        message: reminder
            .message
            .as_ref()
            .map(|message| message.as_str().to_owned()),
        next_at: reminder.next_send_at,
        recurrence: match &reminder.schedule {
            Schedule::Every(rule) => Some(rule.as_str().to_owned()),
            Schedule::At(_) => None,
        },
        kept_for_shopkeeper: customer.is_some_and(unreachable),
    }
}

/// The customers that a list of things is about, each once.
pub(super) fn people(ids: impl Iterator<Item = Option<CustomerId>>) -> Vec<CustomerId> {
    let mut people: Vec<CustomerId> = ids.flatten().collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The name at a line of the draft that was saved last, for saying what is wrong with it.
pub(super) fn line_name(kept: &Kept, line: usize) -> String {
    let draft = kept.drafts.last();
    let name = draft
        .and_then(|draft| draft.lines.get(line))
        .map(|line| line.name.as_str().to_owned());
    name.unwrap_or_default()
}
