//! Issuing a bill at once.

use crate::billing::{self, ItemWanted};
use crate::issuing::{self, IssuedInvoice, Order};
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::{bill_date, lock_customer};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::Discount;
use execora_kernel::{CustomerId, Label, Right};

/// Issues an invoice without a draft before it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct IssueInvoice {
    pub customer: CustomerId,
    pub items: Vec<ItemWanted>,
    pub with_gst: Option<bool>,
    pub discount: Discount,
    pub notes: Option<Label>,
    pub date: Option<NaiveDate>,
}

#[async_trait]
impl Verb for IssueInvoice {
    type Output = IssuedInvoice;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<IssuedInvoice, Refusal> {
        scene
            .caller
            .require(Right::INVOICES_CREATE, Some(self.customer), scene.now)?;
        let with_gst = billing::with_gst(scene, self.with_gst)?;
        let date = bill_date(scene, self.date)?;
        let customer = lock_customer(unit, scene, self.customer).await?;
        let lines = billing::lines(unit, scene, &self.items, date).await?;
        let order = Order {
            lines,
            discount: self.discount,
            with_gst,
            notes: self.notes.clone(),
            date: self.date,
            draft: None,
        };
        issuing::issue(unit, scene, &customer, order).await
    }

    fn needs_names(&self) -> bool {
        true
    }
}
