//! Putting a draft away.

use crate::perform::{Announcement, DraftsReason, Scene, Verb, drafts};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::request::Expected;
use async_trait::async_trait;
use execora_invoice::Draft;
use execora_kernel::{DraftId, Right};

/// Discards an open draft.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DiscardDraft {
    pub draft: DraftId,
    pub expected: Expected,
}

#[async_trait]
impl Verb for DiscardDraft {
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
        let was = draft.version;
        draft.discard(scene.now)?;
        unit.drafts().update(&draft, was).await?;
        Ok(draft)
    }

    fn announces(&self, draft: &Draft) -> Option<Announcement> {
        drafts(draft, DraftsReason::Discarded)
    }
}
