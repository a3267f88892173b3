//! Remembers verified tokens for a minute, by the hash of their text, so that a signature is not checked per request.

use crate::VerifiedToken;
use chrono::{DateTime, TimeDelta, Utc};
use std::{fmt, sync::Arc};

/// How many tokens are remembered.
const TOKENS_MAX: usize = 1000;
/// How long one is remembered.
const AGE_MAX: TimeDelta = TimeDelta::seconds(60);

type Entry = (Arc<VerifiedToken>, DateTime<Utc>);

pub(crate) struct Cache(quick_cache::sync::Cache<[u8; 32], Entry>);

impl Cache {
    pub(crate) fn new() -> Self {
        Self(quick_cache::sync::Cache::new(TOKENS_MAX))
    }

    /// A token that was kept within the last minute; a clock that went back makes it unknown.
    pub(crate) fn find(&self, hash: &[u8; 32], now: DateTime<Utc>) -> Option<Arc<VerifiedToken>> {
        let (token, kept_at) = self.0.get(hash)?;
        let age = now - kept_at;
        (age >= TimeDelta::zero() && age < AGE_MAX).then_some(token)
    }

    pub(crate) fn keep(&self, hash: [u8; 32], token: Arc<VerifiedToken>, now: DateTime<Utc>) {
        self.0.insert(hash, (token, now));
    }

    /// Forgets every token: the keys that they were verified with have changed.
    pub(crate) fn clear(&self) {
        self.0.clear();
    }
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").field("tokens", &self.0.len()).finish()
    }
}
