//! One-time codes and refresh tokens.

use crate::unit::Unit;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::StoreError;
use execora_usecases::{
    credential::{CodeKind, OneTimeCode, RefreshOutcome, RefreshToken},
    ports::CredentialRepository,
};
use std::sync::Arc;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub(crate) struct Refresh {
    pub(crate) token: RefreshToken,
    /// Used once or revoked: either way, nobody may use it again.
    pub(crate) over_at: Option<DateTime<Utc>>,
}

#[async_trait]
impl CredentialRepository for Unit {
    async fn insert_code(&mut self, code: &OneTimeCode) -> Result<(), StoreError> {
        self.act(|state| {
            if state.codes.contains_key(&code.hash) {
                return Err(StoreError::Duplicate);
            }
            let codes = Arc::make_mut(&mut state.codes);
            codes.insert(code.hash.clone(), code.clone());
            Ok(())
        })
    }

    async fn take_code(
        &mut self,
        hash: &[u8],
        kind: CodeKind,
        at: DateTime<Utc>,
    ) -> Result<Option<OneTimeCode>, StoreError> {
        self.act(|state| {
            let fits = |code: &OneTimeCode| code.kind == kind && code.expires_at > at;
            if !state.codes.get(hash).is_some_and(fits) {
                return Ok(None);
            }
            let codes = Arc::make_mut(&mut state.codes);
            // A used code is a forgotten one; those that nobody came for go after a day.
            let taken = codes.remove(hash);
            codes.retain(|_, code| at.signed_duration_since(code.expires_at) < TimeDelta::days(1));
            Ok(taken)
        })
    }

    async fn insert_refresh(&mut self, token: &RefreshToken) -> Result<(), StoreError> {
        self.act(|state| {
            if state.refreshes.contains_key(&token.hash) {
                return Err(StoreError::Duplicate);
            }
            let refresh = Refresh {
                token: token.clone(),
                over_at: None,
            };
            Arc::make_mut(&mut state.refreshes).insert(token.hash.clone(), refresh);
            Ok(())
        })
    }

    async fn take_refresh(&mut self, hash: &[u8], at: DateTime<Utc>) -> Result<RefreshOutcome, StoreError> {
        self.act(|state| {
            let known = state.refreshes.get(hash);
            if known.is_none_or(|refresh| refresh.token.expires_at <= at) {
                return Ok(RefreshOutcome::Unknown);
            }
            let Some(refresh) = Arc::make_mut(&mut state.refreshes).get_mut(hash) else {
                return Ok(RefreshOutcome::Unknown);
            };
            if refresh.over_at.is_some() {
                let family = refresh.token.family;
                return Ok(RefreshOutcome::Reused { family });
            }
            refresh.over_at = Some(at);
            Ok(RefreshOutcome::Fresh(refresh.token.clone()))
        })
    }

    async fn revoke_family(&mut self, family: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.act(|state| {
            let refreshes = Arc::make_mut(&mut state.refreshes).values_mut();
            for refresh in refreshes.filter(|refresh| refresh.token.family == family) {
                refresh.over_at.get_or_insert(at);
            }
            Ok(())
        })
    }
}
