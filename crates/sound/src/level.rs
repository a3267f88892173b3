//! How loud sound is, and a faint noise under sound that is too clean for the recogniser.

use dasp::Sample;
use dasp::ring_buffer::Fixed;
use dasp::rms::Rms;

use crate::resample::SPEECH_RATE;

/// Loudness is taken over 20 ms.
const WINDOW: usize = SPEECH_RATE as usize / 50;

/// The noise that speech stands on, against its loudest 20 ms: enough for the recogniser, far below a soft word.
const NOISE_PART: f32 = 0.023;
const NOISE_STEPS_MAX: f32 = 330.0;
const STEPS: f32 = 32_768.0;

/// What silence is called.
pub const SILENCE_DBFS: f32 = -120.0;

/// Follows the loudness of 16 kHz sound.
pub struct LevelMeter {
    rms: Rms<[f32; 1], Vec<[f32; 1]>>,
    loudest: f32,
}

impl Default for LevelMeter {
    fn default() -> Self {
        Self {
            rms: Rms::new(Fixed::from(vec![[0.0]; WINDOW])),
            loudest: 0.0,
        }
    }
}

impl LevelMeter {
    /// Takes the next samples and answers with the loudness of the last 20 ms, in decibels below full scale.
    pub fn hear(&mut self, samples: &[i16]) -> f32 {
        for &sample in samples {
            let [loudness] = self.rms.next([sample.to_sample::<f32>()]);
            self.loudest = self.loudest.max(loudness);
        }
        let [now] = self.rms.current();
        decibels(now)
    }

    /// The loudest 20 ms so far, in decibels below full scale.
    #[must_use]
    pub fn loudest_dbfs(&self) -> f32 {
        decibels(self.loudest)
    }
}

fn loudness(sound: &[i16]) -> f32 {
    let mut rms = Rms::new(Fixed::from(vec![[0.0f32]; sound.len().max(1)]));
    for &sample in sound {
        rms.next([sample.to_sample::<f32>()]);
    }
    let [loudness] = rms.current();
    loudness
}

fn decibels(amplitude: f32) -> f32 {
    // The running sum leaves a grain of rounding behind loud sound; not-a-number falls to silence too.
    if amplitude > 1e-6 {
        20.0 * amplitude.log10()
    } else {
        SILENCE_DBFS
    }
}

/// The same faint white noise each time, because the recogniser loses its way in digital silence.
#[derive(Debug)]
pub struct FaintNoise {
    state: u64,
    amplitude: i16,
}

impl FaintNoise {
    /// Noise of up to `amplitude` steps of 16 bits either way.
    #[must_use]
    pub fn new(amplitude: i16) -> Self {
        Self {
            state: 0x9E37_79B9_7F4A_7C15,
            amplitude: amplitude.saturating_abs(),
        }
    }

    /// The noise that this sound lacks: none where a room is heard already, some where the pauses are digital silence.
    #[must_use]
    pub fn under(sound: &[i16]) -> Self {
        let mut levels: Vec<f32> = sound.chunks(WINDOW).map(loudness).collect();
        levels.sort_by(f32::total_cmp);
        let pauses = levels.get(levels.len() / 10).copied().unwrap_or_default();
        let loudest = levels.last().copied().unwrap_or_default();
        let lacking = ((loudest * NOISE_PART).powi(2) - pauses.powi(2)).max(0.0).sqrt();
        // Evenly spread noise reaches as high as the root of three times its loudness.
        let steps = (lacking * 3f32.sqrt() * STEPS).min(NOISE_STEPS_MAX);
        Self::new((steps / STEPS).to_sample::<i16>())
    }

    /// Lays the noise under the samples.
    pub fn add_to(&mut self, samples: &mut [i16]) {
        let span = i64::from(self.amplitude) * 2 + 1;
        for sample in samples {
            self.state ^= self.state << 13;
            self.state ^= self.state >> 7;
            self.state ^= self.state << 17;
            let grain = (self.state >> 33).cast_signed() % span - i64::from(self.amplitude);
            *sample = sample.saturating_add(i16::try_from(grain).unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_square_is_0_db_and_silence_is_silent() {
        let mut meter = LevelMeter::default();
        assert_eq!(meter.hear(&[0; 500]), SILENCE_DBFS);
        let square: Vec<i16> = (0..500)
            .map(|i| if i % 2 == 0 { i16::MAX } else { i16::MIN })
            .collect();
        assert!(meter.hear(&square).abs() < 0.01);
        assert!(meter.hear(&[0; 500]) < -50.0);
        assert!(meter.loudest_dbfs().abs() < 0.01);
    }

    #[test]
    fn faint_noise_is_the_same_each_time_within_its_bounds_and_centred() {
        let mut a = vec![0i16; 16_000];
        let mut b = a.clone();
        FaintNoise::new(32).add_to(&mut a);
        FaintNoise::new(32).add_to(&mut b);
        assert_eq!(a, b);
        assert!(a.iter().all(|s| (-32..=32).contains(s)));
        assert!(a.contains(&-32) && a.contains(&32));
        let sum: i64 = a.iter().map(|s| i64::from(*s)).sum();
        assert!(sum.abs() < 16_000 * 2, "{sum}");
    }

    #[test]
    fn speech_in_a_room_is_left_alone_and_speech_in_digital_silence_is_not() {
        let mut clean = vec![0i16; 16_000];
        for (i, sample) in clean.iter_mut().enumerate().skip(4_000).take(8_000) {
            *sample = if i / 40 % 2 == 0 { 8_000 } else { -8_000 };
        }
        let lacking = FaintNoise::under(&clean).amplitude;
        assert!((310..=330).contains(&lacking), "{lacking}");
        let mut in_a_room = clean.clone();
        FaintNoise::new(400).add_to(&mut in_a_room);
        assert_eq!(FaintNoise::under(&in_a_room).amplitude, 0);
        let soft: Vec<i16> = clean.iter().map(|s| s / 100).collect();
        assert!((2..=4).contains(&FaintNoise::under(&soft).amplitude));
        assert_eq!(FaintNoise::under(&[]).amplitude, 0);
    }

    #[test]
    fn noise_on_the_loudest_samples_does_not_wrap_around() {
        let mut loud = vec![i16::MAX; 100];
        FaintNoise::new(300).add_to(&mut loud);
        assert!(loud.iter().all(|s| *s > i16::MAX - 301));
    }
}
