//! Changing a draft.

use crate::billing::{self, ItemWanted};
use crate::perform::{Announcement, DraftsReason, Scene, Verb, drafts};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::request::Expected;
use crate::seen::bill_date;
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::{Discount, Draft};
use execora_kernel::{CustomerId, DraftId, Label, Right};

/// A merge: `None` keeps, `Some(None)` clears. Items are replaced as a whole.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DraftChanges {
    pub customer: Option<Option<CustomerId>>,
    pub items: Option<Vec<ItemWanted>>,
    pub with_gst: Option<Option<bool>>,
    pub discount: Option<Discount>,
    pub notes: Option<Option<Label>>,
    pub date: Option<Option<NaiveDate>>,
}

/// Changes an open draft.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateDraft {
    pub draft: DraftId,
    pub expected: Expected,
    pub changes: DraftChanges,
}

#[async_trait]
impl Verb for UpdateDraft {
    type Output = Draft;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Draft, Refusal> {
        let found = unit.drafts().lock(scene.tenant(), self.draft).await?;
        scene.caller.require(
            Right::INVOICES_CREATE,
            found.as_ref().and_then(|d| d.customer),
            scene.now,
        )?;
        let mut draft = found.ok_or(Refusal::NotFound)?;
        self.expected.check(draft.version)?;
        draft.must_be_open()?;
        let changes = &self.changes;
        if let Some(customer) = changes.customer {
            scene
                .caller
                .require(Right::INVOICES_CREATE, customer, scene.now)?;
            draft.customer = customer;
        }
        if let Some(asked) = changes.with_gst {
            draft.with_gst = billing::with_gst(scene, asked)?;
        }
        if let Some(discount) = changes.discount {
            draft.discount = discount;
        }
        if let Some(notes) = &changes.notes {
            draft.notes.clone_from(notes);
        }
        if let Some(date) = changes.date {
            draft.date = date;
        }
        let day = bill_date(scene, draft.date)?;
        match &changes.items {
            Some(items) => draft.lines = billing::lines(unit, scene, items, day).await?,
            None => billing::rate_again(unit, scene, &mut draft.lines, day).await?,
        }
        draft.interstate = billing::interstate(unit, scene, draft.customer).await?;
        billing::price(scene, &mut draft)?;
        let was = draft.version;
        draft.touch(scene.now);
        unit.drafts().update(&draft, was).await?;
        Ok(draft)
    }

    fn needs_names(&self) -> bool {
        true
    }

    fn announces(&self, draft: &Draft) -> Option<Announcement> {
        drafts(draft, DraftsReason::Changed)
    }
}
