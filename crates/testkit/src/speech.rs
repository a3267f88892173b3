//! Mocks of the machines that listen and speak.

use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_voice_intent::ports::{
    Listening, OpenListening, Speaking, SpeechToText, TextToSpeech, Transcript, Utterance,
};
use mockall::mock;

mock! {
    /// Something that speaks.
    pub TextToSpeech {}

    #[async_trait]
    impl TextToSpeech for TextToSpeech {
        fn provider(&self) -> &str;
        async fn say(&self, utterance: &Utterance) -> Result<Box<dyn Speaking>, GatewayError>;
    }
}

mock! {
    /// Words being spoken.
    pub Speaking {}

    #[async_trait]
    impl Speaking for Speaking {
        fn sample_rate(&self) -> u32;
        async fn next(&mut self) -> Result<Option<Vec<i16>>, GatewayError>;
    }
}

mock! {
    /// Something that listens.
    pub SpeechToText {}

    #[async_trait]
    impl SpeechToText for SpeechToText {
        fn provider(&self) -> &str;
        async fn open(&self, request: &OpenListening) -> Result<Box<dyn Listening>, GatewayError>;
    }
}

mock! {
    /// One utterance being listened to.
    pub Listening {}

    #[async_trait]
    impl Listening for Listening {
        async fn hear(&mut self, samples: &[i16]) -> Result<Option<String>, GatewayError>;
        async fn finish(self: Box<Self>) -> Result<Transcript, GatewayError>;
    }
}
