//! Sound as numbers: from any microphone to what a recogniser listens to, how loud it is, and WAV files. Pure: no device, no
//! file is opened but the one that is named.
//!
//! ```
//! use execora_sound::{Pcm, resample::Resampler, wav};
//! let silence = Pcm { samples: vec![0; 48_000], sample_rate: 48_000 };
//! let mut to_speech = Resampler::for_recognition(silence.sample_rate, 1)?;
//! let mut heard = Vec::new();
//! to_speech.push(&silence.samples, &mut heard);
//! to_speech.finish(&mut heard);
//! assert_eq!(heard.len(), 16_000, "a second of sound at 16 kHz");
//! assert_eq!(wav::bytes_for_recognition(&wav::write(&silence)?)?, heard);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod level;
mod pcm;
pub mod resample;
pub mod wav;
mod wav_stream;

pub use pcm::Pcm;
