//! Speech from programs installed on this machine.
//!
//! [`availability::discover`] looks for espeak-ng and pocketsphinx and offers those that are there as the ports
//! `TextToSpeech` and `SpeechToText`.
//!
//! ```
//! let speech = execora_speech_local::availability::discover(std::ffi::OsStr::new("/nowhere"), 2);
//! assert!(speech.text_to_speech.is_none(), "nothing is promised that is not installed");
//! ```

pub mod availability;
mod command_grammar;
pub mod espeak;
mod program;
mod pronunciation;
pub mod sample_speech;
pub mod sphinx;
