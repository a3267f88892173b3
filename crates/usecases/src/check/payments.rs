//! A payment settles bills of its own customer, not more than it is, and is what its entry posted.

use super::difference::{DifferenceKind, Findings, count};
use super::{BooksView, EntryFacts, InvoiceStub, Moment, PaymentFacts, first, next};
use execora_kernel::{EntryId, InvoiceId, StoreError};
use std::collections::{BTreeMap, BTreeSet};

pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let tenant = moment.tenant;
    let mut part = Some(first());
    while let Some(wanted) = part {
        let payments = view.payments(tenant, wanted).await?;
        part = next(wanted, &payments, |payment| payment.id.uuid());
        count(&mut findings.checked.payments, payments.len());
        let ids: Vec<EntryId> = payments.iter().map(|payment| payment.entry).collect();
        let reversed: BTreeSet<EntryId> = view.reversed_of(tenant, &ids).await?.into_iter().collect();
        let entries: BTreeMap<EntryId, EntryFacts> = view
            .entries_named(tenant, &ids)
            .await?
            .into_iter()
            .map(|entry| (entry.id, entry))
            .collect();
        let ids: Vec<InvoiceId> = payments
            .iter()
            .flat_map(|payment| payment.allocations.iter().map(|part| part.invoice))
            .collect();
        let bills: BTreeMap<InvoiceId, InvoiceStub> = view
            .invoices_named(tenant, &ids)
            .await?
            .into_iter()
            .map(|bill| (bill.id, bill))
            .collect();
        for payment in &payments {
            settles_what_it_can(payment, &bills, findings);
            let entry = entries.get(&payment.entry);
            is_posted(payment, entry, moment, findings);
            if payment.reversed != reversed.contains(&payment.entry) {
                let word = |reversed: bool| if reversed { "reversed" } else { "recorded" };
                findings.name(
                    DifferenceKind::Advance,
                    payment.id,
                    word(!payment.reversed),
                    word(payment.reversed),
                );
            }
        }
    }
    for id in view.strays(tenant).await?.payments {
        findings.name(
            DifferenceKind::Advance,
            id,
            "a payment",
            "allocations without one",
        );
    }
    Ok(())
}

fn settles_what_it_can(
    payment: &PaymentFacts,
    bills: &BTreeMap<InvoiceId, InvoiceStub>,
    findings: &mut Findings,
) {
    let amounts = payment
        .allocations
        .iter()
        .map(|part| i128::from(part.amount.paise()));
    let settled: i128 = amounts.sum();
    let most = if payment.reversed {
        0
    } else {
        i128::from(payment.amount.paise())
    };
    if settled > most {
        findings.name(
            DifferenceKind::Advance,
            payment.id,
            format!("at most {most} settled"),
            settled,
        );
    }
    for part in &payment.allocations {
        let bill = bills.get(&part.invoice);
        if !bill.is_some_and(|bill| bill.customer == Some(payment.customer) && !bill.cancelled) {
            findings.name(
                DifferenceKind::Advance,
                payment.id,
                "bills of its customer that stand",
                part.invoice.to_string(),
            );
        }
    }
}

fn is_posted(payment: &PaymentFacts, entry: Option<&EntryFacts>, moment: &Moment, findings: &mut Findings) {
    let Some(entry) = entry.filter(|entry| entry.kind == "payment") else {
        findings.name(DifferenceKind::Advance, payment.id, "an entry", "none");
        return;
    };
    let amount = i128::from(payment.amount.paise());
    let paid = -entry.owed_by(payment.customer);
    if paid != amount {
        findings.name(DifferenceKind::Advance, payment.id, paid, amount);
    }
    let landed = entry.postings.iter().find(|posting| posting.customer.is_none());
    let account = landed.map_or("nowhere", |posting| posting.account.as_str());
    if account != payment.mode {
        findings.name(
            DifferenceKind::Advance,
            payment.id,
            account,
            payment.mode.as_str(),
        );
    }
    let day = payment.received_at.map(|at| moment.zone.date(at));
    if !moment.was_on(entry.effective_on, payment.received_at) || entry.recorded_at != payment.created_at {
        let about = |day: Option<chrono::NaiveDate>, at: Option<chrono::DateTime<chrono::Utc>>| {
            let day = day.map_or_else(|| "no day".to_owned(), |day| day.to_string());
            let written = at.map_or_else(|| "at no time".to_owned(), |at| at.to_rfc3339());
            format!("{} on {day}, written {written}", payment.id)
        };
        findings.name(
            DifferenceKind::Balance,
            payment.customer,
            about(day, payment.created_at),
            about(entry.effective_on, entry.recorded_at),
        );
    }
}
