//! Writing down udhaar: the customer owes more, without a bill.

use crate::issuing::stamp;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::{lock_customer, within_credit};
use async_trait::async_trait;
use execora_kernel::{CustomerId, Label, Money, Right};
use execora_ledger::Entry;
use serde::{Deserialize, Serialize};

/// Gives credit.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GiveCredit {
    pub customer: CustomerId,
    pub amount: Money,
    pub note: Option<Label>,
}

/// An entry and what the customer owes after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PostedEntry {
    pub entry: Entry,
    pub balance: Money,
}

#[async_trait]
impl Verb for GiveCredit {
    type Output = PostedEntry;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<PostedEntry, Refusal> {
        scene
            .caller
            .require(Right::PAYMENTS_CREATE, Some(self.customer), scene.now)?;
        let customer = lock_customer(unit, scene, self.customer).await?;
        let description = self.note.as_ref().map_or("credit", Label::as_str);
        let entry =
            Entry::credit(stamp(scene, scene.today()), customer.id, self.amount)?.about(None, description);
        within_credit(&customer, self.amount)?;
        let balance = unit.ledger().append(&entry).await?.unwrap_or(customer.balance);
        Ok(PostedEntry { entry, balance })
    }
}
