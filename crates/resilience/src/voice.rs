//! A voice whose sound comes in time and in form, or ends with an error.

use crate::deadline::within;
use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_voice_intent::ports::{SAMPLE_RATES, SAMPLES_AT_ONCE_MAX, Speaking, TextToSpeech, Utterance};
use std::time::Duration;

/// How long a voice may take before it begins.
pub const BEGIN_WAIT_MAX: Duration = Duration::from_secs(5);
/// How long it may take for its next sound.
pub const SOUND_WAIT_MAX: Duration = Duration::from_secs(3);
/// The most seconds of one answer.
pub const SOUND_SECONDS_MAX: u64 = 180;

/// A voice with deadlines and a bound on its sound.
#[derive(Debug, Clone)]
pub struct BoundedVoice<V>(V);

impl<V: TextToSpeech> BoundedVoice<V> {
    /// Bounds `voice`.
    pub fn new(voice: V) -> Self {
        Self(voice)
    }
}

#[async_trait]
impl<V: TextToSpeech> TextToSpeech for BoundedVoice<V> {
    fn provider(&self) -> &str {
        self.0.provider()
    }

    async fn say(&self, utterance: &Utterance) -> Result<Box<dyn Speaking>, GatewayError> {
        let speaking = within(BEGIN_WAIT_MAX, self.0.say(utterance)).await?;
        let sample_rate = speaking.sample_rate();
        if !SAMPLE_RATES.contains(&sample_rate) {
            return Err(GatewayError::invalid("a sample rate outside 8 to 48 kHz"));
        }
        Ok(Box::new(BoundedSpeaking {
            speaking: Some(speaking),
            sample_rate,
            left: u64::from(sample_rate) * SOUND_SECONDS_MAX,
        }))
    }
}

struct BoundedSpeaking {
    /// `None` when it is over, however it ended.
    speaking: Option<Box<dyn Speaking>>,
    sample_rate: u32,
    /// Samples that it may still give.
    left: u64,
}

#[async_trait]
impl Speaking for BoundedSpeaking {
    fn sample_rate(&self) -> u32 {
        self.sample_rate
    }

    async fn next(&mut self) -> Result<Option<Vec<i16>>, GatewayError> {
        let Some(mut speaking) = self.speaking.take() else {
            return Ok(None);
        };
        let Some(sound) = within(SOUND_WAIT_MAX, speaking.next()).await? else {
            return Ok(None);
        };
        if sound.is_empty() || sound.len() > SAMPLES_AT_ONCE_MAX {
            return Err(GatewayError::invalid("no sound, or too much of it at once"));
        }
        let given = u64::try_from(sound.len()).unwrap_or(u64::MAX);
        self.left = self
            .left
            .checked_sub(given)
            .ok_or_else(|| GatewayError::invalid("more sound than one answer has"))?;
        self.speaking = Some(speaking);
        Ok(Some(sound))
    }
}
