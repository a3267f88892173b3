//! Mocks of the language model and of the memory in front of it.

use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_voice_intent::model::{CacheKey, IntentCache, IntentModel, Prompt};
use mockall::mock;

mock! {
    /// A language model.
    pub IntentModel {}

    #[async_trait]
    impl IntentModel for IntentModel {
        fn provider(&self) -> &str;
        async fn answer(&self, prompt: &Prompt) -> Result<String, GatewayError>;
    }
}

mock! {
    /// Answers that a model gave before.
    pub IntentCache {}

    #[async_trait]
    impl IntentCache for IntentCache {
        async fn get(&self, key: &CacheKey) -> Result<Option<String>, GatewayError>;
        async fn put(&self, key: &CacheKey, answer: &str) -> Result<(), GatewayError>;
    }
}
