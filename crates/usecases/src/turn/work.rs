//! One turn at work: who asks, in which shop, under which request keys, and what was seen so far.

use crate::perform::{Done, RequestKey, UseCases, Verb};
use crate::refusal::Refusal;
use crate::shop::Shop;
use crate::turn::facts;
use crate::turn::kept::Kept;
use chrono::{DateTime, Utc};
use execora_customer::Customer;
use execora_inventory::Product;
use execora_invoice::Draft;
use execora_kernel::{Caller, CustomerId, Right, SessionId, StoreError, TenantId};
use execora_voice_intent::dialogue;
use std::fmt::Debug;

/// The most open drafts, bills or reminders that one look-up takes in.
pub(super) const LIST_MAX: u16 = 200;

/// One turn at work.
pub(super) struct Work<'a> {
    pub(super) cases: &'a UseCases,
    pub(super) caller: &'a Caller,
    pub(super) shop: Shop,
    pub(super) session: SessionId,
    pub(super) now: DateTime<Utc>,
    /// What the request keys of this turn begin with.
    pub(super) key: String,
    /// How many actions were begun.
    pub(super) acted: u32,
    pub(super) kept: Kept,
}

impl Work<'_> {
    pub(super) fn tenant(&self) -> TenantId {
        self.caller.tenant
    }

    /// Refuses unless the caller may do by voice what the same request over REST needs.
    pub(super) fn require(&self, right: Right, customer: Option<CustomerId>) -> Result<(), Refusal> {
        Ok(self.caller.require(right, customer, self.now)?)
    }

    /// Performs a verb under a key of its own, so that the same turn coming again changes nothing again.
    pub(super) async fn perform<V: Verb + Debug>(
        &mut self,
        name: &str,
        verb: &V,
    ) -> Result<V::Output, Refusal> {
        self.acted += 1;
        let key = RequestKey {
            route: format!("turn {name}"),
            key: format!("{}:{}", self.key, self.acted),
            fingerprint: fingerprint(verb),
        };
        let done: Done<V::Output> = self.cases.perform(self.caller, verb, Some(&key)).await?;
        Ok(done.value)
    }

    pub(super) async fn customer(&self, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        self.cases.queries.customers.find(self.tenant(), id).await
    }

    /// A draft as a conversation needs it; it is kept for the answer.
    pub(super) async fn draft_fact(&mut self, draft: &Draft) -> Result<dialogue::DraftFact, StoreError> {
        self.kept.keep_draft(draft);
        let customer = match draft.customer {
            Some(id) => self.customer(id).await?,
            None => None,
        };
        let products = self.products_of(draft).await?;
        Ok(facts::draft(&self.shop, draft, customer.as_ref(), &products))
    }

    async fn products_of(&self, draft: &Draft) -> Result<Vec<Product>, StoreError> {
        let ids: Vec<_> = draft.lines.iter().filter_map(|line| line.product).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.cases.queries.products.find_many(self.tenant(), &ids).await
    }
}

/// Tells one request from another under the same key: 64 bits of FNV-1a, so that nothing that was said is kept.
fn fingerprint(request: &impl Debug) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in format!("{request:?}").bytes() {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}
