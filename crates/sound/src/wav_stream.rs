//! WAV as a program writes it to a pipe: piece by piece, with an invented length.

use crate::resample::{RATES, SoundRefused};
use crate::wav::WavError;

/// The most bytes before the first sample; more is no header.
const HEADER_BYTES_MAX: usize = 4_096;

/// Reads 16-bit sound of one channel out of bytes that come piece by piece. The length that the header states is not believed:
/// the sound goes on to the end of the stream.
///
/// ```
/// # use execora_sound::{Pcm, wav};
/// let sound = Pcm { samples: vec![1, 2, 3], sample_rate: 22_050 };
/// let (mut stream, mut samples) = (wav::WavStream::default(), Vec::new());
/// for piece in wav::write(&sound)?.chunks(7) {
///     stream.push(piece, &mut samples)?;
/// }
/// assert_eq!((stream.finish()?, samples), (22_050, sound.samples));
/// # Ok::<(), wav::WavError>(())
/// ```
#[derive(Debug, Default)]
pub struct WavStream {
    /// What came before the first sample.
    header: Vec<u8>,
    sample_rate: Option<u32>,
    /// A piece cut a sample in two.
    odd_byte: Option<u8>,
}

impl WavStream {
    /// Samples in a second, as soon as the header said so.
    #[must_use]
    pub fn sample_rate(&self) -> Option<u32> {
        self.sample_rate
    }

    /// Takes the next bytes and appends the samples in them to `out`.
    ///
    /// # Errors
    /// When they are no WAV header of plain 16-bit mono sound.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<i16>) -> Result<(), WavError> {
        if self.sample_rate.is_some() {
            self.samples(bytes, out);
            return Ok(());
        }
        let room = HEADER_BYTES_MAX - self.header.len().min(HEADER_BYTES_MAX);
        let (head, rest) = bytes.split_at(bytes.len().min(room));
        self.header.extend_from_slice(head);
        match parsed(&self.header)? {
            Some((sample_rate, sound)) => {
                self.sample_rate = Some(sample_rate);
                let first = self.header.split_off(sound);
                self.header = Vec::new();
                self.samples(&first, out);
                self.samples(rest, out);
                Ok(())
            }
            None if rest.is_empty() && self.header.len() < HEADER_BYTES_MAX => Ok(()),
            None => Err(WavError::NotAStream),
        }
    }

    /// The stream is over; answers with its samples in a second.
    ///
    /// # Errors
    /// When it ended before its first sample could have come.
    pub fn finish(self) -> Result<u32, WavError> {
        self.sample_rate.ok_or(WavError::NotAStream)
    }

    fn samples(&mut self, mut bytes: &[u8], out: &mut Vec<i16>) {
        if let (Some(low), [high, rest @ ..]) = (self.odd_byte, bytes) {
            out.push(i16::from_le_bytes([low, *high]));
            self.odd_byte = None;
            bytes = rest;
        }
        let (pairs, odd) = bytes.as_chunks();
        out.extend(pairs.iter().map(|pair| i16::from_le_bytes(*pair)));
        if let [odd] = odd {
            self.odd_byte = Some(*odd);
        }
    }
}

/// The rate and where the sound begins, once the header is whole; `None` while it may still become so.
fn parsed(header: &[u8]) -> Result<Option<(u32, usize)>, WavError> {
    let Some((riff, rest)) = header.split_first_chunk::<12>() else {
        return Ok(None);
    };
    if !riff.starts_with(b"RIFF") || !riff.ends_with(b"WAVE") {
        return Err(WavError::NotAStream);
    }
    let mut rest = rest;
    let mut sample_rate = None;
    while let Some((name, length, body)) = chunk(rest) {
        match name {
            b"data" => {
                let sample_rate = sample_rate.ok_or(WavError::NotAStream)?;
                return Ok(Some((sample_rate, header.len() - body.len())));
            }
            b"fmt " if body.len() >= length => sample_rate = Some(plain_mono_rate(body)?),
            _ => {}
        }
        match length
            .checked_next_multiple_of(2)
            .and_then(|length| body.get(length..))
        {
            Some(next) => rest = next,
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// The name and stated length of the next chunk, and everything after its head.
fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], usize, &[u8])> {
    let (name, rest) = bytes.split_first_chunk::<4>()?;
    let (length, body) = rest.split_first_chunk::<4>()?;
    Some((name, usize::try_from(u32::from_le_bytes(*length)).ok()?, body))
}

fn plain_mono_rate(format: &[u8]) -> Result<u32, WavError> {
    // Format 1 (plain integers), one channel, the rate, bytes a second and a frame, bits of a sample.
    let &[1, 0, 1, 0, a, b, c, d, _, _, _, _, 2, 0, 16, 0, ..] = format else {
        return Err(WavError::NotAStream);
    };
    let rate = u32::from_le_bytes([a, b, c, d]);
    if RATES.contains(&rate) {
        Ok(rate)
    } else {
        Err(SoundRefused::Rate(rate).into())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]

    use super::*;
    use crate::Pcm;
    use crate::wav::write;

    fn read(pieces: impl Iterator<Item = Vec<u8>>) -> Result<Pcm, WavError> {
        let (mut stream, mut samples) = (WavStream::default(), Vec::new());
        for piece in pieces {
            stream.push(&piece, &mut samples)?;
        }
        let sample_rate = stream.finish()?;
        Ok(Pcm { samples, sample_rate })
    }

    fn spoken() -> (Pcm, Vec<u8>) {
        let sound = Pcm {
            samples: (0..1_000).collect(),
            sample_rate: 22_050,
        };
        let bytes = write(&sound).unwrap();
        (sound, bytes)
    }

    #[test]
    fn a_stream_with_an_invented_length_is_read_to_its_end_however_it_is_cut() {
        let (sound, mut bytes) = spoken();
        let at = bytes.windows(4).position(|w| w == b"data").unwrap() + 4;
        bytes[at..at + 4].copy_from_slice(&0x7fff_f000_u32.to_le_bytes());
        for size in [1, 2, 3, 7, 44, 45, 5_000] {
            let pieces = bytes.chunks(size).map(<[u8]>::to_vec);
            assert_eq!(read(pieces).unwrap(), sound, "pieces of {size}");
        }
        for cut in 0..at + 4 {
            assert!(
                read(std::iter::once(bytes[..cut].to_vec())).is_err(),
                "{cut} bytes"
            );
        }
    }

    #[test]
    fn what_is_no_plain_mono_sound_is_refused_and_never_kept_without_end() {
        let (_, good) = spoken();
        let mut stereo = good.clone();
        stereo[22] = 2;
        let mut fast = good;
        fast[24..28].copy_from_slice(&96_000_u32.to_le_bytes());
        for bytes in [b"RIFFjunkjunkjunk".to_vec(), stereo, fast, vec![b'x'; 100]] {
            assert!(read(std::iter::once(bytes)).is_err());
        }
        let mut endless = b"RIFF....WAVEjunk".to_vec();
        endless.extend(u32::MAX.to_le_bytes());
        let pieces = std::iter::once(endless).chain(std::iter::repeat_n(vec![0; 1_000], 5));
        assert!(read(pieces).is_err());
    }
}
