//! Issuing a bill, whether from a draft or at once: number, stock, ledger and invoice in one unit.

use crate::billing;
use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::{FieldCode, Refusal};
use crate::seen::{bill_date, within_credit};
use chrono::NaiveDate;
use execora_customer::{Address, Customer};
use execora_inventory::{CatalogMatch, Movement, MovementReason, NewProduct, Product, StockMove};
use execora_invoice::{
    BillRules, Buyer, Discount, Invoice, InvoiceNumber, Issue, Line, PlaceOfSupply, Totals, compute,
    place_of_supply,
};
use execora_kernel::{
    DraftId, EntryId, Gstin, InvoiceId, Label, Money, MovementId, ProductId, Quantity, zone::FinancialYear,
};
use execora_ledger::{Entry, InvoiceAmounts, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An issued invoice and what the customer owes after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct IssuedInvoice {
    pub invoice: Invoice,
    pub balance: Money,
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
        return Err(Refusal::field("/items", FieldCode::Required));
    }
    let date = bill_date(scene, order.date)?;
    let supply = supply(scene, customer);
    let mut lines = order.lines;
    let goods = known_goods(unit, scene, &mut lines, date).await?;
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
    let n = unit
        .series()
        .take_next(scene.tenant(), &scene.shop.series, year)
        .await?;
    let number = InvoiceNumber::new(&scene.shop.series, year, n)
        .ok_or_else(|| Refusal::field("/series", FieldCode::OutOfRange))?;
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
    sell(unit, scene, &invoice, &goods).await?;
    let entry = entry.about(Some(id.to_string()), format!("bill {number}"));
    let balance = unit.ledger().append(&entry).await?.unwrap_or(customer.balance);
    unit.invoices().insert(&invoice).await?;
    Ok(IssuedInvoice { invoice, balance })
}

/// Where the sale counts for tax.
pub(crate) fn supply(scene: &Scene<'_>, customer: &Customer) -> PlaceOfSupply {
    let registered = customer.gstin.as_ref().and_then(Gstin::state);
    let address = customer.address.as_ref().and_then(|a| a.state_code);
    place_of_supply(scene.shop.state, registered, address)
}

/// Loads the products of the lines with today's rates, and makes those that the shop does not know.
async fn known_goods(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    lines: &mut [Line],
    date: NaiveDate,
) -> Result<BTreeMap<ProductId, Product>, Refusal> {
    let mut goods = BTreeMap::new();
    let mut made = Vec::new();
    for (i, line) in lines.iter_mut().enumerate() {
        let product = match line.product {
            Some(id) => unit
                .products()
                .find(scene.tenant(), id)
                .await?
                .ok_or(Refusal::UnknownProduct { line: i })?,
            None => product_named(unit, scene, i, line, &mut made).await?,
        };
        // The price and the quantity are of the unit in which the line was written down.
        if line.unit != product.unit {
            return Err(Refusal::field(
                format!("/items/{i}/unit"),
                FieldCode::InvalidFormat,
            ));
        }
        line.product = Some(product.id);
        billing::rate(line, &product, date);
        goods.insert(product.id, product);
    }
    Ok(goods)
}

/// The product of a line that was written down without one: known to the shop by now, made for a line before, or new.
async fn product_named(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    i: usize,
    line: &Line,
    made: &mut Vec<Product>,
) -> Result<Product, Refusal> {
    if let Some(known) = known_by_now(unit, scene, &line.name).await? {
        return Ok(known);
    }
    let product = match made.iter().find(|product| is_called(product, &line.name)) {
        Some(product) => product.clone(),
        None => {
            let product = make_product(unit, scene, i, line).await?;
            made.push(product.clone());
            product
        }
    };
    // What is being sold was evidently there, though nobody had counted it.
    let counted = movement(scene, product.id, MovementReason::Adjustment, line.quantity, None);
    unit.products().move_stock(&counted, false).await?;
    Ok(product)
}

/// The product of that very name: since the line was written down another bill may have made it.
async fn known_by_now(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    name: &Label,
) -> Result<Option<Product>, Refusal> {
    let CatalogMatch::Certain(id) = scene.catalog.read(|catalog| catalog.find(name.as_str())) else {
        return Ok(None);
    };
    let found = unit.products().find(scene.tenant(), id).await?;
    Ok(found.filter(|product| is_called(product, name)))
}

fn is_called(product: &Product, name: &Label) -> bool {
    product.name.as_str().to_lowercase() == name.as_str().to_lowercase()
}

async fn make_product(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    i: usize,
    line: &Line,
) -> Result<Product, Refusal> {
    let price = line.price.ok_or(Refusal::ProductNotPriced { line: i })?;
    let new = NewProduct {
        name: line.name.clone(),
        aliases: Vec::new(),
        unit: line.unit,
        price: Some(price),
        price_includes_tax: true,
        hsn: None,
        gst_rates: Vec::new(),
        low_stock_at: None,
    };
    let product = Product::create(new, scene.id(ProductId::new), scene.tenant(), scene.now);
    unit.products().insert(&product).await?;
    Ok(product)
}

/// Takes the goods of an invoice out of stock, product by product in the order of their ids so that two bills never wait for
/// each other in a circle.
async fn sell(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    invoice: &Invoice,
    goods: &BTreeMap<ProductId, Product>,
) -> Result<(), Refusal> {
    for (product, quantity) in quantities(invoice)? {
        let out = quantity
            .negated()
            .ok_or_else(|| Refusal::field("/items", FieldCode::OutOfRange))?;
        let sale = movement(scene, product, MovementReason::Sale, out, Some(invoice.id));
        let moved = unit
            .products()
            .move_stock(&sale, scene.shop.allow_negative_stock)
            .await?;
        if let (StockMove::Short { left }, Some(known)) = (moved, goods.get(&product)) {
            let name = known.name.as_str().to_owned();
            return Err(Refusal::OutOfStock {
                product,
                name,
                left,
                unit: known.unit,
            });
        }
    }
    Ok(())
}

/// How much of each product an invoice moves.
pub(crate) fn quantities(invoice: &Invoice) -> Result<BTreeMap<ProductId, Quantity>, Refusal> {
    let mut sums: BTreeMap<ProductId, Quantity> = BTreeMap::new();
    for line in &invoice.lines {
        let Some(product) = line.product else { continue };
        let sum = sums.entry(product).or_default();
        *sum = sum
            .plus(line.quantity)
            .ok_or_else(|| Refusal::field("/items", FieldCode::OutOfRange))?;
    }
    Ok(sums)
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
