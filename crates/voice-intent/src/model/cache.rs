//! A model with a memory in front: the same words in the same conversation are asked once.

use std::fmt::Write;

use chrono::{DateTime, FixedOffset};
use execora_text::word_keys;
use ring::digest::{SHA256, digest};

use super::contract::{ModelError, checked};
use super::port::{IntentCache, IntentModel};
use super::prompt::{Conversation, Prompt};
use crate::understanding::Reading;

/// Folded words and the state of the conversation as a digest: no name can be read from it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CacheKey(String);

impl CacheKey {
    /// The key of `text` in `conversation`.
    #[must_use]
    pub fn new(text: &str, conversation: &Conversation) -> Self {
        let told = serde_json::to_string(&conversation.bounded()).unwrap_or_default();
        // Decimal points and signs are not folded away: 1.5 is not 15.
        let words: Vec<String> = text
            .split_whitespace()
            .map(|word| {
                if word.chars().any(char::is_numeric) {
                    word.to_lowercase()
                } else {
                    word_keys(word).join(" ")
                }
            })
            .collect();
        let hash = digest(&SHA256, format!("{}\n{told}", words.join(" ")).as_bytes());
        let mut hex = String::with_capacity(64);
        for byte in hash.as_ref() {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        Self(hex)
    }

    /// As text, for a store of keys.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a model made of an utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// As far as the utterance says it.
    pub reading: Reading,
    /// The model said it before and was not asked again.
    pub from_cache: bool,
}

/// A model behind a cache.
#[derive(Debug, Clone)]
pub struct CachedIntentModel<M, C> {
    model: M,
    cache: C,
}

impl<M: IntentModel, C: IntentCache> CachedIntentModel<M, C> {
    /// Puts `cache` in front of `model`.
    pub fn new(model: M, cache: C) -> Self {
        Self { model, cache }
    }

    /// What the model makes of `text`, as far as `text` says it.
    ///
    /// An answer out of the cache is checked like a fresh one, so a moment that has passed since is refused. A cache that
    /// fails is a cache without the answer. Answers that do not stand are not kept.
    ///
    /// # Errors
    /// As [`checked`], and [`ModelError::Gateway`] when the model cannot be asked.
    pub async fn understand(
        &self,
        text: &str,
        conversation: &Conversation,
        now: DateTime<FixedOffset>,
    ) -> Result<Answered, ModelError> {
        let key = CacheKey::new(text, conversation);
        if let Ok(Some(answer)) = self.cache.get(&key).await
            && let Ok(reading) = checked(&answer, text, now)
        {
            return Ok(Answered {
                reading,
                from_cache: true,
            });
        }
        let answer = self.model.answer(&Prompt::new(text, conversation, now)).await?;
        let reading = checked(&answer, text, now)?;
        // Without the cache the next turn asks again: nothing is lost but time.
        drop(self.cache.put(&key, &answer).await);
        Ok(Answered {
            reading,
            from_cache: false,
        })
    }
}
