//! The contract of [`TextToSpeech`] and [`Speaking`].

use super::in_time;
use execora_kernel::GatewayError;
use execora_voice_intent::ports::{SAMPLE_RATES, SAMPLES_AT_ONCE_MAX, Speaking, TextToSpeech, Utterance};

/// The most seconds of sound that a short sentence may make.
const SECONDS_MAX: usize = 60;
/// More pieces than one word has.
const PIECES_MAX: usize = 1_000;

fn words(text: &str) -> Utterance {
    Utterance {
        text: text.to_owned(),
        language: "en".to_owned(),
        words_per_minute: None,
    }
}

/// All the sound of one utterance, checked piece by piece.
async fn all(mut speaking: Box<dyn Speaking>) -> Result<Vec<i16>, GatewayError> {
    let rate = speaking.sample_rate();
    assert!(SAMPLE_RATES.contains(&rate), "{rate} Hz");
    let mut sound = Vec::new();
    while let Some(piece) = in_time(speaking.next()).await? {
        assert!(
            (1..=SAMPLES_AT_ONCE_MAX).contains(&piece.len()),
            "{} samples",
            piece.len()
        );
        assert_eq!(speaking.sample_rate(), rate, "the rate stays the same");
        sound.extend(piece);
        let seconds = sound.len() / usize::try_from(rate).expect("a rate is small");
        assert!(seconds < SECONDS_MAX, "the sound is bounded");
    }
    assert_eq!(in_time(speaking.next()).await, Ok(None), "the end stays the end");
    Ok(sound)
}

/// A sentence is spoken to its end, in pieces of the agreed form.
pub async fn a_sentence_is_spoken_to_its_end(voice: &dyn TextToSpeech) {
    let speaking = in_time(voice.say(&words("the bill of Rahul is ready"))).await;
    let sound = all(speaking.expect("a voice that works")).await.expect("sound");
    assert!(
        sound.iter().any(|sample| sample.unsigned_abs() > 500),
        "it can be heard"
    );
}

/// Text that is too long, or holds no word, is refused.
pub async fn what_cannot_be_spoken_is_refused(voice: &dyn TextToSpeech) {
    for text in [String::new(), " … ".to_owned(), "a ".repeat(1 << 20)] {
        let refused = in_time(voice.say(&words(&text))).await.err();
        assert!(
            matches!(refused, Some(GatewayError::Invalid { .. })),
            "{refused:?}"
        );
    }
}

/// Who stops listening keeps nobody else waiting.
pub async fn what_is_dropped_stops(voice: &dyn TextToSpeech) {
    for _ in 0..20 {
        drop(in_time(voice.say(&words("a sentence that nobody wants to hear to its end"))).await);
    }
    a_sentence_is_spoken_to_its_end(voice).await;
}

/// However it fails, it ends, and gives no sound after its error.
pub async fn a_failing_voice_ends(voice: &dyn TextToSpeech) {
    let Ok(mut speaking) = in_time(voice.say(&words("haan"))).await else {
        return;
    };
    let mut ended = false;
    for _ in 0..PIECES_MAX {
        let piece = in_time(speaking.next()).await;
        if let Ok(Some(piece)) = &piece {
            assert!(!ended, "sound after an error");
            assert!(
                (1..=SAMPLES_AT_ONCE_MAX).contains(&piece.len()),
                "{} samples",
                piece.len()
            );
        } else if ended || piece == Ok(None) {
            return;
        }
        ended = piece.is_err();
    }
    assert!(ended, "it goes on and on");
}
