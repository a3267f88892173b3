//! Changing a product: its name, price or rates, never its stock.

use crate::create_product::price_in_range;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::request::Expected;
use async_trait::async_trait;
use execora_inventory::{Product, ProductChanges};
use execora_kernel::{Money, ProductId, Right};
use serde::{Deserialize, Serialize};

/// Changes a product.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateProduct {
    pub product: ProductId,
    pub expected: Expected,
    pub changes: ProductChanges,
}

/// A product and the price it had before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdatedProduct {
    pub product: Product,
    pub old_price: Option<Money>,
}

#[async_trait]
impl Verb for UpdateProduct {
    type Output = UpdatedProduct;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<UpdatedProduct, Refusal> {
        scene.caller.require(Right::PRODUCTS_UPDATE, None, scene.now)?;
        let found = unit.products().lock(scene.tenant(), self.product).await?;
        let mut product = found.ok_or(Refusal::NotFound)?;
        self.expected.check(product.version)?;
        if let Some(price) = self.changes.price {
            price_in_range(price)?;
        }
        let (was, old_price) = (product.version, product.price);
        product.apply(self.changes.clone(), scene.now);
        unit.products().update(&product, was).await?;
        Ok(UpdatedProduct { product, old_price })
    }
}
