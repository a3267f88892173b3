//! Writing a bill down before it is issued.

use crate::billing::{self, ItemWanted};
use crate::perform::{Announcement, DraftsReason, Scene, Verb, drafts};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::bill_date;
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::{Discount, Draft, DraftStatus, Totals};
use execora_kernel::{CustomerId, DraftId, Label, Right, SessionId};

/// Makes a draft.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SaveDraft {
    pub customer: Option<CustomerId>,
    pub items: Vec<ItemWanted>,
    pub with_gst: Option<bool>,
    pub discount: Discount,
    pub notes: Option<Label>,
    pub date: Option<NaiveDate>,
    pub session: Option<SessionId>,
}

#[async_trait]
impl Verb for SaveDraft {
    type Output = Draft;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Draft, Refusal> {
        scene
            .caller
            .require(Right::INVOICES_CREATE, self.customer, scene.now)?;
        let with_gst = billing::with_gst(scene, self.with_gst)?;
        let day = bill_date(scene, self.date)?;
        let interstate = billing::interstate(unit, scene, self.customer).await?;
        let mut draft = Draft {
            id: scene.id(DraftId::new),
            tenant: scene.tenant(),
            customer: self.customer,
            lines: billing::lines(unit, scene, &self.items, day).await?,
            with_gst,
            interstate,
            discount: self.discount,
            notes: self.notes.clone(),
            date: self.date,
            totals: Totals::default(),
            status: DraftStatus::Open,
            session: self.session,
            invoice: None,
            created_at: scene.now,
            updated_at: scene.now,
            version: 1,
        };
        billing::price(scene, &mut draft)?;
        unit.drafts().insert(&draft).await?;
        Ok(draft)
    }

    fn needs_names(&self) -> bool {
        true
    }

    fn announces(&self, draft: &Draft) -> Option<Announcement> {
        drafts(draft, DraftsReason::Created)
    }
}
