//! What is said to the machine itself: help, say it again.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// Small words of every sentence: none of them names a person, goods, money or a deed of the shop.
const LIGHT: [Word; 37] = [
    Word::Filler,
    Word::Ordinary,
    Word::Article,
    Word::Honorific,
    Word::Be,
    Word::This,
    Word::That,
    Word::It,
    Word::I,
    Word::ToMe,
    Word::Mine,
    Word::PronounKo,
    Word::PronounKa,
    Word::Once,
    Word::Now,
    Word::Yes,
    Word::Okay,
    Word::Again,
    Word::Ka,
    Word::Ko,
    Word::Se,
    Word::Mein,
    Word::In,
    Word::To,
    Word::Of,
    Word::For,
    Word::Liye,
    Word::With,
    Word::Do,
    Word::Give,
    Word::Given,
    Word::Take,
    Word::Write,
    Word::Tell,
    Word::Speak,
    Word::Can,
    Word::Got,
];

impl Utterance {
    /// Are all words that are not explained yet among these?
    pub(super) fn only(&self, words: &[Word], plain: &[&str]) -> bool {
        (0..self.len()).all(|at| {
            !self.free(at)
                || self.is(at, words)
                || self.is(at, &[Word::Filler, Word::Article, Word::Honorific])
                || plain.contains(&self.word(at))
        })
    }

    /// The same, with the words that carry no business of their own in any sentence.
    pub(super) fn only_light(&self, words: &[Word], plain: &[&str]) -> bool {
        (0..self.len()).all(|at| {
            !self.free(at) || self.is(at, &LIGHT) || self.is(at, words) || plain.contains(&self.word(at))
        })
    }

    pub(super) fn short(&self, intent: Intent, slots: Slots) -> Option<Found> {
        Some(Found {
            intent,
            slots,
            confidence: 0.95,
            rule: "",
        })
    }
}

/// How [`repeat`] is told from the other rules.
pub(super) const REPEAT: Rule = Rule {
    name: "repeat",
    read: repeat,
    fits: &[
        "phir se bolo",
        "repeat",
        "what was that",
        "i didn't hear you",
        "theek se sunai nahi diya phir se batana",
        "सुना नहीं फिर से कहना",
        "kya kaha zara dobara",
        "come again",
    ],
    leaves: &[
        "Rahul ko phir se 2 milk ka bill bana do",
        "samajh nahi aata kya karun bill ka",
        "suna hai Saroj ki tabiyat kharab hai",
    ],
};

/// Say it again.
fn repeat(u: &mut Utterance) -> Option<Found> {
    let unheard = u.has_any(&[Word::No, Word::Dont])
        && u.has_word(&[
            "sunai",
            "sunayi",
            "suna",
            "sun",
            "samajh",
            "samjha",
            "hear",
            "catch",
            "understand",
            "understood",
        ]);
    let fits = u.only_light(
        &[
            Word::Repeat,
            Word::More,
            Word::And,
            Word::Question,
            Word::No,
            Word::Wrong,
            Word::Dont,
            Word::Show,
            Word::Last,
            Word::Reduce,
        ],
        &[
            "hear",
            "catch",
            "understand",
            "understood",
            "ek",
            "one",
            "wapas",
            "vapas",
            "sunaiye",
            "line",
            "loudly",
            "missed",
            "paya",
            "payi",
            "come",
            "once",
            "louder",
            "slowly",
            "boli",
            "bole",
            "kaho",
            "kahie",
            "kahiye",
            "jo",
            "wahi",
            "bola",
            "kaha",
        ],
    );
    let says = u.has_any(&[Word::Tell, Word::Speak])
        || u.has_word(&["kaho", "kehna", "kahna", "kahiye", "kahie", "say"]);
    let says = says || (0..u.len()).any(|at| u.word(at) == "suna" && u.is(at + 1, &[Word::Give]));
    let again = u.has_any(&[Word::Again, Word::Repeat])
        || u.has_word(&["come", "missed"]) && u.has_word(&["again", "that"])
        || u.has(Word::Once) && says
        || u.has(Word::More) && u.has_word(&["once"])
        || (u.has_word(&["phir", "fir"]) || u.toks.iter().any(|tok| tok.raw == "फिर")) && says
        || u.len() == 1 && matches!(u.word(0), "what" | "kya")
        || u.word(0) == "what" && u.len() == 3 && u.has(Word::Be) && u.has(Word::That)
        || u.has(Word::Question) && u.has_word(&["say", "said"]) && !u.has(Word::Can)
        || u.has(Word::Question) && u.has_word(&["bola", "boli", "bole", "kaha"]) && !u.has(Word::If)
        || unheard;
    (again && fits && u.nums.iter().all(|num| num.milli == 1_000))
        .then(|| u.short(Intent::Repeat, Slots::default()))?
}

/// How [`help`] is told from the other rules.
pub(super) const HELP: Rule = Rule {
    name: "help",
    read: help,
    fits: &[
        "kya kya kar sakte ho",
        "help",
        "kaise kaam karta hai ye",
        "batao na tum kya kya kaam kar lete ho",
        "tell me what all things you can do",
        "तुमसे क्या क्या काम करवा सकते हैं",
    ],
    leaves: &[
        "Rahul ki madad ka 500 udhaar likh do",
        "what can Rahul do",
        "kya kar rahe ho",
    ],
};

/// What can be said?
fn help(u: &mut Utterance) -> Option<Found> {
    let fits = u.only_light(
        &[
            Word::Help,
            Word::Question,
            Word::Use,
            Word::Show,
            Word::HowMuch,
            Word::Who,
            Word::Make,
            Word::Bill,
            Word::All,
            Word::Option,
            Word::List,
            Word::No,
        ],
        &[
            "commands",
            "command",
            "app",
            "work",
            "works",
            "things",
            "thing",
            "features",
            "feature",
            "guide",
            "assist",
            "menu",
            "liye",
            "lete",
            "leti",
            "dete",
            "deti",
            "kam",
            "chalau",
            "chalaun",
            "chalaye",
            "chalate",
            "instructions",
            "chalta",
            "chalti",
            "loge",
            "karoge",
            "mere",
            "tum",
            "thodi",
            "chahiye",
            "chalane",
            "samjhao",
            "ask",
            "sort",
            "bit",
            "lost",
        ],
    );
    let how = u.has_word(&["how", "kaise", "कैसे"]);
    let you = u.has_word(&["tum", "tumse", "tu", "aap", "aapse", "you"]);
    // "tum kya kya kar lete ho", "what all do you do": asked about in general, not about what is going on.
    let able = u.has(Word::Can) && !u.has(Word::No)
        || you && u.has_word(&["kaam", "kam"])
        || you && u.has_word(&["kar", "karva", "karwa"]) && u.has_word(&["lete", "leti", "deti", "dete"])
        || you && u.has_word(&["karte", "karti", "karoge", "loge"]);
    let asked = u.has(Word::Help)
        || u.has_word(&["guide", "assist"]) && u.has_any(&[Word::Do, Word::ToMe, Word::Mein])
        || able && u.has(Word::Question)
        || u.has_any(&[Word::Question, Word::Show, Word::Tell, Word::All])
            && u.has_word(&["commands", "command", "features", "menu"])
        || how
            && (u.has_any(&[Word::Use, Word::Make])
                || u.has_word(&[
                    "kaam", "kam", "work", "works", "chalau", "chalaun", "chalate", "lete", "chalta",
                    "chalti",
                ]));
    let refused = u.has(Word::No) && !how;
    (asked && fits && !refused && u.nums.is_empty()).then(|| u.short(Intent::Help, Slots::default()))?
}
