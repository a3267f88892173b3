//! What the conversation asks of the machines that listen and speak.

use async_trait::async_trait;
use execora_kernel::GatewayError;

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

/// Spoken words as sound, one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Samples of 16 bits, one channel.
    pub samples: Vec<i16>,
    /// Samples in a second.
    pub sample_rate: u32,
}

/// Turns words into sound.
#[async_trait]
pub trait TextToSpeech: Send + Sync {
    /// The name shown to the client; `local` for a program on this machine.
    fn provider(&self) -> &str;

    /// Speaks the words.
    ///
    /// MUST refuse text longer than it can speak as `Invalid`, MUST bound its time and the sound it returns,
    /// MUST stop its work when the future is dropped, and MUST NOT log the words.
    async fn say(&self, utterance: &Utterance) -> Result<Speech, GatewayError>;
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

/// What was heard in one utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Transcript {
    /// The words; empty when nothing was understood.
    pub text: String,
    /// From 0 to 1, when the recogniser has a figure worth the name.
    pub confidence: Option<f32>,
    /// True when the words came from the small local recogniser: it hears commands in noise and in small talk,
    /// so nothing may be acted on without a yes.
    pub from_local_recogniser: bool,
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
