//! What is said to the machine itself: help, say it again, a language, recording.

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

/// How [`recording`] is told from the other rules.
pub(super) const RECORDING: Rule = Rule {
    name: "recording",
    read: recording,
    fits: &[
        "recording band karo",
        "start recording",
        "recording on kar do",
        "ab se meri awaaz record karna chalu kar de",
        "chal rahi recording rok do",
        "recording to be stopped now",
    ],
    leaves: &[
        "reminder band karo",
        "Rahul ka record band karo",
        "recording band mat karo",
    ],
};

/// Recording on or off.
fn recording(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&[Word::Recording, Word::Record]) || u.has_any(&[Word::No, Word::Dont]) || u.is_question() {
        return None;
    }
    let fits = u.only_light(
        &[
            Word::Recording,
            Word::Record,
            Word::Start,
            Word::Stop,
            Word::On,
            Word::Off,
            Word::Finish,
            Word::Open,
            Word::Set,
            Word::Leave,
            Word::Wait,
            Word::All,
            Word::Keep,
        ],
        &[
            "awaaz",
            "awaz",
            "aawaz",
            "voice",
            "pause",
            "resume",
            "mode",
            "turn",
            "switch",
            "conversation",
        ],
    );
    let off =
        u.has_any(&[Word::Stop, Word::Off, Word::Finish, Word::Leave, Word::Wait]) || u.has_word(&["pause"]);
    let on = u.has_any(&[Word::Start, Word::On, Word::Open])
        || u.has_word(&["resume", "awaaz", "awaz", "aawaz", "voice", "conversation"])
        || u.has(Word::Recording) && u.has(Word::Do)
        // "record karo" is an order; "record dikhao" asks for a customer's.
        || u.has(Word::Record) && u.has(Word::Do) && !u.has_any(&[Word::Ka, Word::PronounKa]);
    let intent = if off {
        Intent::StopRecording
    } else {
        Intent::StartRecording
    };
    (fits && (on || off)).then(|| u.short(intent, Slots::default()))?
}

/// How [`language`] is told from the other rules.
pub(super) const LANGUAGE: Rule = Rule {
    name: "language",
    read: language,
    fits: &[
        "Hindi mein bolo",
        "speak in Tamil",
        "angrezi chhodo hindi me baat karo",
        "english nahi hindi mein bolo",
        "not in English, speak Marathi",
        "ab se gujarati mein jawab do",
    ],
    leaves: &["Hindi book ka stock kitna hai", "hindi mein mat bolo"],
};

/// Another language from now on.
fn language(u: &mut Utterance) -> Option<Found> {
    let named = |at: usize| match u.tag(at) {
        Some(Word::LanguageName(tag)) if !u.is_given_up(at) => Some(tag),
        _ => None,
    };
    let tag = (0..u.len()).find_map(named)?;
    let asked = u.has_any(&[
        Word::Speak,
        Word::Language,
        Word::Change,
        Word::Mein,
        Word::Do,
        Word::In,
        Word::Tell,
        Word::To,
        Word::Use,
    ]) || u.has_word(&["switch", "jawab", "jawaab"])
        || u.only_light(&[Word::LanguageName(tag)], &[]) && u.nums.is_empty();
    let gives_up =
        (0..u.len()).any(|at| matches!(u.tag(at), Some(Word::LanguageName(_))) && u.is_given_up(at));
    if u.has(Word::Dont) && !gives_up {
        return None;
    }
    if u.has_any(&[
        Word::Bill,
        Word::Number,
        Word::Customer,
        Word::Reminder,
        Word::Stock,
    ]) || u.is_question() && !u.has(Word::Can)
        || !asked
    {
        return None;
    }
    let slots = Slots {
        language: Some(tag.to_owned()),
        ..Slots::default()
    };
    if u.has(Word::Can) {
        return u.doubtful(Intent::SwitchLanguage, slots);
    }
    for at in 0..u.len() {
        if matches!(u.word(at), "switch" | "from" | "continue" | "jawab" | "jawaab") {
            u.take(at, at + 1, "language");
        }
    }
    u.found(Intent::SwitchLanguage, slots)
}

impl Utterance {
    /// "angrezi chhodo", "english nahi", "not in English", "English ki jagah": the language to leave, not the one to take.
    fn is_given_up(&self, at: usize) -> bool {
        let mut next = at + 1;
        while self.is(next, &[Word::Filler, Word::Ka, Word::Ko, Word::Mein]) {
            next += 1;
        }
        let left = self.is(
            next,
            &[Word::Leave, Word::No, Word::Stop, Word::Instead, Word::Se],
        ) || self.word(next) == "jagah"
            || self.word(next) == "hatao";
        let mut before = at;
        while before > 0 && self.is(before - 1, &[Word::In, Word::Speak, Word::Filler]) {
            before -= 1;
        }
        let another = (0..self.len())
            .any(|other| other != at && matches!(self.tag(other), Some(Word::LanguageName(_))));
        let english = ["not", "no", "don't", "from", "leave", "stop"];
        // "i don't understand english, speak hindi"
        let denied = (at.saturating_sub(3)..at).any(|before| english.contains(&self.word(before)))
            && (at + 1..self.len()).any(|other| matches!(self.tag(other), Some(Word::LanguageName(_))));
        another && (left || denied || before > 0 && english.contains(&self.word(before - 1)))
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
            "once",
            "louder",
            "slowly",
        ],
    );
    let says =
        u.has_any(&[Word::Tell, Word::Speak]) || u.has_word(&["kaho", "kehna", "kahna", "kahiye", "say"]);
    let says = says || (0..u.len()).any(|at| u.word(at) == "suna" && u.is(at + 1, &[Word::Give]));
    let again = u.has_any(&[Word::Again, Word::Repeat])
        || u.has(Word::Once) && says
        || u.has(Word::More) && u.has_word(&["once"])
        || (u.has_word(&["phir", "fir"]) || u.toks.iter().any(|tok| tok.raw == "फिर")) && says
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
        ],
    );
    let how = u.has_word(&["how", "kaise", "कैसे"]);
    let you = u.has_word(&["tum", "tumse", "tu", "aap", "aapse", "you"]);
    // "tum kya kya kar lete ho", "what all do you do": asked about in general, not about what is going on.
    let able = u.has(Word::Can)
        || you && u.has_word(&["kaam", "kam"])
        || you && u.has_word(&["kar", "karva", "karwa"]) && u.has_word(&["lete", "leti", "deti", "dete"])
        || you && u.has_word(&["karte", "karti"]);
    let asked = u.has(Word::Help)
        || u.has_word(&["guide", "assist"]) && u.has_any(&[Word::Do, Word::ToMe])
        || able && u.has(Word::Question)
        || u.has_any(&[Word::Question, Word::Show, Word::Tell, Word::All])
            && u.has_word(&["commands", "command", "features", "menu"])
        || how
            && (u.has_any(&[Word::Use, Word::Make])
                || u.has_word(&["kaam", "kam", "work", "works", "chalau", "chalaun", "chalate"]));
    (asked && fits && u.nums.is_empty()).then(|| u.short(Intent::Help, Slots::default()))?
}
