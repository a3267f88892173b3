//! A language model, and the memory in front of it, that never keep a turn waiting.

use crate::deadline::within;
use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_voice_intent::model::{ANSWER_BYTES_MAX, CacheKey, IntentCache, IntentModel, Prompt};
use std::time::Duration;

/// How long a model may think: somebody stands at the counter.
pub const ANSWER_WAIT_MAX: Duration = Duration::from_secs(4);
/// How long the memory may take; asking the model again costs less than waiting for it.
pub const CACHE_WAIT_MAX: Duration = Duration::from_millis(200);

/// A model with a deadline and a bound on its answer.
#[derive(Debug, Clone)]
pub struct BoundedModel<M>(M);

impl<M: IntentModel> BoundedModel<M> {
    /// Bounds `model`.
    pub fn new(model: M) -> Self {
        Self(model)
    }
}

#[async_trait]
impl<M: IntentModel> IntentModel for BoundedModel<M> {
    fn provider(&self) -> &str {
        self.0.provider()
    }

    async fn answer(&self, prompt: &Prompt) -> Result<String, GatewayError> {
        let answer = within(ANSWER_WAIT_MAX, self.0.answer(prompt)).await?;
        if answer.len() > ANSWER_BYTES_MAX {
            return Err(GatewayError::invalid("the model's answer is too long"));
        }
        Ok(answer)
    }
}

/// A memory with a deadline and a bound on what it gives back.
#[derive(Debug, Clone)]
pub struct BoundedCache<C>(C);

impl<C: IntentCache> BoundedCache<C> {
    /// Bounds `cache`.
    pub fn new(cache: C) -> Self {
        Self(cache)
    }
}

#[async_trait]
impl<C: IntentCache> IntentCache for BoundedCache<C> {
    async fn get(&self, key: &CacheKey) -> Result<Option<String>, GatewayError> {
        let kept = within(CACHE_WAIT_MAX, self.0.get(key)).await?;
        Ok(kept.filter(|answer| answer.len() <= ANSWER_BYTES_MAX))
    }

    async fn put(&self, key: &CacheKey, answer: &str) -> Result<(), GatewayError> {
        within(CACHE_WAIT_MAX, self.0.put(key, answer)).await
    }
}
