//! A change that no caller of a shop asks for, such as a sign-in: one unit of work, one commit.

use crate::perform::UseCases;
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{IdSource, StoreError};

/// How often it is tried when the store gives up.
const ATTEMPTS_MAX: u32 = 3;

/// What is done in the unit. What must stand although it is answered with a refusal is a value here and no error: an error
/// undoes everything.
#[async_trait]
pub(crate) trait Change: Send + Sync {
    /// What comes out.
    type Output: Send;

    /// Does it.
    async fn make(
        &self,
        unit: &mut dyn UnitOfWork,
        now: DateTime<Utc>,
        ids: &dyn IdSource,
    ) -> Result<Self::Output, Refusal>;
}

impl UseCases {
    /// Makes a change. It is run again, at most twice, when the store gave up and nothing stays; when the answer to the commit was
    /// lost nobody knows, and it is not.
    pub(crate) async fn once<C: Change>(&self, change: &C) -> Result<C::Output, Refusal> {
        let mut attempt = 1;
        loop {
            match self.attempt_once(change).await {
                Err(Refusal::Store(StoreError::Unavailable)) if attempt < ATTEMPTS_MAX => attempt += 1,
                outcome => return outcome,
            }
        }
    }

    async fn attempt_once<C: Change>(&self, change: &C) -> Result<C::Output, Refusal> {
        let mut unit = self.books.begin().await?;
        let output = change
            .make(unit.as_mut(), self.clock.now(), self.ids.as_ref())
            .await?;
        unit.commit().await?;
        Ok(output)
    }
}
