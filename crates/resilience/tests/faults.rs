//! Whatever a gateway does, what stands around it keeps the contract of its port.

use execora_kernel::GatewayError;
use execora_resilience::{BoundedCache, BoundedModel, BoundedRecogniser, BoundedVoice};
use execora_testkit::contract::gateways::{model, recogniser, voice};
use execora_testkit::speech::{MockSpeaking, MockTextToSpeech};
use execora_testkit::{FaultyCache, FaultyModel, FaultyRecogniser, FaultyVoice, GatewayFault};
use execora_voice_intent::ports::{TextToSpeech, Utterance};

#[tokio::test(start_paused = true)]
async fn every_gateway_ends_whatever_its_fault() {
    for fault in GatewayFault::ALL {
        voice::a_failing_voice_ends(&BoundedVoice::new(FaultyVoice(fault))).await;
        recogniser::a_failing_recogniser_ends(&BoundedRecogniser::new(FaultyRecogniser(fault))).await;
        model::an_answer_is_bounded(&BoundedModel::new(FaultyModel(fault))).await;
        model::a_failing_cache_ends(&BoundedCache::new(FaultyCache(fault))).await;
    }
}

fn haan() -> Utterance {
    Utterance {
        text: "haan".to_owned(),
        language: "hi-Latn".to_owned(),
        words_per_minute: None,
    }
}

#[tokio::test(start_paused = true)]
async fn a_rate_that_is_none_is_refused_and_endless_sound_ends() {
    let speaks_at = |rate| {
        let mut voice = MockTextToSpeech::new();
        voice.expect_say().returning(move |_| {
            let mut speaking = MockSpeaking::new();
            speaking.expect_sample_rate().return_const(rate);
            speaking.expect_next().returning(|| Ok(Some(vec![7; 8_000])));
            Ok(Box::new(speaking))
        });
        BoundedVoice::new(voice)
    };
    for rate in [0_u32, 7_999, 48_001, u32::MAX] {
        let refused = speaks_at(rate).say(&haan()).await.err();
        assert!(matches!(refused, Some(GatewayError::Invalid { .. })), "{rate} Hz");
    }
    let mut speaking = speaks_at(8_000).say(&haan()).await.ok();
    let mut seconds = 0;
    let ended = loop {
        match speaking.as_mut().map(|speaking| speaking.next()) {
            Some(next) => match next.await {
                Ok(Some(_)) => seconds += 1,
                ended => break Some(ended),
            },
            None => break None,
        }
    };
    assert_eq!(seconds, 180);
    assert!(
        matches!(ended, Some(Err(GatewayError::Invalid { .. }))),
        "{ended:?}"
    );
}
