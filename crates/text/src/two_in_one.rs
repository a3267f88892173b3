//! Two words of a number in Latin letters, written as one.

use crate::number_words::Atom;

/// "dosau" is do sau: only whole hundreds and thousands are said so. "twentyfive": a recogniser lost the hyphen.
pub(crate) fn two_in_one(key: &str, of: impl Fn(&str) -> Option<Atom>) -> Option<Atom> {
    for (suffix, times) in [("sau", 100), ("hajar", 1000), ("lakh", 100_000)] {
        if let Some(head) = key.strip_suffix(suffix)
            && let Some(Atom::Hindi(value @ 1..)) = of(head)
        {
            return Some(Atom::Hindi(value * times));
        }
    }
    const TENS: [(&str, i64); 8] = [
        ("tventy", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ];
    let (rest, ten) = TENS
        .iter()
        .find_map(|(ten, value)| Some((key.strip_prefix(ten)?, value)))?;
    match of(rest) {
        Some(Atom::English(one @ 1..=9)) => Some(Atom::English(ten + one)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::number_words::{Atom, atom};

    #[test]
    fn two_words_of_a_number_may_be_written_as_one() {
        for (word, value) in [
            ("dosau", Some(Atom::Hindi(200))),
            ("twentyfive", Some(Atom::English(25))),
            ("ninetynine", Some(Atom::English(99))),
            ("kasau", None),
            ("twentyten", None),
            ("fiftyone", Some(Atom::English(51))),
            ("sixtya", None),
            ("kk", None),
        ] {
            assert_eq!(atom(word), value, "{word}");
        }
    }
}
