//! Telling every node which root keys are believed.

use crate::credential::PublishedKey;
use crate::once::Change;
use crate::perform::UseCases;
use crate::ports::{CredentialQueries, UnitOfWork};
use crate::refusal::Refusal;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::IdSource;

/// Publishes public halves of root keys, and that others were dropped.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PublishKeys {
    pub keys: Vec<PublishedKey>,
}

impl PublishKeys {
    /// Publishes them. Every node notices, also when they were published before.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run(self, usecases: &UseCases) -> Result<(), Refusal> {
        usecases.once(&self).await
    }
}

impl UseCases {
    /// What every node must know of tokens: what was revoked, and which root keys are believed. It holds nothing of any shop.
    #[must_use]
    pub fn token_news(&self) -> &dyn CredentialQueries {
        self.queries.credentials.as_ref()
    }
}

#[async_trait]
impl Change for PublishKeys {
    type Output = ();

    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        now: DateTime<Utc>,
        _: &dyn IdSource,
    ) -> Result<(), Refusal> {
        for key in &self.keys {
            unit.credentials().publish_key(key, now).await?;
        }
        Ok(())
    }
}
