//! What the confidence of a reading is worth: the share that is right, band by band.

use execora_voice_intent::understanding::CONFIDENCE_THRESHOLD;
use serde_json::Value;

use super::{CORPUS, read_row, verdict};
use crate::twin::{Dice, Kind, corrupt};

/// Below this a reading is acted upon only after a yes (the dialogue's own bound, which is not public).
const SURE: f32 = 0.80;
/// So many times the noise is made anew.
const SEEDS: u64 = 5;
/// The share that is right may fall so far below what the readings say of themselves.
const TOLERANCE: f64 = 0.02;
/// Of the readings that are acted upon at once, so many may do another thing than was asked for.
const HARM_MAX: f64 = 0.005;

/// The readings whose confidence lies between two bounds.
struct Band {
    name: &'static str,
    below: f32,
    readings: u32,
    frames: u32,
    intents: u32,
    harmful: u32,
    stated: f64,
}

impl Band {
    fn new(name: &'static str, below: f32) -> Self {
        Self {
            name,
            below,
            readings: 0,
            frames: 0,
            intents: 0,
            harmful: 0,
            stated: 0.0,
        }
    }

    fn share(&self, part: u32) -> f64 {
        f64::from(part) / f64::from(self.readings.max(1))
    }

    /// The mean of what the readings say of themselves.
    fn stated(&self) -> f64 {
        self.stated / f64::from(self.readings.max(1))
    }

    fn show(&self) {
        println!(
            "| {:<11} | {:>8} | {:>6.1} % | {:>6.2} % | {:>7.2} % | {:>7} |",
            self.name,
            self.readings,
            100.0 * self.stated(),
            100.0 * self.share(self.frames),
            100.0 * self.share(self.intents),
            self.harmful,
        );
    }
}

fn bands(rows: &[Value]) -> [Band; 4] {
    let mut bands = [
        Band::new("below 0.65", CONFIDENCE_THRESHOLD),
        Band::new("0.65 – 0.80", SURE),
        Band::new("0.80 – 0.90", 0.90),
        Band::new("from 0.90", f32::INFINITY),
    ];
    for row in rows {
        let reading = read_row(row);
        let verdict = verdict(row, &reading);
        let band = bands
            .iter_mut()
            .find(|band| reading.confidence < band.below)
            .unwrap();
        band.readings += 1;
        band.frames += u32::from(verdict.frame);
        band.intents += u32::from(verdict.intent);
        band.harmful += u32::from(verdict.harmful);
        band.stated += f64::from(reading.confidence);
    }
    bands
}

fn table(title: &str, rows: &[Value]) -> [Band; 4] {
    let bands = bands(rows);
    println!("\n{title}\n\n| confidence  | readings |   stated | frames  | intents   | harmful |");
    println!("|---|---|---|---|---|---|");
    bands.iter().for_each(Band::show);
    bands
}

#[test]
fn a_reading_is_right_as_often_as_it_says() {
    let clean: Vec<Value> = CORPUS
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut noisy = Vec::new();
    for kind in Kind::ALL {
        for seed in 1..=SEEDS {
            let mut dice = Dice::new(seed);
            noisy.extend(clean.iter().filter_map(|row| corrupt(row, kind, &mut dice)));
        }
    }
    table("As labelled", &clean);
    table("With noise", &noisy);
    let both = [clean, noisy].concat();
    let all = table("Both", &both);

    let heard: Vec<&Band> = all.iter().filter(|band| band.readings > 0).collect();
    for pair in heard.windows(2) {
        let [less, more] = pair else { continue };
        let rises = less.share(less.frames) < more.share(more.frames)
            && less.share(less.intents) < more.share(more.intents);
        assert!(rises, "{} is no better than {}", more.name, less.name);
    }
    for band in heard.iter().filter(|band| band.below > SURE) {
        let right = band.share(band.frames);
        assert!(right >= band.stated() - TOLERANCE, "{}: {right}", band.name);
        let harm = band.share(band.harmful);
        assert!(harm <= HARM_MAX, "{}: {harm} harmful", band.name);
    }
    let [unused, _, _, sure] = &all;
    assert!(
        sure.share(sure.harmful) < unused.share(unused.harmful),
        "what is not acted upon is where harm is likelier"
    );
}
