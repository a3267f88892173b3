//! A recogniser that ends every utterance in time, and whose words are bounded.

use crate::deadline::within;
use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_voice_intent::ports::{Listening, OpenListening, SpeechToText, Transcript};
use std::time::Duration;

/// How long a recogniser may take to begin.
pub const OPEN_WAIT_MAX: Duration = Duration::from_secs(5);
/// How long it may take over a piece of sound.
pub const HEAR_WAIT_MAX: Duration = Duration::from_secs(5);
/// How long it may take for its last words.
pub const FINISH_WAIT_MAX: Duration = Duration::from_secs(35);
/// The most characters of one utterance: somebody speaks for a minute at most.
pub const HEARD_CHARS_MAX: usize = 4_000;

/// A recogniser with deadlines and a bound on its words.
#[derive(Debug, Clone)]
pub struct BoundedRecogniser<R>(R);

impl<R: SpeechToText> BoundedRecogniser<R> {
    /// Bounds `recogniser`.
    pub fn new(recogniser: R) -> Self {
        Self(recogniser)
    }
}

#[async_trait]
impl<R: SpeechToText> SpeechToText for BoundedRecogniser<R> {
    fn provider(&self) -> &str {
        self.0.provider()
    }

    async fn open(&self, request: &OpenListening) -> Result<Box<dyn Listening>, GatewayError> {
        let listening = within(OPEN_WAIT_MAX, self.0.open(request)).await?;
        Ok(Box::new(BoundedListening(listening)))
    }
}

struct BoundedListening(Box<dyn Listening>);

#[async_trait]
impl Listening for BoundedListening {
    async fn hear(&mut self, samples: &[i16]) -> Result<Option<String>, GatewayError> {
        within(HEAR_WAIT_MAX, self.0.hear(samples))
            .await?
            .map(bounded)
            .transpose()
    }

    async fn finish(self: Box<Self>) -> Result<Transcript, GatewayError> {
        let heard = within(FINISH_WAIT_MAX, self.0.finish()).await?;
        Ok(Transcript {
            text: bounded(heard.text)?,
            // What is no part of one is no figure worth the name.
            confidence: heard.confidence.filter(|c| (0.0..=1.0).contains(c)),
            trust: heard.trust,
        })
    }
}

fn bounded(text: String) -> Result<String, GatewayError> {
    if text.chars().count() > HEARD_CHARS_MAX {
        return Err(GatewayError::invalid("more words than can be spoken"));
    }
    Ok(text)
}
