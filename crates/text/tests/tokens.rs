//! How an utterance falls into tokens.

use execora_text::tokens::{Kind, tokenise};

fn words(text: &str) -> Vec<String> {
    tokenise(text).into_iter().map(|token| token.word).collect()
}

#[test]
fn a_unit_written_onto_its_figure_is_a_word_of_its_own() {
    assert_eq!(
        words("4kg aata 500g ghee 1ltr"),
        ["4", "kg", "aata", "500", "g", "ghee", "1", "ltr"]
    );
    assert_eq!(
        words("rs.850/- 10% ₹2,350.75"),
        ["rs", "850", "10", "%", "rs", "2350.75"]
    );
}

#[test]
fn a_possessive_leaves_the_name_and_an_inner_apostrophe_stays() {
    assert_eq!(
        words("what's Suresh's D'Souza a.m."),
        ["what", "'s", "suresh", "'s", "d'souza", "am"]
    );
}

#[test]
fn indian_grouping_is_one_figure_and_a_broken_one_is_none() {
    assert_eq!(words("1,25,000 १,२५,०००"), ["125000", "125000"]);
    assert_eq!(tokenise("1.5.2")[0].kind, Kind::Junk);
    assert_eq!(tokenise("-500")[0].kind, Kind::Junk);
    assert_eq!(words(".5 kg"), ["0.5", "kg"]);
    assert_eq!(words("Rs.500"), ["rs", "500"]);
    for text in ["..5", "₹.50", ".5.2"] {
        assert!(
            tokenise(text).iter().any(|token| token.kind == Kind::Junk),
            "{text}"
        );
    }
}

#[test]
fn clock_date_and_address_are_kept_whole() {
    let kinds: Vec<Kind> = tokenise("7:30 14/12/2026 a.b@c.in 29AAKCB4321L1ZG")
        .iter()
        .map(|t| t.kind)
        .collect();
    assert_eq!(kinds, [Kind::Clock, Kind::Date, Kind::Email, Kind::Code]);
}

#[test]
fn the_number_of_a_bill_is_kept_whole_and_other_slashes_are_not() {
    let kind = |text: &str| tokenise(text)[0].kind;
    for number in ["INV/26-27/0001", "inv/2026/7", "A1/26-27/99999999"] {
        let expected = if number.len() <= 16 {
            Kind::Code
        } else {
            Kind::Word
        };
        assert_eq!(kind(number), expected, "{number}");
    }
    for text in ["kg/dozen", "and/or/not", "INV/26-27", "a/b/1"] {
        assert_eq!(kind(text), Kind::Word, "{text}");
    }
}

#[test]
fn a_comma_or_danda_breaks() {
    let breaks: Vec<bool> = tokenise("चावल, दाल। तेल").iter().map(|t| t.broken).collect();
    assert_eq!(breaks, [false, true, true]);
}
