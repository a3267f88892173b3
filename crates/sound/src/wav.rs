//! Sound in WAV files: reading what people and programs hand in, writing what goes out.

use std::io::{Cursor, Read, Seek};
use std::path::Path;

use hound::{SampleFormat, WavReader, WavSpec, WavWriter};
use thiserror::Error;

pub use crate::wav_stream::WavStream;

use crate::Pcm;
use crate::resample::{Resampler, SPEECH_RATE, SoundRefused};

/// Longer sound is not read.
pub const SECONDS_MAX: u32 = 60;

/// Why a WAV file cannot be heard.
#[derive(Debug, Error)]
pub enum WavError {
    /// The file cannot be read or is not a WAV file.
    #[error("not a readable wav file")]
    Unreadable(#[from] hound::Error),
    /// Not 16-bit integers.
    #[error("the samples are {bits}-bit {}, not 16-bit integers", if *float { "floats" } else { "integers" })]
    Samples {
        /// Bits of a sample.
        bits: u16,
        /// Whether they are floats.
        float: bool,
    },
    /// A rate or number of channels outside the bounds.
    #[error(transparent)]
    Sound(#[from] SoundRefused),
    /// Too long.
    #[error("longer than {SECONDS_MAX} seconds")]
    TooLong,
    /// The program that spoke did not answer with WAV.
    #[error("the answer is not a wav stream")]
    NotAStream,
}

/// Reads a file of 8–48 kHz, mono or stereo, as samples for the recogniser: 16 kHz, one channel.
pub fn read_for_recognition(path: &Path) -> Result<Vec<i16>, WavError> {
    for_recognition(WavReader::open(path)?)
}

/// The same from bytes in memory.
pub fn bytes_for_recognition(bytes: &[u8]) -> Result<Vec<i16>, WavError> {
    for_recognition(WavReader::new(Cursor::new(bytes))?)
}

fn for_recognition<R: Read + Seek>(mut reader: WavReader<R>) -> Result<Vec<i16>, WavError> {
    let spec = reader.spec();
    if spec.bits_per_sample != 16 || spec.sample_format != SampleFormat::Int {
        let float = spec.sample_format == SampleFormat::Float;
        return Err(WavError::Samples {
            bits: spec.bits_per_sample,
            float,
        });
    }
    let mut resampler = Resampler::for_recognition(spec.sample_rate, spec.channels)?;
    if reader.duration() > spec.sample_rate * SECONDS_MAX {
        return Err(WavError::TooLong);
    }
    let samples = reader.samples::<i16>().collect::<Result<Vec<_>, _>>()?;
    let mut out = Vec::with_capacity(samples.len() * SPEECH_RATE as usize / spec.sample_rate as usize + 1);
    resampler.push(&samples, &mut out);
    resampler.finish(&mut out);
    Ok(out)
}

/// Writes sound as a WAV file in memory: 16 bits, one channel, with a true length.
pub fn write(sound: &Pcm) -> Result<Vec<u8>, WavError> {
    let spec = WavSpec {
        channels: 1,
        sample_rate: sound.sample_rate,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let mut bytes = Cursor::new(Vec::with_capacity(sound.samples.len() * 2 + 64));
    let mut writer = WavWriter::new(&mut bytes, spec)?;
    for sample in &sound.samples {
        writer.write_sample(*sample)?;
    }
    writer.finalize()?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]

    use super::*;

    fn wav(spec: WavSpec, frames: usize) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let mut writer = WavWriter::new(&mut bytes, spec).unwrap();
        for i in 0..frames * usize::from(spec.channels) {
            writer.write_sample(i32::try_from(i % 100).unwrap()).unwrap();
        }
        writer.finalize().unwrap();
        bytes.into_inner()
    }

    const PLAIN: WavSpec = WavSpec {
        channels: 1,
        sample_rate: 48_000,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };

    #[test]
    fn each_rate_and_one_or_two_channels_become_16_khz_mono() {
        for sample_rate in [8_000, 11_025, 16_000, 22_050, 44_100, 48_000] {
            for channels in [1, 2] {
                let spec = WavSpec {
                    channels,
                    sample_rate,
                    ..PLAIN
                };
                let heard = bytes_for_recognition(&wav(spec, sample_rate as usize)).unwrap();
                assert_eq!(heard.len(), 16_000);
            }
        }
    }

    #[test]
    fn what_is_not_16_bit_sound_of_at_most_a_minute_is_refused_with_its_reason() {
        let refused = |bytes: &[u8]| bytes_for_recognition(bytes).unwrap_err().to_string();
        let spec = WavSpec {
            bits_per_sample: 8,
            ..PLAIN
        };
        assert_eq!(
            refused(&wav(spec, 10)),
            "the samples are 8-bit integers, not 16-bit integers"
        );
        let spec = WavSpec {
            sample_rate: 96_000,
            ..PLAIN
        };
        assert_eq!(
            refused(&wav(spec, 10)),
            "a sample rate is between 8000 and 48000, not 96000"
        );
        let spec = WavSpec { channels: 3, ..PLAIN };
        assert_eq!(refused(&wav(spec, 10)), "sound has one channel or two, not 3");
        let spec = WavSpec {
            sample_rate: 8_000,
            ..PLAIN
        };
        assert_eq!(refused(&wav(spec, 8_000 * 61)), "longer than 60 seconds");
        assert_eq!(refused(b"RIFFjunk"), "not a readable wav file");
        assert_eq!(refused(b""), "not a readable wav file");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let sound = Pcm {
            samples: (0..1_000).collect(),
            sample_rate: 16_000,
        };
        let bytes = write(&sound).unwrap();
        assert_eq!(bytes_for_recognition(&bytes).unwrap(), sound.samples);
    }
}
