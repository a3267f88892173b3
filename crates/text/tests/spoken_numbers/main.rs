//! Every number that a shop says reads back as itself.
#![expect(clippy::unwrap_used)]

mod generator;

use execora_text::numbers::read_number;
use generator::{Tongue, say};
use proptest::prelude::*;

fn read_back(number: u32, tongue: Tongue) -> Option<i64> {
    let words = say(number, tongue);
    let read = read_number(&words)?;
    (read.words == words.len()).then_some(read.milli)
}

#[test]
fn every_number_to_ten_thousand_is_itself_in_three_tongues() {
    for tongue in Tongue::ALL {
        let missed: Vec<String> = (0..10_000)
            .filter(|number| read_back(*number, tongue) != Some(i64::from(*number) * 1_000))
            .map(|number| format!("{number} {}", say(number, tongue).join(" ")))
            .collect();
        assert!(
            missed.is_empty(),
            "{} {tongue:?}: {:?}",
            missed.len(),
            missed.iter().take(60).collect::<Vec<_>>()
        );
    }
}

#[test]
fn numbers_across_ten_crore_are_themselves_in_three_tongues() {
    // 9,973 is prime: the steps meet every ending and every scale.
    for number in (0..100_000_000)
        .step_by(9_973)
        .chain([99_999_999, 10_000_000, 100_000, 9_999_999, 10_000_001])
    {
        for tongue in Tongue::ALL {
            assert_eq!(
                read_back(number, tongue),
                Some(i64::from(number) * 1_000),
                "{number} {:?}",
                say(number, tongue)
            );
        }
    }
}

#[test]
fn common_spellings_of_one_number_are_that_number() {
    for (value, spellings) in [
        (4, "char chaar chār".split(' ').take(2).collect::<Vec<_>>()),
        (6, vec!["chhe", "che", "chhah", "chah"]),
        (5, vec!["paanch", "panch", "paach"]),
        (11, vec!["gyarah", "gyaarah", "gyara"]),
        (15, vec!["pandrah", "pandra", "pandhra"]),
        (25, vec!["pachees", "pachchees", "pachis"]),
        (50, vec!["pachaas", "pachas"]),
        (60, vec!["saath", "sath"]),
        (90, vec!["nabbe", "nabe"]),
        (99, vec!["ninyanave", "ninyaanve"]),
    ] {
        for spelling in spellings {
            assert_eq!(
                read_number(&[spelling]).map(|read| read.milli),
                Some(value * 1_000),
                "{spelling}"
            );
        }
    }
}

proptest! {
    #[test]
    fn a_fraction_word_is_worth_what_it_says(
        whole in 3_i64..=99,
        scale in prop::sample::select(vec![("sau", 100_i64), ("hazaar", 1_000), ("lakh", 100_000)]),
    ) {
        let said = say(u32::try_from(whole).unwrap(), Tongue::Hinglish);
        for (fraction, quarters) in [("sava", 1_i64), ("saadhe", 2), ("paune", -1)] {
            let mut words = vec![fraction];
            words.extend(&said);
            words.push(scale.0);
            let read = read_number(&words).unwrap();
            prop_assert_eq!(read.milli, (whole * 4 + quarters) * scale.1 * 250, "{:?}", words);
            prop_assert_eq!(read.words, words.len());
        }
    }

    #[test]
    fn any_number_below_ten_crore_is_itself(number in 0_u32..100_000_000) {
        for tongue in Tongue::ALL {
            prop_assert_eq!(read_back(number, tongue), Some(i64::from(number) * 1_000), "{:?}", say(number, tongue));
        }
    }
}
