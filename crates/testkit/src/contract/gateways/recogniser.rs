//! The contract of [`SpeechToText`] and `Listening`.

use super::in_time;
use execora_kernel::GatewayError;
use execora_voice_intent::ports::{OpenListening, SpeechToText};

/// A second of silence, at the 16 kHz that a recogniser listens at.
static SILENT_SECOND: [i16; 16_000] = [0; 16_000];
/// More seconds than any recogniser keeps.
const SECONDS: usize = 600;

fn shop(names: usize) -> OpenListening {
    let name = |n| format!("Customer{n} Sharma");
    OpenListening {
        language: "hi-Latn".to_owned(),
        names: (0..names).map(name).collect(),
        products: (0..names).map(|n| format!("Product{n}")).collect(),
    }
}

/// Any number of names and products is accepted.
pub async fn any_number_of_names_is_accepted(recogniser: &dyn SpeechToText) {
    for names in [0, 1, 5_000] {
        let listening = in_time(recogniser.open(&shop(names))).await;
        drop(listening.expect("it takes as many as it can"));
    }
}

/// Nothing understood is an empty text and no error.
pub async fn silence_is_an_empty_text(recogniser: &dyn SpeechToText) {
    let mut listening = in_time(recogniser.open(&shop(3))).await.expect("it opens");
    in_time(listening.hear(&SILENT_SECOND)).await.expect("it hears");
    let heard = in_time(listening.finish()).await.expect("it ends");
    assert_eq!(heard.text, "");
}

/// Too much sound is refused, and what was taken before is still finished.
pub async fn too_much_sound_is_refused(recogniser: &dyn SpeechToText) {
    let mut listening = in_time(recogniser.open(&shop(3))).await.expect("it opens");
    let mut refused = None;
    for _ in 0..SECONDS {
        if let Err(error) = in_time(listening.hear(&SILENT_SECOND)).await {
            refused = Some(error);
            break;
        }
    }
    assert!(
        matches!(refused, Some(GatewayError::Refused { .. })),
        "{refused:?}"
    );
    in_time(listening.finish())
        .await
        .expect("what was taken is finished");
}

/// However it fails, it ends; a figure of confidence is a part of one.
pub async fn a_failing_recogniser_ends(recogniser: &dyn SpeechToText) {
    let Ok(mut listening) = in_time(recogniser.open(&shop(3))).await else {
        return;
    };
    let _ = in_time(listening.hear(&SILENT_SECOND)).await;
    if let Ok(heard) = in_time(listening.finish()).await {
        let fits = heard.confidence.is_none_or(|part| (0.0..=1.0).contains(&part));
        assert!(fits && heard.text.len() < 1 << 16, "an answer of the agreed form");
    }
}
