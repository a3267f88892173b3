//! How a command was read can be asked for: every reading names its rule, and points at words of the text as it was given.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use chrono::DateTime;
use execora_voice_intent::understanding::{Options, Reading, Vocabulary, read_with};

fn explained(text: &str, vocabulary: Option<&Vocabulary>) -> Reading {
    let options = Options {
        explain: true,
        vocabulary,
    };
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    read_with(text, now, &options)
}

/// The words of `text` that this slot was read from.
fn words_of(text: &str, slot: &str) -> String {
    let reading = explained(text, None);
    let entry = reading.explain.iter().find(|entry| entry.slot == Some(slot));
    let [from, to] = entry.expect("the slot is explained").words;
    text.split_whitespace().collect::<Vec<_>>()[from..to].join(" ")
}

#[test]
fn every_reading_names_the_rule_that_decided_and_the_words_it_decided_on() {
    for (text, rule) in [
        ("OTP 4 8 2 9 1 0", "otp"),
        ("rahul at gmail dot com", "email"),
        ("recording band karo", "recording"),
        ("Hindi mein bolo", "language"),
        ("galti ho gayi, wapas lo", "undo"),
        ("phir se bolo", "repeat"),
        ("madad karo", "help"),
        ("doosra wala", "choice"),
        ("haan", "answer"),
        ("nahi, rehne do", "answer"),
        ("Amit ko kal yaad dilana", "reminder"),
        ("GST hata do", "toggle gst"),
        ("naya customer Priya 9876543210", "new customer"),
        ("Rahul ka GST number 27AABCM1234D1Z1 hai", "tax number"),
        ("Amit ka pichle mahine ka hisaab bhejo", "statement"),
        ("Rahul ka bill cancel karo", "cancel bill"),
        ("Rahul ka bill confirm karo", "confirm bill"),
        ("pending bill dikhao", "show draft"),
        ("bread hata do bill se", "remove from draft"),
        ("Rahul ka bill WhatsApp pe bhej do", "send bill"),
        ("show recent invoices", "list bills"),
        ("10% discount karo", "reduce draft"),
        ("Rahul ko 2 milk ka bill bana do", "make bill"),
        ("bread hata do", "remove goods"),
        ("bill mein milk 3 kar do", "set on draft"),
        ("bill mein 2 bread jod do", "add to draft"),
        ("milk 3 kar do", "change draft"),
        ("sell 2 dozen eggs to Imran", "sale without a bill word"),
        ("milk ka stock kitna hai", "stock"),
        ("cheeni ka rate 45 kar do", "price"),
        ("Rahul ka data delete karo", "delete customer"),
        ("Rahul ka number 9876543210 karo", "customer's number"),
        ("Rahul ki details batao", "fetch customer"),
        ("aaj kitna sale hua", "summary"),
        ("total kitna baaki hai", "total pending"),
        ("sabka balance dikhao", "balances"),
        ("Suresh ne 500 UPI kiya", "payment or credit"),
        ("Suresh ka balance batao", "balance"),
        ("aaj mausam kaisa hai", "nothing fits"),
        ("Rahul ne -50 diye", "nothing fits"),
        ("Rahul ne 500 nahi diye", "nothing fits"),
    ] {
        let reading = explained(text, None);
        let first = reading.explain.first().expect("a decision");
        assert_eq!(
            (first.rule, first.slot),
            (rule, None),
            "{text}: {:?}",
            reading.intent
        );
        assert_eq!(first.words, [0, text.split_whitespace().count()], "{text}");
        for entry in &reading.explain {
            assert_eq!(entry.rule, rule, "{text}");
            assert!(entry.words[0] < entry.words[1], "{text}: {entry:?}");
        }
    }
    assert_eq!(explained(&"do ".repeat(1_000), None).explain[0].words, [0, 1_000]);
}

#[test]
fn words_are_counted_as_they_were_given_whatever_was_cleaned_away() {
    let text = "arre bhai Rahul ne 500 nahi 400 diye google pay se";
    assert_eq!(words_of(text, "customer"), "Rahul");
    assert_eq!(words_of(text, "amount"), "400");
    assert_eq!(words_of(text, "mode"), "google pay");
    let stutter = "har har somvaar Suresh ko , 7 7 baje yaad dilana";
    assert_eq!(words_of(stutter, "customer"), "Suresh");
    assert_eq!(words_of("Suresh-ne 1,250 diye", "amount"), "1,250");
    let names = r#"{"products": ["5 Star chocolate"]}"#;
    let vocabulary = Vocabulary::new(&serde_json::from_str(names).unwrap());
    let text = "Rahul ko 2 5 star chocolate aur 1 bread ka bill bana do";
    let reading = explained(text, Some(&vocabulary));
    let items: Vec<_> = reading
        .explain
        .iter()
        .filter(|entry| entry.slot == Some("items"))
        .collect();
    assert_eq!((items[0].words, items[1].words), ([2, 6], [7, 9]));
}

#[test]
fn each_command_of_one_breath_is_explained() {
    let text = "Rahul ne 500 diye aur Suresh ka balance batao";
    let rules = |text: &str| -> Vec<(&str, [usize; 2])> {
        let reading = explained(text, None);
        let decided = reading.explain.iter().filter(|entry| entry.slot.is_none());
        decided.map(|entry| (entry.rule, entry.words)).collect()
    };
    assert_eq!(rules(text), [("payment or credit", [0, 4]), ("balance", [5, 9])]);
    let both = rules("Rahul aur Suresh ka balance batao");
    assert_eq!(
        both.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(),
        ["balance", "balance"]
    );
    let sent = rules("bill confirm karo aur bhej do");
    assert_eq!(
        sent.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(),
        ["confirm bill", "send after confirming"]
    );
}

#[test]
fn nothing_is_explained_unless_asked() {
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    assert!(read_with("haan", now, &Options::default()).explain.is_empty());
}
