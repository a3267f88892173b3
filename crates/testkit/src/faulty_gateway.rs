//! Faulty twins of every gateway: late, hanging, cut, garbage and refusing, as the machines outside are on a bad day.

use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_voice_intent::model::{CacheKey, IntentCache, IntentModel, Prompt};
use execora_voice_intent::ports::{
    Listening, OpenListening, Speaking, SpeechToText, TextToSpeech, Transcript, Trust, Utterance,
};
use std::future::pending;
use std::time::Duration;

/// How late a late gateway answers: longer than anybody waits.
const LATE: Duration = Duration::from_secs(600);
/// Samples a second of the faulty voice.
const SAMPLE_RATE: u32 = 22_050;

/// How a gateway fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatewayFault {
    /// It answers, ten minutes later.
    Late,
    /// It never answers.
    Hanging,
    /// It begins well and is cut off.
    Cut,
    /// It answers with what is not of the agreed form, without an end.
    Garbage,
    /// It refuses.
    Refusing,
}

impl GatewayFault {
    /// Every fault.
    pub const ALL: [Self; 5] = [
        Self::Late,
        Self::Hanging,
        Self::Cut,
        Self::Garbage,
        Self::Refusing,
    ];

    /// What comes instead of a plain answer; `garbage` is what cannot be meant.
    async fn instead<T>(self, garbage: T) -> Result<T, GatewayError> {
        match self {
            Self::Late => {
                tokio::time::sleep(LATE).await;
                Ok(garbage)
            }
            Self::Hanging => pending().await,
            Self::Cut => Err(GatewayError::Unavailable),
            Self::Garbage => Ok(garbage),
            Self::Refusing => Err(GatewayError::refused("not today")),
        }
    }
}

/// A voice that fails: a cut one after its first sound, a late or hanging one before it.
#[derive(Debug, Clone, Copy)]
pub struct FaultyVoice(pub GatewayFault);

#[async_trait]
impl TextToSpeech for FaultyVoice {
    fn provider(&self) -> &str {
        "faulty"
    }

    async fn say(&self, _: &Utterance) -> Result<Box<dyn Speaking>, GatewayError> {
        let (fault, given) = (self.0, 0);
        match fault {
            GatewayFault::Cut => {}
            GatewayFault::Late | GatewayFault::Hanging | GatewayFault::Garbage | GatewayFault::Refusing => {
                fault.instead(()).await?;
            }
        }
        Ok(Box::new(FaultySpeaking { fault, given }))
    }
}

#[derive(Debug)]
struct FaultySpeaking {
    fault: GatewayFault,
    given: u32,
}

#[async_trait]
impl Speaking for FaultySpeaking {
    fn sample_rate(&self) -> u32 {
        SAMPLE_RATE
    }

    async fn next(&mut self) -> Result<Option<Vec<i16>>, GatewayError> {
        self.given += 1;
        match self.fault {
            // Sound comes after the cut too, which nobody may hear.
            GatewayFault::Cut if self.given == 2 => Err(GatewayError::Unavailable),
            GatewayFault::Cut => Ok(Some(vec![1; 100])),
            // Some sound, then pieces without any, for ever.
            GatewayFault::Garbage if self.given == 1 => Ok(Some(vec![-1; 100])),
            GatewayFault::Garbage => Ok(Some(Vec::new())),
            fault @ (GatewayFault::Late | GatewayFault::Hanging | GatewayFault::Refusing) => {
                fault.instead(None).await
            }
        }
    }
}

/// A recogniser that opens well and then fails.
#[derive(Debug, Clone, Copy)]
pub struct FaultyRecogniser(pub GatewayFault);

#[async_trait]
impl SpeechToText for FaultyRecogniser {
    fn provider(&self) -> &str {
        "faulty"
    }

    async fn open(&self, _: &OpenListening) -> Result<Box<dyn Listening>, GatewayError> {
        Ok(Box::new(FaultyListening(self.0)))
    }
}

struct FaultyListening(GatewayFault);

#[async_trait]
impl Listening for FaultyListening {
    async fn hear(&mut self, _: &[i16]) -> Result<Option<String>, GatewayError> {
        match self.0 {
            GatewayFault::Cut => Ok(Some("Rahul ko".to_owned())),
            fault => fault.instead(Some(babble())).await,
        }
    }

    async fn finish(self: Box<Self>) -> Result<Transcript, GatewayError> {
        self.0
            .instead(Transcript {
                text: babble(),
                confidence: Some(f32::NAN),
                trust: Trust::AskFirst,
            })
            .await
    }
}

/// A model that fails.
#[derive(Debug, Clone, Copy)]
pub struct FaultyModel(pub GatewayFault);

#[async_trait]
impl IntentModel for FaultyModel {
    fn provider(&self) -> &str {
        "faulty"
    }

    async fn answer(&self, _: &Prompt) -> Result<String, GatewayError> {
        self.0.instead(babble()).await
    }
}

/// A memory that fails.
#[derive(Debug, Clone, Copy)]
pub struct FaultyCache(pub GatewayFault);

#[async_trait]
impl IntentCache for FaultyCache {
    async fn get(&self, _: &CacheKey) -> Result<Option<String>, GatewayError> {
        self.0.instead(Some(babble())).await
    }

    async fn put(&self, _: &CacheKey, _: &str) -> Result<(), GatewayError> {
        self.0.instead(()).await
    }
}

/// A megabyte that means nothing.
fn babble() -> String {
    "{\"intent\": \u{fffd}".repeat(1 << 16)
}
