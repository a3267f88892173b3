//! What may be asked of a shop's books: one file for each noun, each read with its right, its narrowing and its shop inside.
//!
//! A read is a question that was parsed ([`Read`]); [`UseCases::read`] answers it. It begins no unit and shows what was committed.

pub mod bills;
pub mod customers;
pub mod house;
pub mod ledger;
pub mod products;
pub mod sessions;
pub mod shop;

pub use crate::guarded::Guarded;
use crate::perform::UseCases;
use crate::ports::Queries;
use crate::refusal::Refusal;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{Caller, CustomerId, Right, TenantId};

/// A question that was parsed and may be answered.
#[async_trait]
pub trait Read: Guarded + Send + Sync {
    /// The answer.
    type Output: Send;

    /// Answers. MUST refuse who lacks [`Guarded::RIGHT`], on the customer whom the answer is about when it is about one, before
    /// anything is told; MUST ask for what is of the caller's shop alone.
    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal>;
}

/// What surrounds a read: who and when.
pub struct ReadScene<'a> {
    /// Who asks.
    pub caller: &'a Caller,
    /// Now.
    pub now: DateTime<Utc>,
    pub(crate) cases: &'a UseCases,
}

impl ReadScene<'_> {
    /// The shop.
    #[must_use]
    pub fn tenant(&self) -> TenantId {
        self.caller.tenant
    }

    /// Refuses unless the caller has the right, on the customer when there is one.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn require(&self, right: Right, customer: Option<CustomerId>) -> Result<(), Refusal> {
        Ok(self.caller.require(right, customer, self.now)?)
    }

    pub(crate) fn queries(&self) -> &Queries {
        &self.cases.queries
    }
}

impl UseCases {
    /// Answers a question.
    ///
    /// # Errors
    /// Why it is not answered.
    pub async fn read<R: Read>(&self, caller: &Caller, read: &R) -> Result<R::Output, Refusal> {
        let scene = ReadScene {
            caller,
            now: self.clock.now(),
            cases: self,
        };
        read.run(&scene).await
    }
}
