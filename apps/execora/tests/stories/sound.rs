//! Recordings made by this machine's voice, as a microphone would bring them.
#![expect(clippy::panic, reason = "a test without its programs must fail and say which")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use execora_sound::level::FaintNoise;
use execora_sound::{Pcm, wav};
use execora_speech_local::availability::{LocalSpeech, discover};
use execora_speech_local::sample_speech::{self, ROOM_NOISE};
use std::path::Path;

/// The programs that speak and hear. Both must be there.
fn programs() -> LocalSpeech {
    let speech = discover(&std::env::var_os("PATH").unwrap_or_default(), 1);
    assert!(speech.missing.is_empty(), "{}", speech.missing.join("; "));
    speech
}

/// A spelling, spoken.
pub async fn record(spelling: &str, sample_rate: u32) -> Pcm {
    let Some(voice) = programs().text_to_speech else {
        panic!("no voice on this machine");
    };
    sample_speech::record(&*voice, spelling, sample_rate)
        .await
        .unwrap()
}

/// A WAV file of a spelling with so many seconds of an empty room before and after it. Answers how long it is.
pub async fn record_file(path: &Path, spelling: &str, before: u32, after: u32) -> f64 {
    const RATE: u32 = 48_000;
    let room = |seconds: u32| {
        let mut samples = vec![0; usize::try_from(RATE * seconds).unwrap()];
        FaintNoise::new(ROOM_NOISE).add_to(&mut samples);
        samples
    };
    let spoken = record(spelling, RATE).await;
    let samples = [room(before), spoken.samples, room(after)].concat();
    let seconds = f64::from(u32::try_from(samples.len()).unwrap()) / f64::from(RATE);
    let speech = Pcm {
        samples,
        sample_rate: RATE,
    };
    std::fs::write(path, wav::write(&speech).unwrap()).unwrap();
    seconds
}

/// Samples as linear16, each given to so many channels.
pub fn linear16(speech: &Pcm, channels: usize) -> Vec<u8> {
    let repeated = speech
        .samples
        .iter()
        .flat_map(|s| std::iter::repeat_n(*s, channels));
    repeated.flat_map(i16::to_le_bytes).collect()
}
