#![expect(clippy::unwrap_used)]

use std::f64::consts::PI;

use proptest::prelude::*;

use super::*;

fn tone(hz: f64, rate: u32, seconds: f64) -> Vec<i16> {
    let samples = (f64::from(rate) * seconds) as usize;
    (0..samples)
        .map(|i| ((2.0 * PI * hz * i as f64 / f64::from(rate)).sin() * 16_384.0).round() as i16)
        .collect()
}

fn convert(input: &[i16], rate: u32, channels: u16, to: u32, chunk: usize) -> Vec<i16> {
    let mut resampler = Resampler::try_new(rate, channels, to).unwrap();
    let mut out = Vec::new();
    for piece in input.chunks(chunk) {
        resampler.push(piece, &mut out);
    }
    resampler.finish(&mut out);
    out
}

/// How much louder or softer the output is than the half-scale tone that went in, away from the ends.
fn gain_db(out: &[i16]) -> f64 {
    let middle = &out[out.len() / 8..out.len() * 7 / 8];
    let power = middle.iter().map(|s| f64::from(*s).powi(2)).sum::<f64>() / middle.len() as f64;
    20.0 * (power.sqrt().max(1e-3) / (16_384.0 / 2f64.sqrt())).log10()
}

#[test]
fn a_tone_above_speech_is_60_db_down_whatever_the_chunks() {
    for rate in [22_050, 24_000, 32_000, 44_100, 44_101, 47_999, 48_000] {
        for hz in [8_600.0, 9_000.0, 10_000.0, 15_000.0, 20_000.0] {
            if hz > f64::from(rate) / 2.0 {
                continue;
            }
            for chunk in [1, 127, 480, 4_096, usize::MAX] {
                let gain = gain_db(&convert(&tone(hz, rate, 0.5), rate, 1, SPEECH_RATE, chunk));
                assert!(
                    gain < -60.0,
                    "{hz} Hz at {rate} in chunks of {chunk}: {gain:.1} dB"
                );
            }
        }
    }
}

#[test]
fn speech_passes_level_up_to_6500_hz() {
    for rate in [16_000, 22_050, 44_100, 44_101, 48_000] {
        for hz in [100.0, 1_000.0, 3_000.0, 5_000.0, 6_000.0, 6_500.0] {
            let gain = gain_db(&convert(&tone(hz, rate, 0.5), rate, 1, SPEECH_RATE, 333));
            assert!(gain.abs() < 1.0, "{hz} Hz at {rate}: {gain:.2} dB");
        }
    }
}

#[test]
fn narrow_sound_passes_level_to_80_percent_of_its_band_and_gains_no_image() {
    for rate in [8_000u32, 11_025, 12_000] {
        for part in [0.1, 0.5, 0.8] {
            let hz = f64::from(rate) / 2.0 * part;
            let out = convert(&tone(hz, rate, 0.5), rate, 1, SPEECH_RATE, 100);
            let wanted: Vec<i16> = tone(hz, SPEECH_RATE, 0.5);
            let quarter = wanted.len() / 4;
            let worst = out.iter().zip(&wanted).skip(quarter).take(2 * quarter);
            let worst = worst
                .map(|(a, b)| (i32::from(*a) - i32::from(*b)).abs())
                .max()
                .unwrap();
            assert!(worst < 100, "{hz} Hz at {rate}: off by {worst} of 16384");
        }
    }
}

#[test]
fn a_tone_keeps_its_pitch_and_its_place_in_time() {
    for rate in [8_000, 11_025, 16_000, 22_050, 44_100, 48_000] {
        let out = convert(&tone(1_000.0, rate, 1.0), rate, 1, SPEECH_RATE, 480);
        assert_eq!(out.len(), 16_000, "{rate}");
        let wanted = tone(1_000.0, SPEECH_RATE, 1.0);
        for i in 2_000..14_000 {
            let off = (i32::from(out[i]) - i32::from(wanted[i])).abs();
            assert!(off < 40, "{rate}: sample {i} is off by {off}");
        }
    }
}

#[test]
fn two_channels_are_heard_as_their_mean() {
    let mono = tone(700.0, 44_100, 0.2);
    let stereo: Vec<i16> = mono.iter().flat_map(|s| [*s, *s]).collect();
    let opposite: Vec<i16> = mono.iter().flat_map(|s| [*s, -*s]).collect();
    assert_eq!(
        convert(&stereo, 44_100, 2, 16_000, 999),
        convert(&mono, 44_100, 1, 16_000, 999)
    );
    assert!(convert(&opposite, 44_100, 2, 16_000, 999).iter().all(|s| *s == 0));
}

#[test]
fn full_scale_does_not_wrap_around() {
    let square: Vec<i16> = (0..4_800)
        .map(|i| if i / 24 % 2 == 0 { i16::MAX } else { i16::MIN })
        .collect();
    let out = convert(&square, 48_000, 1, 16_000, 480);
    let flips = out.windows(2).filter(|w| (w[0] < 0) != (w[1] < 0)).count();
    assert!((180..=220).contains(&flips), "{flips} changes of sign");
}

#[test]
fn rates_and_channels_outside_their_bounds_are_refused() {
    assert_eq!(
        Resampler::for_recognition(7_999, 1).unwrap_err(),
        SoundRefused::Rate(7_999)
    );
    assert_eq!(
        Resampler::for_recognition(48_001, 1).unwrap_err(),
        SoundRefused::Rate(48_001)
    );
    assert_eq!(
        Resampler::for_recognition(16_000, 0).unwrap_err(),
        SoundRefused::Channels(0)
    );
    assert_eq!(
        Resampler::for_recognition(16_000, 3).unwrap_err(),
        SoundRefused::Channels(3)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_chunks_do_not_change_the_sound(
        rate in prop_oneof![Just(8_000u32), Just(11_025), Just(16_000), Just(22_050), Just(44_100), Just(48_000), 8_000u32..=48_000],
        channels in 1u16..=2,
        sound in prop::collection::vec(any::<i16>(), 0..3_000),
        cuts in prop::collection::vec(0usize..6_000, 0..12),
    ) {
        let whole = convert(&sound, rate, channels, SPEECH_RATE, usize::MAX);
        let frames = sound.len() / usize::from(channels);
        prop_assert_eq!(whole.len() as u64, (frames as u64 * 16_000).div_ceil(u64::from(rate)));

        let bytes: Vec<u8> = sound.iter().flat_map(|s| s.to_le_bytes()).collect();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|c| c.min(bytes.len())).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let mut resampler = Resampler::for_recognition(rate, channels).unwrap();
        let mut out = Vec::new();
        for cut in cuts.windows(2) {
            resampler.push_bytes(&bytes[cut[0]..cut[1]], &mut out);
        }
        resampler.finish(&mut out);
        prop_assert_eq!(out, whole);
    }
}
