//! Cancelling an invoice: stock comes back, the ledger is reversed, money paid on it becomes an advance, the number stays used.

use crate::goods::quantities;
use crate::issuing::{IssuedInvoice, movement, stamp};
use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use execora_inventory::MovementReason;
use execora_kernel::{InvoiceId, Label, StoreError};

/// Cancels an invoice in this unit; the customer is locked first.
pub(crate) async fn cancel(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    id: InvoiceId,
    reason: Label,
) -> Result<IssuedInvoice, Refusal> {
    let tenant = scene.tenant();
    // The customer of an invoice never changes, so it may be read before the locks are taken in their order.
    let customer = scene
        .queries
        .invoices
        .invoice(tenant, id)
        .await?
        .ok_or(Refusal::NotFound)?
        .customer;
    let customer = unit
        .customers()
        .lock(tenant, customer)
        .await?
        .ok_or(Refusal::NotFound)?;
    let mut invoice = unit.invoices().lock(tenant, id).await?.ok_or(Refusal::NotFound)?;
    let was = invoice.version;
    invoice.cancel(reason, scene.now)?;
    for mut payment in unit.payments().settling(tenant, id).await? {
        let was = payment.version;
        payment.allocations.retain(|a| a.invoice != id);
        payment.updated_at = scene.now;
        payment.version += 1;
        unit.payments().update(&payment, was).await?;
    }
    unit.invoices().update(&invoice, was).await?;
    for (product, quantity) in quantities(&invoice)? {
        let back = movement(scene, product, MovementReason::Return, quantity, Some(id));
        unit.products().move_stock(&back, true).await?;
    }
    let entry = unit
        .ledger()
        .find(tenant, invoice.entry)
        .await?
        .ok_or(StoreError::Corrupt {
            what: "entry of an invoice",
        })?;
    let reversal = entry.reversal(stamp(scene, scene.today()))?;
    let balance = unit.ledger().append(&reversal).await?.unwrap_or(customer.balance);
    Ok(IssuedInvoice {
        invoice,
        balance,
        warnings: Vec::new(),
    })
}
