//! The low-pass of the rate converter: windowed sincs, one for each place between two samples.

use std::collections::BTreeMap;
use std::f64::consts::PI;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// Attenuation that the window is made for.
const STOP_DB: f64 = 80.0;
/// Where the filter is half way down, as a part of the lower of the two rates: 7.5 kHz of 16 kHz.
const CUT: f64 = 0.469;
/// From where it begins to fall to where it is down, as a part of the lower rate: 6.7 to 8.3 kHz of 16 kHz.
const SLOPE: f64 = 0.1;
/// More places between two samples than this are reached by interpolating between two filters.
const PHASES_MAX: usize = 512;
/// Sums kept side by side, so that the compiler can use wide registers.
const LANES: usize = 8;

/// Filters for each place between two input samples.
#[derive(Debug)]
pub(super) struct FilterBank {
    half: usize,
    phases: usize,
    /// `phases + 1` filters of `2 * half` weights.
    weights: Vec<f32>,
}

impl FilterBank {
    fn new(from: u32, to: u32, places: usize) -> Self {
        let lower = f64::from(from.min(to));
        let rate = f64::from(from);
        let taps = (STOP_DB - 7.95) / (2.285 * 2.0 * PI * SLOPE * lower / rate);
        let half = (taps / 2.0).ceil() as usize;
        let half = half.next_multiple_of(LANES / 2);
        let phases = places.min(PHASES_MAX);
        let cut = CUT * lower / rate;
        let weights = (0..=phases)
            .flat_map(|phase| filter(half, cut, phase as f64 / phases as f64))
            .collect();
        Self {
            half,
            phases,
            weights,
        }
    }

    /// Samples needed on each side of a place.
    pub(super) fn half(&self) -> usize {
        self.half
    }

    /// The value `part / whole` beyond the sample in the middle of `window`, which holds `2 * half` samples.
    pub(super) fn value(&self, window: &[f32], part: usize, whole: usize) -> f32 {
        if self.phases == whole {
            return dot(window, self.filter(part));
        }
        let place = (part * self.phases) as f64 / whole as f64;
        let below = place.floor();
        let phase = below as usize;
        let (a, b) = (
            dot(window, self.filter(phase)),
            dot(window, self.filter(phase + 1)),
        );
        a + (b - a) * (place - below) as f32
    }

    fn filter(&self, phase: usize) -> &[f32] {
        let taps = 2 * self.half;
        &self.weights[phase * taps..(phase + 1) * taps]
    }
}

/// One bank serves everybody who converts between the same two rates, for as long as somebody does.
pub(super) fn shared(from: u32, to: u32, places: usize) -> Arc<FilterBank> {
    static BANKS: Mutex<BTreeMap<(u32, u32), Weak<FilterBank>>> = Mutex::new(BTreeMap::new());
    let mut banks = BANKS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bank) = banks.get(&(from, to)).and_then(Weak::upgrade) {
        return bank;
    }
    banks.retain(|_, bank| bank.strong_count() > 0);
    let bank = Arc::new(FilterBank::new(from, to, places));
    banks.insert((from, to), Arc::downgrade(&bank));
    bank
}

/// A sinc in a Kaiser window, shifted by `shift` samples, with a gain of exactly one at 0 Hz.
fn filter(half: usize, cut: f64, shift: f64) -> Vec<f32> {
    let beta = 0.1102 * (STOP_DB - 8.7);
    let reach = half as f64;
    let raw: Vec<f64> = (0..2 * half)
        .map(|tap| {
            let x = tap as f64 + 1.0 - reach - shift;
            let edge = (1.0 - (x / reach).powi(2)).max(0.0).sqrt();
            let sinc = if x == 0.0 {
                2.0 * cut
            } else {
                (2.0 * PI * cut * x).sin() / (PI * x)
            };
            sinc * bessel_i0(beta * edge) / bessel_i0(beta)
        })
        .collect();
    let gain: f64 = raw.iter().sum();
    raw.into_iter().map(|weight| (weight / gain) as f32).collect()
}

/// The modified Bessel function of order zero, by its series.
fn bessel_i0(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let (mut sum, mut term, mut k) = (1.0, 1.0, 1.0);
    while term > sum * 1e-12 {
        term *= quarter / (k * k);
        sum += term;
        k += 1.0;
    }
    sum
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for (lane, (a, b)) in lanes.iter_mut().zip(a.iter().zip(b)) {
            *lane += a * b;
        }
    }
    lanes.iter().sum()
}
