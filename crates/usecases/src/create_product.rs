//! Adding a product.

use crate::issuing::movement;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{Refusal, Subject};
use async_trait::async_trait;
use execora_inventory::{MovementReason, NewProduct, Product, StockMove};
use execora_kernel::{Money, ProductId, Quantity, Right, money::AMOUNT_MAX};

/// Makes a product, with what is in stock of it at the beginning.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreateProduct {
    pub new: NewProduct,
    pub opening_stock: Option<Quantity>,
}

#[async_trait]
impl Verb for CreateProduct {
    type Output = Product;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Product, Refusal> {
        scene.caller.require(Right::PRODUCTS_CREATE, None, scene.now)?;
        price_in_range(self.new.price)?;
        let mut product = Product::create(
            self.new.clone(),
            scene.id(ProductId::new),
            scene.tenant(),
            scene.now,
        );
        unit.products().insert(&product).await?;
        if let Some(stock) = self.opening_stock.filter(|q| *q != Quantity::ZERO) {
            if !stock.is_bookable() {
                return Err(Refusal::out_of_range(Subject::OpeningStock));
            }
            let counted = movement(scene, product.id, MovementReason::Adjustment, stock, None);
            if let StockMove::Moved { stock } = unit.products().move_stock(&counted, false).await? {
                product.stock = stock;
            }
        }
        Ok(product)
    }
}

/// Refuses a price below nothing or above the largest amount; a price of nothing may be given on purpose.
pub(crate) fn price_in_range(price: Option<Money>) -> Result<(), Refusal> {
    match price {
        Some(price) if price < Money::ZERO || price > AMOUNT_MAX => {
            Err(Refusal::out_of_range(Subject::Price))
        }
        _ => Ok(()),
    }
}
