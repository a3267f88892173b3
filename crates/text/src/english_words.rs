//! English numbers written in Devanagari, as recognisers write what they hear: "टू हंड्रेड", "ट्वेंटी टू", "टू पॉइंट फाइव".

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::number_words::Atom;
use crate::transliterate::fold_devanagari;

/// No spelling of the table is longer, two of them written as one word included.
const CHARS_MAX: usize = 24;

/// Below twenty, the tens, and what the other words contribute; spellings that [`sound`] folds stand once.
const WORDS: &[(Atom, &str)] = &[
    (Atom::English(1), "वन"),
    (Atom::English(2), "टू"),
    (Atom::English(3), "थ्री"),
    (Atom::English(4), "फोर"),
    (Atom::English(5), "फाइव फायव फाइफ"),
    (Atom::English(6), "सिक्स"),
    (Atom::English(7), "सेवन सेवेन सेव्हन"),
    (Atom::English(8), "एट एइट"),
    (Atom::English(9), "नाइन नायन"),
    (Atom::English(10), "टेन"),
    (Atom::English(11), "इलेवन इलेवेन अलेवन एलेवन एलेवेन"),
    (Atom::English(12), "ट्वेल्व ट्वेल्भ टुवेल्व"),
    (Atom::English(13), "थर्टीन"),
    (Atom::English(14), "फोर्टीन"),
    (Atom::English(15), "फिफ्टीन"),
    (Atom::English(16), "सिक्सटीन"),
    (Atom::English(17), "सेवनटीन सेवेनटीन सेवंटीन सेवेंटीन"),
    (Atom::English(18), "एटीन एट्टीन एइटीन"),
    (Atom::English(19), "नाइनटीन नाइंटीन नायनटीन"),
    (Atom::English(20), "ट्वेंटी ट्वंटी टुवेंटी टुवंटी ट्वेनटी"),
    (Atom::English(30), "थर्टी"),
    (Atom::English(40), "फोर्टी"),
    (Atom::English(50), "फिफ्टी"),
    (Atom::English(60), "सिक्सटी"),
    (Atom::English(70), "सेवेंटी सेवंटी सेवनटी सेवेनटी"),
    (Atom::English(80), "एटी एट्टी एइटी"),
    (Atom::English(90), "नाइंटी नाइनटी नायंटी नायनटी"),
    (Atom::Hundred, "हंड्रेड हंड्रड हंडरेड हंडरड हड्रेड हंड्रेड्स हंड्रेंड"),
    (Atom::Scale(1_000), "थाउजेंड थाउजंड थाउसेंड थाउसंड थौजेंड थौसेंड थाउजेंड्स"),
    (Atom::Scale(10_000_000), "क्रोर क्रोड़"),
    (Atom::Part(500), "हाफ"),
    (Atom::Part(250), "क्वार्टर क्वाटर"),
    (Atom::Point, "पॉइंट प्वाइंट प्वॉइंट"),
];

/// What the word contributes, by its [`fold_devanagari`]; two numbers written as one word too: "ट्वेंटीफाइव".
pub(crate) fn english_atom(folded: &str) -> Option<Atom> {
    if !may_begin(folded) || folded.chars().nth(CHARS_MAX).is_some() {
        return None;
    }
    let heard = sound(folded);
    ATOMS.get(heard.as_ref()).copied().or_else(|| two_in_one(&heard))
}

/// The first letters of the words: everything else is none of them, without a closer look.
fn may_begin(folded: &str) -> bool {
    const FIRST: [char; 14] = [
        'व', 'ट', 'थ', 'फ', 'स', 'ए', 'ऐ', 'न', 'इ', 'अ', 'ह', 'ल', 'क', 'प',
    ];
    folded.starts_with(FIRST) || folded.starts_with('ऍ')
}

/// "ट्वेंटीफाइव", "टूहंड्रेड".
fn two_in_one(heard: &str) -> Option<Atom> {
    heard.char_indices().skip(2).find_map(|(at, _)| {
        let (head, tail) = heard.split_at(at);
        match (ATOMS.get(head)?, ATOMS.get(tail)?) {
            (Atom::English(ten @ 20..), Atom::English(one @ 1..=9)) => Some(Atom::English(ten + one)),
            (Atom::English(count @ 1..=19), Atom::Hundred) => Some(Atom::English(count * 100)),
            _ => None,
        }
    })
}

/// What writers of English in Devanagari vary, folded: long and short vowels, the joining of consonants, which n it is.
fn sound(folded: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let same = match c {
            'न' | 'ण' | 'ङ' | 'ञ' if chars.next_if_eq(&'\u{94d}').is_some() => '\u{902}',
            '\u{94d}' => continue,
            'ि' => 'ी',
            'इ' => 'ई',
            'ु' => 'ू',
            'उ' => 'ऊ',
            'ै' | 'ॅ' | 'ॆ' => 'े',
            'ऐ' | 'ऍ' | 'ऎ' => 'ए',
            'ौ' | 'ॉ' | 'ॊ' => 'ो',
            'औ' | 'ऑ' => 'ओ',
            c => c,
        };
        out.push(same);
    }
    if out == folded {
        Cow::Borrowed(folded)
    } else {
        Cow::Owned(out)
    }
}

static ATOMS: LazyLock<FxHashMap<String, Atom>> = LazyLock::new(|| {
    let spelt = WORDS.iter().flat_map(|(atom, words)| {
        words
            .split_whitespace()
            .map(|word| (sound(&fold_devanagari(word)).into_owned(), *atom))
    });
    spelt.collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::read_number;

    fn heard(word: &str) -> Option<Atom> {
        english_atom(&fold_devanagari(word))
    }

    #[test]
    fn every_spelling_of_the_table_is_found_and_stands_for_one_number() {
        for (atom, words) in WORDS {
            for word in words.split_whitespace() {
                assert_eq!(heard(word), Some(*atom), "{word}");
            }
        }
    }

    #[test]
    fn writers_vary_vowels_joints_and_nasals() {
        for (word, atom) in [
            ("टु", Atom::English(2)),
            ("थ्रि", Atom::English(3)),
            ("थरी", Atom::English(3)),
            ("फॉर", Atom::English(4)),
            ("ऐट", Atom::English(8)),
            ("ट्वेन्टी", Atom::English(20)),
            ("ट्वेण्टी", Atom::English(20)),
            ("टवेंटी", Atom::English(20)),
            ("सिक्स्टी", Atom::English(60)),
            ("फ़ोर्टी", Atom::English(40)),
            ("थर्टिन", Atom::English(13)),
            ("नाइन्टी", Atom::English(90)),
            ("हन्ड्रेड", Atom::Hundred),
            ("थाउज़न्ड", Atom::Scale(1_000)),
            ("थाऊजेंड", Atom::Scale(1_000)),
            ("पोइंट", Atom::Point),
            ("ट्वेंटीफाइव", Atom::English(25)),
            ("टूहंड्रेड", Atom::English(200)),
        ] {
            assert_eq!(heard(word), Some(atom), "{word}");
        }
    }

    #[test]
    fn names_and_goods_are_no_english_numbers() {
        for word in [
            "वनिता",
            "तीन",
            "टीना",
            "हफ्ता",
            "सेवक",
            "नैना",
            "फोन",
            "टमाटर",
            "एकता",
            "वनस्पति",
            "पिंटू",
            "टेंट",
        ] {
            assert_eq!(heard(word), None, "{word}");
        }
    }

    #[test]
    fn every_number_to_ninety_nine_is_itself() {
        let below_twenty =
            "वन टू थ्री फोर फाइव सिक्स सेवन एट नाइन टेन इलेवन ट्वेल्व थर्टीन फोर्टीन फिफ्टीन सिक्सटीन सेवनटीन एटीन नाइनटीन";
        let small: Vec<&str> = below_twenty.split_whitespace().collect();
        let tens: Vec<&str> = "ट्वेंटी थर्टी फोर्टी फिफ्टी सिक्सटी सेवेंटी एटी नाइंटी"
            .split_whitespace()
            .collect();
        let mut said: Vec<Vec<&str>> = small.iter().map(|word| vec![*word]).collect();
        for ten in tens {
            said.push(vec![ten]);
            said.extend(small.iter().take(9).map(|one| vec![ten, *one]));
        }
        for (value, words) in (1_000..).step_by(1_000).zip(&said) {
            assert_eq!(
                read_number(words).map(|number| number.milli),
                Some(value),
                "{words:?}"
            );
        }
    }

    #[test]
    fn english_and_hindi_words_meet_in_one_number() {
        for (text, milli) in [
            ("टू हंड्रेड फिफ्टी", 250_000),
            ("ट्वेंटी टू", 22_000),
            ("टू पॉइंट फाइव लाख", 250_000_000),
            ("पांच हंड्रेड", 500_000),
            ("टू हजार", 2_000_000),
            ("नाइन थाउजेंड नाइन हंड्रेड नाइंटी नाइन", 9_999_000),
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(
                read_number(&words).map(|number| number.milli),
                Some(milli),
                "{text}"
            );
        }
    }
}
