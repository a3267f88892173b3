//! Issuing a draft: from here on it is a bill.

use crate::issuing::{self, IssuedInvoice, Order};
use crate::perform::{Announcement, DraftsReason, Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{FieldCode, Refusal, Subject};
use crate::request::Expected;
use crate::seen::lock_customer;
use async_trait::async_trait;
use execora_kernel::{DraftId, Right};

/// Issues a draft.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct IssueDraft {
    pub draft: DraftId,
    /// The version that was agreed to: a yes is bound to what was shown.
    pub expected: Expected,
}

#[async_trait]
impl Verb for IssueDraft {
    type Output = IssuedInvoice;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<IssuedInvoice, Refusal> {
        let tenant = scene.tenant();
        // Read first to learn the customer, who is locked before the draft; checked again under lock.
        let shown = scene.queries.invoices.draft(tenant, self.draft).await?;
        let customer = shown.as_ref().and_then(|d| d.customer);
        scene
            .caller
            .require(Right::INVOICES_CREATE, customer, scene.now)?;
        shown.ok_or(Refusal::NotFound)?.must_be_open()?;
        let customer = customer.ok_or_else(|| Refusal::of(Subject::Customer, FieldCode::Required))?;
        let customer = lock_customer(unit, scene, customer).await?;
        let mut draft = unit
            .drafts()
            .lock(tenant, self.draft)
            .await?
            .ok_or(Refusal::NotFound)?;
        draft.must_be_open()?;
        self.expected.check(draft.version)?;
        if draft.customer != Some(customer.id) {
            return Err(Refusal::VersionStale);
        }
        let order = Order {
            lines: draft.lines.clone(),
            discount: draft.discount,
            with_gst: draft.with_gst,
            notes: draft.notes.clone(),
            date: draft.date,
            draft: Some(draft.id),
        };
        let issued = issuing::issue(unit, scene, &customer, order).await?;
        let was = draft.version;
        draft.confirm(issued.invoice.id, scene.now)?;
        unit.drafts().update(&draft, was).await?;
        Ok(issued)
    }

    fn needs_names(&self) -> bool {
        true
    }

    fn announces(&self, _: &IssuedInvoice) -> Option<Announcement> {
        Some(Announcement::Drafts(DraftsReason::Confirmed))
    }
}
