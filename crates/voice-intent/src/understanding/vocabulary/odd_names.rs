//! Names that are words of commands too, in shops that know them and in shops that do not.
#![expect(clippy::unwrap_used)]

use super::*;
use crate::understanding::{Intent, Options, Reading, read_with};

/// A shop whose names are words of commands too.
const ODD: &str = r#"{"customers": ["Chetan", "Sara", "Zara", "Beena", "Mita", "Datta", "Das", "More", "Nag", "Sattar", "Diya", "Rahul"],
    "products": ["saree", "mat", "register", "date", "ring", "Good Day", "5 Star chocolate", "7 Up", "milk"]}"#;

fn of_odd_shop(text: &str) -> Reading {
    let vocabulary = Vocabulary::new(&serde_json::from_str(ODD).unwrap());
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    let options = Options {
        vocabulary: Some(&vocabulary),
        ..Options::default()
    };
    read_with(text, now, &options)
}

#[test]
fn a_customer_called_like_a_word_is_meant_wherever_a_name_stands() {
    for name in [
        "Chetan", "Sara", "Zara", "Beena", "Mita", "Datta", "Das", "More", "Nag", "Sattar", "Diya",
    ] {
        for (frame, intent) in [
            ("{} ne 500 diye", Intent::AddPayment),
            ("{} se 500 mile", Intent::AddPayment),
            ("paise aaye 500 {} se", Intent::AddPayment),
            ("{} paid 500", Intent::AddPayment),
            ("{} gave 500 cash", Intent::AddPayment),
            ("received 500 from {}", Intent::AddPayment),
            ("{} ko 500 udhaar likh do", Intent::AddCredit),
            ("500 {} ke khate mein likh do", Intent::AddCredit),
            ("udhaar likh do {} ke naam 500", Intent::AddCredit),
            ("{} owes 500", Intent::AddCredit),
            ("arre {} ka balance batao", Intent::FetchBalance),
            ("how much does {} owe", Intent::FetchBalance),
            ("{}'s balance", Intent::FetchBalance),
            ("make a bill for {} 2 milk", Intent::CreateInvoice),
            ("bill banao {} ka 2 milk", Intent::CreateInvoice),
            ("{} ka bill confirm karo", Intent::ConfirmInvoice),
        ] {
            for spelled in [name.to_owned(), name.to_lowercase()] {
                let text = frame.replace("{}", &spelled);
                let reading = of_odd_shop(&text);
                assert_eq!(
                    (
                        reading.intent,
                        reading.slots.customer.as_deref(),
                        reading.is_certain()
                    ),
                    (intent, Some(name), true),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn goods_called_like_a_word_are_meant_wherever_goods_stand() {
    for goods in [
        "saree",
        "mat",
        "register",
        "date",
        "ring",
        "good day",
        "5 star chocolate",
        "7 up",
    ] {
        for (frame, intent) in [
            ("{} ka stock kitna hai", Intent::CheckStock),
            ("{} stock kitna hai", Intent::CheckStock),
            ("what is the stock of {}", Intent::CheckStock),
            ("{} ka rate 45 kar do", Intent::SetPrice),
            ("20 {} stock mein add karo", Intent::AddStock),
            ("{} hata do", Intent::EditDraft),
            ("bill se {} hata do", Intent::EditDraft),
            ("remove {} from the bill", Intent::EditDraft),
            ("bill mein 3 {} daal do", Intent::EditDraft),
            ("Rahul ko {} ka bill bana do", Intent::CreateInvoice),
            ("Rahul ko 2 {} ka bill bana do", Intent::CreateInvoice),
            ("Rahul ko 2 milk aur 1 {} ka bill bana do", Intent::CreateInvoice),
            ("2 packet {} Rahul ko bill bana do", Intent::CreateInvoice),
        ] {
            let text = frame.replace("{}", goods);
            let reading = of_odd_shop(&text);
            let slots = &reading.slots;
            let named = slots.product.iter().chain(&slots.remove);
            let mut named = named.chain(slots.items.iter().map(|item| &item.product));
            assert_eq!((reading.intent, reading.is_certain()), (intent, true), "{text}");
            assert!(named.any(|name| name == goods), "{text}: {slots:?}");
        }
    }
}

#[test]
fn a_word_that_the_grammar_needs_keeps_its_meaning_in_any_shop() {
    let plain = Vocabulary::default();
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    for text in [
        "mat bhejo",
        "Rahul ko bill mat bhejo",
        "3 milk mat bhejo",
        "500 mat likho",
        "aaj ki date kya hai",
        "saare bill dikhao",
        "sab reminders cancel karo",
        "sara hisaab batao",
        "zara Rahul ka balance batao",
        "Rahul ko das milk ka bill bana do",
        "Rahul ne sattar diye",
        "Rahul ko paanch sau das udhaar likh do",
        "Rahul ko 2 nag bread ka bill bana do",
        "Rahul ko kal das baje yaad dilana",
        "bina GST ke Rahul ko 2 milk ka bill bana do",
        "Rahul ka data delete karo",
        "das percent discount do",
        "das ka discount do",
        "2 more bread add karo",
        "register karo naya customer Priya",
        "date batao",
    ] {
        let options = Options {
            vocabulary: Some(&plain),
            ..Options::default()
        };
        let (odd, without) = (of_odd_shop(text), read_with(text, now, &options));
        assert_eq!(
            (odd.intent, &odd.slots),
            (without.intent, &without.slots),
            "{text}"
        );
    }
}

#[test]
fn a_common_name_is_somebody_in_a_shop_whose_customers_are_not_known() {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    for name in [
        "Chetan", "Sara", "Zara", "Mita", "Bina", "Beena", "Diya", "Datta", "Das", "Puri", "Nag", "Tara",
        "Lakhan", "Sattar", "Asha", "Mili", "Babu", "Badal",
    ] {
        for frame in [
            "{} ne 500 diye",
            "{} se 500 mile",
            "{} paid 500",
            "{} ko 500 udhaar likh do",
            "{} ke khate mein 500 likh do",
            "{} ka balance batao",
            "{} ko 2 milk ka bill bana do",
            "make a bill for {} 2 milk",
            "aaj {} ne 500 diye",
            "{} ka bill cancel karo",
        ] {
            let text = frame.replace("{}", name).to_lowercase();
            let reading = read_with(&text, now, &Options::default());
            assert_eq!(
                reading.slots.customer.as_deref(),
                Some(name),
                "{text}: {reading:?}"
            );
            assert!(reading.is_certain(), "{text}");
        }
    }
    for text in [
        "sham ko Rahul ko yaad dilana",
        "sara udhaar batao",
        "mita do",
        "das ka discount do",
    ] {
        let reading = read_with(text, now, &Options::default());
        assert_ne!(reading.slots.customer.as_deref(), Some("Sham"), "{text}");
        assert_ne!(reading.slots.customer.as_deref(), Some("Sara"), "{text}");
        assert_ne!(reading.slots.customer.as_deref(), Some("Mita"), "{text}");
        assert_ne!(reading.slots.customer.as_deref(), Some("Das"), "{text}");
    }
}

#[test]
fn a_bill_for_somebody_whose_name_was_not_understood_is_asked_back() {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    for text in [
        "anna ko 2 milk ka bill bana do",
        "chacha ko 2 milk ka bill bana do",
        "recording ko 2 milk ka bill bana do",
        "2 milk ka bill sir ko bana do",
        "make a bill for sir 2 milk",
    ] {
        let reading = read_with(text, now, &Options::default());
        assert!(
            reading.slots.customer.is_some() || !reading.is_certain(),
            "{text}: {reading:?}"
        );
    }
    for text in [
        "2 milk ka bill bana do",
        "usko 2 milk ka bill bana do",
        "customer ko 2 milk ka bill bana do",
    ] {
        assert!(read_with(text, now, &Options::default()).is_certain(), "{text}");
    }
}
