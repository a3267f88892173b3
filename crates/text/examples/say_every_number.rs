//! Says every integer from 0 to 9,99,99,999 in Hinglish, Hindi and English words and reads it back; some minutes.
//! `-- LIMIT` ends earlier.

use std::process::ExitCode;
use std::time::Instant;

use execora_text::numbers::read_number;

#[path = "../tests/spoken_numbers/generator.rs"]
mod generator;

use generator::{Tongue, say};

/// How many numbers of `from..limit` in steps of `step` do not read back as themselves; the first ones are printed.
fn missed(tongue: Tongue, from: u32, limit: u32, step: usize) -> u64 {
    let mut missed = 0;
    for number in (from..limit).step_by(step) {
        let words = say(number, tongue);
        let itself = read_number(&words)
            .is_some_and(|read| read.words == words.len() && read.milli == i64::from(number) * 1_000);
        if !itself {
            missed += 1;
            if missed <= 10 {
                println!("{tongue:?} {number}: {}", words.join(" "));
            }
        }
    }
    missed
}

fn main() -> ExitCode {
    let limit = std::env::args()
        .nth(1)
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(100_000_000);
    let mut all = 0;
    for tongue in Tongue::ALL {
        let begin = Instant::now();
        let odd = std::thread::scope(|scope| {
            let half = scope.spawn(|| missed(tongue, 1, limit, 2));
            missed(tongue, 0, limit, 2) + half.join().unwrap_or(1)
        });
        println!(
            "{tongue:?}: 0..{limit}, {odd} missed, {:.0} s",
            begin.elapsed().as_secs_f64()
        );
        all += odd;
    }
    if all == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
