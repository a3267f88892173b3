//! Products and what moved them, as they are stored.

use super::View;
use crate::row::Shape;
use crate::sql::Ask;
use crate::values::id;
use async_trait::async_trait;
use execora_kernel::{InvoiceId, MovementId, ProductId, StoreError, TenantId};
use execora_usecases::check::{BillMovement, MovementFacts, Part, ProductFacts, ShelfView, Span};

const PRODUCT: Shape<ProductFacts> = Shape {
    what: "product",
    read: |row| {
        Ok(ProductFacts {
            id: row.id("id", ProductId::new)?,
            stock: row.quantity("stock")?,
        })
    },
};

const MOVEMENT: Shape<MovementFacts> = Shape {
    what: "stock movement",
    read: |row| {
        Ok(MovementFacts {
            id: row.id("id", MovementId::new)?,
            product: row.id("product_id", ProductId::new)?,
            quantity: row.quantity("quantity")?,
        })
    },
};

const OF_BILL: Shape<BillMovement> = Shape {
    what: "stock movement",
    read: |row| {
        Ok(BillMovement {
            invoice: row.id("invoice_id", InvoiceId::new)?,
            product: row.id("product_id", ProductId::new)?,
            quantity: row.quantity("quantity")?,
        })
    },
};

#[async_trait]
impl ShelfView for View {
    async fn products(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<ProductFacts>, StoreError> {
        let select = "SELECT id, stock FROM product";
        self.part(&PRODUCT, select, "id", (tenant, wanted)).await
    }

    async fn movements(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<MovementFacts>, StoreError> {
        let select = "SELECT id, product_id, quantity FROM stock_movement";
        self.part(&MOVEMENT, select, "id", (tenant, wanted)).await
    }

    async fn moved_by_bills(
        &mut self,
        tenant: TenantId,
        bills: Span,
    ) -> Result<Vec<BillMovement>, StoreError> {
        let sql = "SELECT invoice_id, product_id, CAST(SUM(quantity) AS BIGINT) AS quantity FROM stock_movement \
             WHERE tenant_id = $1 AND invoice_id > $2 AND invoice_id <= $3 GROUP BY invoice_id, product_id";
        self.all(
            &OF_BILL,
            sql,
            vec![id(tenant.uuid()), id(bills.after), id(bills.upto)],
        )
        .await
    }
}
