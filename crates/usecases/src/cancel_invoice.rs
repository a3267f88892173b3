//! Cancelling an issued bill.

use crate::cancelling;
use crate::issuing::IssuedInvoice;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use async_trait::async_trait;
use execora_kernel::{InvoiceId, Label, Right};

/// Cancels an invoice.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CancelInvoice {
    pub invoice: InvoiceId,
    pub reason: Label,
}

#[async_trait]
impl Verb for CancelInvoice {
    type Output = IssuedInvoice;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<IssuedInvoice, Refusal> {
        let customer = scene
            .queries
            .invoices
            .invoice(scene.tenant(), self.invoice)
            .await?
            .map(|i| i.customer);
        scene
            .caller
            .require(Right::INVOICES_CANCEL, customer, scene.now)?;
        cancelling::cancel(unit, scene, self.invoice, self.reason.clone()).await
    }
}
