//! The goods of a bill: which products its lines mean, and taking them out of stock.

use crate::billing;
use crate::issuing::movement;
use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::{LineRefusal, Refusal, Subject};
use chrono::NaiveDate;
use execora_inventory::{CatalogMatch, MovementReason, NewProduct, Product, StockMove};
use execora_invoice::{Invoice, Line};
use execora_kernel::{Label, ProductId, Quantity};
use std::collections::BTreeMap;

/// A product on a bill; one that the shop did not know is made when the bill is sure.
pub(crate) struct Good {
    product: Product,
    new: bool,
}

pub(crate) type Goods = BTreeMap<ProductId, Good>;

/// Loads the products of the lines with today's rates, and gives those that the shop does not know an id.
pub(crate) async fn of_lines(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    lines: &mut [Line],
    date: NaiveDate,
) -> Result<Goods, Refusal> {
    let mut goods = Goods::new();
    for (i, line) in lines.iter_mut().enumerate() {
        let good = match line.product {
            Some(id) => unit.products().find(scene.tenant(), id).await?.map(known),
            None => Some(good_named(unit, scene, i, line, &goods).await?),
        };
        let good = good.ok_or(Refusal::line(i, LineRefusal::UnknownProduct))?;
        // The price and the quantity are of the unit in which the line was written down.
        if line.unit != good.product.unit {
            let kept_in = billing::kept_in(&good.product);
            return Err(Refusal::line(i, LineRefusal::WrongUnit(kept_in)));
        }
        line.product = Some(good.product.id);
        billing::rate(line, &good.product, date);
        goods.insert(good.product.id, good);
    }
    Ok(goods)
}

fn known(product: Product) -> Good {
    Good { product, new: false }
}

/// The product of a line that was written down without one: of a line before, known to the shop by now, or new.
async fn good_named(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    i: usize,
    line: &Line,
    goods: &Goods,
) -> Result<Good, Refusal> {
    if let Some(good) = goods.values().find(|good| is_called(&good.product, &line.name)) {
        let (product, new) = (good.product.clone(), good.new);
        return Ok(Good { product, new });
    }
    // Since the line was written down another bill may have made it.
    if let CatalogMatch::Certain(id) = scene.catalog.read(|catalog| catalog.find(line.name.as_str()))
        && let Some(product) = unit.products().find(scene.tenant(), id).await?
        && is_called(&product, &line.name)
    {
        return Ok(known(product));
    }
    let product = new_product(scene, i, line)?;
    Ok(Good { product, new: true })
}

fn is_called(product: &Product, name: &Label) -> bool {
    product.name.as_str().to_lowercase() == name.as_str().to_lowercase()
}

fn new_product(scene: &Scene<'_>, i: usize, line: &Line) -> Result<Product, Refusal> {
    let price = line.price.ok_or(Refusal::line(i, LineRefusal::NotPriced))?;
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
    Ok(Product::create(
        new,
        scene.id(ProductId::new),
        scene.tenant(),
        scene.now,
    ))
}

/// Takes the goods of an invoice out of stock, product by product in the order of their ids so that two bills never wait for
/// each other in a circle; new ones, which nobody else can wait for, last.
pub(crate) async fn sell(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    invoice: &Invoice,
    goods: &Goods,
) -> Result<(), Refusal> {
    let mut sold: Vec<(&Good, Quantity)> = quantities(invoice)?
        .into_iter()
        .filter_map(|(id, quantity)| Some((goods.get(&id)?, quantity)))
        .collect();
    sold.sort_by_key(|(good, _)| good.new);
    for (Good { product, new }, quantity) in sold {
        if *new {
            unit.products().insert(product).await?;
            // What is being sold was evidently there, though nobody had counted it.
            let counted = movement(scene, product.id, MovementReason::Adjustment, quantity, None);
            unit.products().move_stock(&counted, false).await?;
        }
        let out = quantity
            .negated()
            .ok_or_else(|| Refusal::out_of_range(Subject::Items))?;
        let sale = movement(scene, product.id, MovementReason::Sale, out, Some(invoice.id));
        let below_zero = scene.shop.allow_negative_stock;
        if let StockMove::Short { left } = unit.products().move_stock(&sale, below_zero).await? {
            return Err(Refusal::OutOfStock {
                product: product.id,
                name: product.name.as_str().to_owned(),
                left,
                unit: product.unit,
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
            .ok_or_else(|| Refusal::out_of_range(Subject::Items))?;
    }
    Ok(sums)
}
