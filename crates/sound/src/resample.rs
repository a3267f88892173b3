//! Sound of any rate from 8 to 48 kHz becomes sound of another rate, low-passed, the same whatever the chunks.

mod filter;

use std::sync::Arc;

use dasp::Sample;
use filter::FilterBank;
use thiserror::Error;

/// The rate recognisers listen at.
pub const SPEECH_RATE: u32 = 16_000;

/// Rates that are taken and given.
pub const RATES: std::ops::RangeInclusive<u32> = 8_000..=48_000;

/// Why sound is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SoundRefused {
    /// Outside 8–48 kHz.
    #[error("a sample rate is between 8000 and 48000, not {0}")]
    Rate(u32),
    /// Neither mono nor stereo.
    #[error("sound has one channel or two, not {0}")]
    Channels(u16),
}

/// A stateful converter of interleaved 16-bit sound to one channel at another rate.
///
/// What comes out depends only on what went in so far, not on how it was cut into chunks.
///
/// ```
/// use execora_sound::resample::Resampler;
/// let mut to_speech = Resampler::for_recognition(48_000, 2)?;
/// let mut out = Vec::new();
/// to_speech.push(&[0; 9_600], &mut out); // 100 ms of stereo
/// to_speech.finish(&mut out);
/// assert_eq!(out.len(), 1_600);
/// # Ok::<(), execora_sound::resample::SoundRefused>(())
/// ```
#[derive(Debug)]
pub struct Resampler {
    /// `None` when both rates are the same: then samples pass untouched.
    bank: Option<Arc<FilterBank>>,
    channels: usize,
    /// Output steps: the input moves on by `step / whole` samples for each output sample.
    step: usize,
    whole: usize,
    /// Input still needed; the sample under the next output is `window[at]`, and `part / whole` beyond it.
    window: Vec<f32>,
    at: usize,
    part: usize,
    /// What a chunk cut off in the middle: a byte of a sample, a sample of a frame.
    odd_byte: Option<u8>,
    odd_sample: Option<i16>,
    taken: u64,
    given: u64,
}

impl Resampler {
    /// A converter to what recognisers listen to: 16 kHz, one channel.
    pub fn for_recognition(rate: u32, channels: u16) -> Result<Self, SoundRefused> {
        Self::try_new(rate, channels, SPEECH_RATE)
    }

    /// A converter from `channels` at `from` to one channel at `to`.
    pub fn try_new(from: u32, channels: u16, to: u32) -> Result<Self, SoundRefused> {
        for rate in [from, to] {
            if !RATES.contains(&rate) {
                return Err(SoundRefused::Rate(rate));
            }
        }
        if !(1..=2).contains(&channels) {
            return Err(SoundRefused::Channels(channels));
        }
        let common = greatest_common_divisor(from, to);
        let (step, whole) = ((from / common) as usize, (to / common) as usize);
        let bank = (from != to).then(|| filter::shared(from, to, whole));
        let before = bank.as_ref().map_or(0, |bank| bank.half() - 1);
        Ok(Self {
            bank,
            channels: usize::from(channels),
            step,
            whole,
            window: vec![0.0; before],
            at: before,
            part: 0,
            odd_byte: None,
            odd_sample: None,
            taken: 0,
            given: 0,
        })
    }

    /// Takes interleaved samples and appends what they make to `out`.
    pub fn push(&mut self, samples: &[i16], out: &mut Vec<i16>) {
        for &sample in samples {
            self.take(sample, out);
        }
        self.convert(out);
    }

    /// Takes little-endian bytes of interleaved samples, cut anywhere.
    pub fn push_bytes(&mut self, bytes: &[u8], out: &mut Vec<i16>) {
        for &byte in bytes {
            match self.odd_byte.take() {
                None => self.odd_byte = Some(byte),
                Some(low) => self.take(i16::from_le_bytes([low, byte]), out),
            }
        }
        self.convert(out);
    }

    /// Appends the rest; half a frame at the end is dropped.
    pub fn finish(mut self, out: &mut Vec<i16>) {
        let Some(half) = self.bank.as_ref().map(|bank| bank.half()) else {
            return;
        };
        let due = (self.taken * self.whole as u64).div_ceil(self.step as u64) - self.given;
        let end = out.len() + usize::try_from(due).unwrap_or(0);
        self.window.resize(self.window.len() + half + 1, 0.0);
        self.convert(out);
        out.truncate(end);
    }

    fn take(&mut self, sample: i16, out: &mut Vec<i16>) {
        let mono = if self.channels == 1 {
            sample
        } else {
            match self.odd_sample.take() {
                None => {
                    self.odd_sample = Some(sample);
                    return;
                }
                Some(left) => left.midpoint(sample),
            }
        };
        self.taken += 1;
        if self.bank.is_some() {
            self.window.push(mono.to_sample::<f32>());
        } else {
            out.push(mono);
        }
    }

    fn convert(&mut self, out: &mut Vec<i16>) {
        let Some(bank) = &self.bank else {
            return;
        };
        let half = bank.half();
        while self.at + half < self.window.len() {
            let start = self.at + 1 - half;
            let value = bank.value(&self.window[start..=self.at + half], self.part, self.whole);
            out.push(to_pcm(value));
            self.given += 1;
            self.part += self.step;
            self.at += self.part / self.whole;
            self.part %= self.whole;
        }
        let spent = (self.at + 1 - half).min(self.window.len());
        self.window.drain(..spent);
        self.at -= spent;
    }
}

/// To the nearest step of 16 bits, held within their range.
fn to_pcm(value: f32) -> i16 {
    const STEPS: f32 = 32_768.0;
    ((value * STEPS).round() / STEPS).to_sample::<i16>()
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}

#[cfg(test)]
mod tests;
