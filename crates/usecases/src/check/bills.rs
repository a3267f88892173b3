//! A bill is what its lines come to, what its entry posted, what payments have put on it, and what it took out of stock.

use super::difference::{DifferenceKind, Findings, count};
use super::numbers::Numbers;
use super::stock::decimal;
use super::{BooksView, DraftFacts, EntryFacts, InvoiceFacts, Moment, Part, Span, first, next};
use execora_invoice::{Bill, BillRules, Discount, Line, Totals, compute};
use execora_kernel::{DraftId, EntryId, InvoiceId, ProductId, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Bills of one page: many, since each page looks through all movements once.
const BILLS_PAGE: u32 = 2_000;

/// What the rest of the books says about the bills of one page.
struct Around {
    entries: BTreeMap<EntryId, EntryFacts>,
    reversed: BTreeSet<EntryId>,
    settled: BTreeMap<InvoiceId, i128>,
    moved: BTreeMap<(InvoiceId, ProductId), i128>,
    drafts: BTreeMap<DraftId, DraftFacts>,
}

/// Checks every bill; answers which numbers are taken.
pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<Numbers, StoreError> {
    let mut numbers = Numbers::default();
    let mut part = Some(Part {
        limit: BILLS_PAGE,
        ..first()
    });
    while let Some(wanted) = part {
        let bills = view.invoices(moment.tenant, wanted).await?;
        part = next(wanted, &bills, |bill| bill.id.uuid());
        count(&mut findings.checked.invoices, bills.len());
        let span = Span {
            after: wanted.after,
            upto: part.map_or(Uuid::max(), |next| next.after),
        };
        let mut around = around(view, moment, &bills, span).await?;
        for bill in &bills {
            numbers.add(bill, findings);
            adds_up(bill, findings);
            is_posted(bill, moment, &around, findings);
            is_paid(bill, &mut around, findings);
            moved_what_it_sold(bill, &mut around, findings);
            came_from_its_draft(bill, &around, findings);
        }
        for ((bill, product), moved) in around.moved {
            let found = format!("{} for {bill}", decimal(moved));
            findings.name(
                DifferenceKind::Stock,
                product,
                "nothing for a bill that is not there",
                found,
            );
        }
        for (bill, paid) in around.settled {
            findings.name(DifferenceKind::Paid, bill, "a bill", paid);
        }
    }
    for id in view.strays(moment.tenant).await?.invoices {
        findings.name(DifferenceKind::Paid, id, "a bill", "lines without one");
    }
    Ok(numbers)
}

async fn around(
    view: &mut dyn BooksView,
    moment: &Moment,
    bills: &[InvoiceFacts],
    span: Span,
) -> Result<Around, StoreError> {
    let tenant = moment.tenant;
    let entries: Vec<EntryId> = bills.iter().map(|bill| bill.entry).collect();
    let drafts: Vec<DraftId> = bills.iter().filter_map(|bill| bill.draft).collect();
    let mut settled: BTreeMap<InvoiceId, i128> = BTreeMap::new();
    for part in view.settled(tenant, span).await? {
        *settled.entry(part.invoice).or_default() += i128::from(part.amount.paise());
    }
    let moved = view.moved_by_bills(tenant, span).await?;
    Ok(Around {
        reversed: view.reversed_of(tenant, &entries).await?.into_iter().collect(),
        entries: view
            .entries_named(tenant, &entries)
            .await?
            .into_iter()
            .map(|entry| (entry.id, entry))
            .collect(),
        settled,
        moved: moved
            .into_iter()
            .map(|row| ((row.invoice, row.product), i128::from(row.quantity.thousandths())))
            .collect(),
        drafts: view
            .drafts_named(tenant, &drafts)
            .await?
            .into_iter()
            .map(|draft| (draft.id, draft))
            .collect(),
    })
}

/// What lines come to under the rules of their bill, with or without whole rupees: a shop may have changed that since.
pub(super) fn come_to(
    lines: &[Line],
    discount: Discount,
    (with_gst, interstate): (bool, bool),
    totals: &Totals,
) -> bool {
    [true, false].into_iter().any(|round_to_rupee| {
        let rules = BillRules {
            with_gst,
            interstate,
            round_to_rupee,
        };
        compute(lines.to_vec(), discount, rules).is_ok_and(|bill| {
            let Bill {
                lines: again,
                totals: sums,
            } = bill;
            sums == *totals && again == lines
        })
    })
}

fn adds_up(bill: &InvoiceFacts, findings: &mut Findings) {
    let (Some(lines), Some(discount)) = (&bill.lines, bill.discount) else {
        findings.name(DifferenceKind::Paid, bill.id, "lines that can be read", "damage");
        return;
    };
    if lines.is_empty() || !come_to(lines, discount, (bill.with_gst, bill.interstate), &bill.totals) {
        let of_lines: i128 = lines
            .iter()
            .map(|line| i128::from(line.amounts.total.paise()))
            .sum();
        findings.name(
            DifferenceKind::Paid,
            bill.id,
            format!("what its lines come to ({of_lines})"),
            bill.totals.total.paise(),
        );
    }
}

fn is_posted(bill: &InvoiceFacts, moment: &Moment, around: &Around, findings: &mut Findings) {
    let total = i128::from(bill.totals.total.paise());
    let Some(customer) = bill.customer else { return };
    let entry = around
        .entries
        .get(&bill.entry)
        .filter(|entry| entry.kind == "invoice");
    let Some(entry) = entry else {
        findings.name(DifferenceKind::Paid, bill.id, "an entry", "none");
        return;
    };
    if entry.owed_by(customer) != total {
        findings.name(DifferenceKind::Paid, bill.id, entry.owed_by(customer), total);
    }
    if bill.cancelled != around.reversed.contains(&entry.id) {
        let word = |cancelled: bool| if cancelled { "cancelled" } else { "issued" };
        findings.name(
            DifferenceKind::Paid,
            bill.id,
            word(!bill.cancelled),
            word(bill.cancelled),
        );
    }
    if entry.effective_on != bill.date || entry.recorded_at != bill.issued_at {
        let at = |day: Option<chrono::NaiveDate>, at: Option<chrono::DateTime<chrono::Utc>>| {
            let day = day.map_or_else(|| "no day".to_owned(), |day| day.to_string());
            let written = at.map_or_else(|| "at no time".to_owned(), |at| at.to_rfc3339());
            format!("{} on {day}, written {written}", bill.id)
        };
        findings.name(
            DifferenceKind::Balance,
            customer,
            at(bill.date, bill.issued_at),
            at(entry.effective_on, entry.recorded_at),
        );
    }
    if bill.issued_at.is_none_or(|at| at > moment.latest) {
        findings.name(
            DifferenceKind::Balance,
            customer,
            "no bill of the future",
            bill.id.to_string(),
        );
    }
}

fn is_paid(bill: &InvoiceFacts, around: &mut Around, findings: &mut Findings) {
    let settled = around.settled.remove(&bill.id).unwrap_or_default();
    let paid = i128::from(bill.paid.paise());
    if settled != paid {
        findings.name(DifferenceKind::Paid, bill.id, settled, paid);
    }
    let open = i128::from(bill.totals.total.paise()) - paid - i128::from(bill.credited.paise());
    if open < 0 || (bill.cancelled && paid != 0) {
        findings.name(
            DifferenceKind::Paid,
            bill.id,
            "nothing paid beyond the total",
            paid,
        );
    }
}

/// A bill that stands took its goods out of stock; one that was cancelled brought them back.
fn moved_what_it_sold(bill: &InvoiceFacts, around: &mut Around, findings: &mut Findings) {
    let Some(lines) = &bill.lines else {
        // Nobody knows what it sold, so what it moved is not held against it.
        around.moved.retain(|(of, _), _| *of != bill.id);
        return;
    };
    let mut sold: BTreeMap<ProductId, i128> = BTreeMap::new();
    for line in lines {
        if let Some(product) = line.product {
            *sold.entry(product).or_default() -= i128::from(line.quantity.thousandths());
        }
    }
    for (product, quantity) in sold {
        let expected = if bill.cancelled { 0 } else { quantity };
        let moved = around.moved.remove(&(bill.id, product)).unwrap_or_default();
        if moved != expected {
            let about = |quantity: i128| format!("{} for {}", decimal(quantity), bill.id);
            findings.name(DifferenceKind::Stock, product, about(expected), about(moved));
        }
    }
}

fn came_from_its_draft(bill: &InvoiceFacts, around: &Around, findings: &mut Findings) {
    let Some(id) = bill.draft else { return };
    let draft = around.drafts.get(&id);
    if !draft.is_some_and(|draft| draft.confirmed && draft.invoice == Some(bill.id)) {
        let found = match draft {
            None => "no draft".to_owned(),
            Some(draft) if !draft.confirmed => "not confirmed".to_owned(),
            Some(draft) => draft
                .invoice
                .map_or_else(|| "no bill".to_owned(), |bill| bill.to_string()),
        };
        findings.name(
            DifferenceKind::Draft,
            id,
            format!("confirmed as {}", bill.id),
            found,
        );
    }
}
