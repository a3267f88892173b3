//! Drafts.

use crate::unit::{Unit, require_version};
use async_trait::async_trait;
use execora_invoice::{Draft, DraftRepository};
use execora_kernel::{DraftId, StoreError, TenantId};

#[async_trait]
impl DraftRepository for Unit {
    async fn lock(&mut self, tenant: TenantId, id: DraftId) -> Result<Option<Draft>, StoreError> {
        self.act(|state| Ok(state.drafts.get(tenant, &id).cloned()))
    }

    async fn insert(&mut self, draft: &Draft) -> Result<(), StoreError> {
        self.act(|state| state.drafts.insert(draft.tenant, draft.id, draft.clone()))
    }

    async fn update(&mut self, draft: &Draft, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.drafts.get_mut(draft.tenant, &draft.id);
            let stored = stored.ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            *stored = draft.clone();
            Ok(())
        })
    }
}
