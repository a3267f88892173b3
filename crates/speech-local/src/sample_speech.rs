//! Recordings made by the machine itself, for demonstrations and for tests of everything from sound to books.

use execora_kernel::GatewayError;
use execora_sound::level::FaintNoise;
use execora_sound::resample::{Resampler, SPEECH_RATE};
use execora_sound::{Pcm, wav};
use execora_voice_intent::ports::{TextToSpeech, Utterance};

/// One per cent of full scale: the hiss of an ordinary room.
pub const ROOM_NOISE: i16 = 328;
/// The pace at which the sentences below are understood best.
pub const WORDS_PER_MINUTE: u16 = 150;

/// "Rahul ko do milk aur ek bread ka bill bana do", spelt so that the English voice says it the Hindi way.
pub const RAHUL_BILL: &str = "rahool koh doe milk our eck bread kah bill bunnah doe";
/// "Haan".
pub const HAAN: &str = "haan";
/// "Doosra wala".
pub const DOOSRA_WALA: &str = "doosrah vahlah";

/// Has `spelling` said by the American English voice and lays room noise under it, with silence around it.
pub async fn record(voice: &dyn TextToSpeech, spelling: &str, sample_rate: u32) -> Result<Pcm, GatewayError> {
    let utterance = Utterance {
        text: spelling.to_owned(),
        language: "en-US".to_owned(),
        words_per_minute: Some(WORDS_PER_MINUTE),
    };
    let mut spoken = voice.say(&utterance).await?;
    let mut resampler = Resampler::try_new(spoken.sample_rate(), 1, sample_rate)
        .map_err(|_refused| GatewayError::invalid("a sample rate outside 8 to 48 kHz"))?;
    let pause = usize::try_from(sample_rate / 2).unwrap_or(SPEECH_RATE as usize);
    let mut samples = vec![0; pause];
    while let Some(sound) = spoken.next().await? {
        resampler.push(&sound, &mut samples);
    }
    resampler.finish(&mut samples);
    samples.resize(samples.len() + pause, 0);
    FaintNoise::new(ROOM_NOISE).add_to(&mut samples);
    Ok(Pcm { samples, sample_rate })
}

/// The same as a WAV file in memory, as a browser's fake microphone or `execora say --wav` takes it.
pub async fn record_wav(
    voice: &dyn TextToSpeech,
    spelling: &str,
    sample_rate: u32,
) -> Result<Vec<u8>, GatewayError> {
    let speech = record(voice, spelling, sample_rate).await?;
    wav::write(&speech).map_err(|_error| GatewayError::invalid("the sound cannot be written"))
}
