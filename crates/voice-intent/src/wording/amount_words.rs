//! Amounts in words: English, Hindi and Hindi in Latin letters, counted in lakh and crore.

use crate::understanding::Language;

const ENGLISH: &str = "\
    zero one two three four five six seven eight nine \
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS: &str = "zero ten twenty thirty forty fifty sixty seventy eighty ninety";
const HINDI: &str = "\
    शून्य एक दो तीन चार पाँच छह सात आठ नौ \
    दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस \
    बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस \
    तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस \
    चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास \
    पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ \
    साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर \
    सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी \
    अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी \
    नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे";
const HINGLISH: &str = "\
    shunya ek do teen chaar paanch chhe saat aath nau \
    das gyarah barah terah chaudah pandrah solah satrah atharah unnis \
    bees ikkis bais teis chaubis pachis chhabbis sattais atthais untis \
    tees ikattis battis taintis chauntis paintis chhattis saintis adtis untalis \
    chalis iktalis bayalis taintalis chauvalis paintalis chhiyalis saintalis adtalis unchas \
    pachas ikyavan bavan tirpan chauvan pachpan chhappan sattavan atthavan unsath \
    saath iksath basath tirsath chaunsath painsath chhiyasath sadsath adsath unhattar \
    sattar ikhattar bahattar tihattar chauhattar pachhattar chhihattar sathattar athhattar unasi \
    assi ikyasi bayasi tirasi chaurasi pachasi chhiyasi sattasi atthasi navasi \
    nabbe ikyanve banve tiranve chauranve pachanve chhiyanve sattanve atthanve ninyanve";

/// The words of the scales, of money and of "minus".
struct Words {
    crore: &'static str,
    lakh: &'static str,
    thousand: &'static str,
    hundred: &'static str,
    rupee: &'static str,
    rupees: &'static str,
    paisa: &'static str,
    paise: &'static str,
    minus: &'static str,
}

fn words(language: Language) -> Words {
    match language {
        Language::English => Words {
            crore: "crore",
            lakh: "lakh",
            thousand: "thousand",
            hundred: "hundred",
            rupee: "rupee",
            rupees: "rupees",
            paisa: "paisa",
            paise: "paise",
            minus: "minus",
        },
        Language::Hindi => Words {
            crore: "करोड़",
            lakh: "लाख",
            thousand: "हज़ार",
            hundred: "सौ",
            rupee: "रुपया",
            rupees: "रुपये",
            paisa: "पैसा",
            paise: "पैसे",
            minus: "माइनस",
        },
        Language::Hinglish => Words {
            crore: "crore",
            lakh: "lakh",
            thousand: "hazaar",
            hundred: "sau",
            rupee: "rupaya",
            rupees: "rupaye",
            paisa: "paisa",
            paise: "paise",
            minus: "minus",
        },
    }
}

/// Zero to ninety-nine: in Hindi each has a word of its own.
fn below_hundred(value: u64, language: Language) -> String {
    let nth = |table: &'static str, at: u64| {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        table.split_whitespace().nth(at)
    };
    let table = match language {
        Language::English => ENGLISH,
        Language::Hindi => HINDI,
        Language::Hinglish => HINGLISH,
    };
    if let Some(word) = nth(table, value) {
        return word.to_owned();
    }
    let ten = nth(TENS, value / 10).unwrap_or_default();
    match nth(ENGLISH, value % 10) {
        Some(one) if !value.is_multiple_of(10) => format!("{ten}-{one}"),
        _ => ten.to_owned(),
    }
}

/// A whole number in words.
pub(super) fn number(value: u64, language: Language) -> String {
    if value == 0 {
        return below_hundred(0, language);
    }
    let words = words(language);
    let mut parts: Vec<String> = Vec::new();
    let crores = value / 10_000_000;
    if crores > 0 {
        parts.push(number(crores, language));
        parts.push(words.crore.to_owned());
    }
    let scales = [
        (100_000, 100, words.lakh),
        (1_000, 100, words.thousand),
        (100, 10, words.hundred),
    ];
    for (scale, range, name) in scales {
        let count = value / scale % range;
        if count > 0 {
            parts.push(below_hundred(count, language));
            parts.push(name.to_owned());
        }
    }
    if !value.is_multiple_of(100) {
        parts.push(below_hundred(value % 100, language));
    }
    parts.join(" ")
}

/// Rupees and paise in words.
pub(super) fn rupees(whole: u64, paise: u64, negative: bool, language: Language) -> String {
    let words = words(language);
    let mut parts: Vec<String> = Vec::new();
    if negative {
        parts.push(words.minus.to_owned());
    }
    if whole > 0 || paise == 0 {
        parts.push(number(whole, language));
        parts.push(if whole == 1 { words.rupee } else { words.rupees }.to_owned());
    }
    if paise > 0 {
        parts.push(number(paise, language));
        parts.push(if paise == 1 { words.paisa } else { words.paise }.to_owned());
    }
    parts.join(" ")
}
