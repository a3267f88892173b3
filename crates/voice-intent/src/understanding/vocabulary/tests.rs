//! The shop's own words in commands.
#![expect(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::understanding::{Intent, Options, Reading, read_with};

fn said(text: &str) -> Reading {
    let names = r#"{"customers": ["Das", "Rahul Sharma", "Rahul", "Sona", {"name": "Gupta ji", "aliases": ["Gupta"]}],
        "products": ["5 Star chocolate", "Parle-G", "Off", {"name": "अदरक", "aliases": ["ginger"]}, "Amul Milk", "bread", "7 Up", "3M tape"]}"#;
    let vocabulary = Vocabulary::new(&serde_json::from_str(names).unwrap());
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    let options = Options {
        vocabulary: Some(&vocabulary),
        ..Options::default()
    };
    read_with(text, now, &options)
}

#[test]
fn a_number_in_the_name_of_goods_is_no_quantity() {
    for (text, product, milli) in [
        (
            "Rahul ko 2 5 star chocolate ka bill bana do",
            "5 star chocolate",
            2_000,
        ),
        (
            "Rahul ko 5 star chocolate ka bill bana do",
            "5 star chocolate",
            1_000,
        ),
        ("Rahul ko 3 parle g ka bill bana do", "parle-g", 3_000),
        ("Rahul ko 2 7 up ka bill bana do", "7 up", 2_000),
        ("Rahul ko 2 7up ka bill bana do", "7 up", 2_000),
        ("Rahul ko 2 3m tape ka bill bana do", "3m tape", 2_000),
        ("Rahul ko 2 off ka bill bana do", "off", 2_000),
    ] {
        let reading = said(text);
        assert_eq!(reading.intent, Intent::CreateInvoice, "{text}");
        assert_eq!(reading.slots.customer.as_deref(), Some("Rahul"), "{text}");
        assert_eq!(reading.slots.items.len(), 1, "{text}");
        assert_eq!(reading.slots.items[0].product, product, "{text}");
        assert_eq!(reading.slots.items[0].quantity.unwrap().milli(), milli, "{text}");
    }
    let gone = said("delete Rahul Sharma");
    assert_eq!(gone.intent, Intent::DeleteCustomer);
    assert_eq!(gone.slots.customer.as_deref(), Some("Rahul Sharma"));
    assert_eq!(
        said("5 star chocolate ka stock kitna hai").intent,
        Intent::CheckStock
    );
}

#[test]
fn a_customer_whose_name_is_a_number_is_meant_where_a_name_stands() {
    for text in [
        "Das ka balance batao",
        "das ko 500 udhaar likh do",
        "Das ne 500 diye",
    ] {
        assert_eq!(said(text).slots.customer.as_deref(), Some("Das"), "{text}");
    }
    let paid = said("Rahul ne das rupaye diye");
    assert_eq!(paid.slots.customer.as_deref(), Some("Rahul"));
    assert_eq!(paid.slots.amount.unwrap().paise(), 1_000);
    assert_eq!(
        said("Mohan Das ne 500 diye").slots.customer.as_deref(),
        Some("Mohan Das")
    );
}

#[test]
fn known_goods_are_no_part_of_a_name_and_known_people_no_part_of_goods() {
    for text in [
        "पाव किलो अदरक राहुल को बिल बना दो",
        "2 kilo cheeni Rahul ko bill bana do",
    ] {
        let reading = said(text);
        assert_eq!(reading.slots.customer.as_deref(), Some("Rahul"), "{text}");
        assert_eq!(reading.slots.items.len(), 1, "{text}");
        assert!(!reading.slots.items[0].product.contains("rahul"), "{text}");
    }
    let both = said("Rahul Sharma ko 2 amul milk aur 1 bread ka bill");
    assert_eq!(both.slots.customer.as_deref(), Some("Rahul Sharma"));
    assert_eq!(both.slots.items[0].product, "amul milk");
}

#[test]
fn a_name_is_known_until_its_last_bearer_is_forgotten() {
    let mut vocabulary = Vocabulary::default();
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    let knows = |vocabulary: &Vocabulary| {
        let options = Options {
            vocabulary: Some(vocabulary),
            ..Options::default()
        };
        let reading = read_with("Rahul ko 2 5 star chocolate ka bill bana do", now, &options);
        reading.slots.items[0].product == "5 star chocolate"
    };
    assert!(!knows(&vocabulary));
    vocabulary.learn(Known::Product, "5 Star");
    vocabulary.learn(Known::Product, "5 Star chocolate");
    vocabulary.learn(Known::Product, "5 star Chocolate");
    assert!(
        knows(&vocabulary),
        "the longest name wins, in whatever order they came"
    );
    vocabulary.forget(Known::Product, "5 Star chocolate");
    assert!(knows(&vocabulary));
    vocabulary.forget(Known::Product, "5 Star chocolate");
    vocabulary.forget(Known::Product, "5 Star");
    vocabulary.forget(Known::Product, "never known");
    assert!(!knows(&vocabulary) && vocabulary.is_empty());
}

#[test]
fn names_that_cannot_be_said_are_left_out() {
    let names = VocabularyNames {
        products: vec![
            NamedThing::Name("—".to_owned()),
            NamedThing::Name("12".to_owned()),
        ],
        ..VocabularyNames::default()
    };
    assert!(Vocabulary::new(&names).is_empty());
}
