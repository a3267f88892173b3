//! Every entry sums to nothing, takes back what it says, counts for its own day, and was caused by what it names.

use super::difference::{DifferenceKind, Findings, count};
use super::{BooksView, EntryFacts, Moment, first, next};
use execora_kernel::{CustomerId, EntryId, InvoiceId, PaymentId, StoreError};
use std::collections::BTreeMap;

/// What the entries of a customer come to, in paise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Owed {
    /// By all of them.
    pub(super) all: i128,
    /// By those that count for a day up to today, as a statement adds them up.
    pub(super) by_effective_day: i128,
    /// By those that were recorded up to now.
    pub(super) by_recorded_time: i128,
}

pub(super) type Sums = BTreeMap<CustomerId, Owed>;

/// Checks the journal; answers what each customer owes by it.
pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<Sums, StoreError> {
    let mut sums = Sums::new();
    let mut part = Some(first());
    while let Some(wanted) = part {
        let entries = view.entries(moment.tenant, wanted).await?;
        part = next(wanted, &entries, |entry| entry.id.uuid());
        count(&mut findings.checked.entries, entries.len());
        for entry in &entries {
            count(&mut findings.checked.postings, entry.postings.len());
            sums_to_nothing(entry, findings);
            counts_for_its_day(entry, moment, findings);
            add(&mut sums, entry, moment);
        }
        take_back_what_they_say(view, moment, &entries, findings).await?;
        were_caused(view, moment, &entries, findings).await?;
    }
    for id in view.strays(moment.tenant).await?.entries {
        findings.name(DifferenceKind::PostingSum, id, "an entry", "postings without one");
    }
    Ok(sums)
}

fn sums_to_nothing(entry: &EntryFacts, findings: &mut Findings) {
    let amounts = entry.postings.iter().map(|p| i128::from(p.amount.paise()));
    let sum: i128 = amounts.sum();
    if entry.postings.is_empty() {
        findings.name(DifferenceKind::PostingSum, entry.id, "postings", "none");
    } else if sum != 0 {
        findings.name(DifferenceKind::PostingSum, entry.id, 0_i64, sum);
    }
}

/// What no document dates counts for the day on which it was recorded.
fn counts_for_its_day(entry: &EntryFacts, moment: &Moment, findings: &mut Findings) {
    let Some(customer) = entry.customer else { return };
    if matches!(entry.kind.as_str(), "invoice" | "payment") {
        return;
    }
    let day = entry.recorded_at.map(|at| moment.zone.date(at));
    if !moment.was_on(entry.effective_on, entry.recorded_at) {
        let about = |day: Option<chrono::NaiveDate>| match day {
            Some(day) => format!("{} on {day}", entry.id),
            None => format!("{} on no day", entry.id),
        };
        findings.name(
            DifferenceKind::Balance,
            customer,
            about(day),
            about(entry.effective_on),
        );
    }
}

fn add(sums: &mut Sums, entry: &EntryFacts, moment: &Moment) {
    let effective = entry.effective_on.is_some_and(|day| day <= moment.today);
    let recorded = entry.recorded_at.is_some_and(|at| at <= moment.latest);
    for posting in &entry.postings {
        let Some(customer) = posting.customer else {
            continue;
        };
        let owed = sums.entry(customer).or_default();
        let amount = i128::from(posting.amount.paise());
        owed.all += amount;
        // A statement finds an entry by its customer.
        if effective && entry.customer == Some(customer) {
            owed.by_effective_day += amount;
        }
        if recorded {
            owed.by_recorded_time += amount;
        }
    }
}

async fn take_back_what_they_say(
    view: &mut dyn BooksView,
    moment: &Moment,
    entries: &[EntryFacts],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let others: Vec<EntryId> = entries
        .iter()
        .flat_map(|entry| [entry.reverses, entry.reversed_by])
        .flatten()
        .collect();
    let others: BTreeMap<EntryId, EntryFacts> = view
        .entries_named(moment.tenant, &others)
        .await?
        .into_iter()
        .map(|other| (other.id, other))
        .collect();
    for entry in entries {
        if (entry.kind == "reversal") != entry.reverses.is_some() {
            findings.name(
                DifferenceKind::PostingSum,
                entry.id,
                "an entry that it reverses, or none",
                entry.kind.as_str(),
            );
        }
        if let Some(reversed) = entry.reverses {
            match others.get(&reversed) {
                Some(other) if are_opposite(entry, other) => marks(other, entry.id, findings),
                _ => findings.name(
                    DifferenceKind::PostingSum,
                    entry.id,
                    format!("the opposite of {reversed}"),
                    "something else",
                ),
            }
        }
        if let Some(by) = entry.reversed_by
            && others.get(&by).and_then(|other| other.reverses) != Some(entry.id)
        {
            findings.name(
                DifferenceKind::PostingSum,
                entry.id,
                "not reversed",
                format!("reversed by {by}"),
            );
        }
    }
    Ok(())
}

fn marks(reversed: &EntryFacts, by: EntryId, findings: &mut Findings) {
    if reversed.reversed_by != Some(by) {
        let found = reversed
            .reversed_by
            .map_or_else(|| "not reversed".to_owned(), |by| format!("reversed by {by}"));
        findings.name(
            DifferenceKind::PostingSum,
            reversed.id,
            format!("reversed by {by}"),
            found,
        );
    }
}

/// Whether two entries together come to nothing on every account of every customer. One that does not sum to nothing by itself
/// is named for that alone.
fn are_opposite(one: &EntryFacts, other: &EntryFacts) -> bool {
    let unbalanced = |entry: &EntryFacts| {
        let amounts = entry.postings.iter().map(|p| i128::from(p.amount.paise()));
        amounts.sum::<i128>() != 0
    };
    if unbalanced(one) || unbalanced(other) {
        return true;
    }
    let mut sums: BTreeMap<(&str, Option<CustomerId>), i128> = BTreeMap::new();
    for posting in one.postings.iter().chain(&other.postings) {
        let sum = sums
            .entry((posting.account.as_str(), posting.customer))
            .or_default();
        *sum += i128::from(posting.amount.paise());
    }
    sums.values().all(|sum| *sum == 0)
}

/// Every entry of a bill or a payment is the one that the bill or the payment names.
async fn were_caused(
    view: &mut dyn BooksView,
    moment: &Moment,
    entries: &[EntryFacts],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let documents = || entries.iter().filter_map(|entry| entry.document.as_deref());
    let bills: Vec<InvoiceId> = documents().filter_map(|text| text.parse().ok()).collect();
    let payments: Vec<PaymentId> = documents().filter_map(|text| text.parse().ok()).collect();
    let mut causes: BTreeMap<String, EntryId> = BTreeMap::new();
    for bill in view.invoices_named(moment.tenant, &bills).await? {
        causes.insert(bill.id.to_string(), bill.entry);
    }
    for payment in view.payments_named(moment.tenant, &payments).await? {
        causes.insert(payment.id.to_string(), payment.entry);
    }
    for entry in entries {
        let kind = match entry.kind.as_str() {
            "invoice" => DifferenceKind::Paid,
            "payment" => DifferenceKind::Advance,
            _ => continue,
        };
        let document = entry.document.clone().unwrap_or_else(|| entry.id.to_string());
        match causes.get(&document) {
            Some(named) if *named == entry.id => {}
            Some(named) => findings.name(kind, document, named.to_string(), entry.id.to_string()),
            None => findings.name(kind, document, "what the entry was made for", "nothing"),
        }
    }
    Ok(())
}
