//! Taking an entry back by its opposite.

use crate::cancelling;
use crate::give_credit::PostedEntry;
use crate::issuing::stamp;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use async_trait::async_trait;
use execora_kernel::{EntryId, InvoiceId, Label, Money, Right, StoreError};
use execora_ledger::{Entry, EntryKind};

/// Reverses an entry: a payment settles nothing any more; a bill is cancelled with all that belongs to it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReverseEntry {
    pub entry: EntryId,
    pub reason: Option<Label>,
}

#[async_trait]
impl Verb for ReverseEntry {
    type Output = PostedEntry;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<PostedEntry, Refusal> {
        let tenant = scene.tenant();
        let found = unit.ledger().find(tenant, self.entry).await?;
        scene.caller.require(
            Right::PAYMENTS_REVERSE,
            found.as_ref().and_then(|e| e.customer),
            scene.now,
        )?;
        let entry = found.ok_or(Refusal::NotFound)?;
        if entry.kind == EntryKind::Invoice {
            return self.cancel_bill(unit, scene, &entry).await;
        }
        let mut balance = Money::ZERO;
        if let Some(customer) = entry.customer {
            let customer = unit.customers().lock(tenant, customer).await?;
            balance = customer
                .ok_or(StoreError::Corrupt {
                    what: "customer of an entry",
                })?
                .balance;
        }
        // Read again: while this unit waited for the customer, another may have reversed it.
        let entry = unit
            .ledger()
            .find(tenant, self.entry)
            .await?
            .ok_or(Refusal::NotFound)?;
        let reversal = entry.reversal(stamp(scene, scene.today()))?;
        if entry.kind == EntryKind::Payment {
            release(unit, scene, &entry).await?;
        }
        let balance = unit.ledger().append(&reversal).await?.unwrap_or(balance);
        Ok(PostedEntry {
            entry: reversal,
            balance,
        })
    }
}

impl ReverseEntry {
    async fn cancel_bill(
        &self,
        unit: &mut dyn UnitOfWork,
        scene: &Scene<'_>,
        entry: &Entry,
    ) -> Result<PostedEntry, Refusal> {
        scene
            .caller
            .require(Right::INVOICES_CANCEL, entry.customer, scene.now)?;
        let damaged = StoreError::Corrupt {
            what: "entry of a bill",
        };
        if entry.reversed_by.is_some() {
            return Err(Refusal::AlreadyReversed);
        }
        let invoice: InvoiceId = entry
            .document
            .as_deref()
            .and_then(|d| d.parse().ok())
            .ok_or_else(|| damaged.clone())?;
        let reason = match &self.reason {
            Some(reason) => reason.clone(),
            None => Label::parse("entry reversed").map_err(|_| damaged.clone())?,
        };
        let cancelled = cancelling::cancel(unit, scene, invoice, reason)
            .await
            .map_err(|refusal| match refusal {
                Refusal::AlreadyCancelled => Refusal::AlreadyReversed,
                other => other,
            })?;
        let reversed = unit
            .ledger()
            .find(scene.tenant(), entry.id)
            .await?
            .and_then(|e| e.reversed_by);
        let reversal = match reversed {
            Some(id) => unit.ledger().find(scene.tenant(), id).await?,
            None => None,
        };
        Ok(PostedEntry {
            entry: reversal.ok_or(damaged)?,
            balance: cancelled.balance,
        })
    }
}

/// What the payment had settled is open again.
async fn release(unit: &mut dyn UnitOfWork, scene: &Scene<'_>, entry: &Entry) -> Result<(), Refusal> {
    let damaged = StoreError::Corrupt {
        what: "payment of an entry",
    };
    let payment = unit.payments().find_by_entry(scene.tenant(), entry.id).await?;
    let mut payment = payment.ok_or_else(|| damaged.clone())?;
    for part in &payment.allocations {
        let less = part.amount.negated().ok_or_else(|| damaged.clone())?;
        unit.invoices()
            .add_paid(scene.tenant(), part.invoice, less, scene.now)
            .await?;
    }
    let was = payment.version;
    payment.reverse(scene.now);
    unit.payments().update(&payment, was).await?;
    Ok(())
}
