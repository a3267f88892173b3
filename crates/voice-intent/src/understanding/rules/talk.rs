//! What is said to the machine itself: help, say it again, a language, recording, a code, an address.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

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

    pub(super) fn short(&self, intent: Intent, slots: Slots) -> Option<Found> {
        Some(Found {
            intent,
            slots,
            confidence: 0.95,
            rule: "",
        })
    }
}

/// How [`otp`] is told from the other rules.
pub(super) const OTP: Rule = Rule {
    name: "otp",
    read: otp,
    fits: &["OTP 4 8 2 9 1 0", "code hai 482910"],
    leaves: &["500 500 rupaye", "Rahul ka number 482910 karo"],
};

/// Six digits, with or without the word code.
fn otp(u: &mut Utterance) -> Option<Found> {
    let code = u.take_otp()?;
    let named = u.has(Word::Otp);
    let fits = u.only(
        &[
            Word::Otp,
            Word::Be,
            Word::Mine,
            Word::This,
            Word::Write,
            Word::It,
            Word::PronounKa,
            Word::Yes,
            Word::Number,
            Word::Got,
        ],
        &["verification", "id", "the"],
    );
    if !fits || !named && (0..u.len()).any(|at| u.free(at)) {
        return None;
    }
    u.short(
        Intent::ProvideOtp,
        Slots {
            otp: Some(code),
            ..Slots::default()
        },
    )
}

/// How [`email`] is told from the other rules.
pub(super) const EMAIL: Rule = Rule {
    name: "email",
    read: email,
    fits: &["rahul at gmail dot com", "email hai rahul@gmail.com"],
    leaves: &["Rahul ka email rahul@gmail.com kar do"],
};

/// An address and nothing else.
fn email(u: &mut Utterance) -> Option<Found> {
    let address = u.take_email()?;
    let fits = u.only(
        &[
            Word::Email,
            Word::Be,
            Word::Mine,
            Word::PronounKa,
            Word::Her,
            Word::This,
            Word::It,
            Word::Write,
            Word::Name,
            Word::Yes,
            Word::Pe,
            Word::Ka,
            Word::Details,
            Word::Apostrophe,
        ],
        &["id", "address", "it's"],
    );
    fits.then(|| {
        u.short(
            Intent::ProvideEmail,
            Slots {
                email: Some(address),
                ..Slots::default()
            },
        )
    })?
}

/// How [`recording`] is told from the other rules.
pub(super) const RECORDING: Rule = Rule {
    name: "recording",
    read: recording,
    fits: &["recording band karo", "start recording"],
    leaves: &["reminder band karo"],
};

/// Recording on or off.
fn recording(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&[Word::Recording, Word::Record]) || u.has(Word::No) {
        return None;
    }
    let fits = u.only(
        &[
            Word::Recording,
            Word::Record,
            Word::Start,
            Word::Stop,
            Word::Do,
            Word::Give,
            Word::Be,
            Word::Ko,
            Word::Now,
            Word::Yes,
            Word::This,
        ],
        &[],
    );
    let intent = if u.has(Word::Stop) {
        Intent::StopRecording
    } else {
        Intent::StartRecording
    };
    (fits && u.has_any(&[Word::Start, Word::Stop])).then(|| u.short(intent, Slots::default()))?
}

/// How [`language`] is told from the other rules.
pub(super) const LANGUAGE: Rule = Rule {
    name: "language",
    read: language,
    fits: &["Hindi mein bolo", "speak in Tamil"],
    leaves: &["Hindi book ka stock kitna hai"],
};

/// Another language from now on.
fn language(u: &mut Utterance) -> Option<Found> {
    let tag = u.toks.iter().find_map(|tok| match tok.tag {
        Some(Word::LanguageName(tag)) => Some((tok.word.clone(), tag)),
        _ => None,
    })?;
    let asked = u.has_any(&[
        Word::Speak,
        Word::Language,
        Word::Change,
        Word::Mein,
        Word::Do,
        Word::In,
        Word::Tell,
    ]) || u.has_word(&["switch"]);
    if u.has_any(&[Word::No, Word::Dont, Word::Bill, Word::Number]) || !asked {
        return None;
    }
    let slots = Slots {
        language: Some(tag.1.to_owned()),
        ..Slots::default()
    };
    if u.has(Word::Can) {
        return u.doubtful(Intent::SwitchLanguage, slots);
    }
    for at in 0..u.len() {
        if matches!(u.word(at), "switch" | "from") {
            u.take(at, at + 1, "language");
        }
    }
    u.found(Intent::SwitchLanguage, slots)
}

/// How [`repeat`] is told from the other rules.
pub(super) const REPEAT: Rule = Rule {
    name: "repeat",
    read: repeat,
    fits: &["phir se bolo", "repeat", "what was that", "i didn't hear you"],
    leaves: &["Rahul ko phir se 2 milk ka bill bana do"],
};

/// Say it again.
fn repeat(u: &mut Utterance) -> Option<Found> {
    let unheard = u.has_any(&[Word::No, Word::Dont])
        && u.has_word(&["sunai", "suna", "samajh", "samjha", "hear", "सुनाई", "समझ"]);
    let fits = u.only(
        &[
            Word::Repeat,
            Word::Again,
            Word::Once,
            Word::More,
            Word::And,
            Word::Speak,
            Word::Tell,
            Word::Se,
            Word::Question,
            Word::Be,
            Word::Given,
            Word::No,
            Word::Wrong,
            Word::Do,
            Word::Give,
            Word::That,
            Word::It,
            Word::I,
            Word::ToMe,
            Word::Got,
            Word::Dont,
            Word::Can,
            Word::Show,
        ],
        &[
            "did", "come", "you", "say", "sunai", "suna", "samajh", "samjha", "hear", "ek", "one", "time",
            "last", "not", "said", "me", "your", "kaha", "bola", "once",
        ],
    );
    let again = u.has_any(&[Word::Again, Word::Repeat])
        || u.has(Word::Once) && u.has_any(&[Word::Tell, Word::Speak])
        || u.has(Word::More) && u.has_word(&["once"])
        || u.has_word(&["phir", "fir", "फिर"]) && u.has_any(&[Word::Speak, Word::Tell])
        || u.toks.iter().any(|tok| tok.raw == "फिर") && u.has(Word::Speak)
        || u.word(0) == "what" && u.len() == 3 && u.has(Word::Be) && u.has(Word::That)
        || u.has(Word::Question) && u.has_word(&["say", "said"])
        || u.has(Word::Question) && u.has_word(&["bola", "kaha"])
        || unheard;
    (again && fits).then(|| u.short(Intent::Repeat, Slots::default()))?
}

/// How [`help`] is told from the other rules.
pub(super) const HELP: Rule = Rule {
    name: "help",
    read: help,
    fits: &["kya kya kar sakte ho", "help", "kaise kaam karta hai ye"],
    leaves: &["Rahul ki madad ka 500 udhaar likh do"],
};

/// What can be said?
fn help(u: &mut Utterance) -> Option<Found> {
    let fits = u.only(
        &[
            Word::Help,
            Word::Do,
            Word::Can,
            Word::Question,
            Word::I,
            Word::Be,
            Word::Use,
            Word::Tell,
            Word::ToMe,
            Word::Show,
            Word::Give,
            Word::Mine,
            Word::It,
            Word::This,
            Word::Se,
            Word::HowMuch,
            Word::Who,
            Word::Make,
            Word::Bill,
            Word::To,
            Word::Ka,
            Word::Ko,
            Word::All,
            Word::For,
            Word::PronounKa,
        ],
        &[
            "you", "commands", "command", "tum", "aap", "app", "i", "kaam", "work", "works",
        ],
    );
    let how = u.has_word(&["how", "kaise", "कैसे"]);
    let asked = u.has(Word::Help)
        || u.has(Word::Can) && u.has(Word::Question)
        || u.has(Word::Question) && u.has_word(&["commands"])
        || how && (u.has_any(&[Word::Use, Word::Make]) || u.has_word(&["kaam", "work", "works"]));
    (asked && fits && u.nums.is_empty()).then(|| u.short(Intent::Help, Slots::default()))?
}
