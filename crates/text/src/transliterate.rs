//! Devanagari into the Latin spelling that people commonly write.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::spellings::known_spelling;

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

/// One consonant with the vowel that follows it.
struct Syllable {
    onset: &'static str,
    vowel: Vowel,
    nasal: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// A virama joins the consonant to the next one.
    None,
    /// Written, but not spoken.
    Dropped,
    Schwa,
    Long(&'static str),
}

impl Vowel {
    fn is_spoken(self) -> bool {
        !matches!(self, Self::None | Self::Dropped)
    }
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

/// Writes the collected syllables, dropping the schwas that are not spoken.
fn spell(syllables: &mut Vec<Syllable>, out: &mut String) {
    drop_schwas(syllables);
    let count = syllables.len();
    let last_vowel = syllables.iter().rposition(|s| s.vowel.is_spoken());
    let first_vowel = syllables.iter().position(|s| s.vowel.is_spoken());
    for (at, syllable) in syllables.iter().enumerate() {
        // ishwar, swati; but sarvesh, selvi.
        let after_consonant = at > 0
            && syllables[at - 1].vowel == Vowel::None
            && !syllables[at - 1].nasal
            && !matches!(syllables[at - 1].onset, "r" | "l");
        out.push_str(
            if syllable.onset == "v" && (after_consonant || is_wal(syllables, at)) {
                "w"
            } else {
                syllable.onset
            },
        );
        let closed = Some(at) == last_vowel && at + 1 < count;
        let coda = syllables.get(at + 1).map_or("", |next| next.onset);
        match syllable.vowel {
            Vowel::None | Vowel::Dropped => {}
            Vowel::Schwa if is_inder(syllables, at) => out.push('e'),
            Vowel::Schwa => out.push('a'),
            Vowel::Long("ii") => {
                let long = Some(at) == first_vowel || closed && matches!(coda, "t" | "r" | "n" | "m" | "p");
                let long = long && !is_uddin(syllables, at);
                out.push_str(if long { "ee" } else { "i" });
            }
            Vowel::Long("uu") => {
                let long = closed && Some(at) == first_vowel;
                out.push_str(if long { "oo" } else { "u" });
            }
            Vowel::Long(vowel) => out.push_str(vowel),
        }
        if syllable.nasal {
            let labial = matches!(coda, "p" | "ph" | "f" | "b" | "bh" | "m");
            out.push(if labial { 'm' } else { 'n' });
        }
    }
    syllables.clear();
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

/// -wal and -want: agarwal, balwant.
fn is_wal(syllables: &[Syllable], at: usize) -> bool {
    let here = &syllables[at];
    let last = at + 2 == syllables.len();
    let coda = syllables.get(at + 1).map_or("", |next| next.onset);
    at > 0
        && last
        && (here.vowel == Vowel::Long("a") && coda == "l"
            || here.vowel == Vowel::Schwa && here.nasal && coda == "t")
}

/// -inder: surinder, joginder.
fn is_inder(syllables: &[Syllable], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| syllables.get(before));
    syllables[at].onset == "d"
        && at + 2 == syllables.len()
        && syllables[at + 1].onset == "r"
        && before.is_some_and(|before| before.nasal && before.vowel == Vowel::Long("i"))
}

/// -uddin: nizamuddin.
fn is_uddin(syllables: &[Syllable], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| syllables.get(before));
    syllables[at].onset == "d"
        && before.is_some_and(|before| before.onset == "d" && before.vowel == Vowel::None)
}

/// The schwa of -vati and -mati is spoken: omvati, basmati.
fn is_vati(syllables: &[Syllable], at: usize) -> bool {
    at > 1
        && at + 2 == syllables.len()
        && matches!(syllables[at].onset, "v" | "m")
        && syllables[at + 1].onset == "t"
        && syllables[at + 1].vowel == Vowel::Long("ii")
}

/// Does a second word of a compound begin at `at`, with a stop before r or with py: om-prakash, man-preet, ram-pyari?
fn opens_a_word(syllables: &[Syllable], at: usize) -> bool {
    let (Some(stop), Some(glide)) = (syllables.get(at), syllables.get(at + 1)) else {
        return false;
    };
    let onset = glide.onset == "r"
        && matches!(
            stop.onset,
            "p" | "b" | "k" | "g" | "t" | "d" | "bh" | "sh" | "dh" | "gh" | "kh"
        )
        || glide.onset == "y" && stop.onset == "p";
    stop.vowel == Vowel::None && !stop.nasal && onset && glide.vowel.is_spoken()
}

fn drop_schwas(syllables: &mut [Syllable]) {
    let count = syllables.len();
    let Some(last) = count.checked_sub(1) else { return };
    let cluster = last > 0 && syllables[last - 1].vowel == Vowel::None;
    let keeps = cluster && matches!(syllables[last].onset, "r" | "y" | "v" | "n");
    if syllables[last].vowel == Vowel::Schwa && !syllables[last].nasal && count > 1 && !keeps {
        syllables[last].vowel = Vowel::Dropped;
    }
    for at in (1..last).rev() {
        let spoken = |s: &Syllable| s.vowel.is_spoken();
        let follows_open =
            spoken(&syllables[at - 1]) && !syllables[at - 1].nasal && !syllables[at].onset.is_empty();
        let leads_open = spoken(&syllables[at + 1]) && !syllables[at + 1].onset.is_empty()
            || at + 3 < count && opens_a_word(syllables, at + 1);
        if is_vati(syllables, at) {
            continue;
        }
        if syllables[at].vowel == Vowel::Schwa && !syllables[at].nasal && follows_open && leads_open {
            syllables[at].vowel = Vowel::Dropped;
        }
    }
}

fn consonant(c: char, nukta: bool) -> Option<&'static str> {
    Some(match (c, nukta) {
        ('क', true) => "q",
        ('ज', true) => "z",
        ('क', _) => "k",
        ('ख', _) => "kh",
        ('ग', _) => "g",
        ('घ', _) => "gh",
        ('ङ' | 'ञ' | 'ण' | 'न', _) => "n",
        ('च', _) => "ch",
        ('छ', _) => "chh",
        ('ज', _) => "j",
        ('झ', _) => "jh",
        ('ट' | 'त', _) => "t",
        ('ठ' | 'थ', _) => "th",
        ('ड' | 'द', _) => "d",
        ('ढ' | 'ध', _) => "dh",
        ('प', _) => "p",
        ('फ', _) => "f",
        ('ब', _) => "b",
        ('भ', _) => "bh",
        ('म', _) => "m",
        ('य', _) => "y",
        ('र', _) => "r",
        ('ल' | 'ळ', _) => "l",
        ('व', _) => "v",
        ('श' | 'ष', _) => "sh",
        ('स', _) => "s",
        ('ह', _) => "h",
        _ => return None,
    })
}

fn independent(c: char) -> Option<&'static str> {
    Some(match c {
        'अ' | 'आ' => "a",
        'इ' => "i",
        'ई' => "ii",
        'उ' => "u",
        'ऊ' => "uu",
        'ऋ' => "ri",
        'ए' | 'ऍ' => "e",
        'ऐ' => "ai",
        'ओ' | 'ऑ' => "o",
        'औ' => "au",
        _ => return None,
    })
}

fn matra(c: char) -> Option<&'static str> {
    Some(match c {
        'ा' => "a",
        'ि' => "i",
        'ी' => "ii",
        'ु' => "u",
        'ू' => "uu",
        'ृ' => "ri",
        'े' | 'ॅ' => "e",
        'ै' => "ai",
        'ो' | 'ॉ' => "o",
        'ौ' => "au",
        _ => return None,
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
