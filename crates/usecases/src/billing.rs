//! From what is wanted to the lines of a bill: products, units, prices and rates.

use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::{KeptIn, LineRefusal, Refusal};
use chrono::NaiveDate;
use execora_inventory::{CatalogMatch, Product, rate_on};
use execora_invoice::{Amounts, Discount, Draft, Line};
use execora_kernel::{CustomerId, Label, Money, ProductId, Quantity, Unit};

/// Which product is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductWanted {
    /// A known one.
    Id(ProductId),
    /// The one whose name this is; it must fit exactly one.
    Named(String),
    /// One that the shop does not know yet: it is made when the bill is issued, and needs a price by then.
    New(Label),
}

/// One item that is wanted. A price is per the product's own unit and replaces the product's price on this bill.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ItemWanted {
    pub product: ProductWanted,
    pub quantity: Quantity,
    pub unit: Option<Unit>,
    pub price: Option<Money>,
    pub discount: Discount,
}

/// Turns what is wanted into lines, with the rates of `day`. Nothing is stored.
pub(crate) async fn lines(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    items: &[ItemWanted],
    day: NaiveDate,
) -> Result<Vec<Line>, Refusal> {
    let mut lines = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        let id = match &item.product {
            ProductWanted::New(name) => {
                lines.push(line_of_new(item, name));
                continue;
            }
            ProductWanted::Id(id) => *id,
            ProductWanted::Named(name) => match scene.catalog.read(|c| c.find(name)) {
                CatalogMatch::Certain(id) => id,
                CatalogMatch::Ambiguous(_) => return Err(Refusal::line(i, LineRefusal::AmbiguousProduct)),
                CatalogMatch::Unknown => return Err(Refusal::line(i, LineRefusal::UnknownProduct)),
            },
        };
        let product = unit
            .products()
            .find(scene.tenant(), id)
            .await?
            .ok_or(Refusal::line(i, LineRefusal::UnknownProduct))?;
        lines.push(line_of(i, item, &product, day)?);
    }
    Ok(lines)
}

fn line_of(i: usize, item: &ItemWanted, product: &Product, day: NaiveDate) -> Result<Line, Refusal> {
    let said = item.unit.unwrap_or(product.unit);
    let quantity = said
        .convert(item.quantity, product.unit)
        .ok_or_else(|| Refusal::line(i, LineRefusal::WrongUnit(kept_in(product))))?;
    let mut line = Line {
        product: Some(product.id),
        name: product.name.clone(),
        unit: product.unit,
        quantity,
        price: item.price.or(product.price),
        price_given: item.price.is_some(),
        price_includes_tax: product.price_includes_tax,
        hsn: None,
        rate_bp: 0,
        cess_bp: 0,
        discount: item.discount,
        amounts: Amounts::default(),
    };
    rate(&mut line, product, day);
    Ok(line)
}

/// What a product is counted in, to say it.
pub(crate) fn kept_in(product: &Product) -> KeptIn {
    KeptIn {
        product: product.name.as_str().to_owned(),
        unit: product.unit,
    }
}

fn line_of_new(item: &ItemWanted, name: &Label) -> Line {
    Line {
        product: None,
        name: name.clone(),
        unit: item.unit.unwrap_or(Unit::Piece),
        quantity: item.quantity,
        price: item.price,
        price_given: item.price.is_some(),
        price_includes_tax: true,
        hsn: None,
        rate_bp: 0,
        cess_bp: 0,
        discount: item.discount,
        amounts: Amounts::default(),
    }
}

/// Gives a line the rate that its product has on `day`.
pub(crate) fn rate(line: &mut Line, product: &Product, day: NaiveDate) {
    let rate = rate_on(&product.gst_rates, day);
    line.rate_bp = rate.map_or(0, |r| r.rate_bp);
    line.cess_bp = rate.map_or(0, |r| r.cess_bp);
    line.hsn = product.hsn.as_ref().map(|h| h.as_str().to_owned());
}

/// Gives lines that were written down before the rates of `day`.
pub(crate) async fn rate_again(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    lines: &mut [Line],
    day: NaiveDate,
) -> Result<(), Refusal> {
    for (i, line) in lines.iter_mut().enumerate() {
        let Some(id) = line.product else { continue };
        let product = unit.products().find(scene.tenant(), id).await?;
        rate(
            line,
            &product.ok_or(Refusal::line(i, LineRefusal::UnknownProduct))?,
            day,
        );
    }
    Ok(())
}

/// Whether the bill carries GST: as asked, else when the shop is registered.
pub(crate) fn with_gst(scene: &Scene<'_>, asked: Option<bool>) -> Result<bool, Refusal> {
    match asked {
        Some(true) if scene.shop.gstin.is_none() => Err(Refusal::NoGstin),
        Some(asked) => Ok(asked),
        None => Ok(scene.shop.gstin.is_some()),
    }
}

/// Whether integrated tax applies to a bill for this customer.
pub(crate) async fn interstate(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    customer: Option<CustomerId>,
) -> Result<bool, Refusal> {
    let Some(id) = customer else { return Ok(false) };
    let customer = unit
        .customers()
        .find(scene.tenant(), id)
        .await?
        .ok_or(Refusal::UnknownCustomer)?;
    if customer.status != execora_customer::CustomerStatus::Active {
        return Err(Refusal::UnknownCustomer);
    }
    Ok(crate::issuing::supply(scene, &customer).interstate)
}

/// Computes a draft again, with everything that decides its tax.
pub(crate) fn price(scene: &Scene<'_>, draft: &mut Draft) -> Result<(), Refusal> {
    draft.price(scene.shop.round_to_rupee).map_err(Refusal::from)
}
