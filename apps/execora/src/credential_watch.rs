//! What every node must know of tokens: revocations and root keys are read on from the database twice a second.

use crate::app::App;
use crate::root_keys::KeySource;
use actix_web::web;
use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use execora_identity_biscuit::{Identity, PublishedRoot};
use execora_usecases::ports::CredentialQueries;
use std::time::Duration;

/// How often it is looked whether there is news: what another node revoked stops here within a second.
const LOOK_EVERY: Duration = Duration::from_millis(400);
/// How long one look may take before the next is tried.
const LOOK_MAX: Duration = Duration::from_secs(5);
/// How often what has expired is forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);
/// Revocations that are read at a time.
const PAGE: u16 = 1_000;

/// How far this process has read.
pub struct CredentialWatch {
    seen: Option<i64>,
    keys: KeySource,
}

impl CredentialWatch {
    /// Has read nothing yet.
    #[must_use]
    pub fn new(keys: KeySource) -> Self {
        Self { seen: None, keys }
    }

    /// Reads on, if there is news.
    ///
    /// # Errors
    /// When the store or a key file cannot be read; the next call tries again.
    pub async fn read_on(&mut self, credentials: &dyn CredentialQueries, identity: &Identity) -> Result<()> {
        let last = credentials.last_change().await.context("revocations")?;
        if self.seen == Some(last) {
            return Ok(());
        }
        let mut after = self.seen.unwrap_or_default();
        loop {
            let page = credentials
                .revocations(after, PAGE)
                .await
                .context("revocations")?;
            let full = page.len() == usize::from(PAGE);
            after = page.last().map_or(after, |(change, _)| *change);
            let revoked = page.into_iter().map(|(_, r)| (r.name, r.expires_at));
            identity.revocations().add(revoked);
            if !full {
                break;
            }
        }
        let published = credentials.published_keys().await.context("root keys")?;
        let published: Vec<_> = published
            .into_iter()
            .map(|key| PublishedRoot {
                kid: key.kid,
                public_key: key.public_key,
                dropped: key.dropped,
            })
            .collect();
        let keys = self.keys.load()?.believing(&published);
        if keys.public_keys() != identity.public_keys() {
            identity.replace_keys(keys);
        }
        identity.revocations().set_unknown(false);
        // What was written meanwhile has a higher number than this and is read the next time.
        self.seen = Some(last.max(after));
        Ok(())
    }

    /// Reads on until the server stops.
    pub async fn follow(mut self, app: web::Data<App>) {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut forgotten_at = DateTime::<Utc>::UNIX_EPOCH;
        let mut failing = false;
        loop {
            tokio::select! {
                () = app.draining.cancelled() => return,
                _ = looks.tick() => {}
            }
            let look = self.read_on(app.usecases.token_news(), &app.identity);
            let looked = tokio::time::timeout(LOOK_MAX, look).await;
            let failed = match looked {
                Ok(Ok(())) => None,
                Ok(Err(error)) => Some(format!("{error:#}")),
                Err(_) => Some("no answer in time".to_owned()),
            };
            match &failed {
                Some(error) if !failing => tracing::error!(error, "news of tokens cannot be read"),
                None if failing => tracing::info!("news of tokens is read again"),
                _ => {}
            }
            failing = failed.is_some();
            let now = app.usecases.clock.now();
            if (now - forgotten_at).to_std().is_ok_and(|age| age >= FORGET_EVERY) {
                app.identity.revocations().forget_expired(now);
                forgotten_at = now;
            }
        }
    }
}
