//! The language model behind the grammar: asked only where the grammar is not certain, and believed only in what was said.
//!
//! ```
//! use execora_voice_intent::model::{ModelError, checked};
//! use execora_voice_intent::understanding::NotSaid;
//! # let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
//! let text = "arre woh Suresh wala paanch sau aa gaya na";
//! let answer = r#"{"intent":"RECORD_PAYMENT","confidence":0.97,"slots":{"customer":"Suresh","amount":500}}"#;
//! let reading = checked(answer, text, now)?;
//! assert!(reading.confidence < 0.8); // a model's reading is always asked back
//! let answer = r#"{"intent":"ADD_PAYMENT","confidence":0.97,"slots":{"customer":"Suresh","amount":5000}}"#;
//! assert!(matches!(checked(answer, text, now), Err(ModelError::NotSaid(NotSaid::Slot("amount")))));
//! # Ok::<(), ModelError>(())
//! ```

mod cache;
mod contract;
mod port;
mod prompt;

pub use cache::{Answered, CacheKey, CachedIntentModel};
pub use contract::{ANSWER_BYTES_MAX, MODEL_CONFIDENCE_MAX, ModelAnswer, ModelError, checked, schema};
pub use port::{IntentCache, IntentModel};
pub use prompt::{Conversation, NAME_CHARS_MAX, NAMES_MAX, Prompt};
