//! Writing down money that a customer paid.

use crate::issuing::stamp;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{Refusal, Subject};
use crate::seen::lock_customer;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, Label, Money, PaymentId, Right};
use execora_ledger::{Allocation, Entry, OpenInvoice, Payment, PaymentMode, PaymentStatus, allocate};
use serde::{Deserialize, Serialize};

/// The most open invoices that one payment is spread over.
const OPEN_INVOICES_MAX: u32 = 500;

/// Records a payment.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RecordPayment {
    pub customer: CustomerId,
    pub amount: Money,
    pub mode: PaymentMode,
    pub allocations: Vec<Allocation>,
    pub received_at: Option<DateTime<Utc>>,
    pub reference: Option<Label>,
}

/// A payment and what the customer owes after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RecordedPayment {
    pub payment: Payment,
    pub balance: Money,
}

#[async_trait]
impl Verb for RecordPayment {
    type Output = RecordedPayment;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<RecordedPayment, Refusal> {
        scene
            .caller
            .require(Right::PAYMENTS_CREATE, Some(self.customer), scene.now)?;
        let received_at = self.received_at.unwrap_or(scene.now);
        let on = scene.shop.zone.date(received_at);
        let of_the_books = scene.shop.day_is_of_the_books(on, scene.today());
        if self.received_at.is_some() && (received_at > scene.now || !of_the_books) {
            return Err(Refusal::out_of_range(Subject::ReceivedAt));
        }
        let customer = lock_customer(unit, scene, self.customer).await?;
        let id = scene.id(PaymentId::new);
        let entry = Entry::payment(stamp(scene, on), customer.id, self.amount, self.mode)?
            .about(Some(id.to_string()), format!("payment by {}", self.mode.as_str()));
        let open: Vec<OpenInvoice> = unit
            .invoices()
            .open_of(scene.tenant(), customer.id, OPEN_INVOICES_MAX)
            .await?
            .into_iter()
            .map(|row| OpenInvoice {
                invoice: row.id,
                open: row.open,
            })
            .collect();
        let allocations = allocate(self.amount, &self.allocations, &open)?;
        for part in &allocations {
            unit.invoices()
                .add_paid(scene.tenant(), part.invoice, part.amount, scene.now)
                .await?;
        }
        let payment = Payment {
            id,
            tenant: scene.tenant(),
            customer: customer.id,
            amount: self.amount,
            mode: self.mode,
            allocations,
            received_at,
            reference: self.reference.clone(),
            entry: entry.id,
            status: PaymentStatus::Recorded,
            created_at: scene.now,
            updated_at: scene.now,
            version: 1,
        };
        let balance = unit.ledger().append(&entry).await?.unwrap_or(customer.balance);
        unit.payments().insert(&payment).await?;
        Ok(RecordedPayment { payment, balance })
    }
}
