//! Issuing a bill, whether from a draft or at once: number, stock, ledger and invoice in one unit.

use crate::goods;
use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::{FieldCode, Refusal, Subject};
use crate::seen::{bill_date, within_credit};
use crate::warning::Warning;
use chrono::NaiveDate;
use execora_customer::{Address, Customer};
use execora_inventory::{Movement, MovementReason};
use execora_invoice::{
    BillRules, Buyer, Discount, Invoice, InvoiceNumber, Issue, Line, PlaceOfSupply, Totals, compute,
    place_of_supply,
};
use execora_kernel::{
    DraftId, EntryId, Gstin, InvoiceId, Label, Money, MovementId, ProductId, Quantity, zone::FinancialYear,
};
use execora_ledger::{Entry, InvoiceAmounts, Stamp};
use serde::{Deserialize, Serialize};

/// An issued invoice and what the customer owes after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct IssuedInvoice {
    pub invoice: Invoice,
    pub balance: Money,
    #[serde(default)]
    pub warnings: Vec<Warning>,
}

/// A bill that is ready to be issued.
pub(crate) struct Order {
    pub(crate) lines: Vec<Line>,
    pub(crate) discount: Discount,
    pub(crate) with_gst: bool,
    pub(crate) notes: Option<Label>,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) draft: Option<DraftId>,
}

/// Issues a bill to a customer who is locked in this unit.
pub(crate) async fn issue(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    customer: &Customer,
    order: Order,
) -> Result<IssuedInvoice, Refusal> {
    if order.lines.is_empty() {
        return Err(Refusal::of(Subject::Items, FieldCode::Required));
    }
    let date = bill_date(scene, order.date)?;
    let supply = supply(scene, customer);
    let mut lines = order.lines;
    let goods = goods::of_lines(unit, scene, &mut lines, date).await?;
    let rules = BillRules {
        with_gst: order.with_gst,
        interstate: supply.interstate,
        round_to_rupee: scene.shop.round_to_rupee,
    };
    let bill = compute(lines, order.discount, rules)?;
    within_credit(customer, bill.totals.total)?;
    let id = scene.id(InvoiceId::new);
    let entry = entry(scene, customer, id, date, &bill.totals)?;
    let year = FinancialYear::of(date);
    let taken = unit
        .series()
        .take_next(scene.tenant(), &scene.shop.series, date)
        .await?;
    let warnings = in_order(scene, order.date, date, taken.latest)?;
    let number = InvoiceNumber::new(&scene.shop.series, year, taken.n)
        .ok_or_else(|| Refusal::out_of_range(Subject::Series))?;
    let issue = Issue {
        id,
        tenant: scene.tenant(),
        customer: customer.id,
        draft: order.draft,
        number: number.clone(),
        series: scene.shop.series.clone(),
        financial_year: year,
        date,
        supply,
        buyer: buyer(customer),
        entry: entry.id,
        with_gst: order.with_gst,
        discount: order.discount,
        notes: order.notes,
        at: scene.now,
    };
    let invoice = Invoice::issue(issue, bill.lines, bill.totals)?;
    goods::sell(unit, scene, &invoice, &goods).await?;
    let entry = entry.about(Some(id.to_string()), format!("bill {number}"));
    let balance = unit.ledger().append(&entry).await?.unwrap_or(customer.balance);
    unit.invoices().insert(&invoice).await?;
    Ok(IssuedInvoice {
        invoice,
        balance,
        warnings,
    })
}

/// Numbers follow the days: a bill that names a day before the latest of its series needs the shop's leave. One that names none
/// is of today, whatever a clock or time zone that was put right has left in the series.
fn in_order(
    scene: &Scene<'_>,
    said: Option<NaiveDate>,
    date: NaiveDate,
    latest: NaiveDate,
) -> Result<Vec<Warning>, Refusal> {
    if date >= latest {
        return Ok(Vec::new());
    }
    if said.is_some() && !scene.shop.allow_backdating {
        return Err(Refusal::DatedBeforeSeries { latest });
    }
    Ok(vec![Warning::DatedBeforeSeries { latest }])
}

/// Where the sale counts for tax.
pub(crate) fn supply(scene: &Scene<'_>, customer: &Customer) -> PlaceOfSupply {
    let registered = customer.gstin.as_ref().and_then(Gstin::state);
    let address = customer.address.as_ref().and_then(|a| a.state_code);
    place_of_supply(scene.shop.state, registered, address)
}

pub(crate) fn movement(
    scene: &Scene<'_>,
    product: ProductId,
    reason: MovementReason,
    quantity: Quantity,
    invoice: Option<InvoiceId>,
) -> Movement {
    Movement {
        id: scene.id(MovementId::new),
        tenant: scene.tenant(),
        product,
        reason,
        quantity,
        cost: None,
        note: None,
        invoice,
        at: scene.now,
    }
}

/// Id, shop, day and time of a new entry.
pub(crate) fn stamp(scene: &Scene<'_>, on: NaiveDate) -> Stamp {
    Stamp {
        id: scene.id(EntryId::new),
        tenant: scene.tenant(),
        on,
        at: scene.now,
    }
}

fn entry(
    scene: &Scene<'_>,
    customer: &Customer,
    id: InvoiceId,
    date: NaiveDate,
    totals: &Totals,
) -> Result<Entry, Refusal> {
    let amounts = InvoiceAmounts {
        taxable: totals.taxable,
        cgst: totals.cgst,
        sgst: totals.sgst,
        igst: totals.igst,
        cess: totals.cess,
        round_off: totals.round_off,
        total: totals.total,
    };
    Ok(Entry::invoice(stamp(scene, date), customer.id, amounts)?.about(Some(id.to_string()), "bill"))
}

fn buyer(customer: &Customer) -> Buyer {
    Buyer {
        name: customer.name.clone(),
        address: customer.address.as_ref().map(one_line).filter(|a| !a.is_empty()),
        gstin: customer.gstin.clone(),
    }
}

fn one_line(address: &Address) -> String {
    let parts = [&address.line1, &address.line2, &address.city];
    parts
        .into_iter()
        .flatten()
        .map(Label::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}
