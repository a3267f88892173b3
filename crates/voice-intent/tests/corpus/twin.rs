//! The corrupted twin of a corpus: what a recogniser, a hurried speaker and a noisy shop make of the same commands.

use serde_json::{Value, json};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A word of the shop comes out as another spelling or another word of the same sound.
    Misheard,
    /// A particle is swallowed.
    DroppedParticle,
    /// 15 comes out as 50; the label says 50 then, because that is what the text says.
    OtherNumber,
    /// A word is said twice.
    Doubled,
    /// A filler stands between two words.
    Filler,
    /// Two or three of the others at once.
    Mixed,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Misheard,
        Self::DroppedParticle,
        Self::OtherNumber,
        Self::Doubled,
        Self::Filler,
        Self::Mixed,
    ];
}

/// A small generator of its own, so that a seed gives the same twin everywhere (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from(z % u64::try_from(bound.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

/// How words of the shop come out of recognisers.
const MISHEARD: &[(&str, &[&str])] = &[
    ("reminder", &["remainder", "rimainder", "reminded"]),
    ("bill", &["beel", "bil", "bills"]),
    ("balance", &["balanced", "balence", "ballance"]),
    ("stock", &["stalk", "stok", "stocks"]),
    ("udhaar", &["udhar", "uthar", "udaar"]),
    ("udhar", &["udhaar", "uthar"]),
    ("jama", &["jamma", "zama"]),
    ("khate", &["khathe", "kaate", "khaate"]),
    ("khata", &["khatta", "kata", "khaata"]),
    ("cancel", &["cancle", "council", "kensal"]),
    ("confirm", &["conform", "confirmed", "konfirm"]),
    ("payment", &["pavement", "paymant", "pement"]),
    ("discount", &["discout", "this count", "diskount"]),
    ("invoice", &["in voice", "invoise", "invoices"]),
    ("customer", &["custumer", "costumer", "kastamar"]),
    ("kilo", &["kilos", "killo", "keelo"]),
    ("packet", &["pocket", "paket", "packets"]),
    ("litre", &["later", "liter", "leetar"]),
    ("rupaye", &["rupee", "rupay", "rupya"]),
    ("likh", &["lik", "likha"]),
    ("bhej", &["bej", "bheja"]),
    ("banao", &["bano", "banaao", "banau"]),
    ("batao", &["bataao", "batau", "bata"]),
    ("hisaab", &["hisab", "hisaap"]),
    ("baaki", &["baki", "bakki"]),
    ("kal", &["cal", "kul", "kall"]),
    ("nahi", &["nai", "nahin", "nay"]),
    ("diye", &["die", "diya", "dia"]),
    ("paid", &["pade", "pay"]),
    ("gst", &["g s t", "jst"]),
    ("बिल", &["बील", "बिल्ल"]),
    ("उधार", &["उदार", "ऊधार"]),
    ("रुपये", &["रुपए", "रूपये"]),
    ("बैलेंस", &["बैलेन्स", "बेलेंस"]),
    ("रिमाइंडर", &["रिमांडर", "रिमाइन्डर"]),
];

const PARTICLES: &[&str] = &[
    "ne",
    "ko",
    "se",
    "ka",
    "ke",
    "ki",
    "mein",
    "to",
    "for",
    "of",
    "from",
    "'s",
    "ने",
    "को",
    "से",
    "का",
    "के",
    "की",
    "में",
];

const FILLERS: &[&str] = &[
    "umm",
    "uhh",
    "matlab",
    "arre",
    "haan",
    "acha",
    "woh",
    "toh",
    "like",
    "अरे",
    "मतलब",
];

/// Numbers that sound alike, each way.
const CONFUSED: &[(&str, i64, &str, i64)] = &[
    ("pandrah", 15, "pachaas", 50),
    ("fifteen", 15, "fifty", 50),
    ("thirteen", 13, "thirty", 30),
    ("fourteen", 14, "forty", 40),
    ("sixteen", 16, "sixty", 60),
    ("seventeen", 17, "seventy", 70),
    ("eighteen", 18, "eighty", 80),
    ("nineteen", 19, "ninety", 90),
    ("teen", 3, "tees", 30),
    ("saat", 7, "saath", 60),
    ("nau", 9, "sau", 100),
    ("unnees", 19, "unnasi", 79),
    ("15", 15, "50", 50),
    ("13", 13, "30", 30),
    ("14", 14, "40", 40),
    ("16", 16, "60", 60),
    ("17", 17, "70", 70),
    ("18", 18, "80", 80),
    ("150", 150, "1050", 1_050),
    ("500", 500, "5000", 5_000),
    ("200", 200, "2000", 2_000),
    ("पंद्रह", 15, "पचास", 50),
    ("तीन", 3, "तीस", 30),
];

/// The row with `kind` done to it, or nothing where there is nothing to do it to.
pub fn corrupt(row: &Value, kind: Kind, dice: &mut Dice) -> Option<Value> {
    if kind == Kind::Mixed {
        let mut now = row.clone();
        for _ in 0..2 + dice.below(2) {
            let one = Kind::ALL[dice.below(Kind::ALL.len() - 1)];
            now = corrupt(&now, one, dice).unwrap_or(now);
        }
        return (now["text"] != row["text"]).then_some(now);
    }
    let text = row["text"].as_str()?;
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let mut twin = row.clone();
    match kind {
        Kind::Misheard => {
            let (at, ways) = pick(&words, dice, |word| {
                MISHEARD
                    .iter()
                    .find(|(said, _)| *said == word)
                    .map(|(_, ways)| *ways)
            })?;
            words[at] = ways[dice.below(ways.len())].to_owned();
        }
        Kind::DroppedParticle => {
            let (at, ()) = pick(&words, dice, |word| PARTICLES.contains(&word).then_some(()))?;
            words.remove(at);
        }
        Kind::OtherNumber => other_number(&mut words, &mut twin, dice)?,
        Kind::Doubled => {
            let at = dice.below(words.len());
            words.insert(at, words[at].clone());
        }
        Kind::Filler => {
            let at = dice.below(words.len() + 1);
            words.insert(at, FILLERS[dice.below(FILLERS.len())].to_owned());
        }
        Kind::Mixed => return None,
    }
    twin["text"] = json!(words.join(" "));
    Some(twin)
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| ",.?!।".contains(c)).to_lowercase()
}

fn pick<T>(words: &[String], dice: &mut Dice, fits: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    let from = dice.below(words.len());
    (0..words.len())
        .map(|step| (from + step) % words.len())
        .find_map(|at| fits(&bare(&words[at])).map(|found| (at, found)))
}

/// Swaps a number that stands for itself, in the text and in the one slot of the label that has it.
fn other_number(words: &mut [String], twin: &mut Value, dice: &mut Dice) -> Option<()> {
    let swaps = |word: &str| {
        CONFUSED.iter().find_map(|(a, one, b, two)| {
            if *a == word {
                Some((*one, *b, *two))
            } else if *b == word {
                Some((*two, *a, *one))
            } else {
                None
            }
        })
    };
    let (at, (before, word, after)) = pick(words, dice, swaps)?;
    let mut places = Vec::new();
    find(twin.get("slots")?, before, "/slots", &mut places);
    let [place] = places.as_slice() else { return None };
    *twin.pointer_mut(place)? = json!(after);
    twin.as_object_mut()?.remove("alt");
    words[at] = word.to_owned();
    Some(())
}

/// Where in the label the number stands.
fn find(value: &Value, number: i64, path: &str, places: &mut Vec<String>) {
    match value {
        Value::Number(said) if said.as_f64() == Some(number as f64) => places.push(path.to_owned()),
        Value::Object(object) => object
            .iter()
            .for_each(|(key, value)| find(value, number, &format!("{path}/{key}"), places)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, value)| find(value, number, &format!("{path}/{at}"), places)),
        _ => {}
    }
}
