//! Whatever a shop's customers and goods are called, the commands are still read.
#![expect(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use execora_voice_intent::understanding::{
    Intent, NamedThing, Options, Reading, Vocabulary, VocabularyNames, read_with,
};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap()
}

fn names(customers: Vec<String>, products: Vec<String>) -> Vocabulary {
    let things = |names: Vec<String>| names.into_iter().map(NamedThing::Name).collect();
    Vocabulary::new(&VocabularyNames {
        customers: things(customers),
        products: things(products),
    })
}

fn said(text: &str, vocabulary: &Vocabulary) -> Reading {
    let options = Options {
        vocabulary: Some(vocabulary),
        ..Options::default()
    };
    read_with(text, now(), &options)
}

#[test]
fn names_that_are_words_of_commands_leave_the_commands_as_they_are() {
    let words = [
        "Bill", "Do", "Kal", "Ka", "Ko", "Ne", "Haan", "Nahi", "500", "Cancel", "Sau", "Batao",
    ];
    let all = || words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let odd = names(all(), all());
    let plain = Vocabulary::default();
    for text in [
        "Rahul ko 2 milk aur 1 bread ka bill bana do",
        "Suresh ne 500 UPI kiya",
        "Suresh ka balance batao",
        "Rahul ka bill cancel karo",
        "Rahul ko kal yaad dilana",
        "Bharat ke khate mein do sau likh do",
        "haan",
        "nahi",
    ] {
        let (with, without) = (said(text, &odd), said(text, &plain));
        assert_eq!(
            (with.intent, &with.slots),
            (without.intent, &without.slots),
            "{text}"
        );
    }
}

#[test]
fn names_of_any_kind_are_borne() {
    let hostile = || {
        vec![
            String::new(),
            " ".to_owned(),
            "\0".to_owned(),
            "\u{202e}Rahul".to_owned(),
            "e\u{301}".repeat(250),
            "\u{94d}\u{93c}".to_owned(),
            "x".repeat(10_000),
            "a ".repeat(10_000),
            ".*[a-z]+(?:".to_owned(),
            "Rahul".to_owned(),
            "Rahul".to_owned(),
            "राहुल".to_owned(),
        ]
    };
    let vocabulary = names(hostile(), hostile());
    let reading = said("Rahul ko 2 milk ka bill bana do", &vocabulary);
    assert_eq!(
        (reading.intent, reading.slots.customer.as_deref()),
        (Intent::CreateInvoice, Some("Rahul"))
    );
    let start = Instant::now();
    for text in ["do ".repeat(350_000), "a ".repeat(900), "\0".repeat(1_000_000)] {
        assert_eq!(said(&text, &vocabulary).intent, Intent::Unknown);
    }
    assert!(start.elapsed() < Duration::from_millis(500));
}
