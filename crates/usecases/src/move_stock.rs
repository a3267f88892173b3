//! Stock coming and going for other reasons than a bill.

use crate::billing::kept_in;
use crate::issuing::movement;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{Refusal, Subject};
use async_trait::async_trait;
use execora_inventory::{Movement, MovementReason, StockMove, signed};
use execora_kernel::{Label, Money, ProductId, Quantity, Right, Unit};
use serde::{Deserialize, Serialize};

/// Moves stock.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MoveStock {
    pub product: ProductId,
    pub reason: MovementReason,
    pub quantity: Quantity,
    pub unit: Option<Unit>,
    pub cost: Option<Money>,
    pub note: Option<Label>,
}

/// A movement and what is in stock after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MovedStock {
    pub movement: Movement,
    pub stock: Quantity,
}

#[async_trait]
impl Verb for MoveStock {
    type Output = MovedStock;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<MovedStock, Refusal> {
        scene.caller.require(Right::PRODUCTS_UPDATE, None, scene.now)?;
        let product = unit
            .products()
            .find(scene.tenant(), self.product)
            .await?
            .ok_or(Refusal::NotFound)?;
        let said = self.unit.unwrap_or(product.unit);
        let quantity = said
            .convert(self.quantity, product.unit)
            .ok_or_else(|| Refusal::WrongUnit(kept_in(&product)))?;
        let quantity = signed(self.reason, quantity).map_err(|_| Refusal::out_of_range(Subject::Quantity))?;
        if self
            .cost
            .is_some_and(|c| c < Money::ZERO || c > execora_kernel::money::AMOUNT_MAX)
        {
            return Err(Refusal::out_of_range(Subject::Cost));
        }
        let mut movement = movement(scene, product.id, self.reason, quantity, None);
        movement.cost = self.cost;
        movement.note.clone_from(&self.note);
        match unit
            .products()
            .move_stock(&movement, scene.shop.allow_negative_stock)
            .await?
        {
            StockMove::Moved { stock } => Ok(MovedStock { movement, stock }),
            StockMove::Short { left } => Err(Refusal::OutOfStock {
                product: product.id,
                name: product.name.as_str().to_owned(),
                left,
                unit: product.unit,
            }),
        }
    }
}
