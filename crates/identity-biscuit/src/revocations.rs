//! What was revoked: looked up for every token that is verified, by every name it has.

use crate::VerifiedToken;
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};
use tokio::sync::watch;

/// The names that are revoked, each with the moment from which on nothing of it would work anyway.
#[derive(Debug)]
pub struct Revocations {
    ends: RwLock<HashMap<String, DateTime<Utc>>>,
    changes: watch::Sender<u64>,
    unknown: AtomicBool,
}

impl Default for Revocations {
    fn default() -> Self {
        Self {
            ends: RwLock::default(),
            changes: watch::Sender::new(0),
            unknown: AtomicBool::new(false),
        }
    }
}

impl Revocations {
    /// Adds names: revocation ids of blocks, or ids of sign-ins. From this call on no token that has one is accepted.
    pub fn add(&self, revoked: impl IntoIterator<Item = (String, DateTime<Utc>)>) {
        let mut any = false;
        // An entry is whole whoever stopped while holding the lock.
        let mut ends = self.ends.write().unwrap_or_else(PoisonError::into_inner);
        for (name, end) in revoked {
            any = true;
            let kept = ends.entry(name).or_insert(end);
            *kept = (*kept).max(end);
        }
        drop(ends);
        if any {
            self.changes
                .send_modify(|change| *change = change.wrapping_add(1));
        }
    }

    /// Says that the list could not be read yet: until it is, nobody can be believed.
    pub fn set_unknown(&self, unknown: bool) {
        self.unknown.store(unknown, Ordering::Release);
    }

    /// Forgets what would not work any more by itself.
    pub fn forget_expired(&self, now: DateTime<Utc>) {
        let mut ends = self.ends.write().unwrap_or_else(PoisonError::into_inner);
        ends.retain(|_, end| *end > now);
    }

    /// Whether the token, one that it was narrowed from, or its sign-in was revoked.
    #[must_use]
    pub fn cover(&self, token: &VerifiedToken) -> bool {
        if self.unknown.load(Ordering::Acquire) {
            return true;
        }
        let ends = self.ends.read().unwrap_or_else(PoisonError::into_inner);
        !ends.is_empty() && token.names().any(|name| ends.contains_key(name))
    }

    /// Waits until the token is revoked, for what stays open longer than a request.
    pub async fn reached(&self, token: &VerifiedToken) {
        let mut changes = self.changes.subscribe();
        while !self.cover(token) {
            if changes.changed().await.is_err() {
                // The sender lives as long as this list does.
                std::future::pending::<()>().await;
            }
        }
    }
}
