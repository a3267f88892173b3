//! Numbers in words, in both scripts and to a crore.
#![expect(clippy::unwrap_used)]

use execora_text::number_words::{Atom, atom, hindi_word};
use execora_text::numbers::read_number;
use proptest::prelude::*;

fn milli(text: &str) -> i64 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = read_number(&words).unwrap();
    assert_eq!(number.words, words.len(), "{text}");
    number.milli
}

#[test]
fn indian_numbers_are_read_in_both_scripts() {
    for (text, value) in [
        ("paanch sau", 500),
        ("dosau", 200),
        ("panch so", 500),
        ("char hajar dosau", 4_200),
        ("barah hazaar teen sau pintalis", 12_345),
        ("pachees sau", 2_500),
        ("saintalis sau adtalis", 4_748),
        ("ek crore pachas lakh", 15_000_000),
        ("ek karod das lakh", 11_000_000),
        ("do lakh tees hazaar", 230_000),
        ("2 lakh 50 hazaar", 250_000),
        ("5 hundred", 500),
        ("2 sau 50", 250),
        ("5 k", 5_000),
        ("ek hazaar paanch", 1_005),
        ("solah hazaar satrah", 16_017),
        ("twelve thousand three hundred forty five", 12_345),
        ("one thousand two hundred and fifty", 1_250),
        ("eleven hundred and one", 1_101),
        ("one lakh twenty five thousand", 125_000),
        ("fourteen hundred forty", 1_440),
        ("बारह हज़ार तीन सौ पैंतालीस", 12_345),
        ("निन्यानवे", 99),
        ("1 lakh", 100_000),
    ] {
        assert_eq!(milli(text), value * 1_000, "{text}");
    }
}

#[test]
fn fractions_belong_to_the_scale_that_follows() {
    for (text, value) in [
        ("dedh sau", 150_000),
        ("dhai hazaar", 2_500_000),
        ("sava sau", 125_000),
        ("sava do sau", 225_000),
        ("saadhe teen sau", 350_000),
        ("paune do sau", 175_000),
        ("paune sau", 75_000),
        ("sava lakh", 125_000_000),
        ("paune pandrah sau", 1_475_000),
        ("saadhe barah hazaar", 12_500_000),
        ("dhai", 2_500),
        ("sava", 1_250),
        ("saadhe saat", 7_500),
        ("paune teen", 2_750),
        ("aadha", 500),
        ("one and a half", 1_500),
        ("two and half", 2_500),
        ("two point five lakh", 250_000_000),
        ("1.5 lakh", 150_000_000),
    ] {
        assert_eq!(milli(text), value, "{text}");
    }
}

#[test]
fn neighbours_that_do_not_add_up_are_not_added() {
    for (text, words) in [
        ("do chaar sau", 1),
        ("das barah", 1),
        ("500 400", 1),
        ("saat 5", 1),
    ] {
        let list: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(read_number(&list).unwrap().words, words, "{text}");
    }
    assert!(read_number(&["sau", "pachas"]).unwrap().vague);
    assert!(!read_number(&["ek", "sau", "pachas"]).unwrap().vague);
    assert!(read_number(&["hazaar", "do", "hazaar"]).unwrap().vague);
    assert!(read_number(&["milk"]).is_none());
}

fn in_words(value: i64) -> String {
    let mut out = Vec::new();
    let mut rest = value;
    for (scale, name) in [
        (10_000_000, "crore"),
        (100_000, "lakh"),
        (1_000, "hazaar"),
        (100, "sau"),
    ] {
        let count = rest / scale;
        if count > 0 {
            out.push(format!(
                "{} {name}",
                hindi_word(usize::try_from(count).unwrap()).unwrap()
            ));
            rest %= scale;
        }
    }
    if rest > 0 || out.is_empty() {
        out.push(hindi_word(usize::try_from(rest).unwrap()).unwrap().to_owned());
    }
    out.join(" ")
}

proptest! {
    #[test]
    fn every_number_to_a_crore_reads_back_from_its_words(value in 0_i64..=9_999_999) {
        prop_assert_eq!(milli(&in_words(value)), value * 1_000);
    }

    #[test]
    fn no_run_of_words_panics(words in proptest::collection::vec("(sau|lakh|do|5|1\\.5|sava|and|half|point|so|hazaar|twenty|crore|99999999999)", 0..30)) {
        let _ = read_number(&words);
    }
}

#[test]
fn sixty_and_seven_and_with_are_told_apart_where_letters_can() {
    assert_eq!(atom("saat"), Some(Atom::Hindi(7)));
    assert_eq!(atom("saath"), Some(Atom::Hindi(60)));
    assert_eq!(atom("milk"), None);
}

#[test]
fn a_hundred_written_onto_its_digit_is_read() {
    assert_eq!(atom("dosau"), Some(Atom::Hindi(200)));
    assert_eq!(atom("kasau"), None);
}
