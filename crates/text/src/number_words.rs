//! The words for numbers in English, Hindi and Hindi in Latin letters: data, and how a word is looked up.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::english_words::english_atom;
use crate::transliterate::{fold_devanagari, is_devanagari};
use crate::two_in_one::two_in_one;

/// What one word contributes to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Atom {
    /// 0 to 99 in Hindi: complete in itself.
    Hindi(i64),
    /// 0 to 19, or a ten, in English: a ten takes a digit after it.
    English(i64),
    /// 100.
    Hundred,
    /// 1,000 and above.
    Scale(i64),
    /// dedh, dhai: so many thousandths of the scale or unit that follows.
    Times(i64),
    /// sava, saadhe, paune: so many thousandths more or less of the scale or unit that follows.
    Shift(i64),
    /// aadha, paav, half, quarter: so many thousandths of the unit that follows.
    Part(i64),
    /// "point": decimals follow.
    Point,
}

/// What `word` contributes to a number, if it is a number word.
#[must_use]
pub fn atom(word: &str) -> Option<Atom> {
    if word.chars().any(is_devanagari) {
        return atom_of_folded(&fold_devanagari(word));
    }
    atom_of_sound(word, &sound_key(word))
}

/// What a Devanagari word contributes, by its [`fold_devanagari`].
#[must_use]
pub fn atom_of_folded(folded: &str) -> Option<Atom> {
    ATOMS.get(folded).copied().or_else(|| english_atom(folded))
}

/// What a word in Latin letters contributes, by its [`sound_key`].
#[must_use]
pub fn atom_of_sound(word: &str, key: &str) -> Option<Atom> {
    // "kk" is no thousand.
    if word.len() > 16 || key == "k" && word != "k" {
        return None;
    }
    ATOMS
        .get(key)
        .copied()
        .or_else(|| two_in_one(key, |word| ATOMS.get(word).copied()))
}

/// What people vary when they write Hindi in Latin letters, folded: vowel length, doubled letters, w and v, z and j.
#[must_use]
pub fn sound_key(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut last = '\0';
    for c in word.chars() {
        let folded = match (last, c) {
            ('a', 'a') => continue,
            ('e', 'e') => {
                out.pop();
                'i'
            }
            ('o', 'o') => {
                out.pop();
                'u'
            }
            ('c', 'h') => 'h',
            ('h', 'h') => continue,
            (_, 'w') => 'v',
            (_, 'z') => 'j',
            (last, c) if last == c && c.is_alphabetic() => continue,
            (_, c) => c,
        };
        out.push(folded);
        last = folded;
    }
    out
}

/// What a word of the tables is found by.
fn key(word: &str) -> String {
    if word.chars().any(is_devanagari) {
        fold_devanagari(word)
    } else {
        sound_key(word)
    }
}

static ATOMS: LazyLock<FxHashMap<String, Atom>> = LazyLock::new(|| {
    let mut atoms = FxHashMap::default();
    for (value, words) in (0..).zip(HINDI) {
        for word in words.split_whitespace() {
            atoms.insert(key(word), Atom::Hindi(value));
        }
    }
    for (value, words) in ENGLISH {
        for word in words.split_whitespace() {
            atoms.entry(key(word)).or_insert(Atom::English(*value));
        }
    }
    for (atom, words) in OTHERS {
        for word in words.split_whitespace() {
            atoms.insert(key(word), *atom);
        }
    }
    atoms
});

const ENGLISH: &[(i64, &str)] = &[
    (0, "zero"),
    (1, "one"),
    (2, "two"),
    (3, "three"),
    (4, "four"),
    (5, "five"),
    (6, "six"),
    (7, "seven"),
    (8, "eight"),
    (9, "nine"),
    (10, "ten"),
    (11, "eleven"),
    (12, "twelve"),
    (13, "thirteen"),
    (14, "fourteen"),
    (15, "fifteen"),
    (16, "sixteen"),
    (17, "seventeen"),
    (18, "eighteen"),
    (19, "nineteen"),
    (20, "twenty"),
    (30, "thirty"),
    (40, "forty fourty"),
    (50, "fifty"),
    (60, "sixty"),
    (70, "seventy"),
    (80, "eighty"),
    (90, "ninety ninty"),
];

const OTHERS: &[(Atom, &str)] = &[
    (Atom::Hundred, "sau hundred hundreds सौ"),
    (
        Atom::Scale(1_000),
        "hazaar hajar hazar hajaar hjar hjr hzar thousand thousands k हजार",
    ),
    (Atom::Scale(100_000), "lakh lac lacs lakhs laakh लाख"),
    (Atom::Scale(10_000_000), "crore karod crores karor करोड"),
    (Atom::Scale(1_000_000_000), "arab अरब"),
    (Atom::Times(1_500), "dedh derh dedhh der डेढ"),
    (Atom::Times(2_500), "dhai dhaai adhai dhayi ढाई अढाई"),
    (Atom::Shift(250), "sava savaa sawa savva सवा सावा"),
    (Atom::Shift(500), "saadhe sadhe sadhey saade sarhe साढे"),
    (Atom::Shift(-250), "paune pone paunay पौने"),
    (
        Atom::Part(500),
        "aadha adha aadhe adhe aadhi adhi half आधा आधे आधी",
    ),
    (Atom::Part(750), "pauna paun पौना पौन"),
    (Atom::Part(250), "quarter chauthai चौथाई"),
    (Atom::Point, "point dashamlav दशमलव"),
];

/// 0 to 99, every one irregular.
const HINDI: [&str; 100] = [
    "shunya sunya shoonya jiro ziro शून्य जीरो",
    "ek ik एक इक",
    "do दो",
    "teen tin तीन",
    "char chaar chaar चार",
    "paanch panch paach pach पांच पाच",
    "chhe chah che chhah chhey छह छः छे छ छै",
    "saat sat सात",
    "aath ath आठ",
    "nau नौ",
    "das dus दस",
    "gyarah gyara gyaraah igyarah ग्यारह",
    "barah baarah baara बारह",
    "terah terha तेरह",
    "chaudah choudah chauda चौदह",
    "pandhra pandhrah pandrah pandra pandreh pundrah पंद्रह पन्द्रह",
    "solah sola सोलह",
    "satrah satra sattrah सत्रह सतरह",
    "atharah athara attharah atthara अठारह अट्ठारह",
    "unnis unnees उन्नीस",
    "bees bis बीस",
    "ikkis ikkees इक्कीस",
    "bais baees baais bayees बाईस बाइस",
    "teis teyis taees तेईस तेइस",
    "chaubis chaubees choubis चौबीस",
    "pachis pacchees pachees pachchis pacchis पच्चीस पचीस",
    "chhabbis chhabbees chabbis छब्बीस",
    "sattais satais sattaees सत्ताईस सत्ताइस",
    "atthais athais atthaees athaais अट्ठाईस अठाईस अट्ठाइस",
    "untis unatis untees unnatis उनतीस उन्तीस",
    "tees tis तीस",
    "ikattis iktis ikatis ikatees इकतीस इकत्तीस",
    "battis batis battees बत्तीस",
    "taintis tentis taitis tetis taintees तैंतीस तेंतीस तैतीस",
    "chauntis chautis chountis chauntees चौंतीस चौतीस",
    "paintis pentis paitis paintees पैंतीस पैतीस",
    "chhattis chattis chhattees छत्तीस",
    "saintis sentis saitis saintees सैंतीस सैतीस",
    "adtis artis adtees artees अड़तीस अडतीस",
    "untalis untaalis unchalis unatalis उनतालीस उन्तालीस उनचालीस",
    "chalis chaalis chalees चालीस",
    "iktalis ikatalis iktaalis इकतालीस",
    "bayalis byalis bayaalis beyalis बयालीस ब्यालीस",
    "taintalis tentalis taitalis tetalis tintalis तैंतालीस तेंतालीस तैतालीस",
    "chauvalis chavalis chouvalis chauwalis chavvalis chauralis चौवालीस चवालीस चौंवालीस",
    "paintalis pentalis paitalis pintalis pantalis पैंतालीस पैतालीस",
    "chhiyalis chiyalis chhialis छियालीस",
    "saintalis sentalis saitalis santalis सैंतालीस सैतालीस",
    "adtalis artalis अडतालीस",
    "unchas unanchas unachas उनचास उन्चास",
    "pachas pachaas पचास",
    "ikyavan ikyawan ikavan ikkyavan इक्यावन",
    "bavan bawan baavan बावन",
    "tirpan trepan tirepan तिरपन तिरेपन",
    "chauvan chavvan chauwan chouvan चौवन",
    "pachpan pachapan पचपन",
    "chhappan chappan छप्पन",
    "sattavan satavan sattawan सत्तावन",
    "atthavan athavan atthawan अट्ठावन अठावन",
    "unsath unasath उनसठ",
    "saath sath साठ",
    "iksath ikasath इकसठ",
    "basath baasath बासठ",
    "tirsath tiresath trisath तिरसठ तिरेसठ",
    "chaunsath chausath chounsath चौंसठ चौसठ",
    "painsath paisath pensath पैंसठ पैसठ",
    "chhiyasath chhasath chiyasath छियासठ",
    "sadsath sarsath सड़सठ सडसठ सरसठ",
    "adsath arsath अड़सठ अडसठ",
    "unhattar unahattar उनहत्तर उन्हत्तर",
    "sattar सत्तर",
    "ikhattar ikahattar इकहत्तर",
    "bahattar बहत्तर",
    "tihattar tehattar तिहत्तर",
    "chauhattar chohattar chouhattar चौहत्तर",
    "pachhattar pichhattar pachattar pachhatar पचहत्तर पिचहत्तर",
    "chhihattar chhiyattar chihattar छिहत्तर",
    "sathattar satattar satahattar सतहत्तर",
    "athhattar athattar athahattar अठहत्तर",
    "unasi unyasi unnasi उन्यासी उनासी",
    "assi asi अस्सी",
    "ikyasi ikkyasi इक्यासी",
    "bayasi byasi बयासी",
    "tirasi tiraasi terasi teraasi तिरासी",
    "chaurasi chourasi चौरासी",
    "pachasi pachaasi पचासी",
    "chhiyasi chiyasi छियासी",
    "sattasi satasi सत्तासी सतासी",
    "atthasi athasi अट्ठासी अठासी",
    "navasi nauasi nawasi नवासी",
    "nabbe nabbey navve nabe नब्बे",
    "ikyanve ikyanave ikkyanve ikyanbe इक्यानवे इक्यानबे",
    "banve baanve banave banbe बानवे बानबे",
    "tiranve tiranave tiranbe तिरानवे तिरानबे",
    "chauranve chauranave chouranve chauranbe चौरानवे चौरानबे",
    "pachanve panchanve pachanave pachanbe पचानवे पंचानवे पचानबे पंचानबे",
    "chhiyanve chhiyanave chiyanve chhiyanbe छियानवे छियानबे",
    "sattanve satanve sattanave sattanbe सत्तानवे सतानवे सत्तानबे",
    "atthanve athanve atthanave atthanbe अट्ठानवे अठानवे अट्ठानबे",
    "ninyanave ninyaanve ninyaanave ninyanve ninanve ninnyanve ninyanbe nanyanve निन्यानवे निन्यानबे",
];

/// The usual Latin spelling of 0 to 99 in Hindi.
#[must_use]
pub fn hindi_word(value: usize) -> Option<&'static str> {
    HINDI.get(value)?.split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_is_found_again() {
        for (value, words) in (0..).zip(HINDI) {
            for word in words.split_whitespace() {
                assert_eq!(atom(word), Some(Atom::Hindi(value)), "{word}");
            }
        }
    }
}
