//! What the conversation asks of the machines that listen and speak.

use async_trait::async_trait;
use execora_kernel::GatewayError;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// What is to be spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// The words. Amounts are written out ("two hundred rupees"): voices read signs and digits each in their own way.
    pub text: String,
    /// BCP 47 tag of the words: `hi`, `en`, `hi-Latn`.
    pub language: String,
    /// Words per minute; the voice's own pace when `None`.
    pub words_per_minute: Option<u16>,
}

/// Samples in a second (Hz) that sound may have.
pub const SAMPLE_RATES: RangeInclusive<u32> = 8_000..=48_000;

/// The most samples that a voice may give at once: two seconds at 48 kHz.
pub const SAMPLES_AT_ONCE_MAX: usize = 96_000;

/// Turns words into sound.
#[async_trait]
pub trait TextToSpeech: Send + Sync {
    /// The name shown to the client; `local` for a program on this machine.
    fn provider(&self) -> &str;

    /// Begins to speak the words; answers when the rate of the sound is known.
    ///
    /// MUST refuse text longer than it can speak and text without a word as `Invalid`, MUST bound its time, MUST stop its work
    /// when the future is dropped, and MUST NOT log the words.
    async fn say(&self, utterance: &Utterance) -> Result<Box<dyn Speaking>, GatewayError>;
}

/// Words being spoken; dropping it stops all work on them.
#[async_trait]
pub trait Speaking: Send {
    /// Samples in a second (Hz); MUST be one of [`SAMPLE_RATES`] and stay the same to the end.
    fn sample_rate(&self) -> u32;

    /// The next sound: 16 bits a sample, one channel, in the order in which it is heard; `None` when everything was said, and
    /// again whenever asked after that.
    ///
    /// MUST give between one and [`SAMPLES_AT_ONCE_MAX`] samples, MUST bound the wait for them and the sound of one utterance as a
    /// whole; after an error it is over, and MUST NOT give sound again.
    async fn next(&mut self) -> Result<Option<Vec<i16>>, GatewayError>;
}

/// What a recogniser is told before it listens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenListening {
    /// BCP 47 tag of what will be spoken, as far as it is known.
    pub language: String,
    /// Names of customers that may be said, the likelier first.
    pub names: Vec<String>,
    /// Names of products that may be said, the likelier first.
    pub products: Vec<String>,
}

/// How far what was heard may be acted upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trust {
    /// As far as its reading is certain.
    AsRead,
    /// Not without a yes, however certain the reading is: the recogniser hears commands in noise and in small talk.
    AskFirst,
}

/// What was heard in one utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Transcript {
    /// The words; empty when nothing was understood.
    pub text: String,
    /// From 0 to 1, when the recogniser has a figure worth the name.
    pub confidence: Option<f32>,
    /// How far it may be acted upon.
    pub trust: Trust,
}

/// Turns sound into words.
#[async_trait]
pub trait SpeechToText: Send + Sync {
    /// The name shown to the client; `local` for a program on this machine.
    fn provider(&self) -> &str;

    /// Begins to listen to one utterance.
    ///
    /// MUST accept any number of names and products and take as many as it can, in their order.
    async fn open(&self, request: &OpenListening) -> Result<Box<dyn Listening>, GatewayError>;
}

/// One utterance being listened to; dropping it stops all work on it.
#[async_trait]
pub trait Listening: Send {
    /// Takes the next samples, 16 kHz, one channel; answers with what is understood so far when that changed.
    ///
    /// MUST keep only a bounded amount of sound: what is too much is refused as `Refused`, and what was
    /// taken before that can still be finished.
    async fn hear(&mut self, samples: &[i16]) -> Result<Option<String>, GatewayError>;

    /// Ends the utterance and answers with its last words. Nothing understood is an empty text, not an error.
    async fn finish(self: Box<Self>) -> Result<Transcript, GatewayError>;
}

#[async_trait]
impl<T: TextToSpeech + ?Sized> TextToSpeech for Arc<T> {
    fn provider(&self) -> &str {
        (**self).provider()
    }

    async fn say(&self, utterance: &Utterance) -> Result<Box<dyn Speaking>, GatewayError> {
        (**self).say(utterance).await
    }
}

#[async_trait]
impl<T: SpeechToText + ?Sized> SpeechToText for Arc<T> {
    fn provider(&self) -> &str {
        (**self).provider()
    }

    async fn open(&self, request: &OpenListening) -> Result<Box<dyn Listening>, GatewayError> {
        (**self).open(request).await
    }
}
