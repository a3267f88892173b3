//! Removing what nobody needs any more.

use crate::{state::State, table::Table, unit::Unit};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{StoreError, TenantId};
use execora_usecases::{clean_up::Kept, ports::RetentionRepository};
use std::sync::Arc;

/// Removes the rows that are old, at most `limit`; says how many.
fn remove<K: Ord + Clone, R: Clone>(
    table: &mut Table<K, R>,
    limit: usize,
    key: impl Fn(&R) -> (TenantId, K),
    old: impl Fn(&R) -> bool,
) -> usize {
    let keys: Vec<(TenantId, K)> = table.all().filter(|row| old(row)).take(limit).map(key).collect();
    for (tenant, key) in &keys {
        table.remove(*tenant, key);
    }
    keys.len()
}

fn turns(
    state: &mut State,
    limit: usize,
    old: impl Fn(&State, &execora_usecases::session::Turn) -> bool,
) -> usize {
    let before = state.clone();
    remove(
        &mut state.turns,
        limit,
        |turn| (turn.tenant, (turn.session, turn.id)),
        |turn| old(&before, turn),
    )
}

/// Keeps what is not old, and of that what is beyond `limit`; says how many went.
fn retain<K: Ord + Clone, R>(
    kept: impl Iterator<Item = (K, R)>,
    limit: usize,
    old: impl Fn(&R) -> bool,
) -> Vec<K> {
    let gone = kept.filter(|(_, row)| old(row)).map(|(key, _)| key);
    gone.take(limit).collect()
}

#[async_trait]
impl RetentionRepository for Unit {
    async fn remove(&mut self, kept: Kept, before: DateTime<Utc>, limit: u16) -> Result<u64, StoreError> {
        let limit = usize::from(limit);
        let removed = self.act(|state| {
            Ok(match kept {
                Kept::Turns => turns(state, limit, |_, turn| turn.at < before),
                Kept::TurnsOfSessions => turns(state, limit, |state, turn| {
                    let session = state.sessions.get(turn.tenant, &turn.session);
                    session.is_some_and(|session| session.updated_at < before) && turn.at < before
                }),
                Kept::Sessions => {
                    let talked: std::collections::HashSet<_> = state.turns.all().map(|t| t.session).collect();
                    remove(
                        &mut state.sessions,
                        limit,
                        |session| (session.tenant, session.id),
                        |session| session.updated_at < before && !talked.contains(&session.id),
                    )
                }
                Kept::Requests => {
                    let answers = Arc::make_mut(&mut state.answers);
                    let gone: Vec<_> = answers
                        .iter()
                        .filter(|(_, answered)| answered.at < before)
                        .map(|(name, _)| name.clone())
                        .take(limit)
                        .collect();
                    gone.iter().filter(|name| answers.remove(name).is_some()).count()
                }
                Kept::Codes => {
                    let codes = Arc::make_mut(&mut state.codes);
                    let rows = codes.iter().map(|(hash, code)| (hash.clone(), code.expires_at));
                    let gone = retain(rows, limit, |end| *end < before);
                    gone.iter().filter(|hash| codes.remove(*hash).is_some()).count()
                }
                Kept::RefreshTokens => {
                    let tokens = Arc::make_mut(&mut state.refreshes);
                    let rows = tokens
                        .iter()
                        .map(|(hash, token)| (hash.clone(), token.expires_at));
                    let gone = retain(rows, limit, |end| *end < before);
                    gone.iter().filter(|hash| tokens.remove(*hash).is_some()).count()
                }
                Kept::Revocations => {
                    let revoked = Arc::make_mut(&mut state.revocations);
                    let rows = revoked.iter().map(|(name, (_, end))| (name.clone(), *end));
                    let gone = retain(rows, limit, |end| *end < before);
                    gone.iter().filter(|name| revoked.remove(*name).is_some()).count()
                }
            })
        })?;
        Ok(u64::try_from(removed).unwrap_or(u64::MAX))
    }
}
