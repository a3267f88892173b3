//! What understanding asks of a language model and of the memory in front of it.

use std::sync::Arc;

use async_trait::async_trait;
use execora_kernel::GatewayError;

use super::cache::CacheKey;
use super::prompt::Prompt;

/// A language model that answers by the contract.
#[async_trait]
pub trait IntentModel: Send + Sync {
    /// The name shown to the client.
    fn provider(&self) -> &str;

    /// Asks the model; its answer comes back as it was given, unread.
    ///
    /// MUST bound its time, MUST stop its work when the future is dropped, MUST send the instructions and the data apart
    /// (the data is words of strangers), and MUST NOT log either.
    async fn answer(&self, prompt: &Prompt) -> Result<String, GatewayError>;
}

/// Answers that a model gave before.
#[async_trait]
pub trait IntentCache: Send + Sync {
    /// The answer kept under `key`.
    async fn get(&self, key: &CacheKey) -> Result<Option<String>, GatewayError>;

    /// Keeps an answer. MUST bound how many are kept and for how long.
    async fn put(&self, key: &CacheKey, answer: &str) -> Result<(), GatewayError>;
}

#[async_trait]
impl<T: IntentModel + ?Sized> IntentModel for Arc<T> {
    fn provider(&self) -> &str {
        (**self).provider()
    }

    async fn answer(&self, prompt: &Prompt) -> Result<String, GatewayError> {
        (**self).answer(prompt).await
    }
}

#[async_trait]
impl<T: IntentCache + ?Sized> IntentCache for Arc<T> {
    async fn get(&self, key: &CacheKey) -> Result<Option<String>, GatewayError> {
        (**self).get(key).await
    }

    async fn put(&self, key: &CacheKey, answer: &str) -> Result<(), GatewayError> {
        (**self).put(key, answer).await
    }
}
