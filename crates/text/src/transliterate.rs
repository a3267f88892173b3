//! Devanagari into the Latin spelling that people commonly write.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::letters::{consonant, independent, matra};
use crate::spellings::known_spelling;
use crate::syllables::{Syllable, Vowel, spell};

/// Is `c` of the Devanagari block?
#[must_use]
pub fn is_devanagari(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{97f}')
}

/// Folds what Devanagari writers vary: nukta dropped, chandrabindu as anusvara, joiners dropped. For matching only.
#[must_use]
pub fn fold_devanagari(text: &str) -> String {
    let folded = |c: char| match c {
        '\u{93c}' => None,
        '\u{901}' => Some('\u{902}'),
        c => Some(c),
    };
    if is_decomposed(text) {
        let mut out = String::with_capacity(text.len());
        out.extend(text.chars().filter_map(folded));
        return out;
    }
    // Joiners go first: what they kept apart is put in order with what comes before them.
    text.chars()
        .filter(|c| !matches!(c, '\u{200c}' | '\u{200d}'))
        .nfd()
        .filter_map(folded)
        .collect()
}

/// Is nothing in it that decomposition would take apart or put in order, and no joiner? So are nearly all words: a nukta
/// alone among the marks of these letters has an order, and it stands right behind its letter.
fn is_decomposed(text: &str) -> bool {
    let mut last = '\0';
    text.chars().all(|c| {
        let ordered = c != '\u{93c}' || !matches!(last, '\u{94d}' | '\u{93c}');
        last = c;
        ordered
            && (c.is_ascii()
                || matches!(c, '\u{900}'..='\u{97f}')
                    && !matches!(c, '\u{929}' | '\u{931}' | '\u{934}' | '\u{951}'..='\u{954}' | '\u{958}'..='\u{95f}'))
    })
}

/// Spells a Devanagari word in lower-case Latin letters; characters of other scripts are kept.
#[must_use]
pub fn transliterate(text: &str) -> String {
    transliterate_folded(text, &fold_devanagari(text))
}

/// The same for a word whose [`fold_devanagari`] is known already.
#[must_use]
pub fn transliterate_folded(text: &str, folded: &str) -> String {
    if let Some(known) = known_spelling(folded) {
        return known.to_owned();
    }
    if let Some((first, rest)) = compound(folded) {
        return transliterate(first) + &transliterate(rest);
    }
    let decomposed: Cow<'_, str> = if is_decomposed(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(
            text.nfd()
                .filter(|c| !matches!(c, '\u{200c}' | '\u{200d}'))
                .collect(),
        )
    };
    let mut out = String::with_capacity(text.len());
    let mut syllables = Vec::with_capacity(text.len() / 3);
    let mut chars = decomposed.chars().peekable();
    while let Some(c) = chars.next() {
        let nukta = chars.next_if_eq(&'\u{93c}').is_some();
        // ज्ञ is said gy: gyan, vigyan, yagya.
        let gya = c == 'ञ'
            && syllables
                .last()
                .is_some_and(|last: &Syllable| last.onset == "j" && last.vowel == Vowel::None);
        if let Some(last) = syllables.last_mut().filter(|_| gya) {
            last.onset = "g";
        }
        if let Some(onset) = consonant(c, nukta) {
            let onset = if gya { "y" } else { onset };
            syllables.push(Syllable {
                onset,
                vowel: Vowel::Schwa,
                nasal: false,
            });
        } else if let Some(vowel) = independent(c) {
            syllables.push(Syllable {
                onset: "",
                vowel: Vowel::Long(vowel),
                nasal: false,
            });
        } else if let Some(vowel) = matra(c) {
            if let Some(last) = syllables.last_mut() {
                last.vowel = Vowel::Long(vowel);
            }
        } else {
            match c {
                '\u{94d}' => {
                    if let Some(last) = syllables.last_mut() {
                        last.vowel = Vowel::None;
                    }
                }
                '\u{901}' | '\u{902}' => {
                    if let Some(last) = syllables.last_mut() {
                        last.nasal = true;
                    }
                }
                '\u{903}' | '\u{93d}' => {}
                c => {
                    spell(&mut syllables, &mut out);
                    out.extend(c.to_lowercase());
                }
            }
        }
    }
    spell(&mut syllables, &mut out);
    out
}

/// Names that are put before other names: ram-naresh, shiv-charan. Each part keeps its own vowels.
const FIRST_PARTS: [&str; 9] = ["राम", "शिव", "राज", "देव", "श्याम", "प्रेम", "जय", "मन", "सुख"];

/// The two names of a compound, when what follows the first is a name of its own: two consonants at least.
fn compound(folded: &str) -> Option<(&str, &str)> {
    let is_consonant = |c: char| consonant(c, false).is_some();
    FIRST_PARTS.iter().find_map(|first| {
        let rest = folded.strip_prefix(first)?;
        let spoken = rest.chars().filter(|c| is_consonant(*c)).count();
        let joined = rest.chars().nth(1) == Some('\u{94d}');
        // bal-want is one word: its ending is read with it.
        (rest.starts_with(is_consonant) && spoken > 1 && !joined && !rest.starts_with("वंत"))
            .then(|| folded.split_at(first.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_people_spell_them() {
        for (deva, latin) in [
            ("राहुल", "rahul"),
            ("सुनीता", "sunita"),
            ("चौधरी", "chaudhary"),
            ("अमित", "amit"),
            ("मोहन", "mohan"),
            ("कमला", "kamla"),
            ("रजनी", "rajni"),
            ("बलराम", "balram"),
            ("रामनरेश", "ramnaresh"),
            ("रामबचन", "rambachan"),
            ("शिवचरण", "shivcharan"),
            ("राजमा", "rajma"),
            ("मनमोहन", "manmohan"),
            ("शर्मा", "sharma"),
            ("गुरमीत", "gurmeet"),
            ("लक्ष्मी", "lakshmi"),
            ("प्रिया", "priya"),
            ("विजय", "vijay"),
            ("नूर", "noor"),
            ("राजेंद्र", "rajendra"),
            ("कृष्ण", "krishna"),
            ("अरविंद", "arvind"),
            ("गीता", "geeta"),
            ("ओमप्रकाश", "omprakash"),
            ("रामप्यारी", "rampyari"),
            ("मनप्रीत", "manpreet"),
            ("ओमवती", "omvati"),
            ("सर्वेश", "sarvesh"),
            ("ईश्वर", "ishwar"),
            ("जोगिंदर", "joginder"),
            ("बलवंत", "balwant"),
            ("कुलदीप", "kuldeep"),
            ("विज्ञान", "vigyan"),
            ("अनन्या", "ananya"),
            ("तपस्या", "tapasya"),
        ] {
            assert_eq!(transliterate(deva), latin, "{deva}");
        }
    }

    #[test]
    fn what_counts_as_decomposed_is_left_alone_by_decomposition() {
        let block = '\u{900}'..='\u{97f}';
        let mut plain = 0;
        for one in block.clone() {
            for two in block.clone() {
                let text: String = ['क', one, two, 'क'].into_iter().collect();
                if is_decomposed(&text) {
                    assert!(text.nfd().eq(text.chars()), "{text:?}");
                    plain += 1;
                }
            }
        }
        assert!(plain > 10_000, "{plain} of them take the short way");
    }

    #[test]
    fn composed_and_decomposed_letters_give_one_spelling() {
        assert_eq!(transliterate("कपड़ा"), transliterate("कपड\u{93c}ा"));
        assert_eq!(transliterate("कपड़ा"), "kapda");
    }

    #[test]
    fn goods_are_transliterated_not_translated() {
        assert_eq!(transliterate("बासमती"), "basmati");
        assert_eq!(transliterate("चावल"), "chawal");
        assert_eq!(transliterate("दूध"), "doodh");
        assert_eq!(transliterate("चीनी"), "cheeni");
        assert_eq!(transliterate("ब्रेड"), "bread");
    }
}
