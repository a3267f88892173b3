//! A product's stock is the sum of its movements.

use super::difference::{DifferenceKind, Fact, Findings, count};
use super::{BooksView, Moment, first, next};
use execora_kernel::{ProductId, Quantity, StoreError};
use std::collections::BTreeMap;

pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut sums: BTreeMap<ProductId, i128> = BTreeMap::new();
    let mut part = Some(first());
    while let Some(wanted) = part {
        let movements = view.movements(moment.tenant, wanted).await?;
        part = next(wanted, &movements, |movement| movement.id.uuid());
        count(&mut findings.checked.movements, movements.len());
        for movement in movements {
            *sums.entry(movement.product).or_default() += i128::from(movement.quantity.thousandths());
        }
    }
    let mut part = Some(first());
    while let Some(wanted) = part {
        let products = view.products(moment.tenant, wanted).await?;
        part = next(wanted, &products, |product| product.id.uuid());
        count(&mut findings.checked.products, products.len());
        for product in products {
            let moved = sums.remove(&product.id).unwrap_or_default();
            if moved != i128::from(product.stock.thousandths()) {
                findings.name(DifferenceKind::Stock, product.id, decimal(moved), product.stock);
            }
        }
    }
    for (product, moved) in sums {
        findings.name(DifferenceKind::Stock, product, decimal(moved), "no such product");
    }
    Ok(())
}

/// A sum of thousandths as a decimal quantity.
pub(super) fn decimal(thousandths: i128) -> Fact {
    match i64::try_from(thousandths) {
        Ok(fits) => Quantity::from_thousandths(fits).into(),
        Err(_) => format!("{thousandths} thousandths").into(),
    }
}
