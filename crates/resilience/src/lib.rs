//! Deadlines and bounds around every gateway: whatever is behind a port, an answer comes in time and in form, or an error does.
//!
//! Each wrapper is the port it wraps, so that `wiring` puts it around an adapter and nobody else knows of it. The waits are
//! constants of this crate, a table in each file.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap().block_on(async {
//! use execora_kernel::GatewayError;
//! use execora_resilience::BoundedVoice;
//! use execora_testkit::{FaultyVoice, GatewayFault};
//! use execora_voice_intent::ports::{TextToSpeech, Utterance};
//! let voice = BoundedVoice::new(FaultyVoice(GatewayFault::Hanging));
//! let words = Utterance { text: "haan".into(), language: "hi".into(), words_per_minute: None };
//! assert_eq!(voice.say(&words).await.err(), Some(GatewayError::Timeout));
//! # });
//! ```

mod deadline;
mod model;
mod recogniser;
mod voice;

pub use model::{BoundedCache, BoundedModel};
pub use recogniser::BoundedRecogniser;
pub use voice::BoundedVoice;
