//! A piece of sound in memory.

/// Sound of one channel, 16 bits a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pcm {
    /// The samples, in their order.
    pub samples: Vec<i16>,
    /// Samples in a second (Hz).
    pub sample_rate: u32,
}
