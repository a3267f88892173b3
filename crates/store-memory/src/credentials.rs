//! One-time codes, refresh tokens, revocations and root keys.

use crate::{state::State, store::MemoryStore, unit::Unit};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{SignInId, StoreError};
use execora_usecases::{
    credential::{CodeKind, OneTimeCode, PublishedKey, RefreshToken, Revocation, Successor},
    ports::{CredentialQueries, CredentialRepository},
};
use std::sync::Arc;

fn next_change(state: &mut State) -> i64 {
    state.last_change = state.last_change.saturating_add(1);
    state.last_change
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
            // A used code is a forgotten one.
            Ok(Arc::make_mut(&mut state.codes).remove(hash))
        })
    }

    async fn insert_refresh(&mut self, token: &RefreshToken) -> Result<(), StoreError> {
        self.act(|state| {
            if state.refreshes.contains_key(&token.hash) {
                return Err(StoreError::Duplicate);
            }
            Arc::make_mut(&mut state.refreshes).insert(token.hash.clone(), token.clone());
            Ok(())
        })
    }

    async fn lock_refresh(&mut self, hash: &[u8]) -> Result<Option<RefreshToken>, StoreError> {
        self.act(|state| Ok(state.refreshes.get(hash).cloned()))
    }

    async fn find_refresh(&mut self, hash: &[u8]) -> Result<Option<RefreshToken>, StoreError> {
        self.act(|state| Ok(state.refreshes.get(hash).cloned()))
    }

    async fn use_refresh(
        &mut self,
        hash: &[u8],
        successor: &Successor,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.act(|state| {
            let token = Arc::make_mut(&mut state.refreshes).get_mut(hash);
            let unused = token.filter(|token| token.used_at.is_none());
            let token = unused.ok_or(StoreError::Stale)?;
            token.used_at = Some(at);
            token.successor = Some(successor.clone());
            Ok(())
        })
    }

    async fn revoke_sign_in(&mut self, sign_in: SignInId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.act(|state| {
            let tokens = Arc::make_mut(&mut state.refreshes).values_mut();
            for token in tokens.filter(|token| token.sign_in == sign_in) {
                token.revoked_at.get_or_insert(at);
            }
            Ok(())
        })
    }

    async fn revoke(&mut self, revocation: &Revocation) -> Result<(), StoreError> {
        self.act(|state| {
            let change = next_change(state);
            let kept = Arc::make_mut(&mut state.revocations)
                .entry(revocation.name.clone())
                .or_insert((change, revocation.expires_at));
            *kept = (change, kept.1.max(revocation.expires_at));
            Ok(())
        })
    }

    async fn publish_key(&mut self, key: &PublishedKey, _: DateTime<Utc>) -> Result<(), StoreError> {
        self.act(|state| {
            next_change(state);
            Arc::make_mut(&mut state.root_keys).insert(key.public_key.clone(), key.clone());
            Ok(())
        })
    }
}

#[async_trait]
impl CredentialQueries for MemoryStore {
    async fn last_change(&self) -> Result<i64, StoreError> {
        Ok(self.state().last_change)
    }

    async fn revocations(&self, after: i64, limit: u16) -> Result<Vec<(i64, Revocation)>, StoreError> {
        let state = self.state();
        let mut rows: Vec<_> = state
            .revocations
            .iter()
            .filter(|(_, (change, _))| *change > after)
            .map(|(name, (change, expires_at))| {
                let revocation = Revocation {
                    name: name.clone(),
                    expires_at: *expires_at,
                };
                (*change, revocation)
            })
            .collect();
        rows.sort_unstable_by_key(|(change, _)| *change);
        rows.truncate(limit.into());
        Ok(rows)
    }

    async fn published_keys(&self) -> Result<Vec<PublishedKey>, StoreError> {
        let mut keys: Vec<_> = self.state().root_keys.values().cloned().collect();
        keys.sort_unstable_by_key(|key| std::cmp::Reverse(key.kid));
        Ok(keys)
    }
}
